// Lowering: a graph becomes a program, node by node. The rule of an op makes its kernels and thereby the shapes of its
// outputs, so that shapes and meaning cannot disagree.
import { CodedError } from '@edgewright/schemas/codes.js';
import { type Constant, elements, type Node, type OpenGraph, type Subgraph, type TensorType } from '../graph.ts';
import { inferNode } from '../infer.ts';
import type { Program } from '../program/program.ts';
import { verifyProgram } from '../program/verify.ts';
import { numbersOf, type Tensor, tensorOf } from '../tensor.ts';
import { type Budget, ProgramBuilder, type Value } from './builder.ts';
import { defaultLimits, type Limits, tooLarge } from './limits.ts';
import { type Lowering, type LowerOptions, NotLowered, type Subprogram, wrongType } from './lowering.ts';
import { placement } from './ops.ts';
import { lowerers } from './rules.ts';

/** A node that another runtime must execute. */
export interface Unsupported {
  readonly node: Node;
  readonly op: string;
  readonly reason: string;
}

export interface Lowered {
  /**
   * Whole where `unsupported` is empty. Else nodes that were not lowered are `external` kernels, as far as the types of
   * their outputs are known; undefined where one has unknown types and an output hangs on it.
   */
  readonly program: Program | undefined;
  readonly unsupported: readonly Unsupported[];
  /** Of every value of the graph that was reached. */
  readonly types: ReadonlyMap<string, TensorType>;
  /** A small value that depends on no input, such as a shape; computed when asked for. */
  readonly foldedOf: (name: string) => Tensor | undefined;
}

export interface LoweringOptions extends Partial<LowerOptions> {
  readonly limits?: Partial<Limits>;
  /** Inputs whose values are known while compiling, such as sizes: the program has them as constants. */
  readonly values?: ReadonlyMap<string, Tensor>;
}

/**
 * @param graph In topological order, with the types of its inputs.
 * @throws CodedError `graph-type` where an op cannot take its inputs, `graph-invalid` where a value is missing,
 *   `graph-too-large` beyond the limits
 */
export function lowerGraph(graph: OpenGraph, options: LoweringOptions = {}): Lowered {
  const { limits, values = new Map(), ...switches } = options;
  const session: Session = {
    opset: graph.opset,
    options: { decomposeSoftmax: false, decomposeNormalize: false, ...switches },
    limits: { ...defaultLimits, ...limits },
    budget: { kernels: 0, bytes: 0, listed: 0, work: 0 },
    unsupported: [],
    declared: graph.values,
  };
  const b = new ProgramBuilder(graph.name, session.limits, session.budget);
  const scope: Scope = { b, values: new Map(), parent: undefined, captures: new Map(), depth: 0 };
  for (const { name, type } of graph.inputs) {
    const value = values.get(name);
    define(scope, name, value ? b.constant(value) : b.input(name, type.type, type.shape));
  }
  lowerNodes(session, scope, graph.constants, graph.nodes, false);
  const outputs = graph.outputs.flatMap(({ name }) => {
    const value = resolve(scope, name);
    if (value === 'unknown') return [];
    if (value === undefined) throw missing(name, 'the outputs of the graph');
    return [{ name, tensor: value.id }];
  });
  const types = new Map<string, TensorType>();
  for (const [name, value] of scope.values) {
    if (value !== 'unknown') types.set(name, { type: value.type, shape: value.shape });
  }
  const foldedOf = (name: string): Tensor | undefined => {
    const value = scope.values.get(name);
    return value === undefined || value === 'unknown' ? undefined : b.foldedOf(value);
  };
  const program = outputs.length === graph.outputs.length ? b.finish(outputs) : undefined;
  if (program !== undefined) verifyLowered(program);
  return { program, unsupported: session.unsupported, types, foldedOf };
}

/** A rule believes a node about types and bounds that it does not need itself: what is no program, was no model. */
function verifyLowered(program: Program): void {
  try {
    verifyProgram(program);
  } catch (error) {
    throw new CodedError(
      'graph-type',
      `The model makes no program: ${(error as Error).message}.`,
      'Export the model again, and check it with the ONNX checker.',
    );
  }
}

function unfit(name: string, count: number, shape: readonly number[]): CodedError {
  return new CodedError(
    'graph-invalid',
    `Constant "${name}" of [${shape.join(', ')}] has ${count} elements.`,
    'Export the model again, and check it with the ONNX checker.',
  );
}

