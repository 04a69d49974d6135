// The results of a device's tasks on this disk: a file of JSON Lines that is only ever appended to, in the order of the device.
// A result is in it once, however often it is sent, and is durable before the device hears that it may forget it.
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { TaskResultRow } from '@edgewright/schemas/wire.js';
import { storageError, syncFolder, systemCode } from '../runs/durable.ts';
import { readLines } from '../runs/lines.ts';
import { lockRun } from '../runs/lock.ts';

export interface KeptResults {
  /** Of the file. */
  readonly path: string;
  /** Of its last result; 0 where it has none. */
  readonly cursor: number;
  /** Settles when they are durable, with those that were not there yet. Throws `disk-full` or `storage-refused`. */
  keep(rows: readonly TaskResultRow[]): Promise<readonly TaskResultRow[]>;
  close(): Promise<void>;
}

/** Beside the documents of the user, and told from them by the dot. */
export const resultsFolder = join('.edgewright', 'tasks');

/** Of a device: its name for people, and of its id enough to tell it from another of that name. */
export function resultsPath(folder: string, device: { readonly name: string; readonly id: string }): string {
  const plain = (text: string): string => text.replace(/[^\w-]+/g, '_');
  return join(folder, `${plain(device.name).slice(0, 60)}-${plain(device.id).slice(0, 8)}`);
}

/** Throws `run-busy` where another workbench keeps them, `disk-full` and `storage-refused`. */
export async function openResults(folder: string): Promise<KeptResults> {
  const path = join(folder, 'results.jsonl');
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw storageError(error, folder);
  });
  const lock = await lockRun(folder);
  let file: FileHandle | undefined;
  try {
    const known = new Set<string>();
    let cursor = 0;
    let end = 0;
    for await (const line of linesOf(path)) {
      // What a loss of power tore comes again: it was not acknowledged.
      if (!line.isWhole) break;
      ({ end } = line);
      const row = rowOf(line.text);
      if (row === undefined) continue;
      known.add(row.result.id);
      ({ cursor } = row);
    }
    file = await open(path, 'a');
    await file.truncate(end);
    await syncFolder(folder);
    return keeping(path, file, known, cursor, () => lock.release());
  } catch (error) {
    await file?.close();
    await lock.release();
    throw storageError(error, path);
  }
}

function keeping(
  path: string,
  file: FileHandle,
  known: Set<string>,
  first: number,
  release: () => Promise<void>,
): KeptResults {
  let cursor = first;
  return {
    path,
    get cursor() {
      return cursor;
    },
    async keep(rows) {
      const fresh = rows.filter(({ result }) => !known.has(result.id));
      if (fresh.length === 0) return fresh;
      try {
        await file.appendFile(fresh.map((row) => `${JSON.stringify(row)}\n`).join(''));
        await file.datasync();
      } catch (error) {
        throw storageError(error, path);
      }
      for (const { result } of fresh) known.add(result.id);
      cursor = fresh.at(-1)!.cursor;
      return fresh;
    },
    async close() {
      await file.close();
      await release();
    },
  };
}

async function* linesOf(path: string): ReturnType<typeof readLines> {
  try {
    yield* readLines(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
}

function rowOf(text: string): TaskResultRow | undefined {
  try {
    const row = JSON.parse(text) as Partial<TaskResultRow> | null;
    return typeof row?.cursor === 'number' && typeof row.result?.id === 'string' ? (row as TaskResultRow) : undefined;
  } catch {
    return undefined;
  }
}
