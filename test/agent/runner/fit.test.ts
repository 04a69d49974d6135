import assert from 'node:assert/strict';
import { fitRecord } from '@edgewright/agent/runner/fit.js';
import type { PointRecord } from '@edgewright/schemas/generated/record.js';

describe('a record that must fit a frame', () => {
  const record = (count: number): PointRecord =>
    ({
      kind: 'point',
      latencies: Array.from({ length: count }, (_, index) => 1 + index / 1e6),
      verdict: { kind: 'ok', reasons: ['narrow'] },
    }) as unknown as PointRecord;

  it('is itself where it fits', () => {
    const small = record(100);
    assert.equal(fitRecord(small, 10_000), small);
  });

  for (const count of [2_000, 20_000, 1_000_000]) {
    it(`keeps what fits of ${count} latencies, evenly, and says so`, () => {
      const fitted = fitRecord(record(count), 10_000) as PointRecord;
      assert.ok(JSON.stringify(fitted).length <= 10_000);
      assert.ok(fitted.latencies.length > 300);
      assert.match(fitted.verdict.reasons[1] ?? '', new RegExp(`of ${count} latencies`));
    });
  }
});
