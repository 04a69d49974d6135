// A picture needs no more points than the eye can tell apart: long scatter series are thinned to a few a cell of a grid.
import type { Json, JsonObject } from './chart.ts';

export interface Thinned {
  readonly option: JsonObject;
  /** Points of scatter series: before and after. */
  readonly points: number;
  readonly kept: number;
}

/**
 * The option with at most about `limit` points over all its scatter series. Of each occupied cell of a grid in the
 * coordinates of the axes (logarithmic ones in the logarithm) the first point stays; extremes so keep their place.
 */
export function thinScatter(option: JsonObject, limit = 1200): Thinned {
  const series = (option.series as readonly JsonObject[] | undefined) ?? [];
  const lengths = series.map((one) => (one.type === 'scatter' ? (one.data as readonly Json[]).length : 0));
  const points = lengths.reduce((a, b) => a + b, 0);
  if (points <= limit) return { option, points, kept: points };
  let kept = 0;
  const thinned = series.map((one, i) => {
    if (lengths[i] === 0) return one;
    const data = thin(
      one.data as readonly Json[],
      Math.max(20, Math.floor((limit * lengths[i]) / points)),
      isLog(option),
    );
    kept += data.length;
    return { ...one, data };
  });
  return { option: { ...option, series: thinned }, points, kept };
}

function thin(data: readonly Json[], limit: number, log: readonly [boolean, boolean]): readonly Json[] {
  if (data.length <= limit) return data;
  const at = data.map((item) => place(item, log));
  const [xs, ys] = [range(at.map((p) => p[0])), range(at.map((p) => p[1]))];
  for (let cells = Math.max(2, Math.ceil(Math.sqrt(limit) * 4)); ; cells = Math.max(2, Math.floor(cells * 0.8))) {
    const seen = new Set<number>();
    const chosen = data.filter((_, i) => {
      const cell = index(at[i][0], xs, cells) * cells + index(at[i][1], ys, cells);
      if (seen.has(cell)) return false;
      seen.add(cell);
      return true;
    });
    if (chosen.length <= limit || cells <= 2) return chosen.slice(0, limit);
  }
}

function isLog(option: JsonObject): readonly [boolean, boolean] {
  const of = (axis: Json | undefined): boolean => (axis as JsonObject | undefined)?.type === 'log';
  return [of(option.xAxis), of(option.yAxis)];
}

function place(item: Json, log: readonly [boolean, boolean]): readonly [number, number] {
  const value = (Array.isArray(item) ? item : (item as JsonObject).value) as readonly number[];
  return [log[0] ? Math.log(value[0]) : value[0], log[1] ? Math.log(value[1]) : value[1]];
}

function range(values: readonly number[]): readonly [low: number, high: number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

function index(value: number, [low, high]: readonly [number, number], cells: number): number {
  return high > low ? Math.min(cells - 1, Math.floor(((value - low) / (high - low)) * cells)) : 0;
}
