// The results of a device's tasks on this disk: files of JSON Lines in the order of the device. The newest is only appended to;
// once it is large it is put aside under a number, and of those the oldest goes. A result is kept once, however often it is
// sent, and is durable before the device hears that it may forget it.
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TaskResultRow } from '@edgewright/schemas/wire.js';
import { storageError, syncFolder, systemCode } from '../runs/durable.ts';
import { readLines } from '../runs/lines.ts';
import { lockRun } from '../runs/lock.ts';

export interface KeptResults {
  /** Of the newest file. */
  readonly path: string;
  /** Of the last result; 0 where there is none. */
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

export interface KeptLimits {
  /** Above which the newest file is put aside. */
  readonly fileBytes: number;
  /** Files put aside, beyond which the oldest is deleted. */
  readonly files: number;
}

/** 144 MiB a device: months of results a minute, and little beside the runs of sweeps. */
export const keptLimits: KeptLimits = { fileBytes: 16 * 2 ** 20, files: 8 };

/** Throws `run-busy` where another workbench keeps them, `disk-full` and `storage-refused`. */
export async function openResults(folder: string, limits = keptLimits): Promise<KeptResults> {
  const path = fileOf(folder, 0);
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw storageError(error, folder);
  });
  const lock = await lockRun(folder);
  let file: FileHandle | undefined;
  try {
    // What was sent and not acknowledged when the newest file was begun is in the one before.
    const before = await readKept(fileOf(folder, 1));
    const newest = await readKept(path);
    file = await open(path, 'a');
    // What a loss of power tore comes again: it was not acknowledged.
    await file.truncate(newest.bytes);
    await syncFolder(folder);
    return new Keeping(folder, limits, file, before, newest, () => lock.release());
  } catch (error) {
    await file?.close();
    await lock.release();
    throw storageError(error, path);
  }
}

/** What is known of a file. */
interface Kept {
  readonly ids: Set<string>;
  cursor: number;
  /** Of whole lines. */
  bytes: number;
}

async function readKept(path: string): Promise<Kept> {
  const kept: Kept = { ids: new Set(), cursor: 0, bytes: 0 };
  for await (const line of linesOf(path)) {
    if (!line.isWhole) break;
    kept.bytes = line.end;
    const row = rowOf(line.text);
    if (row === undefined) continue;
    kept.ids.add(row.result.id);
    kept.cursor = row.cursor;
  }
  return kept;
}

class Keeping implements KeptResults {
  readonly path: string;
  readonly #folder: string;
  readonly #limits: KeptLimits;
  readonly #release: () => Promise<void>;
  #file: FileHandle;
  #before: Kept;
  #newest: Kept;

  constructor(
    folder: string,
    limits: KeptLimits,
    file: FileHandle,
    before: Kept,
    newest: Kept,
    release: () => Promise<void>,
  ) {
    this.path = fileOf(folder, 0);
    this.#folder = folder;
    this.#limits = limits;
    this.#file = file;
    this.#before = before;
    this.#newest = newest;
    this.#release = release;
  }

  get cursor(): number {
    return this.#newest.ids.size > 0 ? this.#newest.cursor : this.#before.cursor;
  }

  async keep(rows: readonly TaskResultRow[]): Promise<readonly TaskResultRow[]> {
    const fresh = rows.filter(({ result: { id } }) => !this.#newest.ids.has(id) && !this.#before.ids.has(id));
    if (fresh.length === 0) return fresh;
    const text = fresh.map((row) => `${JSON.stringify(row)}\n`).join('');
    try {
      if (this.#newest.bytes >= this.#limits.fileBytes) await this.#putAside();
      await this.#file.appendFile(text);
      await this.#file.datasync();
    } catch (error) {
      throw storageError(error, this.path);
    }
    for (const { result } of fresh) this.#newest.ids.add(result.id);
    this.#newest.cursor = fresh.at(-1)!.cursor;
    this.#newest.bytes += Buffer.byteLength(text);
    return fresh;
  }

  async close(): Promise<void> {
    await this.#file.close();
    await this.#release();
  }

  /** Ended at any moment it leaves every file but the oldest, the newest ones under their names or one number on. */
  async #putAside(): Promise<void> {
    const { files } = this.#limits;
    await rm(fileOf(this.#folder, files), { force: true });
    for (let number = files - 1; number >= 0; number--) {
      await rename(fileOf(this.#folder, number), fileOf(this.#folder, number + 1)).catch((error: unknown) => {
        if (systemCode(error) !== 'ENOENT') throw error;
      });
    }
    const next = await open(this.path, 'a');
    await this.#file.close();
    this.#file = next;
    await syncFolder(this.#folder);
    this.#before = this.#newest;
    this.#newest = { ids: new Set(), cursor: 0, bytes: 0 };
  }
}

/** 0 is the newest, 1 the one put aside last. */
function fileOf(folder: string, number: number): string {
  return join(folder, number === 0 ? 'results.jsonl' : `results.${number}.jsonl`);
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
