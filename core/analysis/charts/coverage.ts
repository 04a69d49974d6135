// What was measured of what was meant to be, a bar a level of each axis.
import type { Coverage, CoverageCounts } from '../coverage.ts';
import { type Chart, chartTable } from './chart.ts';
import { theme } from './colour.ts';
import { countOf, formatPercent } from './format.ts';
import { frame, levelAxis, numericAxis, roomFor } from './frame.ts';

const fates: readonly { readonly key: keyof CoverageCounts; readonly name: string; readonly colour: string }[] = [
  { key: 'measured', name: 'measured', colour: theme.good },
  { key: 'failed', name: 'failed', colour: theme.bad },
  { key: 'pending', name: 'not yet', colour: theme.warn },
  { key: 'excluded', name: 'excluded', colour: theme.neutral },
  { key: 'notSampled', name: 'not sampled', colour: 'var(--series-7)' },
];

export function coverageChart(coverage: Coverage): Chart {
  const levels = coverage.axes.flatMap(({ axis, levels }) =>
    levels.map((level) => ({ ...level, name: `${axis.name} ${level.level}`, axis: axis.name })),
  );
  // Category axes count from the bottom; the first axis belongs on top.
  const upwards = [...levels].reverse();
  const names = upwards.map((level) => level.name);
  const shown = fates.filter(({ key }) => coverage.counts[key] > 0);
  return {
    kind: 'coverage',
    title: 'What became of the points, by the levels of each axis',
    caption: captionOf(coverage),
    half: false,
    height: 92 + levels.length * 22,
    option: {
      ...frame,
      legend: { top: 0, left: 'center', textStyle: { color: theme.ink }, itemHeight: 10, itemGap: 20 },
      grid: { left: roomFor(names), right: 28, top: 32, bottom: 44 },
      xAxis: numericAxis('% of the points of the level', 26, { min: 0, max: 100 }),
      yAxis: levelAxis('', 0, names, { axisLabel: { color: theme.muted, interval: names.length > 60 ? 'auto' : 0 } }),
      series: shown.map(({ key, name, colour }) => ({
        name,
        type: 'bar',
        stack: 'all',
        barWidth: 14,
        itemStyle: { color: colour },
        data: upwards.map((level) => {
          const total = totalOf(level.counts);
          return {
            value: total === 0 ? 0 : Number(((100 * level.counts[key]) / total).toFixed(2)),
            tip: `${level.name}\n${name}: ${level.counts[key].toLocaleString('en')} of ${countOf(total, 'point')}`,
            select: { model: coverage.model, axes: { [level.axis]: String(level.level) } },
            fate: key,
          };
        }),
      })),
    },
    table: chartTable(
      ['axis', 'level', ...fates.map(({ name }) => name), 'failed share'],
      levels.map((level) => [
        level.axis,
        String(level.level),
        ...fates.map(({ key }) => level.counts[key]),
        level.failedShare === undefined
          ? ''
          : `${formatPercent(level.failedShare.value)} [${formatPercent(level.failedShare.low)}, ${formatPercent(level.failedShare.high)}]`,
      ]),
    ),
  };
}

function captionOf(coverage: Coverage): string {
  const total = totalOf(coverage.counts);
  const parts = fates
    .filter(({ key }) => coverage.counts[key] > 0)
    .map(({ key, name }) => `${coverage.counts[key].toLocaleString('en')} ${name}`);
  const source =
    coverage.source === 'plan' ? '' : ' Drawn from records alone: points that were never tried cannot be seen.';
  return `Of ${countOf(total, 'point')}: ${parts.join(', ')}.${source}`;
}

function totalOf(counts: CoverageCounts): number {
  return fates.reduce((sum, { key }) => sum + counts[key], 0);
}
