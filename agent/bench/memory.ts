// Resident memory of a process and of the device, read from /proc where there is one.
import { readFileSync, writeFileSync } from 'node:fs';

/** Bytes; undefined where the system does not tell, or the process is gone. */
export function residentBytes(pid: number | 'self'): number | undefined {
  return statusBytes(pid, 'VmRSS');
}

/**
 * Starts a new high-water mark of this process's resident memory and returns how to read it. Linux resets its own mark
 * (proc(5), clear_refs, value 5); elsewhere the mark is the process's greatest ever, or what is resident now where that
 * one was set before.
 */
export function markPeak(): () => number {
  const highest = process.resourceUsage().maxRSS * 1024;
  try {
    writeFileSync('/proc/self/clear_refs', '5');
    return () => statusBytes('self', 'VmHWM') ?? process.memoryUsage.rss();
  } catch {
    return () => {
      const now = process.resourceUsage().maxRSS * 1024;
      return now > highest ? now : process.memoryUsage.rss();
    };
  }
}

/** Bytes of buffers past which a full collection, of some 5 to 20 ms, is worth its time. */
const worthCollecting = 32 * 2 ** 20;

/** Collects the garbage of generating and loading, and of the last point, so that it is not collected in the steady phase. Needs --expose-gc. */
export function tidy(): void {
  const isFull = process.memoryUsage().arrayBuffers > worthCollecting;
  globalThis.gc?.({ type: isFull ? 'major' : 'minor' });
}

/** Times that the kernel has ended a process for lack of memory since boot; undefined where it does not tell. */
export function oomKills(): number | undefined {
  return read('/proc/vmstat', /^oom_kill (\d+)$/m);
}

/** Makes the kernel end this process before others when memory runs out. A process may always raise its own score. */
export function volunteerForOom(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '900');
  } catch {
    // Not Linux, or no /proc: the kernel chooses by size, and the measuring process is the largest.
  }
}

function statusBytes(pid: number | 'self', key: 'VmRSS' | 'VmHWM'): number | undefined {
  const kibibytes = read(`/proc/${pid}/status`, new RegExp(`^${key}:\\s+(\\d+) kB$`, 'm'));
  return kibibytes === undefined ? undefined : kibibytes * 1024;
}

function read(path: string, pattern: RegExp): number | undefined {
  try {
    const match = pattern.exec(readFileSync(path, 'utf8'));
    return match === null ? undefined : Number(match[1]);
  } catch {
    return undefined;
  }
}
