// The pairs of a comparison: equal configurations on both sides, with how sure each is.
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { executionAxes } from './axes.ts';
import type { Outcome } from './compare.ts';
import type { Row } from './table.ts';

export interface PairOptions {
  readonly metric: 'latency' | 'throughput';
  readonly delta: number;
  readonly confidence: number;
}

/** Values by configuration, and the configurations that only failed. */
export interface SideData {
  readonly values: ReadonlyMap<string, SideValue>;
  readonly failed: ReadonlySet<string>;
}

export interface SideValue {
  readonly row: Row;
  /** Natural log of the metric, mean over repeats. */
  readonly log: number;
  readonly se: number;
}

export interface Paired {
  /** Of side A, and of side B. */
  readonly row: Row;
  readonly other: Row;
  readonly a: number;
  readonly b: number;
  /** Natural log of A's advantage, and its standard error. */
  readonly d: number;
  readonly se: number;
  readonly outcome: Outcome;
  readonly cluster: string;
}

/** Values by configuration, and how many configurations only failed. */
export function sideOf(
  { axis, rows }: { readonly axis: string; readonly rows: readonly Row[] },
  metric: PairOptions['metric'],
  pairsDevices: boolean,
): SideData {
  const repeats = new Map<string, { row: Row; logs: number[]; variances: number[] }>();
  const failed = new Set<string>();
  for (const row of rows) {
    if (row.role !== 'point') continue;
    const key = pairingKey(row, axis, pairsDevices);
    const { measured } = row;
    const value = metric === 'latency' ? measured?.latency.median : measured?.throughput;
    if (!measured || value === undefined || !(value > 0)) {
      failed.add(key);
      continue;
    }
    const entry = repeats.get(key) ?? { row, logs: [], variances: [] };
    repeats.set(key, entry);
    const { low, high, confidence } = measured.latency;
    const z = normalQuantile(0.5 + confidence / 2, 0, 1);
    entry.logs.push(Math.log(value));
    entry.variances.push(low > 0 ? (Math.log(high / low) / (2 * z)) ** 2 : Number.POSITIVE_INFINITY);
  }
  const values = new Map<string, SideValue>();
  for (const [key, { row, logs, variances }] of repeats) values.set(key, { row, ...mergeRepeats(logs, variances) });
  for (const key of values.keys()) failed.delete(key);
  return { values, failed };
}

/** The larger of what the intervals and what the spread of the repeats say of the standard error of their mean. */
function mergeRepeats(logs: readonly number[], variances: readonly number[]) {
  const n = logs.length;
  const log = logs.reduce((sum, value) => sum + value, 0) / n;
  const within = variances.reduce((sum, variance) => sum + variance, 0) / (n * n);
  const between = n < 2 ? 0 : logs.reduce((sum, value) => sum + (value - log) ** 2, 0) / ((n - 1) * n);
  return { log, se: Math.sqrt(Math.max(within, between)) };
}

/** All of a configuration but the axis compared. Axes of one model stand in one order. */
function pairingKey(row: Row, axis: string, pairsDevices: boolean): string {
  const parts: unknown[] = [row.family, row.artifact ?? ''];
  if (pairsDevices) parts.push(row.device);
  for (const name in row.axes) if (name !== axis) parts.push(name, row.axes[name]);
  return parts.join('\n');
}

export function pairsOf(
  a: ReadonlyMap<string, SideValue>,
  b: ReadonlyMap<string, SideValue>,
  options: PairOptions,
): Paired[] {
  const z = normalQuantile(0.5 + options.confidence / 2, 0, 1);
  const sign = options.metric === 'latency' ? -1 : 1;
  const clusters = new Map<Row['axes'], string>();
  const pairs: Paired[] = [];
  for (const [key, left] of a) {
    const right = b.get(key);
    if (!right) continue;
    const d = sign * (left.log - right.log);
    const se = Math.hypot(left.se, right.se);
    const outcome = outcomeOf(d - z * se, d + z * se, options.delta);
    const { row } = left;
    const cluster = clusters.get(row.axes) ?? modelKey(row);
    clusters.set(row.axes, cluster);
    pairs.push({ row, other: right.row, a: Math.exp(left.log), b: Math.exp(right.log), d, se, outcome, cluster });
  }
  return pairs;
}

/** The model alone, without how it was executed: executions of one model are not independent of one another. */
function modelKey(row: Row): string {
  const parameters = Object.entries(row.axes).filter(([name]) => !executionAxes.has(name));
  return `${row.family} ${row.artifact ?? ''} ${JSON.stringify(parameters)}`;
}

export function outcomeOf(low: number, high: number, delta: number): Outcome {
  if (low > delta) return 'win';
  if (high < -delta) return 'loss';
  return low >= -delta && high <= delta ? 'tie' : 'undecided';
}
