// The tasks that see events in the same order: sequences, thresholds and shaping over one time that never runs backwards.
import type { SequenceTrigger, ThresholdTrigger } from '@edgewright/schemas/trigger.js';
import type { Arrival, FieldValue, Firing, TaskEvent } from './event.ts';
import { Heap } from './heap.ts';
import { Matcher } from './matcher.ts';
import { Ordering } from './ordering.ts';
import { type Candidate, eventsOf } from './partial.ts';
import { Shaper, type ShapingCounters } from './shaping.ts';
import { crossLevel, type Level, levelOf, lower, type Threshold } from './threshold.ts';
import type { Rule } from './trie.ts';

/** A task with a trigger on events. */
export interface LaneTask {
  readonly id: string;
  readonly signature: string;
  readonly order: number;
  readonly sees: readonly string[];
  readonly trigger: SequenceTrigger | ThresholdTrigger;
}

interface Due {
  readonly time: number;
  readonly task: string;
  /** Of a threshold: who waits; undefined for a debounce. */
  readonly level: Level | undefined;
  readonly since: Arrival | undefined;
  readonly key: FieldValue | undefined;
}

export class Lane {
  readonly ordering: Ordering;
  readonly matcher: Matcher;
  readonly rules = new Map<string, Rule>();
  readonly thresholds = new Map<string, Threshold & { readonly signature: string }>();
  readonly shapers = new Map<string, Shaper>();
  readonly counters: ShapingCounters & { unkeyed: number } = { debounced: 0, cooledDown: 0, unkeyed: 0 };
  /** Set while what was due before a restart is told. */
  #isLate = false;
  readonly #tell: (firing: Firing) => void;
  #thresholdsByName = new Map<string, (Threshold & { readonly signature: string })[]>();
  readonly #due = new Heap<Due>();

