// A metric over two axes; the others fixed, or aggregated by geometric mean.
import { type AxisInfo, axesOf, axisOf, levelIn, type Region, regionOf } from './axes.ts';
import { type Metric, metricNames } from './metric.ts';
import { type Observation, observe } from './observation.ts';
import type { Plan, PlannedPoint } from './plan.ts';
import type { Refusal } from './refusal.ts';
import type { AxisValue, Row } from './table.ts';

export interface Heatmap {
  readonly kind: 'heatmap';
  readonly model: string;
  readonly metric: Metric;
  readonly x: AxisInfo;
  readonly y: AxisInfo;
  readonly chosen: 'given' | 'largest-effect';
  /** Row by row: y's first level with every level of x, and so on. Length x.levels * y.levels. */
  readonly cells: readonly HeatCell[];
  /** Axes over which a cell is a geometric mean. */
  readonly aggregated: readonly string[];
  readonly fixed: readonly { readonly axis: string; readonly level: AxisValue }[];
  /** Least and greatest value of a cell; undefined where no cell has one. */
  readonly range: { readonly low: number; readonly high: number } | undefined;
  /** `log` where the greatest value is at least ten times the least. */
  readonly scale: 'linear' | 'log';
  readonly region: Region;
}

export type HeatCell =
  | {
      readonly kind: 'value';
      /** Indices of levels. */
      readonly x: number;
      readonly y: number;
      /** Geometric mean over the cell's points, in the unit of the metric. */
      readonly value: number;
      readonly low: number;
      readonly high: number;
      /** Points that make the mean. */
      readonly points: number;
      /** Points of this cell that have no value: the mean is then over the others alone. */
      readonly missing: readonly MissingReason[];
    }
  | { readonly kind: 'missing'; readonly x: number; readonly y: number; readonly missing: readonly MissingReason[] };

export interface MissingReason {
  readonly kind: 'failed' | 'excluded' | 'not-sampled' | 'not-yet' | 'not-planned' | 'no-metric';
  /** Points. */
  readonly count: number;
  /** Such as "out-of-memory", or the constraint that excluded them. Empty where the kind says all. */
  readonly detail: string;
}

export interface HeatmapOptions {
  readonly metric: Metric;
  /** Both, or neither: then the two axes with the largest effect. */
  readonly x?: string | undefined;
  readonly y?: string | undefined;
  /** Of `x` and `y`, where both are given. */
  readonly chosen?: Heatmap['chosen'];
  /** Levels at which other axes are held. */
  readonly fixed?: Readonly<Record<string, AxisValue>>;
  readonly plan?: Plan | undefined;
}

/** `rows` of one model, reference measurements left out. */
export function heatmap(all: readonly Row[], options: HeatmapOptions): Heatmap | Refusal {
  const fixed = Object.entries(options.fixed ?? {});
  const held = fixed.filter(([axis]) => axis !== 'device');
  const isHeld = ({ axes }: Pick<Row, 'axes'>) => held.every(([axis, level]) => axes[axis] === level);
  const device = options.fixed?.device;
  const rows = all.filter((row) => isHeld(row) && (device === undefined || row.device === device));
  const model = rows[0]?.model;
  const refuse = (reason: string, fix: string): Refusal => ({
    kind: 'refusal',
    analysis: 'heatmap',
    model,
    reason,
    fix,
  });
  if (model === undefined) return refuse('No point is left at the levels held.', 'Hold other levels.');
  const { list, gaps } = observe(rows, options.metric);
  if (list.length === 0) {
    return refuse(
      `No point has a ${metricNames[options.metric]}.`,
      'Look at the failures and the ceilings of the run.',
    );
  }
  const devices = new Set(rows.map((row) => row.device)).size;
  const planned = (options.plan?.points ?? []).filter((point) => point.model === model && isHeld(point));
  const axes = axesWith(rows, planned);
  const pair = chooseAxes(axes, list, options);
  if (typeof pair === 'string') return refuse(pair, 'Sweep two axes, or name two that vary.');
  const { x, y } = pair;
  const cells = new Grid(x, y);
  for (const observation of list) cells.add(observation);
  for (const { row, code } of gaps) {
    cells.miss(row, code === undefined ? 'no-metric' : 'failed', code ?? `no ceiling of ${row.runtime}`, 1);
  }
  missPlanned(cells, planned, rows, devices);
  const filled = cells.finish(options.plan !== undefined);
  const values = filled.flatMap((cell) => (cell.kind === 'value' ? [cell.value] : []));
  const range = { low: Math.min(...values), high: Math.max(...values) };
  return {
    kind: 'heatmap',
    model,
    metric: options.metric,
    x,
    y,
    chosen: options.x === undefined ? 'largest-effect' : (options.chosen ?? 'given'),
    cells: filled,
    aggregated: axes.filter((axis) => axis.name !== x.name && axis.name !== y.name).map((axis) => axis.name),
    fixed: fixed.map(([axis, level]) => ({ axis, level })),
    range,
    scale: range.high >= 10 * range.low ? 'log' : 'linear',
    region: regionOf(axes),
  };
}

/** Share of the variance of the log of the metric between the levels of an axis, without regard to others (eta squared). */
export function effectOfAxis(list: readonly Observation[], axis: string): number {
  const groups = new Map<AxisValue | undefined, { n: number; sum: number }>();
  let sum = 0;
  for (const { row, value } of list) {
    const log = Math.log(value);
    const level = levelIn(row, axis);
    const group = groups.get(level) ?? { n: 0, sum: 0 };
    groups.set(level, { n: group.n + 1, sum: group.sum + log });
    sum += log;
  }
  const mean = sum / list.length;
  const total = list.reduce((rest, { value }) => rest + (Math.log(value) - mean) ** 2, 0);
  const between = [...groups.values()].reduce((rest, group) => rest + group.n * (group.sum / group.n - mean) ** 2, 0);
  return total === 0 ? 0 : between / total;
}

