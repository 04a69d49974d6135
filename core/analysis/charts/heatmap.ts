// Heat map of a metric over two axes. A cell without a value is hatched and says why.
import { listText } from '../axes.ts';
import type { HeatCell, Heatmap, MissingReason } from '../heatmap.ts';
import type { Metric } from '../metric.ts';
import { formatSignificant } from '../number.ts';
import { type Chart, chartTable, type JsonObject } from './chart.ts';
import { rampAt, textOn, theme, viridis } from './colour.ts';
import {
  capitalised,
  countOf,
  formatMetric,
  formatSi,
  metricName,
  metricUnit,
  metricValue,
  timeUnit,
} from './format.ts';
import { frame, levelAxis, roomFor } from './frame.ts';

export interface HeatmapOptions {
  /** Limits of the colours, so that maps may be compared; without it the map's own. */
  readonly range?: { readonly low: number; readonly high: number };
  /** Half the page wide, where several stand together. */
  readonly half?: boolean;
}

/** Cells whose text is still legible at the page's width. */
const columnsWithText = 16;

export function heatmapChart(map: Heatmap, options: HeatmapOptions = {}): Chart {
  const range = options.range ?? map.range ?? { low: 1, high: 1 };
  const log = range.low > 0 && range.high >= 10 * range.low;
  const shown = shownIn(map.metric, range);
  const half = options.half ?? false;
  const scaled = (value: number): number => (log ? Math.log10(value) : value);
  const [low, high] = [scaled(range.low), scaled(range.high)];
  const xs = map.x.levels.map(String);
  const ys = map.y.levels.map(String);
  const values = map.cells.filter((cell) => cell.kind === 'value');
  const missing = map.cells.filter((cell) => cell.kind === 'missing');
  const withText = xs.length <= (half ? columnsWithText / 2 : columnsWithText);
  const left = roomFor(ys) + 26;
  return {
    kind: 'heatmap',
    title: `${capitalised(metricName[map.metric])} over ${map.x.name} and ${map.y.name}${heldText(map, ', ')}`,
    caption: captionOf(map, shown.unit, log),
    half,
    height: 120 + ys.length * 34,
    option: {
      ...frame,
      grid: { left, right: 20, top: 12, bottom: 92 },
      xAxis: levelAxis(map.x.name, 28, xs),
      yAxis: levelAxis(map.y.name, left - 26, ys),
      visualMap: [
        {
          type: 'continuous',
          seriesIndex: 0,
          dimension: 2,
          min: low,
          max: high > low ? high : low + 1,
          inRange: { color: viridis },
          orient: 'horizontal',
          left: 'center',
          bottom: 4,
          itemWidth: 12,
          itemHeight: 180,
          hoverLink: false,
          text: [formatMetric(range.high, map.metric), formatMetric(range.low, map.metric)],
          textStyle: { color: theme.muted },
        },
        { type: 'piecewise', show: false, seriesIndex: 1, pieces: [{ min: -1, max: 1, color: '#808080' }] },
      ],
      series: [
        {
          name: metricName[map.metric],
          type: 'heatmap',
          itemStyle: { borderColor: theme.surface, borderWidth: 1 },
          label: { show: withText, fontSize: 11 },
          labelLayout: { hideOverlap: true },
          emphasis: { itemStyle: { borderColor: theme.ink, borderWidth: 2 } },
          data: values.map((cell) => {
            const share = high > low ? (scaled(cell.value) - low) / (high - low) : 0.5;
            return {
              value: [cell.x, cell.y, scaled(cell.value)],
              label: {
                formatter: shown.text(cell.value) + (cell.missing.length > 0 ? ' *' : ''),
                color: textOn(rampAt(share)),
              },
              tip: tipOf(map, cell),
              select: selectOf(map, cell),
            };
          }),
        },
        {
          name: 'no value',
          type: 'heatmap',
          itemStyle: { borderColor: theme.surface, borderWidth: 1 },
          label: {
            show: withText && xs.length <= (half ? 5 : 10),
            fontSize: 10,
            color: theme.ink,
            backgroundColor: theme.surface,
            padding: [2, 4],
            borderRadius: 3,
          },
          labelLayout: { hideOverlap: true },
          data: missing.map((cell) => ({
            value: [cell.x, cell.y, 0],
            itemStyle: { color: theme.hatchGround, decal: hatch(cell.missing) },
            label: { formatter: shortReason(cell.missing) },
            tip: tipOf(map, cell),
            select: selectOf(map, cell),
          })),
        },
      ],
    },
    table: chartTable(
      [map.y.name, map.x.name, `${metricName[map.metric]}, ${shown.unit}`, 'low', 'high', 'points'],
      map.cells.map((cell) => [
        ys[cell.y],
        xs[cell.x],
        ...(cell.kind === 'value'
          ? [cell.value, cell.low, cell.high].map(shown.text)
          : [reasonText(cell.missing), '', '']),
        cell.kind === 'value' ? cell.points : 0,
      ]),
    ),
  };
}

