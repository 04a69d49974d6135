// An onnxruntime session, the same over both packages.
import type { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-web';
import type { Session, Tensor } from './runtime.ts';

type TensorConstructor = new (type: OrtTensor.Type, data: OrtTensor.DataType, dims: readonly number[]) => OrtTensor;

export function openSession(session: InferenceSession, Tensor: TensorConstructor): Session {
  return {
    description: '',
    inputs: session.inputMetadata.map((input) => ({
      name: input.name,
      type: input.isTensor ? input.type : 'not a tensor',
      shape: input.isTensor ? input.shape : [],
    })),
    bind(inputs) {
      const feeds = Object.fromEntries([...inputs].map(([name, tensor]) => [name, toOrt(tensor, Tensor)]));
      return () => session.run(feeds);
    },
    close: () => session.release(),
  };
}

function toOrt(tensor: Tensor, Tensor: TensorConstructor): OrtTensor {
  const made = new Tensor(tensor.type as OrtTensor.Type, tensor.data as OrtTensor.DataType, tensor.dims);
  // The constructor views bit patterns as a Float16Array where the engine has one, which the native binding of
  // onnxruntime-node 1.30 takes for an empty array ("not enough space"); it reads the patterns themselves.
  if (tensor.type === 'float16') Object.defineProperty(made, 'cpuData', { value: tensor.data });
  return made;
}
