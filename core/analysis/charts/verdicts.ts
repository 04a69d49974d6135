// How many measurements may be trusted: counts of the verdicts, and of failures.
import type { VerdictKind } from '@edgewright/schemas/generated/record.js';
import type { ReportCounts } from '../analyse.ts';
import { type Chart, chartTable } from './chart.ts';
import { theme } from './colour.ts';
import { countOf } from './format.ts';
import { frame } from './frame.ts';

const verdicts: readonly { readonly kind: VerdictKind; readonly colour: string; readonly meaning: string }[] = [
  { kind: 'ok', colour: theme.good, meaning: 'interval as narrow as asked, no change in the last third' },
  { kind: 'wide', colour: 'var(--series-1)', meaning: 'interval wider than asked when the time was up' },
  { kind: 'drifting', colour: theme.warn, meaning: 'latency changed while measured' },
  { kind: 'throttled', colour: 'var(--series-6)', meaning: 'the device slowed itself' },
  { kind: 'bimodal', colour: 'var(--series-4)', meaning: 'latencies fall in two groups' },
];

export function verdictsChart(counts: ReportCounts): Chart {
  const rows = [
    ...verdicts.map((verdict) => ({ ...verdict, name: verdict.kind as string, count: counts.verdicts[verdict.kind] })),
    { name: 'failed', colour: theme.bad, meaning: 'could not be measured', count: counts.failures },
  ].filter(({ count }) => count > 0);
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return {
    kind: 'verdicts',
    title: 'Verdicts',
    caption: `Verdicts on ${countOf(total, 'measurement')}: ${rows
      .map(({ name, count, meaning }) => `${count.toLocaleString('en')} ${name} (${meaning})`)
      .join('; ')}.`,
    half: false,
    height: 96,
    option: {
      ...frame,
      legend: { top: 0, left: 'center', textStyle: { color: theme.ink }, itemHeight: 10, itemGap: 20 },
      grid: { left: 8, right: 8, top: 34, bottom: 8 },
      xAxis: { type: 'value', min: 0, max: Math.max(1, total), show: false },
      yAxis: { type: 'category', data: [''], show: false },
      series: rows.map(({ name, colour, count, meaning }) => ({
        name,
        type: 'bar',
        stack: 'all',
        barWidth: 30,
        itemStyle: { color: colour },
        label: {
          show: count / total > 0.06,
          color: 'var(--on-colour)',
          fontWeight: 600,
          formatter: count.toLocaleString('en'),
        },
        data: [{ value: count, tip: `${name}: ${count.toLocaleString('en')}\n${meaning}` }],
      })),
    },
    table: chartTable(
      ['verdict', 'measurements', 'meaning'],
      rows.map(({ name, count, meaning }) => [name, count, meaning]),
    ),
  };
}
