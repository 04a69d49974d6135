// A sweep document after validation: defaults filled in, durations in milliseconds, sizes in bytes, every axis a list.
import type { Place } from './diagnostic.ts';
import type {
  Ablation,
  FamilyName,
  Optimization,
  ParameterValue,
  Precision,
  RuntimeName,
  Scenario,
} from './generated/record.ts';
import type { Analysis } from './generated/sweep.ts';

export interface ResolvedSweep {
  readonly name: string;
  readonly description: string;
  readonly seed: number;
  readonly models: readonly ResolvedModel[];
  readonly execution: ResolvedExecution;
  /** Of the whole sweep: may use model axes, execution axes and quantities. */
  readonly constraint: readonly ResolvedExpression[];
  readonly measure: MeasureRule;
  readonly sampling: {
    readonly method: 'grid' | 'random' | 'sobol' | 'latin-hypercube';
    readonly points: number | undefined;
  };
  readonly order: ResolvedOrder;
  readonly budget: { readonly time: number | undefined; readonly points: number | undefined };
  /** Undefined: all that the data carry. */
  readonly analyses: readonly Analysis[] | undefined;
}

export interface ResolvedModel {
  readonly name: string;
  readonly family: FamilyName;
  /** Path as written, for onnx. */
  readonly file: string | undefined;
  /** Symbolic dimension that counts items, for onnx. */
  readonly batch: string | undefined;
  /** In the order of the document; parameters not named by the document are not here. */
  readonly axes: readonly ResolvedAxis[];
  readonly zip: readonly (readonly string[])[];
  readonly when: ReadonlyMap<string, ResolvedExpression>;
  readonly derive: ReadonlyMap<string, ResolvedExpression>;
  readonly constraint: readonly ResolvedExpression[];
  readonly place: Place | undefined;
}

export interface ResolvedAxis {
  readonly name: string;
  readonly values: readonly ParameterValue[];
  readonly place: Place | undefined;
}

export interface ResolvedExecution {
  readonly runtime: readonly RuntimeName[];
  readonly threads: readonly number[];
  readonly precision: readonly Precision[];
  readonly optimization: readonly Optimization[];
  readonly ablation: readonly Ablation[];
  readonly scenario: readonly Scenario[];
  readonly zip: readonly (readonly string[])[];
  readonly when: ReadonlyMap<string, ResolvedExpression>;
}

export interface ResolvedOrder {
  readonly method: 'random' | 'blocked' | 'listed';
  readonly by: readonly string[];
  /** Measure the reference point before every so many points and at the end; undefined: never. */
  readonly referenceEvery: number | undefined;
}

/** Times in milliseconds, memory in bytes. */
export interface MeasureRule {
  readonly halfWidth: number;
  readonly confidence: number;
  readonly minTime: number;
  readonly maxTime: number;
  readonly minIterations: number;
  readonly maxIterations: number;
  readonly warmupTime: number;
  readonly warmupIterations: number;
  readonly percentiles: readonly number[];
  readonly repeats: number;
  readonly timeout: number;
  readonly memoryLimit: number | undefined;
  readonly cooldown: number;
  readonly profile: boolean;
}

export interface ResolvedExpression {
  readonly source: string;
  readonly path: readonly (string | number)[];
  readonly place: Place | undefined;
}
