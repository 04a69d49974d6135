import assert from 'node:assert/strict';
import { holm } from '@edgewright/core/analysis/compare.js';
import fCdf from '@stdlib/stats-base-dists-f-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

describe('distributions and corrections', () => {
  it('has the t and F values of printed tables', () => {
    assert.equal(tQuantile(0.975, 10).toFixed(3), '2.228');
    assert.equal(tQuantile(0.95, 5).toFixed(3), '2.015');
    assert.equal(tQuantile(0.975, 1).toFixed(3), '12.706');
    assert.equal((1 - fCdf(4.1028, 2, 10)).toFixed(4), '0.0500');
    assert.equal((1 - fCdf(3.3258, 5, 10)).toFixed(4), '0.0500');
  });

  it("rejects by Holm's steps: 0.005 and 0.01 pass 0.05/4 and 0.05/3, 0.03 fails 0.05/2, and 0.04 is not looked at", () => {
    assert.equal(holm([0.01, 0.04, 0.03, 0.005], 0.05), 2);
    assert.equal(holm([0.001, 0.01, 0.02], 0.05), 3);
    assert.equal(holm([0.9], 0.05), 0);
  });
});
