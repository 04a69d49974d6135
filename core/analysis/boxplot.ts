// Box plots of a metric by the levels of one axis, in ParaDnn's quantiles and in Tukey's, each labelled.

import { quantile } from '../quantile.ts';
import { type AxisInfo, axesOf, levelIn, type Region, regionOf } from './axes.ts';
import { type Metric, metricNames } from './metric.ts';
import { observe } from './observation.ts';
import type { Refusal } from './refusal.ts';
import type { AxisValue, Row } from './table.ts';

export interface BoxPlot {
  readonly kind: 'boxplot';
  readonly model: string;
  readonly metric: Metric;
  readonly by: AxisInfo;
  readonly groups: readonly BoxGroup[];
  /** What box and whiskers mean, for the charts' captions. */
  readonly labels: { readonly paradnn: string; readonly tukey: string };
  readonly region: Region;
}

export interface BoxGroup {
  readonly level: AxisValue;
  /** Points measured, repeats merged. */
  readonly n: number;
  /** Points that failed and are therefore in no box. */
  readonly failed: number;
  /** Undefined where n is 0. */
  readonly boxes: { readonly paradnn: Box; readonly tukey: Box } | undefined;
}

/** In the unit of the metric. */
export interface Box {
  readonly whiskerLow: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly whiskerHigh: number;
  /** Values outside the whiskers, at most 200 of them: the most extreme. */
  readonly outliers: readonly number[];
  readonly outlierCount: number;
}

/** `rows` of one model, reference measurements left out. `by` names an axis that varies among them. */
export function boxPlot(rows: readonly Row[], metric: Metric, by: string): BoxPlot | Refusal {
  const model = rows[0]?.model;
  const refuse = (reason: string, fix: string): Refusal => ({
    kind: 'refusal',
    analysis: 'boxplot',
    model,
    reason,
    fix,
  });
  const axes = axesOf(rows);
  const axis = axes.find(({ name }) => name === by);
  if (model === undefined || !axis) {
    return refuse(`The axis ${by} does not vary.`, `Group by one of: ${axes.map(({ name }) => name).join(', ')}.`);
  }
  const { list, gaps } = observe(rows, metric);
  if (list.length === 0) return refuse(`No point has a ${metricNames[metric]}.`, 'Look at the failures of the run.');
  const values = new Map<AxisValue, number[]>(axis.levels.map((level) => [level, []]));
  for (const { row, value } of list) values.get(levelIn(row, by) as AxisValue)?.push(value);
  const groups = axis.levels.map((level) => {
    const sorted = Float64Array.from(values.get(level) ?? []).sort();
    const failed = gaps.filter(({ row }) => levelIn(row, by) === level).length;
    const boxes = sorted.length === 0 ? undefined : { paradnn: paradnnBox(sorted), tukey: tukeyBox(sorted) };
    return { level, n: sorted.length, failed, boxes };
  });
  return {
    kind: 'boxplot',
    model,
    metric,
    by: axis,
    groups,
    labels,
    region: regionOf(axesOf(list.map(({ row }) => row))),
  };
}

const labels = {
  paradnn: 'box 9th to 91st percentile, whiskers 2nd to 98th (as ParaDnn)',
  tukey: 'box quartiles, whiskers to the last point within 1.5 times the box (Tukey)',
} as const;

/** Box 9 to 91, whiskers 2 to 98. `sorted` is not empty. */
export function paradnnBox(sorted: Float64Array): Box {
  const at = (q: number) => quantile(sorted, q, 7);
  return boxOf(sorted, at(0.02), at(0.09), at(0.5), at(0.91), at(0.98));
}

/** Box of quartiles; whiskers to the outermost values within 1.5 box heights of it. `sorted` is not empty. */
export function tukeyBox(sorted: Float64Array): Box {
  const [low, median, high] = [0.25, 0.5, 0.75].map((q) => quantile(sorted, q, 7)) as [number, number, number];
  const reach = 1.5 * (high - low);
  const whiskerLow = Math.min(low, sorted.find((value) => value >= low - reach) as number);
  const whiskerHigh = Math.max(high, sorted.findLast((value) => value <= high + reach) as number);
  return boxOf(sorted, whiskerLow, low, median, high, whiskerHigh);
}

const outlierLimit = 200;

function boxOf(
  sorted: Float64Array,
  whiskerLow: number,
  low: number,
  median: number,
  high: number,
  whiskerHigh: number,
): Box {
  const below = sorted.filter((value) => value < whiskerLow);
  const above = sorted.filter((value) => value > whiskerHigh);
  const half = outlierLimit / 2;
  const lowest = below.subarray(0, Math.max(half, outlierLimit - above.length));
  const highest = above.subarray(Math.max(0, above.length - Math.max(half, outlierLimit - below.length)));
  const outlierCount = below.length + above.length;
  return { whiskerLow, low, median, high, whiskerHigh, outliers: [...lowest, ...highest], outlierCount };
}