interface Session {
  readonly opset: number;
  readonly options: LowerOptions;
  readonly limits: Limits;
  readonly budget: Budget;
  readonly unsupported: Unsupported[];
  /** Types that the model names, for what is not lowered. */
  readonly declared: ReadonlyMap<string, TensorType>;
}

/** The names of one graph, and the graph around it. */
interface Scope {
  readonly b: ProgramBuilder;
  /** `unknown`: made by a node that was not lowered. */
  readonly values: Map<string, Value | 'unknown'>;
  readonly parent: Scope | undefined;
  /** Inputs for values of the parent, by the parent's id; none where the scope shares the parent's program. */
  readonly captures: Map<number, { readonly outer: Value; readonly inner: Value }>;
  readonly depth: number;
}

function define({ values }: Scope, name: string, value: Value | 'unknown'): void {
  if (name === '') return;
  if (values.has(name)) {
    throw new CodedError(
      'graph-invalid',
      `The model makes the value "${name}" more than once.`,
      'Export the model again, and check it with the ONNX checker.',
    );
  }
  values.set(name, value);
}

function missing(name: string, where: string): CodedError {
  return new CodedError(
    'graph-invalid',
    `Nothing makes the value "${name}" before it is read by ${where}.`,
    'Export the model again, and check it with the ONNX checker.',
  );
}

/** A value by name, from the graphs around this one too. */
function resolve(scope: Scope, name: string): Value | 'unknown' | undefined {
  const own = scope.values.get(name);
  if (own !== undefined || scope.parent === undefined) return own;
  const outer = resolve(scope.parent, name);
  if (outer === undefined || outer === 'unknown' || scope.b === scope.parent.b) return outer;
  const known = scope.captures.get(outer.id);
  if (known !== undefined) return known.inner;
  const constant = scope.parent.b.constantOf(outer);
  if (constant !== undefined) {
    const copy = scope.b.constant(constant);
    scope.values.set(name, copy);
    return copy;
  }
  const inner = scope.b.input(`outer_${outer.id}`, outer.type, outer.shape);
  scope.captures.set(outer.id, { outer, inner });
  return inner;
}

/** @param isStrict Whether a node that cannot be lowered ends it: a program of a branch or loop must be whole. */
function lowerNodes(
  session: Session,
  scope: Scope,
  constants: readonly Constant[],
  nodes: readonly Node[],
  isStrict: boolean,
): void {
  for (const constant of constants) define(scope, constant.name, constantValue(scope.b, constant));
  for (const [at, node] of nodes.entries()) {
    if (scope.depth === 0) scope.b.nodes = [at];
    lowerNode(session, scope, node, isStrict);
  }
}

function constantValue(b: ProgramBuilder, { name, type: { type, shape }, content }: Constant): Value | 'unknown' {
  switch (content.kind) {
    case 'values':
      return b.content(
        type,
        shape,
        {
          kind: 'data',
          data: tensorOf(
            type,
            shape,
            content.values.map((value) => big(type, value)),
          ).data,
        },
        name,
      );
    case 'data':
      if (content.data.length !== elements(shape)) throw unfit(name, content.data.length, shape);
      return b.content(type, shape, content, name);
    case 'stored':
      return 'unknown';
    default:
      return b.content(type, shape, content, name);
  }
}

function big(type: TensorType['type'], value: number): number | bigint {
  return type === 'int64' || type === 'uint64' ? BigInt(value) : value;
}

function lowerNode(session: Session, scope: Scope, node: Node, isStrict: boolean): void {
  const resolved = node.inputs.map((name) => {
    if (name === '') return undefined;
    const value = resolve(scope, name);
    if (value === undefined) throw missing(name, `node "${node.name}" of op ${node.op}`);
    return value;
  });
  const opset = node.opset ?? session.opset;
  const reason = resolved.includes('unknown') ? 'the type of an input is not known before it runs' : undefined;
  const inputs = resolved.map((value) => (value === 'unknown' ? undefined : value));
  const outcome = reason ?? tryLower(session, scope, node, opset, inputs);
  if (typeof outcome !== 'string') {
    for (const [at, name] of node.outputs.entries()) {
      const value = outcome[at];
      if (value !== undefined) {
        define(scope, name, value);
        if (name !== '') scope.b.label(value, name);
      } else if (name !== '') throw wrongType(node, `it has no output ${at}`);
    }
    return;
  }
  if (isStrict) throw new NotLowered(`${node.op} in its body: ${outcome}`);
  session.unsupported.push({ node, op: node.op, reason: outcome });
  leave(session, scope, node, opset, inputs, reason !== undefined);
}

