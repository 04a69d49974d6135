// The rules of shape inference, one row an op, after the operator definitions of ONNX (opsets 7 to 21).

import { type Context, intOf, intsOf, type Rule, stringOf } from './context.ts';
import type { ElementType, TensorType } from './graph.ts';
import { elements } from './graph.ts';
import { convolutionShape, poolShape, transposedConvolutionShape } from './windows.ts';

const sameAsInput = [
  ...['Abs', 'Acos', 'Acosh', 'Asin', 'Asinh', 'Atan', 'Atanh', 'BitwiseNot', 'Ceil', 'Celu', 'Cos', 'Cosh', 'Elu'],
  ...[
    'Erf',
    'Exp',
    'Floor',
    'Gelu',
    'HardSigmoid',
    'HardSwish',
    'LeakyRelu',
    'Log',
    'Mish',
    'Neg',
    'Not',
    'Reciprocal',
  ],
  ...['Relu', 'Round', 'Selu', 'Shrink', 'Sigmoid', 'Sign', 'Sin', 'Sinh', 'Softplus', 'Softsign', 'Sqrt', 'Tan'],
  ...['Tanh', 'ThresholdedRelu', 'Clip', 'PRelu', 'Identity', 'Softmax', 'LogSoftmax', 'Hardmax', 'LRN'],
  ...['BatchNormalization', 'InstanceNormalization', 'GroupNormalization', 'LpNormalization', 'RMSNormalization'],
  ...['MeanVarianceNormalization', 'LayerNormalization', 'Dropout', 'CumSum', 'Trilu', 'ScatterND', 'ScatterElements'],
] as const;

const broadcast = ['Add', 'Sub', 'Mul', 'Div', 'Mod', 'Pow', 'Min', 'Max', 'Sum', 'Mean'];
const bitwise = ['BitShift', 'BitwiseAnd', 'BitwiseOr', 'BitwiseXor'];
const comparisons = ['Equal', 'Greater', 'GreaterOrEqual', 'Less', 'LessOrEqual', 'And', 'Or', 'Xor'];
const reductions = [
  ...['ReduceMean', 'ReduceSum', 'ReduceMax', 'ReduceMin', 'ReduceProd', 'ReduceL1', 'ReduceL2', 'ReduceLogSum'],
  ...['ReduceLogSumExp', 'ReduceSumSquare'],
];

export const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...sameAsInput.map((op): [string, Rule] => [op, ({ inputs }) => only(inputs[0]?.type)]),
  ...[...broadcast, ...bitwise].map((op): [string, Rule] => [op, (context) => broadcastAll(context)]),
  ...comparisons.map((op): [string, Rule] => [op, (context) => broadcastAll(context, 'bool')]),
  ...reductions.map((op): [string, Rule] => [op, reduce]),
  ...['ArgMax', 'ArgMin'].map((op): [string, Rule] => [op, argument]),
  ...['GlobalAveragePool', 'GlobalMaxPool', 'GlobalLpPool'].map((op): [string, Rule] => [op, globalPool]),
  ...['MaxPool', 'AveragePool', 'LpPool'].map((op): [string, Rule] => [op, (context) => pool(context)]),
  ...['RNN', 'LSTM', 'GRU'].map((op): [string, Rule] => [op, recurrent]),
  ['IsNaN', (context) => broadcastAll(context, 'bool')],
  ['IsInf', (context) => broadcastAll(context, 'bool')],
  ['Where', where],
  ['Cast', cast],
  ['CastLike', ({ inputs: [x, like] }) => only(x && like && { type: like.type.type, shape: x.type.shape })],
  ['Conv', convolution],
  ['ConvTranspose', transposedConvolution],
  ['Gemm', gemm],
  ['MatMul', matmul],
  ['Transpose', transpose],
  ['Reshape', reshape],
  ['Flatten', flatten],
  ['Squeeze', squeeze],
  ['Unsqueeze', unsqueeze],
  ['Concat', concat],
  ['Split', split],
  ['Slice', slice],
  ['Gather', gather],
  ['GatherElements', ({ inputs: [data, at] }) => only(data && at && retyped(data.type.type, at.type.shape))],
  ['GatherND', gatherNd],
  ['Expand', expand],
  ['Tile', tile],
  ['Pad', pad],
  ['Shape', shape],
  ['Size', ({ inputs: [x] }) => only(x && retyped('int64', []))],
  ['ConstantOfShape', constantOfShape],
  ['Range', range],
  ['Resize', resize],
  ['Upsample', resize],
  ['DepthToSpace', depthToSpace],
  ['SpaceToDepth', spaceToDepth],
  ['TopK', topK],
  ['OneHot', oneHot],
  ['QuantizeLinear', quantize],
  ['DequantizeLinear', dequantize],
]);

