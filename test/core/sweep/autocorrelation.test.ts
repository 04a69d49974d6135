import assert from 'node:assert/strict';
import { effectiveSize } from '@edgewright/core/sweep/autocorrelation.js';
import fc from 'fast-check';
import { normals } from './series.ts';

/** The definition, lag by lag, in deviations times n: whole numbers, so that a sum of zero is one. */
function byDefinition(series: readonly number[], median: number): number {
  const n = series.length;
  const x: number[] = series.map((value) => (value <= median ? 1 : 0));
  const total = x.reduce((sum, value) => sum + value, 0);
  const covariance = (lag: number): number =>
    x.slice(0, n - lag).reduce((sum, value, i) => sum + (n * value - total) * (n * x[i + lag]! - total), 0);
  const variance = covariance(0);
  if (n < 4 || variance === 0) return n;
  let sum = variance + covariance(1);
  for (let lag = 2; lag + 1 <= Math.min(n - 2, Math.ceil(2 * Math.sqrt(n))); lag += 2) {
    const pair = covariance(lag) + covariance(lag + 1);
    if (pair <= 0) break;
    sum += pair;
  }
  return Math.max(1, n / Math.max(1, (2 * sum) / variance - 1));
}

/** x_i = phi x_i-1 + noise. */
function autoregressive(n: number, phi: number, seed: number): number[] {
  let x = 0;
  return normals(n, seed).map((noise) => {
    x = phi * x + noise;
    return x;
  });
}

describe('effective sample size', () => {
  it('equals its definition', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 200 }), (series) => {
        const found = effectiveSize(series, 2);
        assert.ok(Math.abs(found - byDefinition(series, 2)) < 1e-6 * series.length);
      }),
      // Its second pair of correlations is zero.
      { examples: [[[3, 3, 3, 3, 0, 3, 3, 0, 0, 0]]] },
    );
  });

  it('is near the theory of an autoregressive series', () => {
    // The indicator of a Gaussian AR(1) at its median has rho_k = 2/pi asin(phi^k), by the normal orthant probability.
    for (const phi of [0, 0.5, 0.9]) {
      let sum = 0;
      for (let k = 1; k < 200; k++) sum += (2 / Math.PI) * Math.asin(phi ** k);
      const expected = 1 / (1 + 2 * sum);
      const n = 40_000;
      const share = effectiveSize(autoregressive(n, phi, 7), 0) / n;
      assert.ok(Math.abs(share / expected - 1) < 0.2, `phi ${phi}: ${share}, theory ${expected}`);
    }
  });

  it('credits no more samples than there are', () => {
    const alternating = Array.from({ length: 100 }, (_, i) => i % 2);
    assert.equal(effectiveSize(alternating, 0.5), 100);
    assert.equal(effectiveSize([1, 1, 1, 1, 1], 1), 5);
  });
});
