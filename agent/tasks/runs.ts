// Which firing is executed when: how many at once, whose turn it is, what a firing does while its task runs, what the policy
// asks of the device, and when an execution that ended is started again. What has not done well yet, or not of late, holds up
// nothing that has.
import type { Timer } from '@edgewright/core/link/channel.js';
import type { Computed } from '@edgewright/core/pipeline/pipeline.js';
import type { Firing } from '@edgewright/core/triggers/event.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Isolation, Missing, SkipReason, TaskPhases, TaskState, Trouble } from '@edgewright/schemas/deployment.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import type { Timers } from './clock.ts';
import { type DeviceConditions, heldBy } from './conditions.ts';
import type { Execution, Rank, RunOutcome } from './contract.ts';
import { readEmitted } from './emitted.ts';
import { createEnergyMeter } from './energy.ts';
import { troubleOf } from './trouble.ts';
import { createTurns, type Turns } from './turns.ts';

export interface Job {
  readonly id: string;
  readonly firing: Firing;
  readonly computed: Computed | undefined;
  /** By the steady clock, milliseconds. */
  readonly firedAt: number;
}

export type Outcome =
  | ({ readonly kind: 'done' } & Pick<RunOutcome, 'results' | 'emitted'> & Executed)
  | ({ readonly kind: 'failed'; readonly trouble: Trouble } & Executed)
  | { readonly kind: 'skipped'; readonly reason: SkipReason };

interface Executed {
  readonly phases: Omit<TaskPhases, 'total' | 'trigger' | 'output'>;
  /** Joules of the device while it executed. */
  readonly energy: number | Missing;
}

export interface RunsLimits {
  /**
   * Executions at once, over all tasks that have done well: more than cores make all of them late. Tasks that have not executed
   * yet have one beside these, and so have tasks whose last execution ended.
   */
  readonly slots: number;
  /** Executions that are loaded, over all tasks, each a thread or a process; the one used longest ago makes room. */
  readonly loaded: number;
  /** Of a task whose concurrency is `parallel`. */
  readonly parallel: number;
  /** Firings of a task that wait. */
  readonly queue: number;
  /** Milliseconds from the end of an execution to the next start, doubled for each that follows on it. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** Ends in a row after which a task is stopped. */
  readonly ends: number;
}

export const defaultRunsLimits: RunsLimits = {
  slots: 2,
  loaded: 64,
  parallel: 4,
  queue: 100,
  firstWait: 1_000,
  longestWait: 60_000,
  ends: 8,
};

export interface RunsOptions {
  readonly limits: RunsLimits;
  /** Milliseconds that never run backwards. */
  readonly steady: () => number;
  readonly timers: Timers;
  readonly conditions: () => DeviceConditions;
  /** Watts of the device now. */
  readonly power: () => { readonly value: number } | Missing;
  readonly onFault: (fault: unknown) => void;
}

export interface TaskRunsOptions {
  readonly task: ResolvedTask;
  /** Undefined for a task without model and script: its firings are done at once. */
  readonly open: ((rank: Rank) => Promise<Execution>) | undefined;
  /** Whether what it yields has room. */
  readonly hasRoom: () => boolean;
  readonly conclude: (job: Job, outcome: Outcome) => void;
  readonly onChange: () => void;
}

export interface TaskRuns {
  submit(job: Job): void;
  readonly state: TaskState;
  readonly trouble: Trouble | null;
  readonly isolation: Isolation | null;
  /** Ends what runs; what waited is not concluded. */
  close(): Promise<void>;
}

export interface Runs {
  open(options: TaskRunsOptions): TaskRuns;
}

interface Entry {
  readonly options: TaskRunsOptions;
  readonly queue: Job[];
  readonly running: Map<Job, AbortController>;
  readonly executions: Map<Execution, Opened>;
  opening: number;
  /** Whether it waits with nothing loaded until something fires, because others have the room. */
  isUnloaded: boolean;
  /** Whether an execution has come to a result since the agent began. */
  hasDoneWell: boolean;
  /** Ends in a row. */
  ends: number;
  timer: Timer;
  trouble: Trouble | null;
  isolation: Isolation | null;
  isClosed: boolean;
}

/** An execution that is open. */
interface Opened {
  readonly rank: Rank;
  isFree: boolean;
}

/** Entries that share slots. */
interface Lane {
  readonly slots: number;
  /** Entries that could start when they were put; `pump` looks again. */
  readonly turns: Turns<Entry>;
  taken: number;
}

