import assert from 'node:assert/strict';
import { estimateRow, estimateTime } from '@edgewright/core/sweep/estimate.js';
import { orderSlots } from '@edgewright/core/sweep/order.js';
import { expand, sweepOf } from './document.ts';

function estimate(body: string, speeds?: Parameters<typeof estimateTime>[2]) {
  const sweep = sweepOf(body);
  return estimateTime(orderSlots(sweep, expand(body).points), sweep.measure, speeds);
}

const speed = { runtime: 'ort', threads: 1, precision: 'float32', flops: 1e12, bandwidth: 1e12 } as const;

describe('estimateTime', () => {
  it('gives the minimum time to points that are fast', () => {
    const { total, slots, longest } = estimate(
      'models: [{ family: fc, axes: { nodes: [512, 513] } }]\nmeasure: { minTime: 2s, maxTime: 20s, warmupTime: 100ms }',
    );
    assert.equal(slots.length, 2);
    // 200 ms to start, 100 ms of warm-up, 2 s; 37 ms for 3.7 MB of weights and 2 ms for an inference.
    for (const slot of slots) assert.ok(slot > 2338 && slot < 2342, String(slot));
    assert.ok(total === (slots[0] ?? 0) + (slots[1] ?? 0));
    assert.ok(longest > 40_676 && longest < 40_684);
  });

  it('gives slow points their least iterations, within the maximum time', () => {
    // 134 million MACs, hence 0.27 s an inference at 1 GFLOP/s.
    const body = (maxTime: string) =>
      `models: [{ family: fc, axes: { layers: 2, nodes: 8192, input: 8192, output: 10 } }]\nmeasure: { minTime: 1s, maxTime: ${maxTime}, minIterations: 10, warmupTime: 0ms, warmupIterations: 0 }`;
    const [free = 0] = estimate(body('60s')).slots;
    const [capped = 0] = estimate(body('2s')).slots;
    assert.ok(free - capped > 500, `${free} against ${capped}`);
  });

  it('never exceeds the timeout', () => {
    const { slots } = estimate(
      'models: [{ family: fc, axes: { nodes: 8192, layers: 100 } }]\nmeasure: { timeout: 5s, maxTime: 3s }',
    );
    assert.deepEqual(slots, [5000]);
  });

  it('counts gaps and rates of the scenario', () => {
    const total = (scenario: string) =>
      estimate(
        `models: [{ family: fc }]\nexecution: { scenario: ${scenario} }\nmeasure: { minIterations: 100, maxTime: 60s }`,
      ).total;
    assert.ok(total('{ kind: idle-gap, gap: 100ms }') > 10_000);
    assert.ok(total('{ kind: fixed-rate, rate: 10 }') > 10_000);
    assert.ok(total('single-stream') < 2000);
  });

  it('uses measured ceilings of the runtime and says so', () => {
    const body =
      'models: [{ family: fc, axes: { nodes: 8192, layers: 4 } }]\nmeasure: { minIterations: 50, maxTime: 60s }';
    const slow = estimate(body);
    const fast = estimate(body, [speed]);
    const other = estimate(body, [{ ...speed, runtime: 'ort-web' }]);
    assert.ok(fast.total < slow.total);
    assert.equal(other.total, slow.total);
    assert.match(fast.assumption, /measured ceilings/);
    assert.match(slow.assumption, /1 GFLOP\/s/);
  });
});

describe('estimateRow', () => {
  it('holds the axis values beside the costs', () => {
    const [planned] = expand('models: [{ family: fc, name: wide, axes: { nodes: 64, batch: 2 } }]').points;
    assert.ok(planned);
    assert.deepEqual(estimateRow(planned), {
      id: planned.point.id,
      model: 'wide',
      family: 'fc',
      layers: 4,
      nodes: 64,
      input: 256,
      output: 10,
      batch: 2,
      runtime: 'ort',
      threads: 1,
      precision: 'float32',
      optimization: 'all',
      scenario: { kind: 'single-stream' },
      items: 2,
      ...planned.cost,
    });
    // 256x64 + 3 64x64 + 64x10 weights with biases, and twice as many products for two examples.
    assert.equal(planned.cost.parameters, 256 * 64 + 64 + 3 * (64 * 64 + 64) + 64 * 10 + 10);
    assert.equal(planned.cost.macs, 2 * (256 * 64 + 3 * 64 * 64 + 64 * 10));
  });

  it('keeps a dimension of a file that is called as a column', () => {
    const [planned] = expand('models: [{ family: fc }]').points;
    assert.ok(planned);
    const { point } = planned;
    const row = estimateRow({
      ...planned,
      point: { ...point, model: { ...point.model, parameters: { macs: 3, n: 4 } } },
    });
    assert.deepEqual([row['dimension.macs'], row.macs, row.n], [3, planned.cost.macs, 4]);
  });
});
