import assert from 'node:assert/strict';
import { quantile } from '@edgewright/core/quantile.js';
import { percentile, samplesNeeded } from '@edgewright/core/sweep/percentile.js';
import fc from 'fast-check';

describe('percentiles that a sample carries', () => {
  // MLPerf early stopping with tolerance 0 and confidence 0.99, for 0, 1, 2, 5 and 10 samples over the latency.
  const golden: readonly (readonly [number, readonly number[]])[] = [
    [90, [44, 64, 81, 127, 197]],
    [95, [90, 130, 165, 259, 398]],
    [99, [459, 662, 838, 1307, 2010]],
    [99.9, [4603, 6636, 8403, 13105, 20140]],
  ];
  for (const [p, counts] of golden) {
    it(`p${p} needs ${counts.join(', ')} samples`, () => {
      assert.deepEqual(
        [0, 1, 2, 5, 10].map((over) => samplesNeeded(p, over)),
        counts,
      );
    });
  }

  it('gives none from a sample that is one short', () => {
    const sorted = Array.from({ length: 43 }, (_, i) => i);
    assert.deepEqual(percentile(sorted, 90), { p: 90, value: null, bound: null, needed: 44 });
    assert.equal(percentile([...sorted, 43], 90).bound, 43);
  });

  it('leaves out as many of the greatest as the sample carries', () => {
    const of = (n: number): number | null | undefined =>
      percentile(
        Array.from({ length: n }, (_, i) => i + 1),
        90,
      ).bound;
    assert.deepEqual([63, 64, 80, 81, 127, 196, 197].map(of), [63, 63, 79, 79, 122, 187, 187]);
  });

  it('bounds the percentile from above', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 44, maxLength: 300 }),
        (latencies) => {
          const sorted = latencies.sort((a, b) => a - b);
          const { value, bound } = percentile(sorted, 90);
          assert.ok(value !== null && typeof bound === 'number' && bound >= value);
        },
      ),
    );
  });

  it('interpolates as type 7 of Hyndman and Fan', () => {
    // By hand: at q (n - 1) counted from 0.
    assert.deepEqual(
      [0.1, 0.25, 0.5, 0.9].map((q) => Number(quantile([1, 2, 4, 8, 16], q).toFixed(12))),
      [1.4, 2, 4, 12.8],
    );
  });
});
