// Where a series of latencies changes its level: PELT (Killick, Fearnhead and Eckley 2012, "Optimal detection of
// changepoints with a linear computational cost") with the set-up of Barrett et al. 2017 (arXiv 1602.00602).
import { quantile } from '../quantile.ts';

/** Latencies `start` to `end` (excluded) with one level. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Of the medians of its blocks; of a series with a block a latency, of its latencies. */
  readonly median: number;
}

/** Blocks that a series is reduced to at most: bounds the cost, and keeps lone outliers from being segments. */
const blocksAtMost = 200;
/** Blocks in a segment at least. */
const shortest = 5;
/** Variance of log latency (0.1 % squared) that the cost never goes below: equal readings of a coarse clock are no certainty. */
const leastVariance = 1e-6;

/**
 * Segments in order, at least one when there are latencies. The normal mean-variance cost is taken on the logarithms of
 * the medians of at most 200 equal blocks, with penalty 15 ln(blocks). Neighbours whose medians differ by less than
 * `fraction` of the lower one are merged, nearest first: what is too small to matter is not a change.
 */
export function findSegments(latencies: ArrayLike<number>, fraction: number): Segment[] {
  const n = latencies.length;
  if (n === 0) return [];
  const blocks = Math.min(n, blocksAtMost);
  const edges = Array.from({ length: blocks + 1 }, (_, block) => Math.floor((block * n) / blocks));
  const medians = edges.slice(1).map((end, block) => medianOf(latencies, edges[block]!, end));
  const cuts = partition(medians.map(Math.log), 15 * Math.log(blocks));
  const segments = [0, ...cuts].map((block, index) => segmentOf(medians, block, cuts[index] ?? blocks));
  return mergeNear(medians, segments, fraction).map(({ start, end, median }) => ({
    start: edges[start]!,
    end: edges[end]!,
    median,
  }));
}

/** Starts of all segments but the first, ascending: those that minimise the sum of costs plus `penalty` a segment. */
export function partition(series: readonly number[], penalty: number): number[] {
  const n = series.length;
  const cost = segmentCost(series);
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(n + 1);
  best[0] = -penalty;
  // A start that cannot be the last one any more is dropped, but only once a segment may begin where it was beaten.
  let starts: { readonly at: number; until: number; total: number }[] = [];
  for (let end = shortest; end <= n; end++) {
    const opened = end - shortest;
    if (best[opened]! < Number.POSITIVE_INFINITY)
      starts.push({ at: opened, until: Number.POSITIVE_INFINITY, total: 0 });
    starts = starts.filter((start) => start.until > end);
    for (const start of starts) {
      start.total = best[start.at]! + cost(start.at, end);
      if (start.total + penalty < best[end]!) {
        best[end] = start.total + penalty;
        previous[end] = start.at;
      }
    }
    for (const start of starts) {
      if (start.total > best[end]!) start.until = Math.min(start.until, end + shortest);
    }
  }
  const cuts: number[] = [];
  if (n >= shortest) for (let at = previous[n]!; at > 0; at = previous[at]!) cuts.unshift(at);
  return cuts;
}

/** Twice the negative log-likelihood of a normal segment with its own mean and variance, the latter at least `leastVariance`. */
export function segmentCost(series: readonly number[]): (start: number, end: number) => number {
  // Centred first, so that the sums of squares lose no digits.
  const centre = series.reduce((sum, x) => sum + x, 0) / Math.max(1, series.length);
  const sums = new Float64Array(series.length + 1);
  const squares = new Float64Array(series.length + 1);
  for (const [i, x] of series.entries()) {
    sums[i + 1] = sums[i]! + (x - centre);
    squares[i + 1] = squares[i]! + (x - centre) ** 2;
  }
  return (start, end) => {
    const m = end - start;
    const sum = sums[end]! - sums[start]!;
    const spread = Math.max(0, squares[end]! - squares[start]! - (sum * sum) / m);
    const variance = Math.max(spread / m, leastVariance);
    return m * Math.log(2 * Math.PI * variance) + spread / variance;
  };
}

function mergeNear(medians: readonly number[], segments: readonly Segment[], fraction: number): Segment[] {
  const merged = [...segments];
  while (merged.length > 1) {
    const steps = merged.slice(1).map((segment, index) => relativeStep(merged[index]!.median, segment.median));
    const least = Math.min(...steps);
    if (least >= fraction) break;
    const at = steps.indexOf(least);
    merged.splice(at, 2, segmentOf(medians, merged[at]!.start, merged[at + 1]!.end));
  }
  return merged;
}

/** Difference of two levels as a fraction of the lower one. */
function relativeStep(a: number, b: number): number {
  return a === b ? 0 : Math.max(a, b) / Math.min(a, b) - 1;
}

function segmentOf(medians: readonly number[], start: number, end: number): Segment {
  return { start, end, median: medianOf(medians, start, end) };
}

export function medianOf(latencies: ArrayLike<number>, start: number, end: number): number {
  const sorted = new Float64Array(end - start);
  for (let i = start; i < end; i++) sorted[i - start] = latencies[i]!;
  return quantile(sorted.sort(), 0.5);
}
