// Roofline of one device, runtime, number of threads and precision, log-log, with the measured roofs.
import type { RoofGroup, RooflinePoint } from '../roofline.ts';
import type { AxisValue } from '../table.ts';
import { type Chart, chartTable, type Json, type JsonObject } from './chart.ts';
import { categorical, orderedColours, theme } from './colour.ts';
import { countOf, formatBytes, formatPercent, formatSi } from './format.ts';
import { decades, frame, numericAxis, zoom } from './frame.ts';

export interface RooflineOptions {
  /** What colours the points, and the level of each. */
  readonly colour: { readonly name: string; readonly levelOf: (group: RoofGroup, point: RooflinePoint) => AxisValue };
  /** Row of the report's table, for a click; -1 where there is none. */
  readonly rowOf: (group: RoofGroup, point: RooflinePoint) => number;
  /** Half the page wide, where several stand together. */
  readonly half: boolean;
  /** Shared by the charts of several groups; without it the group's own. */
  readonly limits?: RoofLimits;
  /** `left-out` for who draws them in the chart: there may be too many for an option. */
  readonly points?: 'drawn' | 'left-out';
}

export interface RoofLimits {
  readonly x: { readonly min: number; readonly max: number };
  readonly y: { readonly min: number; readonly max: number };
}

/** More points of a series than this are drawn in one go, without a shape each. */
const largeSeries = 2000;
/** Levels told apart by colour; the rest shares one. */
const levelsColoured = 12;

export function rooflineChart(group: RoofGroup, options: RooflineOptions): Chart {
  const limits = options.limits ?? roofLimits([group]);
  const title = `${group.device}, ${group.runtime}, ${countOf(group.threads, 'thread')}, ${group.precision}`;
  return {
    kind: 'roofline',
    title: `Roofline: ${title}`,
    caption: captionOf(group, options),
    half: options.half,
    height: options.half ? 400 : 460,
    option: {
      ...frame,
      dataZoom: zoom,
      legend: {
        type: 'scroll',
        top: 0,
        left: 8,
        right: 8,
        textStyle: { color: theme.ink },
        itemHeight: 10,
        itemWidth: 16,
        itemGap: 8,
        pageTextStyle: { color: theme.muted },
        pageIconColor: theme.accent,
        pageIconInactiveColor: theme.line,
      },
      grid: { left: 76, right: 24, top: 40, bottom: 52 },
      xAxis: numericAxis('arithmetic intensity, FLOP per byte', 30, { type: 'log', ...limits.x }),
      yAxis: numericAxis('attained, FLOP/s', 54, { type: 'log', ...limits.y }),
      series: [
        roof(group, limits),
        ...memoryRoof(group, limits),
        ...(options.points === 'left-out' ? [] : clouds(group, options)),
      ],
    },
    table: chartTable(
      ['measure', 'value'],
      [
        ['peak, FLOP/s', formatSi(group.peak)],
        ['bandwidth, caches included, B/s', formatSi(group.bandwidth)],
        ['ridge, caches included, FLOP/B', formatSi(group.ridge)],
        ...(group.memory === undefined
          ? []
          : [
              [`bandwidth at ${formatBytes(group.memory.bytes)}, B/s`, formatSi(group.memory.bandwidth)],
              [`ridge at ${formatBytes(group.memory.bytes)}, FLOP/B`, formatSi(group.memory.ridge)],
            ]),
        ['points', group.points.length],
        ['memory-bound points', group.memoryBound],
        ['compute-bound points', group.computeBound],
        ['points above the roof', group.aboveRoof],
        ...(group.attained === undefined
          ? []
          : [
              ['attained share of the roof, lower quartile', formatPercent(group.attained.low)],
              ['attained share of the roof, median', formatPercent(group.attained.median)],
              ['attained share of the roof, upper quartile', formatPercent(group.attained.high)],
            ]),
      ],
    ),
  };
}

/** Limits that hold the points, the ridges and the roofs of all groups. */
export function roofLimits(groups: readonly RoofGroup[]): RoofLimits {
  const xs = groups.flatMap((group) => [group.ridge / 4, 4 * (group.memory?.ridge ?? group.ridge)]);
  const ys = groups.map((group) => group.peak);
  for (const group of groups) {
    for (const point of group.points) {
      xs.push(point.intensity);
      ys.push(point.flops);
    }
  }
  return { x: decades(xs), y: decades(ys) };
}

