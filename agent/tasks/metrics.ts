// What is counted of a task, and how long its firings took.
import type { Missing, SkipReason, TaskCounters, TaskLatency, TaskPhases } from '@edgewright/schemas/deployment.js';

/** Executions whose times are kept. */
const mostTimes = 10_000;

export const phaseNames = ['trigger', 'queue', 'prepare', 'model', 'script', 'output', 'total'] as const;

export type Counted = { -readonly [name in Exclude<keyof TaskCounters, 'skipped' | 'energy'>]: number } & {
  skipped: Partial<Record<SkipReason, number>>;
  energy: number | Missing;
};

/** What a feed has seen. All its tasks see the same, so that an event is counted once, however many they are. */
export interface Seen {
  events: number;
  bytesRaw: number;
}

export class TaskMetrics {
  /** All but what is counted for the whole feed. */
  readonly counters: Omit<Counted, keyof Seen>;
  #seen: Seen = { events: 0, bytesRaw: 0 };
  /** What was counted elsewhere, less what the feed had seen then. */
  #base: Seen = { events: 0, bytesRaw: 0 };
  /** By phase; the oldest is overwritten. NaN where an execution did not have the phase. */
  readonly #times = new Map<(typeof phaseNames)[number], Float32Array<ArrayBuffer>>();
  #count = 0;

  constructor() {
    this.counters = {
      fired: 0,
      timeouts: 0,
      executed: 0,
      failed: 0,
      missed: 0,
      results: 0,
      bytesSent: 0,
      dropped: 0,
      skipped: {},
      energy: 0,
    };
  }

  /** Counts what this feed sees from now on too. */
  follow(seen: Seen): void {
    const { events, bytesRaw } = this.counted();
    this.#seen = seen;
    this.#base = { events: events - seen.events, bytesRaw: bytesRaw - seen.bytesRaw };
  }

  /** All counters as they are now. */
  counted(): Counted {
    return {
      events: this.#base.events + this.#seen.events,
      bytesRaw: this.#base.bytesRaw + this.#seen.bytesRaw,
      ...this.counters,
      skipped: { ...this.counters.skipped },
    };
  }

  /** As they were before the agent ended. */
  restore({ events, bytesRaw, ...rest }: Counted): void {
    Object.assign(this.counters, rest, { skipped: { ...rest.skipped } });
    this.#base = { events: events - this.#seen.events, bytesRaw: bytesRaw - this.#seen.bytesRaw };
  }

  skip(reason: SkipReason): void {
    this.counters.skipped[reason] = (this.counters.skipped[reason] ?? 0) + 1;
  }

  /** Joules of an execution. */
  spend(energy: number | Missing): void {
    const { counters } = this;
    if (typeof energy === 'number')
      counters.energy = (typeof counters.energy === 'number' ? counters.energy : 0) + energy;
    else if (counters.energy === 0) counters.energy = energy;
  }

  add(phases: TaskPhases): void {
    const at = this.#count++ % mostTimes;
    for (const name of phaseNames) {
      const value = phases[name];
      if (value === undefined && !this.#times.has(name)) continue;
      this.#place(name, at)[at] = value ?? Number.NaN;
    }
  }

  latency(deadline: number | undefined): TaskLatency {
    const count = Math.min(this.#count, mostTimes);
    if (count === 0) return { count, p50: null, p99: null, deadline: deadline ?? null };
    const [p50, p99]: [TaskPhases, TaskPhases] = [{ total: 0 }, { total: 0 }];
    for (const [name, times] of this.#times) {
      const sorted = times
        .subarray(0, count)
        .filter((value) => !Number.isNaN(value))
        .sort();
      Object.assign(p50, { [name]: rankOf(sorted, 0.5) });
      Object.assign(p99, { [name]: rankOf(sorted, 0.99) });
    }
    return { count, p50, p99, deadline: deadline ?? null };
  }

  /** A list that holds a place, grown by doubling: most tasks fire seldom. */
  #place(name: (typeof phaseNames)[number], at: number): Float32Array {
    const before = this.#times.get(name);
    if (before !== undefined && before.length > at) return before;
    const grown = new Float32Array(Math.min(mostTimes, Math.max(16, 2 * (before?.length ?? 0), at + 1))).fill(
      Number.NaN,
    );
    if (before !== undefined) grown.set(before);
    this.#times.set(name, grown);
    return grown;
  }
}

/** The quantile by nearest rank, of at least one value in order. */
function rankOf(sorted: Float32Array, share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
