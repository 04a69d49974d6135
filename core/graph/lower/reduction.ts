// Ops that fold or order along axes: reductions, arguments, softmax, running sums, pools, the greatest k.
import { intOf } from '../context.ts';
import { elements } from '../graph.ts';
import type { Pool } from '../program/kernel.ts';
import { denseStrides, denseView, type View } from '../program/view.ts';
import { isFloat } from '../tensor.ts';
import type { ProgramBuilder, Value } from './builder.ts';
import {
  add,
  cast,
  iota,
  map,
  mul,
  reduce,
  rowsOf,
  scalar,
  select,
  softmax,
  sub,
  widened,
  withNumber,
} from './compute.ts';
import { axisOf, floatOf, known, type Lowerer, type Lowering, need, wrongType } from './lowering.ts';
import { filled, moveAxis, movedAxis, pick, rasterView, reshape } from './move.ts';
import { axesOf } from './transform.ts';
import { poolVolume } from './volume.ts';
import { placesOf, windowOf } from './window.ts';

export const reductionLowerers: Readonly<Record<string, Lowerer>> = {
  ReduceSum: reducing((b, x, axes) => reduce(b, 'sum', x, axes)),
  ReduceMean: reducing((b, x, axes) => reduce(b, 'mean', x, axes)),
  ReduceMax: reducing((b, x, axes) => reduce(b, 'max', x, axes)),
  ReduceMin: reducing((b, x, axes) => reduce(b, 'min', x, axes)),
  ReduceProd: reducing((b, x, axes) => reduce(b, 'product', x, axes)),
  ReduceL1: reducing((b, x, axes) => reduce(b, 'sumAbs', x, axes)),
  ReduceSumSquare: reducing((b, x, axes) => reduce(b, 'sumSquare', x, axes)),
  ReduceL2: reducing((b, x, axes) => floating(b, x, (x) => map(b, 'sqrt', [reduce(b, 'sumSquare', x, axes)]))),
  ReduceLogSum: reducing((b, x, axes) => floating(b, x, (x) => map(b, 'log', [reduce(b, 'sum', x, axes)]))),
  ReduceLogSumExp: reducing((b, x, axes) => floating(b, x, (x) => logSumExp(b, x, axes))),
  ArgMax: (lowering) => [argument(lowering, 'max')],
  ArgMin: (lowering) => [argument(lowering, 'min')],
  Softmax: (lowering) => [softmaxOp(lowering, false)],
  LogSoftmax: (lowering) => [softmaxOp(lowering, true)],
  Hardmax: (lowering) => {
    const { b } = lowering;
    const x = need(lowering, 0);
    const { flat, restore } = rowsOf(b, x, softmaxAxes(lowering, x));
    const last = flat.shape.length - 1;
    const best = argReduce(b, flat, 'max', false);
    const hit = map(b, 'equal', [
      reshape(b, best, flat.shape.with(last, 1)),
      iota(b, last + 1, last, flat.shape[last]!),
    ]);
    return [restore(cast(b, hit, x.type))];
  },
  CumSum: (lowering) => [cumulate(lowering, 'sum')],
  CumProd: (lowering) => [cumulate(lowering, 'product')],
  TopK: topK,
  MaxPool: maxPool,
  AveragePool: (lowering) => {
    const x = need(lowering, 0);
    return [pool(lowering, x, 'average', intOf(lowering.node, 'count_include_pad', 0) !== 0)];
  },
  LpPool: (lowering) => {
    const { b, node } = lowering;
    const p = floatOf(node, 'p', 2);
    return [widened(b, [need(lowering, 0)], (x) => root(b, pool(lowering, powerOf(b, x, p), 'sum', false), p))];
  },
  GlobalAveragePool: (lowering) => [reduce(lowering.b, 'mean', need(lowering, 0), spaceOf(lowering))],
  GlobalMaxPool: (lowering) => [reduce(lowering.b, 'max', need(lowering, 0), spaceOf(lowering))],
  GlobalLpPool: (lowering) => {
    const { b, node } = lowering;
    const p = floatOf(node, 'p', 2);
    return [widened(b, [need(lowering, 0)], (x) => root(b, reduce(b, 'sum', powerOf(b, x, p), spaceOf(lowering)), p))];
  },
  MaxUnpool: (lowering) => {
    const { b } = lowering;
    const [x, at] = [need(lowering, 0), need(lowering, 1)];
    const space = x.shape.slice(2);
    const window = windowOf(lowering, space);
    const sizes = space.map(
      (size, axis) =>
        (size - 1) * window.strides[axis]! + window.kernel[axis]! - window.begin[axis]! - window.end[axis]!,
    );
    const inner = [...x.shape.slice(0, 2), ...sizes];
    const output = b.tensor(x.type, inner);
    const view = denseView(x.id, [elements(x.shape)]);
    b.emit({
      kind: 'scatter',
      output: output.id,
      data: filled(b, x.type, inner, 0).id,
      updates: view,
      target: { offset: 0, strides: [0] },
      indices: [{ view: { ...view, tensor: at.id }, stride: 1, extent: elements(inner) }],
      reduction: 'none',
    });
    // Indices count in the tensor that was pooled; a larger output has that at its begin.
    const shape = known(lowering, 2, 'output sizes');
    if (shape === undefined) return [output];
    const lists = inner.map((size, axis) => {
      b.list(shape[axis]!);
      return Array.from({ length: shape[axis]! }, (_, place) => (place < size ? place : -1));
    });
    return [pick(b, output, lists)];
  },
};

