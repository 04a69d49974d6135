// How far a measured point can be trusted.
import type { SensorSample, Summary, Telemetry, Verdict } from '@edgewright/schemas/generated/record.js';
import type { MeasureRule } from '@edgewright/schemas/resolved.js';
import { medianOf } from './changepoint.ts';
import { lateChange } from './stopping.ts';

/**
 * The worst that was seen names the verdict, in the order throttled, drifting, bimodal, wide; `reasons` holds all of
 * it with figures. Empty reasons: ok.
 */
export function judge(
  latencies: ArrayLike<number>,
  summary: Summary,
  rule: Pick<MeasureRule, 'halfWidth' | 'confidence'>,
  telemetry: Pick<Telemetry, 'start' | 'end'>,
): Verdict {
  const change = lateShift(latencies, rule);
  const findings: readonly (readonly [Verdict['kind'], string | undefined])[] = [
    ['throttled', throttling(telemetry.start, telemetry.end, change)],
    ['drifting', change?.reason],
    ['bimodal', twoModes(latencies)],
    ['wide', width(summary, rule)],
  ];
  const seen = findings.flatMap(([kind, reason]) => (reason === undefined ? [] : [{ kind, reason }]));
  return { kind: seen[0]?.kind ?? 'ok', reasons: seen.map((finding) => finding.reason) };
}

interface Shift {
  /** Relative change of the level: positive when slower. */
  readonly by: number;
  readonly reason: string;
}

function lateShift(latencies: ArrayLike<number>, rule: Pick<MeasureRule, 'halfWidth'>): Shift | undefined {
  const change = lateChange(latencies, rule);
  if (change !== undefined) {
    const by = change.after / change.before - 1;
    const levels = `${figure(change.before)} ms to ${figure(change.after)} ms`;
    return { by, reason: `level changed by ${percent(by)} (${levels}) at inference ${change.at}, in the last third` };
  }
  return lateSlope(latencies, rule);
}

/** Blocks of the last third whose medians a slope is sought in. */
const slopeBlocks = 20;

/**
 * A steady slope in the last third: Theil-Sen's over the medians of 20 blocks, where Mann and Kendall's test
 * is past 3 standard deviations and the change over the third exceeds the width of the interval asked for.
 */
function lateSlope(latencies: ArrayLike<number>, rule: Pick<MeasureRule, 'halfWidth'>): Shift | undefined {
  const n = latencies.length;
  const from = Math.ceil((n * 2) / 3);
  if (n - from < slopeBlocks) return undefined;
  const edge = (block: number): number => from + Math.floor(((n - from) * block) / slopeBlocks);
  const levels = Array.from({ length: slopeBlocks }, (_, block) => medianOf(latencies, edge(block), edge(block + 1)));
  const slopes: number[] = [];
  let score = 0;
  for (let i = 0; i < slopeBlocks; i++) {
    for (let j = i + 1; j < slopeBlocks; j++) {
      const difference = levels[j]! - levels[i]!;
      score += Math.sign(difference);
      slopes.push(difference / (j - i));
    }
  }
  const deviation = Math.sqrt((slopeBlocks * (slopeBlocks - 1) * (2 * slopeBlocks + 5)) / 18);
  const by = (medianOf(slopes, 0, slopes.length) * (slopeBlocks - 1)) / medianOf(levels, 0, slopeBlocks);
  if (Math.abs(score) / deviation <= 3 || Math.abs(by) < 2 * rule.halfWidth) return undefined;
  return { by, reason: `latency moved by ${percent(by)} over the last third, steadily` };
}

function throttling(start: SensorSample, end: SensorSample, shift: Shift | undefined): string | undefined {
  if ('active' in end.throttle) {
    const before = 'active' in start.throttle ? start.throttle : undefined;
    const count = end.throttle.count ?? 0;
    const events = count - (before?.count ?? count);
    if (events > 0) return `the device counted ${events} throttling events while measuring`;
    if (end.throttle.active || before?.active === true) {
      const flags = end.throttle.active ? end.throttle.flags : (before?.flags ?? []);
      return `the device says that it is throttled (${flags.join(', ')})`;
    }
  }
  if (shift === undefined || shift.by <= 0) return undefined;
  if ('value' in start.frequency && 'value' in end.frequency) {
    const ratio = end.frequency.value / start.frequency.value;
    if (ratio < 0.95) {
      const clocks = `${figure(start.frequency.value)} MHz to ${figure(end.frequency.value)} MHz`;
      return `slower by ${percent(shift.by)} while the clock fell to ${figure(ratio)} of its start (${clocks})`;
    }
  }
  return undefined;
}

