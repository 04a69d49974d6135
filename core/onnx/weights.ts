// Seeded random weights. Every element is a hash of its index and the seed, so any part of a tensor can be made without
// the rest, and only integer arithmetic, one multiplication and one addition in double precision stand between seed and
// bits: the same on every machine. Weights are never zero and never denormal, because processors treat both apart.
import { toHalf } from './half.ts';

export interface Distribution {
  readonly seed: number;
  /** Half the width of the uniform distribution. */
  readonly scale: number;
  readonly center: number;
}

/** Least normal float16. */
const leastHalf = 2 ** -14;

/** Fills `target` with the elements from index `first` on. */
export function fillFloat32(target: Float32Array, { seed, scale, center }: Distribution, first: number): void {
  const key = mix(seed);
  const step = scale / 2 ** 23;
  for (let at = 0; at < target.length; at++) {
    // An odd number of 24 bits less 2^23 is never zero.
    target[at] = center + ((hash(first + at, key) >>> 8) | 1) * step - scale;
  }
}

/** Fills `target` with float16 bits of the elements from index `first`, an even number, on. */
export function fillFloat16(target: Uint16Array, distribution: Distribution, first: number): void {
  const key = mix(distribution.seed);
  const levels = halfLevels(distribution);
  const half = first / 2;
  for (let at = 0; at < target.length; at += 2) {
    const bits = hash(half + at / 2, key);
    target[at] = levels[bits >>> 20]!;
    // Past the end of an odd length this writes nothing.
    target[at + 1] = levels[(bits >>> 4) & 0xfff]!;
  }
}

/** 4096 evenly spaced values: a float16 has eleven significant bits. */
function halfLevels({ scale, center }: Distribution): Uint16Array {
  const levels = new Uint16Array(4096);
  for (let at = 0; at < levels.length; at++) {
    const value = center + ((2 * at + 1) / 4096 - 1) * scale;
    levels[at] = toHalf(Math.abs(value) < leastHalf ? Math.sign(value) * leastHalf : value);
  }
  return levels;
}

/** Chris Wellons' lowbias32 over an index spread by the golden ratio. */
function hash(index: number, key: number): number {
  return mix(Math.imul(index, 0x9e3779b1) + key);
}

function mix(bits: number): number {
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return bits ^ (bits >>> 16);
}
