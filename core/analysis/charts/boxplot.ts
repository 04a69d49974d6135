// Box plots by the levels of an axis. What box and whiskers mean is said under each.
import type { BoxPlot } from '../boxplot.ts';
import { type Chart, chartTable } from './chart.ts';
import { theme } from './colour.ts';
import { capitalised, countOf, formatSi, metricName, metricUnit, metricValue } from './format.ts';
import { frame, levelAxis, numericAxis } from './frame.ts';

export function boxplotChart(plot: BoxPlot, quantiles: 'paradnn' | 'tukey'): Chart {
  const shown = plot.groups.map((group) => ({ group, box: group.boxes?.[quantiles] }));
  const value = (raw: number): number => Number(metricValue(raw, plot.metric).toPrecision(5));
  const boxes = shown.flatMap(({ box }) => (box === undefined ? [] : [box]));
  const least = Math.min(...boxes.flatMap((box) => [box.whiskerLow, ...box.outliers]));
  const most = Math.max(...boxes.flatMap((box) => [box.whiskerHigh, ...box.outliers]));
  const log = least > 0 && most / least >= 10;
  const failed = plot.groups.reduce((sum, group) => sum + group.failed, 0);
  return {
    kind: 'boxplot',
    title: `${capitalised(metricName[plot.metric])} by ${plot.by.name}, ${quantiles === 'tukey' ? "Tukey's" : "ParaDnn's"} quantiles`,
    caption:
      `${capitalised(quantiles === 'tukey' ? plot.labels.tukey : plot.labels.paradnn)}${log ? '; logarithmic scale' : ''}.` +
      (failed === 0 ? '' : ` ${countOf(failed, 'failed point')} in no box.`),
    half: true,
    height: 340,
    option: {
      ...frame,
      grid: { left: 70, right: 16, top: 16, bottom: 52 },
      xAxis: levelAxis(
        plot.by.name,
        28,
        shown.map(({ group }) => String(group.level)),
      ),
      yAxis: numericAxis(metricUnit[plot.metric], 50, log ? { type: 'log' } : { scale: true }),
      series: [
        {
          name: metricName[plot.metric],
          type: 'boxplot',
          boxWidth: [8, 44],
          itemStyle: { color: 'var(--box-fill)', borderColor: 'var(--series-1)', borderWidth: 1.5 },
          data: shown.map(({ group, box }) => ({
            value:
              box === undefined
                ? ['-', '-', '-', '-', '-']
                : [box.whiskerLow, box.low, box.median, box.high, box.whiskerHigh].map(value),
            select: { model: plot.model, axes: { [plot.by.name]: String(group.level) } },
            tip:
              `${plot.by.name} ${group.level}: ${countOf(group.n, 'point')}` +
              (box === undefined
                ? ''
                : `\nmedian ${formatSi(value(box.median))} ${metricUnit[plot.metric]}` +
                  `\nbox ${formatSi(value(box.low))} to ${formatSi(value(box.high))}` +
                  `\nwhiskers ${formatSi(value(box.whiskerLow))} to ${formatSi(value(box.whiskerHigh))}`) +
              (group.failed === 0 ? '' : `\n${countOf(group.failed, 'point')} failed`),
          })),
        },
        {
          name: 'outside the whiskers',
          type: 'scatter',
          symbolSize: 4,
          silent: true,
          itemStyle: { color: theme.muted, opacity: 0.7 },
          data: shown.flatMap(({ box }, x) => (box?.outliers ?? []).map((outlier) => [x, value(outlier)])),
        },
      ],
    },
    table: chartTable(
      [plot.by.name, 'points', 'failed', 'whisker low', 'box low', 'median', 'box high', 'whisker high', 'outside'],
      shown.map(({ group, box }) => [
        String(group.level),
        group.n,
        group.failed,
        ...(box === undefined
          ? ['', '', '', '', '', 0]
          : [
              ...[box.whiskerLow, box.low, box.median, box.high, box.whiskerHigh].map((v) => formatSi(value(v))),
              box.outlierCount,
            ]),
      ]),
    ),
  };
}
