// Results of each task that no workbench has acknowledged, counted as they come and go: a status asks for them often, and the
// store would have to be searched.

/** Of a task. */
export interface Backlog {
  readonly waiting: number;
  /** Of the results as JSON. */
  readonly bytes: number;
  /** When the oldest was stored, milliseconds since 1970; undefined where none waits. */
  readonly oldest: number | undefined;
  readonly acknowledged: number;
}

/** What an acknowledgement reached of a task, and the oldest that it left. */
export interface Acknowledged {
  readonly task: string;
  readonly count: number;
  readonly bytes: number;
  readonly oldest: number | undefined;
}

export class Backlogs {
  readonly #tasks = new Map<string, Backlog>();
  #bytes = 0;

  /** Of all tasks. */
  get bytes(): number {
    return this.#bytes;
  }

  of(task: string): Backlog {
    return this.#tasks.get(task) ?? { waiting: 0, bytes: 0, oldest: undefined, acknowledged: 0 };
  }

  add(task: string, count: number, bytes: number, at: number): void {
    const before = this.of(task);
    this.#bytes += bytes;
    this.#tasks.set(task, {
      ...before,
      waiting: before.waiting + count,
      bytes: before.bytes + bytes,
      oldest: before.oldest ?? at,
    });
  }

  acknowledge({ task, count, bytes, oldest }: Acknowledged): void {
    const before = this.of(task);
    this.#bytes -= bytes;
    this.#tasks.set(task, {
      waiting: before.waiting - count,
      bytes: before.bytes - bytes,
      oldest,
      acknowledged: before.acknowledged + count,
    });
  }

  /** So many were acknowledged until now. */
  count(task: string, acknowledged: number): void {
    this.#tasks.set(task, { ...this.of(task), acknowledged });
  }

  /** The task is not on the device any more; results that still wait are kept count of. */
  leave(task: string): void {
    if (this.of(task).waiting === 0) this.#tasks.delete(task);
  }
}
