// How far what was computed is from what was expected.
import type { TensorType } from '@edgewright/core/graph/graph.js';
import { readerOf, type Scalar, type Tensor } from '@edgewright/core/graph/tensor.js';

export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/** Of a whole tensor. */
export interface Difference {
  readonly isClose: boolean;
  /** Greatest |actual - expected|; infinite where only one of two is NaN, or an infinity; undefined where types or shapes differ. */
  readonly absolute: number | undefined;
  /** Greatest |actual - expected| / |expected|, over elements that are expected not to be 0. */
  readonly relative: number | undefined;
  /** Of the element furthest beyond the tolerance, or of types or shapes that differ; undefined where it is close. */
  readonly message: string | undefined;
}

/** Close is |actual - expected| <= absolute + relative |expected| for every element; NaN equals NaN. */
export function compare(actual: Tensor, expected: Tensor, tolerance: Tolerance): Difference {
  const mismatch = mismatchOf(actual, expected);
  if (mismatch !== undefined) return { isClose: false, absolute: undefined, relative: undefined, message: mismatch };
  const [read, readExpected] = [readerOf(actual.type, actual.data), readerOf(expected.type, expected.data)];
  let [absolute, relative, excess] = [0, 0, 0];
  let message: string | undefined;
  for (let at = 0; at < expected.data.length; at++) {
    const [value, wanted] = [read(at), readExpected(at)];
    if (value === wanted || (Number.isNaN(value) && Number.isNaN(wanted))) continue;
    const off = distance(value, wanted);
    const size = Math.abs(Number(wanted));
    absolute = Math.max(absolute, off);
    if (size > 0) relative = Math.max(relative, Number.isFinite(size) ? off / size : Number.POSITIVE_INFINITY);
    // An infinite allowance would let everything pass where an infinity is expected.
    const allowed = Number.isFinite(size) ? tolerance.absolute + tolerance.relative * size : 0;
    if (off - allowed > excess) {
      excess = off - allowed;
      message = `element ${at} is ${value}, expected ${wanted}`;
    }
  }
  return { isClose: message === undefined, absolute, relative, message };
}

/** How types or shapes differ. */
function mismatchOf(actual: TensorType, expected: TensorType): string | undefined {
  if (actual.type !== expected.type) return `it is ${actual.type}, expected ${expected.type}`;
  if (`${actual.shape}` === `${expected.shape}`) return undefined;
  return `its shape is [${actual.shape.join(', ')}], expected [${expected.shape.join(', ')}]`;
}

function distance(value: Scalar, wanted: Scalar): number {
  // As bigints: numbers past 2^53 that differ may be equal as doubles.
  if (typeof value === 'bigint' && typeof wanted === 'bigint') return Math.abs(Number(value - wanted));
  const off = Math.abs(Number(value) - Number(wanted));
  return Number.isNaN(off) ? Number.POSITIVE_INFINITY : off;
}
