// What a TensorProto holds: its type, and the values of small ones.
import type { TensorType } from '../graph/graph.ts';
import { elements } from '../graph/graph.ts';
import { elementTypes } from '../graph/shapes.ts';
import type { OnnxTensor } from './messages.ts';

/** Undefined for strings, complex numbers and types of less than a byte. */
export function tensorType({ dataType = 0, dims = [] }: OnnxTensor): TensorType | undefined {
  const type = elementTypes.get(dataType);
  return type && { type, shape: dims };
}

/** Values in row-major order; undefined where they lie in another file, or are of a type that no shape is made of. */
export function tensorValues(tensor: OnnxTensor): readonly number[] | undefined {
  const type = tensorType(tensor);
  const { rawData, floatData, int32Data, int64Data, doubleData } = tensor;
  if (type === undefined) return undefined;
  const count = elements(type.shape);
  const values = rawData === undefined ? (int64Data ?? int32Data ?? floatData ?? doubleData) : readRaw(type, rawData);
  return values?.length === count ? Array.from<number | bigint, number>(values, Number) : undefined;
}

/** [onnx.proto3, TensorProto.raw_data] Little-endian. */
function readRaw({ type }: TensorType, bytes: Uint8Array): ArrayLike<number | bigint> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = <Item>(width: number, get: (at: number) => Item): Item[] =>
    Array.from({ length: Math.floor(bytes.length / width) }, (_, index) => get(index * width));
  switch (type) {
    case 'int64':
      return read(8, (at) => view.getBigInt64(at, true));
    case 'int32':
      return read(4, (at) => view.getInt32(at, true));
    case 'float32':
      return read(4, (at) => view.getFloat32(at, true));
    case 'float64':
      return read(8, (at) => view.getFloat64(at, true));
    case 'bool':
    case 'uint8':
      return bytes;
    default:
      return undefined;
  }
}
