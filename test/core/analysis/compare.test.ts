import assert from 'node:assert/strict';
import { type Comparison, compare, sliceOf } from '@edgewright/core/analysis/compare.js';
import { outcomeOf } from '@edgewright/core/analysis/pairing.js';
import { tableOf } from '@edgewright/core/analysis/table.js';
import { growTree, minimumLeaf } from '@edgewright/core/analysis/tree.js';
import { failed, grid, measured } from './records.ts';

const nodes = [32, 64, 128, 256, 512, 1024, 2048, 4096];
const batch = [1, 2, 4, 8, 16];

/** Pairs of devices a and b; `ratio` is how many times slower b is. */
function devices(ratio: (cell: { nodes: number; batch: number }) => number, width = 0.005) {
  return grid({ nodes, batch }).flatMap((parameters) => {
    const latency = (parameters.nodes * parameters.batch) / 100;
    return [
      measured({ parameters, device: 'a', latency, width }),
      measured({ parameters, device: 'b', latency: latency * ratio(parameters), width }),
    ];
  });
}

function compared(records: Parameters<typeof tableOf>[0], swap = false): Comparison {
  const table = tableOf(records);
  const [a, b] = [sliceOf(table, 'device', 'a'), sliceOf(table, 'device', 'b')];
  const result = swap ? compare(b, a) : compare(a, b);
  assert.equal(result.kind, 'comparison');
  return result as Comparison;
}