/** Least samples for two modes to be told from chance. */
const modesNeed = 40;

/**
 * Two modes in log latency: the split of least squares has Ashman's D = sqrt(2) |m1 - m2| / sqrt(s1^2 + s2^2) above 2
 * (Ashman, Bird and Zepf 1994), at least 10 % of the samples in each, centres at least 5 % apart, and a valley: the
 * third of the distance about the middle holds at most half as many samples as the third about either centre. The
 * valley is needed because halving one normal mode gives D = 2.6.
 */
function twoModes(latencies: ArrayLike<number>): string | undefined {
  if (latencies.length < modesNeed) return undefined;
  const logs = thinned(Float64Array.from(latencies).sort()).map(Math.log);
  const n = logs.length;
  // Zeros of a clock too coarse for the model: there are no modes to tell in ticks.
  if (logs[0] === Number.NEGATIVE_INFINITY) return undefined;
  const split = bestSplit(logs);
  const low = moments(logs.subarray(0, split));
  const high = moments(logs.subarray(split));
  const share = (n - split) / n;
  const gap = high.mean - low.mean;
  if (share < 0.1 || share > 0.9 || Math.exp(gap) - 1 < 0.05) return undefined;
  if ((Math.SQRT2 * gap) / Math.sqrt(low.variance + high.variance) <= 2) return undefined;
  const near = (centre: number): number => logs.filter((x) => Math.abs(x - centre) <= gap / 6).length;
  if (near((low.mean + high.mean) / 2) > 0.5 * Math.min(near(low.mean), near(high.mean))) return undefined;
  const modes = `${figure(Math.exp(low.mean))} ms and ${figure(Math.exp(high.mean))} ms`;
  return `two modes at ${modes}, ${percent(share)} of inferences in the slower`;
}

/** At most 2,000 order statistics, evenly spaced: enough to see modes, however large the sample. */
function thinned(sorted: Float64Array): Float64Array {
  const n = Math.min(sorted.length, 2000);
  return Float64Array.from({ length: n }, (_, i) => sorted[Math.floor(((i + 0.5) * sorted.length) / n)]!);
}

/** Size of the lower group of the two that leave the least sum of squares: exact, by sums over the sorted sample. */
function bestSplit(sorted: Float64Array): number {
  const total = sorted.reduce((sum, x) => sum + x, 0);
  let lower = 0;
  let best = Number.NEGATIVE_INFINITY;
  let split = 1;
  for (let size = 1; size < sorted.length; size++) {
    lower += sorted[size - 1]!;
    const between = lower ** 2 / size + (total - lower) ** 2 / (sorted.length - size);
    if (between > best) {
      best = between;
      split = size;
    }
  }
  return split;
}

function moments(sample: Float64Array): { mean: number; variance: number } {
  const mean = sample.reduce((sum, x) => sum + x, 0) / sample.length;
  return { mean, variance: sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / sample.length };
}

function width(summary: Summary, rule: Pick<MeasureRule, 'halfWidth' | 'confidence'>): string | undefined {
  const { interval, n } = summary;
  const worth = `${n} inferences worth ${figure(interval.effective)} independent ones`;
  if (interval.confidence < rule.confidence) {
    return `${worth} carry no interval of ${percent(rule.confidence)} confidence`;
  }
  if (interval.halfWidth <= rule.halfWidth) return undefined;
  return `interval of the median is +-${percent(interval.halfWidth)}, asked +-${percent(rule.halfWidth)}; ${worth}`;
}

/** Three significant digits, without an exponent. */
function figure(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function percent(fraction: number): string {
  return `${figure(fraction * 100)} %`;
}
