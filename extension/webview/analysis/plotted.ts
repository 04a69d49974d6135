// A cloud of rows as an ECharts option: the frame that the page draws under its own points, and the whole for a file.
import type { Chart, Json, JsonObject } from '@edgewright/core/analysis/charts/chart.js';
import { categorical, orderedColours } from '@edgewright/core/analysis/charts/colour.js';
import type { Facet } from './rows.ts';
import type { Bounds, Plot, Sight } from './scene.ts';

/** As the core's roofline lays itself out. */
export function plotOf(option: JsonObject, width: number, height: number): Plot {
  const grid = gridOf(option);
  return {
    left: grid.left,
    top: grid.top,
    width: Math.max(1, width - grid.left - grid.right),
    height: Math.max(1, height - grid.top - grid.bottom),
  };
}

/** Without the room for a legend: the page has its own above. */
function gridOf(option: JsonObject) {
  return { ...(option.grid as Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>), top: 16 };
}

export function boundsOf({ xAxis, yAxis }: JsonObject): Bounds {
  const [x, y] = [xAxis, yAxis] as unknown as readonly Readonly<Record<'min' | 'max', number>>[];
  return {
    left: Math.log10((x as { min: number }).min),
    right: Math.log10((x as { max: number }).max),
    bottom: Math.log10((y as { min: number }).min),
    top: Math.log10((y as { max: number }).max),
  };
}

/** The roofs and axes of a window; `isWhole`: of all there is, where the ends of the axes are decades and have labels. */
export function frameOption({ option }: Chart, bounds: Bounds, isWhole: boolean): JsonObject {
  const { dataZoom: _, legend: __, ...rest } = option;
  const label = (axis: Json | undefined): JsonObject => ({
    ...((axis as JsonObject).axisLabel as JsonObject),
    // Told either way: options of one window are merged into those of the last.
    showMinLabel: isWhole,
    showMaxLabel: isWhole,
  });
  return {
    ...rest,
    tooltip: { show: false },
    grid: gridOf(option),
    xAxis: {
      ...(option.xAxis as JsonObject),
      min: 10 ** bounds.left,
      max: 10 ** bounds.right,
      axisLabel: label(option.xAxis),
    },
    yAxis: {
      ...(option.yAxis as JsonObject),
      min: 10 ** bounds.bottom,
      max: 10 ** bounds.top,
      axisLabel: label(option.yAxis),
    },
  };
}

/** Levels told apart by colour; the rest shares one. */
const coloursUsed = 12;

/** A theme colour or a hexadecimal for every level. */
export function levelColours({ levels, isNumeric }: Pick<Facet, 'levels' | 'isNumeric'>): readonly string[] {
  const colours = isNumeric ? orderedColours(Math.min(levels.length, coloursUsed)) : categorical;
  return levels.map((_, at) => {
    const place = isNumeric && levels.length > coloursUsed ? Math.floor((at * coloursUsed) / levels.length) : at;
    return colours[Math.min(place, colours.length - 1)] as string;
  });
}

/** For a file: what is in sight as scatter series, a level each. */
export function wholeOption(
  frame: JsonObject,
  sight: Sight,
  plot: Plot,
  bounds: Bounds,
  facet: Facet | undefined,
): JsonObject {
  const colours = facet === undefined ? ['var(--series-1)'] : levelColours(facet);
  const data = colours.map((): Json[] => []);
  for (let at = 0; at < sight.drawn; at++) {
    const level = Math.max(0, facet?.places[sight.rows[at] as number] ?? 0);
    const x = bounds.left + (((sight.px[at] as number) - plot.left) / plot.width) * (bounds.right - bounds.left);
    const y = bounds.top - (((sight.py[at] as number) - plot.top) / plot.height) * (bounds.top - bounds.bottom);
    data[level]?.push([Number((10 ** x).toPrecision(5)), Number((10 ** y).toPrecision(5))]);
  }
  const clouds = data.flatMap((points, level): JsonObject[] => {
    if (points.length === 0) return [];
    const name = facet === undefined ? 'points' : `${facet.name} ${facet.levels[level]}`;
    const itemStyle = { color: colours[level] as string, opacity: 0.8 };
    return [{ name, type: 'scatter', symbolSize: sight.drawn > 2000 ? 3 : 6, itemStyle, data: points }];
  });
  return {
    ...frame,
    grid: { ...(frame.grid as JsonObject), top: 40 },
    legend: { type: 'scroll', top: 0, left: 8, right: 8, textStyle: { color: 'var(--ink)' }, itemHeight: 10 },
    series: [...(frame.series as readonly Json[]), ...clouds],
  };
}
