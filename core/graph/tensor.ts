// Values of a tensor as they lie in memory: what constants hold and what the interpreter computes with.
import { fromHalf, toHalf } from '../onnx/half.ts';
import { type ElementType, elementBytes, elements } from './graph.ts';

export type Data =
  | Float32Array
  | Float64Array
  | Int8Array
  | Int16Array
  | Int32Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array;

/** One element: a bigint where the type has 64 bits of integer, 0 or 1 for a bool, else a number. */
export type Scalar = number | bigint;

/** Row-major. float16 and bfloat16 are their bits in a Uint16Array, a bool is 0 or 1 in a Uint8Array. */
export interface Tensor {
  readonly type: ElementType;
  readonly shape: readonly number[];
  readonly data: Data;
}

/** Zeros. */
export function allocate(type: ElementType, count: number): Data {
  return new storage[type](count);
}

/** Bytes as elements; they start at a multiple of the type's width. */
export function dataOver(type: ElementType, { buffer, byteOffset, byteLength }: Uint8Array): Data {
  return new storage[type](buffer, byteOffset, byteLength / elementBytes[type]);
}

/** Values in row-major order, rounded or wrapped to the type. */
export function tensorOf(type: ElementType, shape: readonly number[], values: Iterable<Scalar>): Tensor {
  const data = allocate(type, elements(shape));
  const write = writerOf(type, data);
  let at = 0;
  for (const value of values) write(at++, value);
  if (at !== data.length) throw new RangeError(`${at} values for ${data.length} elements`);
  return { type, shape, data };
}

export function scalarTensor(type: ElementType, value: Scalar): Tensor {
  return tensorOf(type, [], [value]);
}

/** @returns the element at an index of `data`. */
export function readerOf(type: ElementType, data: Data): (at: number) => Scalar {
  if (type === 'float16') return (at) => fromHalf(data[at] as number);
  if (type === 'bfloat16') return (at) => fromBrain(data[at] as number);
  return (at) => data[at]!;
}

/** @returns stores an element; a value outside the type is rounded or wrapped as by `wrap`. */
export function writerOf(type: ElementType, data: Data): (at: number, value: Scalar) => void {
  if (type === 'float16') {
    return (at, value) => {
      data[at] = toHalf(Number(value));
    };
  }
  if (type === 'bfloat16') {
    return (at, value) => {
      data[at] = toBrain(Number(value));
    };
  }
  if (type === 'bool') {
    return (at, value) => {
      data[at] = Number(value) === 0 ? 0 : 1;
    };
  }
  if (isBig(type)) {
    return (at, value) => {
      data[at] = BigInt(value);
    };
  }
  return (at, value) => {
    data[at] = Number(value);
  };
}

/** The nearest value that the type has: floats round to even, integers wrap modulo 2^bits. */
export function wrap(type: ElementType, value: Scalar): Scalar {
  switch (type) {
    case 'float64':
      return Number(value);
    case 'float32':
      return Math.fround(Number(value));
    case 'float16':
      return fromHalf(toHalf(Number(value)));
    case 'bfloat16':
      return fromBrain(toBrain(Number(value)));
    case 'int64':
      return BigInt.asIntN(64, BigInt(value));
    case 'uint64':
      return BigInt.asUintN(64, BigInt(value));
    case 'bool':
      return Number(value) === 0 ? 0 : 1;
    case 'int32':
      return typeof value === 'bigint' ? Number(BigInt.asIntN(32, value)) : value | 0;
    case 'uint32':
      return typeof value === 'bigint' ? Number(BigInt.asUintN(32, value)) : value >>> 0;
    default: {
      const bits = typeof value === 'bigint' ? Number(BigInt.asIntN(32, value)) : value | 0;
      if (type === 'int8') return (bits << 24) >> 24;
      if (type === 'uint8') return bits & 0xff;
      return type === 'int16' ? (bits << 16) >> 16 : bits & 0xffff;
    }
  }
}

export function isFloat(type: ElementType): boolean {
  return type === 'float32' || type === 'float64' || type === 'float16' || type === 'bfloat16';
}

/** Whether an element is a bigint. */
export function isBig(type: ElementType): boolean {
  return type === 'int64' || type === 'uint64';
}

export function isUnsigned(type: ElementType): boolean {
  return type === 'bool' || type.startsWith('uint');
}

/** Least and greatest finite value of an integer type; infinities of a float. */
export function rangeOf(type: ElementType): readonly [Scalar, Scalar] {
  if (isFloat(type)) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (type === 'bool') return [0, 1];
  const bits = Number(type.replace(/\D/g, ''));
  if (type === 'int64') return [-(2n ** 63n), 2n ** 63n - 1n];
  if (type === 'uint64') return [0n, 2n ** 64n - 1n];
  return isUnsigned(type) ? [0, 2 ** bits - 1] : [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1];
}

/** Elements as numbers: of 64-bit integers the nearest ones. */
export function numbersOf({ type, data }: Tensor): number[] {
  const read = readerOf(type, data);
  return Array.from({ length: data.length }, (_, at) => Number(read(at)));
}

const storage: Readonly<Record<ElementType, Storage>> = {
  float32: Float32Array,
  float64: Float64Array,
  float16: Uint16Array,
  bfloat16: Uint16Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  int64: BigInt64Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  uint64: BigUint64Array,
  bool: Uint8Array,
};

interface Storage {
  new (count: number): Data;
  new (buffer: ArrayBufferLike, offset: number, count: number): Data;
}

/** The bits of the nearest bfloat16, ties to even. */
function toBrain(value: number): number {
  scratch[0] = value;
  const bits = scratchBits[0]!;
  if (Number.isNaN(value)) return 0x7fc0;
  return ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16) & 0xffff;
}

function fromBrain(bits: number): number {
  scratchBits[0] = bits << 16;
  return scratch[0]!;
}

const scratch = new Float32Array(1);
const scratchBits = new Uint32Array(scratch.buffer);
