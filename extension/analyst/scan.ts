// The lines of a records file from a place on, with their places in it, in batches: a line is short, and a step of an
// asynchronous loop for each would cost more than parsing it.
import { open } from 'node:fs/promises';

export interface ScannedLine {
  /** Undefined for a line past the limit. */
  readonly bytes: Buffer | undefined;
  /** Bytes from the start of the file, and without the line feed. */
  readonly start: number;
  readonly length: number;
  /** From 1. */
  readonly number: number;
  /** False for what stands after the last line feed. */
  readonly isWhole: boolean;
}

export interface ScanFrom {
  /** Bytes from the start of the file: the start of a line. */
  readonly offset: number;
  /** Lines before it. */
  readonly lines: number;
}

export interface ScanOptions {
  readonly chunkBytes: number;
  /** A record of a million latencies has about 20 MB; what is longer is no record, and is not held. */
  readonly lineBytes: number;
}

export const scanDefaults: ScanOptions = { chunkBytes: 1 << 20, lineBytes: 64 << 20 };

const lineFeed = 0x0a;

/** Batches of lines as the file is now. Empty lines are left out. A batch is valid until the next. */
export async function* scanLines(
  path: string,
  from: ScanFrom,
  given: Partial<ScanOptions> = {},
): AsyncGenerator<readonly ScannedLine[]> {
  const options = { ...scanDefaults, ...given };
  const file = await open(path, 'r');
  try {
    let { offset: start, lines: number } = from;
    let position = start;
    let pending: Buffer[] = [];
    let length = 0;
    const hold = (bytes: Buffer): void => {
      length += bytes.length;
      if (length > options.lineBytes) pending = [];
      else pending.push(bytes);
    };
    const take = (isWhole: boolean): ScannedLine => {
      const bytes = length > options.lineBytes ? undefined : pending.length === 1 ? pending[0] : Buffer.concat(pending);
      const line = { bytes, start, length, number: ++number, isWhole };
      start += length + (isWhole ? 1 : 0);
      pending = [];
      length = 0;
      return line;
    };
    for (;;) {
      const { buffer, bytesRead } = await file.read(
        Buffer.allocUnsafe(options.chunkBytes),
        0,
        options.chunkBytes,
        position,
      );
      if (bytesRead === 0) break;
      position += bytesRead;
      const chunk = buffer.subarray(0, bytesRead);
      const batch: ScannedLine[] = [];
      let begin = 0;
      for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, begin)) {
        hold(chunk.subarray(begin, at));
        begin = at + 1;
        const line = take(true);
        if (line.length > 0) batch.push(line);
      }
      if (begin < bytesRead) hold(chunk.subarray(begin));
      yield batch;
    }
    if (length > 0) yield [take(false)];
  } finally {
    await file.close();
  }
}

/** Bytes of the file at a place that `scanLines` told. */
export async function readSpan(
  path: string,
  { start, length }: Pick<ScannedLine, 'start' | 'length'>,
): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
