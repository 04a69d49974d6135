import assert from 'node:assert/strict';
import { heatmap } from '@edgewright/core/analysis/heatmap.js';
import type { Plan } from '@edgewright/core/analysis/plan.js';
import { tableOf } from '@edgewright/core/analysis/table.js';
import { failed, grid, measured } from './records.ts';

const axes = { nodes: [32, 64, 128], batch: [1, 4], threads: [1, 2] } as const;
const latencyOf = ({ nodes, batch, threads }: { nodes: number; batch: number; threads: number }) =>
  (nodes * batch) / threads;
const full = grid(axes).map((cell) => {
  const { threads, ...parameters } = cell;
  return measured({ parameters, execution: { threads }, latency: latencyOf(cell) });
});
const lost = failed({ parameters: { nodes: 256, batch: 4 }, code: 'out-of-memory' });

describe('heat map', () => {
  it('takes the two axes with the largest effect and the geometric mean over the others', () => {
    const map = heatmap(tableOf(full).rows, { metric: 'latency' });
    assert.ok(map.kind === 'heatmap');
    assert.deepEqual(
      [map.x.name, map.y.name, map.chosen, map.aggregated],
      ['batch', 'nodes', 'largest-effect', ['threads']],
    );
    const cell = map.cells[0];
    assert.ok(cell?.kind === 'value' && cell.points === 2);
    assert.ok(Math.abs(cell.value - Math.sqrt(32 * 16)) < 1e-9);
    assert.deepEqual([cell.low, cell.high].map(Math.round), [16, 32]);
    assert.equal(map.scale, 'log');
  });

  it('holds axes at a level', () => {
    const map = heatmap(tableOf(full).rows, { metric: 'latency', x: 'nodes', y: 'batch', fixed: { threads: 2 } });
    assert.ok(map.kind === 'heatmap');
    assert.deepEqual(
      map.cells.map((cell) => cell.kind === 'value' && Math.round(cell.value)),
      [16, 32, 64, 64, 128, 256],
    );
    assert.deepEqual([map.aggregated, map.fixed], [[], [{ axis: 'threads', level: 2 }]]);
  });

  it('says why a cell is empty: failed, excluded, not sampled or not yet measured', () => {
    const { rows } = tableOf([...full, lost]);
    const base = rows[0]?.axes ?? {};
    const planned = (nodes: number, batch: number, fate: Plan['points'][number]['fate'], detail = '') => {
      return { point: `${nodes} ${batch}`, model: 'fc', axes: { ...base, nodes, batch }, fate, detail };
    };
    const plan = {
      points: [planned(256, 1, 'excluded', 'nodes < 200'), planned(512, 1, 'not-sampled'), planned(512, 4, 'planned')],
    };
    const map = heatmap(rows, { metric: 'latency', x: 'nodes', y: 'batch', plan });
    assert.ok(map.kind === 'heatmap');
    const missing = map.cells
      .filter((cell) => cell.kind === 'missing')
      .map((cell) => [cell.x, cell.y, ...cell.missing]);
    assert.deepEqual(missing, [
      [3, 0, { kind: 'excluded', detail: 'nodes < 200', count: 1 }],
      [4, 0, { kind: 'not-sampled', detail: '', count: 1 }],
      [3, 1, { kind: 'failed', detail: 'out-of-memory', count: 1 }],
      [4, 1, { kind: 'not-yet', detail: '', count: 1 }],
    ]);
  });

  it('holds a device', () => {
    const both = full.flatMap((record) => [record, { ...record, device: 'nano', id: `nano ${record.id}` }]);
    const map = heatmap(tableOf(both).rows, { metric: 'latency', fixed: { device: 'nano' } });
    assert.ok(map.kind === 'heatmap');
    assert.deepEqual([map.aggregated, map.fixed], [['threads'], [{ axis: 'device', level: 'nano' }]]);
    assert.ok(map.cells.every((cell) => cell.kind === 'value' && cell.points === 2));
  });

  it('refuses one axis, and utilisation without a ceiling', () => {
    const one = grid({ nodes: [1, 2] }).map((parameters) => measured({ parameters, latency: 1 }));
    assert.equal(heatmap(tableOf(one).rows, { metric: 'latency' }).kind, 'refusal');
    assert.equal(heatmap(tableOf(full).rows, { metric: 'utilisation' }).kind, 'refusal');
  });
});
