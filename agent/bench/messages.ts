// What passes between the agent and its measuring process: the agent asks for one thing at a time, the process tells
// each phase as it begins, so that a death can be blamed on one.
import type {
  KernelTime,
  MemoryUse,
  OutputDigest,
  Phases,
  Point,
  Precision,
  ProgramFigures,
  RuntimeName,
  RuntimeStatus,
  Telemetry,
} from '@edgewright/schemas/generated/record.js';
import type { MeasureRule } from '@edgewright/schemas/resolved.js';
import type { ModelFile } from '../runtimes/runtime.ts';

export type BenchPhase = 'start' | 'generate' | 'load' | 'first' | 'warmup' | 'steady';

/** First argument of the process, as JSON: what it serves for all its life. */
export interface ChildOptions {
  readonly runtime: RuntimeName;
  /** Those of ort-web are fixed when its module starts; ort takes them with each session; jit has one. */
  readonly threads: number;
  /** Folder of an onnxruntime-node of the user's. */
  readonly ortPath: string | null;
  /** Execution providers of ort; null: the processor. */
  readonly ortProviders: readonly string[] | null;
  /** Folder where jit keeps what it measured of the device; null: it measures nothing. */
  readonly data: string | null;
}

export type BenchRequest =
  | {
      readonly kind: 'measure';
      readonly slot: number;
      readonly point: Point;
      /** In one inference. */
      readonly items: number;
      readonly rule: MeasureRule;
      /** For onnx. */
      readonly file: ModelFile | undefined;
      /** Folder for generated models with external data. */
      readonly scratch: string;
    }
  | { readonly kind: 'ceiling'; readonly threads: number; readonly precision: Precision };

export type BenchReply =
  /** The runtime is loaded, or why it is not. */
  | { readonly kind: 'ready'; readonly status: RuntimeStatus }
  | { readonly kind: 'phase'; readonly slot: number; readonly phase: BenchPhase; readonly iterations: number }
  | { readonly kind: 'measured'; readonly slot: number; readonly result: Measured }
  | {
      readonly kind: 'failed';
      readonly phase: BenchPhase;
      readonly code: 'out-of-memory' | 'runtime-unavailable' | 'runtime-refused' | 'scratch-unusable';
      readonly message: string;
      readonly fix: string;
      readonly detail: Record<string, string | number | null>;
    }
  | { readonly kind: 'ceiling'; readonly flops: CeilingMeasured; readonly bandwidth: CeilingMeasured };

export interface CeilingMeasured {
  readonly value: number;
  readonly samples: readonly number[];
  /** Bytes of the working set of each sample. */
  readonly sizes: readonly number[];
  readonly method: string;
}

/** A point as measured; what it amounts to is the agent's to work out while the next one is made. */
export interface Measured {
  readonly phases: Phases;
  readonly items: number;
  /** Milliseconds from the start of the first inference that counts to the end of the last. */
  readonly elapsed: number;
  /** Milliseconds, in order. */
  readonly latencies: Float64Array;
  readonly memory: MemoryUse;
  readonly telemetry: Telemetry;
  readonly runtimeVersion: string;
  readonly output: OutputDigest | undefined;
  readonly program: ProgramFigures | undefined;
  /** Where the rule asks for them and the runtime tells. */
  readonly kernels: readonly KernelTime[] | undefined;
}
