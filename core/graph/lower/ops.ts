// The ops of ONNX, one row each: what it is lowered to, or why another runtime executes it. The rules themselves are
// found by rules.ts; a test holds that the two lists agree and that docs/compiler.md shows this one.
import { kernelKinds } from '../program/kernel.ts';
import { scalarFunctions } from '../program/scalar.ts';

/**
 * `atomic`: one kernel computes it. `transform`: it moves data, so it is rasters, or a constant. `composite`: several
 * kernels. `control`: it runs programs. `placed`: another runtime executes it.
 */
export type OpKind = 'atomic' | 'transform' | 'composite' | 'control' | 'placed';

export interface OpRow {
  readonly op: string;
  readonly kind: OpKind;
  /** What it becomes, or why it does not. */
  readonly how: string;
}

const rowsOf =
  (kind: OpKind) =>
  (how: string, ...ops: readonly string[]): readonly OpRow[] =>
    ops.map((op) => ({ op, kind, how }));
const atomic = rowsOf('atomic');
const transform = rowsOf('transform');
const composite = rowsOf('composite');
const control = rowsOf('control');
const placed = rowsOf('placed');

const named = (op: string, fn: keyof typeof scalarFunctions): readonly OpRow[] => atomic(`elementwise: ${fn}`, op);

