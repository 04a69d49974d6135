// The lines of a file, streamed: a run may be larger than memory.
import { open } from 'node:fs/promises';

export interface FileLine {
  readonly text: string;
  /** From 1, counted from where the reading began. */
  readonly number: number;
  /** Bytes from the start of the file to the end of this line, its line feed included. */
  readonly end: number;
  /** False for what stands after the last line feed. */
  readonly isWhole: boolean;
}

const chunkBytes = 1 << 20;
const lineFeed = 0x0a;

/** Lines of the file as it is when opened, from byte `start` on, where a line begins; empty ones are left out. */
export async function* readLines(path: string, start = 0): AsyncGenerator<FileLine> {
  const file = await open(path, 'r');
  try {
    let number = 0;
    let end = start;
    let position = start;
    let pending: Buffer[] = [];
    const take = (isWhole: boolean): FileLine => {
      const bytes = pending.length === 1 ? pending[0] : Buffer.concat(pending);
      pending = [];
      number++;
      end += bytes.length + (isWhole ? 1 : 0);
      return { text: bytes.toString('utf8'), number, end, isWhole };
    };
    for (;;) {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, position);
      if (bytesRead === 0) break;
      position += bytesRead;
      let begin = 0;
      for (let at = buffer.indexOf(lineFeed); at !== -1 && at < bytesRead; at = buffer.indexOf(lineFeed, begin)) {
        pending.push(buffer.subarray(begin, at));
        begin = at + 1;
        const line = take(true);
        if (line.text !== '') yield line;
      }
      if (begin < bytesRead) pending.push(buffer.subarray(begin, bytesRead));
    }
    if (pending.length > 0) yield take(false);
  } finally {
    await file.close();
  }
}