function only(type: TensorType | undefined): readonly (TensorType | undefined)[] {
  return [type];
}

function retyped(type: ElementType, shape: readonly number[]): TensorType {
  return { type, shape };
}

/** [ONNX broadcasting]: numpy's rule over any number of shapes; undefined where they do not fit. */
export function broadcastShapes(shapes: readonly (readonly number[])[]): readonly number[] | undefined {
  const rank = Math.max(0, ...shapes.map((sizes) => sizes.length));
  const result: number[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const sizes = shapes.map((sizes) => sizes[axis - rank + sizes.length] ?? 1).filter((size) => size !== 1);
    if (sizes.some((size) => size !== sizes[0])) return undefined;
    result.push(sizes[0] ?? 1);
  }
  return result;
}

function broadcastAll({ inputs }: Context, type?: ElementType): readonly (TensorType | undefined)[] | undefined {
  if (inputs.length === 0 || inputs.some((input) => input === undefined)) return undefined;
  const shapes = inputs.map((input) => input!.type.shape);
  const result = broadcastShapes(shapes);
  return only(result && retyped(type ?? inputs[0]!.type.type, result));
}

function where({ inputs: [condition, yes, no] }: Context) {
  if (!condition || !yes || !no) return undefined;
  const result = broadcastShapes([condition.type.shape, yes.type.shape, no.type.shape]);
  return only(result && retyped(yes.type.type, result));
}

/** Numbers of TensorProto.DataType [onnx.proto3]. */
export const elementTypes: ReadonlyMap<number, ElementType> = new Map([
  [1, 'float32'],
  [2, 'uint8'],
  [3, 'int8'],
  [4, 'uint16'],
  [5, 'int16'],
  [6, 'int32'],
  [7, 'int64'],
  [9, 'bool'],
  [10, 'float16'],
  [11, 'float64'],
  [12, 'uint32'],
  [13, 'uint64'],
  [16, 'bfloat16'],
]);

function cast({ node, inputs: [x] }: Context) {
  const type = elementTypes.get(intOf(node, 'to', 0));
  return only(x && type && retyped(type, x.type.shape));
}

function convolution({ node, inputs: [x, weight] }: Context) {
  const shape = x && weight && convolutionShape(node, x.type.shape, weight.type.shape);
  return only(shape && retyped(x.type.type, shape));
}

function transposedConvolution({ node, inputs: [x, weight] }: Context) {
  const shape = x && weight && transposedConvolutionShape(node, x.type.shape, weight.type.shape);
  return only(shape && retyped(x.type.type, shape));
}

function pool({ node, inputs: [x] }: Context) {
  const shape = x && poolShape(node, x.type.shape);
  return shape && [retyped(x.type.type, shape), retyped('int64', shape)];
}

function globalPool({ inputs: [x] }: Context) {
  return only(
    x &&
      retyped(
        x.type.type,
        x.type.shape.map((size, axis) => (axis < 2 ? size : 1)),
      ),
  );
}

function gemm({ node, inputs: [a, b] }: Context) {
  if (a?.type.shape.length !== 2 || b?.type.shape.length !== 2) return undefined;
  const rows = a.type.shape[intOf(node, 'transA', 0) ? 1 : 0]!;
  const columns = b.type.shape[intOf(node, 'transB', 0) ? 0 : 1]!;
  return only(retyped(a.type.type, [rows, columns]));
}

function matmul({ inputs: [a, b] }: Context) {
  if (!a || !b || a.type.shape.length === 0 || b.type.shape.length === 0) return undefined;
  const left = a.type.shape;
  const right = b.type.shape;
  const batch = broadcastShapes([left.slice(0, -2), right.slice(0, -2)]);
  const rows = left.length === 1 ? [] : [left[left.length - 2]!];
  const columns = right.length === 1 ? [] : [right[right.length - 1]!];
  const inner = right[Math.max(0, right.length - 2)];
  if (batch === undefined || left[left.length - 1] !== inner) return undefined;
  return only(retyped(a.type.type, [...batch, ...rows, ...columns]));
}