function reducing(compute: (b: ProgramBuilder, x: Value, axes: readonly number[]) => Value): Lowerer {
  return (lowering) => {
    const { b, node } = lowering;
    const x = need(lowering, 0);
    const given = axesOf(lowering, 1);
    if (given?.length === 0 || given === undefined) {
      if (intOf(node, 'noop_with_empty_axes', 0)) return [x];
    }
    const isAll = given === undefined || given.length === 0;
    const axes = isAll ? x.shape.map((_, axis) => axis) : given.map((axis) => axisOf(node, axis, x.shape.length));
    const kept = compute(b, x, axes);
    if (intOf(node, 'keepdims', 1)) return [kept];
    return [
      reshape(
        b,
        kept,
        x.shape.filter((_, axis) => !axes.includes(axis)),
      ),
    ];
  };
}

/** Computes in floats what may be given in integers. */
function floating(b: ProgramBuilder, x: Value, compute: (x: Value) => Value): Value {
  if (isFloat(x.type)) return widened(b, [x], compute);
  return cast(b, compute(cast(b, x, 'float64')), x.type);
}

/** max + log of the sum of e^(x - max); where the maximum is infinite, without it. */
function logSumExp(b: ProgramBuilder, x: Value, axes: readonly number[]): Value {
  const greatest = reduce(b, 'max', x, axes);
  const isBounded = withNumber(b, 'less', map(b, 'abs', [greatest]), Number.POSITIVE_INFINITY);
  const shift = select(b, isBounded, greatest, scalar(b, x.type, 0));
  const sum = reduce(b, 'sum', map(b, 'exp', [sub(b, x, shift)]), axes);
  return add(b, map(b, 'log', [sum]), shift);
}

function argument(lowering: Lowering, fn: 'max' | 'min'): Value {
  const { b, node } = lowering;
  const x = need(lowering, 0);
  const axis = axisOf(node, intOf(node, 'axis', 0), x.shape.length);
  const best = argReduce(b, x, fn, intOf(node, 'select_last_index', 0) !== 0, axis);
  const keep = intOf(node, 'keepdims', 1) !== 0;
  return reshape(b, best, keep ? x.shape.with(axis, 1) : x.shape.toSpliced(axis, 1));
}

/** Along one axis, which goes. */
export function argReduce(
  b: ProgramBuilder,
  x: Value,
  fn: 'max' | 'min',
  last: boolean,
  axis = x.shape.length - 1,
): Value {
  const output = b.tensor('int64', x.shape.toSpliced(axis, 1));
  b.emit({ kind: 'argreduce', output: output.id, fn, last, x: lastAxis(x, axis) });
  return output;
}

/** A view with one axis moved to the end. */
function lastAxis(x: Value, axis: number): View {
  const order = movedAxis(x.shape.length, axis, x.shape.length - 1);
  const strides = denseStrides(x.shape);
  return {
    tensor: x.id,
    offset: 0,
    size: order.map((at) => x.shape[at]!),
    strides: order.map((at) => strides[at]!),
  };
}

/** Before opset 13, all axes from the given one on are one row. */
function softmaxAxes({ node, opset }: Lowering, x: Value): readonly number[] {
  const axis = axisOf(node, intOf(node, 'axis', opset >= 13 ? -1 : 1), Math.max(1, x.shape.length));
  if (x.shape.length === 0) return [];
  return opset >= 13 ? [axis] : x.shape.map((_, at) => at).slice(axis);
}

function softmaxOp(lowering: Lowering, log: boolean): Value {
  const { b, options } = lowering;
  const x = need(lowering, 0);
  const { flat, restore } = rowsOf(b, x, softmaxAxes(lowering, x));
  return restore(softmax(b, flat, log, options.decomposeSoftmax));
}

