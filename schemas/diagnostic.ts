// What is said of a user's input: data next to a usable result, never an exception.
import type { Code } from './codes.ts';

/** Where in a document a diagnostic stands. Lines and columns count from 1, offsets from 0 in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  readonly length: number;
}

export interface Diagnostic {
  readonly code: Code;
  readonly severity: 'error' | 'warning';
  /** Keys and indices from the document's root. */
  readonly path: readonly (string | number)[];
  /** Absent where the input is no text, such as a message of the wire. */
  readonly place?: Place;
  /** What is wrong and why, one sentence. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly fix: string;
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