/** Axes from an attribute (older opsets) or an input; `none` where they are given in neither way, undefined where unknown. */
function axesOf({ node, inputs }: Context, at: number): readonly number[] | 'none' | undefined {
  const attribute = intsOf(node, 'axes');
  if (attribute !== undefined) return attribute;
  if (node.inputs[at] === undefined || node.inputs[at] === '') return 'none';
  return inputs[at]?.values;
}

function fromEnd(axis: number, rank: number): number {
  return axis < 0 ? axis + rank : axis;
}

/** Undefined where there is no such axis. */
function resized(shape: readonly number[], axis: number, size: number): readonly number[] | undefined {
  return axis in shape ? shape.with(axis, size) : undefined;
}

function reduce(context: Context) {
  const [x] = context.inputs;
  const axes = axesOf(context, 1);
  if (x === undefined || axes === undefined) return undefined;
  const { type, shape } = x.type;
  if (axes === 'none' && intOf(context.node, 'noop_with_empty_axes', 0)) return only(x.type);
  const reduced = new Set(axes === 'none' ? shape.keys() : axes.map((axis) => fromEnd(axis, shape.length)));
  const keep = intOf(context.node, 'keepdims', 1) === 1;
  const kept = keep
    ? shape.map((size, axis) => (reduced.has(axis) ? 1 : size))
    : shape.filter((_, i) => !reduced.has(i));
  return only(retyped(type, kept));
}

function argument({ node, inputs: [x] }: Context) {
  if (x === undefined) return undefined;
  const { shape } = x.type;
  const axis = fromEnd(intOf(node, 'axis', 0), shape.length);
  const result = intOf(node, 'keepdims', 1) ? resized(shape, axis, 1) : shape.toSpliced(axis, 1);
  return only(result && retyped('int64', result));
}

function transpose({ node, inputs: [x] }: Context) {
  if (x === undefined) return undefined;
  const { type, shape } = x.type;
  const order = intsOf(node, 'perm') ?? shape.map((_, axis) => shape.length - 1 - axis);
  return only(
    retyped(
      type,
      order.map((axis) => shape[axis] ?? Number.NaN),
    ),
  );
}

function reshape({ node, inputs: [x, target] }: Context) {
  const sizes = target?.values ?? intsOf(node, 'shape');
  if (x === undefined || sizes === undefined) return undefined;
  const { type, shape } = x.type;
  const copied = sizes.map((size, axis) => (size === 0 && !intOf(node, 'allowzero', 0) ? (shape[axis] ?? 0) : size));
  const rest = copied.filter((size) => size !== -1).reduce((product, size) => product * size, 1);
  return only(
    retyped(
      type,
      copied.map((size) => (size === -1 ? elements(shape) / rest : size)),
    ),
  );
}

function flatten({ node, inputs: [x] }: Context) {
  if (x === undefined) return undefined;
  const { type, shape } = x.type;
  const axis = fromEnd(intOf(node, 'axis', 1), shape.length);
  return only(retyped(type, [elements(shape.slice(0, axis)), elements(shape.slice(axis))]));
}

function squeeze(context: Context) {
  const [x] = context.inputs;
  const axes = axesOf(context, 1);
  if (x === undefined || axes === undefined) return undefined;
  const { type, shape } = x.type;
  const gone = axes === 'none' ? undefined : new Set(axes.map((axis) => fromEnd(axis, shape.length)));
  return only(
    retyped(
      type,
      shape.filter((size, axis) => (gone ? !gone.has(axis) : size !== 1)),
    ),
  );
}

function unsqueeze(context: Context) {
  const [x] = context.inputs;
  const axes = axesOf(context, 1);
  if (x === undefined || axes === undefined || axes === 'none') return undefined;
  const rank = x.type.shape.length + axes.length;
  const added = new Set(axes.map((axis) => fromEnd(axis, rank)));
  const rest = x.type.shape.values();
  return only(
    retyped(
      x.type.type,
      Array.from({ length: rank }, (_, at) => (added.has(at) ? 1 : (rest.next().value ?? 1))),
    ),
  );
}

