// One feed: the tasks that have the same sources, and so see the same events. What it sees is stored first, then told to the
// triggers in the order of the store, so that after a crash the same is seen again and fires the same.
import type { Timer } from '@edgewright/core/link/channel.js';
import { openPipelines, type Pipelines } from '@edgewright/core/task/pipelines.js';
import { TriggerEngine } from '@edgewright/core/triggers/engine.js';
import type { Firing, TaskEvent } from '@edgewright/core/triggers/event.js';
import { depthAfter } from '@edgewright/core/triggers/identity.js';
import { restoreState } from '@edgewright/core/triggers/snapshot.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { ActiveFiring, TaskPhases } from '@edgewright/schemas/deployment.js';
import { longestTimer, type TaskClock, type Timers } from './clock.ts';
import { activeFiring, type Counts, count } from './concluded.ts';
import { type Deployed, jobId } from './deployed.ts';
import {
  type Entry,
  type FeedSnapshot,
  isOfPipeline,
  isTimed,
  pipelineOf,
  readEntry,
  readFiring,
  type StoredFiring,
  snapshotOf,
  storedFiring,
  type WrittenEntry,
  writeEntry,
} from './entry.ts';
import type { AcceptedEvent, SourcePlace } from './intake.ts';
import type { Seen } from './metrics.ts';
import { failureOf, type Yield, yieldOf } from './results.ts';
import type { Job, Outcome } from './runs.ts';
import type { TaskStore, Written } from './store.ts';

export interface FeedLimits {
  /** Entries between two snapshots at least; the larger a snapshot is, the more. */
  readonly snapshotEntries: number;
  /** Milliseconds to a snapshot after the first entry behind the last one. */
  readonly snapshotTime: number;
  /** Milliseconds until a result that found no room is tried again. */
  readonly retryTime: number;
}

export const defaultFeedLimits: FeedLimits = { snapshotEntries: 1_000, snapshotTime: 60_000, retryTime: 1_000 };

/** What the outside hears, of what is seen for the first time and not of what is played again. */
export interface FeedListener {
  readonly event: (tasks: readonly Deployed[], event: TaskEvent) => void;
  readonly concluded: (deployed: Deployed, firing: ActiveFiring, results: Yield) => void;
  readonly fault: (fault: unknown) => void;
}

export interface FeedOptions {
  readonly key: string;
  readonly store: TaskStore;
  readonly clock: TaskClock;
  /** Milliseconds that never run backwards. */
  readonly steady: () => number;
  readonly timers: Timers;
  readonly limits: FeedLimits;
  readonly listener: FeedListener;
}

interface Pending {
  readonly job: Job;
  readonly stored: StoredFiring;
  /** By the steady clock, of the event that made it fire; undefined where time did. */
  readonly acceptedAt: number | undefined;
}

export class Feed {
  readonly key: string;
  readonly #options: FeedOptions;
  readonly #engine: TriggerEngine;
  #tasks = new Map<string, Deployed>();
  #list: readonly Deployed[] = [];
  /** Counted once for all tasks: they see the same. */
  readonly #seen: Seen = { events: 0, bytesRaw: 0 };
  #pipelines: Pipelines = openPipelines([]);
  /** Firings that are not over, by id. */
  readonly #pending = new Map<string, Pending>();
  /** Of firings that were over before a restart. */
  readonly #done = new Map<string, string>();
  #lastDone = 0;
  #cursor = 0;
  /** Since the snapshot. */
  #entries = 0;
  #entryBytes = 0;
  #snapshotBytes = 0;
  /** How often something was seen, fired or concluded; and up to which of these a snapshot is on the disk. */
  #changes = 0;
  #kept = -1;
  #stamp = 0;
  #isReplaying = false;
  #isTicking = false;
  #isClosed = false;
  #acceptedAt: number | undefined;
  #timer: Timer;
  #timerAt = Number.POSITIVE_INFINITY;
  #snapshotTimer: Timer;
  readonly #retries = new Set<Timer>();

  constructor(options: FeedOptions) {
    this.key = options.key;
    this.#options = options;
    this.#engine = new TriggerEngine((firing) => this.#fired(firing));
  }

  get tasks(): readonly Deployed[] {
    return this.#list;
  }

