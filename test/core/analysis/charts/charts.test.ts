import assert from 'node:assert/strict';
import { bindOption } from '@edgewright/core/analysis/charts/bind.js';
import { boxplotChart } from '@edgewright/core/analysis/charts/boxplot.js';
import type { Chart, JsonObject } from '@edgewright/core/analysis/charts/chart.js';
import { relativeLuminance, textOn, viridis } from '@edgewright/core/analysis/charts/colour.js';
import { outcomeMapChart, outcomesChart, speedupChart } from '@edgewright/core/analysis/charts/comparison.js';
import { coverageChart } from '@edgewright/core/analysis/charts/coverage.js';
import { driftChart } from '@edgewright/core/analysis/charts/drift.js';
import { formatSi } from '@edgewright/core/analysis/charts/format.js';
import { heatmapChart, sharedRange } from '@edgewright/core/analysis/charts/heatmap.js';
import { regressionChart } from '@edgewright/core/analysis/charts/regression.js';
import { rooflineChart } from '@edgewright/core/analysis/charts/roofline.js';
import { thinScatter } from '@edgewright/core/analysis/charts/thin.js';
import { verdictsChart } from '@edgewright/core/analysis/charts/verdicts.js';
import fc from 'fast-check';
import { matchSnapshot } from '../../../snapshot.ts';
import { comparison, covered, fit, map, plot, roofGroup } from './results.ts';

const drift = driftChart([
  {
    name: 'pi-5',
    samples: [
      { minutes: 0, median: 10, low: 9.9, high: 10.1 },
      { minutes: 5, median: 10.5, low: 10.4, high: 10.6 },
    ],
  },
]);
const verdicts = verdictsChart({
  points: 9,
  measurements: 8,
  failures: 1,
  verdicts: { ok: 7, wide: 1, drifting: 0, throttled: 0, bimodal: 0 },
});

const charts: readonly (readonly [string, Chart])[] = [
  ['heatmap', heatmapChart(map)],
  ['regression', regressionChart(fit)],
  [
    'roofline',
    rooflineChart(roofGroup, {
      colour: { name: 'nodes', levelOf: (_, point) => (point.point === 'a' ? 32 : 64) },
      rowOf: (_, point) => (point.point === 'a' ? 7 : 8),
      half: false,
    }),
  ],
  ['boxplot-tukey', boxplotChart(plot, 'tukey')],
  ['boxplot-paradnn', boxplotChart(plot, 'paradnn')],
  ['coverage', coverageChart(covered)],
  ['outcomes', outcomesChart(comparison)],
  ['outcome-map', outcomeMapChart(comparison) as Chart],
  ['speedup', speedupChart(comparison)],
  ['drift', drift],
  ['verdicts', verdicts],
];

describe('charts', () => {
  for (const [name, chart] of charts) {
    it(`draw ${name} as before`, () => {
      matchSnapshot(`core/analysis/charts/snapshots/${name}.json`, `${JSON.stringify(chart, null, 1)}\n`);
    });

    it(`draw ${name} from plain JSON`, () => {
      assert.deepEqual(JSON.parse(JSON.stringify(chart)), chart);
    });
  }

  it('say why a cell of a heat map is missing', () => {
    const { caption, table } = heatmapChart(map);
    assert.match(caption, /1 cell without a value \(1 failed\)/);
    assert.ok(table.rows.some((row) => String(row[2]).includes('2 points failed (out-of-memory)')));
  });

  it('share the limits of maps that are compared', () => {
    const other = { ...map, range: { low: 0.1, high: 20 } };
    assert.deepEqual(sharedRange([map, other]), { low: 0.1, high: 50 });
    assert.equal(sharedRange([{ ...map, range: undefined }]), undefined);
  });

  it('have no outcome map where one axis varies', () => {
    const pairs = comparison.pairs.map((pair) => ({ ...pair, axes: { nodes: pair.axes.nodes } }));
    assert.equal(outcomeMapChart({ ...comparison, pairs }), undefined);
  });
});

describe('colours', () => {
  it('of text on every colour of the ramp meet WCAG AA', () => {
    for (const colour of viridis) {
      const [a, b] = [relativeLuminance(colour), relativeLuminance(textOn(colour))];
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      assert.ok(contrast >= 4.5, `${colour}: ${contrast.toFixed(2)}`);
    }
  });

  it('of the ramp grow lighter from low to high', () => {
    const lightness = viridis.map(relativeLuminance);
    assert.deepEqual(
      lightness,
      [...lightness].sort((a, b) => a - b),
    );
  });
});

describe('formatSi', () => {
  const cases: readonly (readonly [number, string])[] = [
    [0, '0'],
    [0.0123, '0.0123'],
    [1.5, '1.5'],
    [4096, '4096'],
    [17_400, '17.4 k'],
    [999_999, '1 M'],
    [1.23e6, '1.23 M'],
    [9e10, '90 G'],
    [2.5e12, '2.5 T'],
    [-17_400, '-17.4 k'],
    [0.00001, '1.00e-5'],
  ];
  for (const [value, text] of cases) it(`writes ${value} as ${text}`, () => assert.equal(formatSi(value), text));

  it('stands alone, for its source is moved into pages', () => {
    const moved = new Function(`return (${formatSi.toString()})(12345)`) as () => string;
    assert.equal(moved(), '12.3 k');
  });
});

describe('bindOption', () => {
  it('resolves colours and formats and leaves the rest', () => {
    const bound = bindOption(
      { a: 'var(--ink)', b: [{ c: { format: 'si' } }], d: [1, 2], e: null, f: 'plain' },
      (name) => `resolved ${name}`,
      formatSi,
    );
    assert.deepEqual(bound, { a: 'resolved --ink', b: [{ c: formatSi }], d: [1, 2], e: null, f: 'plain' });
  });
});

describe('thinScatter', () => {
  const cloud = (points: readonly (readonly number[])[]): JsonObject => ({
    xAxis: { type: 'log' },
    yAxis: { type: 'value' },
    series: [
      { type: 'line', data: [[1, 1]] },
      { type: 'scatter', data: points },
    ],
  });

  it('leaves a short series as it is', () => {
    const option = cloud([[1, 2]]);
    assert.equal(thinScatter(option).option, option);
  });

  it('keeps points of the data, within the limit, over its whole extent', () => {
    const point = fc.tuple(
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      fc.double({ min: -5, max: 5, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(point, { minLength: 101, maxLength: 600 }), (points) => {
        const { option, points: before, kept } = thinScatter(cloud(points), 100);
        const data = (option.series as readonly { data: readonly unknown[] }[])[1].data;
        assert.equal(before, points.length);
        assert.equal(kept, data.length);
        assert.ok(kept >= 1 && kept <= 100);
        assert.ok(data.every((one) => points.includes(one as [number, number])));
      }),
      { numRuns: 50 },
    );
  });
});