export function createRuns({ limits, steady, timers, conditions, power, onFault }: RunsOptions): Runs {
  const sound: Lane = { slots: limits.slots, turns: createTurns(), taken: 0 };
  const untried: Lane = { slots: 1, turns: createTurns(), taken: 0 };
  const failing: Lane = { slots: 1, turns: createTurns(), taken: 0 };
  const meter = createEnergyMeter(power, steady);
  /** Those that are open or being opened. */
  let loaded = 0;
  /** Those that are free, the one used longest ago first. */
  const idle = new Map<Execution, Entry>();
  /** Entries whose firings wait for room. */
  const waiting = new Set<Entry>();

  return {
    open(options) {
      const entry: Entry = {
        options,
        queue: [],
        running: new Map(),
        executions: new Map(),
        opening: 0,
        isUnloaded: false,
        hasDoneWell: false,
        ends: 0,
        timer: undefined,
        trouble: null,
        isolation: null,
        isClosed: false,
      };
      prepare(entry);
      return {
        submit: (job) => submit(entry, job),
        get state() {
          return stateOf(entry);
        },
        get trouble() {
          return entry.trouble ?? heldBy(options.task.policy, conditions())?.trouble ?? null;
        },
        get isolation() {
          return entry.isolation;
        },
        async close() {
          entry.isClosed = true;
          timers.clearTimer(entry.timer);
          entry.queue.length = 0;
          for (const controller of entry.running.values()) controller.abort();
          waiting.delete(entry);
          const open = [...entry.executions.keys()];
          for (const execution of open) forget(entry, execution);
          prepareNext();
          await Promise.all(open.map((execution) => execution.close()));
        },
      };
    },
  };

  function submit(entry: Entry, job: Job): void {
    const reason = refusal(entry);
    if (reason !== undefined) {
      skip(entry, job, reason);
      return;
    }
    if (entry.options.open === undefined) {
      const executed = { results: [{}], emitted: [], phases: { queue: steady() - job.firedAt }, energy: 0 };
      entry.options.conclude(job, { kind: 'done', ...executed });
      return;
    }
    if (entry.options.task.policy.concurrency === 'restart') {
      for (const waiting of entry.queue.splice(0)) skip(entry, waiting, 'concurrency');
      for (const controller of entry.running.values()) controller.abort();
    }
    entry.queue.push(job);
    prepare(entry);
    enter(entry);
  }

  /** Why a firing does not even wait. */
  function refusal({ options, queue, running, ends }: Entry): SkipReason | undefined {
    if (ends >= limits.ends) return 'state';
    if (!options.hasRoom()) return 'outbox';
    const { policy } = options.task;
    if (policy.concurrency === 'single' && queue.length + running.size > 0) return 'concurrency';
    if (queue.length >= limits.queue) return 'queue';
    return heldBy(policy, conditions())?.reason;
  }

  function skip({ options }: Entry, job: Job, reason: SkipReason): void {
    options.conclude(job, { kind: 'skipped', reason });
  }

  /** Its turn comes; called whenever it has come to have a firing that waits or an execution that is free. */
  function enter(entry: Entry): void {
    if (isStartable(entry)) laneOf(entry).turns.put(entry, entry.options.task.policy.priority);
    pump();
  }

  function laneOf({ hasDoneWell, ends }: Entry): Lane {
    if (ends > 0) return failing;
    return hasDoneWell ? sound : untried;
  }

  /** Starts what may start. */
  function pump(): void {
    for (const lane of [sound, untried, failing]) {
      while (lane.taken < lane.slots) {
        const next = lane.turns.take();
        if (next === undefined) break;
        // One that has changed lanes was put into the other as its execution came to an end.
        if (!isStartable(next) || laneOf(next) !== lane) continue;
        const job = next.queue.shift() as Job;
        const { deadline, priority } = next.options.task.policy;
        if (deadline !== undefined && steady() - job.firedAt > deadline) skip(next, job, 'stale');
        else start(next, job, lane);
        if (isStartable(next)) lane.turns.put(next, priority);
      }
    }
  }

  function isStartable(entry: Entry): boolean {
    return entry.queue.length > 0 && !entry.isClosed && freeOf(entry) !== undefined;
  }

  function freeOf({ executions }: Entry): readonly [Execution, Opened] | undefined {
    return [...executions].find(([, { isFree }]) => isFree);
  }

  function start(entry: Entry, job: Job, lane: Lane): void {
    const queue = steady() - job.firedAt;
    const [execution, opened] = freeOf(entry) as readonly [Execution, Opened];
    lane.taken++;
    opened.isFree = false;
    idle.delete(execution);
    execute(entry, job, execution, queue)
      .catch(onFault)
      .finally(() => {
        lane.taken--;
        entry.running.delete(job);
        if (opened.rank === 'behind' && entry.ends === 0) retire(entry, execution);
        else if (entry.executions.has(execution)) setFree(entry, execution, opened);
        prepare(entry);
        enter(entry);
        prepareNext();
      });
  }

  /** It has done well behind the others: the next is again among them. A priority that was lowered stays so. */
  function retire(entry: Entry, execution: Execution): void {
    if (!entry.executions.has(execution)) return;
    forget(entry, execution);
    execution.close().catch(onFault);
  }

  async function execute(entry: Entry, job: Job, execution: Execution, queue: number): Promise<void> {
    const { conclude } = entry.options;
    const controller = new AbortController();
    entry.running.set(job, controller);
    const spent = meter.begin();
    // Whatever becomes of it: it ends with the execution.
    let energy: number | Missing = 0;
    const executed = execution.run(job, controller.signal).finally(() => {
      energy = spent();
    });
    try {
      const { results, emitted: written, phases } = await executed;
      const emitted = readEmitted(entry.options.task, written);
      entry.hasDoneWell = true;
      entry.ends = 0;
      entry.trouble = null;
      if (!entry.isClosed) conclude(job, { kind: 'done', results, emitted, phases: { queue, ...phases }, energy });
    } catch (error) {
      const trouble = told(error);
      const isOver = trouble.code !== 'task-script' && trouble.code !== 'task-model';
      if (isOver) {
        forget(entry, execution);
        await execution.close();
      }
      if (entry.isClosed) return;
      if (controller.signal.aborted) {
        conclude(job, { kind: 'skipped', reason: 'concurrency' });
        return;
      }
      entry.trouble = trouble;
      conclude(job, { kind: 'failed', trouble, phases: { queue }, energy });
      if (isOver) ended(entry);
    } finally {
      entry.options.onChange();
    }
  }

  /** Opens an execution where one is wanted and may be opened now. */
  function prepare(entry: Entry): void {
    const { open, task } = entry.options;
    if (open === undefined || entry.isClosed || entry.timer !== undefined || entry.ends >= limits.ends) return;
    const most = task.policy.concurrency === 'parallel' ? limits.parallel : 1;
    const have = entry.executions.size + entry.opening;
    const wanted = Math.min(most, Math.max(1, entry.running.size + entry.queue.length));
    if (have >= wanted || entry.opening > 0) return;
    if (loaded >= limits.loaded && !makeRoom(entry)) {
      entry.isUnloaded = entry.executions.size === 0;
      // Of one that has others, those go on.
      if (entry.queue.length > 0 && entry.isUnloaded) waiting.add(entry);
      return;
    }
    entry.isUnloaded = false;
    entry.opening++;
    loaded++;
    const rank = entry.ends > 0 ? 'behind' : 'normal';
    open(rank)
      .then(async (execution) => {
        entry.opening--;
        if (entry.isClosed) {
          loaded--;
          prepareNext();
          await execution.close().catch(onFault);
          return;
        }
        entry.isolation = execution.isolation;
        setFree(entry, execution, { rank, isFree: true });
        void execution.ended.then(() => {
          // While it executes, its run tells.
          if (entry.isClosed || entry.executions.get(execution)?.isFree !== true) return;
          forget(entry, execution);
          prepareNext();
          entry.trouble = { ...crashed };
          ended(entry);
        });
        prepare(entry);
        enter(entry);
      })
      .catch((error: unknown) => {
        entry.opening--;
        loaded--;
        prepareNext();
        if (entry.isClosed) return;
        entry.trouble = told(error);
        ended(entry);
      })
      .finally(entry.options.onChange);
  }

  /** Closes what was used longest ago, for one that has a firing and nothing loaded; whether there is room now. */
  function makeRoom({ queue, executions }: Entry): boolean {
    if (queue.length === 0 || executions.size > 0) return false;
    for (const [execution, owner] of idle) {
      if (owner.queue.length > 0) continue;
      forget(owner, execution);
      owner.isUnloaded = owner.executions.size === 0;
      execution.close().catch(onFault);
      return true;
    }
    return false;
  }

  function setFree(entry: Entry, execution: Execution, opened: Opened): void {
    opened.isFree = true;
    entry.executions.set(execution, opened);
    idle.set(execution, entry);
  }

  /** It is closed, or will be. */
  function forget(entry: Entry, execution: Execution): void {
    entry.executions.delete(execution);
    idle.delete(execution);
    loaded--;
  }

  /** Something has become free, or gone: who waits longest for room looks again. */
  function prepareNext(): void {
    const [next] = waiting;
    if (next === undefined) return;
    waiting.delete(next);
    prepare(next);
  }

  /** An execution has ended: another one later, and later each time, or none. */
  function ended(entry: Entry): void {
    entry.ends++;
    if (entry.ends >= limits.ends) {
      for (const job of entry.queue.splice(0)) skip(entry, job, 'state');
      entry.options.onChange();
      return;
    }
    const wait = Math.min(limits.longestWait, limits.firstWait * 2 ** (entry.ends - 1));
    entry.timer ??= timers.setTimer(() => {
      entry.timer = undefined;
      prepare(entry);
    }, wait);
  }

  function stateOf(entry: Entry): TaskState {
    const { options, ends, executions, running, isUnloaded } = entry;
    if (ends >= limits.ends) return 'stopped';
    if (ends > 0) return 'failing';
    if (options.open !== undefined && executions.size === 0 && running.size === 0 && !isUnloaded) return 'starting';
    return heldBy(options.task.policy, conditions()) === undefined ? 'running' : 'waiting';
  }

  function told(error: unknown): Trouble {
    if (error instanceof CodedError) return troubleOf(error);
    onFault(error);
    return { ...crashed };
  }
}

const crashed: Trouble = {
  code: 'task-crashed',
  message: 'What executes the task ended by itself.',
  fix: 'Look at the log of the task and of the agent; it is started again.',
};