export const ops: readonly OpRow[] = [
  // One scalar function over views that broadcast.
  ...named('Abs', 'abs'),
  ...named('Acos', 'acos'),
  ...named('Acosh', 'acosh'),
  ...named('Add', 'add'),
  ...named('And', 'and'),
  ...named('Asin', 'asin'),
  ...named('Asinh', 'asinh'),
  ...named('Atan', 'atan'),
  ...named('Atanh', 'atanh'),
  ...named('BitCast', 'bitcast'),
  ...named('BitwiseAnd', 'bitAnd'),
  ...named('BitwiseNot', 'bitNot'),
  ...named('BitwiseOr', 'bitOr'),
  ...named('BitwiseXor', 'bitXor'),
  ...atomic('elementwise: shiftLeft or shiftRight', 'BitShift'),
  ...named('Cast', 'cast'),
  ...named('CastLike', 'cast'),
  ...named('Ceil', 'ceil'),
  ...named('Cos', 'cos'),
  ...named('Cosh', 'cosh'),
  ...named('Div', 'div'),
  ...named('Equal', 'equal'),
  ...named('Erf', 'erf'),
  ...named('Exp', 'exp'),
  ...named('Floor', 'floor'),
  ...named('Greater', 'greater'),
  ...named('GreaterOrEqual', 'greaterOrEqual'),
  ...named('IsNaN', 'isNaN'),
  ...named('Less', 'less'),
  ...named('LessOrEqual', 'lessOrEqual'),
  ...named('Log', 'log'),
  ...atomic('elementwise: mod or remainder', 'Mod'),
  ...named('Mul', 'mul'),
  ...named('Neg', 'neg'),
  ...named('Not', 'not'),
  ...named('Or', 'or'),
  ...atomic('elementwise: pow, with casts where the types differ', 'Pow'),
  ...named('Reciprocal', 'reciprocal'),
  ...named('Round', 'round'),
  ...named('Sigmoid', 'sigmoid'),
  ...named('Sign', 'sign'),
  ...named('Sin', 'sin'),
  ...named('Sinh', 'sinh'),
  ...named('Sqrt', 'sqrt'),
  ...named('Sub', 'sub'),
  ...named('Tan', 'tan'),
  ...named('Tanh', 'tanh'),
  ...named('Where', 'select'),
  ...named('Xor', 'xor'),
  ...atomic('elementwise: max with 0', 'Relu'),
  // Another kernel.
  ...atomic('argreduce', 'ArgMax', 'ArgMin'),
  ...atomic('pool', 'AveragePool', 'MaxPool'),
  ...atomic('conv, with the bias as epilogue', 'Conv'),
  ...atomic('conv of int8 with zero points', 'ConvInteger'),
  ...atomic('cumulate; backwards by views', 'CumProd', 'CumSum'),
  ...atomic('gather; rasters where the indices are constant and run evenly', 'Gather'),
  ...atomic('gather', 'GatherElements', 'GatherND'),
  ...atomic('matmul', 'MatMul'),
  ...atomic('matmul of int8 with zero points', 'MatMulInteger'),
  ...atomic('reduce', 'GlobalAveragePool', 'GlobalMaxPool', 'ReduceL1', 'ReduceMax', 'ReduceMean', 'ReduceMin'),
  ...atomic('reduce', 'ReduceProd', 'ReduceSum', 'ReduceSumSquare'),
  ...atomic('scatter', 'Scatter', 'ScatterElements', 'ScatterND'),
  ...atomic('topk', 'TopK'),
  // Data movement.
  ...transform('raster: copies with padding or cropping', 'CenterCropPad'),
  ...transform('raster of the chosen slices; the condition must be constant', 'Compress'),
  ...transform('raster: a region an input', 'Concat'),
  ...transform('a constant', 'Constant', 'OptionalHasElement', 'Range', 'Shape', 'Size'),
  ...transform('raster without regions: the fill value', 'ConstantOfShape'),
  ...transform('raster of six axes', 'DepthToSpace', 'SpaceToDepth'),
  ...transform('nothing: the input itself', 'Dropout', 'Identity', 'OptionalGetElement'),
  ...transform('raster with strides of 0', 'Expand', 'Tile'),
  ...transform('raster: one run', 'Flatten', 'Reshape', 'Squeeze', 'Unsqueeze'),
  ...transform('a constant; the input must be constant', 'NonZero'),
  ...transform('raster: runs along every axis, backwards for reflection, of stride 0 for edges', 'Pad'),
  ...transform('raster: runs along time, backwards; the lengths must be constant', 'ReverseSequence'),
  ...transform('raster: one strided region', 'Slice', 'Transpose'),
  ...transform('raster: a region an output', 'Split'),
  // Several kernels.
  ...composite('matmul of a constant grid', 'AffineGrid'),
  ...composite('matmul, elementwise, softmax, matmul', 'Attention', 'ai.onnx.preview.FlexAttention'),
  ...composite('loop of matmul and elementwise', 'LinearAttention'),
  ...composite('elementwise: a product and a sum; in training reduce before', 'BatchNormalization'),
  ...composite('constants', 'BlackmanWindow', 'HammingWindow', 'HannWindow'),
  ...composite('raster, conv, elementwise', 'CausalConvWithState'),
  ...composite('elementwise', 'Celu', 'Clip', 'Elu', 'Gelu', 'HardSigmoid', 'HardSwish', 'IsInf', 'LeakyRelu', 'Max'),
  ...composite('elementwise', 'Mean', 'Min', 'Mish', 'PRelu', 'Selu', 'Shrink', 'Softplus', 'Softsign', 'Sum', 'Swish'),
  ...composite('elementwise', 'ThresholdedRelu'),
  ...composite('a raster copy for each element of the kernel, reduce', 'Col2Im'),
  ...composite('a conv for each phase of the strides, with the kernel read backwards; raster', 'ConvTranspose'),
  ...composite('elementwise: convert, shift, scale', 'DequantizeLinear', 'QuantizeLinear'),
  ...composite('matmul with constant cosines and sines', 'DFT'),
  ...composite('reduce, elementwise', 'DynamicQuantizeLinear', 'GlobalLpPool', 'LpNormalization'),
  ...composite('reduce, elementwise', 'MeanVarianceNormalization', 'ReduceL2', 'ReduceLogSum', 'ReduceLogSumExp'),
  ...composite('rasters, matmul, reduce; two inputs at a time', 'Einsum'),
  ...composite('elementwise comparison of constant indices', 'EyeLike', 'OneHot', 'Trilu'),
  ...composite('matmul with transposed views, elementwise', 'Gemm'),
  ...composite('a gather for each neighbour, elementwise', 'GridSample', 'RoiAlign'),
  ...composite('normalize over reshaped rows', 'GroupNormalization', 'InstanceNormalization', 'LayerNormalization'),
  ...composite('normalize over reshaped rows', 'RMSNormalization'),
  ...composite('matmul for all steps, loop of matmul and elementwise', 'GRU', 'LSTM', 'RNN'),
  ...composite('argreduce, elementwise', 'Hardmax'),
  ...composite('elementwise, pool over channels', 'LRN', 'LpPool'),
  ...composite('rasters around softmax', 'LogSoftmax', 'Softmax'),
  ...composite('scatter into zeros', 'MaxUnpool'),
  ...composite('gather, elementwise, reduce', 'NegativeLogLikelihoodLoss'),
  ...composite('conv or matmul of int8, elementwise', 'QLinearConv', 'QLinearMatMul'),
  ...composite(
    'raster for nearest; gathers and a weighted sum; matmul where many elements count',
    'Resize',
    'Upsample',
  ),
  ...composite('rasters, elementwise', 'RotaryEmbedding'),
  ...composite('softmax, gather, elementwise, reduce', 'SoftmaxCrossEntropyLoss'),
  ...composite('elementwise indices, scatter', 'TensorScatter'),
  // Programs.
  ...control('if; inlined where the condition is constant', 'If'),
  ...control('loop; unrolled where shapes change', 'Loop'),
  ...control('loop over views', 'Scan'),
  // Elsewhere.
  ...placed('it draws random numbers', 'Bernoulli', 'Multinomial', 'RandomNormal', 'RandomNormalLike'),
  ...placed('it draws random numbers', 'RandomUniform', 'RandomUniformLike'),
  ...placed('its output is a sequence or an optional', 'Optional', 'SequenceAt', 'SequenceConstruct', 'SequenceEmpty'),
  ...placed('it works on sequences', 'ConcatFromSequence', 'SequenceErase', 'SequenceInsert', 'SequenceLength'),
  ...placed('it works on sequences', 'SequenceMap', 'SplitToSequence'),
  ...placed('it works on strings', 'RegexFullMatch', 'StringConcat', 'StringNormalizer', 'StringSplit'),
  ...placed('it counts tokens', 'TfIdfVectorizer'),
  ...placed('it decodes a file format', 'ImageDecoder'),
  ...placed('the size of its output depends on data', 'NonMaxSuppression', 'Unique'),
  ...placed('it has no rule yet', 'DeformConv', 'Det', 'MaxRoiPool', 'MelWeightMatrix', 'STFT'),
];

