// What a task computes when it fires: events are filtered, joined and mapped as they come, kept by key, and made to
// features and tensors when they are asked for. Pure: time comes with events and firings.
import type { Pipeline, Window } from '@edgewright/schemas/pipeline.js';
import type { FieldValue, Firing, TaskEvent } from '../triggers/event.ts';
import { evaluateFor, nothingEarlier } from '../triggers/predicate.ts';
import { featureOf } from './aggregate.ts';
import { type TensorValue, tensorOf } from './vectorise.ts';

export interface Computed {
  readonly features: Readonly<Record<string, number>>;
  readonly tensors: Readonly<Record<string, TensorValue>>;
  /** Events of the window, with the fields that the pipeline gave them. */
  readonly window: readonly TaskEvent[];
}

/** All that a pipeline remembers, as JSON. */
export interface PipelineSnapshot {
  readonly kept: readonly { readonly key?: FieldValue; readonly events: readonly TaskEvent[] }[];
  /** By join: the values of its field and what was last seen with each, the oldest first. */
  readonly joined: readonly (readonly (readonly [on: FieldValue, value: FieldValue])[])[];
}

/** Keys whose events are kept; the least recently used goes. */
const mostKeys = 10_000;

export class PipelineState {
  readonly #pipeline: Pipeline;
  readonly #names: ReadonlySet<string>;
  readonly #kept = new Map<FieldValue | undefined, TaskEvent[]>();
  /** By join, then by the value of its field. */
  readonly #joined: readonly Map<FieldValue, FieldValue>[];
  /** Events and keys that had to go. */
  dropped = 0;

  readonly #lateness: number;

  /** `lateness`: milliseconds that events may come late, to be ordered by their own time. */
  constructor(pipeline: Pipeline, lateness = 0) {
    this.#pipeline = pipeline;
    this.#lateness = lateness;
    this.#names = new Set(pipeline.events);
    this.#joined = pipeline.joins.map(() => new Map());
  }

