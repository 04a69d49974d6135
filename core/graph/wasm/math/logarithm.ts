// Logarithms and the inverse hyperbolic functions, of four float32 at once; errors as in exponential.ts.
import { f32x4, i32x4, type V128, v128 } from '../code.ts';
import { bind, floats, integers, type Lanes, madd, polynomial } from '../lanes.ts';

const infinity = 0x7f800000;
const quietNaN = 0x7fc00000;
const signBit = -0x80000000;
/** (ln(1 + f) - f + f^2 / 2) / f^3 on [sqrt(1/2) - 1, sqrt(2) - 1] [Cephes logf]. */
const tail = [
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
  2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
];

/** 1.5 ulp, denormals too; -inf of 0, NaN of what is below. */
export function log(lanes: Lanes, value: V128): V128 {
  const denormal = bind(lanes, f32x4.lt(value, floats(lanes, 2 ** -126)));
  const x = v128.bitselect(f32x4.mul(value, floats(lanes, 2 ** 23)), value, denormal);
  const bits = bind(lanes, x);
  // sqrt(1/2) as the border keeps the exponent of 1 at 0.
  const exponent = bind(lanes, i32x4.shr_s(i32x4.sub(bits, integers(lanes, 0x3f3504f3)), 23));
  const mantissa = i32x4.sub(bits, i32x4.shl(exponent, 23));
  const f = bind(lanes, f32x4.sub(mantissa, floats(lanes, 1)));
  const correction = v128.and(denormal, integers(lanes, 23));
  const e = bind(lanes, f32x4.convert_i32x4_s(i32x4.sub(exponent, correction)));
  const square = bind(lanes, f32x4.mul(f, f));
  const cubic = f32x4.mul(f32x4.mul(polynomial(lanes, f, tail), f), square);
  const low = madd(lanes, e, floats(lanes, -2.1219444e-4), cubic);
  const sum = f32x4.add(f, madd(lanes, square, floats(lanes, -0.5), low));
  const result = madd(lanes, e, floats(lanes, 0.693359375), sum);
  return specials(lanes, value, result);
}

function specials(lanes: Lanes, x: V128, result: V128): V128 {
  const zero = f32x4.eq(x, floats(lanes, 0));
  // NaN and inf give themselves, what is below zero gives NaN.
  const itself = v128.not(f32x4.lt(x, integers(lanes, infinity)));
  const negative = f32x4.lt(x, floats(lanes, 0));
  const finite = v128.bitselect(integers(lanes, infinity | signBit), result, zero);
  return v128.or(v128.bitselect(x, finite, itself), v128.and(negative, integers(lanes, quietNaN)));
}

/** ln(1 + x), 4 ulp, for x > -1. What is lost in 1 + x is made good by the factor [Kahan; HP-15C Advanced Functions]. */
export function log1p(lanes: Lanes, x: V128): V128 {
  const one = floats(lanes, 1);
  const sum = bind(lanes, f32x4.add(x, one));
  const rest = bind(lanes, f32x4.sub(sum, one));
  const exact = f32x4.eq(rest, floats(lanes, 0));
  const infinite = f32x4.eq(x, integers(lanes, infinity));
  const scaled = f32x4.mul(log(lanes, sum), f32x4.div(x, rest));
  return v128.bitselect(x, scaled, v128.or(exact, infinite));
}

/** 4 ulp. */
export function asinh(lanes: Lanes, x: V128): V128 {
  const size = bind(lanes, f32x4.abs(x));
  const square = bind(lanes, f32x4.mul(size, size));
  const root = f32x4.sqrt(f32x4.add(square, floats(lanes, 1)));
  // asinh x = log1p(x + x^2 / (1 + sqrt(1 + x^2))); x^2 overflows long after asinh x = ln 2x.
  const small = log1p(lanes, bind(lanes, f32x4.add(size, f32x4.div(square, f32x4.add(root, floats(lanes, 1))))));
  const large = f32x4.add(log(lanes, size), floats(lanes, Math.LN2));
  const positive = v128.bitselect(large, small, f32x4.gt(size, floats(lanes, 1e10)));
  return v128.or(positive, v128.and(x, integers(lanes, signBit)));
}

/** 4 ulp; NaN below 1. */
export function acosh(lanes: Lanes, x: V128): V128 {
  const t = bind(lanes, f32x4.sub(x, floats(lanes, 1)));
  // acosh x = log1p(t + sqrt(2 t + t^2)) with t = x - 1.
  const root = f32x4.sqrt(madd(lanes, t, t, f32x4.add(t, t)));
  const small = log1p(lanes, bind(lanes, f32x4.add(t, root)));
  const large = f32x4.add(log(lanes, x), floats(lanes, Math.LN2));
  return v128.bitselect(large, small, f32x4.gt(x, floats(lanes, 1e10)));
}

/** 4 ulp; infinite at 1 and -1. */
export function atanh(lanes: Lanes, x: V128): V128 {
  const size = bind(lanes, f32x4.abs(x));
  const ratio = f32x4.div(f32x4.add(size, size), f32x4.sub(floats(lanes, 1), size));
  const half = f32x4.mul(log1p(lanes, bind(lanes, ratio)), floats(lanes, 0.5));
  return v128.or(half, v128.and(x, integers(lanes, signBit)));
}
