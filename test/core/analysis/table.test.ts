import assert from 'node:assert/strict';
import { axesOf, regionOf } from '@edgewright/core/analysis/axes.js';
import { observe } from '@edgewright/core/analysis/observation.js';
import { tableOf } from '@edgewright/core/analysis/table.js';
import { ceiling, failed, grid, measured } from './records.ts';

const parameters = { nodes: 32, batch: 1 };

describe('table', () => {
  it('has FLOP/s by the median and utilisation by the ceiling, wherever in the stream that stands', () => {
    const [row] = tableOf([
      measured({ parameters, latency: 2, cost: { flops: 4e6 } }),
      ceiling({ peak: 8e9, bytes: 1e9 }),
      ceiling({ peak: 1e12, bytes: 1e9, runtime: 'ort-web' }),
      ceiling({ peak: 1e12, bytes: 1e9, threads: 2 }),
    ]).rows;
    assert.equal(row?.measured?.flops, 2e9);
    assert.equal(row?.measured?.utilisation, 0.25);
    assert.equal(row?.source, 0);
    assert.deepEqual(row?.measured?.latency, { median: 2, low: 1.98, high: 2.02, confidence: 0.95, effective: 100 });
  });

  it('has no utilisation without a ceiling', () => {
    assert.equal(tableOf([measured({ parameters, latency: 2 })]).rows[0]?.measured?.utilisation, undefined);
  });

  it('prefers the ceiling of the same fingerprint to one of the device in another state', () => {
    const other = ceiling({ peak: 1e10, bytes: 1e9, fingerprint: 'hot', id: 'other' });
    const record = measured({ parameters, latency: 1, cost: { flops: 1e6 } });
    assert.equal(tableOf([record, other]).rows[0]?.measured?.utilisation, 0.1);
    assert.equal(tableOf([record, other, ceiling({ peak: 5e9, bytes: 1e9 })]).rows[0]?.measured?.utilisation, 0.2);
  });

  it('counts a record delivered twice once, and keeps failures as rows', () => {
    const record = measured({ parameters, latency: 2 });
    const failure = failed({ parameters: { nodes: 64, batch: 1 }, code: 'timeout' });
    const { rows } = tableOf([record, record, failure]);
    assert.equal(rows.length, 2);
    assert.equal(rows[1]?.measured, undefined);
    assert.equal(rows[1]?.status.kind === 'failed' && rows[1].status.code, 'timeout');
  });

  it('shares the axes of a point among its repeats, and reads lists and scenarios as levels', () => {
    const given = {
      parameters: { blocks: [3, 4, 6, 3] },
      execution: { scenario: { kind: 'offline', concurrency: 4 } },
    } as const;
    const parametersOf = { ...given, parameters: { blocks: [...given.parameters.blocks] } };
    const { rows } = tableOf([
      measured({ ...parametersOf, latency: 1 }),
      measured({ ...parametersOf, latency: 4, repeat: 1 }),
    ]);
    assert.equal(rows[0]?.axes, rows[1]?.axes);
    assert.equal(rows[0]?.axes.blocks, '[3, 4, 6, 3]');
    assert.equal(rows[0]?.axes.scenario, 'offline, 4 in flight');
    assert.deepEqual(
      observe(rows, 'latency').list.map(({ value, repeats }) => [value.toFixed(9), repeats]),
      [['2.000000000', 2]],
    );
  });
});

describe('axes', () => {
  const { rows } = tableOf(
    grid({
      nodes: [512, 32, 128],
      image: [200, 250, 300],
      runtime: ['ort', 'ort-web'] as const,
      device: ['pi', 'nano'],
    }).map(({ runtime, device, ...rest }) => {
      const model = { ...rest, cell: 'gru', zero: rest.image - 200 };
      return measured({
        parameters: model,
        execution: { runtime: runtime as 'ort' },
        device: String(device),
        latency: 1,
      });
    }),
  );

  it('are those that vary, with their kind', () => {
    assert.deepEqual(
      axesOf(rows).map(({ name, origin, kind, geometric }) => [name, origin, kind, geometric]),
      [
        ['nodes', 'model', 'numeric', true],
        ['image', 'model', 'numeric', false],
        ['zero', 'model', 'numeric', false],
        ['runtime', 'execution', 'categorical', false],
        ['device', 'device', 'categorical', false],
      ],
    );
    assert.deepEqual(axesOf(rows)[0]?.levels, [32, 128, 512]);
  });

  it('make a region that reads', () => {
    const text = 'nodes 32 to 512, image 200 to 300, zero 0 to 100, runtime ort and ort-web, device nano and pi';
    assert.equal(regionOf(axesOf(rows)).text, text);
  });
});
