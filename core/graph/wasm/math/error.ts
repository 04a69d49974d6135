// The error function of four float32 at once; errors as in exponential.ts.
import { f32x4, type V128, v128 } from '../code.ts';
import { bind, floats, integers, type Lanes, madd, polynomial } from '../lanes.ts';
import { expFlushed } from './exponential.ts';

/** 2 ulp. Two polynomials that meet at 0.921875 [N. Juffa's erff, as in onnxruntime's MLAS]. */
export function erf(lanes: Lanes, value: V128): V128 {
  const size = bind(lanes, f32x4.abs(value));
  const square = bind(lanes, f32x4.mul(size, size));
  const inner = polynomial(
    lanes,
    square,
    [-5.99104969e-4, 4.99339588e-3, -2.67667342e-2, 1.12818025e-1, -3.76124859e-1, 1.28379151e-1],
  );
  const small = madd(lanes, inner, value, value);
  const x = bind(lanes, f32x4.pmin(size, floats(lanes, 3.925)));
  const outer = polynomial(
    lanes,
    x,
    [1.7294893e-5, -3.8320868e-4, 3.88393435e-3, -2.42545605e-2, 1.06777847e-1, 6.34846687e-1, 1.28717512e-1],
  );
  const exponent = f32x4.neg(madd(lanes, outer, x, x));
  const large = f32x4.sub(floats(lanes, 1), expFlushed(lanes, exponent));
  const signed = v128.or(large, v128.and(value, integers(lanes, -0x80000000)));
  return v128.bitselect(signed, small, f32x4.gt(size, floats(lanes, 0.921875)));
}
