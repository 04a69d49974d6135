// What passes between the agent and the process that inspects a model.
import type { Code } from '@edgewright/schemas/codes.js';
import type {
  InspectedDiff,
  InspectedKernel,
  InspectedNode,
  InspectedPlan,
  InspectedProfile,
  InspectedValue,
  InspectionWant,
  Unavailable,
} from '@edgewright/schemas/inspection.js';

/** Once for each process. */
export interface InspectTask {
  /** Path of the ONNX file. */
  readonly file: string;
  /** Paths of the files with its weights, as `ModelInspect` names them: from the model's folder. */
  readonly weights: Readonly<Record<string, string>>;
  readonly sizes: Readonly<Record<string, number>>;
  /** Path of a file with inputs, as `ModelInspect` says; null: all are made from the seed. */
  readonly inputs: string | null;
  readonly want: readonly InspectionWant[];
  readonly repeats: number;
  readonly seed: number;
  readonly relative: number;
  readonly absolute: number;
  /** Folder of this process alone. */
  readonly scratch: string;
  /** Folder of an onnxruntime-node of the user's. */
  readonly ortPath: string | null;
  /** Folder of what was measured of the device; null: nothing is kept. */
  readonly data: string | null;
}

export interface Findings {
  readonly nodes: readonly InspectedNode[];
  readonly kernels: readonly InspectedKernel[];
  readonly values: readonly InspectedValue[];
  readonly profile?: InspectedProfile;
  readonly plan?: InspectedPlan | Unavailable;
  readonly diff?: InspectedDiff | Unavailable;
}

export interface InspectProgress {
  readonly phase: 'compile' | 'calibrate' | 'profile' | 'plan' | 'diff';
  readonly done: number;
  readonly of: number;
}

export type InspectReply =
  | ({ readonly kind: 'progress' } & InspectProgress)
  | { readonly kind: 'inspected'; readonly findings: Findings }
  | { readonly kind: 'failed'; readonly code: Code; readonly message: string; readonly fix: string };

export type OnProgress = (progress: InspectProgress) => void;
