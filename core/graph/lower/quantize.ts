// Quantising and back: element-wise steps, so that they fuse with what stands before and behind.
import { intOf } from '../context.ts';
import { type ElementType, elements } from '../graph.ts';
import { elementTypes } from '../shapes.ts';
import { isFloat, rangeOf } from '../tensor.ts';
import type { ProgramBuilder, Value } from './builder.ts';
import { add, cast, clamp, div, map, mul, reduce, scalar, sub, withNumber } from './compute.ts';
import { axisOf, type Lowerer, type Lowering, NotLowered, need } from './lowering.ts';
import { broadcastView, expand, rasterView, reshape } from './move.ts';

export const quantizeLowerers: Readonly<Record<string, Lowerer>> = {
  QuantizeLinear: (lowering) => {
    const { b, node, inputs } = lowering;
    const [x, scale] = [need(lowering, 0), need(lowering, 1)];
    const zero = inputs[2];
    const named = intOf(node, 'output_dtype', 0);
    const type = zero?.type ?? (named === 0 ? 'uint8' : elementTypes.get(named));
    if (type === undefined || isFloat(type)) throw new NotLowered('its output type is none of this compiler');
    const work: ElementType = x.type === 'float64' ? 'float64' : 'float32';
    const over = spread(lowering, scale, x);
    const ratio = div(b, cast(b, x, work), cast(b, over, work));
    return [saturate(b, ratio, zero && spread(lowering, zero, x), type)];
  },
  DequantizeLinear: (lowering) => {
    const { b, inputs } = lowering;
    const [x, scale] = [need(lowering, 0), need(lowering, 1)];
    const over = spread(lowering, scale, x);
    const zero = inputs[2] && spread(lowering, inputs[2], x);
    const work: ElementType = 'float32';
    const shifted = zero ? sub(b, cast(b, x, 'int32'), cast(b, zero, 'int32')) : x;
    return [cast(b, mul(b, cast(b, shifted, work), cast(b, over, work)), scale.type)];
  },
  DynamicQuantizeLinear: (lowering) => {
    const { b } = lowering;
    const x = need(lowering, 0);
    const axes = x.shape.map((_, axis) => axis);
    const low = withNumber(b, 'min', reshape(b, reduce(b, 'min', x, axes), []), 0);
    const high = withNumber(b, 'max', reshape(b, reduce(b, 'max', x, axes), []), 0);
    const scale = withNumber(b, 'div', sub(b, high, low), 255);
    const zero = saturate(b, div(b, map(b, 'neg', [low]), scale), undefined, 'uint8');
    return [saturate(b, div(b, x, scale), zero, 'uint8'), scale, zero];
  },
};

/** round(ratio) + zero, limited to the type. */
function saturate(b: ProgramBuilder, ratio: Value, zero: Value | undefined, type: ElementType): Value {
  const rounded = map(b, 'round', [ratio]);
  const shifted = zero ? add(b, rounded, cast(b, zero, ratio.type)) : rounded;
  const [low, high] = rangeOf(type);
  return cast(b, clamp(b, shifted, scalar(b, ratio.type, Number(low)), scalar(b, ratio.type, Number(high))), type);
}

/** An int32 sum times `scale` over `outScale`, quantised. */
export function requantise(b: ProgramBuilder, sum: Value, scale: Value, outScale: Value, zero: Value): Value {
  const factor = div(b, cast(b, scale, 'float32'), cast(b, outScale, 'float32'));
  return saturate(b, mul(b, cast(b, sum, 'float32'), factor), zero, zero.type);
}

/** A scale or zero point of one element, of an axis, or of blocks along an axis, so that it broadcasts to x. */
function spread({ b, node }: Lowering, value: Value, x: Value): Value {
  if (elements(value.shape) === 1 && value.shape.length <= 1) return reshape(b, value, []);
  const axis = axisOf(node, intOf(node, 'axis', 1), x.shape.length);
  if (value.shape.length === 1) {
    return reshape(
      b,
      value,
      x.shape.map((_, at) => (at === axis ? value.shape[0]! : 1)),
    );
  }
  const block = intOf(node, 'block_size', 0);
  if (block === 0) return value;
  const blocks = value.shape[axis]!;
  const inner = value.shape.toSpliced(axis + 1, 0, 1);
  const wide = expand(b, reshape(b, value, inner), inner.with(axis + 1, block));
  const full = reshape(b, wide, value.shape.with(axis, blocks * block));
  if (blocks * block === x.shape[axis]) return full;
  const view = broadcastView(full, full.shape);
  return rasterView(b, full, { ...view, size: view.size.with(axis, x.shape[axis]!) });
}
