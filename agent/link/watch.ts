// Who watches which run. Each watcher has a cursor of its own into the journal and takes records as fast as its link does;
// statuses are dropped where a link cannot keep up.
import type { Session } from '@edgewright/core/link/session.js';
import { defaultLimits } from '@edgewright/schemas/wire.js';
import type { Runner } from '../runner/runner.ts';
import type { Store } from '../store/store.ts';
import { createPace, type Pace } from './pace.ts';
import type { Sampling } from './sampling.ts';

export interface Watchers {
  /** Sends the records past `after`, then new ones as they come. Watching again moves the cursor. */
  watch(session: Session, run: string, after: number): void;
  unwatch(session: Session, run: string): void;
  close(): void;
}

interface Watcher {
  readonly session: Session;
  readonly run: string;
  cursor: number;
  isPumping: boolean;
  readonly status: Pace;
  readonly leave: () => void;
}

/** Milliseconds between two statuses of a run to one watcher. */
const statusTime = 250;

/** Records in one message, and the bytes of them about: a quarter of what a frame may have. */
const batch = { count: 256, bytes: defaultLimits.frameBytes / 4 };

export function createWatchers(
  store: Store,
  runner: Runner,
  sampling: Sampling,
  onFault: (fault: unknown) => void,
): Watchers {
  const watchers = new Set<Watcher>();

  const stopListening = runner.listen({
    onRecords: (run) => {
      for (const watcher of watchers) if (watcher.run === run) void pump(watcher).catch(onFault);
    },
    onStatus: (run) => {
      for (const watcher of watchers) if (watcher.run === run) watcher.status.ask();
    },
  });

  return {
    watch(session, run, after) {
      const known = find(session, run);
      if (known !== undefined) known.cursor = after;
      const watcher = known ?? add(session, run, after);
      // The answer to the request goes first.
      setImmediate(() => void pump(watcher).catch(onFault));
    },
    unwatch(session, run) {
      const watcher = find(session, run);
      if (watcher !== undefined) remove(watcher);
    },
    close() {
      stopListening();
      for (const watcher of [...watchers]) remove(watcher);
    },
  };

  function find(session: Session, run: string): Watcher | undefined {
    for (const watcher of watchers) if (watcher.session === session && watcher.run === run) return watcher;
    return undefined;
  }

  function add(session: Session, run: string, cursor: number): Watcher {
    const status = createPace(statusTime, () => tellStatus(session, run));
    const watcher: Watcher = { session, run, cursor, isPumping: false, status, leave: sampling.join(session) };
    watchers.add(watcher);
    void session.closed.then(() => remove(watcher));
    return watcher;
  }

  function remove(watcher: Watcher): void {
    watchers.delete(watcher);
    watcher.status.stop();
    watcher.leave();
  }

  async function pump(watcher: Watcher): Promise<void> {
    if (watcher.isPumping) return;
    watcher.isPumping = true;
    try {
      while (watchers.has(watcher)) {
        const from = watcher.cursor;
        const records = store.records(watcher.run, from, batch.count, batch.bytes);
        const last = records.at(-1);
        if (last === undefined) return;
        watcher.cursor = last.cursor;
        if (!watcher.session.notify('run.records', { run: watcher.run, records })) await watcher.session.drained();
      }
    } finally {
      watcher.isPumping = false;
    }
  }

  function tellStatus(session: Session, run: string): void {
    if (session.isCongested() || store.run(run) === undefined) return;
    session.notify('run.status', { status: runner.status(run) });
  }
}
