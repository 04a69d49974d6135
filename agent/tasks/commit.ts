// Group commit: writes that come close together share one transaction, for a commit costs a flush of the disk whatever its
// size. Who must know that a write is on the disk waits for it. A write after a pause waits for no others: they have a
// deadline, and a pause has shown that there are none.
import type { DatabaseSync } from 'node:sqlite';
import { CodedError } from '@edgewright/schemas/codes.js';
import { coded } from '../store/faults.ts';

export interface CommitLimits {
  /** Milliseconds for each commit, over time: after a pause two come at once, an event's and that of what it led to. */
  readonly delay: number;
  /** Writes in a transaction. */
  readonly writes: number;
  /** Share of time that commits may take: on a card that takes 20 ms to flush, more writes share a commit. */
  readonly share: number;
}

export const defaultCommitLimits: CommitLimits = { delay: 4, writes: 512, share: 0.25 };

export interface CommitCounters {
  writes: number;
  commits: number;
  /** Milliseconds that commits took. */
  time: number;
}

export interface Commits {
  /** Settles when what `write` wrote is on the disk. `then` is called before that, in the order of the writes. */
  add<T>(write: () => T, then?: (value: T) => void): Promise<T>;
  /** As `add`, but on the disk when it returns; throws as `add` rejects. */
  now<T>(write: () => T): T;
  /** All that was added is on the disk, or refused, when this returns. */
  flush(): void;
  readonly counters: Readonly<CommitCounters>;
  /** Whether the last transaction found no room. */
  readonly isFull: boolean;
  close(): void;
}

interface Waiting {
  readonly write: () => unknown;
  readonly then: (value: never) => void;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** Rejects with `tasks-full` where there is no room: nothing of the transaction was written. */
export function openCommits(database: DatabaseSync, path: string, limits: CommitLimits): Commits {
  const counters: CommitCounters = { writes: 0, commits: 0, time: 0 };
  const waiting: Waiting[] = [];
  /** When the next commit comes by itself. */
  let next: { cancel(): void } | undefined;
  /** Of performance.now: before it no commit begins by itself. */
  let notBefore = 0;
  /** When all commits so far have had their `delay`. */
  let paid = 0;
  let isFull = false;

  return {
    add: (write, then = () => {}) =>
      new Promise((resolve, reject) => {
        waiting.push({ write, then, resolve, reject });
        if (waiting.length >= limits.writes) flush();
        else next ??= later(flush, notBefore - performance.now());
      }),
    now(write) {
      flush();
      const [value] = timed([{ write }]);
      return value as ReturnType<typeof write>;
    },
    flush,
    counters,
    get isFull() {
      return isFull;
    },
    close() {
      flush();
      next?.cancel();
    },
  };

  function flush(): void {
    next?.cancel();
    next = undefined;
    // What hears of a commit may add more: that is of the next one.
    for (let left = waiting.length; left > 0; ) {
      const group = waiting.splice(0, Math.min(left, limits.writes));
      left -= group.length;
      commit(group);
    }
    if (waiting.length > 0) next ??= later(flush, notBefore - performance.now());
  }

  function commit(group: readonly Waiting[]): void {
    let values: readonly unknown[];
    try {
      values = timed(group);
    } catch (error) {
      // One that is too large must not keep out those that make room.
      if (isFull && group.length > 1) for (const one of group) commit([one]);
      else for (const { reject } of group) reject(error);
      return;
    }
    for (const [index, { then, resolve }] of group.entries()) {
      then(values[index] as never);
      resolve(values[index] as never);
    }
  }

  function timed(group: readonly Pick<Waiting, 'write'>[]): readonly unknown[] {
    const begin = performance.now();
    try {
      const values = transact(group);
      isFull = false;
      counters.commits++;
      counters.writes += group.length;
      return values;
    } catch (error) {
      isFull = error instanceof CodedError && error.code === 'tasks-full';
      throw error;
    } finally {
      const time = performance.now() - begin;
      const end = performance.now();
      paid = Math.max(end, paid) + limits.delay;
      notBefore = Math.max(paid - limits.delay, end + time * (1 / limits.share - 1));
      counters.time += time;
    }
  }

  function transact(group: readonly Pick<Waiting, 'write'>[]): readonly unknown[] {
    try {
      return coded(path, () => {
        database.exec('BEGIN IMMEDIATE');
        try {
          const values = group.map(({ write }) => write());
          database.exec('COMMIT');
          return values;
        } catch (error) {
          // SQLite rolls back by itself when the disk is full; then there is nothing left to roll back.
          try {
            database.exec('ROLLBACK');
          } catch {}
          throw error;
        }
      });
    } catch (error) {
      if (error instanceof CodedError && error.code === 'store-full') throw tasksFull('There is no space for it');
      throw error;
    }
  }
}

/** After what is under way in this turn of the loop, if at once: all that a message brought is then one group. */
function later(work: () => void, milliseconds: number): { cancel(): void } {
  if (milliseconds <= 0) {
    const immediate = setImmediate(work);
    return { cancel: () => clearImmediate(immediate) };
  }
  const timer = setTimeout(work, milliseconds);
  return { cancel: () => clearTimeout(timer) };
}

export function tasksFull(reason: string): CodedError {
  return new CodedError(
    'tasks-full',
    `The store of the tasks takes no more: ${reason[0]?.toLowerCase()}${reason.slice(1)}.`,
    'Free space on the device, or link a workbench that takes the results; then send it again.',
  );
}
