import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** A confidence interval, in the unit of what it bounds. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A value with its interval. */
export interface Estimate extends Interval {
  readonly value: number;
}

/**
 * Wilson's score interval of a share: (p + z²/2n ± z sqrt(p(1 - p)/n + z²/4n²)) / (1 + z²/n). `n` above 0.
 * Source: Wilson 1927.
 */
export function wilson(successes: number, n: number, confidence: number): Estimate {
  const z = normalQuantile(0.5 + confidence / 2, 0, 1);
  const p = successes / n;
  const centre = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  const low = successes === 0 ? 0 : (centre - half) / scale;
  const high = successes === n ? 1 : (centre + half) / scale;
  return { value: p, low, high, confidence };
}

/** Geometric mean from natural logs, with the t interval; unbounded where there is only one. `logs` is not empty. */
export function geometricMean(logs: readonly number[], confidence: number): Estimate {
  const n = logs.length;
  const mean = logs.reduce((sum, log) => sum + log, 0) / n;
  if (n < 2) return { value: Math.exp(mean), low: 0, high: Number.POSITIVE_INFINITY, confidence };
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (n - 1);
  const half = tQuantile(0.5 + confidence / 2, n - 1) * Math.sqrt(variance / n);
  return { value: Math.exp(mean), low: Math.exp(mean - half), high: Math.exp(mean + half), confidence };
}

/** The interval of the reciprocal of a positive value. */
export function inverse({ value, low, high, confidence }: Estimate): Estimate {
  return { value: 1 / value, low: 1 / high, high: 1 / low, confidence };
}
