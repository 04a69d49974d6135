import assert from 'node:assert/strict';
import { formatBytes, formatMetric, timeUnit } from '@edgewright/core/analysis/charts/format.js';

describe('units in charts', () => {
  for (const [actual, expected] of [
    [formatBytes(64 * 2 ** 20), '64 MiB'],
    [formatBytes(200_000), '195 KiB'],
    [formatBytes(0), '0 B'],
    [formatMetric(0.00899, 'latency'), '8.99 µs'],
    [formatMetric(0.123, 'utilisation'), '12.3 % of peak'],
    [timeUnit(0.009, 3.9).name, 'µs'],
    [timeUnit(0.5, 40).name, 'ms'],
    [timeUnit(900, 9000).name, 's'],
  ] as const) {
    it(`reads ${expected}`, () => assert.equal(actual, expected));
  }
});
