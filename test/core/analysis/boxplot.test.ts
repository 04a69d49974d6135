import assert from 'node:assert/strict';
import { boxPlot, paradnnBox, tukeyBox } from '@edgewright/core/analysis/boxplot.js';
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

describe('box plot', () => {
  const hundred = Float64Array.from({ length: 101 }, (_, at) => at);

  it("has ParaDnn's quantiles", () => {
    const { outliers, outlierCount, ...box } = paradnnBox(hundred);
    assert.deepEqual(box, { whiskerLow: 2, low: 9, median: 50, high: 91, whiskerHigh: 98 });
    assert.deepEqual([outliers, outlierCount], [[0, 1, 99, 100], 4]);
  });

  it("has Tukey's box, with whiskers that end at data", () => {
    const box = tukeyBox(Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 30]));
    assert.deepEqual(box, {
      whiskerLow: 1,
      low: 3,
      median: 5,
      high: 7,
      whiskerHigh: 8,
      outliers: [30],
      outlierCount: 1,
    });
  });

  it('groups by an axis, counts failures beside, and keeps a level where all failed', () => {
    const plot = boxPlot(tableOf([...full, lost]).rows, 'latency', 'nodes');
    assert.ok(plot.kind === 'boxplot');
    assert.deepEqual(
      plot.groups.map(({ level, n, failed: count }) => [level, n, count]),
      [
        [32, 4, 0],
        [64, 4, 0],
        [128, 4, 0],
        [256, 0, 1],
      ],
    );
    assert.equal(plot.groups[3]?.boxes, undefined);
    assert.match(plot.labels.paradnn, /9th to 91st.*2nd to 98th/);
  });

  it('refuses an axis that does not vary and names those that do', () => {
    const plot = boxPlot(tableOf(full).rows, 'latency', 'runtime');
    assert.equal(plot.kind === 'refusal' && plot.fix, 'Group by one of: nodes, batch, threads.');
  });
});