/** The outputs, or why the node is left to another runtime. */
function tryLower(
  session: Session,
  scope: Scope,
  node: Node,
  opset: number,
  inputs: readonly (Value | undefined)[],
): readonly (Value | undefined)[] | string {
  const lower = lowerers.get(node.op);
  if (lower === undefined) return placement(node.op);
  const lowering: Lowering = {
    b: scope.b,
    node,
    opset,
    inputs,
    options: session.options,
    inline: (graph, given) => inline(session, scope, graph, given),
    subprogram: (graph, given) => subprogram(session, scope, graph, given),
  };
  try {
    return lower(lowering);
  } catch (error) {
    if (error instanceof NotLowered) return error.message;
    // A rule reads a node as its definition says it is; where a file's is not so, axes and sizes do not exist.
    if (error instanceof RangeError || error instanceof TypeError) throw wrongType(node, error.message);
    throw error;
  }
}

/** Makes a kernel for another runtime where the types of the outputs are known. */
function leave(
  session: Session,
  scope: Scope,
  node: Node,
  opset: number,
  inputs: readonly (Value | undefined)[],
  isBlind: boolean,
): void {
  const { b } = scope;
  const known = inputs.map((value) => {
    if (value === undefined) return undefined;
    const constant = b.constantOf(value);
    return { type: value, ...(constant && constant.data.length <= 1024 && { values: numbersOf(constant) }) };
  });
  const inferred = isBlind ? [] : inferNode(node, known, opset);
  const types = node.outputs.map((name, at) => inferred[at]?.type ?? session.declared.get(name));
  const isKnown = node.outputs.every((name, at) => name === '' || types[at] !== undefined);
  if (isBlind || !isKnown || node.op.includes('Sequence')) {
    for (const name of node.outputs) define(scope, name, 'unknown');
    return;
  }
  const outputs = node.outputs.map((name, at) => {
    if (name === '') return undefined;
    const value = b.tensor(types[at]!.type, types[at]!.shape);
    define(scope, name, value);
    return value.id;
  });
  b.emit({ kind: 'external', node, opset, inputs: inputs.map((value) => value?.id), outputs });
}

function enter(session: Session, parent: Scope, b: ProgramBuilder): Scope {
  const depth = parent.depth + 1;
  if (depth > session.limits.maxDepth) throw tooLarge(`graphs more than ${session.limits.maxDepth} deep in each other`);
  return { b, values: new Map(), parent, captures: new Map(), depth };
}

function inline(session: Session, parent: Scope, graph: Subgraph, inputs: readonly Value[]): readonly Value[] {
  const scope = enter(session, parent, parent.b);
  for (const [at, name] of graph.inputs.entries()) if (inputs[at]) define(scope, name, inputs[at]);
  lowerNodes(session, scope, graph.constants, graph.nodes, true);
  return graph.outputs.map((name) => outputOf(scope, graph, name));
}

function subprogram(
  session: Session,
  parent: Scope,
  graph: Subgraph,
  inputs: readonly Omit<Value, 'id'>[],
): Subprogram {
  const b = parent.b.inner(graph.name);
  const scope = enter(session, parent, b);
  if (graph.inputs.length !== inputs.length) throw new RangeError(`its graph has ${graph.inputs.length} inputs`);
  for (const [at, { type, shape }] of inputs.entries()) {
    define(scope, graph.inputs[at]!, b.input(graph.inputs[at]!, type, shape));
  }
  lowerNodes(session, scope, graph.constants, graph.nodes, true);
  const outputs = graph.outputs.map((name) => outputOf(scope, graph, name));
  const ports = outputs.map((value, at) => ({ name: graph.outputs[at]!, tensor: value.id }));
  const captured = [...scope.captures.values()];
  return {
    program: b.finish(ports),
    outputs: outputs.map(({ type, shape }) => ({ type, shape })),
    captures: captured.map(({ outer }) => outer),
  };
}

function outputOf(scope: Scope, { name: graph }: Subgraph, name: string): Value {
  const value = resolve(scope, name);
  if (value === undefined || value === 'unknown') throw missing(name, `the outputs of graph "${graph}"`);
  return value;
}
