// Whose turn it is among tasks that have something to execute: the highest priority first, and those of the same one after
// another, so that a task that fires often holds up no other. Costs the same however many tasks there are.

export interface Turns<T> {
  /** At the end of its priority; nothing where it waits there already. */
  put(one: T, priority: number): void;
  /** The next, which then waits no more. */
  take(): T | undefined;
}

export function createTurns<T>(): Turns<T> {
  /** By priority, of which there are few: each in the order of `put`. */
  const levels = new Map<number, Set<T>>();

  return {
    put(one, priority) {
      const level = levels.get(priority);
      if (level === undefined) levels.set(priority, new Set([one]));
      else level.add(one);
    },
    take() {
      let highest = Number.NEGATIVE_INFINITY;
      for (const priority of levels.keys()) if (priority > highest) highest = priority;
      const level = levels.get(highest);
      if (level === undefined) return undefined;
      // Levels are removed with the last that waits there.
      const [one] = level as Iterable<T> as [T];
      level.delete(one);
      if (level.size === 0) levels.delete(highest);
      return one;
    },
  };
}