/** The axes of the model itself with the largest effect on the metric, largest first. */
export function modelAxesByEffect(rows: readonly Row[], metric: Metric): readonly string[] {
  const { list } = observe(rows, metric);
  return axesOf(rows)
    .filter(({ origin }) => origin === 'model')
    .map(({ name }) => ({ name, effect: effectOfAxis(list, name) }))
    .sort((left, right) => right.effect - left.effect)
    .map(({ name }) => name);
}

/** Levels of the plan too, so that a row of cells that all failed or was never reached is still drawn. */
function axesWith(rows: readonly Row[], planned: readonly PlannedPoint[]): AxisInfo[] {
  return axesOf(rows).map((axis) => {
    if (planned.length === 0 || axis.name === 'device') return axis;
    const levels = new Set<AxisValue>(axis.levels);
    for (const point of planned) {
      const level = point.axes[axis.name];
      if (level !== undefined) levels.add(level);
    }
    return axisOf(axis.name, [...levels]);
  });
}

function chooseAxes(axes: readonly AxisInfo[], list: readonly Observation[], options: HeatmapOptions) {
  const find = (name: string) => axes.find((axis) => axis.name === name);
  if (options.x !== undefined && options.y !== undefined) {
    const [x, y] = [find(options.x), find(options.y)];
    if (x && y && x !== y) return { x, y };
    return `The axes ${options.x} and ${options.y} do not both vary.`;
  }
  const ranked = axes
    .map((axis) => ({ axis, effect: effectOfAxis(list, axis.name) }))
    .sort((left, right) => right.effect - left.effect);
  const named = find(options.x ?? options.y ?? '');
  const rest = ranked.map(({ axis }) => axis).filter((axis) => axis !== named);
  const [first, second] = named ? [named, rest[0]] : rest;
  if (!first || !second) return 'Fewer than two axes vary.';
  return options.y !== undefined ? { x: second, y: first } : { x: first, y: second };
}

function missPlanned(cells: Grid, planned: readonly PlannedPoint[], rows: readonly Row[], devices: number): void {
  const tried = new Map<string, Set<string>>();
  for (const row of rows) {
    const known = tried.get(row.point);
    if (known) known.add(row.device);
    else tried.set(row.point, new Set([row.device]));
  }
  for (const point of planned) {
    const subject = { axes: point.axes, device: rows[0]?.device ?? '' };
    if (point.fate !== 'planned') cells.miss(subject, point.fate, point.detail, devices);
    else {
      const left = devices - (point.point === undefined ? 0 : (tried.get(point.point)?.size ?? 0));
      if (left > 0) cells.miss(subject, 'not-yet', '', left);
    }
  }
}

interface Sum {
  n: number;
  logs: number;
  low: number;
  high: number;
  readonly missing: Map<string, MissingReason>;
}

class Grid {
  private readonly x: AxisInfo;
  private readonly y: AxisInfo;
  private readonly places: readonly [Map<AxisValue, number>, Map<AxisValue, number>];
  private readonly sums: Sum[];

  constructor(x: AxisInfo, y: AxisInfo) {
    this.x = x;
    this.y = y;
    this.places = [
      new Map(x.levels.map((level, at) => [level, at])),
      new Map(y.levels.map((level, at) => [level, at])),
    ];
    this.sums = Array.from({ length: x.levels.length * y.levels.length }, () => {
      return { n: 0, logs: 0, low: Number.POSITIVE_INFINITY, high: 0, missing: new Map() };
    });
  }

  add({ row, value }: Observation): void {
    const sum = this.at(row);
    if (!sum) return;
    sum.n++;
    sum.logs += Math.log(value);
    sum.low = Math.min(sum.low, value);
    sum.high = Math.max(sum.high, value);
  }

  miss(subject: Pick<Row, 'axes' | 'device'>, kind: MissingReason['kind'], detail: string, count: number): void {
    const missing = this.at(subject)?.missing;
    const key = `${kind} ${detail}`;
    missing?.set(key, { kind, detail, count: (missing.get(key)?.count ?? 0) + count });
  }

  finish(isPlanned: boolean): HeatCell[] {
    return this.sums.map((sum, at) => {
      const place = { x: at % this.x.levels.length, y: Math.floor(at / this.x.levels.length) };
      const missing = [...sum.missing.values()].sort((left, right) => right.count - left.count);
      const { n: points, low, high } = sum;
      if (points > 0)
        return { kind: 'value', ...place, value: Math.exp(sum.logs / points), low, high, points, missing };
      const detail = isPlanned ? '' : 'no record and no plan at hand';
      return {
        kind: 'missing',
        ...place,
        missing: missing.length > 0 ? missing : [{ kind: 'not-planned', count: 0, detail }],
      };
    });
  }

  private at(subject: Pick<Row, 'axes' | 'device'>): Sum | undefined {
    const x = this.places[0].get(levelIn(subject, this.x.name) as AxisValue);
    const y = this.places[1].get(levelIn(subject, this.y.name) as AxisValue);
    return x === undefined || y === undefined ? undefined : this.sums[y * this.x.levels.length + x];
  }
}
