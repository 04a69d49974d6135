// Drift of a device: the same reference point, measured again and again during the run.
import { type Chart, chartTable, type JsonObject } from './chart.ts';
import { categorical, theme } from './colour.ts';
import { countOf, formatPercent } from './format.ts';
import { frame, numericAxis, zoom } from './frame.ts';

/** Of one device and reference point. */
export interface DriftSeries {
  readonly name: string;
  /** Minutes since the begin of the run, and the median latency with its interval in ms; in order of time. */
  readonly samples: readonly {
    readonly minutes: number;
    readonly median: number;
    readonly low: number;
    readonly high: number;
  }[];
}

export function driftChart(series: readonly DriftSeries[]): Chart {
  const shown = series.filter(({ samples }) => samples.length > 0);
  const relative = (value: number, first: number): number => Number(((100 * value) / first - 100).toFixed(3));
  return {
    kind: 'drift',
    title: 'Drift of the reference point',
    caption: shown
      .map(({ name, samples }) => {
        const first = samples[0].median;
        const medians = samples.map(({ median }) => median);
        const [low, high] = [Math.min(...medians), Math.max(...medians)];
        return `${name}: ${countOf(samples.length, 'measurement')} of the reference point lie between ${signed(low / first - 1)} and ${signed(high / first - 1)} of the first.`;
      })
      .join(' '),
    half: false,
    height: 300,
    option: {
      ...frame,
      dataZoom: zoom,
      legend: { top: 0, left: 'center', textStyle: { color: theme.ink }, data: shown.map(({ name }) => name) },
      grid: { left: 64, right: 24, top: 36, bottom: 48 },
      xAxis: numericAxis('minutes since the begin of the run', 28, { min: 0 }),
      yAxis: numericAxis('change of median latency, %', 44, { scale: true }),
      series: shown.flatMap(({ name, samples }, i): readonly JsonObject[] => [
        {
          name,
          type: 'line',
          symbolSize: 6,
          lineStyle: { color: categorical[i % categorical.length], width: 1.5 },
          itemStyle: { color: categorical[i % categorical.length] },
          data: samples.map(({ minutes, median, low, high }) => ({
            value: [Number(minutes.toFixed(3)), relative(median, samples[0].median)],
            tip: `${name}, minute ${minutes.toFixed(1)}\nmedian ${median.toPrecision(4)} ms [${low.toPrecision(4)}, ${high.toPrecision(4)}]`,
          })),
        },
        {
          name: `${name}, interval`,
          type: 'line',
          silent: true,
          symbol: 'rect',
          symbolSize: [7, 1],
          lineStyle: { color: categorical[i % categorical.length], width: 1 },
          itemStyle: { color: categorical[i % categorical.length] },
          data: samples.flatMap(({ minutes, low, high }) => [
            [Number(minutes.toFixed(3)), relative(low, samples[0].median)],
            [Number(minutes.toFixed(3)), relative(high, samples[0].median)],
            ['-', '-'],
          ]),
        },
      ]),
    },
    table: chartTable(
      ['device', 'minute', 'median, ms', 'low', 'high'],
      shown.flatMap(({ name, samples }) =>
        samples.map(({ minutes, median, low, high }) => [
          name,
          minutes.toFixed(1),
          median.toPrecision(4),
          low.toPrecision(4),
          high.toPrecision(4),
        ]),
      ),
    ),
  };
}

function signed(share: number): string {
  return (share > 0 ? '+' : share < 0 ? '−' : '±') + formatPercent(Math.abs(share));
}
