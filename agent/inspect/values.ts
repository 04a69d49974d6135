// Every value of a model, by jit's program and by onnxruntime, in slices so that they need not be in memory at once.
import { bytesOf, type TensorType } from '@edgewright/core/graph/graph.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { readNames } from '@edgewright/core/graph/order.js';
import { removeDead } from '@edgewright/core/graph/passes/dead.js';
import { planMemory } from '@edgewright/core/graph/passes/memory.js';
import type { Port, Program } from '@edgewright/core/graph/program/program.js';
import { outputsOf } from '@edgewright/core/graph/program/reads.js';
import type { Tensor } from '@edgewright/core/graph/tensor.js';
import { instantiate } from '@edgewright/core/graph/wasm/backend/executable.js';
import { plainChoices } from '@edgewright/core/graph/wasm/backend/plain.js';
import { translateProgram } from '@edgewright/core/graph/wasm/backend/program.js';
import { targetOf, type WebAssemblyApi } from '@edgewright/core/graph/wasm/engine.js';
import type { InspectedTolerance, InspectedValue } from '@edgewright/schemas/inspection.js';
import { differenceOf } from './difference.ts';
import type { OwnProgram } from './own.ts';
import { type Reference, readValues } from './reference.ts';
import { inputBytes, type Subject } from './subject.ts';

export interface Comparison {
  readonly values: readonly InspectedValue[];
  /** Values that were not compared. */
  readonly left: number;
}

export interface CompareOptions {
  readonly tolerance: InspectedTolerance;
  readonly onDone: (done: number, of: number) => void;
  /** Bytes of the values of one slice. */
  readonly sliceBytes?: number;
}

/**
 * @param own Undefined where it is not whole: then all values are of the program without passes.
 * @throws CodedError as `byRuntime`
 */
export async function compareValues(
  api: WebAssemblyApi,
  subject: Subject,
  own: OwnProgram | undefined,
  reference: Reference,
  { tolerance, onDone, sliceBytes = 2 ** 28 }: CompareOptions,
): Promise<Comparison> {
  const wanted = comparable(subject);
  const unfused = withValues(subject, wanted);
  const fused = own && { ...own, program: withPorts(own.program, wanted) };
  const survived = new Set(fused?.program.outputs.map(({ name }) => name));
  const outputs = new Set(subject.compiled.graph.outputs.map(({ name }) => name));
  const inputs = inputBytes(subject);
  const values: InspectedValue[] = [];
  for (const slice of slicesOf(wanted, sliceBytes)) {
    onDone(values.length, wanted.length);
    const names = slice.map(({ name }) => name);
    const expected = await readValues(reference, subject, names);
    const [kept, away] = [true, false].map((isKept) => names.filter((name) => survived.has(name) === isKept));
    const made = {
      program: fused === undefined ? nothing : runFor(api, onlyFor(fused, kept!), inputs),
      unfused: runFor(api, plainly(unfused, away!), inputs),
    };
    for (const { name, node } of slice) {
      const from = survived.has(name) ? 'program' : 'unfused';
      const [actual, other] = [made[from](name), expected.get(name)];
      if (actual === undefined || other === undefined) continue;
      values.push({ name, node, from, isOutput: outputs.has(name), ...differenceOf(actual, other, tolerance) });
    }
  }
  return { values, left: readValueNames(subject).size - values.length };
}

interface Wanted {
  readonly name: string;
  readonly node: number;
  readonly type: TensorType;
}

/** Values of nodes that a node or the caller reads. Others, such as the mask of a Dropout, may hold anything. */
function readValueNames({ compiled: { graph } }: Subject): ReadonlySet<string> {
  const read = new Set(graph.nodes.flatMap((node) => [...readNames(node)]));
  for (const { name } of graph.outputs) read.add(name);
  return new Set(graph.nodes.flatMap(({ outputs }) => outputs.filter((name) => read.has(name))));
}

/** Those of them that are tensors and hang on no node that is left to another runtime, in the order of their nodes. */
function comparable(subject: Subject): readonly Wanted[] {
  const { graph, types, unsupported } = subject.compiled;
  const read = readValueNames(subject);
  const left = new Set(unsupported.map(({ node }) => node));
  const lost = new Set<string>();
  return graph.nodes.flatMap((node, index) => {
    if (left.has(node) || node.inputs.some((name) => lost.has(name))) for (const name of node.outputs) lost.add(name);
    return node.outputs.flatMap((name): readonly Wanted[] => {
      const type = types.get(name);
      // onnxruntime hands no bfloat16 over to JavaScript.
      if (!read.has(name) || lost.has(name) || type === undefined || type.type === 'bfloat16') return [];
      return [{ name, node: index, type }];
    });
  });
}

/** The program without passes, with every value as an output. */
function withValues({ compiled: { graph } }: Subject, wanted: readonly Wanted[]): Program {
  return lowerGraph({ ...graph, outputs: wanted.map(({ name }) => ({ name })) }).program!;
}

/** The program with those values as outputs that its passes have left in it. */
function withPorts(program: Program, wanted: readonly Wanted[]): Program {
  const names = new Set(wanted.map(({ name }) => name));
  const taken = new Map<string, number>(program.outputs.map(({ name, tensor }) => [name, tensor]));
  const made = new Set(program.kernels.flatMap(outputsOf));
  for (const [tensor, { name = '' }] of program.tensors.entries()) {
    if (names.has(name) && made.has(tensor) && !taken.has(name)) taken.set(name, tensor);
  }
  const outputs = [...taken].flatMap(([name, tensor]): readonly Port[] => (names.has(name) ? [{ name, tensor }] : []));
  return { ...program, outputs };
}

/** At least one value each. */
function slicesOf(wanted: readonly Wanted[], most: number): readonly (readonly Wanted[])[] {
  const slices: Wanted[][] = [];
  let room = 0;
  for (const value of wanted) {
    const bytes = bytesOf(value.type);
    if (slices.length === 0 || bytes > room) {
      slices.push([]);
      room = most;
    }
    slices.at(-1)!.push(value);
    room -= bytes;
  }
  return slices;
}

type Values = (name: string) => Tensor | undefined;

const nothing: Values = () => undefined;

function onlyFor({ program, choices }: OwnProgram, names: readonly string[]): OwnProgram {
  const wanted = new Set(names);
  return { program: { ...program, outputs: program.outputs.filter(({ name }) => wanted.has(name)) }, choices };
}

/** Without what the values do not need, and without a choice of algorithms. */
function plainly(program: Program, names: readonly string[]): OwnProgram {
  const part = removeDead(onlyFor({ program, choices: new Map() }, names).program);
  return { program: part, choices: plainChoices(part) };
}

function runFor(api: WebAssemblyApi, { program, choices }: OwnProgram, inputs: readonly Uint8Array[]): Values {
  if (program.outputs.length === 0) return nothing;
  const translated = translateProgram(program, planMemory(program), { target: targetOf(api), choices });
  const made = instantiate(api, program, translated)(inputs);
  const places = new Map(program.outputs.map(({ name }, at) => [name, at]));
  return (name) => {
    const at = places.get(name);
    return at === undefined ? undefined : made(at);
  };
}
