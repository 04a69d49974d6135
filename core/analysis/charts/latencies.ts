// The raw latencies of one measurement: in the order measured, and how they spread.
import { quantile } from '../../quantile.ts';
import { type Chart, chartTable, type JsonObject } from './chart.ts';
import { theme } from './colour.ts';
import { countOf, formatSi, timeUnit } from './format.ts';
import { frame, numericAxis } from './frame.ts';

export interface MedianOfLatencies {
  /** ms */
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Points drawn at most: of a longer series the least and the greatest of each stretch. */
const seriesPoints = 1000;

/** `latencies` in ms, in order, not empty. */
export function latencySeriesChart(latencies: ArrayLike<number>, summary: MedianOfLatencies): Chart {
  const unit = timeUnit(summary.median, summary.median);
  const shown = extremes(latencies, seriesPoints);
  const isThinned = shown.length < latencies.length;
  return {
    kind: 'latencies',
    title: 'Latencies in order',
    caption:
      `${countOf(latencies.length, 'inference')} in the order measured. Line: the median, with its interval.` +
      (isThinned ? ' Drawn: the least and the greatest of each stretch.' : ''),
    half: false,
    height: 170,
    option: {
      ...frame,
      grid: { left: 54, right: 14, top: 10, bottom: 40 },
      xAxis: numericAxis('inference', 24, {
        min: 0,
        max: Math.max(1, latencies.length - 1),
        splitLine: { show: false },
      }),
      yAxis: numericAxis(unit.name, 38, { scale: true, splitNumber: 3 }),
      series: [
        {
          name: 'latency',
          type: isThinned ? 'line' : 'scatter',
          symbolSize: 4,
          showSymbol: false,
          lineStyle: { width: 1, color: 'var(--series-1)' },
          itemStyle: { color: 'var(--series-1)', opacity: 0.75 },
          silent: true,
          data: shown.map((at) => [at, rounded((latencies[at] as number) * unit.perMs)]),
          markLine: medianLines(summary, unit.perMs, 'yAxis'),
        },
      ],
    },
    table: chartTable(
      ['inference', `latency, ${unit.name}`],
      shown.map((at) => [at, rounded((latencies[at] as number) * unit.perMs)]),
    ),
  };
}

export interface MarkedPercentile {
  /** 0 to 100, both left out. */
  readonly p: number;
  /** ms */
  readonly value: number;
}

const bins = 36;

/** `latencies` in ms, not empty. */
export function latencyHistogramChart(
  latencies: ArrayLike<number>,
  summary: MedianOfLatencies,
  percentiles: readonly MarkedPercentile[],
): Chart {
  const unit = timeUnit(summary.median, summary.median);
  const sorted = Float64Array.from(latencies).sort();
  const [low, greatest] = [sorted[0] as number, sorted.at(-1) as number];
  // Stragglers would press all others into one bar: what lies far past the middle half is counted and not drawn.
  const [lower, upper] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  const bound = upper + 5 * (upper - lower);
  const high = bound > low ? Math.min(greatest, bound) : greatest;
  const width = (high - low) / bins || Math.max(low, 1e-9) / 100;
  const counts = new Array<number>(bins).fill(0);
  let beyond = 0;
  for (const value of sorted) {
    if (value > high) beyond++;
    else {
      const bin = Math.min(bins - 1, Math.floor((value - low) / width));
      counts[bin] = (counts[bin] as number) + 1;
    }
  }
  const at = (bin: number) => rounded((low + bin * width) * unit.perMs);
  const marks = percentiles.filter(({ value }) => value <= low + bins * width);
  /** Two labels closer than this would stand on one another. */
  const isNamed = marks.map(({ value }, i) => i === 0 || value - (marks[i - 1]?.value ?? 0) > 0.09 * (high - low));
  return {
    kind: 'histogram',
    title: 'Distribution',
    caption:
      `How often each latency was measured. Lines: the median with its interval${marks.length === 0 ? '' : ', and percentiles'}.` +
      (beyond === 0
        ? ''
        : ` Past the right edge: ${countOf(beyond, 'inference')}, up to ${formatSi(greatest * unit.perMs)} ${unit.name}.`),
    half: false,
    height: 190,
    option: {
      ...frame,
      grid: { left: 54, right: 14, top: 22, bottom: 40 },
      xAxis: numericAxis(unit.name, 24, {
        min: at(0),
        max: at(bins),
        splitLine: { show: false },
        axisLabel: {
          color: theme.muted,
          formatter: { format: 'si' },
          hideOverlap: true,
          showMinLabel: false,
          showMaxLabel: false,
        },
      }),
      yAxis: numericAxis('inferences', 38, { minInterval: 1, splitNumber: 3 }),
      series: [
        {
          name: 'inferences',
          type: 'bar',
          barWidth: '92%',
          barCategoryGap: '0%',
          itemStyle: { color: 'var(--series-1)', opacity: 0.8 },
          data: counts.map((count, bin) => ({
            value: [at(bin + 0.5), count],
            tip: `${formatSi(at(bin))} to ${formatSi(at(bin + 1))} ${unit.name}\n${countOf(count, 'inference')}`,
          })),
          markLine: {
            ...medianLines(summary, unit.perMs, 'xAxis'),
            data: [
              ...(medianLines(summary, unit.perMs, 'xAxis').data as readonly JsonObject[]),
              ...marks.map(({ p, value }, i) => ({
                xAxis: rounded(value * unit.perMs),
                lineStyle: { color: theme.muted, type: 'dotted', width: 1 },
                label: {
                  show: isNamed[i] ?? true,
                  position: 'end',
                  formatter: `p${p}`,
                  color: theme.muted,
                  fontSize: 10,
                },
              })),
            ],
          },
        },
      ],
    },
    table: chartTable(
      [`from, ${unit.name}`, `to, ${unit.name}`, 'inferences'],
      counts.map((count, bin) => [at(bin), at(bin + 1), count]),
    ),
  };
}

/** The median solid, its interval dashed. */
function medianLines({ median, low, high }: MedianOfLatencies, perMs: number, axis: 'xAxis' | 'yAxis'): JsonObject {
  const line = (value: number, type: string, width: number): JsonObject => ({
    [axis]: rounded(value * perMs),
    lineStyle: { color: theme.ink, type, width },
  });
  return {
    silent: true,
    symbol: 'none',
    label: { show: false },
    data: [line(median, 'solid', 1.5), line(low, 'dashed', 1), line(high, 'dashed', 1)],
  };
}

function extremes(values: ArrayLike<number>, limit: number): readonly number[] {
  if (values.length <= limit) return Array.from({ length: values.length }, (_, at) => at);
  const stretches = limit / 2;
  const chosen: number[] = [];
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = Math.floor((stretch * values.length) / stretches);
    const to = Math.floor(((stretch + 1) * values.length) / stretches);
    let [least, most] = [from, from];
    for (let at = from; at < to; at++) {
      if ((values[at] as number) < (values[least] as number)) least = at;
      if ((values[at] as number) > (values[most] as number)) most = at;
    }
    chosen.push(...(least === most ? [least] : [Math.min(least, most), Math.max(least, most)]));
  }
  return chosen;
}

function rounded(value: number): number {
  return Number(value.toPrecision(5));
}
