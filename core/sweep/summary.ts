// What a sample of latencies says: the median with its interval, moments, and the percentiles that it carries.
import type { MedianInterval, Summary } from '@edgewright/schemas/generated/record.js';
import type { MeasureRule } from '@edgewright/schemas/resolved.js';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { quantile } from '../quantile.ts';
import { effectiveSize } from './autocorrelation.ts';
import { percentile } from './percentile.ts';

/** `latencies` in ms and in order, not empty; `items` in one inference; `steadyMs` the wall time of the steady phase. */
export function summarise(
  latencies: ArrayLike<number>,
  items: number,
  steadyMs: number,
  rule: Pick<MeasureRule, 'confidence' | 'percentiles'>,
): Summary {
  const n = latencies.length;
  const sorted = Float64Array.from(latencies).sort();
  const mean = sorted.reduce((sum, x) => sum + x, 0) / n;
  const squares = sorted.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return {
    n,
    mean,
    sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0,
    min: sorted[0]!,
    max: sorted[n - 1]!,
    median: quantile(sorted, 0.5),
    interval: medianInterval(latencies, sorted, rule.confidence),
    percentiles: rule.percentiles.map((p) => percentile(sorted, p)),
    throughput: (n * items * 1000) / steadyMs,
  };
}

/**
 * Interval of the median between order statistics, which holds for any distribution, at the ranks of as many independent
 * samples as the series is worth. A sample too small for `confidence` gives its extremes and the confidence they have.
 */
export function medianInterval(
  latencies: ArrayLike<number>,
  sorted: ArrayLike<number>,
  confidence: number,
): MedianInterval {
  const n = sorted.length;
  const median = quantile(sorted, 0.5);
  const effective = effectiveSize(latencies, median);
  const size = Math.floor(effective);
  const rank = lowerRank(size, confidence);
  // Ranks of `size` samples, spread over the n there are; rounded outwards.
  const index = rank === 0 ? 0 : Math.floor((rank * (n + 1)) / (size + 1)) - 1;
  const low = sorted[Math.max(0, index)]!;
  const high = sorted[n - 1 - Math.max(0, index)]!;
  return {
    low,
    high,
    confidence: rank === 0 ? Math.max(0, 1 - 2 ** (1 - size)) : confidence,
    halfWidth: median === 0 ? 0 : (high - low) / 2 / median,
    effective,
  };
}

/** Greatest rank l, from 1, for which x_(l) to x_(n + 1 - l) covers the median with `confidence`; 0 where none does. */
export function lowerRank(n: number, confidence: number): number {
  const tail = (1 - confidence) / 2;
  // 2^-n underflows past 1,074; by 1,000 the normal approximation is within a rank, and rounding down keeps it safe.
  if (n > 1000) return Math.floor(n / 2 + (normalQuantile(tail, 0, 1) * Math.sqrt(n)) / 2);
  let probability = 2 ** -n;
  let cumulative = probability;
  let rank = 0;
  while (cumulative <= tail && rank < n / 2) {
    rank++;
    probability *= (n - rank + 1) / rank;
    cumulative += probability;
  }
  return rank;
}
