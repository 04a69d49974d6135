// Which axes vary in a model's rows, and what kind each is.
import { formatCount } from './number.ts';
import type { AxisValue, Row } from './table.ts';

export interface AxisInfo {
  readonly name: string;
  readonly origin: 'model' | 'execution' | 'device';
  readonly kind: 'numeric' | 'categorical';
  /** Numbers ascending; others by name, for the order of the points is random. */
  readonly levels: readonly AxisValue[];
  /** Numeric, all levels positive, and each the same multiple of the one before, within 1 %. Two positive levels count as geometric. */
  readonly geometric: boolean;
}

/** Where a statement holds: for each axis that varied, the levels of the rows it was drawn from. */
export interface Region {
  readonly axes: readonly AxisInfo[];
  /** Such as "nodes 32 to 8192, batch 1 to 64, runtime ort and ort-web". */
  readonly text: string;
}

/** Those of `executionNames`, which pages are spared: they would carry the schema of sweeps with them. */
export const executionAxes: ReadonlySet<string> = new Set([
  'runtime',
  'threads',
  'precision',
  'optimization',
  'ablation',
  'scenario',
]);

/** Axes with more than one level in these rows: the model's in its own order, then the execution's, then the device. */
export function axesOf(rows: readonly Pick<Row, 'axes' | 'device'>[]): AxisInfo[] {
  const levels = new Map<string, Set<AxisValue>>();
  const devices = new Set<AxisValue>();
  const visited = new Set<Row['axes']>();
  for (const row of rows) {
    devices.add(row.device);
    if (visited.has(row.axes)) continue;
    visited.add(row.axes);
    for (const name in row.axes) {
      const known = levels.get(name);
      if (known) known.add(row.axes[name] as AxisValue);
      else levels.set(name, new Set([row.axes[name] as AxisValue]));
    }
  }
  levels.delete('device');
  levels.set('device', devices);
  return [...levels].filter(([, set]) => set.size > 1).map(([name, set]) => axisOf(name, [...set]));
}

export function axisOf(name: string, values: readonly AxisValue[]): AxisInfo {
  const origin = name === 'device' ? 'device' : executionAxes.has(name) ? 'execution' : 'model';
  if (!values.every((value) => typeof value === 'number')) {
    return { name, origin, kind: 'categorical', levels: values.toSorted(byText), geometric: false };
  }
  const levels = (values as readonly number[]).toSorted((left, right) => left - right);
  return { name, origin, kind: 'numeric', levels, geometric: isGeometric(levels) };
}

/** The level of an axis in a row; undefined where the row's model has no such axis. */
export function levelIn(row: Pick<Row, 'axes' | 'device'>, axis: string): AxisValue | undefined {
  return axis === 'device' ? row.device : row.axes[axis];
}

export function regionOf(axes: readonly AxisInfo[]): Region {
  return { axes, text: axes.length === 0 ? 'one configuration' : axes.map(axisText).join(', ') };
}

export function formatLevel(level: AxisValue): string {
  return typeof level === 'number' ? formatCount(level) : String(level);
}

/** "a", "a and b", "a, b and c". */
export function listText(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function axisText({ name, kind, levels }: AxisInfo): string {
  const [first, last] = [levels[0] as AxisValue, levels.at(-1) as AxisValue];
  if (kind === 'numeric' && levels.length > 2) return `${name} ${formatLevel(first)} to ${formatLevel(last)}`;
  const shown = levels.slice(0, 6).map(formatLevel);
  if (levels.length > 6) shown.push(`${levels.length - 6} more`);
  return `${name} ${listText(shown)}`;
}

function byText(left: AxisValue, right: AxisValue): number {
  return String(left) < String(right) ? -1 : 1;
}

function isGeometric(levels: readonly number[]): boolean {
  const [first, second] = levels;
  if (first === undefined || second === undefined || first <= 0) return false;
  const ratio = second / first;
  return levels.every((level, at) => at === 0 || Math.abs(level / (levels[at - 1] as number) / ratio - 1) < 0.01);
}
