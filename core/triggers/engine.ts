// All triggers of a device, or of a simulation: tasks come and go, events and time come in, firings go out. Pure: it has
// no clock, and all its state can be written down and taken up again.
import type { CronTrigger, IntervalTrigger, Trigger } from '@edgewright/schemas/trigger.js';
import { shortHash } from '../canonical.ts';
import type { Firing, TaskEvent } from './event.ts';
import { defaultIntakeLimits, Intake, type IntakeLimits } from './intake.ts';
import { Lane, type LaneTask } from './lane.ts';
import { isCounting } from './partition.ts';
import { Schedules } from './schedule.ts';

export interface TriggerTask {
  /** Unique among the tasks that are loaded. */
  readonly id: string;
  /** Names of the events that the task declares: it sees these alone. */
  readonly sees: readonly string[];
  /** Milliseconds that events may come late, to be ordered by their own time; undefined: they count as they arrive. */
  readonly lateness: number | undefined;
  readonly trigger: Trigger;
}

export interface TriggerCounters {
  readonly duplicates: number;
  readonly loops: number;
  readonly late: number;
  readonly clockSteps: number;
  readonly unkeyed: number;
  readonly partialsDropped: number;
  readonly keysDropped: number;
  readonly debounced: number;
  readonly cooledDown: number;
}

export class TriggerEngine {
  /** By lateness. */
  readonly lanes = new Map<number | undefined, Lane>();
  readonly schedules: Schedules;
  readonly intake: Intake;
  readonly #tell: (firing: Firing) => void;
  /** Events that came while one was being seen. */
  readonly #queue: TaskEvent[] = [];
  #isBusy = false;

  constructor(tell: (firing: Firing) => void, limits: IntakeLimits = defaultIntakeLimits) {
    this.#tell = tell;
    this.intake = new Intake(limits);
    this.schedules = new Schedules(this.#tell);
  }

  /** The tasks from now on. Those that are as before, by id and trigger, keep their state whatever comes or goes. */
  load(tasks: readonly TriggerTask[]): void {
    const byLateness = new Map<number | undefined, LaneTask[]>(
      [...this.lanes.keys()].map((lateness) => [lateness, []]),
    );
    const timed: { id: string; signature: string; trigger: CronTrigger | IntervalTrigger }[] = [];
    for (const [order, { id, sees, lateness, trigger }] of tasks.entries()) {
      const signature = signatureOf(trigger, sees);
      if (trigger.kind === 'cron' || trigger.kind === 'interval') {
        timed.push({ id, signature, trigger });
        continue;
      }
      const task = { id, signature, order, sees: sees.toSorted(), trigger };
      const those = byLateness.get(lateness);
      if (those === undefined) byLateness.set(lateness, [task]);
      else those.push(task);
    }
    for (const [lateness, those] of byLateness) this.#laneOf(lateness).load(those);
    this.schedules.load(timed);
  }

  /** Firings are told before this returns. An event that is pushed from within one is seen after all firings of the first. */
  push(event: TaskEvent): void {
    if (this.intake.admits(event)) this.see(event);
  }

  /** As `push`, of an event that the intake has admitted. */
  see(event: TaskEvent): void {
    if (this.#isBusy) {
      this.#queue.push(event);
      return;
    }
    this.#isBusy = true;
    try {
      this.#see(event);
      for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) this.#see(next);
    } finally {
      this.#isBusy = false;
    }
  }

  /** The clock has come to a time: what is due by then is told. Milliseconds since 1970. */
  advance(to: number): void {
    this.schedules.advance(to);
    for (const lane of this.lanes.values()) lane.advance(to);
  }

  /** The clock was set on by so many milliseconds, or back, to `now`: what is measured in time goes on, the time of day jumps. */
  step(by: number, now: number): void {
    for (const { ordering } of this.lanes.values()) ordering.step(by);
    this.schedules.step(now);
  }

  /** Nothing ran until `now`: what became due is told once, marked as late. */
  resume(now: number): void {
    this.schedules.resume(now);
    for (const lane of this.lanes.values()) lane.resume(now);
  }

  /** Time of the clock at which `advance` has something to tell, at the earliest; Infinity where nothing is due. */
  get nextDue(): number {
    return [...this.lanes.values()].reduce((least, lane) => Math.min(least, lane.nextDue), this.schedules.nextDue);
  }

  /** No more events come: what was kept back for late ones is seen. */
  finish(): void {
    for (const lane of this.lanes.values()) lane.finish();
  }

  /** Matches in progress, and firings that debounce holds. */
  get open(): number {
    let open = 0;
    for (const { matcher, ordering, shapers } of this.lanes.values()) {
      open += matcher.open(ordering.time);
      for (const { states } of shapers.values()) {
        for (const { held } of states.values()) if (held !== undefined) open++;
      }
    }
    return open;
  }

  get counters(): TriggerCounters {
    const lanes = [...this.lanes.values()];
    const sum = (of: (lane: Lane) => number) => lanes.reduce((total, lane) => total + of(lane), 0);
    return {
      ...this.intake.counters,
      late: sum(({ ordering }) => ordering.counters.late),
      clockSteps: sum(({ ordering }) => ordering.counters.clockSteps),
      unkeyed: sum(({ matcher, counters }) => matcher.counters.unkeyed + counters.unkeyed),
      partialsDropped: sum(({ matcher }) => matcher.counters.partialsDropped),
      keysDropped: sum(({ matcher }) => matcher.counters.keysDropped),
      debounced: sum(({ counters }) => counters.debounced),
      cooledDown: sum(({ counters }) => counters.cooledDown),
    };
  }

  #see(event: TaskEvent): void {
    this.schedules.advance(event.time);
    for (const lane of this.lanes.values()) lane.push(event);
  }

  #laneOf(lateness: number | undefined): Lane {
    let lane = this.lanes.get(lateness);
    if (lane === undefined) {
      lane = new Lane(lateness, this.#tell);
      this.lanes.set(lateness, lane);
    }
    return lane;
  }
}

/** Of triggers that have been loaded: all are loaded again whenever one comes or goes. */
const signatures = new WeakMap<Trigger, string>();

/** Equal for triggers that mean the same. Expressions count by their text, and what a task sees where it matters. */
function signatureOf(trigger: Trigger, sees: readonly string[]): string {
  if (trigger.kind === 'sequence' && isCounting(trigger)) return writeSignature(trigger, sees.toSorted());
  const known = signatures.get(trigger) ?? writeSignature(trigger, null);
  signatures.set(trigger, known);
  return known;
}

function writeSignature(trigger: Trigger, counted: readonly string[] | null): string {
  const text = JSON.stringify([trigger, counted], (key, value: unknown) => {
    if (value === Number.POSITIVE_INFINITY) return 'Infinity';
    const isExpression = (key === 'where' || key === 'value') && typeof value === 'object' && value !== null;
    return isExpression ? (value as { source: string }).source : value;
  });
  return shortHash(text);
}
