// Percentiles that a sample can carry: MLPerf's early stopping rule with tolerance 0 and confidence 0.99.
import type { Percentile } from '@edgewright/schemas/generated/record.js';
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { quantile } from '../quantile.ts';

const confidence = 0.99;

/** `p` in percent, above 0 and below 100. `sorted` ascending. */
export function percentile(sorted: ArrayLike<number>, p: number): Percentile {
  const n = sorted.length;
  const needed = samplesNeeded(p, 0);
  if (n < needed) return { p, value: null, bound: null, needed };
  // MLPerf allows as many over-latency samples as the sample can carry; the bound is the greatest latency left.
  const over = samplesAllowed(p, n);
  return { p, value: quantile(sorted, p / 100), bound: sorted[n - 1 - over]!, needed };
}

/**
 * Least n for which `over` samples above a latency still show, with 99 % confidence, that at least p % of all
 * inferences are within it: the least n with P(Binomial(n, 1 - p) <= over) <= 0.01. It equals MLPerf's condition on the
 * incomplete beta function, I_p(n - over, over + 1) <= 0.01 (LoadGen, early_stopping.cc).
 */
export function samplesNeeded(p: number, over: number): number {
  const share = rest(p);
  let low = over;
  let high = Math.ceil((over + 5) / share);
  while (binomialCdf(over, high, share) > 1 - confidence) high *= 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCdf(over, middle, share) <= 1 - confidence) high = middle;
    else low = middle;
  }
  return high;
}

/** Greatest number of over-latency samples that n samples carry; n is at least samplesNeeded(p, 0). */
function samplesAllowed(p: number, n: number): number {
  const share = rest(p);
  let low = 0;
  let high = Math.ceil(n * share) + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCdf(middle, n, share) <= 1 - confidence) low = middle;
    else high = middle;
  }
  return low;
}

/** Share beyond the percentile, free of the rounding of 1 - p / 100. */
function rest(p: number): number {
  return (100 - p) / 100;
}
