// What passes between the extension host and the analyst's thread: every message has an id, and gets one reply.
import type { Answer, Ask, Fault } from '../protocol.ts';

export type ToAnalyst = { readonly id: number } & AnalystRequest;

export type AnalystRequest =
  /** The first message; later ones wait until the folders are read. */
  | { readonly kind: 'open'; readonly folders: readonly string[] }
  /** Records were added to the files. */
  | { readonly kind: 'refresh' }
  | { readonly kind: 'ask'; readonly ask: Ask }
  /** Writes the report as one HTML file. */
  | { readonly kind: 'report'; readonly file: string }
  | { readonly kind: 'export'; readonly format: ExportFormat; readonly file: string };

export type ExportFormat = 'csv' | 'parquet';

export type FromAnalyst = { readonly id: number } & AnalystReply;

export type AnalystReply =
  /** To `open` and `refresh`: rows in all, and how many of them the last overview does not have. */
  | { readonly kind: 'read'; readonly rows: number; readonly grown: number }
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** To `report` and `export`: absolute paths. An export of several runs writes a file for each. */
  | { readonly kind: 'written'; readonly files: readonly string[] }
  | { readonly kind: 'fault'; readonly fault: Fault };
