// The marks of a chart: what can be pointed at, walked to by keys, and held up or faded as a selection.
import type { Json, JsonObject } from '@edgewright/core/analysis/charts/chart.js';

/** What a mark stands for: measurements at some levels, or one row of the run's table. */
export type Mark =
  | { readonly kind: 'levels'; readonly model: string | undefined; readonly axes: Readonly<Record<string, string>> }
  | { readonly kind: 'row'; readonly row: number };

export interface PlacedMark {
  readonly series: number;
  readonly index: number;
  /** In the coordinates of the axes, as ECharts' convertToPixel takes them. */
  readonly at: readonly [number, number];
}

/** Marks drawn, silent ones too: what decides between SVG and canvas. */
export function countMarks(option: JsonObject): number {
  return seriesOf(option).reduce((sum, { data }) => sum + dataOf(data).length, 0);
}

/** The marks that answer a pointer, in order of series and data. */
export function marksOf(option: JsonObject): readonly PlacedMark[] {
  const marks: PlacedMark[] = [];
  const stacked = new Map<number, number>();
  const isUpright = axisType(option.xAxis) === 'category';
  for (const [series, one] of seriesOf(option).entries()) {
    if (one.silent === true) continue;
    for (const [index, item] of dataOf(one.data).entries()) {
      const value = positionOf(item);
      let at: readonly [number, number] | undefined;
      if (typeof value === 'number') {
        const below = one.stack === undefined ? 0 : (stacked.get(index) ?? 0);
        stacked.set(index, below + value);
        at = isUpright ? [index, below + value / 2] : [below + value / 2, index];
      } else if (one.type === 'boxplot') {
        if (typeof value?.[2] === 'number') at = [index, value[2]];
      } else if (typeof value?.[0] === 'number' && typeof value[1] === 'number') at = [value[0], value[1]];
      if (at !== undefined) marks.push({ series, index, at });
    }
  }
  return marks;
}

/** What the mark stands for; undefined for one that stands for nothing to select. */
export function meaningOf(option: JsonObject, series: number, index: number): Mark | undefined {
  const one = seriesOf(option)[series];
  const item = dataOf(one?.data)[index];
  return one === undefined || item === undefined ? undefined : meaning(one, item);
}

/** What the chart itself says of the mark; undefined where the reader must. */
export function tipOf(option: JsonObject, series: number, index: number): string | undefined {
  const item = dataOf(seriesOf(option)[series]?.data)[index];
  return isObject(item) && typeof item.tip === 'string' ? item.tip : undefined;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Index of the nearest of `places` (pixels) from `from` in that direction; undefined where none lies there. */
export function nextPlace(
  places: readonly (readonly [number, number])[],
  from: number,
  direction: Direction,
): number | undefined {
  const [dx, dy] = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }[direction];
  const [x, y] = places[from] ?? [0, 0];
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  let isAhead = false;
  for (const [place, [px, py]] of places.entries()) {
    const along = (px - x) * dx + (py - y) * dy;
    if (along <= 0.5) continue;
    const across = Math.abs((px - x) * dy) + Math.abs((py - y) * dx);
    const cost = along + 3 * across;
    // What lies more aside than ahead is gone to only where there is nothing else.
    const isNow = across <= 2 * along;
    if (isNow === isAhead ? cost < least : isNow) [best, least, isAhead] = [place, cost, isNow];
  }
  return best;
}

/** The option with the marks that do not match faded; those of a cloud of rows that match are drawn again on top. */
export function holdUp(option: JsonObject, matches: (mark: Mark) => boolean): JsonObject {
  const series = seriesOf(option);
  const overlays: JsonObject[] = [];
  const faded = series.map((one): JsonObject => {
    if (one.silent === true) return one;
    if (typeof one.row === 'number') {
      const chosen = dataOf(one.data).filter((item) => {
        const mark = meaning(one, item);
        return mark !== undefined && matches(mark);
      });
      overlays.push({ ...one, name: `${one.name ?? ''}, selected`, large: false, z: 6, data: chosen });
      return { ...one, itemStyle: { ...objectOf(one.itemStyle), opacity: 0.12 } };
    }
    const data = dataOf(one.data).map((item): Json => {
      const mark = meaning(one, item);
      if (mark === undefined || matches(mark) || !isObject(item)) return item;
      return {
        ...item,
        itemStyle: { ...objectOf(item.itemStyle), opacity: 0.2 },
        label: { ...objectOf(item.label), opacity: 0.35 },
      };
    });
    return { ...one, data };
  });
  return { ...option, series: [...faded, ...overlays] };
}

function meaning(series: JsonObject, item: Json): Mark | undefined {
  if (typeof series.row === 'number') {
    const row = Array.isArray(item) ? item[series.row] : undefined;
    return typeof row === 'number' && row >= 0 ? { kind: 'row', row } : undefined;
  }
  if (!isObject(item) || !isObject(item.select)) return undefined;
  const { model, axes } = item.select;
  return {
    kind: 'levels',
    model: typeof model === 'string' ? model : undefined,
    axes: objectOf(axes) as Readonly<Record<string, string>>,
  };
}

function seriesOf(option: JsonObject): readonly JsonObject[] {
  return (option.series as readonly JsonObject[] | undefined) ?? [];
}

function dataOf(data: Json | undefined): readonly Json[] {
  return Array.isArray(data) ? data : [];
}

function positionOf(item: Json): number | readonly Json[] | undefined {
  const value = isObject(item) ? item.value : item;
  return typeof value === 'number' || Array.isArray(value) ? (value as number | readonly Json[]) : undefined;
}

function axisType(axis: Json | undefined): Json | undefined {
  return isObject(axis) ? axis.type : undefined;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
