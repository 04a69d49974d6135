// Sine, cosine, tangent and their inverses of four float32 at once; errors as in exponential.ts. Angles are reduced in
// float64, so that the bounds hold for |x| <= 10^6; beyond, the absolute error grows with |x| * 2^-60.
import { f32x4, f64x2, i32x4, shuffle32, type V128, v128 } from '../code.ts';
import { bind, doubles, floats, integers, type Lanes, madd, polynomial } from '../lanes.ts';

const signBit = -0x80000000;
/** pi / 2 in two parts, the first with 33 bits [fdlibm]. */
const halfPiHigh = 1.5707963267341256;
const halfPiLow = 6.077100506506192e-11;

/** 1.5 * 2^23: adding it leaves the nearest integer in the low bits. */
const magic = 12582912;
/** pi / 2 in parts of 13 bits, so that products with up to 10 bits are exact, and the rest. */
const quarterTurn = [1.570556640625, 0.0002396702766418457, 1.5890691429376602e-8, 2.563344151594519e-12];

/** 2 ulp. */
export function sin(lanes: Lanes, x: V128): V128 {
  const { r, quadrant } = reduced(lanes, x);
  return bind(lanes, quarter(lanes, r, quadrant));
}

/** 2 ulp. */
export function cos(lanes: Lanes, x: V128): V128 {
  const { r, quadrant } = reduced(lanes, x);
  return bind(lanes, quarter(lanes, r, bind(lanes, i32x4.add(quadrant, integers(lanes, 1)))));
}

/** 4 ulp. */
export function tan(lanes: Lanes, x: V128): V128 {
  const { r, quadrant } = reduced(lanes, x);
  const cosine = quarter(lanes, r, bind(lanes, i32x4.add(quadrant, integers(lanes, 1))));
  return f32x4.div(quarter(lanes, r, quadrant), cosine);
}

/** x = quadrant * pi / 2 + r, |r| <= pi / 4; of `quadrant` the low two bits count. Small angles need no float64. */
function reduced(lanes: Lanes, x: V128): { readonly r: V128; readonly quadrant: V128 } {
  const { code } = lanes;
  const value = bind(lanes, x);
  const [r, quadrant] = [code.local('v128'), code.local('v128')];
  code.if(
    i32x4.all_true(f32x4.lt(f32x4.abs(value), floats(lanes, 512))),
    () => {
      const shifted = code.let(madd(lanes, value, floats(lanes, 2 / Math.PI), floats(lanes, magic)));
      const turns = code.let(f32x4.sub(shifted, floats(lanes, magic)));
      const rest = quarterTurn.reduce<V128>(
        (sum, part) => f32x4.sub(sum, f32x4.mul(turns, floats(lanes, part))),
        value,
      );
      code.set(r, rest);
      code.set(quadrant, shifted);
    },
    () => {
      const large = reducedWide(lanes, value);
      code.set(r, large.r);
      code.set(quadrant, large.quadrant);
    },
  );
  return { r, quadrant };
}

function reducedWide(lanes: Lanes, value: V128): { readonly r: V128; readonly quadrant: V128 } {
  const half = (part: V128): readonly [r: V128, quadrant: V128] => {
    const wide = bind(lanes, f64x2.promote_low_f32x4(part));
    const turns = bind(lanes, f64x2.nearest(f64x2.mul(wide, doubles(lanes, 2 / Math.PI))));
    const high = f64x2.sub(wide, f64x2.mul(turns, doubles(lanes, halfPiHigh)));
    const r = f64x2.sub(high, f64x2.mul(turns, doubles(lanes, halfPiLow)));
    const whole = f64x2.mul(f64x2.floor(f64x2.mul(turns, doubles(lanes, 0.25))), doubles(lanes, 4));
    return [
      bind(lanes, f32x4.demote_f64x2_zero(r)),
      bind(lanes, i32x4.trunc_sat_f64x2_s_zero(f64x2.sub(turns, whole))),
    ];
  };
  const [lowR, lowQuadrant] = half(value);
  const [highR, highQuadrant] = half(shuffle32(value, value, [2, 3, 2, 3]));
  return {
    r: bind(lanes, shuffle32(lowR, highR, [0, 1, 4, 5])),
    quadrant: bind(lanes, shuffle32(lowQuadrant, highQuadrant, [0, 1, 4, 5])),
  };
}

