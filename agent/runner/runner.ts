// The device's queue of runs: one at a time, in the order they came. What is asked of a run is durable before it is
// answered, so that a restart finds it.
import { CodedError } from '@edgewright/schemas/codes.js';
import { hasErrors } from '@edgewright/schemas/diagnostic.js';
import type { RunState } from '@edgewright/schemas/generated/record.js';
import type { CurrentSlot, RunStart, RunStarted, RunStatus } from '@edgewright/schemas/wire.js';
import type { Bench } from '../bench/process.ts';
import type { Store, StoredRun } from '../store/store.ts';
import type { Device } from './device.ts';
import { type Ending, executeRun } from './execute.ts';
import { type Plan, type PlanOptions, planRun } from './plan.ts';
import { createProgress, type Progress } from './progress.ts';
import { type Origin, runRecord, stateRecord } from './records.ts';
import type { Timing } from './timing.ts';

export interface RunnerOptions extends PlanOptions {
  readonly store: Store;
  readonly device: Device;
  readonly timing: Timing;
  /** Called when a run begins; closed when the queue is empty, so that an idle agent holds no measuring process. */
  readonly openBench: () => Promise<Bench>;
  /** Path of an artifact by its SHA-256. */
  readonly fileOf: (sha256: string) => string;
  /** What else the agent does while it measures, as a sentence for the record; undefined: nothing. */
  readonly beside?: () => string | undefined;
  readonly onLog: (level: 'info' | 'warning', message: string) => void;
  /** A bug, or a journal that cannot be used any more: the run stands still until the agent starts again. */
  readonly onFault: (fault: unknown) => void;
}

export interface RunnerListener {
  /** Records were added to the run. */
  readonly onRecords?: (run: string) => void;
  /** Any part of the status has changed; called as often as a slot has phases and iterations to tell. */
  readonly onStatus?: (run: string) => void;
}

export interface Runner {
  start(params: RunStart): Promise<RunStarted>;
  list(): RunStatus[];
  /** Throws `unknown-run`, as all that name a run. */
  status(run: string): RunStatus;
  /** Ends the run's measuring after the current slot; until then its state is still `running`. */
  pause(run: string): RunStatus;
  resume(run: string): RunStatus;
  /** Ends the current slot without a record. */
  cancel(run: string): Promise<RunStatus>;
  acknowledge(run: string, cursor: number): void;
  /** Removes a run that is finished or cancelled, with its records. */
  forget(run: string): void;
  isBusy(): boolean;
  /** Of the run that is being measured; null while none is. */
  current(): RunStatus | null;
  listen(listener: RunnerListener): () => void;
  /** Begins, or goes on with, what the journal has. */
  wake(): void;
  /** Stops measuring; the journal says where to go on. */
  close(): Promise<void>;
}

interface Active {
  readonly run: string;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
  shouldPause: boolean;
  /** The disk is full. */
  isStalled: boolean;
  isCancelled: boolean;
  progress: Progress | undefined;
  current: CurrentSlot | null;
  /** When the current slot was first heard of. */
  since: number;
}

