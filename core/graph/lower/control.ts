// Control flow: branches and loops become kernels with programs of their own, unless what decides is known.
import { intOf, intsOf } from '../context.ts';
import { elements, type Subgraph } from '../graph.ts';
import type { Loop } from '../program/kernel.ts';
import type { Program } from '../program/program.ts';
import { denseStrides, denseView, type View } from '../program/view.ts';
import { numbersOf } from '../tensor.ts';
import type { ProgramBuilder, Value } from './builder.ts';
import { scalar } from './compute.ts';
import { axisOf, type Lowerer, type Lowering, NotLowered, need, type Subprogram, wrongType } from './lowering.ts';
import { concat, reshape } from './move.ts';

export const controlLowerers: Readonly<Record<string, Lowerer>> = {
  If: branch,
  Loop: loop,
  Scan: scan,
};

function graphOf({ node }: Lowering, name: string): Subgraph {
  const attribute = node.attributes[name];
  if (attribute?.kind !== 'graph') throw wrongType(node, `it has no ${name}`);
  return attribute.value;
}

function branch(lowering: Lowering): readonly Value[] {
  const { b, node } = lowering;
  const condition = need(lowering, 0);
  const [yes, no] = [graphOf(lowering, 'then_branch'), graphOf(lowering, 'else_branch')];
  const decided = b.constantOf(condition);
  if (decided !== undefined) return lowering.inline(decided.data[0] ? yes : no, []);
  const branches = [lowering.subprogram(yes, []), lowering.subprogram(no, [])] as const;
  const types = branches.map(({ outputs }) => outputs.map(({ type, shape }) => `${type} [${shape}]`).join());
  if (types[0] !== types[1]) throw new NotLowered(`its branches give ${types[0]} and ${types[1]}`);
  const captures = [
    ...new Map(branches.flatMap(({ captures }) => captures).map((value) => [value.id, value])).values(),
  ];
  const outputs = branches[0].outputs.map(({ type, shape }) => b.tensor(type, shape));
  if (elements(condition.shape) !== 1) throw wrongType(node, 'its condition is not one bool');
  b.emit({
    kind: 'if',
    outputs: outputs.map(({ id }) => id),
    condition: condition.id,
    captures: captures.map(({ id }) => id),
    yes: withInputs(branches[0], captures),
    no: withInputs(branches[1], captures),
  });
  return outputs;
}

/** The program with an input for everything that either branch captures. */
function withInputs({ program, captures }: Subprogram, all: readonly Value[]): Program {
  const own = new Map(
    captures.map(({ id }, at) => [id, program.inputs[program.inputs.length - captures.length + at]!]),
  );
  const tensors = [...program.tensors];
  const inputs = all.map(({ id, type, shape }) => {
    const known = own.get(id);
    if (known !== undefined) return known;
    tensors.push({ type, shape });
    return { name: `unused_${id}`, tensor: tensors.length - 1 };
  });
  return { ...program, tensors, inputs };
}

/** [ONNX Loop]: inputs limit, condition, states; body iteration, condition, states -> condition, states, slices. */
function loop(lowering: Lowering): readonly Value[] {
  const { b, inputs } = lowering;
  const body = graphOf(lowering, 'body');
  const [limit, first] = inputs;
  const states = inputs.slice(2).map((_, at) => need(lowering, at + 2));
  const limitValue = limit && b.constantOf(limit);
  const count = limitValue && Math.max(0, numbersOf(limitValue)[0]!);
  const firstValue = first && b.constantOf(first);
  if (firstValue?.data[0] === 0 || count === 0) return withoutIterations(body, states);
  const types = [
    { type: 'int64' as const, shape: [] },
    { type: 'bool' as const, shape: [] },
    ...states.map(({ type, shape }) => ({ type, shape })),
  ];
  const isUnchanging = (sub: Subprogram): boolean =>
    states.every(({ type, shape }, at) => {
      const next = sub.outputs[at + 1];
      return next?.type === type && `${next.shape}` === `${shape}`;
    });
  const compiled = attempt(() => lowering.subprogram(body, types));
  const goesOn = compiled !== undefined && keepsGoing(compiled);
  const isConditional = !(goesOn && (first === undefined || firstValue !== undefined));
  const slices = body.outputs.length - 1 - states.length;
  if (compiled === undefined || !isUnchanging(compiled) || (slices > 0 && (isConditional || count === undefined))) {
    if (count !== undefined && count <= b.limits.maxUnrolled) {
      return unroll(lowering, body, states, count, slices);
    }
    throw new NotLowered(
      compiled && isUnchanging(compiled) ? 'how often it runs depends on data' : 'its states change their shapes',
    );
  }
  return emitLoop(b, compiled, {
    // The body of a Loop also takes its condition, which holds wherever it runs.
    count: count !== undefined ? { fixed: count } : limit ? { tensor: limit.id } : undefined,
    conditional: isConditional,
    condition: first,
    states,
    scanned: [],
    slices: compiled.outputs.slice(1 + states.length).map(({ type, shape }) => ({
      type,
      shape: [count ?? 0, ...shape],
      strides: denseStrides([count ?? 0, ...shape]),
      offset: 0,
    })),
    takesCondition: true,
    givesCondition: true,
  });
}

