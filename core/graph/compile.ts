// From a model to a program ready for a backend: import, lowering and the passes in one step.
import { type ImportOptions, importModel } from '../onnx/import.ts';
import type { OnnxModel } from '../onnx/messages.ts';
import type { OpenGraph, TensorType } from './graph.ts';
import { type Lowered, type LoweringOptions, lowerGraph, type Unsupported } from './lower/lower.ts';
import { type MemoryOptions, type MemoryPlan, planMemory } from './passes/memory.ts';
import { type OptimiseOptions, optimise } from './passes/passes.ts';
import type { Program } from './program/program.ts';
import { countKernels } from './program/work.ts';

export interface CompileOptions {
  readonly importing?: ImportOptions;
  readonly lowering?: LoweringOptions;
  readonly passes?: OptimiseOptions;
  readonly memory?: MemoryOptions;
}

export interface Compiled {
  /** As it was imported: kernels name its nodes. */
  readonly graph: OpenGraph;
  /** Undefined where an output hangs on a node that no runtime but another can type. */
  readonly program: Program | undefined;
  readonly memory: MemoryPlan | undefined;
  /** Kernels before the passes, those of subprograms too. */
  readonly lowered: number;
  /** Nodes left to another runtime; empty where the program is whole. */
  readonly unsupported: readonly Unsupported[];
  readonly types: ReadonlyMap<string, TensorType>;
  /** As of `Lowered`. */
  readonly foldedOf: Lowered['foldedOf'];
}

/**
 * @param bindings Sizes of the model's symbolic dimensions.
 * @throws CodedError as `importModel` and `lowerGraph`
 */
export function compileModel(
  model: OnnxModel,
  bindings: ReadonlyMap<string, number> = new Map(),
  options: CompileOptions = {},
): Compiled {
  return compileGraph(importModel(model, bindings, options.importing), options);
}

/** @throws CodedError as `lowerGraph` */
export function compileGraph(graph: OpenGraph, options: Omit<CompileOptions, 'importing'> = {}): Compiled {
  const { program, unsupported, types, foldedOf } = lowerGraph(graph, options.lowering);
  const optimised = program && optimise(program, options.passes);
  const lowered = program === undefined ? 0 : countKernels(program);
  return {
    graph,
    program: optimised,
    memory: optimised && planMemory(optimised, options.memory),
    lowered,
    unsupported,
    types,
    foldedOf,
  };
}
