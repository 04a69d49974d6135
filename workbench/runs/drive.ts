// Runs a sweep on several devices at once into one run folder, until every device is done, has failed, or the user leaves.
import type { ReceivedNotification, Session } from '@edgewright/core/link/session.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { systemClock } from '../devices/clock.ts';
import { keepLinked } from '../devices/keep.ts';
import { type Collector, createCollector } from './collect.ts';
import type { RunEvent } from './event.ts';
import { type Run, recordsPath } from './folder.ts';
import { type Journal, openJournal } from './journal.ts';
import { lockRun, type RunLock } from './lock.ts';
import { countStatus, type DeviceStatus, isOver, type StatusCount } from './status.ts';

/** How to reach one device of a run. */
export interface Reach {
  /** As in the run's head. */
  readonly device: string;
  /** For people. */
  readonly address: string;
  /** Notifications of the session go to `hear`. */
  readonly dial: (hear: (notification: ReceivedNotification, session: Session) => void) => Promise<Session>;
  readonly upload: (
    session: Session,
    missing: readonly string[],
    ticket: string,
    onSent: (artifact: string, sent: number, bytes: number) => void,
  ) => Promise<void>;
}

export interface DriveOptions {
  readonly run: Run;
  readonly reaches: readonly Reach[];
  readonly onEvent: (event: RunEvent) => void;
  /** Told once, before the first event, with what the run folder holds. */
  readonly onKnown?: (known: readonly DeviceStatus[]) => void;
  /** Aborting leaves the devices to themselves. */
  readonly signal?: AbortSignal;
  /** Start and leave. */
  readonly isDetached?: boolean;
  readonly random?: () => number;
  /** Of a run that was just started; without it the run is locked here. Released at the end. */
  readonly lock?: RunLock;
}

export interface Driven {
  readonly devices: readonly DeviceStatus[];
  /** By device: what ended its collecting before the run was over. */
  readonly failures: ReadonlyMap<string, CodedError>;
  readonly wasInterrupted: boolean;
}

/**
 * Never rejects for an expected failure of one device: the others go on. Throws `run-busy` before it dials where another
 * collects the run, and `disk-full` or `storage-refused` where its files cannot be opened.
 */
export async function driveRun(options: DriveOptions): Promise<Driven> {
  const lock = options.lock ?? (await lockRun(options.run.path));
  return drive(options).finally(() => lock.release());
}

async function drive(options: DriveOptions): Promise<Driven> {
  const { run, reaches, onEvent, signal } = options;
  const open: Open[] = [];
  try {
    for (const reach of reaches) open.push(await openDevice(run, reach));
    options.onKnown?.(open.map(({ count }) => count.status()));
    for (const { reach, journal } of open) {
      if (journal.repaired > 0) onEvent({ device: reach.device, kind: 'repaired', bytes: journal.repaired });
    }
    const failures = new Map<string, CodedError>();
    let wasInterrupted = false;
    await Promise.all(
      open.map(async (device) => {
        try {
          await driveDevice(device, options);
        } catch (error) {
          if (signal?.aborted && error === signal.reason) wasInterrupted = true;
          else if (error instanceof CodedError) {
            failures.set(device.reach.device, error);
            const { code, message, fix } = error;
            onEvent({ device: device.reach.device, kind: 'failed', code, message, fix });
          } else throw error;
        }
      }),
    );
    return { devices: open.map(({ count }) => count.status()), failures, wasInterrupted };
  } finally {
    await Promise.all(open.map(({ journal }) => journal.close()));
  }
}

interface Open {
  readonly reach: Reach;
  readonly journal: Journal;
  readonly count: StatusCount;
}

async function openDevice(run: Run, reach: Reach): Promise<Open> {
  const count = countStatus(reach.device);
  const journal = await openJournal(recordsPath(run, reach.device), ({ record }) => count.add(record));
  return { reach, journal, count };
}

async function driveDevice({ reach, journal, count }: Open, options: DriveOptions): Promise<void> {
  const { run, onEvent } = options;
  const { device } = reach;
  const known = count.status().state;
  if (isOver(known)) {
    onEvent({ device, kind: 'ended', state: known });
    return;
  }
  const collector: Collector = createCollector({
    run: run.head.id,
    device,
    sweep: run.head.sweep,
    points: run.head.points?.[device],
    artifacts: Object.fromEntries(Object.entries(run.head.artifacts).map(([path, { sha256 }]) => [path, sha256])),
    journal,
    count,
    onEvent,
    upload: (session, missing, ticket) =>
      reach.upload(session, missing, ticket, (artifact, sent, bytes) =>
        onEvent({ device, kind: 'sending', artifact, sent, bytes }),
      ),
  });
  const dial = async () => {
    const session = await reach.dial(collector.hear);
    onEvent({ device, kind: 'linked', address: reach.address });
    return session;
  };
  if (options.isDetached) {
    const session = await dial();
    await collector.start(session).finally(() => session.close());
    return;
  }
  const state = await keepLinked({
    dial,
    use: collector.use,
    clock: systemClock,
    random: options.random ?? Math.random,
    onDropped: ({ code, message }, wait) => onEvent({ device, kind: 'dropped', code, message, wait: Math.round(wait) }),
    ...(options.signal && { signal: options.signal }),
  });
  onEvent({ device, kind: 'ended', state });
}