  constructor(lateness: number | undefined, tell: (firing: Firing) => void) {
    this.ordering = new Ordering(lateness);
    this.#tell = tell;
    this.matcher = new Matcher((candidate, stream, at) => this.#matched(candidate, stream.key, at));
  }

  /** All tasks of the lane: those that are as before keep their state. */
  load(tasks: readonly LaneTask[]): void {
    const wanted = new Map(tasks.map((task) => [task.id, task]));
    const removed: Rule[] = [];
    for (const [id, rule] of this.rules) {
      const task = wanted.get(id);
      if (task?.signature === rule.signature) rule.order = task.order;
      else {
        removed.push(rule);
        this.rules.delete(id);
        this.shapers.delete(id);
      }
    }
    for (const [id, { signature }] of this.thresholds) {
      if (wanted.get(id)?.signature === signature) continue;
      this.thresholds.delete(id);
      this.shapers.delete(id);
    }
    const added: { rule: Rule; sees: readonly string[] }[] = [];
    for (const { id, signature, order, sees, trigger } of tasks) {
      if (this.rules.has(id) || this.thresholds.has(id)) continue;
      if (trigger.debounce !== undefined || trigger.cooldown !== undefined) {
        this.shapers.set(id, new Shaper(trigger, this.counters));
      }
      if (trigger.kind === 'threshold') {
        this.thresholds.set(id, { task: id, signature, trigger, levels: new Map() });
        continue;
      }
      const rule = { task: id, trigger, signature, order, loadedAt: this.ordering.seq };
      this.rules.set(id, rule);
      added.push({ rule, sees });
    }
    if (removed.length > 0 || added.length > 0) this.matcher.change(removed, added);
    this.#thresholdsByName = new Map();
    for (const threshold of this.thresholds.values()) {
      for (const name of threshold.trigger.events) {
        const those = this.#thresholdsByName.get(name);
        if (those === undefined) this.#thresholdsByName.set(name, [threshold]);
        else those.push(threshold);
      }
    }
  }

  push(event: TaskEvent): void {
    this.ordering.push(event, (arrival) => this.#see(arrival));
    this.#advance(this.ordering.time);
  }

  /** Tells what is due when the clock has come to a time. */
  advance(to: number): void {
    this.ordering.advance(to, (arrival) => this.#see(arrival));
    this.#advance(this.ordering.time);
  }

  /** Nothing ran until `now`: what became due is told, marked as late. */
  resume(now: number): void {
    this.#isLate = true;
    this.advance(now);
    this.#isLate = false;
    // Whether a value stayed past its level while nothing ran is not known: its time begins anew.
    for (const { levels } of this.thresholds.values()) for (const level of levels.values()) lower(level);
  }

  /** Time of the clock at which something is due; Infinity where nothing is. */
  get nextDue(): number {
    const due = Math.min(this.matcher.earliest, this.#due.earliest);
    return Math.min(this.ordering.clockAt(due), this.ordering.next);
  }

  /** No more events come: what waits for late ones is seen. */
  finish(): void {
    this.ordering.finish((arrival) => this.#see(arrival));
    this.#advance(this.ordering.time);
  }

  /** Wakes a firing that a snapshot says debounce holds. */
  wake(task: string, key: FieldValue | undefined, time: number): void {
    this.#due.push({ time, task, level: undefined, since: undefined, key });
  }

  /** Takes up a level, and the wait of one that has to stay past it. */
  restore(threshold: Threshold, key: FieldValue | undefined, level: Level): void {
    threshold.levels.set(key, level);
    if (level.state === 'rising' && level.since !== undefined) this.#wait(threshold, key, level, level.since);
  }

  #see(arrival: Arrival): void {
    this.#advance(arrival.time);
    this.matcher.push(arrival);
    const thresholds = this.#thresholdsByName.get(arrival.source.event);
    if (thresholds !== undefined) for (const threshold of thresholds) this.#cross(threshold, arrival);
  }

  #cross(threshold: Threshold, arrival: Arrival): void {
    const level = levelOf(threshold, arrival.source);
    if (level === undefined) {
      this.counters.unkeyed++;
      return;
    }
    const crossing = crossLevel(threshold, level, arrival);
    if (crossing === undefined) return;
    const { task, trigger } = threshold;
    const key = trigger.key === undefined ? undefined : arrival.source.fields[trigger.key];
    if (crossing === 'wait') this.#wait(threshold, key, level, arrival);
    else this.#fire(task, key, arrival, arrival.time);
  }

  #wait({ task, trigger }: Threshold, key: FieldValue | undefined, level: Level, since: Arrival): void {
    this.#due.push({ time: since.time + trigger.for, task, level, since, key });
  }

  #advance(to: number): void {
    for (;;) {
      const at = Math.min(this.matcher.earliest, this.#due.earliest);
      if (at > to || at === Number.POSITIVE_INFINITY) return;
      this.matcher.advance(at);
      while (this.#due.earliest <= at) this.#come(this.#due.pop() as Due);
    }
  }

  #come({ time, task, level, since, key }: Due): void {
    if (level === undefined) {
      const held = this.shapers.get(task)?.release(key, time);
      if (held !== undefined) this.#tell({ ...held, time: this.#clock(time), late: held.late || this.#isLate });
      return;
    }
    // It has come back, or the task has gone, in the meantime.
    if (level.state !== 'rising' || level.since !== since || since === undefined) return;
    if (this.thresholds.get(task)?.levels.get(key) !== level) return;
    if (this.#isLate) {
      lower(level);
      return;
    }
    level.state = 'fired';
    level.since = undefined;
    this.#fire(task, key, since, time);
  }

  #fire(task: string, key: FieldValue | undefined, { source, seq }: Arrival, at: number): void {
    const events = [{ ...source, step: 0, seq }];
    this.#shape({ task, kind: 'match', time: this.#clock(at), key, events, late: this.#isLate }, at);
  }

  #matched({ kind, rule, partial }: Candidate, key: FieldValue | undefined, at: number): void {
    const events = eventsOf(partial);
    this.#shape({ task: rule.task, kind, time: this.#clock(at), key, events, late: this.#isLate }, at);
  }

  #shape(firing: Firing, at: number): void {
    const shaper = this.shapers.get(firing.task);
    const told =
      shaper === undefined
        ? firing
        : shaper.shape(firing, at, (time) => {
            this.#due.push({ time, task: firing.task, level: undefined, since: undefined, key: firing.key });
          });
    if (told !== undefined) this.#tell(told);
  }

  #clock(time: number): number {
    return time - this.ordering.offset;
  }
}