/** Limits that all maps of one metric share; undefined where none has a value. */
export function sharedRange(maps: readonly Heatmap[]): { readonly low: number; readonly high: number } | undefined {
  const ranges = maps.map((map) => map.range).filter((range) => range !== undefined);
  if (ranges.length === 0) return undefined;
  return { low: Math.min(...ranges.map((r) => r.low)), high: Math.max(...ranges.map((r) => r.high)) };
}

/** How the cells of a map show their values: in one unit. */
function shownIn(metric: Metric, range: { readonly low: number; readonly high: number }) {
  if (metric !== 'latency') {
    return { unit: metricUnit[metric], text: (value: number) => formatSi(metricValue(value, metric)) };
  }
  const { name, perMs } = timeUnit(range.low, range.high);
  return { unit: name, text: (value: number) => formatSignificant(value * perMs, 3) };
}

function captionOf(map: Heatmap, unit: string, log: boolean): string {
  const missing = map.cells.filter((cell) => cell.kind === 'missing');
  const partial = map.cells.filter((cell) => cell.kind === 'value' && cell.missing.length > 0).length;
  return [
    `${capitalised(metricName[map.metric])} in ${unit} by ${map.x.name} (across) and ${map.y.name} (up)`,
    heldText(map, ', with '),
    map.aggregated.length === 0 ? '' : `; a cell is the geometric mean over ${listText(map.aggregated)}`,
    map.chosen === 'largest-effect' ? '; these two axes move it most' : '',
    '.',
    map.range === undefined
      ? ' No cell has a value.'
      : ` From ${formatMetric(map.range.low, map.metric)} to ${formatMetric(map.range.high, map.metric)}` +
        `${log ? '; colours are logarithmic' : ''}.`,
    missing.length === 0 ? '' : ` Hatched: ${countOf(missing.length, 'cell')} without a value (${tally(missing)}).`,
    partial === 0 ? '' : ` Starred: ${countOf(partial, 'cell')} in which some points have no value.`,
  ].join('');
}

/** What is held, after `before`; empty where nothing is. */
function heldText(map: Heatmap, before: string): string {
  return map.fixed.length === 0 ? '' : before + map.fixed.map(({ axis, level }) => `${axis} ${level}`).join(', ');
}

function tally(cells: readonly HeatCell[]): string {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const reason = shortReason(cell.missing);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => `${count} ${reason}`).join(', ');
}

function tipOf(map: Heatmap, cell: HeatCell): string {
  const head = `${map.x.name} ${map.x.levels[cell.x]}, ${map.y.name} ${map.y.levels[cell.y]}`;
  if (cell.kind === 'missing') return `${head}\nno value: ${reasonText(cell.missing)}`;
  const lines = [
    head,
    `${metricName[map.metric]} ${formatMetric(cell.value, map.metric)}`,
    `interval ${formatMetric(cell.low, map.metric)} to ${formatMetric(cell.high, map.metric)}`,
    countOf(cell.points, 'point'),
  ];
  if (cell.missing.length > 0) lines.push(`without: ${reasonText(cell.missing)}`);
  return lines.join('\n');
}

/** Which rows a click on the cell asks for. */
function selectOf(map: Heatmap, cell: HeatCell): JsonObject {
  const axes: Record<string, string> = {};
  for (const { axis, level } of map.fixed) axes[axis] = String(level);
  axes[map.x.name] = String(map.x.levels[cell.x]);
  axes[map.y.name] = String(map.y.levels[cell.y]);
  return { model: map.model, axes };
}

const reasonWords: Readonly<Record<MissingReason['kind'], string>> = {
  failed: 'failed',
  excluded: 'excluded',
  'not-sampled': 'not sampled',
  'not-yet': 'not yet',
  'not-planned': 'not planned',
  'no-metric': 'no metric',
};

function reasonText(missing: readonly MissingReason[]): string {
  if (missing.length === 0) return 'not planned';
  return missing
    .map(
      ({ kind, count, detail }) =>
        `${countOf(count, 'point')} ${reasonWords[kind]}${detail === '' ? '' : ` (${detail})`}`,
    )
    .join('; ');
}

function shortReason(missing: readonly MissingReason[]): string {
  const most = [...missing].sort((a, b) => b.count - a.count)[0];
  return most === undefined ? 'not planned' : reasonWords[most.kind];
}

/** Failures lean one way and are closer; every other reason leans the other way. */
function hatch(missing: readonly MissingReason[]): JsonObject {
  const failed = missing.some((reason) => reason.kind === 'failed');
  return {
    symbol: 'rect',
    dashArrayX: [1, 0],
    dashArrayY: failed ? [2, 5] : [1, 8],
    rotation: failed ? -Math.PI / 4 : Math.PI / 4,
    color: failed ? theme.bad : theme.muted,
  };
}
