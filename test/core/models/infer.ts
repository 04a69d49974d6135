// Runs a model on seeded inputs with onnxruntime, native or WebAssembly.

import type { Input } from '@edgewright/core/graph/graph.js';
import { type InputTensor, makeInputs } from '@edgewright/core/models/inputs.js';
import { fromHalf } from '@edgewright/core/onnx/half.js';
import * as native from 'onnxruntime-node';
import * as web from 'onnxruntime-web';

export interface Output {
  readonly type: string;
  readonly dims: readonly number[];
  readonly values: readonly number[];
}

/** Outputs by name. `model` is a file's bytes, or its path for the native runtime. */
export async function infer(
  runtime: 'ort' | 'ort-web',
  model: Uint8Array | string,
  inputs: readonly Input[],
  seed = 1,
): Promise<ReadonlyMap<string, Output>> {
  const ort = runtime === 'ort' ? native : web;
  const session = await ort.InferenceSession.create(model as Uint8Array, { logSeverityLevel: 3 });
  try {
    const feeds = [...makeInputs(inputs, seed)].map(([name, tensor]) => [name, toOrt(ort, tensor)] as const);
    const outputs = await session.run(Object.fromEntries(feeds));
    return new Map(
      Object.entries(outputs).map(([name, { type, dims, data }]) => {
        const numbers = Array.from(data as ArrayLike<number>, Number);
        return [name, { type, dims, values: data instanceof Uint16Array ? numbers.map(fromHalf) : numbers }];
      }),
    );
  } finally {
    await session.release();
  }
}

function toOrt(ort: typeof native | typeof web, { type, data, dims }: InputTensor): native.Tensor {
  const tensor = new ort.Tensor(type as 'float32', data as Float32Array, dims);
  // The binding for Node takes the bit patterns, not the Float16Array that the constructor makes of them.
  if (type === 'float16') Object.defineProperty(tensor, 'cpuData', { value: data });
  return tensor;
}
