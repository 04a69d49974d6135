// Ops that read or write at indices which are data. Constant indices that fall into few runs are rasters instead.
import { intOf, stringOf } from '../context.ts';
import { elements } from '../graph.ts';
import type { Gather, Index, Scatter } from '../program/kernel.ts';
import { denseStrides, denseView, type View } from '../program/view.ts';
import { numbersOf } from '../tensor.ts';
import type { ProgramBuilder, Value } from './builder.ts';
import { add, cast, iota, withNumber } from './compute.ts';
import { axisOf, type Lowerer, type Lowering, need, wrongType } from './lowering.ts';
import { pick, reshape } from './move.ts';

export const indexingLowerers: Readonly<Record<string, Lowerer>> = {
  Gather: (lowering) => {
    const { b, node } = lowering;
    const [x, at] = [need(lowering, 0), need(lowering, 1)];
    const axis = axisOf(node, intOf(node, 'axis', 0), x.shape.length);
    return [gatherAxis(b, x, at, axis, node)];
  },
  GatherElements: (lowering) => {
    const { b, node } = lowering;
    const [x, at] = [need(lowering, 0), need(lowering, 1)];
    const axis = axisOf(node, intOf(node, 'axis', 0), x.shape.length);
    return [gatherElements(b, x, at, axis)];
  },
  GatherND: (lowering) => {
    const { b, node } = lowering;
    const [x, at] = [need(lowering, 0), need(lowering, 1)];
    const batch = intOf(node, 'batch_dims', 0);
    const depth = at.shape[at.shape.length - 1]!;
    if (at.shape.length === 0 || batch + depth > x.shape.length) throw wrongType(node, 'its indices are too long');
    const outer = at.shape.slice(0, -1);
    const inner = x.shape.slice(batch + depth);
    const size = [...outer, ...inner];
    const strides = denseStrides(x.shape);
    const places = denseStrides(at.shape);
    const source: View = {
      tensor: x.id,
      offset: 0,
      size,
      strides: [...outer.map((_, axis) => (axis < batch ? strides[axis]! : 0)), ...strides.slice(batch + depth)],
    };
    const indices = Array.from(
      { length: depth },
      (_, level): Index => ({
        view: {
          tensor: at.id,
          offset: level,
          size,
          strides: [...places.slice(0, -1), ...inner.map(() => 0)],
        },
        stride: strides[batch + level]!,
        extent: x.shape[batch + level]!,
      }),
    );
    return [emitGather(b, x, size, source, indices)];
  },
  ScatterElements: scatterElements,
  Scatter: scatterElements,
  ScatterND: (lowering) => {
    const { node } = lowering;
    const [x, at, updates] = [need(lowering, 0), need(lowering, 1), need(lowering, 2)];
    const depth = at.shape[at.shape.length - 1]!;
    const outer = at.shape.slice(0, -1);
    const inner = x.shape.slice(depth);
    const size = [...outer, ...inner];
    if (elements(size) !== elements(updates.shape)) throw wrongType(node, `updates of [${updates.shape}]`);
    const strides = denseStrides(x.shape);
    const places = denseStrides(at.shape);
    const indices = Array.from(
      { length: depth },
      (_, level): Index => ({
        view: { tensor: at.id, offset: level, size, strides: [...places.slice(0, -1), ...inner.map(() => 0)] },
        stride: strides[level]!,
        extent: x.shape[level]!,
      }),
    );
    const target = { offset: 0, strides: [...outer.map(() => 0), ...strides.slice(depth)] };
    return [emitScatter(lowering, x, denseView(updates.id, size), target, indices)];
  },
  TensorScatter: (lowering) => {
    const { b, node, inputs } = lowering;
    const [x, updates] = [need(lowering, 0), need(lowering, 1)];
    const rank = x.shape.length;
    const axis = axisOf(node, intOf(node, 'axis', -2), rank);
    const [length, count] = [x.shape[axis]!, updates.shape[axis]!];
    const steps = iota(b, 2, 1, count);
    const begin = inputs[2] && reshape(b, cast(b, inputs[2], 'int64'), [x.shape[0]!, 1]);
    const moved = begin ? add(b, begin, steps) : steps;
    const isCircular = stringOf(node, 'mode') === 'circular';
    const place = isCircular ? withNumber(b, 'mod', moved, length) : moved;
    const view: View = {
      tensor: place.id,
      offset: 0,
      size: updates.shape,
      strides: updates.shape.map((_, at) => (at === axis ? 1 : at === 0 && begin ? count : 0)),
    };
    const strides = denseStrides(x.shape);
    const target = { offset: 0, strides: strides.with(axis, 0) };
    const index: Index = { view, stride: strides[axis]!, extent: length };
    return [emitScatter(lowering, x, denseView(updates.id, updates.shape), target, [index])];
  },
};

