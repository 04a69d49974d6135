// The folder for generated models that are too large to be made in memory.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';

/** Writes into the folder. Rejects with `scratch-unusable` for what the system refuses. */
export async function inScratch<T>(folder: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new CodedError(
      'scratch-unusable',
      `A model cannot be written to ${folder}: ${error.message}.`,
      'Make room on that disk, or let the agent use a folder on another one.',
    );
  }
}

/** Removes what is in the folder, if it still is there: the bench may have been closed meanwhile. */
export async function clearScratch(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}
