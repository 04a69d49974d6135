import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { measureScenario } from '@edgewright/agent/bench/scenario.js';
import type { Stopping } from '@edgewright/core/sweep/stopping.js';
import type { Scenario } from '@edgewright/schemas/generated/record.js';

/** Stops after so many latencies. */
function after(count: number): Stopping & { readonly kept: number[] } {
  const kept: number[] = [];
  return {
    kept,
    add: (latency) => kept.push(latency),
    decide: () => (kept.length < count ? 'go on' : { kind: 'stop', because: 'max-iterations' }),
    count: () => kept.length,
    latencies: () => Float64Array.from(kept),
  };
}

/** Timers of Node may fire up to a millisecond early. */
const early = 1;

async function measure(scenario: Scenario, count: number, run: () => Promise<unknown>) {
  const stopping = after(count);
  const elapsed = await measureScenario(scenario, run, stopping, () => undefined);
  const sum = stopping.kept.reduce((total, latency) => total + latency, 0);
  return { latencies: stopping.kept, elapsed, sum };
}

describe('scenarios', () => {
  it('single stream: one inference after the other', async () => {
    let inFlight = 0;
    const { latencies, elapsed, sum } = await measure({ kind: 'single-stream' }, 5, async () => {
      assert.equal(inFlight++, 0);
      await setTimeout(5);
      inFlight--;
    });
    assert.ok(latencies.length === 5 && latencies.every((latency) => latency >= 5 - early));
    assert.ok(sum <= elapsed);
  });

  it('offline: as many in flight as asked, time counted between completions', async () => {
    let inFlight = 0;
    let most = 0;
    const { latencies, elapsed, sum } = await measure({ kind: 'offline', concurrency: 4 }, 20, async () => {
      most = Math.max(most, ++inFlight);
      await setTimeout(10);
      inFlight--;
    });
    assert.deepEqual([latencies.length, most, inFlight], [20, 4, 0]);
    assert.ok(Math.abs(sum - elapsed) < 1e-6, 'every moment belongs to one completion');
  });

  it('fixed rate: an inference that waits for a slow one counts its wait', async () => {
    // 20 ms of work every 5 ms: the i-th is done no earlier than 20 (i + 1) and was scheduled at 5 i.
    const { latencies } = await measure({ kind: 'fixed-rate', rate: 200 }, 8, () => setTimeout(20));
    for (const [i, latency] of latencies.entries()) {
      assert.ok(latency >= (20 - early) * (i + 1) - 5 * i, `inference ${i}: ${latency} ms`);
    }
  });

  it('fixed rate: one slow inference is seen in those after it', async () => {
    let n = 0;
    const { latencies } = await measure({ kind: 'fixed-rate', rate: 100 }, 4, () => setTimeout(n++ === 0 ? 60 : 0));
    for (const i of [0, 1, 2, 3]) assert.ok(latencies[i]! >= 60 - early - 10 * i, `${latencies}`);
  });

  it('fixed rate: none starts before its time', async () => {
    const begin = performance.now();
    const starts: number[] = [];
    await measure({ kind: 'fixed-rate', rate: 100 }, 6, async () => starts.push(performance.now() - begin));
    for (const [i, start] of starts.entries()) assert.ok(start >= 10 * i, `${starts}`);
  });

  it('idle gap: waits before each and does not count the wait', async () => {
    const { elapsed, sum } = await measure({ kind: 'idle-gap', gap: 15 }, 6, () => setTimeout(1));
    assert.ok(elapsed - sum >= 6 * (15 - early), `${elapsed - sum}`);
  });
});
