import assert from 'node:assert/strict';
import { bandwidthFor, memoryRoof, roofAt, roofline } from '@edgewright/core/analysis/roofline.js';
import { tableOf } from '@edgewright/core/analysis/table.js';
import type { CeilingRecord } from '@edgewright/schemas/generated/record.js';
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

  it('judges a point by the bandwidth for its working set', () => {
    const point = (nodes: number, weightBytes: number) => {
      const cost = { flops: 4e6, trafficBytes: 1e6, weightBytes, activationBytes: 24 };
      return measured({ parameters: { nodes }, latency: 1, cost });
    };
    const sized = ceiling({
      peak: 1e10,
      bytes: 4e9,
      bandwidth: { value: 4e9, samples: [1e9, 4e9, 2e9], sizes: [1000, 2000, 4000], method: 'test' },
    });
    const { rows, ceilings } = tableOf([point(1, 976), point(2, 2500), point(3, 9000), sized]);
    const roof = roofline(rows, ceilings);
    assert.ok(roof.kind === 'roofline');
    const [group] = roof.groups;
    assert.deepEqual(
      group?.points.map(({ workingSet, bound, roof }) => [workingSet, bound, roof]),
      [
        [1000, 'compute', 1e10],
        [2524, 'memory', 8e9],
        [9024, 'memory', 8e9],
      ],
    );
    assert.deepEqual(group?.memory, { bytes: 4000, bandwidth: 2e9, ridge: 5 });
    assert.equal(group?.ridge, 2.5);
  });

  it('has one roof where the largest working set is read as fast as any, or its size is not recorded', () => {
    const of = (bandwidth: CeilingRecord['bandwidth']) => memoryRoof(ceiling({ peak: 1e10, bytes: 4e9, bandwidth }));
    assert.equal(of({ value: 4e9, samples: [1e9, 4e9], sizes: [1000, 2000], method: 'test' }), undefined);
    assert.equal(of({ value: 4e9, samples: [4e9, 1e9], method: 'test' }), undefined);
    assert.equal(bandwidthFor(1, { value: 4e9, samples: [4e9, 1e9], method: 'test' }), 4e9);
  });

  it('refuses without a ceiling', () => {
    assert.equal(roofline(tableOf([measured({ parameters: {}, latency: 1 })]).rows, []).kind, 'refusal');
  });
});
