// Verifies one test case: what the compiled model computes against what the case expects.

import { join } from 'node:path';
import type { OpenGraph } from '@edgewright/core/graph/graph.js';
import { type Lowered, lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { planMemory } from '@edgewright/core/graph/passes/memory.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import type { Tensor } from '@edgewright/core/graph/tensor.js';
import { instantiate } from '@edgewright/core/graph/wasm/backend/executable.js';
import { bytesOf } from '@edgewright/core/graph/wasm/backend/machine.js';
import { translateProgram } from '@edgewright/core/graph/wasm/backend/program.js';
import { hostSteps, vectorKernels } from '@edgewright/core/graph/wasm/backend/runs.js';
import { targetOf, type WebAssemblyApi } from '@edgewright/core/graph/wasm/engine.js';
import type { ExternalData } from '@edgewright/core/onnx/data.js';
import { importModel } from '@edgewright/core/onnx/import.js';
import type { OnnxModel } from '@edgewright/core/onnx/messages.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { type DataSet, dataSetsOf, type Place, readDataSet, readModelFile, unusable } from './cases.ts';
import { compare, type Difference, type Tolerance } from './compare.ts';
import { foreignPorts, inputsOf, openDimensions } from './ports.ts';
import { type Fault, type GreatestError, type HostStep, type Verdict, verdictOf } from './verdict.ts';
import { externalIn } from './weights.ts';

/** Reads, compiles and runs a case, all data sets of it. Never throws: a bug on the way is a case that failed. */
export function verifyCase(api: WebAssemblyApi, place: Place, tolerance: Tolerance): Verdict {
  try {
    const model = readModelFile(join(place.folder, 'model.onnx'));
    // Files of other values than tensors are not read.
    const nodes = foreignPorts(model);
    if (nodes.length > 0) return verdictOf(place.name, 'placed', { nodes });
    const external = externalIn(place.folder);
    let verdict: Verdict | undefined;
    for (const set of dataSetsOf(place)) {
      const own = verifySet(api, place.name, shaped(model, readDataSet(set)), external, tolerance);
      verdict = { ...own, greatest: greater(verdict?.greatest ?? null, own.greatest) };
      if (own.outcome !== 'passed') return verdict;
    }
    return verdict!;
  } catch (error) {
    if (error instanceof CodedError) {
      const { code, message, fix } = error;
      return verdictOf(place.name, 'refused', { error: { message, code, fix } });
    }
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return verdictOf(place.name, 'failed', { error: { message: `a bug of the compiler: ${name}: ${message}` } });
  }
}

/** A model and tensors for all of its inputs and outputs. */
interface Task {
  readonly model: OnnxModel;
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
}

function shaped(model: OnnxModel, { inputs, outputs }: DataSet): Task {
  const ports = inputsOf(model);
  const count = model.graph?.output?.length ?? 0;
  if (inputs.length !== ports.length || outputs.length !== count) {
    const has = `the model has ${ports.length} inputs and ${count} outputs`;
    throw unusable(`The data set has ${inputs.length} inputs and ${outputs.length} outputs, but ${has}.`);
  }
  const tensors = (kind: string, list: DataSet['inputs']): readonly Tensor[] =>
    list.map((tensor, at) => {
      if (tensor === undefined) throw unusable(`${kind}_${at}.pb holds no tensor, but the model declares one.`);
      return tensor;
    });
  const given = tensors('input', inputs);
  // An input that is declared without a shape has that of its tensor.
  const input = model.graph?.input?.map((port) => {
    const { shape } = given[ports.indexOf(port)] ?? {};
    const tensorType = port.type?.tensorType;
    if (tensorType === undefined || tensorType.shape !== undefined || shape === undefined) return port;
    return {
      ...port,
      type: { tensorType: { ...tensorType, shape: { dim: shape.map((dimValue) => ({ dimValue })) } } },
    };
  });
  return {
    model: { ...model, graph: { ...model.graph, ...(input && { input }) } },
    inputs: given,
    outputs: tensors('output', outputs),
  };
}

function verifySet(
  api: WebAssemblyApi,
  name: string,
  { model, inputs, outputs }: Task,
  external: ExternalData,
  tolerance: Tolerance,
): Verdict {
  const bindings = new Map(
    openDimensions(model).map((open) => [open.name, inputs[open.input]!.shape[open.axis] ?? 1] as const),
  );
  const graph = importModel(model, bindings, { external });
  checkInputs(graph, inputs);
  const named = new Map(graph.inputs.map((input, at) => [input.name, inputs[at]!] as const));
  const { lowered, bound } = lowerWith(graph, named);
  if (lowered.unsupported.length > 0 || lowered.program === undefined) {
    const nodes = lowered.unsupported.map(({ node, op, reason }) => ({ node: node.name, op, reason }));
    return { ...verdictOf(name, 'placed', { nodes }), bound };
  }
  const program = optimise(lowered.program);
  const translated = translateProgram(program, planMemory(program), { target: targetOf(api) });
  const given = program.inputs.map((port) => named.get(port.name)!);
  const made = instantiate(api, program, translated)(given.map(({ data }) => bytesOf(data)));
  const differences = program.outputs.map((_, at) => compare(made(at), outputs[at]!, tolerance));
  const error = worst(program, differences);
  return {
    case: name,
    outcome: error === null ? 'passed' : 'failed',
    greatest: differences.map(numbersOf).reduce(greater, null),
    error,
    nodes: [],
    kernels: vectorKernels(translated.steps),
    host: counted(hostSteps(translated.steps)),
    bound,
  };
}

function checkInputs({ inputs }: OpenGraph, given: readonly Tensor[]): void {
  for (const [at, { name, type }] of inputs.entries()) {
    const tensor = given[at]!;
    if (tensor.type === type.type && `${tensor.shape}` === `${type.shape}`) continue;
    const text = (each: Pick<Tensor, 'type' | 'shape'>): string => `${each.type} [${each.shape.join(', ')}]`;
    throw unusable(`input_${at}.pb is ${text(tensor)}, but input "${name}" of the model is ${text(type)}.`);
  }
}

/** Elements of an input that may decide about shapes. */
const mostBound = 64;

/** The graph lowered, with as few small inputs bound to their values as let the most of it be lowered. */
function lowerWith(
  graph: OpenGraph,
  inputs: ReadonlyMap<string, Tensor>,
): { readonly lowered: Lowered; readonly bound: readonly string[] } {
  const open = lowerGraph(graph);
  const small = [...inputs].filter(([, { shape, data }]) => shape.length <= 1 && data.length <= mostBound);
  if (open.unsupported.length === 0 || small.length === 0) return { lowered: open, bound: [] };
  const bind = (values: readonly (readonly [string, Tensor])[]): Lowered =>
    lowerGraph(graph, { values: new Map(values) });
  let [lowered, bound] = [bind(small), small];
  if (lowered.unsupported.length >= open.unsupported.length) return { lowered: open, bound: [] };
  for (const each of small) {
    const fewer = bound.filter((other) => other !== each);
    const attempt = bind(fewer);
    if (attempt.unsupported.length <= lowered.unsupported.length) [lowered, bound] = [attempt, fewer];
  }
  return { lowered, bound: bound.map(([name]) => name) };
}

/** The output that is furthest from what is expected, or null. */
function worst({ outputs }: Program, differences: readonly Difference[]): Fault | null {
  const [first] = differences
    .flatMap(({ isClose, message, absolute = Number.POSITIVE_INFINITY }, at) =>
      isClose ? [] : [{ output: outputs[at]!.name, message, absolute }],
    )
    .toSorted((a, b) => b.absolute - a.absolute);
  return first === undefined ? null : { message: `output "${first.output}": ${first.message}`, output: first.output };
}

function numbersOf({ absolute, relative }: Difference): GreatestError {
  const finite = (value = Number.NaN): number | null => (Number.isFinite(value) ? value : null);
  return { absolute: finite(absolute), relative: finite(relative) };
}

/** Of two, by each number; what has none is beyond all numbers. */
function greater(one: GreatestError | null, other: GreatestError | null): GreatestError | null {
  if (one === null || other === null) return one ?? other;
  const greatest = (a: number | null, b: number | null) => (a === null || b === null ? null : Math.max(a, b));
  return {
    absolute: greatest(one.absolute, other.absolute),
    relative: greatest(one.relative, other.relative),
  };
}

function counted(steps: readonly Omit<HostStep, 'count'>[]): readonly HostStep[] {
  const groups = Map.groupBy(steps, ({ kernel, reason }) => `${kernel} ${reason}`);
  return [...groups.values()].map((group) => ({ ...group[0]!, count: group.length }));
}