/** Rows of x along an axis, at indices of any shape. */
export function gatherAxis(b: ProgramBuilder, x: Value, at: Value, axis: number, node: Lowering['node']): Value {
  const extent = x.shape[axis]!;
  const shape = [...x.shape.slice(0, axis), ...at.shape, ...x.shape.slice(axis + 1)];
  const constant = b.constantOf(at);
  if (constant !== undefined) {
    const list = numbersOf(constant).map((index) => (index < 0 ? index + extent : index));
    if (list.some((index) => index < 0 || index >= extent)) throw wrongType(node, `an index is outside of ${extent}`);
    const lists = x.shape.map((_, other) => (other === axis ? list : undefined));
    return reshape(b, pick(b, x, lists), shape);
  }
  const strides = denseStrides(x.shape);
  const none = at.shape.map(() => 0);
  const source: View = {
    tensor: x.id,
    offset: 0,
    size: shape,
    strides: [...strides.slice(0, axis), ...none, ...strides.slice(axis + 1)],
  };
  const view: View = {
    tensor: at.id,
    offset: 0,
    size: shape,
    strides: [
      ...x.shape.slice(0, axis).map(() => 0),
      ...denseStrides(at.shape),
      ...x.shape.slice(axis + 1).map(() => 0),
    ],
  };
  return emitGather(b, x, shape, source, [{ view, stride: strides[axis]!, extent }]);
}

/** One element of x for every index; the other coordinates are those of the index. */
export function gatherElements(b: ProgramBuilder, x: Value, at: Value, axis: number): Value {
  const strides = denseStrides(x.shape);
  const source: View = { tensor: x.id, offset: 0, size: at.shape, strides: strides.with(axis, 0) };
  const index: Index = { view: denseView(at.id, at.shape), stride: strides[axis]!, extent: x.shape[axis]! };
  return emitGather(b, x, at.shape, source, [index]);
}

/** @param source The affine part, over `size`. */
export function emitGather(
  b: ProgramBuilder,
  x: Value,
  size: readonly number[],
  source: Gather['source'],
  indices: readonly Index[],
): Value {
  const output = b.tensor(x.type, size);
  b.emit({ kind: 'gather', output: output.id, source, indices });
  return output;
}

function scatterElements(lowering: Lowering): readonly Value[] {
  const { node } = lowering;
  const [x, at, updates] = [need(lowering, 0), need(lowering, 1), need(lowering, 2)];
  const axis = axisOf(node, intOf(node, 'axis', 0), x.shape.length);
  if (elements(at.shape) !== elements(updates.shape)) throw wrongType(node, `updates of [${updates.shape}]`);
  const strides = denseStrides(x.shape);
  const target = { offset: 0, strides: strides.with(axis, 0) };
  const index: Index = { view: denseView(at.id, at.shape), stride: strides[axis]!, extent: x.shape[axis]! };
  return [emitScatter(lowering, x, denseView(updates.id, at.shape), target, [index])];
}

const reductions: readonly Scatter['reduction'][] = ['none', 'add', 'mul', 'max', 'min'];

function emitScatter(
  { b, node }: Lowering,
  data: Value,
  updates: View,
  target: Scatter['target'],
  indices: readonly Index[],
): Value {
  const reduction = reductions.find((name) => name === (stringOf(node, 'reduction') ?? 'none'));
  if (reduction === undefined) throw wrongType(node, `no reduction ${stringOf(node, 'reduction')}`);
  const output = b.tensor(data.type, data.shape);
  b.emit({ kind: 'scatter', output: output.id, data: data.id, updates, target, indices, reduction });
  return output;
}
