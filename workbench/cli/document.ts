// Documents that a command line names.
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import { type DocumentKind, kindOfName } from '@edgewright/schemas/kind.js';
import { systemReason } from '../runs/durable.ts';

/** The text of a file relative to `cwd`. Throws `file-unreadable`. */
export async function readDocument(file: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8');
  } catch (error) {
    throw new CodedError(
      'file-unreadable',
      `${file} cannot be read: ${systemReason(error)}.`,
      'Look whether the path is right; it is relative to the working folder.',
    );
  }
}

/** Kind of a document by its name or its `edgewright:` line; a sweep where neither tells, so that its checker says what is missing. */
export function kindOf(file: string, text: string): DocumentKind {
  const [, kind] = /^\s*["']?edgewright["']?\s*:\s*["']?(fleet|task)\//m.exec(text) ?? [];
  return kindOfName(basename(file)) ?? ((kind ?? 'sweep') as DocumentKind);
}
