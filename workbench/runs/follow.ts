// Follows a run folder that another workbench writes: what it appends is told here as it comes.
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { RunEvent } from './event.ts';
import type { Run } from './folder.ts';
import { parseLine } from './line.ts';
import { readLines } from './lines.ts';
import { holderOf } from './lock.ts';
import { countStatus, type DeviceStatus, isOver, type StatusCount } from './status.ts';

export interface FollowOptions {
  /** Told once, before the first event, with what the folder holds. */
  readonly onKnown?: (known: readonly DeviceStatus[]) => void;
  /** Milliseconds between two looks: 500. */
  readonly pollTime?: number;
}

/** `over`: the run has ended on every device. `free`: nobody collects it any more. `left`: the signal was aborted. */
export type Followed = 'over' | 'free' | 'left';

interface FollowedFile {
  readonly device: string;
  readonly path: string;
  readonly count: StatusCount;
  readonly known: Set<string>;
  /** Bytes that were read: the end of the last whole line. */
  offset: number;
}

/** Looks between two at whether somebody still collects. */
const holderLooks = 4;

/** Events of kind `record` for what is appended from now on, and `ended` for a device whose run has ended or ends. */
export async function followRun(
  run: Run,
  onEvent: (event: RunEvent) => void,
  signal: AbortSignal,
  { onKnown, pollTime = 500 }: FollowOptions = {},
): Promise<Followed> {
  const files = new Map<string, FollowedFile>();
  for (const { name } of run.head.devices) follow(name);
  await readAppended(() => {});
  onKnown?.([...files.values()].map(({ count }) => count.status()));
  for (const { device, count } of files.values()) {
    const { state } = count.status();
    if (isOver(state)) onEvent({ device, kind: 'ended', state });
  }
  for (let looks = 0; !signal.aborted; looks++) {
    await readAppended(onEvent);
    if ([...files.values()].every(({ count }) => isOver(count.status().state))) return 'over';
    if (looks % holderLooks === 0 && (await holderOf(run.path)) === undefined) {
      // What it wrote last before it let go.
      await readAppended(onEvent);
      return [...files.values()].every(({ count }) => isOver(count.status().state)) ? 'over' : 'free';
    }
    await pause(pollTime, signal);
  }
  return 'left';

  function follow(device: string): FollowedFile {
    const path = join(run.path, 'records', `${device}.jsonl`);
    const file: FollowedFile = { device, path, count: countStatus(device), known: new Set(), offset: 0 };
    files.set(device, file);
    return file;
  }

  async function readAppended(tell: (event: RunEvent) => void): Promise<void> {
    for (const name of await readdir(join(run.path, 'records')).catch(() => [])) {
      const device = basename(name, '.jsonl');
      if (name.endsWith('.jsonl') && !files.has(device)) follow(device);
    }
    for (const file of files.values()) await readFile(file, tell);
  }
}

async function readFile(file: FollowedFile, tell: (event: RunEvent) => void): Promise<void> {
  const size = await stat(file.path).then(
    (found) => found.size,
    () => 0,
  );
  if (size <= file.offset) return;
  for await (const line of readLines(file.path, file.offset)) {
    // What is not whole yet is read again with its end.
    if (!line.isWhole) return;
    file.offset = line.end;
    const parsed = parseLine(line.text);
    if (parsed.kind === 'broken' || file.known.has(parsed.stored.record.id)) continue;
    const { cursor, record } = parsed.stored;
    file.known.add(record.id);
    file.count.add(record);
    tell({ device: file.device, kind: 'record', cursor, record });
    if (record.kind === 'state' && isOver(record.state))
      tell({ device: file.device, kind: 'ended', state: record.state });
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
}
