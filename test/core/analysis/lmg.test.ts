import assert from 'node:assert/strict';
import { leastSquares } from '@edgewright/core/analysis/leastsquares.js';
import { lmgShares } from '@edgewright/core/analysis/lmg.js';
import { correlate, scale } from '@edgewright/core/analysis/moments.js';
import { seededRandom } from '@edgewright/core/random.js';
import fc from 'fast-check';

/** Correlations of random columns, the last of which is the target. */
function sample(seed: number, columns: number) {
  const random = seededRandom(seed);
  const common = Array.from({ length: 40 }, () => random.unit());
  const values = Array.from({ length: columns + 1 }, (_, at) => {
    return Float64Array.from(common, (shared) => shared * (at % 3) + random.unit());
  });
  const matrix = correlate(values.map((column) => scale(column).z));
  return { values, matrix, target: matrix[columns] as Float64Array };
}

describe('shares of R2', () => {
  it('of two axes are half of r1² + R² - r2², which is the mean over both orders', () => {
    const { values, matrix, target } = sample(1, 2);
    const { r2 } = leastSquares(values.slice(0, 2), values[2] as Float64Array);
    const [r1, rOther] = [target[0] as number, target[1] as number];
    const [first, second] = lmgShares(matrix, target, [[0], [1]]);
    assert.ok(Math.abs((first as number) - (r1 ** 2 + r2 - rOther ** 2) / 2) < 1e-12);
    assert.ok(Math.abs((second as number) - (rOther ** 2 + r2 - r1 ** 2) / 2) < 1e-12);
  });

  it('are never negative and sum to R2, in groups of columns too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 3, max: 7 }), (seed, columns) => {
        const { values, matrix, target } = sample(seed, columns);
        const { r2 } = leastSquares(values.slice(0, columns), values[columns] as Float64Array);
        const groups = [[0, 1], ...Array.from({ length: columns - 2 }, (_, at) => [at + 2])];
        const shares = lmgShares(matrix, target, groups);
        const sum = shares.reduce((total, share) => total + share, 0);
        assert.ok(Math.abs(sum - r2) < 1e-9 && shares.every((share) => share > -1e-12));
      }),
      { numRuns: 50 },
    );
  });

  it('do not depend on the order of the axes', () => {
    const { matrix, target } = sample(5, 4);
    const forward = lmgShares(matrix, target, [[0], [1], [2], [3]]);
    const backward = lmgShares(matrix, target, [[3], [2], [1], [0]]).reverse();
    for (const [at, share] of forward.entries()) assert.ok(Math.abs(share - (backward[at] as number)) < 1e-12);
  });
});
