// RNN, GRU and LSTM: one matrix product for the inputs of all steps, then a loop of a product with the state and
// element-wise gates.
import { intOf, stringOf } from '../context.ts';
import { elements, type Node } from '../graph.ts';
import { denseStrides, denseView, type View } from '../program/view.ts';
import type { ProgramBuilder, Value } from './builder.ts';
import { add, clamp, iota, map, matmul, mul, scalar, select, sub, withNumber } from './compute.ts';
import { emitLoop } from './control.ts';
import { activations } from './elementwise.ts';
import { emitGather } from './indexing.ts';
import { floatOf, floatsOf, type Lowerer, type Lowering, need, stringsOf, wrongType } from './lowering.ts';
import { concat, filled, reshape, sliceAxis, transpose } from './move.ts';

export const recurrentLowerers: Readonly<Record<string, Lowerer>> = {
  RNN: (lowering) => recurrent(lowering, rnn, 1),
  GRU: (lowering) => recurrent(lowering, gru, 3),
  LSTM: (lowering) => recurrent(lowering, lstm, 4),
};

type Activate = (b: ProgramBuilder, x: Value) => Value;

/** What a step works with: all values are of the loop's body. */
interface Step {
  readonly b: ProgramBuilder;
  /** W x + biases of this step, [batch, gates x hidden]. */
  readonly x: Value;
  readonly h: Value;
  readonly c: Value | undefined;
  /** [hidden, gates x hidden]. */
  readonly r: Value;
  /** The recurrent bias of a GRU's new state, [hidden]. */
  readonly shift: Value;
  /** Peepholes of an LSTM, [3 x hidden]. */
  readonly p: Value | undefined;
  readonly hidden: number;
  readonly activations: readonly Activate[];
  readonly clip: number;
  readonly node: Node;
}

/** @returns the new state, and the new cell of an LSTM. */
type Cell = (step: Step) => readonly [Value, Value | undefined];

const rnn: Cell = ({ b, x, h, r, activations: [f], clip }) => [
  f!(b, limited(b, add(b, x, matmul(b, h, r)), clip)),
  undefined,
];

/** Gates z, r, h [ONNX GRU]. */
const gru: Cell = ({ b, x, h, r, shift, hidden, activations: [f, g], clip, node }) => {
  const gate = (value: Value, at: number, count = 1): Value => sliceAxis(b, value, 1, at * hidden, count * hidden);
  const inner = add(b, gate(x, 0, 2), matmul(b, h, gate(r, 0, 2)));
  const both = f!(b, limited(b, inner, clip));
  const [update, reset] = [gate(both, 0), gate(both, 1)];
  const last = gate(r, 2);
  const isBefore = intOf(node, 'linear_before_reset', 0) !== 0;
  const state = isBefore
    ? mul(b, reset, add(b, matmul(b, h, last), shift))
    : add(b, matmul(b, mul(b, reset, h), last), shift);
  const fresh = g!(b, limited(b, add(b, gate(x, 2), state), clip));
  return [add(b, mul(b, sub(b, scalar(b, x.type, 1), update), fresh), mul(b, update, h)), undefined];
};

/** Gates i, o, f, c [ONNX LSTM]. */
const lstm: Cell = ({ b, x, h, c, r, p, hidden, activations: [f, g, out], clip, node }) => {
  const sum = add(b, x, matmul(b, h, r));
  const gate = (at: number): Value => sliceAxis(b, sum, 1, at * hidden, hidden);
  const peep = (value: Value, at: number, cell: Value): Value =>
    p ? add(b, value, mul(b, sliceAxis(b, p, 0, at * hidden, hidden), cell)) : value;
  const input = f!(b, limited(b, peep(gate(0), 0, c!), clip));
  const isCoupled = intOf(node, 'input_forget', 0) !== 0;
  const forget = isCoupled ? sub(b, scalar(b, x.type, 1), input) : f!(b, limited(b, peep(gate(2), 2, c!), clip));
  const cell = add(b, mul(b, forget, c!), mul(b, input, g!(b, limited(b, gate(3), clip))));
  const output = f!(b, limited(b, peep(gate(1), 1, cell), clip));
  return [mul(b, output, out!(b, cell)), cell];
};

function limited(b: ProgramBuilder, x: Value, clip: number): Value {
  return clip > 0 ? clamp(b, x, scalar(b, x.type, -clip), scalar(b, x.type, clip)) : x;
}