  push(event: TaskEvent): void {
    const { window, limit } = this.#pipeline;
    this.#learn(event);
    // Without a window the events come with the firing.
    if (window === undefined) return;
    const row = this.#rowOf(event);
    if (row === undefined) return;
    const events = this.#keptOf(row);
    if (events === undefined) return;
    // Whatever was due before the last event has fired: no window begins before this any more.
    const last = events.at(-1)?.time;
    if (window.time !== undefined && last !== undefined) trimUntil(events, last - window.time - this.#lateness);
    // Nearly in order: the place is near the end.
    let at = events.length;
    while (at > 0 && (events[at - 1] as TaskEvent).time > row.time) at--;
    events.splice(at, 0, row);
    if (window.since?.includes(row.event)) trimBefore(events, window.since);
    if (events.length <= limit) return;
    if (isNeeded(window, events, limit)) this.dropped++;
    events.shift();
  }

  compute(firing: Firing): Computed {
    const rows = this.#rowsOf(firing);
    const { features, tensors } = this.#pipeline;
    const values = Object.fromEntries(features.map((feature) => [feature.name, featureOf(feature, rows)]));
    return {
      features: values,
      tensors: Object.fromEntries(tensors.map((tensor) => [tensor.name, tensorOf(tensor, values, rows)])),
      window: rows,
    };
  }

  snapshot(): PipelineSnapshot {
    return {
      kept: [...this.#kept].map(([key, events]) => (key === undefined ? { events } : { key, events })),
      joined: this.#joined.map((last) => [...last]),
    };
  }

  /** Takes up what a pipeline of the same document remembered. */
  restore({ kept, joined }: PipelineSnapshot): void {
    this.#kept.clear();
    for (const { key, events } of kept) this.#kept.set(key, [...events]);
    for (const [index, last] of this.#joined.entries()) {
      last.clear();
      for (const [on, value] of joined[index] ?? []) last.set(on, value);
    }
  }

  #rowsOf({ key, time, events }: Firing): readonly TaskEvent[] {
    const { window } = this.#pipeline;
    if (window === undefined) return events.flatMap((event) => this.#rowOf(event) ?? []);
    const field = this.#pipeline.key;
    if (field === undefined) return windowOf(window, this.#kept.get(undefined) ?? [], time);
    // The trigger may tell its streams apart by another field.
    const own = events.findLast((event) => fieldIn(event, field) !== undefined);
    const stream = own === undefined ? key : fieldIn(own, field);
    return windowOf(window, this.#kept.get(stream) ?? [], time);
  }

  #learn(event: TaskEvent): void {
    for (const [index, { event: name, on, field }] of this.#pipeline.joins.entries()) {
      if (event.event !== name) continue;
      const [key, value] = [fieldIn(event, on), fieldIn(event, field)];
      const last = this.#joined[index];
      if (key === undefined || value === undefined || last === undefined) continue;
      last.delete(key);
      last.set(key, value);
      const [oldest] = last.keys();
      if (last.size > mostKeys && oldest !== undefined) last.delete(oldest);
    }
  }

  /** The event with its new fields; undefined where the pipeline does not look at it. */
  #rowOf(event: TaskEvent): TaskEvent | undefined {
    const { filter, joins, maps } = this.#pipeline;
    if (!this.#names.has(event.event)) return undefined;
    if (filter !== undefined && evaluateFor(filter, event, nothingEarlier) !== true) return undefined;
    if (joins.length === 0 && maps.length === 0) return event;
    const fields = { ...event.fields };
    const row = { time: event.time, event: event.event, fields };
    for (const [index, { name, on }] of joins.entries()) {
      const key = fieldIn(event, on);
      const value = key === undefined ? undefined : this.#joined[index]?.get(key);
      if (value !== undefined) fields[name] = value;
    }
    for (const { name, value } of maps) {
      const result = evaluateFor(value, row, nothingEarlier);
      if (typeof result === 'number' || typeof result === 'string' || typeof result === 'boolean')
        fields[name] = result;
    }
    return row;
  }

  #keptOf(row: TaskEvent): TaskEvent[] | undefined {
    const { key: field } = this.#pipeline;
    const key = field === undefined ? undefined : fieldIn(row, field);
    if (key === undefined && field !== undefined) return undefined;
    const events = this.#kept.get(key) ?? [];
    this.#kept.delete(key);
    this.#kept.set(key, events);
    if (this.#kept.size > mostKeys) {
      const [oldest] = this.#kept.keys();
      this.#kept.delete(oldest);
      this.dropped++;
    }
    return events;
  }
}

/** The events of a window that ends at a time, that time included. Every bound holds. */
export function windowOf(window: Window, events: readonly TaskEvent[], end: number): readonly TaskEvent[] {
  const { time, isTumbling, events: most, session, since } = window;
  let from = 0;
  let to = events.length;
  while (to > 0 && (events[to - 1] as TaskEvent).time > end) to--;
  if (time !== undefined) {
    // A tumbling window holds its own start; a sliding one begins just after.
    const start = isTumbling ? Math.floor(end / time) * time : end - time;
    const isIn = (at: number) => (isTumbling ? at >= start : at > start);
    from = events.findIndex((event) => isIn(event.time));
    if (from < 0) from = to;
  }
  if (session !== undefined) {
    let start = to;
    let next = end;
    while (start > 0 && next - (events[start - 1] as TaskEvent).time < session)
      next = (events[--start] as TaskEvent).time;
    from = Math.max(from, start);
  }
  if (since !== undefined) {
    const start = events.slice(0, to).findLastIndex(({ event }) => since.includes(event));
    from = start < 0 ? to : Math.max(from, start);
  }
  if (most !== undefined) from = Math.max(from, to - most);
  return events.slice(Math.min(from, to), to);
}

/** Whether the first of too many events may be part of a window that ends about now. */
function isNeeded({ time, events: most, since }: Window, events: readonly TaskEvent[], limit: number): boolean {
  const [first, last] = [events[0] as TaskEvent, events.at(-1) as TaskEvent];
  if (time !== undefined && first.time <= last.time - time) return false;
  if (most !== undefined && most < limit) return false;
  return since === undefined || events.findLastIndex(({ event }) => since.includes(event)) === 0;
}

/** A window that begins with an event needs nothing before it; the one before is kept, for firings that are told late. */
function trimBefore(events: TaskEvent[], since: readonly string[]): void {
  const last = events.findLastIndex(({ event }) => since.includes(event));
  const before = events.findLastIndex(({ event }, at) => at < last && since.includes(event));
  if (before > 0) events.splice(0, before);
}

function trimUntil(events: TaskEvent[], time: number): void {
  let count = 0;
  while (count < events.length && (events[count] as TaskEvent).time < time) count++;
  if (count > 0) events.splice(0, count);
}

function fieldIn({ fields }: TaskEvent, name: string): FieldValue | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
