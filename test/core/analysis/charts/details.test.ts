// Charts of single measurements and of what a fit leaves.
import assert from 'node:assert/strict';
import type { JsonObject } from '@edgewright/core/analysis/charts/chart.js';
import { latencyHistogramChart, latencySeriesChart } from '@edgewright/core/analysis/charts/latencies.js';
import { residualChart } from '@edgewright/core/analysis/charts/residuals.js';
import { rowsOf } from '@edgewright/core/analysis/observation.js';
import { regress } from '@edgewright/core/analysis/regression.js';
import { tableOf } from '@edgewright/core/analysis/table.js';
import { makeRecords } from '../../../fixtures/records.ts';

const summary = { median: 2, low: 1.9, high: 2.1 };

function dataOf(option: JsonObject): readonly (readonly number[] | JsonObject)[] {
  const [series] = option.series as readonly JsonObject[];
  return series?.data as readonly (readonly number[] | JsonObject)[];
}

describe('the chart of latencies in order', () => {
  it('draws every latency of a short series', () => {
    assert.deepEqual(dataOf(latencySeriesChart([2, 3, 1], summary).option), [
      [0, 2],
      [1, 3],
      [2, 1],
    ]);
  });

  it('keeps the least and the greatest of a long one, and says that it is thinned', () => {
    const values = Float64Array.from({ length: 100_000 }, (_, at) => 2 + (at === 54_321 ? 50 : at === 4 ? -1.5 : 0));
    const chart = latencySeriesChart(values, summary);
    const drawn = dataOf(chart.option) as readonly (readonly number[])[];
    assert.ok(drawn.length <= 1000);
    assert.ok(drawn.some(([at, value]) => at === 54_321 && value === 52));
    assert.ok(drawn.some(([at, value]) => at === 4 && value === 0.5));
    assert.match(chart.caption, /the least and the greatest of each stretch/);
  });

  it('takes the unit that suits', () => {
    const chart = latencySeriesChart([0.002, 0.003], { median: 0.0025, low: 0.002, high: 0.003 });
    assert.deepEqual(dataOf(chart.option)[0], [0, 2]);
    assert.equal((chart.option.yAxis as JsonObject).name, 'µs');
  });
});

describe('the histogram of latencies', () => {
  const countIn = (option: JsonObject): number =>
    dataOf(option).reduce((sum, item) => sum + ((item as JsonObject).value as readonly number[])[1]!, 0);

  it('counts every latency once', () => {
    const values = Array.from({ length: 500 }, (_, at) => 2 + 0.1 * Math.sin(at));
    assert.equal(countIn(latencyHistogramChart(values, summary, []).option), 500);
  });

  it('leaves stragglers past the edge, and says how many', () => {
    const values = Array.from({ length: 500 }, (_, at) => (at % 100 === 0 ? 90 : 2 + 0.1 * Math.sin(at)));
    const chart = latencyHistogramChart(values, summary, [{ p: 99, value: 90 }]);
    assert.ok(countIn(chart.option) < 500);
    assert.match(chart.caption, /Past the right edge: \d+ inferences, up to 90 ms/);
  });

  it('names percentiles as the records do, in percent', () => {
    const values = Array.from({ length: 500 }, (_, at) => 2 + 0.1 * Math.sin(at));
    const chart = latencyHistogramChart(values, summary, [{ p: 99.9, value: 2.09 }]);
    assert.match(JSON.stringify(chart.option), /"formatter":"p99.9"/);
  });

  it('can be drawn of one latency, and of equal ones', () => {
    for (const values of [[2], [2, 2, 2]]) {
      assert.equal(countIn(latencyHistogramChart(values, summary, []).option), values.length);
    }
  });
});

describe('the chart of residuals', () => {
  it('has a point for each measured one, with its row, around 1', () => {
    const table = tableOf(makeRecords({ count: 300 }));
    const fit = regress(rowsOf(table, 'fc'), { metric: 'latency', form: 'log' });
    assert.ok(fit.kind === 'regression');
    const chart = residualChart(fit, (source) => table.rows.findIndex((row) => row.source === source));
    const points = dataOf(chart.option) as readonly (readonly [number, number, number])[];
    assert.equal(points.length, fit.n);
    for (const [predicted, ratio, row] of points) {
      const median = table.rows[row]?.measured?.latency.median as number;
      assert.ok(Math.abs((predicted * ratio) / median - 1) < 1e-3);
    }
    const mean = points.reduce((sum, [, ratio]) => sum + Math.log(ratio), 0) / points.length;
    assert.ok(Math.abs(mean) < 1e-3);
  });
});