function concat({ node, inputs }: Context) {
  const first = inputs[0]?.type;
  if (first === undefined || inputs.some((input) => input === undefined)) return undefined;
  const axis = fromEnd(intOf(node, 'axis', 0), first.shape.length);
  const size = inputs.reduce((total, input) => total + (input!.type.shape[axis] ?? Number.NaN), 0);
  const result = resized(first.shape, axis, size);
  return only(result && retyped(first.type, result));
}

function split({ node, inputs: [x, sizes] }: Context) {
  if (x === undefined) return undefined;
  const { type, shape } = x.type;
  const axis = fromEnd(intOf(node, 'axis', 0), shape.length);
  const count = node.outputs.length;
  const even = Math.ceil(shape[axis]! / count);
  const last = shape[axis]! - even * (count - 1);
  const given = sizes?.values ?? intsOf(node, 'split');
  if (given === undefined && node.inputs[1]) return undefined;
  return node.outputs.map((_, at) => {
    const result = resized(shape, axis, given?.[at] ?? (at === count - 1 ? last : even));
    return result && retyped(type, result);
  });
}

/** Start, count and step along each axis of a Slice, in whichever opset; undefined where they are not constant. */
export function slicesOf({
  node,
  inputs,
  opset,
}: Context): readonly { start: number; count: number; step: number }[] | undefined {
  const shape = inputs[0]?.type.shape;
  const asInputs = opset >= 10;
  const starts = asInputs ? inputs[1]?.values : intsOf(node, 'starts');
  const ends = asInputs ? inputs[2]?.values : intsOf(node, 'ends');
  const axes = asInputs && node.inputs[3] ? inputs[3]?.values : (intsOf(node, 'axes') ?? starts?.map((_, at) => at));
  const steps = asInputs && node.inputs[4] ? inputs[4]?.values : starts?.map(() => 1);
  if (!shape || !starts || !ends || !axes || !steps) return undefined;
  const slices = shape.map((size) => ({ start: 0, count: size, step: 1 }));
  for (const [at, given] of axes.entries()) {
    const axis = fromEnd(given, shape.length);
    const size = shape[axis];
    const step = steps[at] ?? 1;
    if (size === undefined || step === 0) return undefined;
    const low = step > 0 ? 0 : -1;
    const high = step > 0 ? size : size - 1;
    const start = Math.min(Math.max(fromEnd(starts[at]!, size), 0), high);
    const end = Math.min(Math.max(fromEnd(ends[at]!, size), low), step > 0 ? size : size);
    slices[axis] = { start, count: Math.max(0, Math.ceil((end - start) / step)), step };
  }
  return slices;
}

function slice(context: Context) {
  const slices = slicesOf(context);
  return only(
    slices &&
      retyped(
        context.inputs[0]!.type.type,
        slices.map(({ count }) => count),
      ),
  );
}

function gather({ node, inputs: [data, at] }: Context) {
  if (data === undefined || at === undefined) return undefined;
  const { type, shape } = data.type;
  const axis = fromEnd(intOf(node, 'axis', 0), shape.length);
  return only(retyped(type, [...shape.slice(0, axis), ...at.type.shape, ...shape.slice(axis + 1)]));
}

function gatherNd({ node, inputs: [data, at] }: Context) {
  if (data === undefined || at === undefined || at.type.shape.length === 0) return undefined;
  const depth = at.type.shape[at.type.shape.length - 1]! + intOf(node, 'batch_dims', 0);
  return only(retyped(data.type.type, [...at.type.shape.slice(0, -1), ...data.type.shape.slice(depth)]));
}

function expand({ inputs: [x, target] }: Context) {
  const result = x && target?.values && broadcastShapes([x.type.shape, target.values]);
  return only(result && retyped(x.type.type, result));
}

function tile({ inputs: [x, repeats] }: Context) {
  const counts = repeats?.values;
  return only(
    x &&
      counts &&
      retyped(
        x.type.type,
        x.type.shape.map((size, axis) => size * (counts[axis] ?? Number.NaN)),
      ),
  );
}

function pad({ node, inputs: [x, amounts, , axes] }: Context) {
  const pads = amounts?.values ?? intsOf(node, 'pads');
  if (x === undefined || pads === undefined || (node.inputs[3] && axes?.values === undefined)) return undefined;
  const { type, shape } = x.type;
  const padded = (axes?.values ?? shape.map((_, axis) => axis)).map((axis) => fromEnd(axis, shape.length));
  const result = [...shape];
  for (const [at, axis] of padded.entries()) result[axis]! += pads[at]! + pads[at + padded.length]!;
  return only(retyped(type, result));
}

