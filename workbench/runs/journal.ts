// The records of one device in one run: an append-only file. A record that was delivered twice is stored once, and a batch
// is on the disk before its cursor may be acknowledged.
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { storageError, syncFolder } from './durable.ts';
import { formatLine, parseLine, type StoredRecord } from './line.ts';
import { readLines } from './lines.ts';

/** Opens the file or makes it. A last line that was torn by a crash is cut off: it was never acknowledged, so the device still has it. */
export async function openJournal(path: string, onStored?: (stored: StoredRecord) => void): Promise<Journal> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a+');
    const known = new Set<string>();
    let cursor = 0;
    let length = 0;
    for await (const line of readLines(path)) {
      if (!line.isWhole) continue;
      length = line.end;
      const parsed = parseLine(line.text);
      if (parsed.kind === 'broken' || known.has(parsed.stored.record.id)) continue;
      known.add(parsed.stored.record.id);
      cursor = Math.max(cursor, parsed.stored.cursor);
      onStored?.(parsed.stored);
    }
    const { size } = await file.stat();
    if (size > length) await file.truncate(length);
    await file.sync();
    await syncFolder(dirname(path));
    return new Journal(path, file, known, cursor, length, size - length);
  } catch (error) {
    throw storageError(error, path);
  }
}

export class Journal {
  readonly path: string;
  /** Bytes of a torn last line that were cut off when it was opened. */
  readonly repaired: number;
  readonly #file: FileHandle;
  readonly #known: Set<string>;
  #cursor: number;
  #length: number;
  #last: Promise<unknown> = Promise.resolve();

  constructor(path: string, file: FileHandle, known: Set<string>, cursor: number, length: number, repaired: number) {
    this.path = path;
    this.repaired = repaired;
    this.#file = file;
    this.#known = known;
    this.#cursor = cursor;
    this.#length = length;
  }

  /** Records up to this one are durable here; 0 before the first. */
  get cursor(): number {
    return this.#cursor;
  }

  /**
   * Stores a batch and settles with the records that were new, once they are on the disk. Throws `disk-full` or
   * `storage-refused`; then nothing of the batch is stored and it may be appended again.
   */
  append(batch: readonly StoredRecord[]): Promise<readonly StoredRecord[]> {
    const appended = this.#last.then(() => this.#append(batch));
    this.#last = appended.catch(() => undefined);
    return appended;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#file.close();
  }

  async #append(batch: readonly StoredRecord[]): Promise<readonly StoredRecord[]> {
    const fresh = new Map<string, StoredRecord>();
    for (const stored of batch) {
      if (!this.#known.has(stored.record.id) && !fresh.has(stored.record.id)) fresh.set(stored.record.id, stored);
    }
    if (fresh.size === 0) return [];
    const records = [...fresh.values()];
    const bytes = Buffer.from(records.map(formatLine).join(''), 'utf8');
    try {
      await writeAll(this.#file, bytes);
      await this.#file.datasync();
    } catch (error) {
      // What was written of the batch goes, so that the next line does not join a torn one.
      await this.#file.truncate(this.#length).catch(() => undefined);
      throw storageError(error, this.path);
    }
    this.#length += bytes.length;
    for (const { cursor, record } of records) {
      this.#known.add(record.id);
      this.#cursor = Math.max(this.#cursor, cursor);
    }
    return records;
  }
}

/** A write near the end of a disk may be short without an error; the next one has it. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    written += (await file.write(bytes, written, bytes.length - written)).bytesWritten;
  }
}