describe('comparison', () => {
  it('claims strictly better only where every pair is', () => {
    const all = compared(devices(() => 1.5));
    assert.equal(all.strict.better, 'a');
    assert.ok(all.strict.pA < 1e-6 && all.strict.pB > 0.999);
    assert.deepEqual(all.counts, { win: 40, tie: 0, loss: 0, undecided: 0 });
    const allButOne = compared(devices((cell) => (cell.nodes === 32 && cell.batch === 1 ? 0.98 : 1.5)));
    assert.equal(allButOne.strict.better, 'undecided');
    assert.equal(allButOne.strict.somewhereA, 39);
    assert.equal(allButOne.strict.somewhereB, 1);
    assert.equal(allButOne.counts.tie, 1);
  });

  it('is the same from the other side', () => {
    const ratio = (cell: { nodes: number; batch: number }) => 0.7 + cell.nodes / 4096 + cell.batch / 40;
    const [one, other] = [compared(devices(ratio)), compared(devices(ratio), true)];
    assert.equal(one.counts.win, other.counts.loss);
    assert.ok(Math.abs(one.speedup.byT.value * other.speedup.byT.value - 1) < 1e-12);
    assert.ok(Math.abs(one.speedup.byT.low * other.speedup.byT.high - 1) < 1e-12);
    assert.ok(Math.abs(one.shares.win.low - other.shares.loss.low) < 1e-12);
  });

  it('averages by geometric mean: twice as fast and half as fast is even', () => {
    const even = compared(devices((cell) => (cell.nodes < 500 ? 2 : 0.5)).slice(0, 80));
    const logs = grid({ nodes, batch }).map((cell) => (Number(cell.nodes) < 500 ? 1 : -1));
    const expected = 2 ** (logs.reduce((sum, log) => sum + log, 0) / logs.length);
    assert.ok(Math.abs(even.speedup.byT.value - expected) < 1e-9);
    assert.ok(even.speedup.byBootstrap.low < expected && expected < even.speedup.byBootstrap.high);
  });

  it('calls what the intervals cannot tell apart undecided, not a tie', () => {
    assert.equal(compared(devices(() => 1.01, 0.2)).counts.undecided, 40);
    assert.equal(compared(devices(() => 1.001, 0.001)).counts.tie, 40);
    assert.deepEqual(
      [outcomeOf(0.04, 0.1, 0.03), outcomeOf(-0.1, -0.04, 0.03), outcomeOf(0.01, 0.1, 0.03)],
      ['win', 'loss', 'undecided'],
    );
  });

  it('finds the condition under which A is better', () => {
    const found = compared(devices((cell) => (cell.nodes <= 512 ? 2 : 0.5) * (1 + cell.batch / 1000)));
    assert.deepEqual(
      found.rules.map(({ text, n }) => [text, n]),
      [
        ['nodes <= 512', 25],
        ['nodes > 512', 15],
      ],
    );
    assert.deepEqual(
      found.rules.map(({ winRate }) => winRate.value),
      [1, 0],
    );
    assert.ok(Math.abs((found.rules[0]?.speedup.value as number) - 2) < 0.02);
  });

  it('finds no condition in noise', () => {
    assert.equal(
      compared(devices(({ nodes: n, batch: b }) => 1.5 + (((n * 31 + b * 17) % 13) - 6) / 100)).rules.length,
      1,
    );
  });

  it('uses common support alone and says what it dropped', () => {
    const records = devices(() => 2).filter(({ device, point }) => {
      return device === 'a' || Number(point.model.parameters.nodes) < 2048;
    });
    const gone = grid({ nodes: [4096], batch }).map((parameters) =>
      failed({ parameters, device: 'b', code: 'out-of-memory' }),
    );
    const result = compared([...records, ...gone]);
    assert.equal(result.n, 30);
    assert.equal(result.dropped.failedB, 5);
    assert.equal(result.dropped.onlyA, 5);
    assert.equal(result.dropped.text, 'Left out for want of a partner: 5 failed on b and 5 were measured on a alone.');
  });

  it('merges repeats, and believes their spread where it is larger than their intervals', () => {
    const parameters = { nodes: 1 };
    const records = [1, 2].flatMap((latency, repeat) => [
      measured({ parameters, device: 'a', latency, repeat, width: 0.001 }),
      measured({ parameters, device: 'b', latency: 2, repeat, width: 0.001 }),
    ]);
    const [pair] = compared(records).pairs;
    assert.ok(Math.abs((pair?.a as number) - Math.SQRT2) < 1e-9);
    assert.equal(pair?.outcome, 'undecided');
  });

  it('pairs runtimes on the rest of the configuration', () => {
    const records = grid({ nodes, threads: [1, 2], runtime: ['ort', 'ort-web'] as const }).map(
      ({ nodes: n, threads, runtime }) => {
        const execution = { threads: Number(threads), runtime: runtime as 'ort' | 'ort-web' };
        return measured({ parameters: { nodes: n }, execution, latency: runtime === 'ort' ? 1 : 3 });
      },
    );
    const table = tableOf(records);
    const result = compare(sliceOf(table, 'runtime', 'ort'), sliceOf(table, 'runtime', 'ort-web'), {
      metric: 'throughput',
    });
    assert.ok(result.kind === 'comparison' && result.n === 16);
    assert.ok(Math.abs(result.speedup.byT.value - 3) < 1e-9);
    assert.deepEqual(
      result.region.axes.map((axis) => axis.name),
      ['nodes', 'threads'],
    );
  });

  it('pairs two runs device by device where they share devices, else across devices', () => {
    const on = (run: string, device: string, latency: number) => {
      return measured({ parameters: { nodes: 1 }, device, latency, run });
    };
    const slices = (records: Parameters<typeof tableOf>[0]) => {
      const { rows } = tableOf(records);
      return ['one', 'two'].map((run) => ({ name: run, axis: 'run', rows: rows.filter((row) => row.run === run) }));
    };
    const shared = slices([on('one', 'pi', 1), on('one', 'nano', 2), on('two', 'pi', 2), on('two', 'nano', 4)]);
    const apart = slices([on('one', 'pi', 1), on('two', 'nano', 3)]);
    for (const [[a, b], n, ratio] of [
      [shared, 2, 2],
      [apart, 1, 3],
    ] as const) {
      const result = a && b && compare(a, b);
      assert.ok(result?.kind === 'comparison' && result.n === n);
      assert.ok(Math.abs(result.speedup.byT.value - ratio) < 1e-9);
    }
  });

  it('refuses sides that share nothing', () => {
    const table = tableOf(devices(() => 1));
    assert.equal(compare(sliceOf(table, 'device', 'a'), sliceOf(table, 'device', 'c')).kind, 'refusal');
  });
});

describe('tree', () => {
  it('splits a categorical axis by its best partition and keeps the least leaf', () => {
    const values = Array.from({ length: 90 }, (_, at) => ['x', 'y', 'z'][at % 3] as string);
    const y = values.map((value, at) => (value === 'y' ? 1 : 0) + (at % 7) / 1000);
    const leaves = growTree(
      [{ axis: 'kind', kind: 'categorical', values }],
      y,
      values.map((_, at) => String(at)),
      { seed: 1, zone: 0 },
    );
    assert.deepEqual(
      leaves.map(({ conditions }) => conditions.map((condition) => condition.kind === 'one-of' && condition.values)),
      [[['y']], [['x', 'z']]],
    );
    assert.deepEqual([minimumLeaf(10), minimumLeaf(1000)], [5, 20]);
    const few = growTree(
      [{ axis: 'n', kind: 'numeric', values: [1, 2, 2, 2, 2, 2, 2, 2] }],
      [9, 0, 0, 0, 0, 0, 0, 0],
      [...'abcdefgh'],
      { seed: 1, zone: 0 },
    );
    assert.equal(few.length, 1);
  });
});
