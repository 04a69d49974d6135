// x^y of four float32 at once, in float64: the product y log x would lose too much in float32.
import { f32x4, f64x2, i64x2, shuffle32, type V128, v128 } from '../code.ts';
import { bind, doubles, floats, integers, type Lanes, longs } from '../lanes.ts';

const signBit = -0x80000000;

/** 1 ulp; the special cases of IEEE 754-2019 9.2.1. */
export function pow(lanes: Lanes, base: V128, power: V128): V128 {
  const [x, y] = [bind(lanes, base), bind(lanes, power)];
  const size = bind(lanes, f32x4.abs(x));
  const high = [2, 3, 2, 3];
  const low = bind(lanes, half(lanes, size, y));
  const top = bind(lanes, half(lanes, shuffle32(size, size, high), shuffle32(y, y, high)));
  const positive = shuffle32(low, top, [0, 1, 4, 5]);
  const whole = bind(lanes, f32x4.eq(f32x4.trunc(y), y));
  const halved = bind(lanes, f32x4.mul(y, floats(lanes, 0.5)));
  const odd = v128.andnot(whole, f32x4.eq(f32x4.trunc(halved), halved));
  const signed = v128.or(positive, v128.and(v128.and(odd, x), integers(lanes, signBit)));
  const infinity = integers(lanes, 0x7f800000);
  const finite = v128.and(f32x4.gt(size, floats(lanes, 0)), f32x4.lt(size, infinity));
  const undefinedRoot = v128.andnot(v128.and(finite, f32x4.lt(x, floats(lanes, 0))), whole);
  const missing = v128.or(undefinedRoot, v128.or(f32x4.ne(x, x), f32x4.ne(y, y)));
  const result = v128.bitselect(integers(lanes, 0x7fc00000), signed, missing);
  // -1 to an infinite power is 1, and infinite y counts as even here.
  const negativeOne = v128.and(f32x4.eq(x, floats(lanes, -1)), f32x4.eq(f32x4.abs(y), infinity));
  const one = v128.or(v128.or(f32x4.eq(y, floats(lanes, 0)), f32x4.eq(x, floats(lanes, 1))), negativeOne);
  return v128.bitselect(floats(lanes, 1), result, one);
}

/** |x|^y of the two low lanes, for x not 1 and y not 0, as two float32. */
function half(lanes: Lanes, size: V128, y: V128): V128 {
  const exponent = bind(lanes, f64x2.mul(f64x2.promote_low_f32x4(y), binaryLogarithm(lanes, size)));
  const z = bind(lanes, f64x2.pmin(f64x2.pmax(exponent, doubles(lanes, -200)), doubles(lanes, 200)));
  // 2^52 * 1.5 leaves the nearest integer in the low bits.
  const shifted = bind(lanes, f64x2.add(z, doubles(lanes, 6755399441055744)));
  const n = f64x2.sub(shifted, doubles(lanes, 6755399441055744));
  const f = bind(lanes, f64x2.mul(f64x2.sub(z, n), doubles(lanes, Math.LN2)));
  let series: V128 = doubles(lanes, 1 / 3628800);
  for (const factorial of [362880, 40320, 5040, 720, 120, 24, 6, 2, 1, 1])
    series = f64x2.add(f64x2.mul(series, f), doubles(lanes, 1 / factorial));
  const scale = i64x2.add(i64x2.shl(shifted, 52), longs(lanes, 0x3ff0000000000000n));
  return f32x4.demote_f64x2_zero(f64x2.mul(series, scale));
}

/** log2 of the two low lanes, relative error 2^-40. */
function binaryLogarithm(lanes: Lanes, size: V128): V128 {
  const bits = bind(lanes, f64x2.promote_low_f32x4(size));
  // Mantissa in [sqrt(1/2), sqrt(2)), as in logarithm.ts.
  const border = longs(lanes, 0x3fe6a09e667f3bcdn);
  const exponent = bind(lanes, i64x2.shr_s(i64x2.sub(bits, border), 52));
  const mantissa = bind(lanes, i64x2.sub(bits, i64x2.shl(exponent, 52)));
  const one = doubles(lanes, 1);
  const t = bind(lanes, f64x2.div(f64x2.sub(mantissa, one), f64x2.add(mantissa, one)));
  const square = bind(lanes, f64x2.mul(t, t));
  let series: V128 = doubles(lanes, 1 / 17);
  for (const odd of [15, 13, 11, 9, 7, 5, 3, 1]) series = f64x2.add(f64x2.mul(series, square), doubles(lanes, 1 / odd));
  const whole = f64x2.convert_low_i32x4_s(shuffle32(exponent, exponent, [0, 2, 0, 2]));
  const value = f64x2.add(whole, f64x2.mul(f64x2.mul(series, t), doubles(lanes, 2 / Math.LN2)));
  const infinity = longs(lanes, 0x7ff0000000000000n);
  const zero = bind(lanes, f64x2.eq(bits, doubles(lanes, 0)));
  const finite = v128.bitselect(f64x2.neg(infinity), value, zero);
  return v128.bitselect(infinity, finite, f64x2.eq(bits, infinity));
}
