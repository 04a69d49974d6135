// A model stage by stage, as the compiler takes it apart: what can be known of it without running it.
import type { TensorType } from '@edgewright/core/graph/graph.js';
import { lowerGraph, type Unsupported } from '@edgewright/core/graph/lower/lower.js';
import { planMemory } from '@edgewright/core/graph/passes/memory.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import { translateProgram } from '@edgewright/core/graph/wasm/backend/program.js';
import { runsOf } from '@edgewright/core/graph/wasm/backend/runs.js';
import type { Target } from '@edgewright/core/graph/wasm/module.js';
import type { ExternalData } from '@edgewright/core/onnx/data.js';
import { importModel } from '@edgewright/core/onnx/import.js';
import type { OnnxModel } from '@edgewright/core/onnx/messages.js';
import { readGraph } from '@edgewright/core/onnx/read.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { openDimensions } from '@edgewright/workbench/graph/ports.js';
import type { OpenSize, Stage } from '../protocol.ts';
import { nameOfNode, originalStage } from './original.ts';
import { programStage } from './program.ts';

export interface StudyOptions {
  /** Of open dimensions; those without are 1. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly external: ExternalData;
  /** What the code is for. */
  readonly target: Target;
}

/** The dimensions that the file leaves open, with the sizes that count. */
export function sizesOf(model: OnnxModel, given: Readonly<Record<string, number>>): readonly OpenSize[] {
  const inputs = (model.graph?.input ?? []).map(({ name = '' }) => name);
  return [...Map.groupBy(openDimensions(model), ({ name }) => name)].map(([name, places]) => ({
    name,
    size: given[name] ?? 1,
    inputs: [...new Set(places.map(({ input }) => inputs[input] ?? ''))],
  }));
}

/**
 * Each stage as soon as it is known.
 * @throws CodedError as `importModel` and `lowerGraph`, `runtime-refused` where the model is not lowered
 */
export function* studyModel(model: OnnxModel, { sizes, external, target }: StudyOptions): Generator<Stage, void> {
  const bindings = new Map(sizesOf(model, sizes).map(({ name, size }) => [name, size]));
  const graph = importModel(model, bindings, { external });
  const inferred = new Map<string, TensorType>([...readGraph(model, bindings).values, ...graph.values]);
  yield originalStage(graph, inferred);
  const { program, unsupported, types } = lowerGraph(graph);
  // The compiler knows more types than are inferred, and what it leaves to others.
  const reasons = new Map(unsupported.map(({ node, reason }) => [node, reason]));
  yield originalStage(graph, new Map([...inferred, ...types]), reasons);
  if (program === undefined) throw notLowered(unsupported);
  const names = graph.nodes.map(nameOfNode);
  yield programStage('decomposed', program, { names, reasons });
  const merged = optimise(program);
  yield programStage('merged', merged, { names, reasons });
  const { steps } = translateProgram(merged, planMemory(merged), { target });
  yield programStage('planned', merged, { names, reasons, runs: runsOf(merged, steps) });
}

/** Nodes that are named in a message. */
const named = 3;

function notLowered(unsupported: readonly Unsupported[]): CodedError {
  const nodes = unsupported.slice(0, named).map(({ node, op, reason }) => `${op} "${node.name}" (${reason})`);
  const rest = unsupported.length > named ? `, and ${unsupported.length - named} more` : '';
  return new CodedError(
    'runtime-refused',
    `The compiler leaves nodes to another runtime, and what types they make is not known: ${nodes.join(', ')}${rest}.`,
    'Measure this model with ort or ort-web, or export it with fixed sizes and without these ops.',
  );
}
