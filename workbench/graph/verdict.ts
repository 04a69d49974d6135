// What came of a test case: the form of `verify --json`, and what the verifying process sends.
import type { Code } from '@edgewright/schemas/codes.js';

export interface Verdict {
  readonly case: string;
  /**
   * `placed`: a part is left to another runtime, so nothing was compared. `refused`: an expected error, such as a broken
   * file. `failed`: another result than expected, or a bug.
   */
  readonly outcome: 'passed' | 'failed' | 'placed' | 'refused';
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

export interface Fault {
  readonly message: string;
  /** Where the case was refused. */
  readonly code?: Code;
  readonly fix?: string;
  /** Where an output is wrong: its name and its greatest errors; null where there is no number for them. */
  readonly output?: string;
  readonly absolute?: number | null;
  readonly relative?: number | null;
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
  return { case: name, outcome, error, nodes, kernels: 0, host: [], bound: [] };
}
