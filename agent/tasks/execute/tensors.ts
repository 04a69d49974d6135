// Tensors of a task, numbers of JSON, as those of runtimes, of whatever type the model wants, and back.
import type { ElementType } from '@edgewright/core/graph/graph.js';
import { isBig, isFloat, rangeOf, readerOf, tensorOf } from '@edgewright/core/graph/tensor.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Tensor } from '../../runtimes/runtime.ts';
import type { FlatTensor } from './script.ts';

/**
 * Floats are rounded to the type, integers to whole numbers; of a bool all but 0 is true. Throws `task-model` for a number that
 * the type does not have: one out of its range, or no number where it is an integer.
 */
export function toRuntime(name: string, type: string, { shape, data }: FlatTensor): Tensor {
  if (type === 'float32' && data instanceof Float32Array) return { type, dims: shape, data };
  const element = type as ElementType;
  const values = isFloat(element) || element === 'bool' ? data : wholeNumbers(name, element, data);
  return { type, dims: shape, data: tensorOf(element, shape, values).data };
}

function* wholeNumbers(name: string, type: ElementType, data: FlatTensor['data']): Generator<number | bigint> {
  const [least, most] = rangeOf(type);
  for (const value of data) {
    const whole = Math.round(value);
    // NaN is neither.
    if (!(whole >= least && whole <= most))
      throw inputFault(name, `has ${value}, and as ${type} it takes whole numbers from ${least} to ${most}`);
    yield isBig(type) ? BigInt(whole) : whole;
  }
}

/** Undefined for what is no tensor of numbers. 64-bit integers become the nearest number. */
export function fromRuntime({ type, dims, data }: Tensor): FlatTensor | undefined {
  const shape = [...dims];
  if (data instanceof Float32Array) return { shape, data };
  if (!ArrayBuffer.isView(data) || data instanceof DataView) return undefined;
  // Bits, where the engine has no array of halves.
  if (data instanceof Uint16Array && isFloat(type as ElementType)) {
    const read = readerOf(type as ElementType, data);
    return { shape, data: Float32Array.from(data, (_, at) => Number(read(at))) };
  }
  if (type === 'float16') return { shape, data: Float32Array.from(data as unknown as ArrayLike<number>) };
  return { shape, data: Float64Array.from(data as unknown as ArrayLike<number | bigint>, Number) };
}

/** Binds the symbolic sizes of the model's shape to those that are given, in `sizes`. Throws `task-model`. */
export function checkShape(
  name: string,
  shape: readonly (number | string)[],
  { shape: given, data }: FlatTensor,
  sizes: Map<string, number>,
): void {
  const fits =
    shape.length === given.length &&
    shape.every((size, axis) => {
      const is = given[axis]!;
      if (typeof size === 'number') return size === is;
      const known = sizes.get(size);
      if (known === undefined) sizes.set(size, is);
      return known === undefined || known === is;
    });
  if (!fits) throw inputFault(name, `is [${given.join(', ')}], and the model wants [${shape.join(', ')}]`);
  const count = given.reduce((product, size) => product * size, 1);
  if (count !== data.length) throw inputFault(name, `has ${data.length} values for the shape [${given.join(', ')}]`);
}

export function inputFault(name: string, what: string): CodedError {
  return new CodedError(
    'task-model',
    `The input "${name}" of the model ${what}.`,
    'Return it from `prepare`, or give it under `pipeline.tensors`, by its name and shape in the model.',
  );
}
