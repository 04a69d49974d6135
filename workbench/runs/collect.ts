// Brings the records of one run from one device into its journal: start, watch from the cursor, store, acknowledge. It may
// be given session after session; what was stored stays, what was not comes again.
import type { ReceivedNotification, Session } from '@edgewright/core/link/session.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import type { RunState } from '@edgewright/schemas/generated/record.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';
import { capabilities } from '@edgewright/schemas/wire.js';
import type { RunEvent } from './event.ts';
import type { Journal } from './journal.ts';
import type { StoredRecord } from './line.ts';
import { isOver, type StatusCount } from './status.ts';

export interface CollectOptions {
  /** Id of the run on the wire. */
  readonly run: string;
  readonly device: string;
  readonly sweep: string;
  /** SHA-256 by the path in the sweep, or that the sweep would have for a file with weights. */
  readonly artifacts: Readonly<Record<string, string>>;
  /** Ids of the points to measure; undefined: all. */
  readonly points?: readonly string[] | undefined;
  readonly journal: Journal;
  /** Has what the journal holds already. */
  readonly count: StatusCount;
  /** Sends the artifacts that the device lacks. */
  readonly upload: (session: Session, missing: readonly string[], ticket: string) => Promise<void>;
  readonly onEvent: (event: RunEvent) => void;
}

export interface Collector {
  /** To be given to every session as `onNotification`. */
  hear(notification: ReceivedNotification, session: Session): void;
  /** Starts the run where it has not been started, then collects. Settles with the final state once its record is stored. */
  use(session: Session): Promise<RunState>;
  /** Starts the run where it has not been started, and no more. */
  start(session: Session): Promise<void>;
}

export function createCollector(options: CollectOptions): Collector {
  const { run, device, journal, count, onEvent } = options;
  let over = Promise.withResolvers<RunState>();
  over.promise.catch(() => undefined);

  return {
    hear(notification, session) {
      switch (notification.method) {
        case 'run.records':
          if (notification.params.run === run) void store(notification.params.records, session);
          break;
        case 'run.status':
          if (notification.params.status.run === run)
            onEvent({ device, kind: 'status', status: notification.params.status });
          break;
        case 'device.sample':
          onEvent({ device, kind: 'sample', sample: notification.params.sample });
          break;
      }
    },
    start,
    async use(session) {
      const { state } = count.status();
      // The device may have forgotten a run that is over and acknowledged; starting it would measure it again.
      if (isOver(state)) return state;
      over = Promise.withResolvers();
      over.promise.catch(() => undefined);
      await start(session);
      const status = await session.request('run.watch', { run, after: journal.cursor });
      onEvent({ device, kind: 'status', status });
      return over.promise;
    },
  };

  async function start(session: Session): Promise<void> {
    const known = session.peer.capabilities;
    const artifacts = [...new Set(Object.values(options.artifacts))];
    // Nothing is sent that is of no use.
    if (hasWeights(options) && !known.includes(capabilities.modelWeights))
      throw tooOld(session, 'measure a model whose weights lie in other files');
    if (artifacts.length > 0) {
      const { missing, ticket } = await session.request('artifact.missing', { artifacts });
      if (missing.length > 0) await options.upload(session, missing, ticket);
    }
    const { sweep, artifacts: files, points } = options;
    // It would measure every point.
    if (points !== undefined && !known.includes(capabilities.runPoints))
      throw tooOld(session, 'measure chosen points of a sweep');
    const started = await session.request('run.start', { run, sweep, artifacts: files, ...(points && { points }) });
    if (started.kind === 'accepted') return;
    onEvent({ device, kind: 'refused', diagnostics: started.diagnostics });
    throw refused(device, started.diagnostics);
  }

  async function store(records: readonly StoredRecord[], session: Session): Promise<void> {
    const awaited = over;
    try {
      const fresh = await journal.append(records);
      for (const { cursor, record } of fresh) {
        count.add(record);
        onEvent({ device, kind: 'record', cursor, record });
      }
      await session.request('run.acknowledge', { run, cursor: journal.cursor });
      const { state } = count.status();
      if (isOver(state)) awaited.resolve(state);
    } catch (error) {
      // Where it is the link that failed, the next session delivers again.
      awaited.reject(error);
    }
  }
}

/** Whether files go with the run that the sweep does not name itself. */
function hasWeights({ sweep, artifacts }: Pick<CollectOptions, 'sweep' | 'artifacts'>): boolean {
  const paths = Object.keys(artifacts);
  if (paths.length === 0) return false;
  const models = new Set(parseSweep(sweep).sweep?.models.map(({ file }) => file));
  return paths.some((path) => !models.has(path));
}

function tooOld({ peer }: Session, what: string): CodedError {
  return new CodedError('capability-missing', `${peer.name} (${peer.program}) cannot ${what}.`, 'Update the agent.');
}

function refused(device: string, diagnostics: readonly Diagnostic[]): CodedError {
  const [first] = diagnostics;
  const more = diagnostics.length > 1 ? ` and ${diagnostics.length - 1} more` : '';
  return new CodedError(
    'run-refused',
    `${device} refused the sweep${first === undefined ? '' : `: ${first.message} [${first.code}]${more}`}`,
    first?.fix ?? 'Update the agent, so that both ends check alike.',
  );
}
