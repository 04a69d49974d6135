// What measuring a point comes to, as the agent's runner sees it.
import type { Code } from '@edgewright/schemas/codes.js';
import type { Cost, Point, Precision, RuntimeName } from '@edgewright/schemas/generated/record.js';
import type { MeasureRule } from '@edgewright/schemas/resolved.js';
import type { ModelFile } from '../runtimes/runtime.ts';
import type { BenchPhase, CeilingMeasured, Measured } from './messages.ts';

export interface MeasureRequest {
  readonly slot: number;
  readonly point: Point;
  /** In one inference. */
  readonly items: number;
  /** Of the point: whether it fits in memory is decided by it before a process is started. */
  readonly cost: Cost;
  readonly rule: MeasureRule;
  /** For onnx. */
  readonly file: ModelFile | undefined;
}

export interface CeilingRequest {
  readonly runtime: RuntimeName;
  readonly threads: number;
  readonly precision: Precision;
}

export type MeasureOutcome =
  | { readonly kind: 'measured'; readonly result: Measured }
  | BenchFailure
  /** The signal was aborted; nothing is known of the point. */
  | { readonly kind: 'cancelled' };

export type CeilingOutcome =
  | { readonly kind: 'measured'; readonly flops: CeilingMeasured; readonly bandwidth: CeilingMeasured }
  | BenchFailure
  | { readonly kind: 'cancelled' };

/** All that a failure record says beyond the point itself. */
export interface BenchFailure {
  readonly kind: 'failed';
  /** `plan`: refused before a process was started. */
  readonly phase: 'plan' | BenchPhase;
  readonly code: Extract<
    Code,
    'out-of-memory' | 'native-crash' | 'timeout' | 'runtime-unavailable' | 'runtime-refused' | 'scratch-unusable'
  >;
  readonly message: string;
  readonly fix: string;
  /** Signal, exit code, last lines of standard error, memory: what there is. */
  readonly detail: Record<string, string | number | null>;
}
