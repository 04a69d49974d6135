import assert from 'node:assert/strict';
import { quantile } from '@edgewright/core/quantile.js';

describe('quantile', () => {
  const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  // Source: the definitions of Hyndman and Fan 1996, as R's quantile(1:10, q, type) gives them.
  for (const [q, type, expected] of [
    [0.25, 7, 3.25],
    [0.25, 6, 2.75],
    [0.9, 7, 9.1],
    [0.9, 6, 9.9],
    [0.5, 6, 5.5],
    [0.02, 6, 1],
    [1, 7, 10],
  ] as const) {
    it(`of type ${type} at ${q} of 1 to 10 is ${expected}`, () => {
      assert.ok(Math.abs(quantile(ten, q, type) - expected) < 1e-12);
    });
  }

  it('of one value is that value', () => {
    assert.equal(quantile([3], 0.09, 7), 3);
    assert.equal(quantile([3], 0.09, 6), 3);
  });
});
