// Documents that a command line names.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
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

/** Kind of a document by its `edgewright:` line; a sweep where it has none, so that its checker tells what is missing. */
export function kindOf(text: string): 'sweep' | 'fleet' | 'task' {
  const [, kind] = /^\s*["']?edgewright["']?\s*:\s*["']?(fleet|task)\//m.exec(text) ?? [];
  return (kind ?? 'sweep') as 'sweep' | 'fleet' | 'task';
}
