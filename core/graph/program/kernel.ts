// The kernels of a lowered program: the one list of what a backend has to execute. Every output is a row-major tensor
// that no other kernel writes; every read goes through a view or names a tensor to be read whole.
import type { ElementType, Node } from '../graph.ts';
import type { Program } from './program.ts';
import type { Step } from './scalar.ts';
import type { View } from './view.ts';

export type Kernel =
  | Raster
  | Elementwise
  | Matmul
  | Convolution
  | Pool
  | Reduce
  | ArgReduce
  | Softmax
  | Normalize
  | Gather
  | Scatter
  | Cumulate
  | TopK
  | If
  | Loop
  | External;

export type KernelKind = Kernel['kind'];

/** Where a kernel comes from. It changes nothing of what the kernel computes. */
export interface Origin {
  /** Indices, ascending, of the graph's nodes whose work it does; in a loop or branch the node that has the subgraph. */
  readonly nodes?: readonly number[];
}

/** Data movement: every region copies `source` to elements `offset + sum of index * strides` of the output. */
export interface Raster extends Origin {
  readonly kind: 'raster';
  readonly output: number;
  /** Regions do not overlap in the output. Sources have the output's type. */
  readonly regions: readonly Region[];
  /** Of elements that no region covers. */
  readonly fill: number | bigint;
}

export interface Region {
  readonly source: View;
  /** Over the index space of `source`; strides are not 0 where the size is above 1. */
  readonly destination: { readonly offset: number; readonly strides: readonly number[] };
}

/** For every index of `size`: the operands are registers 0.., the steps follow, the last register is the result. */
export interface Elementwise extends Origin {
  readonly kind: 'elementwise';
  readonly output: number;
  /** Index space of all operands; row-major order is that of the output. */
  readonly size: readonly number[];
  readonly operands: readonly View[];
  /** Empty: operand 0 is copied. */
  readonly body: readonly Step[];
}

/**
 * Steps on a kernel's result before it is stored. Register 0 is the result, then come the operands, views over the
 * output's index space, then the steps; the last register is stored.
 */
export interface Epilogue {
  readonly operands: readonly View[];
  readonly body: readonly Step[];
}

/**
 * output[b.., m, n] = epilogue(sum over k of (a[b.., m, k] - zeroA) * (b[b.., k, n] - zeroB)).
 * Floats: operands and result of one type, sums in at least float32. int8 and uint8: in int32, mixed signs allowed.
 */
export interface Matmul extends Origin {
  readonly kind: 'matmul';
  readonly output: number;
  /** [batch.., m, k]. */
  readonly a: View;
  /** [batch.., k, n]. */
  readonly b: View;
  /** Zero points over the index space of `a`, for int8 and uint8 alone. */
  readonly zeroA?: View;
  readonly zeroB?: View;
  /** Of the sum; the output has it too unless the epilogue casts. */
  readonly type: 'float32' | 'float64' | 'float16' | 'bfloat16' | 'int32' | 'uint32' | 'int64' | 'uint64';
  readonly epilogue: Epilogue;
}

/**
 * output[n, g, o, p..] = epilogue(sum over c, q of (x[n, g, c, p * strides + q * dilations - pads] - zeroX) *
 * (w[g, o, c, q] - zeroW)); positions outside x add nothing. One to three spatial axes. Types as of a Matmul.
 */
export interface Convolution extends Origin {
  readonly kind: 'conv';
  readonly output: number;
  /** [batch, groups, channels of a group, space..]. */
  readonly x: View;
  /** [groups, outputs of a group, channels of a group, kernel..]. */
  readonly w: View;
  readonly zeroX?: View;
  readonly zeroW?: View;
  /** Spatial sizes of the output. */
  readonly size: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  /** At the begin of every spatial axis; may be negative. */
  readonly pads: readonly number[];
  readonly type: Matmul['type'];
  /** Over [batch, groups, outputs of a group, space..]. */
  readonly epilogue: Epilogue;
}

/** Windows over the last axes of x. */
export interface Pool extends Origin {
  readonly kind: 'pool';
  readonly output: number;
  /** `sum` and `average` take positions outside x as 0, `max` leaves them out. */
  readonly fn: 'max' | 'average' | 'sum';
  /** [outer.., space..]. */
  readonly x: View;
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  readonly pads: { readonly begin: readonly number[]; readonly end: readonly number[] };
  /** Spatial sizes of the output. */
  readonly size: readonly number[];
  /** Of `average`: whether the padding counts in the divisor (what lies past the padding never does). */
  readonly countsPadding: boolean;
  /** Of `max`: an int64 output with the first maximum's sum of index * strides over [outer.., space..]. */
  readonly indices?: { readonly output: number; readonly strides: readonly number[] };
}

/** Folds the last axes of x. An empty fold gives the neutral element: infinities, or an integer type's end, of min and max. */
export interface Reduce extends Origin {
  readonly kind: 'reduce';
  readonly output: number;
  readonly fn: 'sum' | 'mean' | 'max' | 'min' | 'product' | 'sumSquare' | 'sumAbs';
  /** [kept.., reduced..]. */
  readonly x: View;
  /** How many axes stay. */
  readonly kept: number;
  /** Over [kept..]. */
  readonly epilogue: Epilogue;
}

/** int64 index of the first, or last, greatest or least element of the last axis. */
export interface ArgReduce extends Origin {
  readonly kind: 'argreduce';
  readonly output: number;
  readonly fn: 'max' | 'min';
  readonly last: boolean;
  /** [rows.., n]. */
  readonly x: View;
}

