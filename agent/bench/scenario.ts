// How inferences follow one another while they are timed.
import { performance } from 'node:perf_hooks';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Stopping } from '@edgewright/core/sweep/stopping.js';
import type { Scenario } from '@edgewright/schemas/generated/record.js';

/**
 * Runs inferences until `stopping` says so; every latency goes to it. `onProgress` is called outside of what is timed.
 * Returns the wall time from the start to the last inference counted, in ms.
 */
export function measureScenario(
  scenario: Scenario,
  run: () => Promise<unknown>,
  stopping: Stopping,
  onProgress: () => void,
): Promise<number> {
  switch (scenario.kind) {
    case 'single-stream':
      return singleStream(run, stopping, onProgress);
    case 'offline':
      return offline(scenario.concurrency, run, stopping, onProgress);
    case 'fixed-rate':
      return fixedRate(1000 / scenario.rate, run, stopping, onProgress);
    case 'idle-gap':
      return idleGap(scenario.gap, run, stopping, onProgress);
  }
}

async function singleStream(run: () => Promise<unknown>, stopping: Stopping, onProgress: () => void): Promise<number> {
  const begin = performance.now();
  for (;;) {
    const start = performance.now();
    await run();
    const end = performance.now();
    stopping.add(end - start);
    if (stopping.decide(end - begin) !== 'go on') return end - begin;
    onProgress();
  }
}

/** A latency is the time since the completion before. What is in flight at the end runs out uncounted. */
async function offline(
  concurrency: number,
  run: () => Promise<unknown>,
  stopping: Stopping,
  onProgress: () => void,
): Promise<number> {
  const begin = performance.now();
  let last = begin;
  let stopped = false;
  const stream = async (): Promise<void> => {
    while (!stopped) {
      await run();
      if (stopped) return;
      const end = performance.now();
      stopping.add(end - last);
      last = end;
      stopped = stopping.decide(end - begin) !== 'go on';
      onProgress();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, stream));
  return last - begin;
}

/**
 * Latency counts from the scheduled time, so that one slow inference is seen in those that wait for it (no coordinated
 * omission). One that is late starts at once, in order.
 */
async function fixedRate(
  period: number,
  run: () => Promise<unknown>,
  stopping: Stopping,
  onProgress: () => void,
): Promise<number> {
  const begin = performance.now();
  for (let i = 0; ; i++) {
    const scheduled = begin + i * period;
    await waitUntil(scheduled);
    await run();
    const end = performance.now();
    stopping.add(end - scheduled);
    if (stopping.decide(end - begin) !== 'go on') return end - begin;
    onProgress();
  }
}

/** The wait is a plain timer: looking at the clock would keep the processor from its idle state, which is the point here. */
async function idleGap(
  gap: number,
  run: () => Promise<unknown>,
  stopping: Stopping,
  onProgress: () => void,
): Promise<number> {
  const begin = performance.now();
  for (;;) {
    await setTimeout(gap);
    const start = performance.now();
    await run();
    const end = performance.now();
    stopping.add(end - start);
    if (stopping.decide(end - begin) !== 'go on') return end - begin;
    onProgress();
  }
}

/** A timer for all but the last 2 ms, whose coarseness is 1 ms, then turns of the event loop. */
async function waitUntil(time: number): Promise<void> {
  const left = time - performance.now();
  if (left > 2) await setTimeout(left - 2);
  while (performance.now() < time) await setImmediate();
}