function shape({ node, inputs: [x] }: Context) {
  if (x === undefined) return undefined;
  const rank = x.type.shape.length;
  const sizes = x.type.shape.slice(intOf(node, 'start', 0), intOf(node, 'end', rank));
  return only(retyped('int64', [sizes.length]));
}

function constantOfShape({ node, inputs: [target] }: Context) {
  const type = elementTypes.get(intOf(node, 'value_type', 1));
  return only(target?.values && type && retyped(type, target.values));
}

function range({ inputs: [start, limit, delta] }: Context) {
  const [from, to, step] = [start?.values?.[0], limit?.values?.[0], delta?.values?.[0]];
  if (from === undefined || to === undefined || !step) return undefined;
  return only(retyped(start!.type.type, [Math.max(0, Math.ceil((to - from) / step))]));
}

function resize({ node, inputs }: Context) {
  const x = inputs[0]?.type;
  if (x === undefined || node.attributes.axes !== undefined) return undefined;
  const sizes = node.op === 'Resize' ? inputs[3]?.values : undefined;
  if (sizes !== undefined && sizes.length === x.shape.length) {
    // Other policies keep the aspect ratio, so that the sizes are bounds.
    return (stringOf(node, 'keep_aspect_ratio_policy') ?? 'stretch') === 'stretch'
      ? only(retyped(x.type, sizes))
      : undefined;
  }
  const scales = inputs[node.op === 'Resize' && node.inputs.length > 2 ? 2 : 1]?.values;
  if (scales?.length !== x.shape.length) return undefined;
  return only(
    retyped(
      x.type,
      x.shape.map((size, axis) => Math.floor(size * scales[axis]!)),
    ),
  );
}

function depthToSpace({ node, inputs: [x] }: Context) {
  const block = intOf(node, 'blocksize', 1);
  const [batch, depth, height, width] = x?.type.shape ?? [];
  if (x === undefined || width === undefined) return undefined;
  return only(retyped(x.type.type, [batch!, depth! / block ** 2, height! * block, width * block]));
}

function spaceToDepth({ node, inputs: [x] }: Context) {
  const block = intOf(node, 'blocksize', 1);
  const [batch, depth, height, width] = x?.type.shape ?? [];
  if (x === undefined || width === undefined) return undefined;
  return only(retyped(x.type.type, [batch!, depth! * block ** 2, height! / block, width / block]));
}

function topK({ node, inputs: [x, k] }: Context) {
  const count = k?.values?.[0] ?? intOf(node, 'k', -1);
  if (x === undefined || count < 0) return undefined;
  const sizes = resized(x.type.shape, fromEnd(intOf(node, 'axis', -1), x.type.shape.length), count);
  return sizes && [retyped(x.type.type, sizes), retyped('int64', sizes)];
}

function oneHot({ node, inputs: [at, depth, values] }: Context) {
  const size = depth?.values?.[0];
  if (!at || !values || size === undefined) return undefined;
  const axis = fromEnd(intOf(node, 'axis', -1), at.type.shape.length + 1);
  return only(retyped(values.type.type, at.type.shape.toSpliced(axis, 0, size)));
}

function quantize({ inputs: [x, , zero] }: Context) {
  return only(x && retyped(zero?.type.type ?? 'uint8', x.type.shape));
}

function dequantize({ inputs: [x, scale] }: Context) {
  return only(x && scale && retyped(scale.type.type, x.type.shape));
}

/** [ONNX RNN]: Y [steps, directions, batch, hidden] (layout 0), then the last state, and the last cell of an LSTM. */
function recurrent({ node, inputs: [x, , recurrence] }: Context) {
  if (x?.type.shape.length !== 3 || recurrence?.type.shape.length !== 3) return undefined;
  const [directions, , hidden] = recurrence.type.shape;
  const byBatch = intOf(node, 'layout', 0) === 1;
  const [steps, batch] = byBatch ? [x.type.shape[1]!, x.type.shape[0]!] : [x.type.shape[0]!, x.type.shape[1]!];
  const state = retyped(x.type.type, byBatch ? [batch, directions!, hidden!] : [directions!, batch, hidden!]);
  const all = byBatch ? [batch, steps, directions!, hidden!] : [steps, directions!, batch, hidden!];
  return [retyped(x.type.type, all), state, state];
}
