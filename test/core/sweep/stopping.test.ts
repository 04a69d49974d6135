import assert from 'node:assert/strict';
import { createStopping, type Decision, type StopRule } from '@edgewright/core/sweep/stopping.js';
import { noisy } from './series.ts';

const rule: StopRule = {
  halfWidth: 0.02,
  confidence: 0.95,
  minTime: 100,
  maxTime: 2000,
  minIterations: 20,
  maxIterations: 10_000,
};

/** Feeds latencies as time passes by them. */
function feed(
  latencies: readonly number[],
  change: Partial<StopRule> = {},
): { n: number; elapsed: number; decision: Decision } {
  const stopping = createStopping({ ...rule, ...change });
  let elapsed = 0;
  let decision: Decision = 'go on';
  for (const latency of latencies) {
    elapsed += latency;
    stopping.add(latency);
    decision = stopping.decide(elapsed);
    if (decision !== 'go on') break;
  }
  assert.deepEqual([...stopping.latencies()], latencies.slice(0, stopping.count()));
  return { n: stopping.count(), elapsed, decision };
}

describe('stopping rule', () => {
  it('stops soon after the least time when the interval is narrow', () => {
    const { elapsed, decision } = feed(noisy(2000, 1, 0.05, 1));
    assert.deepEqual(decision, { kind: 'stop', because: 'narrow' });
    assert.ok(elapsed >= 100 && elapsed < 130, `${elapsed}`);
  });

  it('goes on while the interval is wide', () => {
    const tight = feed(noisy(10_000, 1, 0.05, 1), { maxTime: 1e6 });
    const loose = feed(noisy(10_000, 1, 0.6, 1), { maxTime: 1e6 });
    assert.equal(typeof loose.decision, 'object');
    assert.ok(loose.n > 10 * tight.n, `${loose.n} and ${tight.n}`);
  });

  it('does not stop at a change in the last third', () => {
    const steps = [...noisy(90, 1, 0.02, 1), ...noisy(1000, 1.3, 0.02, 2)];
    const { n, decision } = feed(steps, { minTime: 120 });
    assert.deepEqual(decision, { kind: 'stop', because: 'narrow' });
    assert.ok(n > 135, `the change at 90 is in the last third until 135 inferences, stopped at ${n}`);
  });

  it('needs the least number of inferences', () => {
    assert.ok(feed(noisy(100, 50, 0.001, 1)).n >= 20);
  });

  it('stops at the greatest time and number', () => {
    assert.deepEqual(feed(noisy(5000, 1, 2, 1), { halfWidth: 1e-6 }).decision, { kind: 'stop', because: 'max-time' });
    const { n, decision } = feed(noisy(5000, 1, 2, 1), { halfWidth: 1e-6, maxIterations: 300, maxTime: 1e9 });
    assert.deepEqual([n, decision], [300, { kind: 'stop', because: 'max-iterations' }]);
  });

  it('goes on without a sample', () => {
    assert.equal(createStopping(rule).decide(1e9), 'go on');
  });
});
