// Times of calls that are compared with each other: in turns, after they are warm, the fastest of a few rounds, since what
// disturbs a call on a shared device only makes it longer.
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

export type Run = () => unknown;

export interface Rounds {
  readonly rounds: number;
  /** Milliseconds that a run is warmed, and at least those that a round measures. */
  readonly warm: number;
  readonly least: number;
  /** Milliseconds after which no run is warmed again and no further round begins; undefined: as long as it takes. */
  readonly most?: number;
}

export const quick: Rounds = { rounds: 6, warm: 4, least: 0.25 };

/** Nanoseconds of each run, in their order. */
export async function timeTogether(
  runs: readonly Run[],
  { rounds, warm, least, most = Number.POSITIVE_INFINITY }: Rounds = quick,
): Promise<number[]> {
  const repeats: number[] = [];
  const end = performance.now() + most;
  for (const run of runs) {
    const begin = performance.now();
    let count = 0;
    while (count < 1 || (performance.now() < end && (count < 3 || performance.now() - begin < warm))) {
      await run();
      count++;
    }
    repeats.push(Math.max(1, Math.ceil((least * count) / (performance.now() - begin))));
  }
  // The engine puts optimised code in place while it is not in WebAssembly.
  await setTimeout(1);
  const best = runs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds && (round === 0 || performance.now() < end); round++)
    for (let turn = 0; turn < runs.length; turn++) {
      // In both directions: what one leaves in the caches costs the next.
      const at = round % 2 === 0 ? turn : runs.length - 1 - turn;
      const run = runs[at]!;
      const begin = performance.now();
      for (let repeat = 0; repeat < repeats[at]!; repeat++) {
        const done = run();
        if (done instanceof Promise) await done;
      }
      best[at] = Math.min(best[at]!, (performance.now() - begin) / repeats[at]!);
    }
  return best.map((time) => time * 1e6);
}
