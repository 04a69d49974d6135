// What a sweep will cost, before anything runs: rows for people and scripts, and a time that says what it assumes.
import type { ParameterValue, Precision, RuntimeName, Scenario } from '@edgewright/schemas/generated/record.js';
import type { MeasureRule } from '@edgewright/schemas/resolved.js';
import type { Slot } from './order.ts';
import type { PlannedPoint } from './point.ts';

/** What a device can do at most, as measured by its ceilings. */
export interface DeviceSpeed {
  readonly runtime: RuntimeName;
  readonly threads: number;
  readonly precision: Precision;
  /** FLOP/s. */
  readonly flops: number;
  /** B/s. */
  readonly bandwidth: number;
}

/** Milliseconds. */
export interface TimeEstimate {
  /** Of each slot: measuring ends at the minimum time. */
  readonly slots: readonly number[];
  readonly total: number;
  /** Where no point is ever narrow enough and each measures for the maximum time. */
  readonly longest: number;
  /** What the estimate rests on, one sentence. */
  readonly assumption: string;
}

/** Without `speeds` an assumed device; with them the best match of each point: its runtime, then precision and threads. */
export function estimateTime(
  slots: readonly Slot[],
  rule: MeasureRule,
  speeds: readonly DeviceSpeed[] = [],
): TimeEstimate {
  const bounds = slots.map(({ planned }) => {
    const speed = speedFor(planned, speeds);
    return slotTimes(planned, rule, speed ?? assumed, speed ? achieved : 1);
  });
  const isMeasured = slots.some(({ planned }) => speedFor(planned, speeds));
  return {
    slots: bounds.map(({ shortest }) => shortest),
    total: bounds.reduce((sum, { shortest }) => sum + shortest, 0),
    longest: bounds.reduce((sum, { longest }) => sum + longest, 0),
    assumption: isMeasured ? measuredAssumption : assumedAssumption,
  };
}

/** A row of `estimate --json`: axis values and parameters by name beside the costs. */
export interface EstimateRow {
  readonly [axis: string]: ParameterValue | Scenario;
}

/**
 * The values of the model's parameters and of the execution, then what the point costs: `parameters` (trained ones),
 * `macs`, `flops`, bytes. A dimension of a file that has the name of another column stands as `dimension.<name>`.
 */
export function estimateRow({ point, cost, items }: PlannedPoint): EstimateRow {
  const { model, execution } = point;
  const fixed = { ...execution, items, ...cost };
  const own = { id: point.id, model: model.name, family: model.family };
  const parameters = Object.entries(model.parameters).map(([name, value]) => [
    name in fixed || name in own ? `dimension.${name}` : name,
    value,
  ]);
  return { ...own, ...Object.fromEntries(parameters), ...fixed };
}

/** A small single-board computer on one core; FLOP/s and B/s. */
const assumed = { flops: 1e9, bandwidth: 1e9 };
/** Part of the measured ceilings that a model is taken to reach. */
const achieved = 0.5;
/** Starting a session in a process that is ready, ms. */
const startTime = 200;
/** Making weights, writing them and reading them back, B/s. */
const generateRate = 100e6;

const overheads =
  'and 200 ms and 10 ns a byte of weights to make and load a model; each point is measured for its minimum time.';
const assumedAssumption = `Assumes a device of 1 GFLOP/s and 1 GB/s, as none is measured, ${overheads}`;
const measuredAssumption = `Assumes half of the device's measured ceilings, ${overheads}`;

function slotTimes(
  { point, cost }: PlannedPoint,
  rule: MeasureRule,
  speed: Pick<DeviceSpeed, 'flops' | 'bandwidth'>,
  part: number,
): { shortest: number; longest: number } {
  const inference = (1000 / part) * Math.max(cost.flops / speed.flops, cost.trafficBytes / speed.bandwidth);
  const period = periodOf(point.execution.scenario, inference);
  const setUp = rule.cooldown + startTime + (1000 * cost.weightBytes) / generateRate;
  const before = setUp + inference + Math.max(rule.warmupTime, rule.warmupIterations * inference);
  const longest = Math.min(Math.max(rule.maxTime, period), rule.maxIterations * period);
  const shortest = Math.min(Math.max(rule.minTime, rule.minIterations * period), longest);
  const limited = (steady: number) => Math.min(before + steady, rule.cooldown + rule.timeout);
  return { shortest: limited(shortest), longest: limited(longest) };
}

/** From the start of one inference to the start of the next. */
function periodOf(scenario: Scenario, inference: number): number {
  switch (scenario.kind) {
    case 'fixed-rate':
      return Math.max(inference, 1000 / scenario.rate);
    case 'idle-gap':
      return inference + scenario.gap;
    default:
      return inference;
  }
}

/** The ceilings of the point's runtime: same precision before same threads, else those of the most FLOP/s. */
function speedFor({ point }: PlannedPoint, speeds: readonly DeviceSpeed[]): DeviceSpeed | undefined {
  const { runtime, precision, threads } = point.execution;
  const score = (speed: DeviceSpeed) => Number(speed.precision === precision) * 2 + Number(speed.threads === threads);
  return speeds
    .filter((speed) => speed.runtime === runtime)
    .sort((left, right) => score(right) - score(left) || right.flops - left.flops)[0];
}
