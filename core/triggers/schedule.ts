// Triggers by the clock: every so often, and by cron. They go by the time of day, which events bring and `advance` sets.
import type { CronTrigger, IntervalTrigger } from '@edgewright/schemas/trigger.js';
import { cronTimes } from './cron.ts';
import type { Firing } from './event.ts';

export interface Schedule {
  readonly id: string;
  readonly signature: string;
  readonly trigger: CronTrigger | IntervalTrigger;
}

export interface ScheduleState {
  readonly id: string;
  readonly signature: string;
  /** When it is due next; undefined before the first time is known, null where it never is. */
  readonly next?: number | null | undefined;
}

interface Entry {
  readonly schedule: Schedule;
  readonly times: Times;
  next: number | null | undefined;
}

/** The first time after a time, in milliseconds; null where there is none. */
type Times = (after: number) => number | null;

export class Schedules {
  readonly #entries = new Map<string, Entry>();
  readonly #tell: (firing: Firing) => void;
  /** The latest time known: a clock that is set back tells nothing twice. */
  #now = Number.NEGATIVE_INFINITY;
  /** When the first of all is due: until then an event costs a comparison. */
  #earliest = Number.NEGATIVE_INFINITY;

  constructor(tell: (firing: Firing) => void) {
    this.#tell = tell;
  }

  load(schedules: readonly Schedule[]): void {
    const wanted = new Map(schedules.map((schedule) => [schedule.id, schedule]));
    for (const [id, { schedule }] of this.#entries) {
      if (wanted.get(id)?.signature !== schedule.signature) this.#entries.delete(id);
    }
    for (const schedule of schedules) {
      if (this.#entries.has(schedule.id)) continue;
      const times = timesOf(schedule.trigger);
      const next = this.#now === Number.NEGATIVE_INFINITY ? undefined : times(this.#now);
      this.#entries.set(schedule.id, { schedule, times, next });
    }
    this.#earliest = Number.NEGATIVE_INFINITY;
  }

  /** Tells what is due by a time, in its order. */
  advance(to: number): void {
    if (to <= this.#now) return;
    this.#now = to;
    if (to < this.#earliest) return;
    for (;;) {
      const first = this.#first(to);
      this.#earliest = first?.next ?? Number.POSITIVE_INFINITY;
      if (first === undefined || this.#earliest > to) return;
      this.#fire(first.schedule.id, this.#earliest, false);
      first.next = first.times(this.#earliest);
    }
  }

  states(): readonly ScheduleState[] {
    return [...this.#entries.values()].map(({ schedule: { id, signature }, next }) => ({ id, signature, next }));
  }

  /** When each is due next, as it was; `resume` tells what became due in between. */
  restore(states: readonly ScheduleState[]): void {
    for (const { id, signature, next } of states) {
      const entry = this.#entries.get(id);
      if (entry?.schedule.signature === signature) entry.next = next;
    }
    this.#earliest = Number.NEGATIVE_INFINITY;
  }

  /** Nothing ran until `now`: what was missed is told once, late, or not at all, as the task says. */
  resume(now: number): void {
    this.#now = now;
    this.#earliest = Number.NEGATIVE_INFINITY;
    for (const [id, entry] of this.#entries) {
      const { trigger } = entry.schedule;
      // By the clock as it is, should it have been set back in between.
      if (trigger.kind === 'interval' || entry.next === undefined) entry.next = entry.times(now);
      if (typeof entry.next !== 'number' || entry.next > now) continue;
      if (trigger.kind === 'cron' && trigger.missed === 'run-once') this.#fire(id, now, true);
      entry.next = entry.times(now);
    }
  }

  /** The clock was set to `now`. Set back, intervals go on by it, and no time of cron is told twice. */
  step(now: number): void {
    if (now > this.#now) {
      this.resume(now);
      return;
    }
    this.#now = now;
    this.#earliest = Number.NEGATIVE_INFINITY;
    for (const entry of this.#entries.values()) {
      if (entry.schedule.trigger.kind === 'interval') entry.next = entry.times(now);
    }
  }

  /** When the first is due; Infinity where none is, and at once where no time is known yet. */
  get nextDue(): number {
    if (this.#earliest === Number.NEGATIVE_INFINITY && this.#now !== Number.NEGATIVE_INFINITY) {
      const times = [...this.#entries.values()].map(({ next }) => (next === undefined ? this.#now : next));
      this.#earliest = times.reduce<number>((least, time) => Math.min(least, time ?? least), Number.POSITIVE_INFINITY);
    }
    return this.#entries.size === 0 ? Number.POSITIVE_INFINITY : this.#earliest;
  }

  /** The one that is due first. The first time that is known counts itself. */
  #first(to: number): Entry | undefined {
    let first: Entry | undefined;
    for (const entry of this.#entries.values()) {
      if (entry.next === undefined) entry.next = entry.times(to - 1);
      if (entry.next === null) continue;
      if (first === undefined || entry.next < (first.next as number)) first = entry;
    }
    return first;
  }

  #fire(task: string, time: number, late: boolean): void {
    this.#tell({ task, kind: 'match', time, key: undefined, events: [], late });
  }
}

function timesOf(trigger: CronTrigger | IntervalTrigger): Times {
  if (trigger.kind === 'cron') return cronTimes(trigger.expression, trigger.timezone);
  const { every } = trigger;
  // By whole intervals since 1970, so that a restart moves nothing.
  return (after) => (Math.floor(after / every) + 1) * every;
}
