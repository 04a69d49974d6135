// A task over a recording, event by event: what each step fired, and what the triggers remember after it. A step back plays
// the recording again from its start, which gives the very same; a recording is therefore cut at `mostSteps`.

import type { ResolvedTask } from '@edgewright/schemas/task.js';
import { type Alive, aliveIn } from '../triggers/alive.ts';
import { type TriggerCounters, TriggerEngine } from '../triggers/engine.ts';
import type { TaskEvent } from '../triggers/event.ts';
import type { LineFault, RecordedEvent, RecordedLine } from './event-line.ts';
import { openPipelines, type Pipelines } from './pipelines.ts';
import { eventsOf, type SimulatedFiring, seeAll, simulated, type Until } from './simulation.ts';

/** Events that can be stepped through. */
export const mostSteps = 100_000;

export interface Steps {
  readonly events: readonly RecordedEvent[];
  /** Names of events that the task does not declare, with how often they came. */
  readonly foreign: ReadonlyMap<string, number>;
  /** Milliseconds since 1970 to which they let the clock go before an event, by its place. */
  readonly passed: ReadonlyMap<number, number>;
  /** The first of them; `faultCount` is of all. */
  readonly faults: readonly LineFault[];
  readonly faultCount: number;
  /** Whether the recording goes on. */
  readonly isCut: boolean;
}

/** What is kept of faults. */
const mostFaults = 20;

export async function readSteps(
  recording: AsyncIterable<readonly RecordedLine[]> | Iterable<readonly RecordedLine[]>,
): Promise<Steps> {
  const events: RecordedEvent[] = [];
  const foreign = new Map<string, number>();
  const passed = new Map<number, number>();
  const faults: LineFault[] = [];
  let faultCount = 0;
  let isCut = false;
  read: for await (const lines of recording) {
    for (const line of lines) {
      if (line.kind === 'fault') {
        if (++faultCount <= mostFaults) faults.push(line.fault);
      } else if (line.kind === 'foreign') {
        foreign.set(line.name, (foreign.get(line.name) ?? 0) + 1);
        passed.set(events.length, Math.max(line.time, passed.get(events.length) ?? line.time));
      } else if (events.length < mostSteps) events.push(line.event);
      else {
        isCut = true;
        break read;
      }
    }
  }
  return { events, foreign, passed, faults, faultCount, isCut };
}

/** The recording again, as far as it can be stepped through and without its faults. */
export function linesOf({ events, passed }: Pick<Steps, 'events' | 'passed'>): readonly RecordedLine[] {
  const lines: RecordedLine[] = [];
  for (let at = 0; at <= events.length; at++) {
    const [time, event] = [passed.get(at), events[at]];
    if (time !== undefined) lines.push({ kind: 'foreign', name: '', time });
    if (event !== undefined) lines.push({ kind: 'event', event });
  }
  return lines;
}

/** A firing and the step that told it: 1 is the first event, one past the last is the end of the recording. */
export interface SteppedFiring {
  readonly step: number;
  readonly fired: SimulatedFiring;
}

/** After a step; 0 is before the first event. */
export interface Moment {
  readonly step: number;
  /** Milliseconds since 1970; undefined before the first event. */
  readonly time: number | undefined;
  /** Undefined before the first event and after the last. */
  readonly event: RecordedEvent | undefined;
  /** By this step. */
  readonly fired: readonly SimulatedFiring[];
  readonly alive: Alive;
  /** What triggers left out by this step: counters that went up. */
  readonly leftOut: Partial<TriggerCounters>;
  /** Since the beginning, in bytes of JSON: fields of the events that the task saw, and of what left. */
  readonly bytesRaw: number;
  readonly bytesLeft: number;
}

/** The end of the recording is a step of its own, in which what was kept back for late events is seen. */
export class Stepper {
  readonly task: ResolvedTask;
  readonly steps: number;
  readonly #events: readonly RecordedEvent[];
  readonly #passed: ReadonlyMap<number, number>;
  readonly #until: Until;
  readonly #executed: readonly SimulatedFiring[] | undefined;
  readonly #isInOrder: boolean;
  #engine!: TriggerEngine;
  #pipelines!: Pipelines;
  #step = 0;
  #fired: SimulatedFiring[] = [];
  /** Firings since the beginning. */
  #count = 0;
  #emitted: TaskEvent[] = [];
  #leftOut: Partial<TriggerCounters> = {};
  #bytesRaw = 0;
  #bytesLeft = 0;

