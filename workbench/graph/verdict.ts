// What came of a test case: the form of `verify --json`, and what the verifying process sends.
import type { Code } from '@edgewright/schemas/codes.js';

export interface Verdict {
  readonly case: string;
  /**
   * `placed`: a part is left to another runtime, so nothing was compared. `refused`: an expected error, such as a broken
   * file. `failed`: another result than expected, or a bug.
   */
  readonly outcome: 'passed' | 'failed' | 'placed' | 'refused';
  /** How far any output is off, over all data sets; null where nothing was compared. */
  readonly greatest: GreatestError | null;
  /** Of a case that failed or was refused. */
  readonly error: Fault | null;
  /** Left to another runtime. */
  readonly nodes: readonly PlacedNode[];
  /** Kernels that ran as WebAssembly, whole. */
  readonly kernels: number;
  /** Kernels that the interpreter ran. */
  readonly host: readonly HostStep[];
  /** Inputs whose values the compiler was given, since shapes hang on them. */
  readonly bound: readonly string[];
}

/** Null where there is no number: types or shapes differ, or only one of two is NaN or an infinity. */
export interface GreatestError {
  readonly absolute: number | null;
  /** To the expected value, over elements that are expected not to be 0. */
  readonly relative: number | null;
}

export interface Fault {
  readonly message: string;
  /** Where the case was refused. */
  readonly code?: Code;
  readonly fix?: string;
  /** The name of the output that is furthest off. */
  readonly output?: string;
}

export interface PlacedNode {
  readonly node: string;
  readonly op: string;
  readonly reason: string;
}

export interface HostStep {
  readonly kernel: string;
  readonly reason: string;
  readonly count: number;
}

/** Of a case of which nothing ran. */
export function verdictOf(
  name: string,
  outcome: Verdict['outcome'],
  { error = null, nodes = [] }: Partial<Pick<Verdict, 'error' | 'nodes'>>,
): Verdict {
  return { case: name, outcome, greatest: null, error, nodes, kernels: 0, host: [], bound: [] };
}
