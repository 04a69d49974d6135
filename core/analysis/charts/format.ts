// Numbers with units, short enough for an axis. Each function stands alone: the page of a report carries its source.
import type { Metric } from '../metric.ts';
import { formatTime } from '../number.ts';

/** Three significant digits with an SI prefix: 1230000 is "1.23 M", 0.0123 is "0.0123". */
export function formatSi(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size === 0) return '0';
  const prefixes: readonly (readonly [number, string])[] = [
    [1e12, ' T'],
    [1e9, ' G'],
    [1e6, ' M'],
    [1e4, ' k'],
  ];
  for (const [scale, prefix] of prefixes) {
    if (size >= scale * 0.9995) {
      const unit = prefix === ' k' ? 1e3 : scale;
      return String(Number((value / unit).toPrecision(3))) + prefix;
    }
  }
  if (size < 1e-4) return value.toExponential(2);
  return String(Number(value.toPrecision(size >= 1000 ? 4 : 3)));
}

export const metricName: Readonly<Record<Metric, string>> = {
  latency: 'median latency',
  throughput: 'throughput',
  flops: 'attained FLOP/s',
  utilisation: 'utilisation of the measured peak',
  kernels: 'kernels of the program',
  movedBytes: 'bytes moved by an inference',
  arenaBytes: 'bytes of the arena',
};

export const metricUnit: Readonly<Record<Metric, string>> = {
  latency: 'ms',
  throughput: 'items/s',
  flops: 'FLOP/s',
  utilisation: '% of peak',
  kernels: 'kernels',
  movedBytes: 'B',
  arenaBytes: 'B',
};

/** A value of the metric in its shown unit, without the unit: utilisation is a fraction and shown in percent. */
export function metricValue(value: number, metric: Metric): number {
  return metric === 'utilisation' ? value * 100 : value;
}

export function formatMetric(value: number, metric: Metric): string {
  if (metric === 'latency') return formatTime(value);
  const number = formatSi(metricValue(value, metric));
  const unit = metricUnit[metric];
  return /[a-zA-Z]$/.test(number) ? number + unit : `${number} ${unit}`;
}

/** The unit of time in which values from `low` to `high` ms read best, and how many of it make one ms. */
export function timeUnit(low: number, high: number): { readonly name: string; readonly perMs: number } {
  const middle = Math.sqrt(low * high);
  if (middle < 1e-3) return { name: 'ns', perMs: 1e6 };
  if (middle < 1) return { name: 'µs', perMs: 1e3 };
  return middle < 1e3 ? { name: 'ms', perMs: 1 } : { name: 's', perMs: 1e-3 };
}

/** "64 MiB", "256 KiB". */
export function formatBytes(bytes: number): string {
  const step = bytes < 1024 ? 0 : Math.min(4, Math.floor(Math.log2(bytes) / 10));
  return `${Number((bytes / 1024 ** step).toPrecision(3))} ${['B', 'KiB', 'MiB', 'GiB', 'TiB'][step]}`;
}

export function formatPercent(share: number): string {
  const percent = share * 100;
  return `${percent !== 0 && Math.abs(percent) < 10 ? percent.toFixed(1) : percent.toFixed(0)} %`;
}

/** "1 point", "12 points". */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
