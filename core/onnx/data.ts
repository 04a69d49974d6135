// The elements of a TensorProto, of whatever type and in whichever of its fields, as a tensor of the compiler.
import { CodedError } from '@edgewright/schemas/codes.js';
import { bytesOf, type Constant, elementBytes, elements } from '../graph/graph.ts';
import { allocate, type Data, type Tensor } from '../graph/tensor.ts';
import { dataLocations, type OnnxTensor } from './messages.ts';
import { tensorType } from './tensor.ts';

/** Bytes of a tensor that lies beside the model; undefined where it is not to be had. */
export type ExternalData = (location: string, offset: number, length: number) => Uint8Array | undefined;

/**
 * Undefined for types that the compiler does not know (strings, complex numbers, float8, less than a byte) and for data
 * beside the model that are not given.
 * @throws CodedError `onnx-malformed` where the elements do not fit the dimensions
 */
export function readTensor(tensor: OnnxTensor, external?: ExternalData): Tensor | undefined {
  const described = tensorType(tensor);
  if (described === undefined) return undefined;
  const { type, shape } = described;
  const count = elements(shape);
  if (!shape.every((size) => size >= 0)) throw wrongSize(tensor.name, tensor.rawData?.length ?? 0, shape);
  if (tensor.dataLocation === dataLocations.external) {
    const bytes = external && externalBytes(tensor, count * elementBytes[type], external);
    return bytes && { type, shape, data: fromBytes(type, count, bytes, tensor.name) };
  }
  if (tensor.rawData !== undefined) return { type, shape, data: fromBytes(type, count, tensor.rawData, tensor.name) };
  const { int64Data, int32Data, uint64Data, floatData, doubleData } = tensor;
  const values: ArrayLike<number | bigint> | undefined =
    type === 'float32'
      ? floatData
      : type === 'float64'
        ? doubleData
        : type === 'int64'
          ? int64Data
          : type === 'uint64' || type === 'uint32'
            ? uint64Data
            : int32Data;
  if ((values?.length ?? 0) !== count) throw wrongSize(tensor.name, values?.length ?? 0, shape);
  const data = allocate(type, count);
  // float16 and bfloat16 are written as their bits, and kept so. A typed array wraps what does not fit.
  const isBig = data instanceof BigInt64Array || data instanceof BigUint64Array;
  for (let at = 0; at < count; at++) data[at] = isBig ? BigInt(values![at]!) : Number(values![at]!);
  return { type, shape, data };
}

/** A constant of a model as its file has it. */
export type Stored = Pick<Constant, 'type' | 'content'>;

/**
 * As `readTensor`; but what is large and lies at an address that its type cannot have stays bytes, to be copied no earlier
 * than to where it is wanted.
 */
export function readStored(tensor: OnnxTensor, external?: ExternalData): Stored | undefined {
  const { rawData: bytes, dataLocation, name } = tensor;
  const type = tensorType(tensor);
  const isThere = type !== undefined && bytes !== undefined && dataLocation !== dataLocations.external;
  if (!isThere || bytes.length < largeBytes || bytes.byteOffset % elementBytes[type.type] === 0)
    return asStored(readTensor(tensor, external));
  const isShape = type.shape.every((size) => size >= 0);
  if (!isShape || bytes.length !== bytesOf(type))
    throw wrongSize(name, bytes.length / elementBytes[type.type], type.shape);
  return { type, content: { kind: 'bytes', bytes } };
}

/** Of a tensor: below, a copy costs nothing. */
const largeBytes = 4096;

export function asStored<Read extends Tensor | undefined>(tensor: Read): Stored | (Read & undefined) {
  if (tensor === undefined) return tensor as Read & undefined;
  const { type, shape, data } = tensor;
  return { type: { type, shape }, content: { kind: 'data', data } };
}

function wrongSize(name: string | undefined, count: number, shape: readonly number[]): CodedError {
  return new CodedError(
    'onnx-malformed',
    `The file is not an ONNX model: tensor "${name ?? ''}" of [${shape.join(', ')}] has ${count} elements.`,
    'Export the model again, or check that the file was copied whole and is not a pointer of Git LFS.',
  );
}

/** [onnx.proto3, TensorProto.raw_data] Little-endian, as the memory of every machine that this runs on. */
function fromBytes(type: Tensor['type'], count: number, bytes: Uint8Array, name: string | undefined): Data {
  const width = elementBytes[type];
  if (bytes.length !== count * width) throw wrongSize(name, bytes.length / width, [count]);
  const data = allocate(type, 0);
  const Type = data.constructor as new (buffer: ArrayBufferLike, offset: number, count: number) => Data;
  // A view where the bytes are aligned, else a copy; `slice` of a Buffer of Node's would be a view.
  if (bytes.byteOffset % width === 0) return new Type(bytes.buffer, bytes.byteOffset, count);
  return new Type(new Uint8Array(bytes).buffer, 0, count);
}

function externalBytes(tensor: OnnxTensor, length: number, external: ExternalData): Uint8Array | undefined {
  const entries = new Map((tensor.externalData ?? []).map(({ key = '', value = '' }) => [key, value]));
  const offset = Number(entries.get('offset') ?? 0);
  return external(entries.get('location') ?? '', offset, length);
}

/** A sparse tensor with its zeros [onnx.proto3, SparseTensorProto]: indices are linear, or one row an element. */
export function readSparse(
  { values, indices, dims = [] }: { values?: OnnxTensor; indices?: OnnxTensor; dims?: readonly number[] },
  maxElements: number,
): Tensor | undefined {
  const elementsOf = values && readTensor(values);
  const places = indices && readTensor(indices);
  if (elementsOf === undefined || places === undefined) return undefined;
  if (!dims.every((size) => size >= 0) || !(elements(dims) <= maxElements))
    throw wrongSize(values?.name, elementsOf.data.length, dims);
  const data = allocate(elementsOf.type, elements(dims));
  const isLinear = places.shape.length === 1;
  const rank = isLinear ? 1 : dims.length;
  if (places.data.length !== elementsOf.data.length * rank) throw wrongSize(values?.name, elementsOf.data.length, dims);
  for (let at = 0; at < elementsOf.data.length; at++) {
    let place = 0;
    for (let axis = 0; axis < rank; axis++) {
      place = place * (isLinear ? 1 : dims[axis]!) + Number(places.data[at * rank + axis]!);
    }
    if (!(place >= 0 && place < data.length)) throw wrongSize(values?.name, elementsOf.data.length, dims);
    data[place] = elementsOf.data[at]!;
  }
  return { type: elementsOf.type, shape: dims, data };
}
