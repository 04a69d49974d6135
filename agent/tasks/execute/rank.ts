// How an execution is kept behind all others: by the niceness of Unix, which only a privileged process takes back.
import { setPriority } from 'node:os';

/** 0 is as all others; each more is about 1.25 times less of a processor that others want too. */
const niceness = 15;

/** The process, and what it starts from now on. Nothing where the operating system does not allow it. */
export function putBehind(pid: number): void {
  try {
    setPriority(pid, niceness);
  } catch {
    // It is gone, or one of a user of its own: then it is as all others.
  }
}

/** The thread that calls it. Only Linux has a niceness of threads: elsewhere it would be that of the whole process. */
export function putThreadBehind(): void {
  if (process.platform === 'linux' || process.platform === 'android') putBehind(0);
}
