import assert from 'node:assert/strict';
import { drawUnits, percentileInterval, unitLimit, unitsOf } from '@edgewright/core/analysis/bootstrap.js';
import { seededRandom } from '@edgewright/core/random.js';

describe('bootstrap', () => {
  it('keeps the rows of a cluster in one unit, and fills units evenly past the limit', () => {
    const keys = Array.from({ length: 3000 }, (_, row) => String(row >> 1));
    const units = unitsOf(keys, 1);
    assert.deepEqual([units.clusters, units.count], [1500, unitLimit]);
    const sizes = new Map<number, number>();
    for (const [row, unit] of units.of.entries()) {
      assert.equal(unit, units.of[row ^ 1]);
      sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
    }
    assert.deepEqual([Math.min(...sizes.values()), Math.max(...sizes.values())], [6, 8]);
    assert.deepEqual(unitsOf(keys, 1), units);
  });

  it('draws as many units as there are', () => {
    assert.equal(
      drawUnits(50, seededRandom(1)).reduce((sum, times) => sum + times, 0),
      50,
    );
  });

  it('knows no bounds where too many replicates gave no value', () => {
    const values = Array.from({ length: 89 }, (_, at) => at);
    assert.ok(Number.isNaN(percentileInterval(values, 100, 0.95).low));
    assert.deepEqual(percentileInterval([...Array(101).keys()], 101, 0.5), { low: 25, high: 75, confidence: 0.5 });
  });
});
