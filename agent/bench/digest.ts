// What an output looks like in a few numbers, to see that runtimes agree.
import type { OutputDigest } from '@edgewright/schemas/generated/record.js';
import type { Tensor } from '../runtimes/runtime.ts';

export function digest(output: Tensor): OutputDigest {
  const values = numbers(output);
  let sum = 0;
  let absMax = 0;
  let finite = true;
  for (const value of values) {
    sum += value;
    absMax = Math.max(absMax, Math.abs(value));
    finite &&= Number.isFinite(value);
  }
  const some = finite && values.length > 0;
  return { elements: values.length, mean: some ? sum / values.length : null, absMax: some ? absMax : null, finite };
}

function numbers(tensor: Tensor): ArrayLike<number> & Iterable<number> {
  const { data } = tensor;
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) return Array.from(data, Number);
  // Bit patterns, where the engine has no Float16Array.
  if (tensor.type === 'float16' && data instanceof Uint16Array) return Array.from(data, halfToNumber);
  if (ArrayBuffer.isView(data) && !(data instanceof DataView)) return data as unknown as Float32Array;
  return [];
}

/** IEEE 754 binary16. */
export function halfToNumber(bits: number): number {
  const sign = bits >> 15 === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
