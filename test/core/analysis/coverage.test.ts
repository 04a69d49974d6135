import assert from 'node:assert/strict';
import { coverage } from '@edgewright/core/analysis/coverage.js';
import { tableOf } from '@edgewright/core/analysis/table.js';
import { failed, grid, measured } from './records.ts';

describe('coverage', () => {
  const records = grid({ nodes: [64, 4096], batch: Array.from({ length: 20 }, (_, at) => at + 1) }).map(
    (parameters) => {
      const isLost = parameters.nodes === 4096 && parameters.batch > 6;
      return isLost ? failed({ parameters, code: 'out-of-memory' }) : measured({ parameters, latency: 1 });
    },
  );

  it('counts by level and says where failures are not random', () => {
    const map = coverage(tableOf(records).rows, undefined);
    assert.deepEqual(map?.counts, { measured: 26, failed: 14, pending: 0, excluded: 0, notSampled: 0 });
    assert.deepEqual(
      map?.axes[0]?.levels.map(({ counts, failedShare }) => [counts.measured, counts.failed, failedShare?.value]),
      [
        [20, 0, 0],
        [6, 14, 0.7],
      ],
    );
    assert.deepEqual(
      map?.uneven.map(({ text }) => text),
      ['Failures are not random along nodes: 0 % at 64, 70 % at 4,096 failed.'],
    );
    assert.equal(map?.source, 'records');
  });

  it('counts a point that failed and then was measured as measured', () => {
    const parameters = { nodes: 1 };
    const rows = tableOf([
      failed({ parameters, code: 'timeout' }),
      measured({ parameters, latency: 1, repeat: 1 }),
    ]).rows;
    assert.deepEqual(coverage(rows, undefined)?.counts.measured, 1);
    assert.deepEqual(coverage(rows, undefined)?.failures, []);
  });
});