/** Inputs X, W, R, B, sequence_lens, initial_h, and initial_c and P of an LSTM. */
function recurrent(lowering: Lowering, cell: Cell, gates: number): readonly (Value | undefined)[] {
  const { b, node, inputs } = lowering;
  const isByBatch = intOf(node, 'layout', 0) === 1;
  const given = need(lowering, 0);
  const x = isByBatch ? transpose(b, given, [1, 0, 2]) : given;
  const [w, r] = [need(lowering, 1), need(lowering, 2)];
  const [directions, , hidden] = r.shape as [number, number, number];
  if (w.shape[1] !== gates * hidden || x.shape.length !== 3) throw wrongType(node, 'its weights do not fit');
  const byDirection = (value: Value | undefined, at: number): Value | undefined =>
    value && reshape(b, sliceAxis(b, value, 0, at, 1), value.shape.slice(1));
  const state = (at: number): Value | undefined => {
    const value = inputs[at];
    return value && isByBatch ? transpose(b, value, [1, 0, 2]) : value;
  };
  const runs = Array.from({ length: directions }, (_, at) =>
    runDirection(lowering, cell, gates, {
      x,
      w: byDirection(w, at)!,
      r: byDirection(r, at)!,
      bias: byDirection(inputs[3], at),
      h: byDirection(state(5), at),
      c: gates === 4 ? byDirection(state(6), at) : undefined,
      p: gates === 4 ? byDirection(inputs[7], at) : undefined,
      isReverse: stringOf(node, 'direction') === 'reverse' || at === 1,
      direction: at,
    }),
  );
  const [steps, batch] = x.shape as [number, number];
  const all = concat(
    b,
    runs.map(({ all }) => reshape(b, all, [steps, 1, batch, hidden])),
    1,
  );
  const joined = (values: readonly (Value | undefined)[]): Value | undefined => {
    if (values.includes(undefined)) return undefined;
    const stacked = concat(
      b,
      values.map((value) => reshape(b, value!, [1, batch, hidden])),
      0,
    );
    return isByBatch ? transpose(b, stacked, [1, 0, 2]) : stacked;
  };
  const last = joined(runs.map(({ h }) => h));
  return [isByBatch ? transpose(b, all, [2, 0, 1, 3]) : all, last, joined(runs.map(({ c }) => c))];
}

interface Direction {
  /** [steps, batch, input]. */
  readonly x: Value;
  readonly w: Value;
  readonly r: Value;
  readonly bias: Value | undefined;
  readonly h: Value | undefined;
  readonly c: Value | undefined;
  readonly p: Value | undefined;
  readonly isReverse: boolean;
  readonly direction: number;
}

function runDirection(lowering: Lowering, cell: Cell, gates: number, parts: Direction) {
  const { b, node, inputs } = lowering;
  const { x, w, r, bias, isReverse, direction, p } = parts;
  const [steps, batch] = x.shape as [number, number];
  const hidden = r.shape[1]!;
  const lengths = inputs[4];
  const isMasked = lengths !== undefined;
  // Where sequences have lengths of their own, each is turned within its length.
  const fed = isReverse && isMasked ? turn(b, x, lengths) : x;
  const product = matmul(b, fed, transpose(b, w, [1, 0]));
  const wide = gates * hidden;
  const zeros = filled(b, x.type, [hidden], 0);
  const inputBias = bias && sliceAxis(b, bias, 0, 0, wide);
  const stateBias = bias && sliceAxis(b, bias, 0, wide, wide);
  const isGru = gates === 3;
  // The recurrent bias of a GRU's new state stands inside the reset gate's product.
  const outer = stateBias && (isGru ? concat(b, [sliceAxis(b, stateBias, 0, 0, 2 * hidden), zeros], 0) : stateBias);
  const shift = stateBias && isGru ? sliceAxis(b, stateBias, 0, 2 * hidden, hidden) : zeros;
  const shifted = inputBias ? add(b, product, add(b, inputBias, outer!)) : product;
  const h = parts.h ?? filled(b, x.type, [batch, hidden], 0);
  const c = gates === 4 ? (parts.c ?? filled(b, x.type, [batch, hidden], 0)) : undefined;
  const states = c ? [h, c] : [h];

  const body = b.inner(`${node.op} step`);
  const iteration = body.input('iteration', 'int64', []);
  const [bodyH, bodyC] = states.map((value, at) => body.input(`state${at}`, value.type, value.shape));
  const slice = body.input('x', x.type, [batch, wide]);
  const transposed = transpose(b, r, [1, 0]);
  const captures = [transposed, shift, ...(p ? [p] : []), ...(lengths ? [lengths] : [])];
  const inner = captures.map((value, at) => body.input(`outer${at}`, value.type, value.shape));
  const [freshH, freshC] = cell({
    b: body,
    x: slice,
    h: bodyH!,
    c: bodyC,
    r: inner[0]!,
    shift: inner[1]!,
    p: p && inner[2],
    hidden,
    activations: activationsOf(node, gates, direction),
    clip: floatOf(node, 'clip', 0),
    node,
  });
  const lengthsIn = inner[inner.length - 1]!;
  const isAlive = isMasked
    ? reshape(body, map(body, 'less', [map(body, 'cast', [iteration], lengthsIn.type), lengthsIn]), [batch, 1])
    : undefined;
  const next = (fresh: Value, old: Value): Value => (isAlive ? select(body, isAlive, fresh, old) : fresh);
  const shown = isAlive ? select(body, isAlive, freshH, scalar(body, x.type, 0)) : freshH;
  const results = [next(freshH, bodyH!), ...(c ? [next(freshC!, bodyC!)] : []), shown];
  const program = body.finish(results.map(({ id }, at) => ({ name: `result${at}`, tensor: id })));
  const isBackwards = isReverse && !isMasked;
  const rows = denseStrides([steps, batch, hidden]);
  const scanned = backwards(denseView(shifted.id, [steps, batch, wide]), isBackwards);
  const stackedView = backwards({ tensor: 0, offset: 0, size: [steps, batch, hidden], strides: rows }, isBackwards);
  const [lastH, ...others] = emitLoop(
    b,
    { program, outputs: results, captures },
    {
      count: { fixed: steps },
      conditional: false,
      states,
      scanned: [scanned],
      slices: [
        { type: x.type, shape: [steps, batch, hidden], strides: stackedView.strides, offset: stackedView.offset },
      ],
      takesCondition: false,
      givesCondition: false,
    },
  );
  const all = others[others.length - 1]!;
  return { all: isReverse && isMasked ? turn(b, all, lengths) : all, h: lastH!, c: c && others[0] };
}

