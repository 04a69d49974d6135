// How many operations a node does: multiply-accumulates of matrix products, and element-wise or reducing ones. One row an
// op; docs/models.md lists the same numbers.
import type { Known } from './context.ts';
import { intOf, intsOf } from './context.ts';
import { elements, type Node, type TensorType } from './graph.ts';

export interface Operations {
  readonly macs: number;
  /** Operations besides the two of each MAC. */
  readonly elementwise: number;
}

type Type = Known['type'] | undefined;
type Counter = (node: Node, inputs: readonly Type[], outputs: readonly Type[]) => Operations | undefined;

const views: ReadonlySet<string> = new Set(['Reshape', 'Flatten', 'Squeeze', 'Unsqueeze', 'Identity', 'Dropout']);

/** Whether the output is the first input's memory under another shape. */
export function isView(node: Node): boolean {
  return views.has(node.op);
}

/** Undefined where the op has no rule or a type is missing. */
export function operationsOf(node: Node, inputs: readonly Type[], outputs: readonly Type[]): Operations | undefined {
  const operations = counters.get(node.op)?.(node, inputs, outputs);
  // Shapes of too few dimensions, in a graph that makes no sense.
  return operations && Number.isFinite(operations.macs + operations.elementwise) ? operations : undefined;
}

const movement = [
  ...['Reshape', 'Flatten', 'Squeeze', 'Unsqueeze', 'Identity', 'Dropout', 'Transpose', 'Concat', 'Split', 'Slice'],
  ...['Gather', 'GatherElements', 'GatherND', 'Expand', 'Tile', 'Pad', 'Shape', 'Size', 'ConstantOfShape', 'Range'],
  ...['DepthToSpace', 'SpaceToDepth', 'Cast', 'CastLike', 'Constant', 'OneHot', 'Trilu', 'ScatterND'],
  ...['ScatterElements', 'EyeLike'],
];

const onePerOutput = [
  ...['Abs', 'Acos', 'Acosh', 'Add', 'And', 'Asin', 'Asinh', 'Atan', 'Atanh', 'BitShift', 'BitwiseAnd', 'BitwiseNot'],
  ...['BitwiseOr', 'BitwiseXor', 'Ceil', 'Celu', 'Clip', 'Cos', 'Cosh', 'CumSum', 'Div', 'Elu', 'Equal', 'Erf', 'Exp'],
  ...['Floor', 'Greater', 'GreaterOrEqual', 'HardSigmoid', 'IsInf', 'IsNaN', 'LeakyRelu', 'Less', 'LessOrEqual'],
  ...['Log', 'Mod', 'Mul', 'Neg', 'Not', 'Or', 'PRelu', 'Pow', 'Reciprocal', 'Relu', 'Round', 'Selu', 'Shrink'],
  ...['Sigmoid', 'Sign', 'Sin', 'Sinh', 'Softplus', 'Softsign', 'Sqrt', 'Sub', 'Tan', 'Tanh', 'ThresholdedRelu'],
  ...['Where', 'Xor', 'QuantizeLinear', 'DequantizeLinear', 'Resize', 'Upsample'],
];

/** Operations for each output element. */
const perOutput: Readonly<Record<string, number>> = {
  // Constant statistics fold into one multiplication and one addition.
  BatchNormalization: 2,
  // Maximum, difference, exponential, sum, quotient.
  Softmax: 5,
  LogSoftmax: 5,
  // Mean, difference, square, mean, quotient, scale, shift.
  LayerNormalization: 7,
  GroupNormalization: 7,
  InstanceNormalization: 7,
  RMSNormalization: 4,
  // Its five element-wise nodes: x (1 + erf(x / sqrt 2)) / 2.
  Gelu: 5,
  HardSwish: 3,
  Mish: 4,
};

const onePerInput = [
  ...['GlobalAveragePool', 'GlobalMaxPool', 'ReduceMean', 'ReduceSum', 'ReduceMax', 'ReduceMin', 'ReduceProd'],
  ...['ReduceL1', 'ReduceL2', 'ReduceLogSum', 'ReduceLogSumExp', 'ReduceSumSquare', 'ArgMax', 'ArgMin', 'TopK'],
];

const counters: ReadonlyMap<string, Counter> = new Map<string, Counter>([
  ...movement.map((op): [string, Counter] => [op, () => ({ macs: 0, elementwise: 0 })]),
  ...onePerOutput.map((op): [string, Counter] => [op, (_, _inputs, [out]) => each(out, 1)]),
  ...Object.entries(perOutput).map(([op, count]): [string, Counter] => [op, (_, _inputs, [out]) => each(out, count)]),
  ...onePerInput.map((op): [string, Counter] => [op, (_, [x]) => each(x, 1)]),
  ...['Sum', 'Mean', 'Min', 'Max'].map((op): [string, Counter] => [
    op,
    (node, _, [out]) => each(out, node.inputs.length - 1),
  ]),
  ...['MaxPool', 'AveragePool', 'LpPool'].map((op): [string, Counter] => [op, pool]),
  ['LRN', (node, _, [out]) => each(out, 2 * intOf(node, 'size', 1) + 3)],
  ['Conv', convolution],
  ['ConvTranspose', transposedConvolution],
  ['Gemm', product],
  ['MatMul', product],
  ['RNN', (node, inputs) => recurrent(node, inputs, 4)],
  ['LSTM', (node, inputs) => recurrent(node, inputs, 21)],
  ['GRU', (node, inputs) => recurrent(node, inputs, 17)],
]);

function each(type: Type, count: number): Operations | undefined {
  return type && { macs: 0, elementwise: count * elements(type.shape) };
}

function pool(node: Node, _: readonly Type[], [out]: readonly Type[]): Operations | undefined {
  return each(out, elements(intsOf(node, 'kernel_shape') ?? [1]));
}

/** Padding is counted like pixels, as common tools do. */
function convolution(_: Node, [, weight, bias]: readonly Type[], [out]: readonly Type[]): Operations | undefined {
  return out && weight && withBias(out, elements(weight.shape.slice(1)), bias);
}

function transposedConvolution(
  _: Node,
  [x, weight, bias]: readonly Type[],
  [out]: readonly Type[],
): Operations | undefined {
  if (!x || !weight || !out) return undefined;
  return {
    macs: elements(x.shape) * elements(weight.shape.slice(1)),
    elementwise: bias ? elements(out.shape) : 0,
  };
}

function product(node: Node, [a, , bias]: readonly Type[], [out]: readonly Type[]): Operations | undefined {
  if (!a || !out) return undefined;
  const inner = intOf(node, 'transA', 0) ? a.shape[0] : a.shape[a.shape.length - 1];
  return withBias(out, inner ?? 1, bias);
}

function withBias(out: TensorType, macs: number, bias: Type): Operations {
  const count = elements(out.shape);
  return { macs: count * macs, elementwise: bias ? count : 0 };
}

/**
 * X [steps, batch, input], W [directions, gates x hidden, input], R [directions, gates x hidden, hidden]. A gate sums two
 * products and two biases and takes its activation, four operations. The LSTM's new cell takes three and its output two;
 * the GRU's reset gate one and its new state four.
 */
function recurrent(_: Node, [x, w, r]: readonly Type[], elementwise: number): Operations | undefined {
  if (!x || !w || !r) return undefined;
  const steps = x.shape[0]! * x.shape[1]!;
  const [directions, , hidden] = r.shape;
  return {
    macs: steps * (elements(w.shape) + elements(r.shape)),
    elementwise: elementwise * steps * directions! * hidden!,
  };
}
