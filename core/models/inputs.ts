// Inputs for a model, from a seed: the same on every machine.
import { CodedError } from '@edgewright/schemas/codes.js';
import type { ElementType, Input } from '../graph/graph.ts';
import { elements } from '../graph/graph.ts';
import { fillFloat16, fillFloat32 } from '../onnx/weights.ts';

export type InputData = Float32Array | Float64Array | Uint16Array | BigInt64Array | Int32Array | Int8Array | Uint8Array;

export interface InputTensor {
  readonly type: ElementType;
  readonly dims: readonly number[];
  /** Of float16 the bit patterns, of bool 0 and 1. */
  readonly data: InputData;
}

/** Element types that inputs can be made of. */
export const inputTypes: ReadonlySet<ElementType> = new Set([
  ...(['float32', 'float16', 'float64', 'int64', 'int32', 'int8', 'uint8', 'bool'] as const),
]);

/**
 * Floats are uniform in +-1 and never zero. Integers lie in [0, below), or are 0 and 1 where nothing is known of them: that
 * is in range for masks, types and indices.
 * @throws CodedError `out-of-memory` for one larger than the engine allocates
 */
export function makeInputs(inputs: readonly Input[], seed: number): ReadonlyMap<string, InputTensor> {
  return new Map(
    inputs.map(({ name, type: { type, shape }, below }, at) => {
      const own = (Math.imul(seed, 0x9e3779b1) + Math.imul(at + 1, 0xc2b2ae35)) >>> 0;
      return [name, { type, dims: shape, data: filled(name, { type, shape }, own, below ?? 2) }];
    }),
  );
}

function filled(name: string, { type, shape }: Input['type'], seed: number, below: number): InputData {
  try {
    return fill(type, elements(shape), seed, below);
  } catch (error) {
    // What a length beyond all arrays is refused with, and one beyond what memory there is.
    if (!(error instanceof RangeError)) throw error;
    throw new CodedError(
      'out-of-memory',
      `Input "${name}" of [${shape.join(', ')}] cannot be allocated: ${error.message}.`,
      'Bind smaller sizes to the dimensions of the model.',
    );
  }
}

function fill(type: ElementType, count: number, seed: number, below: number): InputData {
  const distribution = { seed, scale: 1, center: 0 };
  if (type === 'float16') {
    const bits = new Uint16Array(count);
    fillFloat16(bits, distribution, 0);
    return bits;
  }
  const uniform = new Float32Array(count);
  fillFloat32(uniform, distribution, 0);
  const idAt = (at: number): number => Math.min(below - 1, Math.floor(((uniform[at]! + 1) / 2) * below));
  switch (type) {
    case 'float32':
      return uniform;
    case 'float64':
      return Float64Array.from(uniform);
    case 'int64':
      return BigInt64Array.from({ length: count }, (_, at) => BigInt(idAt(at)));
    case 'int32':
      return Int32Array.from({ length: count }, (_, at) => idAt(at));
    case 'int8':
      return Int8Array.from({ length: count }, (_, at) => idAt(at));
    case 'uint8':
    case 'bool':
      return Uint8Array.from({ length: count }, (_, at) => idAt(at));
    default:
      throw new TypeError(`no inputs of ${type}`);
  }
}
