// What happened on the device, and what triggers say about it.

export type FieldValue = number | string | boolean;

/** An event as a source gives it. */
export interface TaskEvent {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly event: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Of a source that may send an event twice: it is seen once. */
  readonly id?: string;
  /** Firings that have brought it about, one by the other; 0 for what happened by itself. */
  readonly depth?: number;
}

/** An event in the order in which triggers see it. */
export interface Arrival {
  /** Counts the events of its engine from 1. */
  readonly seq: number;
  /** Time of the engine, which never runs backwards. Milliseconds. */
  readonly time: number;
  readonly source: TaskEvent;
}

export interface Firing {
  readonly task: string;
  readonly kind: 'match' | 'timeout';
  /** Milliseconds since 1970, of the clock that stamped the events. */
  readonly time: number;
  readonly key: FieldValue | undefined;
  /** What made it, in order; empty for timers. */
  readonly events: readonly FiringEvent[];
  /** Whether it was due while nothing ran: told after a restart. */
  readonly late: boolean;
}

export interface FiringEvent extends TaskEvent {
  /** Place of the event's step in the sequence, from 0. */
  readonly step: number;
  readonly seq: number;
}
