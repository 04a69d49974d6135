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
  /** Other places that the message speaks of. */
  readonly related?: readonly Related[];
  /** What `fix` says, as changes that an editor can make; alternatives, the likeliest first. */
  readonly remedies?: readonly Remedy[];
}

export interface Related {
  readonly place: Place;
  readonly message: string;
}

export type Remedy =
  /** The marked text, or the first `length` units of it, becomes `text`. */
  | { readonly kind: 'replace'; readonly text: string; readonly length?: number }
  /** The marked text is put between the two. */
  | { readonly kind: 'wrap'; readonly before: string; readonly after: string }
  /** `key` of the map at `path` has the value `text`; it is added, as is the map, where it is missing. */
  | {
      readonly kind: 'set';
      readonly path: readonly (string | number)[];
      readonly key: string;
      readonly text: string;
    }
  /** The list `key` of the map at `path` gets the item `text`; both are added where they are missing. */
  | {
      readonly kind: 'append';
      readonly path: readonly (string | number)[];
      readonly key: string;
      readonly text: string;
    }
  /** The key with its value, or the item of a list, that starts at the mark is removed. */
  | { readonly kind: 'remove' };

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
