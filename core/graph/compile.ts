// From a model to a program ready for a backend: import, lowering and the passes in one step.
import { type ImportOptions, importModel } from '../onnx/import.ts';
import type { OnnxModel } from '../onnx/messages.ts';
import type { TensorType } from './graph.ts';
import { type LoweringOptions, lowerGraph, type Unsupported } from './lower/lower.ts';
import { type MemoryOptions, type MemoryPlan, planMemory } from './passes/memory.ts';
import { type OptimiseOptions, optimise } from './passes/passes.ts';
import type { Program } from './program/program.ts';

export interface CompileOptions {
  readonly importing?: ImportOptions;
  readonly lowering?: LoweringOptions;
  readonly passes?: OptimiseOptions;
  readonly memory?: MemoryOptions;
}

export interface Compiled {
  /** Undefined where an output hangs on a node that no runtime but another can type. */
  readonly program: Program | undefined;
  readonly memory: MemoryPlan | undefined;
  /** Nodes left to another runtime; empty where the program is whole. */
  readonly unsupported: readonly Unsupported[];
  readonly types: ReadonlyMap<string, TensorType>;
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
  const graph = importModel(model, bindings, options.importing);
  const { program, unsupported, types } = lowerGraph(graph, options.lowering);
  const optimised = program && optimise(program, options.passes);
  return { program: optimised, memory: optimised && planMemory(optimised, options.memory), unsupported, types };
}
