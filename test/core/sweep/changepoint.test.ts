import assert from 'node:assert/strict';
import { findSegments, partition, segmentCost } from '@edgewright/core/sweep/changepoint.js';
import fc from 'fast-check';
import { noisy } from './series.ts';

/** Least penalised cost over every way to cut the series into segments of at least five. */
function leastCost(series: readonly number[], penalty: number): number {
  const cost = segmentCost(series);
  const best = (end: number): number => {
    if (end === 0) return -penalty;
    let least = Number.POSITIVE_INFINITY;
    for (let start = 0; start <= end - 5; start++) least = Math.min(least, best(start) + cost(start, end) + penalty);
    return least;
  };
  return best(series.length);
}

function costOf(series: readonly number[], cuts: readonly number[], penalty: number): number {
  const cost = segmentCost(series);
  const edges = [0, ...cuts, series.length];
  return edges.slice(1).reduce((sum, end, i) => sum + cost(edges[i]!, end) + penalty, -penalty);
}

describe('changepoints', () => {
  it('finds the optimal partition', () => {
    const level = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(level, { minLength: 5, maxLength: 22 }),
        fc.integer({ min: 0, max: 20 }),
        (noise, penalty) => {
          // Steps of the noise make partitions with several segments worth while.
          const series = noise.map((x, i) => Math.round(noise[i - (i % 6)]! * 4) + x / 20);
          const cuts = partition(series, penalty);
          const found = costOf(series, cuts, penalty);
          assert.ok(Math.abs(found - leastCost(series, penalty)) < 1e-6, `${cuts} costs ${found}`);
        },
      ),
    );
  });

  it('finds one step where it is', () => {
    const series = [...noisy(300, 10, 0.02, 1), ...noisy(300, 12, 0.02, 2)];
    const segments = findSegments(series, 0.04);
    assert.equal(segments.length, 2);
    assert.ok(Math.abs(segments[1]!.start - 300) <= 6, `at ${segments[1]!.start}`);
    assert.ok(Math.abs(segments[0]!.median - 10) < 0.1 && Math.abs(segments[1]!.median - 12) < 0.1);
  });

  it('finds a warm-up and a slowdown', () => {
    const series = [...noisy(100, 20, 0.02, 1), ...noisy(800, 10, 0.02, 2), ...noisy(300, 13, 0.02, 3)];
    const starts = findSegments(series, 0.04).map((segment) => segment.start);
    assert.equal(starts.length, 3);
    for (const [i, expected] of [0, 100, 900].entries()) assert.ok(Math.abs(starts[i]! - expected) <= 12, `${starts}`);
  });

  it('takes a change that is too small for none', () => {
    const series = [...noisy(300, 10, 0.002, 1), ...noisy(300, 10.2, 0.002, 2)];
    assert.equal(findSegments(series, 0.01).length, 2);
    assert.equal(findSegments(series, 0.04).length, 1);
  });

  it('does not take lone outliers, steady noise or equal readings for changes', () => {
    const outliers = noisy(1000, 10, 0.02, 4).map((x, i) => (i % 97 === 0 ? x * 5 : x));
    for (const series of [outliers, noisy(5000, 10, 0.3, 5), new Array<number>(500).fill(1), [3], [1, 2, 3]]) {
      assert.equal(findSegments(series, 0.04).length, 1);
    }
    assert.deepEqual(findSegments([], 0.04), []);
  });

  it('covers the series without gaps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 10, noNaN: true })), {
          minLength: 1,
          maxLength: 500,
        }),
        (series) => {
          const segments = findSegments(series, 0.02);
          assert.equal(segments[0]!.start, 0);
          assert.equal(segments.at(-1)!.end, series.length);
          for (const [i, segment] of segments.slice(1).entries()) assert.equal(segment.start, segments[i]!.end);
        },
      ),
    );
  });
});