/** sin(r + quadrant * pi / 2); polynomials on [-pi / 4, pi / 4] [Cephes sinf, cosf]. */
function quarter(lanes: Lanes, r: V128, quadrant: V128): V128 {
  const square = bind(lanes, f32x4.mul(r, r));
  const sine = polynomial(lanes, square, [-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1]);
  const cosine = polynomial(lanes, square, [2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2]);
  const odd = madd(lanes, f32x4.mul(sine, square), r, r);
  const even = f32x4.add(
    madd(lanes, square, floats(lanes, -0.5), f32x4.mul(cosine, f32x4.mul(square, square))),
    floats(lanes, 1),
  );
  const swap = i32x4.ne(v128.and(quadrant, integers(lanes, 1)), integers(lanes, 0));
  const sign = i32x4.shl(v128.and(quadrant, integers(lanes, 2)), 30);
  return v128.xor(v128.bitselect(even, odd, swap), sign);
}

/** 3 ulp. */
export function atan(lanes: Lanes, x: V128): V128 {
  const size = bind(lanes, f32x4.abs(x));
  const far = bind(lanes, f32x4.gt(size, floats(lanes, 2.414213562373095)));
  const middle = bind(lanes, v128.andnot(f32x4.gt(size, floats(lanes, 0.414213562373095)), far));
  // Three ranges: atan x, pi/4 + atan((x - 1) / (x + 1)), pi/2 + atan(-1 / x) [Cephes atanf].
  const one = floats(lanes, 1);
  const top = v128.bitselect(floats(lanes, -1), v128.bitselect(f32x4.sub(size, one), size, middle), far);
  const bottom = v128.bitselect(size, v128.bitselect(f32x4.add(size, one), one, middle), far);
  const y = bind(lanes, f32x4.div(top, bottom));
  const base = v128.or(v128.and(far, floats(lanes, Math.PI / 2)), v128.and(middle, floats(lanes, Math.PI / 4)));
  const square = bind(lanes, f32x4.mul(y, y));
  const p = polynomial(lanes, square, [8.05374449538e-2, -1.38776856032e-1, 1.99777106478e-1, -3.33329491539e-1]);
  const positive = f32x4.add(base, madd(lanes, f32x4.mul(p, square), y, y));
  return v128.or(positive, v128.and(x, integers(lanes, signBit)));
}

/** 3 ulp; NaN outside of [-1, 1]. */
export function asin(lanes: Lanes, x: V128): V128 {
  const { large, root } = arc(lanes, x);
  const outer = f32x4.sub(floats(lanes, Math.PI / 2), f32x4.add(root, root));
  return v128.or(v128.bitselect(outer, root, large), v128.and(x, integers(lanes, signBit)));
}

/** 2 ulp; NaN outside of [-1, 1]. */
export function acos(lanes: Lanes, x: V128): V128 {
  const { large, root } = arc(lanes, x);
  const sign = bind(lanes, v128.and(x, integers(lanes, signBit)));
  const double = bind(lanes, f32x4.add(root, root));
  const negative = f32x4.lt(x, floats(lanes, 0));
  const outer = v128.bitselect(f32x4.sub(floats(lanes, Math.PI), double), double, negative);
  const inner = f32x4.sub(floats(lanes, Math.PI / 2), v128.or(root, sign));
  return v128.bitselect(outer, inner, large);
}

/** asin |x| where |x| <= 1/2, else asin sqrt((1 - |x|) / 2) [Cephes asinf]. */
function arc(lanes: Lanes, x: V128): { readonly large: V128; readonly root: V128 } {
  const size = bind(lanes, f32x4.abs(x));
  const half = floats(lanes, 0.5);
  const large = bind(lanes, f32x4.gt(size, half));
  const square = bind(
    lanes,
    v128.bitselect(f32x4.mul(half, f32x4.sub(floats(lanes, 1), size)), f32x4.mul(size, size), large),
  );
  const y = bind(lanes, v128.bitselect(f32x4.sqrt(square), size, large));
  const p = polynomial(
    lanes,
    square,
    [4.2163199048e-2, 2.4181311049e-2, 4.5470025998e-2, 7.4953002686e-2, 1.6666752422e-1],
  );
  return { large, root: bind(lanes, madd(lanes, f32x4.mul(p, square), y, y)) };
}