export function createRunner(options: RunnerOptions): Runner {
  const { store, device, timing } = options;
  const listeners = new Set<RunnerListener>();
  const starting = new Map<string, Promise<RunStarted>>();
  /** Of the run that was pushed last: it is likely to be the next to begin. */
  let planned: { readonly run: string; readonly plan: Plan } | undefined;
  let active: Active | undefined;
  let bench: Bench | undefined;
  let isClosed = false;

  const tellRecords = (run: string): void => {
    for (const listener of listeners) listener.onRecords?.(run);
  };
  const tellStatus = (run: string): void => {
    for (const listener of listeners) listener.onStatus?.(run);
  };
  const stored = (run: string): StoredRun => store.run(run) ?? unknownRun(run);

  return {
    async start(params) {
      // The same run pushed twice at once: the second push is answered when the first has been journalled or refused.
      await starting.get(params.run)?.catch(() => {});
      const known = store.run(params.run);
      if (known !== undefined) return accept(known, params);
      const started = enqueue(params).finally(() => starting.delete(params.run));
      starting.set(params.run, started);
      return started;
    },
    list: () => store.runs().map(statusOf),
    status: (run) => statusOf(stored(run)),
    pause(run) {
      const { state } = stored(run);
      if (state === 'finished' || state === 'cancelled') throw ended(run, state, 'paused');
      if (active?.run === run) active.shouldPause = true;
      else if (state !== 'paused') enter(run, 'paused', 'Paused by a controller.');
      return statusOf(stored(run));
    },
    resume(run) {
      const { state } = stored(run);
      if (state === 'finished' || state === 'cancelled') throw ended(run, state, 'resumed');
      if (active?.run === run) active.shouldPause = false;
      else if (state === 'paused') enter(run, 'queued', 'Resumed by a controller.');
      wake();
      return statusOf(stored(run));
    },
    async cancel(run) {
      const { state } = stored(run);
      if (state === 'finished' || state === 'cancelled') return statusOf(stored(run));
      if (active?.run === run) {
        active.isCancelled = true;
        active.abort.abort();
        await active.ended;
        if (stored(run).state !== 'cancelled') throw notWritten(run);
      } else enter(run, 'cancelled', 'Cancelled by a controller.');
      return statusOf(stored(run));
    },
    acknowledge(run, cursor) {
      store.acknowledge(run, Math.min(cursor, stored(run).cursor));
    },
    forget(run) {
      const { state } = stored(run);
      if (state !== 'finished' && state !== 'cancelled') throw unfinished(run, state);
      store.forget(run);
    },
    isBusy: () => active !== undefined,
    current: () => (active === undefined ? null : statusOf(stored(active.run))),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wake,
    async close() {
      isClosed = true;
      active?.abort.abort();
      await active?.ended;
    },
  };

  function accept(known: StoredRun, params: RunStart): RunStarted {
    if (known.sweep !== params.sweep || !isSameChoice(known.points, params.points)) throw otherSweep(params.run);
    return { kind: 'accepted', status: statusOf(known) };
  }

  async function enqueue(params: RunStart): Promise<RunStarted> {
    const { run, sweep, artifacts, points } = params;
    const result = await planRun(params, options);
    if (result.kind === 'refused')
      return { kind: 'refused', diagnostics: result.diagnostics.filter((d) => hasErrors([d])) };
    const { plan } = result;
    const { profile, fingerprint } = await device.profile();
    const origin = originOf(run, fingerprint);
    const time = timing.date();
    store.addRun(
      {
        id: run,
        name: plan.sweep.name,
        sweep,
        artifacts,
        points,
        state: 'queued',
        slots: plan.slots.length,
        plan: plan.hash,
      },
      [
        runRecord(origin, time, { sweep, agent: device.agent, profile, plan }),
        stateRecord(origin, time, 1, 'queued', 'Pushed by a controller.'),
      ],
    );
    planned = { run, plan };
    tellRecords(run);
    wake();
    return { kind: 'accepted', status: statusOf(stored(run)) };
  }

  /** Begins the next run if none is under way: one that was running when the agent ended goes before those that wait. */
  function wake(): void {
    if (active !== undefined || isClosed) return;
    const runs = store.runs();
    const next = runs.find(({ state }) => state === 'running') ?? runs.find(({ state }) => state === 'queued');
    if (next === undefined) {
      const idle = bench;
      bench = undefined;
      idle?.close().catch(options.onFault);
      return;
    }
    const abort = new AbortController();
    // The first turn of `conduct` needs `active`, so it begins in the next one.
    const ending = Promise.resolve().then(() => conduct(next, begun));
    const begun: Active = {
      run: next.id,
      abort,
      ended: ending.then(finish, (fault: unknown) => stop(next.id, fault)),
      shouldPause: false,
      isStalled: false,
      isCancelled: false,
      progress: undefined,
      current: null,
      since: 0,
    };
    active = begun;

    function finish(): void {
      active = undefined;
      tellStatus(begun.run);
      wake();
    }
  }

  /** An expected failure pauses the run, with the reason; a bug leaves it to the next start of the agent. */
  function stop(run: string, fault: unknown): void {
    try {
      if (!(fault instanceof CodedError)) throw fault;
      enter(run, 'paused', `${fault.message} ${fault.fix}`);
      active = undefined;
      wake();
    } catch (error) {
      // Not `wake`: the same run would fail again at once.
      active = undefined;
      options.onFault(error);
    }
    tellStatus(run);
  }

  /** A run from its first slot, or from where its journal ends, to its end; its last state is entered before it returns. */
  async function conduct(run: StoredRun, own: Active): Promise<void> {
    const plan = await planOf(run);
    if (typeof plan === 'string') {
      enter(run.id, 'cancelled', plan);
      return;
    }
    const { fingerprint } = await device.profile();
    own.progress = createProgress(plan.weights, store.recordedSlots(run.id));
    enter(run.id, 'running', [reasonToRun(run, fingerprint), options.beside?.() ?? []].flat().join(' '));
    bench ??= await options.openBench();
    const ending = await executeRun({
      store,
      bench,
      timing,
      plan,
      origin: originOf(run.id, fingerprint),
      progress: own.progress,
      fileOf: options.fileOf,
      signal: own.abort.signal,
      shouldPause: () => own.shouldPause,
      onPhase(slot, phase, iterations) {
        if (own.current?.slot !== slot.index) own.since = timing.now();
        const { model, execution } = slot.planned.point;
        own.current = { slot: slot.index, model, runtime: execution.runtime, phase, iterations };
        tellStatus(run.id);
      },
      onRecords: () => tellRecords(run.id),
      onStall: (reason) => stall(own, reason),
      onLog: (message) => options.onLog('warning', message),
    });
    own.current = null;
    conclude(own, ending);
  }

  function conclude(own: Active, ending: Ending): void {
    if (ending === 'finished') enter(own.run, 'finished', 'Every slot has its record.');
    else if (own.isCancelled) enter(own.run, 'cancelled', 'Cancelled by a controller.');
    else if (ending === 'paused') enter(own.run, 'paused', 'Paused by a controller.');
    // Aborted otherwise: the agent ends. The state stays `running`, so that the next start goes on.
  }

  /** The plan, or why there is none any more. */
  async function planOf(run: StoredRun): Promise<Plan | string> {
    const kept = planned?.run === run.id ? planned.plan : undefined;
    planned = undefined;
    if (kept !== undefined) return kept;
    const result = await planRun(run, options);
    if (result.kind === 'planned' && result.plan.hash === run.plan) return result.plan;
    return 'The agent was updated since the run was pushed and plans its sweep differently; push it again as a new run.';
  }

  function reasonToRun(run: StoredRun, fingerprint: string): string {
    const why = run.state === 'running' ? 'The agent started again.' : 'Its turn came.';
    const [head] = store.records(run.id, 0, 1, 1);
    if (head?.record.kind !== 'run' || head.record.fingerprint === fingerprint) return why;
    return `${why} The device is not as it was when the run was pushed: its fingerprint is ${fingerprint} now.`;
  }

  function stall(own: Active, reason: string | undefined): void {
    own.isStalled = reason !== undefined;
    if (reason !== undefined) options.onLog('warning', reason);
    // The record of a state is small and may fit where that of a point did not; where it does not, nothing hangs on it.
    try {
      note(own.run, own.isStalled ? 'paused' : 'running', reason ?? 'There is space again.');
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'store-full') throw error;
    }
    tellStatus(own.run);
  }

  function enter(run: string, state: RunState, reason: string): void {
    const { records } = stateChange(run, state, reason);
    store.append(run, { records, state });
    options.onLog('info', `run ${run} is ${state}: ${reason}`);
    tellRecords(run);
    tellStatus(run);
  }

  /** A state record without a change of the journal's own state: a restart goes on as if it had not been. */
  function note(run: string, state: RunState, reason: string): void {
    store.append(run, stateChange(run, state, reason));
    tellRecords(run);
  }

  function stateChange(run: string, state: RunState, reason: string) {
    return { records: [stateRecord(originOf(run, ''), timing.date(), store.countStates(run) + 1, state, reason)] };
  }

  function originOf(run: string, fingerprint: string): Origin {
    return { run, device: device.id, fingerprint };
  }

  function statusOf({ id, name, state, slots, done, failed, cursor }: StoredRun): RunStatus {
    const own = active?.run === id ? active : undefined;
    return {
      run: id,
      name,
      state: own?.isStalled ? 'paused' : state,
      slots,
      done,
      failed,
      cursor,
      timeLeft: own?.progress?.timeLeft(own.current === null ? 0 : timing.now() - own.since) ?? null,
      current: own?.current ?? null,
    };
  }
}

function unknownRun(run: string): never {
  throw new CodedError('unknown-run', `The device has no run ${run}.`, '`run.list` names the runs of the device.');
}

function ended(run: string, state: RunState, wanted: string): CodedError {
  return new CodedError(
    'run-conflict',
    `The run ${run} is ${state} and cannot be ${wanted}.`,
    'Push it again as a new run.',
  );
}

function unfinished(run: string, state: RunState): CodedError {
  return new CodedError('run-conflict', `The run ${run} is ${state} and cannot be forgotten.`, 'Cancel it first.');
}

function notWritten(run: string): CodedError {
  return new CodedError(
    'store-full',
    `The run ${run} was stopped, but there is no space to note that it is cancelled.`,
    'Free space on the disk of the device and cancel it again; a restart of the agent would go on with it.',
  );
}

function isSameChoice(known: readonly string[] | undefined, asked: readonly string[] | undefined): boolean {
  return known?.join(' ') === asked?.join(' ');
}

function otherSweep(run: string): CodedError {
  return new CodedError(
    'run-conflict',
    `The device has a run ${run} with another sweep or other points.`,
    'Give the new run an id of its own.',
  );
}
