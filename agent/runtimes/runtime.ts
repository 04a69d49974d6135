// What executes a graph, as measuring sees it: the one interface behind which the onnxruntime packages and our own runtime stand.
import type { Optimization, RuntimeName } from '@edgewright/schemas/generated/record.js';

export interface Runtime {
  readonly name: RuntimeName;
  readonly version: string;
  readonly providers: readonly string[];
  /** Rejects with the runtime's own error when it refuses the model. */
  load(model: ModelSource, options: LoadOptions): Promise<Session>;
}

export type ModelSource =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** `external`: names of the files with the weights, in the folder of `path`, as the model names them. */
  | { readonly kind: 'file'; readonly path: string; readonly external: readonly string[] };

export interface LoadOptions {
  /** Inside one operator. */
  readonly threads: number;
  readonly optimization: Optimization;
  /** Sizes of the model's symbolic dimensions by name, for a runtime that compiles for sizes. */
  readonly dimensions?: ReadonlyMap<string, number> | undefined;
  /** Path that the names of the runtime's own profiles begin with; undefined: no profile. jit writes none. */
  readonly profile?: string | undefined;
}

export interface Session {
  /** What the runtime has made of the model, in a line; empty where it does not tell. */
  readonly description: string;
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