/** The roof of the largest working set, under the one that includes caches. */
function memoryRoof({ memory, peak }: RoofGroup, { x, y }: RoofLimits): readonly Json[] {
  if (memory === undefined) return [];
  const from = Math.max(x.min, y.min / memory.bandwidth);
  return [
    {
      name: `from memory, ${formatBytes(memory.bytes)}`,
      type: 'line',
      symbol: 'none',
      silent: true,
      z: 3,
      lineStyle: { color: theme.ink, width: 1.5, type: 'dashed' },
      itemStyle: { color: theme.ink },
      data: [
        [from, from * memory.bandwidth],
        [memory.ridge, peak],
      ],
      markLine: ridgeLine(memory.ridge, peak, y.min, { position: 'insideStartBottom', distance: 3 }),
    },
  ];
}

function roof(group: RoofGroup, { x, y }: RoofLimits): Json {
  // Where the slope enters the picture from below, so that the line starts on its edge.
  const from = Math.max(x.min, y.min / group.bandwidth);
  return {
    name: 'caches included',
    type: 'line',
    symbol: 'none',
    silent: true,
    z: 4,
    lineStyle: { color: theme.ink, width: 2 },
    itemStyle: { color: theme.ink },
    data: [
      [from, from * group.bandwidth],
      [group.ridge, group.peak],
      [x.max, group.peak],
    ],
    markLine: ridgeLine(group.ridge, group.peak, y.min, { position: 'end' }),
  };
}

/** Down from a ridge to the axis. */
function ridgeLine(ridge: number, peak: number, floor: number, label: JsonObject): JsonObject {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: theme.muted, type: 'dashed', width: 1 },
    label: { color: theme.muted, formatter: `ridge ${formatSi(ridge)} FLOP/B`, ...label },
    data: [[{ coord: [ridge, floor] }, { coord: [ridge, peak] }]],
  };
}

function clouds(group: RoofGroup, options: RooflineOptions): readonly JsonObject[] {
  const levels = new Map<AxisValue, Json[]>();
  for (const point of group.points) {
    const level = options.colour.levelOf(group, point);
    const data = levels.get(level) ?? [];
    if (data.length === 0) levels.set(level, data);
    data.push([rounded(point.intensity), rounded(point.flops), options.rowOf(group, point)]);
  }
  const names = [...levels.keys()];
  const ordered = names.every((name) => typeof name === 'number');
  if (ordered) names.sort((a, b) => Number(a) - Number(b));
  const colours = ordered ? orderedColours(Math.min(names.length, levelsColoured)) : categorical;
  return names.map((name, i) => {
    const data = levels.get(name) ?? [];
    return {
      // The first entry of the legend says what the numbers after it are.
      name: ordered && i === 0 ? `${options.colour.name} ${name}` : String(name),
      type: 'scatter',
      row: 2,
      symbolSize: data.length > largeSeries ? 3 : 7,
      large: data.length > largeSeries,
      itemStyle: { color: colours[Math.min(i, colours.length - 1)], opacity: data.length > largeSeries ? 0.5 : 0.85 },
      data,
    };
  });
}

function captionOf(group: RoofGroup, options: RooflineOptions): string {
  const attained =
    group.attained === undefined
      ? ''
      : ` Half of the points attain between ${formatPercent(group.attained.low)} and ` +
        `${formatPercent(group.attained.high)} of their roof (median ${formatPercent(group.attained.median)}).`;
  const above =
    group.aboveRoof === 0
      ? ''
      : ` ${countOf(group.aboveRoof, 'point')} ${group.aboveRoof === 1 ? 'lies above its roof' : 'lie above their roofs'}: the ceiling was measured too low, or fewer bytes move than are counted.`;
  const { memory } = group;
  const slower =
    memory === undefined
      ? ''
      : ` Dashed: ${formatSi(memory.bandwidth)}B/s for a working set of ${formatBytes(memory.bytes)}, the nearest to memory, with its ridge at ${formatSi(memory.ridge)} FLOP/B.`;
  return (
    `Measured roofs: ${formatSi(group.peak)}FLOP/s, and ${formatSi(group.bandwidth)}B/s by the working set that is read fastest, caches included; they meet at ` +
    `${formatSi(group.ridge)} FLOP/B.${slower} Judged by the bandwidth for its own working set, ${countOf(group.memoryBound, 'point')} ` +
    `${group.memoryBound === 1 ? 'is' : 'are'} memory-bound and ${group.computeBound.toLocaleString('en')} compute-bound.${attained}${above} ` +
    `Colour: ${options.colour.name}.`
  );
}

/** Five significant digits: the width of a pixel is more than the fifth. */
function rounded(value: number): number {
  return Number(value.toPrecision(5));
}
