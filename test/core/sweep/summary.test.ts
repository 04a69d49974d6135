import assert from 'node:assert/strict';
import { lowerRank, summarise } from '@edgewright/core/sweep/summary.js';
import { noisy, normals } from './series.ts';

const rule = { confidence: 0.95, percentiles: [50, 90, 99] };

describe('summary of latencies', () => {
  it('has the ranks of the sign test', () => {
    // Critical values of the sign test, 5 % two-sided, as in any table of it; the rank is one more.
    const critical = { 6: 0, 8: 0, 9: 1, 10: 1, 15: 3, 20: 5, 25: 7, 30: 9, 50: 17, 100: 39 };
    for (const [n, value] of Object.entries(critical)) assert.equal(lowerRank(Number(n), 0.95), value + 1, n);
    assert.equal(lowerRank(5, 0.95), 0);
  });

  it('joins exact and approximate ranks without a step', () => {
    assert.ok(lowerRank(1001, 0.95) - lowerRank(1000, 0.95) <= 1);
    assert.ok(lowerRank(1001, 0.95) >= lowerRank(1000, 0.95));
  });

  it('gives moments and the median', () => {
    const summary = summarise([2, 4, 4, 4, 5, 5, 7, 9], 3, 80, rule);
    assert.equal(summary.n, 8);
    assert.equal(summary.mean, 5);
    assert.ok(Math.abs(summary.sd - Math.sqrt(32 / 7)) < 1e-12);
    assert.deepEqual([summary.min, summary.median, summary.max], [2, 4.5, 9]);
    assert.equal(summary.throughput, 300);
  });

  it('says what confidence a tiny sample has', () => {
    const { interval } = summarise([3, 1, 2], 1, 6, rule);
    assert.deepEqual([interval.low, interval.high, interval.confidence], [1, 3, 0.75]);
    assert.equal(summarise([3], 1, 3, rule).interval.confidence, 0);
  });

  it('covers the median as often as it says', () => {
    let covered = 0;
    for (let trial = 0; trial < 400; trial++) {
      const { interval } = summarise(noisy(101, 10, 0.2, trial), 1, 1, rule);
      if (interval.low <= 10 && 10 <= interval.high) covered++;
    }
    assert.ok(covered >= 368 && covered <= 396, `${covered} of 400`);
  });

  it('widens the interval of a correlated series', () => {
    let x = 0;
    const correlated = normals(2000, 3).map((z) => {
      x = 0.95 * x + z;
      return Math.exp(0.02 * x);
    });
    const shuffled = correlated.map((_, i) => correlated[(i * 769) % 2000]!);
    const interval = summarise(correlated, 1, 1, rule).interval;
    const naive = summarise(shuffled, 1, 1, rule).interval;
    assert.ok(interval.effective < 200 && naive.effective > 1000, `${interval.effective}, ${naive.effective}`);
    assert.ok(interval.halfWidth > 2 * naive.halfWidth);
  });
});
