import assert from 'node:assert/strict';
import { roofAt, roofline } from '@edgewright/core/analysis/roofline.js';
import { tableOf } from '@edgewright/core/analysis/table.js';
import { ceiling, measured } from './records.ts';

describe('roofline', () => {
  // Source: Wang, Wei and Brooks, MLSys 2020: TPU v2 180 TFLOPS and 2400 GB/s, v3 420 TFLOPS and 3.6 TB/s.
  for (const [name, peak, bandwidth, ridge] of [
    ['v2', 180e12, 2400e9, 75],
    ['v3', 420e12, 3.6e12, 117],
  ] as const) {
    it(`has its ridge at ${ridge} FLOP/B for TPU ${name}`, () => {
      const { rows, ceilings } = tableOf([
        measured({ parameters: {}, latency: 1 }),
        ceiling({ peak, bytes: bandwidth }),
      ]);
      const roof = roofline(rows, ceilings);
      assert.ok(roof.kind === 'roofline');
      assert.equal(Math.round(roof.groups[0]?.ridge ?? 0), ridge);
      assert.equal(roofAt(ridge - 1, peak, bandwidth).bound, 'memory');
      assert.equal(roofAt(ridge + 1, peak, bandwidth).bound, 'compute');
    });
  }

  it('tells memory-bound from compute-bound points, and how far each is from its roof', () => {
    const point = (nodes: number, flops: number, trafficBytes: number) => {
      return measured({ parameters: { nodes }, latency: 1, cost: { flops, trafficBytes } });
    };
    const { rows, ceilings } = tableOf([
      point(1, 1e6, 1e6),
      point(2, 5e6, 1e5),
      point(3, 2e7, 1e5),
      measured({ parameters: { nodes: 4 }, execution: { threads: 4 }, latency: 1 }),
      ceiling({ peak: 1e10, bytes: 2e9 }),
    ]);
    const roof = roofline(rows, ceilings);
    assert.ok(roof.kind === 'roofline');
    const [group] = roof.groups;
    assert.deepEqual(
      group?.points.map(({ bound, attained }) => [bound, attained]),
      [
        ['memory', 0.5],
        ['compute', 0.5],
        ['compute', 2],
      ],
    );
    assert.deepEqual([group?.memoryBound, group?.computeBound, group?.aboveRoof], [1, 2, 1]);
    assert.deepEqual(roof.unroofed, [{ device: 'pi', runtime: 'ort', threads: 4, precision: 'float32', points: 1 }]);
  });

  it('refuses without a ceiling', () => {
    assert.equal(roofline(tableOf([measured({ parameters: {}, latency: 1 })]).rows, []).kind, 'refusal');
  });
});
