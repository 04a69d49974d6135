// What a regression leaves unexplained, a point each: a curve or a fan in it is a reason to doubt the law.
import type { Regression } from '../regression.ts';
import { type Chart, chartTable } from './chart.ts';
import { theme } from './colour.ts';
import { countOf, formatSi, metricName, metricUnit, metricValue } from './format.ts';
import { decades, frame, numericAxis } from './frame.ts';

/** Of the log form. `rowOf`: row of the reader's table by `Row.source`; -1 where there is none. */
export function residualChart(fit: Regression, rowOf: (source: number) => number): Chart {
  const { sources, fitted, residual } = fit.residuals;
  const points = sources.map((source, at) => ({
    predicted: metricValue(2 ** (fitted[at] as number), fit.metric),
    ratio: 2 ** (residual[at] as number),
    row: rowOf(source),
  }));
  const worst = points.toSorted((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)));
  const reach = Math.max(1, ...residual.map((value) => Math.ceil(Math.abs(value))));
  const drawn =
    points.length < fit.n ? `${countOf(points.length, 'point')} drawn of ${fit.n.toLocaleString('en')}` : '';
  const far = worst[0];
  return {
    kind: 'residuals',
    title: 'What the log form leaves',
    caption:
      `Measured by predicted ${metricName[fit.metric]}: at 1 the fit is right. A curve or a fan says that the axes act together.` +
      (far === undefined ? '' : ` Farthest: ${formatSi(far.ratio)} times what is predicted.`) +
      (drawn === '' ? '' : ` ${drawn}.`),
    half: true,
    height: 300,
    option: {
      ...frame,
      grid: { left: 62, right: 20, top: 12, bottom: 48 },
      xAxis: numericAxis(`predicted, ${metricUnit[fit.metric]}`, 28, {
        type: 'log',
        ...decades(points.map(({ predicted }) => predicted)),
      }),
      yAxis: numericAxis('measured by predicted', 42, { type: 'log', logBase: 2, min: 2 ** -reach, max: 2 ** reach }),
      series: [
        {
          name: 'points',
          type: 'scatter',
          row: 2,
          symbolSize: 6,
          itemStyle: { color: 'var(--series-1)', opacity: 0.7 },
          data: points.map(({ predicted, ratio, row }) => [
            Number(predicted.toPrecision(5)),
            Number(ratio.toPrecision(5)),
            row,
          ]),
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: theme.ink, type: 'solid', width: 1.5 },
            label: { show: false },
            data: [{ yAxis: 1 }],
          },
        },
      ],
    },
    table: chartTable(
      ['predicted', 'measured by predicted'],
      worst.map(({ predicted, ratio }) => [formatSi(predicted), ratio.toFixed(3)]),
    ),
  };
}