/** Undefined where a rule of the body gives up because shapes change; what the model did wrong goes on. */
function attempt(compile: () => Subprogram): Subprogram | undefined {
  try {
    return compile();
  } catch (error) {
    if (error instanceof NotLowered) return undefined;
    throw error;
  }
}

/** Whether the body's condition is constantly true, or the one that it was given. */
function keepsGoing({ program }: Subprogram): boolean {
  const id = program.outputs[0]!.tensor;
  const { constant } = program.tensors[id]!;
  return id === program.inputs[1]!.tensor || (constant?.kind === 'data' && constant.data[0] === 1);
}

function withoutIterations(body: Subgraph, states: readonly Value[]): readonly Value[] {
  if (body.outputs.length > states.length + 1) throw new NotLowered('it never runs, so its slices have no shape');
  return states;
}

function unroll(
  lowering: Lowering,
  body: Subgraph,
  states: readonly Value[],
  count: number,
  slices: number,
): readonly Value[] {
  const { b } = lowering;
  let current = states;
  const stacks = Array.from({ length: slices }, (): Value[] => []);
  let going = lowering.inputs[1] ?? scalar(b, 'bool', 1);
  for (let iteration = 0; iteration < count; iteration++) {
    const decided = b.constantOf(going);
    if (decided === undefined) throw new NotLowered('how often it runs depends on data');
    if (!decided.data[0]) break;
    const [next, ...rest] = lowering.inline(body, [scalar(b, 'int64', iteration), going, ...current]);
    going = next!;
    current = rest.slice(0, states.length);
    for (const [at, slice] of rest.slice(states.length).entries()) {
      stacks[at]!.push(reshape(b, slice, [1, ...slice.shape]));
    }
  }
  return [
    ...current,
    ...stacks.map((parts) => {
      if (parts.length === 0) throw new NotLowered('it never runs, so its slices have no shape');
      return concat(b, parts, 0);
    }),
  ];
}

export interface LoopParts {
  readonly count: Loop['count'];
  readonly conditional: boolean;
  readonly condition?: Value | undefined;
  readonly states: readonly Value[];
  readonly scanned: readonly View[];
  readonly slices: readonly {
    readonly type: Value['type'];
    readonly shape: readonly number[];
    readonly strides: readonly number[];
    readonly offset: number;
  }[];
  /** Whether the program has a condition among its inputs, after the iteration, and as its first output. */
  readonly takesCondition: boolean;
  readonly givesCondition: boolean;
}

/** Final states, then stacked slices. */
export function emitLoop(b: ProgramBuilder, { program, captures }: Subprogram, parts: LoopParts): readonly Value[] {
  const { count, conditional, condition, states, scanned, slices, takesCondition, givesCondition } = parts;
  const outputs = [
    ...states.map(({ type, shape }) => b.tensor(type, shape)),
    ...slices.map(({ type, shape }) => b.tensor(type, shape)),
  ];
  const withoutCondition = takesCondition ? holding(program) : program;
  const body =
    givesCondition && !conditional ? { ...withoutCondition, outputs: program.outputs.slice(1) } : withoutCondition;
  b.emit({
    kind: 'loop',
    outputs: outputs.map(({ id }) => id),
    count,
    conditional,
    ...(conditional && condition && { condition: condition.id }),
    states: states.map(({ id }) => id),
    scanned,
    captures: captures.map(({ id }) => id),
    body,
    stacked: slices.map(({ offset, strides }) => ({ offset, strides })),
  });
  return outputs;
}

/** The program with its second input, the condition, set to true. */
function holding(program: Program): Program {
  const { tensor } = program.inputs[1]!;
  const { type, shape } = program.tensors[tensor]!;
  const constant = { kind: 'data', data: Uint8Array.of(1) } as const;
  return {
    ...program,
    inputs: program.inputs.toSpliced(1, 1),
    tensors: program.tensors.with(tensor, { type, shape, constant }),
  };
}

