// What an analysis counts as one: a point on a device. Repeats are merged, so that they do not pass for more points.
import { type Metric, metricOf } from './metric.ts';
import type { Row, Table } from './table.ts';

export interface Observation {
  readonly row: Row;
  /** Geometric mean over the repeats, in the unit of the metric. */
  readonly value: number;
  readonly repeats: number;
}

/** A point on a device that has no value: every attempt failed, or its metric needs a ceiling that is not there. */
export interface Gap {
  readonly row: Row;
  /** Of the last failure; undefined where it was measured and only the metric is missing. */
  readonly code: string | undefined;
}

export interface Observations {
  readonly list: readonly Observation[];
  readonly gaps: readonly Gap[];
}

/** Rows of a model that count as points: no reference measurements. */
export function rowsOf(table: Table, model: string): Row[] {
  return table.rows.filter((row) => row.model === model && row.role === 'point');
}

export function observe(rows: readonly Row[], metric: Metric): Observations {
  const found = new Map<number, { row: Row; first: number; logs: number; n: number; code: string | undefined }>();
  for (const row of rows) {
    let entry = found.get(row.configuration);
    if (!entry) {
      entry = { row, first: 0, logs: 0, n: 0, code: undefined };
      found.set(row.configuration, entry);
    }
    if (row.status.kind === 'failed') entry.code = row.status.code;
    const value = metricOf(row, metric);
    if (value === undefined) continue;
    if (entry.n === 0) {
      entry.row = row;
      entry.first = value;
    }
    entry.logs += Math.log(value);
    entry.n++;
  }
  const list: Observation[] = [];
  const gaps: Gap[] = [];
  for (const { row, first, logs, n, code } of found.values()) {
    if (n > 0) list.push({ row, value: n === 1 ? first : Math.exp(logs / n), repeats: n });
    else gaps.push({ row, code });
  }
  return { list, gaps };
}
