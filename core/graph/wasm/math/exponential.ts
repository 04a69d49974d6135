// e^x and what is made of it, of four float32 at once. Errors are the greatest that test/core/graph/wasm/math.test.ts
// allows, in units in the last place (ulp) of the correctly rounded result, with and without fused multiply-add.
import { f32x4, i32x4, type V128, v128 } from '../code.ts';
import { bind, clamp, floats, integers, type Lanes, madd, polynomial } from '../lanes.ts';

/** 1.5 * 2^23: adding it leaves the nearest integer in the low bits. */
const magic = 12582912;
const magicBits = 0x4b400000;
const log2e = Math.LOG2E;
/** ln 2 in two parts, the first with few bits [Cephes expf]. */
const ln2High = 0.693359375;
const ln2Low = -2.1219444e-4;
/** (e^r - 1 - r) / r^2 on [-ln 2 / 2, ln 2 / 2] [Cephes expf]. */
const tail = [1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1];

/** 1.5 ulp; underflows gradually, as it should. */
export function exp(lanes: Lanes, x: V128): V128 {
  const { shifted, value } = reduced(lanes, bind(lanes, clamp(lanes, x, -104, 89)));
  const exponent = bind(lanes, i32x4.sub(shifted, integers(lanes, magicBits)));
  const half = bind(lanes, i32x4.shr_s(exponent, 1));
  const power = (n: V128): V128 => i32x4.add(i32x4.shl(n, 23), integers(lanes, 0x3f800000));
  return f32x4.mul(f32x4.mul(value, power(half)), power(i32x4.sub(exponent, half)));
}

/** 2 ulp for x in [-87.3, 88.3]; 0 below, at least 2^127 above. Cheaper than `exp`: for sums, where that is enough. */
export function expFlushed(lanes: Lanes, x: V128): V128 {
  const { shifted, value } = reduced(lanes, bind(lanes, clamp(lanes, x, -87.7, 88.37)));
  const power = i32x4.add(i32x4.shl(shifted, 23), integers(lanes, 0x3f800000));
  return f32x4.mul(value, power);
}

/** x = n ln 2 + r: n in the low bits of `shifted`, e^r in `value`. */
function reduced(lanes: Lanes, x: V128): { readonly shifted: V128; readonly value: V128 } {
  const shifted = bind(lanes, madd(lanes, x, floats(lanes, log2e), floats(lanes, magic)));
  const n = bind(lanes, f32x4.sub(shifted, floats(lanes, magic)));
  const high = madd(lanes, n, floats(lanes, -ln2High), x);
  const r = bind(lanes, madd(lanes, n, floats(lanes, -ln2Low), high));
  const p = polynomial(lanes, r, tail);
  const value = f32x4.add(madd(lanes, p, bind(lanes, f32x4.mul(r, r)), r), floats(lanes, 1));
  return { shifted, value };
}

/** 3 ulp for x >= -87; about 5.9e-39 below. */
export function sigmoid(lanes: Lanes, x: V128): V128 {
  const one = floats(lanes, 1);
  return f32x4.div(one, f32x4.add(one, expFlushed(lanes, bind(lanes, f32x4.neg(x)))));
}

/** 7 ulp. A quotient of polynomials [Eigen, generic_fast_tanh_float]. */
export function tanh(lanes: Lanes, value: V128): V128 {
  const x = bind(lanes, clamp(lanes, value, -7.905311107635498, 7.905311107635498));
  const square = bind(lanes, f32x4.mul(x, x));
  const p = polynomial(
    lanes,
    square,
    [
      -2.76076847742355e-16, 2.00018790482477e-13, -8.60467152213735e-11, 5.12229709037114e-8, 1.48572235717979e-5,
      6.37261928875436e-4, 4.89352455891786e-3,
    ],
  );
  const q = polynomial(
    lanes,
    square,
    [1.19825839466702e-6, 1.18534705686654e-4, 2.268434632439e-3, 4.89352518554385e-3],
  );
  const tiny = f32x4.lt(f32x4.abs(x), floats(lanes, 0.0004));
  return v128.bitselect(value, f32x4.div(f32x4.mul(x, p), q), bind(lanes, tiny));
}

/** 4 ulp. */
export function sinh(lanes: Lanes, x: V128): V128 {
  const size = bind(lanes, f32x4.abs(x));
  // e^(x/2) twice: e^x alone is infinite where sinh is not yet.
  const root = bind(lanes, exp(lanes, f32x4.mul(size, floats(lanes, 0.5))));
  const half = f32x4.mul(root, floats(lanes, 0.5));
  const large = f32x4.sub(f32x4.mul(half, root), f32x4.div(floats(lanes, 0.5), f32x4.mul(root, root)));
  const square = bind(lanes, f32x4.mul(x, x));
  const series = polynomial(lanes, square, [1 / 362880, 1 / 5040, 1 / 120, 1 / 6]);
  const small = madd(lanes, f32x4.mul(series, square), x, x);
  const signed = v128.or(large, v128.and(x, integers(lanes, -0x80000000)));
  return v128.bitselect(small, signed, f32x4.lt(size, floats(lanes, 1)));
}

/** 4 ulp. */
export function cosh(lanes: Lanes, x: V128): V128 {
  const root = bind(lanes, exp(lanes, f32x4.mul(f32x4.abs(x), floats(lanes, 0.5))));
  const half = f32x4.mul(root, floats(lanes, 0.5));
  return f32x4.add(f32x4.mul(half, root), f32x4.div(floats(lanes, 0.5), f32x4.mul(root, root)));
}
