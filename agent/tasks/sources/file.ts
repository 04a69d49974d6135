// Lines that are added to a file. Where it was is kept with the events, so that after a restart of the agent no line is missed
// and none comes twice.
import { createHash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { WrittenEvent } from '@edgewright/core/task/event-line.js';
import type { Intake, OpenSource } from '../contract.ts';
import { sourceTrouble } from '../trouble.ts';
import { longestLine, readLine } from './event.ts';
import { batchOf, paced, pause, type SourceTimes } from './pace.ts';

/** Bytes at a file's beginning that tell it from one that took its place. */
const headLength = 256;

/** Bytes that are read at once. */
const blockLength = 1 << 16;

const lineBreak = 0x0a;

const wholeFile = Number.POSITIVE_INFINITY;

interface Place {
  /** Of the file; 0 where there was none. */
  readonly inode: number;
  /** Bytes up to the first line that was not given. */
  readonly offset: number;
  /** SHA-256 of so many bytes at its beginning. */
  readonly head: { readonly length: number; readonly hash: string };
}

/** A file that is open: it is read to its end also where another has taken its name. */
interface Following {
  readonly handle: FileHandle;
  readonly inode: number;
  /** Bytes that were read. */
  at: number;
  /** Bytes of the last line, which has not ended; of one that is too long its beginning. */
  rest: Buffer;
  /** Bytes up to that line. */
  given: number;
  head: Place['head'];
}

/** Lines from now on at first, later from where it was; a file that was rotated or truncated is read from its beginning. */
export function openFile(path: string, intake: Intake, rate: number | undefined, times: SourceTimes): OpenSource {
  const ending = new AbortController();
  const give = paced(intake, rate, ending.signal);
  const most = batchOf(rate);
  let file: Following | undefined;
  /** What was lost; it is told until the next line comes. */
  let loss: string | undefined;
  const done = (async () => {
    let hasBegun = false;
    for (; !ending.signal.aborted; await pause(times.look, ending.signal)) {
      try {
        if (!hasBegun) await begin();
        hasBegun = true;
        await look();
      } catch (error) {
        tell(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`);
      }
    }
    await file?.handle.close();
  })();
  return {
    async close() {
      ending.abort();
      await done;
    },
  };

  function tell(message: string): void {
    intake.tell(sourceTrouble(`${message}.`, 'It is read as soon as it is there and can be read.'));
  }

  async function begin(): Promise<void> {
    const text = intake.memory.read();
    const kept = text === undefined ? undefined : (JSON.parse(text) as Place);
    await file?.handle.close();
    file = await follow(path);
    if (kept === undefined) {
      if (file !== undefined) await startAt(file, await sizeOf(file));
      await remember();
      return;
    }
    if (file !== undefined && (await isSame(file, kept))) return startAt(file, kept.offset);
    if (kept.inode === 0) return;
    // Where the usual rotation puts it.
    const rotated = await follow(`${path}.1`);
    if (rotated !== undefined && (await isSame(rotated, kept))) {
      await startAt(rotated, kept.offset);
      await readOn(rotated, wholeFile);
    } else loss = 'was rotated or truncated while the agent was away: lines at the end of the old one may be lost';
    await rotated?.handle.close();
  }

  async function look(): Promise<void> {
    const named = await stat(path).catch(() => undefined);
    if (file !== undefined && named?.ino !== file.inode) {
      await readOn(file, wholeFile);
      await file.handle.close();
      file = undefined;
    }
    file ??= await follow(path);
    if (file === undefined) return tell(named === undefined ? `There is no file ${path}` : `${path} cannot be opened`);
    const size = await sizeOf(file);
    if (size !== file.at && (size < file.at || file.head.hash !== (await headOf(file.handle, file.head.length)))) {
      loss = 'was truncated: lines that were added right before may be lost';
      await startAt(file, 0);
    }
    if (loss !== undefined) tell(`${path} ${loss}`);
    else intake.tell(null);
    // No further: what comes in the meantime may be of a file that was written anew, which the next look finds.
    await readOn(file, size);
  }

  /** @param until Bytes; `wholeFile` where nothing is added any more: the last line may end without a line break. */
  async function readOn(from: Following, until: number): Promise<void> {
    const block = Buffer.alloc(blockLength);
    let batch: WrittenEvent[] = [];
    const hand = async (): Promise<void> => {
      const events = batch;
      batch = [];
      await give(events, await placeOf(from));
    };
    while (!ending.signal.aborted) {
      const { bytesRead } = await from.handle.read(block, 0, Math.min(blockLength, until - from.at), from.at);
      from.at += bytesRead;
      const isEnd = bytesRead === 0;
      if (isEnd && (until !== wholeFile || from.rest.length === 0)) return;
      const bytes = isEnd
        ? Buffer.concat([from.rest, Buffer.of(lineBreak)])
        : Buffer.concat([from.rest, block.subarray(0, bytesRead)]);
      let start = 0;
      for (
        let end = bytes.indexOf(lineBreak);
        end >= 0 && !ending.signal.aborted;
        end = bytes.indexOf(lineBreak, start)
      ) {
        take(bytes.subarray(start, end).toString('utf8'), batch);
        start = end + 1;
        from.given = isEnd ? from.at : from.at - (bytes.length - start);
        if (batch.length >= most) await hand();
      }
      from.rest = Buffer.from(bytes.subarray(start, start + longestLine + 1));
      if (start > 0) await hand();
      if (isEnd) return;
    }
  }

  function take(line: string, batch: WrittenEvent[]): void {
    if (line.trim() === '') return;
    loss = undefined;
    const event = readLine(line);
    if (!('fix' in event)) {
      batch.push(event);
      return;
    }
    intake.refuse(1);
    intake.tell(sourceTrouble(`${path} has a line that is no event: ${event.message}`, event.fix));
  }

  async function remember(): Promise<void> {
    const place = file === undefined ? { inode: 0, offset: 0, head: noHead } : await placeOf(file);
    // A store without room takes it with the next line.
    await intake.memory.write(typeof place === 'string' ? place : JSON.stringify(place)).catch(() => undefined);
  }
}

const noHead: Place['head'] = { length: 0, hash: '' };

async function placeOf(file: Following): Promise<string> {
  if (file.head.length < headLength && file.given > file.head.length) file.head = await headUpTo(file, file.given);
  return JSON.stringify({ inode: file.inode, offset: file.given, head: file.head } satisfies Place);
}

async function follow(path: string): Promise<Following | undefined> {
  const handle = await open(path, 'r').catch(() => undefined);
  if (handle === undefined) return undefined;
  const { ino: inode } = await handle.stat();
  return { handle, inode, at: 0, rest: Buffer.alloc(0), given: 0, head: noHead };
}

async function startAt(file: Following, offset: number): Promise<void> {
  Object.assign(file, { at: offset, given: offset, rest: Buffer.alloc(0), head: await headUpTo(file, offset) });
}

async function isSame(file: Following, { inode, offset, head }: Place): Promise<boolean> {
  return (
    file.inode === inode && (await sizeOf(file)) >= offset && (await headOf(file.handle, head.length)) === head.hash
  );
}

async function sizeOf({ handle }: Following): Promise<number> {
  return (await handle.stat()).size;
}

async function headUpTo({ handle }: Following, offset: number): Promise<Place['head']> {
  const length = Math.min(offset, headLength);
  return { length, hash: await headOf(handle, length) };
}

async function headOf(handle: FileHandle, length: number): Promise<string> {
  if (length === 0) return '';
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
  return createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex');
}