  /**
   * `executed`: all firings in their order with what came of each, as a simulation of `linesOf` these steps gave them. Then
   * the triggers see what they emitted.
   */
  constructor(
    task: ResolvedTask,
    { events, passed }: Pick<Steps, 'events' | 'passed'>,
    until?: Until,
    executed?: readonly SimulatedFiring[],
  ) {
    this.task = task;
    this.#executed = executed;
    this.#isInOrder = executed !== undefined && task.lateness === undefined;
    this.#events = events;
    this.#passed = passed;
    this.#until = until;
    this.steps = events.length + 1;
    this.#begin();
  }

  /** All firings, in their order. Leaves the stepper at the end. */
  firings(): readonly SteppedFiring[] {
    const list: SteppedFiring[] = [];
    this.#begin();
    while (this.#step < this.steps) {
      this.#next();
      for (const fired of this.#fired) list.push({ step: this.#step, fired });
    }
    return list;
  }

  /** @param step From 0 to `steps`; what is past them is the nearest of them. */
  at(step: number): Moment {
    const wanted = Math.min(Math.max(0, Math.trunc(step)), this.steps);
    if (wanted < this.#step) this.#begin();
    while (this.#step < wanted) this.#next();
    const event = this.#events[this.#step - 1];
    return {
      step: this.#step,
      time: event?.time ?? (this.#step === 0 ? undefined : this.#events.at(-1)?.time),
      event,
      fired: this.#fired,
      alive: aliveIn(this.#engine),
      leftOut: this.#leftOut,
      bytesRaw: this.#bytesRaw,
      bytesLeft: this.#bytesLeft,
    };
  }

  #begin(): void {
    const { name, events, lateness, trigger } = this.task;
    this.#step = 0;
    this.#fired = [];
    this.#count = 0;
    this.#emitted = [];
    this.#leftOut = {};
    this.#bytesRaw = 0;
    this.#bytesLeft = 0;
    this.#pipelines = openPipelines([this.task]);
    this.#engine = new TriggerEngine((firing) => {
      const plain = simulated(this.task, firing, this.#pipelines);
      const { execution, outputs } = this.#executed?.[this.#count++] ?? plain;
      const fired = execution === undefined ? plain : { ...plain, outputs, execution };
      this.#emitted.push(...eventsOf(firing, execution?.emitted ?? []));
      for (const { to, values } of fired.outputs) if (to === 'outbox') this.#bytesLeft += JSON.stringify(values).length;
      this.#fired.push(fired);
    });
    this.#engine.load([{ id: name, sees: [...events.keys()], lateness, trigger }]);
  }

  #next(): void {
    this.#fired = [];
    const before = this.#engine.counters;
    const event = this.#events[this.#step];
    const passed = this.#passed.get(this.#step);
    if (passed !== undefined) this.#advance(passed);
    if (event === undefined) this.#finish();
    else {
      // What time brings about before the event is seen before it.
      if (this.#isInOrder) this.#advance(event.time);
      this.#bytesRaw += JSON.stringify(event.fields).length;
      this.#pipelines.push(event);
      this.#engine.push(event);
      this.#seeEmitted();
    }
    this.#step++;
    const after = this.#engine.counters;
    this.#leftOut = Object.fromEntries(
      Object.entries(after).flatMap(([name, count]) => {
        const more = count - before[name as keyof TriggerCounters];
        return more > 0 ? [[name, more]] : [];
      }),
    );
  }

  #advance(to: number): void {
    this.#engine.advance(to);
    this.#seeEmitted();
  }

  #seeEmitted(): void {
    seeAll(this.#emitted, this.#engine, this.#pipelines);
  }

  #finish(): void {
    this.#engine.finish();
    this.#seeEmitted();
    const last = this.#events.reduce((latest, { time }) => Math.max(latest, time), Number.NEGATIVE_INFINITY);
    if (this.#until === undefined || this.#events.length === 0) return;
    this.#advance(this.#until.kind === 'at' ? this.#until.time : last + this.#until.time);
    this.#engine.finish();
    this.#seeEmitted();
  }
}