/** [ONNX Scan]: states and scanned inputs; body states, slices -> states, slices. Before opset 9 there is a batch axis. */
function scan(lowering: Lowering): readonly Value[] {
  const { node, opset, inputs } = lowering;
  const body = graphOf(lowering, 'body');
  if (opset < 9) return batchedScan(lowering, body);
  const scans = intOf(node, 'num_scan_inputs', 0);
  const all = inputs.map((_, at) => need(lowering, at));
  const states = all.slice(0, all.length - scans);
  const sequences = all.slice(all.length - scans);
  return scanOver(lowering, body, states, sequences);
}

function scanOver(
  lowering: Lowering,
  body: Subgraph,
  states: readonly Value[],
  sequences: readonly Value[],
): readonly Value[] {
  const { b, node } = lowering;
  const axes = intsOf(node, 'scan_input_axes') ?? sequences.map(() => 0);
  const directions = intsOf(node, 'scan_input_directions') ?? sequences.map(() => 0);
  const views = sequences.map(({ id, shape }, at): View => {
    const axis = axisOf(node, axes[at]!, shape.length);
    const dense = denseStrides(shape);
    const [count, stride] = [shape[axis]!, dense[axis]!];
    return {
      tensor: id,
      offset: directions[at] ? Math.max(0, count - 1) * stride : 0,
      size: [count, ...shape.toSpliced(axis, 1)],
      strides: [directions[at] ? -stride : stride, ...dense.toSpliced(axis, 1)],
    };
  });
  const count = views[0]?.size[0];
  if (count === undefined || views.some(({ size }) => size[0] !== count))
    throw wrongType(node, 'its sequences differ in length');
  // The body does not know the iteration, the kernel gives it: an input that nothing reads.
  const types = [
    ...states.map(({ type, shape }) => ({ type, shape })),
    ...views.map(({ size }, at) => ({ type: sequences[at]!.type, shape: size.slice(1) })),
  ];
  const compiled = lowering.subprogram(body, types);
  const outAxes = intsOf(node, 'scan_output_axes') ?? [];
  const outDirections = intsOf(node, 'scan_output_directions') ?? [];
  const slices = compiled.outputs.slice(states.length).map(({ type, shape: slice }, at) => {
    const axis = axisOf(node, outAxes[at] ?? 0, slice.length + 1);
    const shape = slice.toSpliced(axis, 0, count);
    const dense = denseStrides(shape);
    const stride = dense[axis]!;
    const isReverse = outDirections[at] === 1;
    return {
      type,
      shape,
      offset: isReverse ? Math.max(0, count - 1) * stride : 0,
      strides: [isReverse ? -stride : stride, ...dense.toSpliced(axis, 1)],
    };
  });
  for (const [at, { type, shape }] of states.entries()) {
    const next = compiled.outputs[at];
    if (next?.type !== type || `${next.shape}` !== `${shape}`) throw new NotLowered('its states change their shapes');
  }
  return emitLoop(b, withIteration(compiled), {
    count: { fixed: count },
    conditional: false,
    states,
    scanned: views,
    slices,
    takesCondition: false,
    givesCondition: false,
  });
}

/** With an iteration before the other inputs, which nothing reads. */
function withIteration(compiled: Subprogram): Subprogram {
  const { program } = compiled;
  const tensors = [...program.tensors, { type: 'int64', shape: [] } as const];
  const inputs = [{ name: 'iteration', tensor: tensors.length - 1 }, ...program.inputs];
  return { ...compiled, program: { ...program, tensors, inputs } };
}

/** Sequences that are scanned each by a loop of its own. */
const maxBatch = 1024;

/** [ONNX Scan 8]: a batch axis before all else; every element of the batch is scanned alone. */
function batchedScan(lowering: Lowering, body: Subgraph): readonly Value[] {
  const { b, node, inputs } = lowering;
  if (inputs[0] !== undefined) throw new NotLowered('its sequences have lengths of their own');
  const scans = intOf(node, 'num_scan_inputs', 0);
  const all = inputs.slice(1).map((_, at) => need(lowering, at + 1));
  const batch = all[0]?.shape[0] ?? 0;
  if (batch > maxBatch) throw new NotLowered(`it scans ${batch} sequences one by one`);
  const parts = Array.from({ length: batch }, (_, at) => {
    const rows = all.map((value) => {
      const shape = value.shape.slice(1);
      const view = denseView(value.id, shape);
      const offset = at * elements(shape);
      const part = b.tensor(value.type, shape);
      const destination = { offset: 0, strides: view.strides };
      b.emit({ kind: 'raster', output: part.id, regions: [{ source: { ...view, offset }, destination }], fill: 0 });
      return part;
    });
    return scanOver(lowering, body, rows.slice(0, rows.length - scans), rows.slice(rows.length - scans));
  });
  return (parts[0] ?? []).map((_, at) =>
    concat(
      b,
      parts.map((made) => reshape(b, made[at]!, [1, ...made[at]!.shape])),
      0,
    ),
  );
}