const byName = new Map(ops.map((row) => [row.op, row]));

/** Why an op without a rule is left to another runtime. */
export function placement(op: string): string {
  const row = byName.get(op);
  if (row !== undefined && row.kind === 'placed') return row.how;
  if (op === 'Input' || op === 'Constant') return 'it has a type that no tensor of the compiler has';
  if (op.startsWith('ai.onnx.ml.')) return 'it is classical machine learning';
  if (op.startsWith('ai.onnx.preview.training.')) return 'it is training';
  return 'it is no op of ONNX';
}

export interface Workload {
  /** Kernels to write for every backend, and rules to write once, without and with decomposition. */
  readonly before: number;
  readonly after: number;
  readonly backends: number;
}

/**
 * The paper's figure [Walle 2022]: (atomic + transform + composite) x backends + control against
 * (atomic + 1) x backends + transform + composite + control.
 * @param atomic What a backend implements after decomposition besides raster.
 */
export function workload(backends: number, atomic: number): Workload {
  const count = (kind: OpKind): number => ops.filter((row) => row.kind === kind).length;
  const [moving, made, controlled] = [count('transform'), count('composite'), count('control')];
  return {
    backends,
    before: (count('atomic') + moving + made) * backends + controlled,
    after: (atomic + 1) * backends + moving + made + controlled,
  };
}

/** Kernels that a backend must have besides raster and control flow, each scalar function counted as one. */
export function atomicUnits(): number {
  const kinds = Object.keys(kernelKinds).filter(
    (kind) => !['raster', 'elementwise', 'if', 'loop', 'external'].includes(kind),
  );
  return kinds.length + Object.keys(scalarFunctions).length;
}