function backwards(view: View, isBackwards: boolean): View {
  if (!isBackwards || view.size[0] === 0) return view;
  const [stride, ...rest] = view.strides as [number, ...number[]];
  return { ...view, offset: (view.size[0]! - 1) * stride, strides: [-stride, ...rest] };
}

/** x [steps, batch, ..] with every sequence turned round within its length. */
function turn(b: ProgramBuilder, x: Value, lengths: Value): Value {
  const [steps, batch, ...rest] = x.shape as [number, number, ...number[]];
  const step = iota(b, 2, 0, steps);
  const length = reshape(b, lengths.type === 'int64' ? lengths : map(b, 'cast', [lengths], 'int64'), [1, batch]);
  const turned = sub(b, withNumber(b, 'sub', length, 1), step);
  const index = select(b, map(b, 'less', [step, length]), turned, step);
  const strides = denseStrides(x.shape);
  const source: View = { tensor: x.id, offset: 0, size: x.shape, strides: strides.with(0, 0) };
  const view: View = {
    tensor: index.id,
    offset: 0,
    size: x.shape,
    strides: [batch, 1, ...rest.map(() => 0)],
  };
  return emitGather(b, x, x.shape, source, [{ view, stride: elements([batch, ...rest]), extent: steps }]);
}

const defaults: Readonly<Record<number, readonly string[]>> = {
  1: ['Tanh'],
  3: ['Sigmoid', 'Tanh'],
  4: ['Sigmoid', 'Tanh', 'Tanh'],
};

/** The names of the direction, with their parameters taken in order from the two lists. */
function activationsOf(node: Node, gates: number, direction: number): readonly Activate[] {
  const standard = defaults[gates]!;
  const names = stringsOf(node, 'activations');
  const given = names && names.length > 0 ? names : [...standard, ...standard];
  const alphas = [...(floatsOf(node, 'activation_alpha') ?? [])];
  const betas = [...(floatsOf(node, 'activation_beta') ?? [])];
  const made = given.map((name): Activate => {
    const alpha = takesAlpha.has(name) ? alphas.shift() : undefined;
    const beta = takesBeta.has(name) ? betas.shift() : undefined;
    const attributes: Node['attributes'] = {
      ...(alpha === undefined ? {} : { alpha: { kind: 'float', value: alpha } }),
      ...(beta === undefined ? {} : { beta: { kind: 'float', value: beta } }),
    };
    const parameters: Node = { name: '', op: name, inputs: [], outputs: [], attributes };
    if (name === 'Sigmoid' || name === 'Tanh') return (b, x) => map(b, name === 'Tanh' ? 'tanh' : 'sigmoid', [x]);
    const activate = activations[name];
    if (activate === undefined) throw wrongType(node, `no activation ${name}`);
    return (b, x) => activate(b, x, parameters);
  });
  return made.slice(direction * standard.length, (direction + 1) * standard.length);
}

const takesAlpha = new Set(['Affine', 'LeakyRelu', 'ThresholdedRelu', 'ScaledTanh', 'HardSigmoid', 'Elu']);
const takesBeta = new Set(['Affine', 'ScaledTanh', 'HardSigmoid']);
