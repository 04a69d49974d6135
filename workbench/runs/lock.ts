// One collector a run folder: two that append to the same files would tear each other's lines. The lock is a file in the
// folder that says who holds it; one whose process is gone is taken over.
import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import { storageError, systemCode } from './durable.ts';

export interface RunLock {
  /** Gives the run free; a second call does nothing. */
  release(): Promise<void>;
}

/** Who collects a run. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Tells the process from a later one with the same id; empty where the system does not tell it. */
  readonly begun: string;
}

/** Milliseconds between two signs of life of the holder, for who cannot look for its process. */
const refreshTime = 10_000;

/** Milliseconds without one after which a holder on another machine is taken for dead. */
const patience = 6 * refreshTime;

/** Milliseconds that a holder has to write who it is. */
const birthTime = 5_000;

/** Throws `run-busy` where another collects the run, this process included, and `disk-full` or `storage-refused`. */
export async function lockRun(folder: string): Promise<RunLock> {
  const path = lockPath(folder);
  const text = JSON.stringify(await ownHolder());
  for (;;) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(text).finally(() => file.close());
      return held(path, text);
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw storageError(error, path);
    }
    const found = await look(path);
    if (found.kind === 'held') throw runBusy(folder, found.holder);
    if (found.kind === 'stale') await discard(path, found.text);
  }
}

/** Who collects the run; undefined where nobody does. */
export async function holderOf(folder: string): Promise<Holder | undefined> {
  const found = await look(lockPath(folder));
  return found.kind === 'held' ? (found.holder ?? { pid: 0, host: '', begun: '' }) : undefined;
}

function lockPath(folder: string): string {
  return join(folder, 'collector.lock');
}

function held(path: string, text: string): RunLock {
  const touch = () => {
    const now = new Date();
    // The folder may be gone with its run: the records' own writes say so.
    utimes(path, now, now).catch(() => undefined);
  };
  const timer = setInterval(touch, refreshTime).unref();
  let isHeld = true;
  return {
    async release() {
      if (!isHeld) return;
      isHeld = false;
      clearInterval(timer);
      const now = await readFile(path, 'utf8').catch(() => undefined);
      if (now === text) await rm(path, { force: true });
    },
  };
}

type Found =
  | { readonly kind: 'free' }
  /** `holder` is undefined in the moment in which it has not said who it is. */
  | { readonly kind: 'held'; readonly holder: Holder | undefined }
  | { readonly kind: 'stale'; readonly text: string };

async function look(path: string): Promise<Found> {
  try {
    const text = await readFile(path, 'utf8');
    const age = Date.now() - (await stat(path)).mtimeMs;
    const holder = parseHolder(text);
    if (holder === undefined) return age < birthTime ? { kind: 'held', holder } : { kind: 'stale', text };
    const isAlive = holder.host === hostname() ? await isRunning(holder) : age < patience;
    return isAlive ? { kind: 'held', holder } : { kind: 'stale', text };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return { kind: 'free' };
    throw storageError(error, path);
  }
}

/**
 * Removes a stale lock, and only that: another may have taken it over since it was read. Who removes holds a file of its own
 * meanwhile, so that between the second look and the removal nobody else removes.
 */
async function discard(path: string, stale: string): Promise<void> {
  const guard = `${path}.stale`;
  try {
    await (await open(guard, 'wx')).close();
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw storageError(error, guard);
    // Left behind by a process that died in these few lines.
    const since = await stat(guard).catch(() => undefined);
    if (since !== undefined && Date.now() - since.mtimeMs > birthTime) await rm(guard, { force: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
    return;
  }
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === stale) await rm(path, { force: true });
  await rm(guard, { force: true });
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value: Partial<Holder> | null = JSON.parse(text);
    if (typeof value?.pid !== 'number' || typeof value.host !== 'string' || typeof value.begun !== 'string')
      return undefined;
    return value as Holder;
  } catch {
    return undefined;
  }
}

async function ownHolder(): Promise<Holder> {
  return { pid: process.pid, host: hostname(), begun: await beginOf(process.pid) };
}

async function isRunning({ pid, begun }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there and another user's.
    return systemCode(error) === 'EPERM';
  }
  const now = await beginOf(pid);
  return begun === '' || now === '' || begun === now;
}

/** Boot and clock ticks after it; ids of processes come again, also after a restart. [proc(5): starttime] */
async function beginOf(pid: number): Promise<string> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    return `${boot} ${line.slice(line.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return '';
  }
}

function runBusy(folder: string, holder: Holder | undefined): CodedError {
  const who =
    holder === undefined ? '' : ` (process ${holder.pid}${holder.host === hostname() ? '' : ` on ${holder.host}`})`;
  return new CodedError(
    'run-busy',
    `Another workbench${who} collects the records of ${folder}.`,
    'Look at the run there, or end that process first; what it collects is in the folder as it comes.',
  );
}
