// What all charts have in common: text, axes, the ground.
import type { JsonObject } from './chart.ts';
import { theme } from './colour.ts';

/** Merged under every chart's option. */
export const frame: JsonObject = {
  animation: false,
  backgroundColor: 'transparent',
  textStyle: { color: theme.ink, fontFamily: 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif', fontSize: 12 },
  tooltip: {
    trigger: 'item',
    confine: true,
    backgroundColor: theme.surface,
    borderColor: theme.line,
    textStyle: { color: theme.ink, fontSize: 12 },
  },
};

/** Zoom by Ctrl and wheel, move by Ctrl and drag: the bare wheel and a finger scroll the page. */
export const zoom: readonly JsonObject[] = (['xAxisIndex', 'yAxisIndex'] as const).map((axis) => ({
  type: 'inside',
  [axis]: 0,
  filterMode: 'none',
  zoomOnMouseWheel: 'ctrl',
  moveOnMouseMove: 'ctrl',
  moveOnMouseWheel: false,
}));

export const si: JsonObject = { format: 'si' };

const shared: JsonObject = {
  nameTextStyle: { color: theme.muted },
  nameLocation: 'middle',
  axisLine: { show: true, lineStyle: { color: theme.muted } },
  axisTick: { show: true, lineStyle: { color: theme.muted } },
  splitLine: { show: true, lineStyle: { color: theme.line } },
};

/** `gap`: pixels between axis and name. */
export function numericAxis(name: string, gap: number, extra: JsonObject = {}): JsonObject {
  return {
    ...shared,
    name,
    nameGap: gap,
    type: 'value',
    minorTick: { show: false },
    axisLabel: { color: theme.muted, formatter: si, hideOverlap: true },
    ...extra,
  };
}

export function levelAxis(name: string, gap: number, levels: readonly string[], extra: JsonObject = {}): JsonObject {
  return {
    ...shared,
    name,
    nameGap: gap,
    type: 'category',
    data: levels,
    splitLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: theme.muted, hideOverlap: true, interval: levels.length > 24 ? 'auto' : 0 },
    ...extra,
  };
}

/** Room for labels of the y axis, in pixels: about seven a character at 12 px, within reason. */
export function roomFor(labels: readonly string[], least = 40, most = 180): number {
  return Math.min(most, Math.max(least, ...labels.map((label) => Math.ceil(label.length * 6.8) + 14)));
}

/** Least and greatest, widened to whole powers of ten that are log axes' natural ends. */
export function decades(values: Iterable<number>): { readonly min: number; readonly max: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!(value > 0)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return { min: 1, max: 10 };
  const min = 10 ** Math.floor(Math.log10(low) + 1e-9);
  const max = 10 ** Math.ceil(Math.log10(high) - 1e-9);
  return { min, max: max > min ? max : min * 10 };
}
