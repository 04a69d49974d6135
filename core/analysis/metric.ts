// What an analysis explains.
import type { Row } from './table.ts';

export type Metric = 'latency' | 'throughput' | 'flops' | 'utilisation';

/** Undefined where the row failed or, for utilisation, where there is no ceiling. ms, items/s, FLOP/s, fraction. */
export function metricOf(row: Row, metric: Metric): number | undefined {
  const value = metric === 'latency' ? row.measured?.latency.median : row.measured?.[metric];
  return value !== undefined && value > 0 && Number.isFinite(value) ? value : undefined;
}

export const metricNames: Readonly<Record<Metric, string>> = {
  latency: 'median latency',
  throughput: 'throughput',
  flops: 'FLOP/s',
  utilisation: 'share of peak FLOP/s',
};

/** Of the values as they stand in results. */
export const metricUnits: Readonly<Record<Metric, string>> = {
  latency: 'ms',
  throughput: 'items/s',
  flops: 'FLOP/s',
  utilisation: '',
};

export const isHigherBetter: Readonly<Record<Metric, boolean>> = {
  latency: false,
  throughput: true,
  flops: true,
  utilisation: true,
};