/** Backwards by reading and then writing backwards. */
function cumulate(lowering: Lowering, fn: 'sum' | 'product'): Value {
  const { b, node } = lowering;
  const x = need(lowering, 0);
  const axis = axisOf(node, known(lowering, 1, 'axis')![0]!, x.shape.length);
  const view = lastAxis(x, axis);
  const last = view.size.length - 1;
  const length = view.size[last]!;
  const isReverse = intOf(node, 'reverse', 0) !== 0;
  const read: View = isReverse && length > 0 ? backwards(view, last) : view;
  const output = b.tensor(x.type, view.size);
  b.emit({ kind: 'cumulate', output: output.id, fn, exclusive: intOf(node, 'exclusive', 0) !== 0, x: read });
  const forward = isReverse && length > 0 ? rasterView(b, output, backwards(denseView(0, view.size), last)) : output;
  return moveAxis(b, forward, last, axis);
}

function backwards(view: View, axis: number): View {
  const stride = view.strides[axis]!;
  const offset = view.offset + (view.size[axis]! - 1) * stride;
  return { ...view, offset, strides: view.strides.with(axis, -stride) };
}

function topK(lowering: Lowering): readonly Value[] {
  const { b, node, opset } = lowering;
  const x = need(lowering, 0);
  const k = opset >= 10 ? known(lowering, 1, 'number')![0]! : intOf(node, 'k', -1);
  const axis = axisOf(node, intOf(node, 'axis', -1), x.shape.length);
  if (!(k >= 0 && k <= x.shape[axis]!)) throw wrongType(node, `${k} of ${x.shape[axis]} elements`);
  const view = lastAxis(x, axis);
  const shape = view.size.with(-1, k);
  const [values, indices] = [b.tensor(x.type, shape), b.tensor('int64', shape)];
  const largest = intOf(node, 'largest', 1) !== 0;
  b.emit({ kind: 'topk', values: values.id, indices: indices.id, k, largest, x: view });
  return [moveAxis(b, values, shape.length - 1, axis), moveAxis(b, indices, shape.length - 1, axis)];
}

function spaceOf(lowering: Lowering): readonly number[] {
  return need(lowering, 0).shape.flatMap((_, axis) => (axis < 2 ? [] : [axis]));
}

function powerOf(b: ProgramBuilder, x: Value, p: number): Value {
  if (p === 2) return mul(b, x, x);
  const size = map(b, 'abs', [x]);
  return p === 1 ? size : withNumber(b, 'pow', size, p);
}

function root(b: ProgramBuilder, x: Value, p: number): Value {
  if (p === 2) return map(b, 'sqrt', [x]);
  return p === 1 ? x : withNumber(b, 'pow', x, 1 / p);
}

function pool(lowering: Lowering, x: Value, fn: Pool['fn'], countsPadding: boolean): Value {
  const { b } = lowering;
  const space = x.shape.slice(2);
  if (space.length === 0) throw wrongType(lowering.node, 'its input has no space');
  const window = windowOf(lowering, space);
  const size = placesOf(lowering, space, window);
  const parts = { ...poolParts(x, window, size), fn, countsPadding };
  if (space.length === 3 && x.type === 'float32') return poolVolume(b, x, parts);
  const output = b.tensor(x.type, [...x.shape.slice(0, 2), ...size]);
  b.emit({ ...parts, output: output.id });
  return output;
}

function poolParts(x: Value, window: ReturnType<typeof windowOf>, size: readonly number[]) {
  return {
    kind: 'pool' as const,
    x: denseView(x.id, x.shape),
    kernel: window.kernel,
    strides: window.strides,
    dilations: window.dilations,
    pads: { begin: window.begin, end: window.end },
    size,
  };
}

function maxPool(lowering: Lowering): readonly (Value | undefined)[] {
  const { b, node } = lowering;
  const x = need(lowering, 0);
  if (!node.outputs[1]) return [pool(lowering, x, 'max', false)];
  const space = x.shape.slice(2);
  const window = windowOf(lowering, space);
  const size = placesOf(lowering, space, window);
  const shape = [...x.shape.slice(0, 2), ...size];
  const [output, indices] = [b.tensor(x.type, shape), b.tensor('int64', shape)];
  const outer = denseStrides(x.shape).slice(0, 2);
  // With storage_order 1 the index counts down the columns of a plane.
  const inner = intOf(node, 'storage_order', 0) ? denseStrides(space.toReversed()).toReversed() : denseStrides(space);
  b.emit({
    ...poolParts(x, window, size),
    output: output.id,
    fn: 'max',
    countsPadding: false,
    indices: { output: indices.id, strides: [...outer, ...inner] },
  });
  return [output, indices];
}
