// float16 and bfloat16 exist in memory alone: loaded they are float32, stored they are rounded to nearest, ties to even.
import { f32x4, i32x4, type V128, v128 } from './code.ts';
import { bind, floats, integers, type Lanes } from './lanes.ts';

const signBit = -0x80000000;

/** @param words Four float16, each in the low half of a lane whose high half is 0. */
export function fromHalf(lanes: Lanes, words: V128): V128 {
  const word = bind(lanes, words);
  const shifted = bind(lanes, i32x4.shl(v128.and(word, integers(lanes, 0x7fff)), 13));
  // 2^112 moves the exponent's bias from 15 to 127, for denormals too.
  const value = f32x4.mul(shifted, floats(lanes, 2 ** 112));
  const special = v128.and(i32x4.ge_s(shifted, integers(lanes, 0x0f800000)), integers(lanes, 0x7f800000));
  const sign = i32x4.shl(v128.and(word, integers(lanes, 0x8000)), 16);
  return v128.or(v128.or(value, special), sign);
}

/** @returns Four float16, each in the low half of a lane. */
export function toHalf(lanes: Lanes, value: V128): V128 {
  const bits = bind(lanes, value);
  const sign = i32x4.shr_u(v128.and(bits, integers(lanes, signBit)), 16);
  const size = bind(lanes, v128.andnot(bits, integers(lanes, signBit)));
  // Adding 1/2 shifts a denormal's bits into place and rounds them.
  const denormal = i32x4.sub(f32x4.add(size, floats(lanes, 0.5)), integers(lanes, 0x3f000000));
  const odd = v128.and(i32x4.shr_u(size, 13), integers(lanes, 1));
  const rebiased = i32x4.add(i32x4.add(size, integers(lanes, ((15 - 127) << 23) + 0xfff)), odd);
  const normal = i32x4.shr_u(rebiased, 13);
  const nan = i32x4.gt_s(size, integers(lanes, 0x7f800000));
  const large = v128.bitselect(integers(lanes, 0x7e00), integers(lanes, 0x7c00), nan);
  const small = v128.bitselect(denormal, normal, i32x4.lt_s(size, integers(lanes, 113 << 23)));
  return v128.or(v128.bitselect(large, small, i32x4.ge_s(size, integers(lanes, 0x47800000))), sign);
}

/** @returns Four bfloat16, each in the low half of a lane. */
export function toBrain(lanes: Lanes, value: V128): V128 {
  const bits = bind(lanes, value);
  const odd = v128.and(i32x4.shr_u(bits, 16), integers(lanes, 1));
  const rounded = i32x4.shr_u(i32x4.add(i32x4.add(bits, integers(lanes, 0x7fff)), odd), 16);
  const quiet = v128.or(i32x4.shr_u(bits, 16), integers(lanes, 0x40));
  return v128.bitselect(quiet, rounded, f32x4.ne(bits, bits));
}
