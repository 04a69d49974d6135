// In which order and at which time triggers see events. By default as they arrive; where a task allows lateness, by the
// time of the events themselves.
import type { Arrival, TaskEvent } from './event.ts';

export interface OrderingCounters {
  /** Events older than the lateness allows: not matched. */
  late: number;
  /** Steps of the clock to the past, over which the engine's time went on. */
  clockSteps: number;
}

/** Milliseconds that a time may lie before the one before it without being a step of the clock. */
const jitter = 1000;

/** Events that wait to be put in order: past them the earliest is seen before its time, and what belongs before it is late. */
const mostWaiting = 100_000;

export interface OrderingState {
  readonly seq: number;
  readonly time: number;
  readonly offset: number;
  readonly waiting: readonly TaskEvent[];
}

export class Ordering {
  /** Milliseconds; undefined: events come in order. */
  readonly lateness: number | undefined;
  readonly counters: OrderingCounters = { late: 0, clockSteps: 0 };
  /** Time of the engine: what lies before it is over. */
  time = Number.NEGATIVE_INFINITY;
  /** What the engine's time is ahead of the clock. */
  offset = 0;
  #seq = 0;
  #waiting: TaskEvent[] = [];

  constructor(lateness: number | undefined) {
    this.lateness = lateness;
  }

  get seq(): number {
    return this.#seq;
  }

  /** Hands on what can be seen now. */
  push(source: TaskEvent, see: (arrival: Arrival) => void): void {
    if (this.lateness === undefined) {
      see({ seq: ++this.#seq, time: this.#tick(source.time), source });
      return;
    }
    if (source.time < this.time) {
      this.counters.late++;
      return;
    }
    // Nearly in order: the place is near the end. Equal times keep their order.
    let at = this.#waiting.length;
    while (at > 0 && (this.#waiting[at - 1] as TaskEvent).time > source.time) at--;
    this.#waiting.splice(at, 0, source);
    this.#release(source.time - this.lateness, see);
    const [earliest] = this.#waiting;
    if (this.#waiting.length > mostWaiting && earliest !== undefined) this.#release(earliest.time, see);
  }

  /** The clock has come to a time. */
  advance(to: number, see: (arrival: Arrival) => void): void {
    if (this.lateness === undefined) this.#tick(to);
    else this.#release(to - this.lateness, see);
  }

  /** No more events come: what still waits is seen. */
  finish(see: (arrival: Arrival) => void): void {
    this.#release(this.#waiting.at(-1)?.time ?? this.time, see);
  }

  /** The clock was set on by so many milliseconds, or back: time goes on from where it was. */
  step(by: number): void {
    if (this.lateness !== undefined) return;
    this.offset -= by;
    this.counters.clockSteps++;
  }

  /** When the clock has come to a time of the engine. */
  clockAt(time: number): number {
    return this.lateness === undefined ? time - this.offset : time + this.lateness;
  }

  /** Time of the clock at which the next event that waits can be seen; Infinity where none waits. */
  get next(): number {
    const [first] = this.#waiting;
    return first === undefined ? Number.POSITIVE_INFINITY : this.clockAt(first.time);
  }

  snapshot(): OrderingState {
    return { seq: this.#seq, time: this.time, offset: this.offset, waiting: this.#waiting };
  }

  restore({ seq, time, offset, waiting }: OrderingState): void {
    this.#seq = seq;
    this.time = time;
    this.offset = offset;
    this.#waiting = [...waiting];
  }

  #tick(clock: number): number {
    const time = clock + this.offset;
    if (time >= this.time) this.time = time;
    else if (this.time - time > jitter) {
      // The clock was set back: time goes on from where it was.
      this.offset += this.time - time;
      this.counters.clockSteps++;
    }
    return this.time;
  }

  #release(watermark: number, see: (arrival: Arrival) => void): void {
    this.time = Math.max(this.time, watermark);
    let count = 0;
    for (const source of this.#waiting) {
      if (source.time > this.time) break;
      count++;
      see({ seq: ++this.#seq, time: source.time, source });
    }
    this.#waiting.splice(0, count);
  }
}
