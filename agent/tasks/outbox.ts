// Results on their way to workbenches. Each has a cursor of its own into the store; what is urgent goes at once, the rest with
// what is sent to it anyway, or when it has waited long or grown large.
import { gzipSync } from 'node:zlib';
import type { Session } from '@edgewright/core/link/session.js';
import { defaultLimits } from '@edgewright/schemas/wire.js';
import type { StoredResult, TaskStore } from './store.ts';

export interface OutboxLimits {
  /** Milliseconds that a result waits for company. */
  readonly wait: number;
  /** Results in a message, and bytes of them about: a quarter of what a frame may have. */
  readonly count: number;
  readonly bytes: number;
  /** Bytes of results past which they are compressed: less is not worth the work. */
  readonly compressed: number;
}

export const defaultOutboxLimits: OutboxLimits = {
  wait: 30_000,
  count: 256,
  bytes: defaultLimits.frameBytes / 4,
  compressed: 1_024,
};

export interface Outbox {
  /** Sends what is past `after`, then new ones as they come. Watching again begins anew. */
  watch(session: Session, after: number): void;
  unwatch(session: Session): void;
  /** New results are in the store. */
  stored(isUrgent: boolean): void;
  /** Something was sent to a session anyway: what waits for it goes along. */
  moved(session: Session): void;
  close(): void;
}

interface Watcher {
  readonly session: Session;
  cursor: number;
  isPumping: boolean;
  timer: NodeJS.Timeout | undefined;
}

export interface OutboxOptions {
  readonly store: Pick<TaskStore, 'results' | 'lastResult'>;
  readonly limits: OutboxLimits;
  /** Bytes of a task's results as they went over the link. */
  readonly onSent: (task: string, bytes: number) => void;
  readonly onFault: (fault: unknown) => void;
}

export function createOutbox({ store, limits, onSent, onFault }: OutboxOptions): Outbox {
  const watchers = new Map<Session, Watcher>();

  return {
    watch(session, after) {
      remove(session);
      const watcher: Watcher = { session, cursor: after, isPumping: false, timer: undefined };
      watchers.set(session, watcher);
      void session.closed.then(() => {
        if (watchers.get(session) === watcher) remove(session);
      });
      // The answer to the request goes first.
      setImmediate(() => start(watcher));
    },
    unwatch: remove,
    stored(isUrgent) {
      for (const watcher of watchers.values()) {
        if (isUrgent || store.lastResult - watcher.cursor >= limits.count) start(watcher);
        else watcher.timer ??= setTimeout(() => start(watcher), limits.wait);
      }
    },
    moved(session) {
      const watcher = watchers.get(session);
      if (watcher?.timer !== undefined && !watcher.isPumping) start(watcher);
    },
    close() {
      for (const session of [...watchers.keys()]) remove(session);
    },
  };

  function remove(session: Session): void {
    clearTimeout(watchers.get(session)?.timer);
    watchers.delete(session);
  }

  function start(watcher: Watcher): void {
    clearTimeout(watcher.timer);
    watcher.timer = undefined;
    pump(watcher).catch(onFault);
  }

  async function pump(watcher: Watcher): Promise<void> {
    if (watcher.isPumping) return;
    watcher.isPumping = true;
    try {
      while (watchers.get(watcher.session) === watcher) {
        const rows = store.results(watcher.cursor, limits.count, limits.bytes);
        const last = rows.at(-1);
        if (last === undefined) return;
        watcher.cursor = last.cursor;
        if (!send(watcher.session, rows, last.cursor)) await watcher.session.drained();
      }
    } finally {
      watcher.isPumping = false;
    }
  }

  function send(session: Session, rows: readonly StoredResult[], cursor: number): boolean {
    const results = rows.map(({ cursor: at, result }) => ({ cursor: at, result }));
    const bytes = rows.reduce((sum, row) => sum + row.bytes, 0);
    const packed = bytes > limits.compressed ? gzipSync(JSON.stringify(results)).toString('base64') : undefined;
    const isPacked = packed !== undefined && packed.length < bytes;
    const share = isPacked ? packed.length / bytes : 1;
    for (const row of rows) onSent(row.task, Math.round(row.bytes * share));
    return session.notify('task.results', isPacked ? { cursor, gzip: packed } : { cursor, results });
  }
}
