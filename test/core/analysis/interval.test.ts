import assert from 'node:assert/strict';
import { geometricMean, wilson } from '@edgewright/core/analysis/interval.js';

describe('intervals', () => {
  // Source: Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3 (score without continuity correction).
  for (const [successes, n, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    it(`gives Wilson's interval of ${successes} in ${n} as Newcombe prints it`, () => {
      const interval = wilson(successes, n, 0.95);
      assert.equal(interval.low.toFixed(4), low.toFixed(4));
      assert.equal(interval.high.toFixed(4), high.toFixed(4));
    });
  }

  it('gives the geometric mean, the same whichever side is divided by the other', () => {
    const { value, low, high } = geometricMean([Math.log(2), Math.log(8)], 0.95);
    const back = geometricMean([-Math.log(2), -Math.log(8)], 0.95);
    assert.ok(Math.abs(value - 4) < 1e-12 && Math.abs(back.value - 1 / 4) < 1e-12);
    assert.ok(Math.abs(low * back.high - 1) < 1e-12 && Math.abs(high * back.low - 1) < 1e-9);
  });

  it('knows no bound from one value', () => {
    assert.deepEqual(geometricMean([0], 0.95), { value: 1, low: 0, high: Number.POSITIVE_INFINITY, confidence: 0.95 });
  });
});
