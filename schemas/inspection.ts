// What a device tells of one model when it is asked to look inside: times of nodes and kernels, and how far every value of
// jit is from onnxruntime's. It travels as parts and a summary (docs/protocol.md), for a frame would not hold a large model's.

export interface Inspection extends InspectionSummary {
  /** Of the graph after its functions are written out, in the order of the compiler. */
  readonly nodes: readonly InspectedNode[];
  /** Of jit's program, in the order in which they run. */
  readonly kernels: readonly InspectedKernel[];
  /** Of values that were compared, in the order of the nodes that make them. Empty without `diff`. */
  readonly values: readonly InspectedValue[];
}

/** All but the lists. */
export interface InspectionSummary {
  /** SHA-256 of the ONNX file. */
  readonly model: string;
  /** Of its symbolic dimensions, by name. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly device: { readonly id: string; readonly name: string };
  /** How many elements each list has: who assembles the parts can tell that none is missing. */
  readonly counts: { readonly nodes: number; readonly kernels: number; readonly values: number };
  /** Where it was asked for. */
  readonly profile?: InspectedProfile;
  readonly plan?: InspectedPlan | Unavailable;
  readonly diff?: InspectedDiff | Unavailable;
}

/** What was asked for and could not be had. */
export interface Unavailable {
  readonly unavailable: string;
  readonly fix: string;
}

export interface InspectedNode {
  /** As kernels name it. */
  readonly index: number;
  /** '' where the model gives none. */
  readonly name: string;
  readonly op: string;
  /** Values that it makes; '' stands for one left out. */
  readonly outputs: readonly string[];
  /** Milliseconds on onnxruntime with its optimisations off, median; absent where it was not measured. */
  readonly time?: number;
  /** Why jit leaves it to another runtime. */
  readonly placed?: string;
}

export interface InspectedKernel {
  readonly index: number;
  /** As `core/graph/program/kernel.ts` lists them. */
  readonly kind: string;
  /** Indices of the nodes whose work it does. */
  readonly nodes: readonly number[];
  /** What its WebAssembly does, in order. */
  readonly algorithms: readonly string[];
  /** `host`: by the interpreter, which is slow; `external`: not by jit. */
  readonly runtime: 'wasm' | 'host' | 'external';
  /** Why it does not run as WebAssembly, or not all of it. */
  readonly reason: string | null;
  /** Milliseconds, median; absent where it was not measured. */
  readonly time?: number;
  /** Milliseconds, by the calibration of the device; absent where there is none. */
  readonly predicted?: number;
  /** Algorithms that it could have had. */
  readonly alternatives?: readonly InspectedAlternative[];
}

export interface InspectedAlternative {
  readonly algorithm: string;
  /** Milliseconds. */
  readonly predicted?: number;
}

/** Of one thread. */
export interface InspectedProfile {
  /** With parts on onnxruntime where jit leaves nodes to it; then kernels have no times. */
  readonly jit: InspectedLatency | Unavailable;
  /** Whole inferences of onnxruntime with all its optimisations. */
  readonly reference: (InspectedLatency & InspectedReference) | Unavailable;
  /** Why nodes have no times; null where they have. */
  readonly nodes: Unavailable | null;
}

export interface InspectedLatency {
  /** Milliseconds of a whole inference, median. */
  readonly latency: number;
  /** Inferences that were timed. */
  readonly repeats: number;
}

export interface InspectedReference {
  readonly runtime: 'ort' | 'ort-web';
  readonly version: string;
}

/** Which runtime has which nodes where parts may go to the faster one, as a sweep's runtime `jit` with parts does. */
export interface InspectedPlan {
  readonly parts: readonly InspectedPart[];
  /** Milliseconds of one inference. */
  readonly predicted?: number;
  readonly measured?: number;
  /** Other plans that were considered. */
  readonly alternatives: readonly InspectedAlternativePlan[];
}

export interface InspectedPart {
  readonly runtime: string;
  /** Indices of nodes, [from, to). */
  readonly from: number;
  readonly to: number;
  readonly reason: string;
  /** Milliseconds of one inference. */
  readonly predicted?: number;
}

export interface InspectedAlternativePlan {
  readonly runtime: string;
  /** Milliseconds of one inference. */
  readonly predicted?: number;
  readonly measured?: number;
}

export interface InspectedDiff {
  readonly reference: InspectedReference;
  readonly tolerance: InspectedTolerance;
  /** Of the inputs. */
  readonly seed: number;
  /** Index of the first node with a value beyond the tolerance; null where there is none. */
  readonly firstDiffering: number | null;
  /** Values that were not compared, such as sequences and what nodes make that jit leaves to another runtime. */
  readonly left: number;
}

/**
 * Close is |jit - reference| <= relative * |reference| + absolute * the greatest |reference| of the value, element by
 * element. Of float16 and bfloat16 both are at least four times the spacing of numbers at 1; integers must be equal.
 */
export interface InspectedTolerance {
  readonly relative: number;
  readonly absolute: number;
}

export interface InspectedValue {
  readonly name: string;
  /** Index of the node that makes it. */
  readonly node: number;
  /** `program`: as the program that runs makes it; `unfused`: it is fused away there, so as the program without passes does. */
  readonly from: 'program' | 'unfused';
  /** Whether it is an output of the model. */
  readonly isOutput: boolean;
  /** As "float32[1,8]". */
  readonly type: string;
  /** Elements. */
  readonly of: number;
  /** Elements outside the tolerance. */
  readonly beyond: number;
  /** Greatest |jit - reference|; null where it is infinite, for only one of the two is NaN or an infinity. */
  readonly maxAbs: number | null;
  /** Greatest |jit - reference| / |reference|, over elements whose reference is not 0; null where it is infinite. */
  readonly maxRel: number | null;
  /** Mean of |jit - reference|; null where it is infinite. */
  readonly meanAbs: number | null;
  /** Greatest distance in numbers of the type that lie between, of floats; null of other types and where it is infinite. */
  readonly ulps: number | null;
  /** How types or shapes differ; then all elements are beyond and nothing else is known. */
  readonly mismatch?: string;
}

export const inspectionWants = ['profile', 'plan', 'diff'] as const;
export type InspectionWant = (typeof inspectionWants)[number];

/** Of a request; each has a default. */
export interface InspectionOptions {
  /** Inferences that are timed for a median: 15. */
  readonly repeats?: number;
  /** Of random inputs: 1. */
  readonly seed?: number;
  readonly relative?: number;
  readonly absolute?: number;
  /** Milliseconds for all of it: 300,000. */
  readonly timeout?: number;
  /** Bytes that the process may take; without it 80 % of what the device has. */
  readonly memoryLimit?: number;
}