  /** What was seen until now is in a snapshot: it is not played again to tasks that come. */
  settle(): void {
    this.#options.store.flush();
    this.#engine.advance(this.#options.clock.now());
    if (this.#kept === this.#changes) return;
    this.#snapshot();
    this.#options.store.flush();
  }

  /** The tasks from now on, after `settle`; those that stay keep their state. */
  load(tasks: readonly Deployed[]): void {
    const before = this.#tasks;
    const stay = tasks.flatMap(({ task }) => {
      const [old, state] = [before.get(task.name), this.#pipelines.states.get(task.name)];
      const isSame = old !== undefined && pipelineOf(old.task) === pipelineOf(task);
      return isSame && state !== undefined ? [[task.name, state] as const] : [];
    });
    this.#take(tasks, new Map(stay));
    for (const [id, { job }] of this.#pending) {
      if (this.#tasks.get(job.firing.task) !== before.get(job.firing.task)) this.#pending.delete(id);
    }
    // That of `settle` does where tasks only came, of which it has nothing: but when they are due next by the clock.
    const isLess = [...before].some(([name, deployed]) => this.#tasks.get(name) !== deployed);
    if (isLess || tasks.some(({ task }) => !before.has(task.name) && isTimed(task))) this.#snapshot();
    this.#wake();
  }

  /** Takes up what the store has, and tells what became due while nothing ran. */
  recover(tasks: readonly Deployed[]): void {
    const { store, clock } = this.#options;
    this.#take(tasks);
    for (const { number, id, outcome } of store.done(this.key)) {
      this.#done.set(id, outcome);
      this.#lastDone = Math.max(this.#lastDone, number);
    }
    const snapshot = store.snapshot(this.key);
    if (snapshot !== undefined) {
      this.#cursor = snapshot.cursor;
      this.#snapshotBytes = snapshot.body.length;
      this.#restore(JSON.parse(snapshot.body) as FeedSnapshot);
    }
    this.#isReplaying = true;
    for (const { cursor, body } of store.entries(this.key, this.#cursor)) this.#apply(readEntry(body), cursor);
    this.#isReplaying = false;
    this.#done.clear();
    this.#append({ kind: 'resume', at: clock.now() });
  }

  /** Settles when they are durable. An event without time happens now. Throws `tasks-full`. */
  accept(events: readonly AcceptedEvent[], place?: SourcePlace): Promise<void> {
    const written = events.map(({ text, ...event }) =>
      writeEntry({ kind: 'event', event: { ...event, time: this.#timeOf(event.time) } }, text),
    );
    return this.#put(written, place);
  }

  /** The clock was set by so many milliseconds. */
  step(by: number): void {
    this.#stamp = 0;
    this.#append({ kind: 'step', by, at: this.#options.clock.now() });
  }

  conclude(job: Job, outcome: Outcome): void {
    const deployed = this.#tasks.get(job.firing.task);
    const pending = this.#pending.get(job.id);
    if (deployed === undefined || pending === undefined || this.#isClosed) return;
    const { clock, store } = this.#options;
    const now = this.#options.steady();
    const trigger = pending.acceptedAt === undefined ? {} : { trigger: Math.max(0, job.firedAt - pending.acceptedAt) };
    const phases: TaskPhases = {
      ...trigger,
      ...(outcome.kind !== 'skipped' && outcome.phases),
      total: now - job.firedAt,
    };
    const results = this.#yieldOf(deployed, job, outcome, phases);
    const { deadline } = deployed.task.policy;
    const counts: Counts = {
      kind: outcome.kind,
      ...(outcome.kind === 'skipped'
        ? { reason: outcome.reason }
        : {
            isMissed: deadline !== undefined && phases.total > deadline,
            results: results.outbox.length,
            energy: outcome.energy,
          }),
    };
    const depth = depthAfter(job.firing);
    const emitted = outcome.kind === 'done' ? outcome.emitted : [];
    const time = this.#timeOf(clock.now());
    const entries = emitted.map(({ event, fields }) =>
      writeEntry({ kind: 'event', event: { time, event, fields, depth } }),
    );
    store
      .finish(
        {
          feed: this.key,
          id: job.id,
          outcome: JSON.stringify(counts),
          results: results.outbox,
          log: results.log.map((result) => ({ task: result.task, body: JSON.stringify({ result }) })),
          entries: entries.map(({ body }) => body),
          at: clock.now(),
        },
        (written) => this.#concluded(deployed, pending, counts, phases, outcome, results, entries, written, now),
      )
      .catch((error: unknown) => {
        if (!(error instanceof CodedError) || error.code !== 'tasks-full') this.#options.listener.fault(error);
        // It is kept until there is room.
        else this.#later(() => this.conclude(job, outcome));
      });
  }

  /** State as it is, so that less is played again at the next start. */
  close(): void {
    this.#isClosed = true;
    this.#options.timers.clearTimer(this.#timer);
    this.#options.timers.clearTimer(this.#snapshotTimer);
    for (const timer of this.#retries) this.#options.timers.clearTimer(timer);
    this.#options.store.flush();
    this.#snapshot();
    this.#options.store.flush();
  }

  #take(tasks: readonly Deployed[], stay?: Pipelines['states']): void {
    this.#list = tasks;
    this.#tasks = new Map(tasks.map((deployed) => [deployed.task.name, deployed]));
    const documents = tasks.map(({ task }) => task);
    this.#pipelines = openPipelines(documents, stay);
    for (const { metrics } of tasks) metrics.follow(this.#seen);
    this.#engine.load(
      tasks.map(({ task: { name, events, lateness, trigger } }) => {
        return { id: name, sees: [...events.keys()], lateness, trigger };
      }),
    );
  }

  #restore({ engine, pipelines, pending, counters }: FeedSnapshot): void {
    restoreState(this.#engine, engine);
    for (const [name, deployed] of this.#tasks) {
      const kept = pipelines[name];
      const isSame = kept !== undefined && isOfPipeline(kept.pipeline, deployed.task);
      if (isSame) this.#pipelines.states.get(name)?.restore(kept.state);
      const counted = counters[name];
      if (counted !== undefined) deployed.metrics.restore(counted);
    }
    for (const stored of pending) {
      const { firing, computed } = readFiring(stored);
      this.#start(firing, computed, stored);
    }
  }

  /** Without lateness an event is of when it came; with it of its own time, where it has one. */
  #timeOf(own: number | undefined): number {
    const now = this.#options.clock.now();
    const isOwn = own !== undefined && this.#tasks.values().next().value?.task.lateness !== undefined;
    if (isOwn) return own;
    this.#stamp = Math.max(this.#stamp, now);
    return this.#stamp;
  }

  #append(entry: Entry): void {
    this.#put([writeEntry(entry)]).catch((error: unknown) => {
      // What is due is due still when there is room again.
      if (error instanceof CodedError && error.code === 'tasks-full') this.#later(() => this.#append(entry));
      else this.#options.listener.fault(error);
    });
  }

  #later(work: () => void): void {
    if (this.#isClosed) return;
    const timer = this.#options.timers.setTimer(() => {
      this.#retries.delete(timer);
      work();
    }, this.#options.limits.retryTime);
    this.#retries.add(timer);
  }

  #put(entries: readonly WrittenEntry[], place?: SourcePlace): Promise<void> {
    const acceptedAt = this.#options.steady();
    const bodies = entries.map(({ body }) => body);
    return this.#options.store.append(this.key, bodies, place, (cursor, index) => {
      this.#acceptedAt = acceptedAt;
      this.#apply(entries[index] as WrittenEntry, cursor);
    });
  }

  #apply({ entry, body, fields }: WrittenEntry, cursor: number): void {
    this.#cursor = cursor;
    this.#changes++;
    this.#entries++;
    this.#entryBytes += body.length;
    switch (entry.kind) {
      case 'event':
        this.#see(entry.event, fields);
        break;
      case 'tick':
        this.#isTicking = false;
        this.#engine.advance(entry.at);
        break;
      case 'step':
        this.#engine.step(entry.by, entry.at);
        break;
      case 'resume':
        this.#engine.resume(entry.at);
        break;
    }
    this.#acceptedAt = undefined;
    if (this.#isReplaying || this.#isClosed) return;
    const { snapshotEntries, snapshotTime } = this.#options.limits;
    // Snapshots then write no more than entries do.
    if (this.#entries >= snapshotEntries && this.#entryBytes >= this.#snapshotBytes) this.#snapshot();
    else this.#snapshotTimer ??= this.#options.timers.setTimer(() => this.#snapshot(), snapshotTime);
    this.#wake();
  }

  #see(event: TaskEvent, bytes: number): void {
    if (!this.#engine.intake.admits(event)) return;
    this.#seen.events++;
    this.#seen.bytesRaw += bytes;
    if (!this.#isReplaying) this.#options.listener.event(this.#list, event);
    this.#pipelines.push(event);
    this.#engine.see(event);
  }

  #fired(firing: Firing): void {
    const deployed = this.#tasks.get(firing.task);
    if (deployed === undefined) return;
    const { counters } = deployed.metrics;
    if (firing.kind === 'match') counters.fired++;
    else counters.timeouts++;
    const computed = this.#pipelines.states.get(firing.task)?.compute(firing);
    this.#start(firing, computed, undefined);
  }

  #start(firing: Firing, computed: Pending['job']['computed'], known: StoredFiring | undefined): void {
    const deployed = this.#tasks.get(firing.task);
    if (deployed === undefined) return;
    const id = jobId(deployed, firing);
    const done = this.#done.get(id);
    if (done !== undefined) {
      count(deployed, JSON.parse(done) as Counts);
      return;
    }
    const job = { id, firing, computed, firedAt: this.#options.steady() };
    const stored = known ?? storedFiring(firing, computed);
    this.#changes++;
    this.#pending.set(id, { job, stored, acceptedAt: this.#acceptedAt });
    deployed.runs.submit(job);
  }

  #yieldOf(deployed: Deployed, { id, firing, computed }: Job, outcome: Outcome, phases: TaskPhases): Yield {
    const { stored, runs, task } = deployed;
    const executed = { id, firing, computed, version: stored.version, isolation: runs.isolation, phases };
    if (outcome.kind === 'done') return yieldOf(task, executed, outcome.results);
    return outcome.kind === 'failed' ? failureOf(task, executed, outcome.trouble) : { outbox: [], log: [] };
  }

  /** It is durable: what it brought about is seen. */
  #concluded(
    deployed: Deployed,
    { job }: Pending,
    counts: Counts,
    phases: TaskPhases,
    outcome: Outcome,
    results: Yield,
    entries: readonly WrittenEntry[],
    { done, entries: cursors }: Written,
    handedAt: number,
  ): void {
    this.#pending.delete(job.id);
    this.#changes++;
    this.#lastDone = Math.max(this.#lastDone, done);
    if (done === 0) return;
    const output = this.#options.steady() - handedAt;
    const whole = { ...phases, output, total: phases.total + output };
    const { deadline } = deployed.task.policy;
    count(deployed, counts);
    if (counts.isMissed === false && deadline !== undefined && whole.total > deadline)
      deployed.metrics.counters.missed++;
    if (outcome.kind !== 'skipped') deployed.metrics.add(whole);
    this.#options.listener.concluded(deployed, activeFiring(job, outcome, whole), results);
    for (const [index, cursor] of cursors.entries()) {
      this.#acceptedAt = this.#options.steady();
      this.#apply(entries[index] as WrittenEntry, cursor);
    }
  }

  #snapshot(): void {
    this.#options.timers.clearTimer(this.#snapshotTimer);
    this.#snapshotTimer = undefined;
    const pending = [...this.#pending.values()].map(({ stored }) => stored);
    const body = JSON.stringify(snapshotOf(this.#engine, this.#list, this.#pipelines.states, pending));
    const changes = this.#changes;
    this.#entries = 0;
    this.#entryBytes = 0;
    this.#snapshotBytes = body.length;
    this.#options.store
      .putSnapshot(this.key, { cursor: this.#cursor, body }, this.#lastDone)
      .then(() => {
        this.#kept = changes;
      })
      .catch((error: unknown) => {
        // Without it more is played again; the next one may find room.
        if (!(error instanceof CodedError)) this.#options.listener.fault(error);
      });
  }

  /** Looks at the clock when something is due by time alone. */
  #wake(): void {
    const due = this.#engine.nextDue;
    if (due >= this.#timerAt || this.#isClosed) return;
    this.#options.timers.clearTimer(this.#timer);
    this.#timerAt = due;
    const wait = Math.min(longestTimer, Math.max(0, due - this.#options.clock.now()));
    this.#timer = this.#options.timers.setTimer(() => {
      this.#timerAt = Number.POSITIVE_INFINITY;
      this.tick();
    }, wait);
  }

  /** Tells what is due. */
  tick(): void {
    const at = this.#options.clock.now();
    if (this.#engine.nextDue <= at && !this.#isTicking) {
      this.#isTicking = true;
      this.#append({ kind: 'tick', at });
    } else if (!this.#isTicking) this.#wake();
  }
}
