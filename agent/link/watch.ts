// Who watches which run. Each watcher has a cursor of its own into the journal and takes records as fast as its link does;
// statuses and samples of the device are dropped where a link cannot keep up.
import type { Session } from '@edgewright/core/link/session.js';
import { defaultLimits } from '@edgewright/schemas/wire.js';
import type { Device } from '../runner/device.ts';
import type { Runner } from '../runner/runner.ts';
import type { Store } from '../store/store.ts';

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
  /** A status was asked for within the last `statusTime`. */
  isStatusDue: boolean;
  statusTimer: NodeJS.Timeout | undefined;
}

/** Milliseconds between two statuses of a run to one watcher. */
const statusTime = 250;

/** Milliseconds between two samples of the device, while anybody watches. */
const sampleTime = 1_000;

/** Records in one message, and the bytes of them about: a quarter of what a frame may have. */
const batch = { count: 256, bytes: defaultLimits.frameBytes / 4 };

export function createWatchers(
  store: Store,
  runner: Runner,
  device: Device,
  onFault: (fault: unknown) => void,
): Watchers {
  const watchers = new Set<Watcher>();
  let sampling: NodeJS.Timeout | undefined;

  const stopListening = runner.listen({
    onRecords: (run) => {
      for (const watcher of watchers) if (watcher.run === run) void pump(watcher).catch(onFault);
    },
    onStatus: (run) => {
      for (const watcher of watchers) if (watcher.run === run) tellStatus(watcher);
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
    const watcher: Watcher = { session, run, cursor, isPumping: false, isStatusDue: false, statusTimer: undefined };
    watchers.add(watcher);
    void session.closed.then(() => remove(watcher));
    sampling ??= setInterval(() => void tellSample().catch(onFault), sampleTime);
    return watcher;
  }

  function remove(watcher: Watcher): void {
    watchers.delete(watcher);
    clearTimeout(watcher.statusTimer);
    if (watchers.size > 0) return;
    clearInterval(sampling);
    sampling = undefined;
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

  function tellStatus(watcher: Watcher): void {
    if (watcher.statusTimer !== undefined) {
      watcher.isStatusDue = true;
      return;
    }
    sendStatus(watcher);
    watcher.statusTimer = setTimeout(() => {
      watcher.statusTimer = undefined;
      if (!watcher.isStatusDue) return;
      watcher.isStatusDue = false;
      tellStatus(watcher);
    }, statusTime);
  }

  function sendStatus({ session, run }: Watcher): void {
    if (session.isCongested() || store.run(run) === undefined) return;
    session.notify('run.status', { status: runner.status(run) });
  }

  async function tellSample(): Promise<void> {
    const sample = await device.sample();
    const sessions = new Set([...watchers].map(({ session }) => session));
    for (const session of sessions) if (!session.isCongested()) session.notify('device.sample', { sample });
  }
}
