// What executes a graph, as measuring sees it: the one interface behind which the onnxruntime packages and our own runtime stand.
import type { Plan } from '@edgewright/core/graph/search/plan.js';
import type {
  Ablation,
  KernelTime,
  Optimization,
  ProgramFigures,
  RuntimeName,
} from '@edgewright/schemas/generated/record.js';

export interface Runtime {
  readonly name: RuntimeName;
  readonly version: string;
  readonly providers: readonly string[];
  /** What has to be done once on a device before the first load, so that it is not part of that load's time. */
  prepare?(): Promise<void>;
  /** Rejects with the runtime's own error when it refuses the model. */
  load(model: ModelSource, options: LoadOptions): Promise<Session>;
  /**
   * Kernels with their times on one thread, the longest first, by a program of its own; empty where parts are on other
   * runtimes. Rejects as `load`.
   */
  profile?(
    model: ModelSource,
    options: LoadOptions,
    inputs: ReadonlyMap<string, Tensor>,
  ): Promise<readonly KernelTime[]>;
}

export type ModelSource =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly external?: ModelFile['external'] }
  | ({ readonly kind: 'file' } & ModelFile);

export interface ModelFile {
  readonly path: string;
  /** Paths of the files with its weights, by the names that the model has for them. */
  readonly external: ReadonlyMap<string, string>;
}

export interface LoadOptions {
  /** Inside one operator. */
  readonly threads: number;
  readonly optimization: Optimization;
  /** What jit leaves out of its optimisations; undefined: nothing. Other runtimes know none of them. */
  readonly ablation?: Ablation | undefined;
  /** Sizes of the model's symbolic dimensions by name, for a runtime that compiles for sizes. */
  readonly dimensions?: ReadonlyMap<string, number> | undefined;
  /** Of jit: whether parts may go to other runtimes for being faster there; else only what is not compiled does. */
  readonly mixed?: boolean | undefined;
  /** With `mixed`: whether a plan that is not kept is taken as it is predicted, because somebody waits; else it is tried. */
  readonly untried?: boolean | undefined;
  /** Those that parts may go to; undefined: all that the device has. */
  readonly runtimes?: readonly RuntimeName[] | undefined;
  /** Folder for what a load has to write, whose owner clears it even where the process dies; undefined: the system's. */
  readonly scratch?: string | undefined;
  /** Path that the names of the runtime's own profiles begin with; undefined: no profile. jit writes none. */
  readonly profile?: string | undefined;
}

export interface Session {
  /** What the runtime has made of the model, in a line; empty where it does not tell. */
  readonly description: string;
  /** Of the program that jit made. */
  readonly program?: ProgramFigures;
  /** Of a model with parts on several runtimes. */
  readonly plan?: Plan;
  readonly inputs: readonly InputInfo[];
  /** Hands the inputs over once; every call of the result is one inference on them. */
  bind(inputs: ReadonlyMap<string, Tensor>): () => Promise<Outputs>;
  /** Frees what the session holds; no inference may be under way. */
  close(): Promise<void>;
}

export interface InputInfo {
  readonly name: string;
  readonly type: string;
  /** Symbolic dimensions by name. */
  readonly shape: readonly (number | string)[];
}

/** `data` of float16: Uint16Array of bit patterns going in; coming out Float16Array where the engine has it. */
export interface Tensor {
  readonly type: string;
  readonly dims: readonly number[];
  readonly data: unknown;
}

export type Outputs = Readonly<Record<string, Tensor>>;
