// Fourier transforms and windows: products with constant matrices, and constants.
import { intOf } from '../context.ts';
import { elementTypes } from '../shapes.ts';
import { tensorOf } from '../tensor.ts';
import type { ProgramBuilder, Value } from './builder.ts';
import { add, matmul, sub } from './compute.ts';
import { axisOf, known, type Lowerer, type Lowering, NotLowered, need } from './lowering.ts';
import { concat, moveAxis, pick, reshape, sliceAxis } from './move.ts';

export const signalLowerers: Readonly<Record<string, Lowerer>> = {
  DFT: (lowering) => [transform(lowering)],
  HannWindow: window([0.5, 0.5, 0]),
  HammingWindow: window([25 / 46, 21 / 46, 0]),
  BlackmanWindow: window([0.42, 0.5, 0.08]),
};

/** a0 - a1 cos t + a2 cos 2t over one turn. */
function window([a0, a1, a2]: readonly [number, number, number]): Lowerer {
  return (lowering) => {
    const { b, node } = lowering;
    const count = known(lowering, 0, 'size')![0]!;
    b.list(count);
    const type = elementTypes.get(intOf(node, 'output_datatype', 1));
    if (type === undefined) throw new NotLowered('its output type is none of this compiler');
    const period = intOf(node, 'periodic', 1) ? count : count - 1;
    const values = Array.from({ length: count }, (_, at) => {
      const angle = (2 * Math.PI * at) / period;
      return a0 - a1 * Math.cos(angle) + a2 * Math.cos(2 * angle);
    });
    return [b.constant(tensorOf(type, [count], values))];
  };
}

/** x [.., n, .., 1 or 2]: real and imaginary part along the last axis. */
function transform(lowering: Lowering): Value {
  const { b, node, opset } = lowering;
  const x = need(lowering, 0);
  const rank = x.shape.length;
  const axis = axisOf(node, opset >= 20 ? (known(lowering, 2, 'axis')?.[0] ?? -2) : intOf(node, 'axis', 1), rank);
  const isInverse = intOf(node, 'inverse', 0) !== 0;
  const isOneSided = intOf(node, 'onesided', 0) !== 0;
  const given = known(lowering, 1, 'length')?.[0];
  const parts = x.shape[rank - 1]!;
  // A real result of half a spectrum: the other half is its conjugate.
  const isReal = isInverse && isOneSided;
  const length = given ?? (isReal ? 2 * (x.shape[axis]! - 1) : x.shape[axis]!);
  const wanted = isReal ? Math.floor(length / 2) + 1 : length;
  b.list(wanted);
  const list = Array.from({ length: wanted }, (_, at) => (at < x.shape[axis]! ? at : -1));
  const fitted = pick(
    b,
    x,
    x.shape.map((_, at) => (at === axis ? list : undefined)),
  );
  const part = (at: number): Value =>
    moveAxis(b, reshape(b, sliceAxis(b, fitted, rank - 1, at, 1), fitted.shape.slice(0, -1)), axis, rank - 2);
  const real = part(0);
  const imaginary = parts === 2 ? part(1) : undefined;
  const bins = isOneSided && !isInverse ? Math.floor(length / 2) + 1 : length;
  const turn = (fn: (angle: number) => number): Value => {
    b.list(wanted * bins);
    const scale = isInverse ? 1 / length : 1;
    const values = Array.from({ length: wanted * bins }, (_, at) => {
      const [from, to] = [Math.floor(at / bins), at % bins];
      // The product modulo the length keeps the angle small and so exact.
      const angle = (2 * Math.PI * ((from * to) % length)) / length;
      // Every bin but the first, and the middle one of an even length, stands for its conjugate too.
      const times = isReal && from > 0 && 2 * from !== length ? 2 : 1;
      return fn(isInverse ? angle : -angle) * scale * times;
    });
    return b.constant(tensorOf(x.type, [wanted, bins], values));
  };
  const [cosines, sines] = [turn(Math.cos), turn(Math.sin)];
  const back = (value: Value): Value => {
    const placed = moveAxis(b, value, rank - 2, axis);
    return reshape(b, placed, [...placed.shape, 1]);
  };
  const product = (value: Value, matrix: Value): Value => rowsTimes(b, value, matrix);
  const outReal = imaginary ? sub(b, product(real, cosines), product(imaginary, sines)) : product(real, cosines);
  if (isReal) return back(outReal);
  const outImaginary = imaginary ? add(b, product(real, sines), product(imaginary, cosines)) : product(real, sines);
  return concat(b, [back(outReal), back(outImaginary)], rank - 1);
}

function rowsTimes(b: ProgramBuilder, x: Value, matrix: Value): Value {
  if (x.shape.length > 1) return matmul(b, x, matrix);
  return reshape(b, matmul(b, reshape(b, x, [1, ...x.shape]), matrix), [matrix.shape[1]!]);
}