/** e^(x - max) / sum of e^(x - max) along the last axis, or its logarithm. */
export interface Softmax extends Origin {
  readonly kind: 'softmax';
  readonly output: number;
  readonly log: boolean;
  /** [rows.., n]. */
  readonly x: View;
}

/** (x - mean) / sqrt(variance + epsilon) along the last axis; where not `centred`, x / sqrt(mean of x^2 + epsilon). */
export interface Normalize extends Origin {
  readonly kind: 'normalize';
  readonly output: number;
  readonly centred: boolean;
  readonly epsilon: number;
  /** [rows.., n]; statistics in at least float32. */
  readonly x: View;
  /** Over [rows.., n]: scale and shift. */
  readonly epilogue: Epilogue;
}

/** An index read from a tensor (int32 or int64) that moves an address. Negative ones count from `extent`. */
export interface Index {
  /** Over the kernel's index space. */
  readonly view: View;
  /** Elements that an index of 1 moves. */
  readonly stride: number;
  /** Indices lie in [-extent, extent); what lies outside is the model's error: a backend must not read past the tensor. */
  readonly extent: number;
}

/** output[i] = element `source(i) + sum of index(i) * stride`. */
export interface Gather extends Origin {
  readonly kind: 'gather';
  readonly output: number;
  /** The affine part, over the output's index space. */
  readonly source: View;
  readonly indices: readonly Index[];
}

/** A copy of `data` in which, in row-major order of the updates, element `offset + i * strides + indices` is combined with update i. */
export interface Scatter extends Origin {
  readonly kind: 'scatter';
  readonly output: number;
  /** Read whole. */
  readonly data: number;
  readonly updates: View;
  readonly target: { readonly offset: number; readonly strides: readonly number[] };
  readonly indices: readonly Index[];
  readonly reduction: 'none' | 'add' | 'mul' | 'max' | 'min';
}

/** Running sum or product along the last axis. */
export interface Cumulate extends Origin {
  readonly kind: 'cumulate';
  readonly output: number;
  readonly fn: 'sum' | 'product';
  /** Whether an element leaves itself out. */
  readonly exclusive: boolean;
  /** [rows.., n]. */
  readonly x: View;
}

/** The k greatest or least of the last axis in order; of equals the one with the lower index comes first. */
export interface TopK extends Origin {
  readonly kind: 'topk';
  /** [rows.., k]. */
  readonly values: number;
  /** int64. */
  readonly indices: number;
  readonly k: number;
  readonly largest: boolean;
  /** [rows.., n]. */
  readonly x: View;
}

/** Runs one of two programs, which take `captures` as their inputs. */
export interface If extends Origin {
  readonly kind: 'if';
  readonly outputs: readonly number[];
  /** A bool of one element. */
  readonly condition: number;
  readonly captures: readonly number[];
  readonly yes: Program;
  readonly no: Program;
}

/**
 * Runs `body` while its condition holds, at most `count` times. Inputs of the body: iteration (int64), states, slices,
 * captures. Outputs of the body: condition (bool, left out where not `conditional`), states, stacked slices.
 */
export interface Loop extends Origin {
  readonly kind: 'loop';
  /** Final states, then the stacked tensors. */
  readonly outputs: readonly number[];
  /** Number of iterations, or the tensor (int64) that has it, or nothing. */
  readonly count: { readonly fixed: number } | { readonly tensor: number } | undefined;
  /** Whether the first output of the body is a condition. */
  readonly conditional: boolean;
  /** A bool that decides about the first iteration. */
  readonly condition?: number;
  readonly states: readonly number[];
  /** Over [iterations, slice..]. */
  readonly scanned: readonly View[];
  readonly captures: readonly number[];
  readonly body: Program;
  /** Where a slice of iteration i goes: over [iterations, slice..]. Only with a fixed count and no condition. */
  readonly stacked: readonly { readonly offset: number; readonly strides: readonly number[] }[];
}

/** A node that was not lowered: another runtime must execute it. */
export interface External extends Origin {
  readonly kind: 'external';
  /** As in the model; '' stands for an input or output left out. */
  readonly node: Node;
  readonly opset: number;
  readonly inputs: readonly (number | undefined)[];
  readonly outputs: readonly (number | undefined)[];
}

/** Type in which products of a type are summed. */
export function sumType(type: ElementType): Matmul['type'] {
  if (type === 'int64' || type === 'uint64' || type === 'uint32') return type;
  if (type === 'float32' || type === 'float64' || type === 'float16' || type === 'bfloat16') return type;
  return 'int32';
}

/** What each kernel is, and the number that the workload figure counts. */
export const kernelKinds = {
  raster: 'copies regions',
  elementwise: 'a body of scalar functions over views',
  matmul: 'batched product of matrices, also of int8',
  conv: 'convolution, grouped and dilated, also of int8',
  pool: 'windows: maximum, average, sum',
  reduce: 'folds axes',
  argreduce: 'index of the greatest or least',
  softmax: 'rows, also the logarithm',
  normalize: 'rows to mean 0 and variance 1, or to a mean square of 1',
  gather: 'reads at indices',
  scatter: 'writes at indices',
  cumulate: 'running sum or product',
  topk: 'the greatest or least k of rows',
  if: 'one of two programs',
  loop: 'a program again and again',
  external: 'a node for another runtime',
} as const satisfies Record<KernelKind, string>;
