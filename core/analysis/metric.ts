// What an analysis explains.
import type { Row } from './table.ts';

export type Metric = 'latency' | 'throughput' | 'flops' | 'utilisation' | ProgramMetric;

/** Of the program that jit makes of a model. */
export type ProgramMetric = 'kernels' | 'movedBytes' | 'arenaBytes';

export const metrics: readonly Metric[] = [
  'latency',
  'throughput',
  'flops',
  'utilisation',
  'kernels',
  'movedBytes',
  'arenaBytes',
];

export function isProgramMetric(metric: Metric): metric is ProgramMetric {
  return metric === 'kernels' || metric === 'movedBytes' || metric === 'arenaBytes';
}

/**
 * Undefined where the row failed, for utilisation where there is no ceiling, and of a program where the runtime makes
 * none. ms, items/s, FLOP/s, fraction, kernels, bytes.
 */
export function metricOf({ measured }: Pick<Row, 'measured'>, metric: Metric): number | undefined {
  const value = isProgramMetric(metric)
    ? measured?.program?.[metric]
    : metric === 'latency'
      ? measured?.latency.median
      : measured?.[metric];
  return value !== undefined && value > 0 && Number.isFinite(value) ? value : undefined;
}

export const metricNames: Readonly<Record<Metric, string>> = {
  latency: 'median latency',
  throughput: 'throughput',
  flops: 'FLOP/s',
  utilisation: 'share of peak FLOP/s',
  kernels: 'number of kernels',
  movedBytes: 'number of bytes moved',
  arenaBytes: 'size of the arena',
};

/** Of the values as they stand in results. */
export const metricUnits: Readonly<Record<Metric, string>> = {
  latency: 'ms',
  throughput: 'items/s',
  flops: 'FLOP/s',
  utilisation: '',
  kernels: '',
  movedBytes: 'B',
  arenaBytes: 'B',
};

export const isHigherBetter: Readonly<Record<Metric, boolean>> = {
  latency: false,
  throughput: true,
  flops: true,
  utilisation: true,
  kernels: false,
  movedBytes: false,
  arenaBytes: false,
};
