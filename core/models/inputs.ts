// Inputs for a model, from a seed: the same on every machine.
import { CodedError } from '@edgewright/schemas/codes.js';
import type { ElementType, Input } from '../graph/graph.ts';
import { elements } from '../graph/graph.ts';
import { type Data, tensorOf } from '../graph/tensor.ts';
import { fillFloat16, fillFloat32 } from '../onnx/weights.ts';

export interface InputTensor {
  readonly type: ElementType;
  readonly dims: readonly number[];
  /** Of float16 the bit patterns, of bool 0 and 1. */
  readonly data: Data;
}

/** Element types that inputs can be made of. */
export const inputTypes: ReadonlySet<ElementType> = new Set([
  ...(['float32', 'float16', 'float64', 'int64', 'int32', 'int16', 'int8'] as const),
  ...(['uint64', 'uint32', 'uint16', 'uint8', 'bool'] as const),
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

function filled(name: string, { type, shape }: Input['type'], seed: number, below: number): Data {
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

function fill(type: ElementType, count: number, seed: number, below: number): Data {
  const distribution = { seed, scale: 1, center: 0 };
  if (type === 'float16') {
    const bits = new Uint16Array(count);
    fillFloat16(bits, distribution, 0);
    return bits;
  }
  const uniform = new Float32Array(count);
  fillFloat32(uniform, distribution, 0);
  const idAt = (at: number): number => Math.min(below - 1, Math.floor(((uniform[at]! + 1) / 2) * below));
  if (type === 'float32') return uniform;
  const ids = Array.from(uniform, (_, at) => idAt(at));
  return tensorOf(type, [count], type === 'float64' ? uniform : ids).data;
}
