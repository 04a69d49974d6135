// When a point counts as measured.
import type { MeasureRule } from '@edgewright/schemas/resolved.js';
import { findSegments } from './changepoint.ts';
import { medianInterval } from './summary.ts';

export type StopRule = Pick<
  MeasureRule,
  'halfWidth' | 'confidence' | 'minTime' | 'maxTime' | 'minIterations' | 'maxIterations'
>;

export type Decision = 'go on' | { readonly kind: 'stop'; readonly because: 'narrow' | 'max-time' | 'max-iterations' };

export interface Stopping {
  add(latency: number): void;
  /** `elapsedMs` since the steady phase began. Cheap but at checkpoints. */
  decide(elapsedMs: number): Decision;
  count(): number;
  /** In order, a copy. */
  latencies(): Float64Array;
}

/** Each checkpoint is later than the last by this factor: the checks then cost O(n log n) in all, and overshoot by at most as much. */
const growth = 1.25;

/**
 * Stops when the interval of the median is narrow enough, nothing changed in the last third, and the least time and
 * number of inferences are reached; or at the greatest time or number.
 */
export function createStopping(rule: StopRule): Stopping {
  let samples = new Float64Array(1024);
  let n = 0;
  let checkpoint = 0;
  return {
    add(latency) {
      if (n === samples.length) {
        const larger = new Float64Array(n * 2);
        larger.set(samples);
        samples = larger;
      }
      samples[n++] = latency;
    },
    decide(elapsedMs) {
      if (n === 0) return 'go on';
      if (n >= rule.maxIterations) return { kind: 'stop', because: 'max-iterations' };
      if (elapsedMs >= rule.maxTime) return { kind: 'stop', because: 'max-time' };
      if (n < checkpoint || n < rule.minIterations || elapsedMs < rule.minTime) return 'go on';
      checkpoint = Math.ceil(n * growth);
      return isSteady(samples.subarray(0, n), rule) ? { kind: 'stop', because: 'narrow' } : 'go on';
    },
    count: () => n,
    latencies: () => samples.slice(0, n),
  };
}

function isSteady(latencies: Float64Array, rule: StopRule): boolean {
  const interval = medianInterval(latencies, latencies.slice().sort(), rule.confidence);
  if (interval.confidence < rule.confidence || interval.halfWidth > rule.halfWidth) return false;
  return lateChange(latencies, rule) === undefined;
}

/**
 * The last change of level if it lies in the last third, as indices of its first latency and the levels about it. A
 * change smaller than the width of the interval asked for is none.
 */
export function lateChange(
  latencies: ArrayLike<number>,
  rule: Pick<MeasureRule, 'halfWidth'>,
): { readonly at: number; readonly before: number; readonly after: number } | undefined {
  const segments = findSegments(latencies, 2 * rule.halfWidth);
  const [before, after] = segments.slice(-2);
  if (before === undefined || after === undefined || after.start < (latencies.length * 2) / 3) return undefined;
  return { at: after.start, before: before.median, after: after.median };
}
