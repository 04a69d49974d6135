// What remains of a run, in milliseconds.

export interface Progress {
  /** A slot has its record. `time`: wall time it took, undefined where it was not measured now. */
  finish(slot: number, time: number | undefined): void;
  /** Null before the first slot was measured: the estimate of the plan has the right proportions, not the right scale. */
  timeLeft(runningFor: number): number | null;
}

/** `weights`: expected time of each slot up to a common factor. `done`: slots that have records already. */
export function createProgress(weights: readonly number[], done: ReadonlySet<number>): Progress {
  const finished = new Set(done);
  let open = 0;
  for (const [slot, weight] of weights.entries()) if (!finished.has(slot)) open += weight;
  let measuredTime = 0;
  let measuredWeight = 0;
  return {
    finish(slot, time) {
      if (finished.has(slot)) return;
      finished.add(slot);
      open -= weights[slot] ?? 0;
      if (time === undefined) return;
      measuredTime += time;
      measuredWeight += weights[slot] ?? 0;
    },
    timeLeft(runningFor) {
      if (measuredWeight === 0) return null;
      return Math.max(0, Math.round(open * (measuredTime / measuredWeight) - runningFor));
    },
  };
}
