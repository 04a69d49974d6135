// Medians of what is repeated: warm first, and no longer than what is inspected is worth.
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { quantile } from '@edgewright/core/quantile.js';
import type { InspectedLatency } from '@edgewright/schemas/inspection.js';

/** Inferences, and milliseconds in all, before anything counts: an engine compiles anew what runs often. */
const warm = { least: 2, time: 300 } as const;

/** Milliseconds past which no further inference is timed, once there are three. */
const enough = 20_000;

/**
 * Of each run, which take turns.
 * @param reset Called once all are warm, before what counts.
 */
export async function timeRepeats(
  runs: readonly (() => unknown)[],
  repeats: number,
  onDone: (done: number) => void = () => undefined,
  reset: () => void = () => undefined,
): Promise<readonly InspectedLatency[]> {
  for (const run of runs) {
    const begin = performance.now();
    for (let done = 0; done < warm.least || performance.now() - begin < warm.time; done++) await run();
  }
  // The engine puts optimised code in place while it is not in WebAssembly.
  await setImmediate();
  reset();
  const latencies = runs.map((): number[] => []);
  const start = performance.now();
  for (let done = 0; done < repeats && !(done >= 3 && performance.now() - start > enough); done++) {
    for (const [at, run] of runs.entries()) {
      const from = performance.now();
      await run();
      latencies[at]!.push(performance.now() - from);
    }
    onDone(done + 1);
  }
  return latencies.map((sample) => ({ latency: median(sample), repeats: sample.length }));
}

/** Of at least one. */
export function median(sample: readonly number[]): number {
  return quantile(
    sample.toSorted((a, b) => a - b),
    0.5,
  );
}
