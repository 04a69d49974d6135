// Which events triggers see at all: none twice, and none that firings have brought about in a circle.
import type { TaskEvent } from './event.ts';

export interface IntakeCounters {
  duplicates: number;
  loops: number;
}

export interface IntakeLimits {
  /** Ids of events that are remembered: a source that sends again does so within so many. */
  readonly ids: number;
  /** Firings in a row of which each has brought the next about. */
  readonly depth: number;
}

export const defaultIntakeLimits: IntakeLimits = { ids: 10_000, depth: 8 };

export class Intake {
  readonly counters: IntakeCounters = { duplicates: 0, loops: 0 };
  readonly #limits: IntakeLimits;
  /** The oldest first. */
  readonly #ids = new Set<string>();

  constructor(limits: IntakeLimits) {
    this.#limits = limits;
  }

  /** Whether an event is to be seen. */
  admits({ id, depth }: TaskEvent): boolean {
    if (depth !== undefined && depth > this.#limits.depth) {
      this.counters.loops++;
      return false;
    }
    if (id === undefined) return true;
    if (this.#ids.has(id)) {
      this.counters.duplicates++;
      return false;
    }
    this.#ids.add(id);
    if (this.#ids.size > this.#limits.ids) {
      const [oldest] = this.#ids;
      if (oldest !== undefined) this.#ids.delete(oldest);
    }
    return true;
  }

  snapshot(): readonly string[] {
    return [...this.#ids];
  }

  restore(ids: readonly string[]): void {
    this.#ids.clear();
    for (const id of ids) this.#ids.add(id);
  }
}
