// Whether a sweep fits the devices that it is meant for: what a device lacks is told before a run, not point by point
// in its records. All of it is warnings, as another device may take the sweep as it is.
import type { Diagnostic, Remedy } from '@edgewright/schemas/diagnostic.js';
import type { RuntimeName } from '@edgewright/schemas/generated/record.js';
import type { ResolvedModel, ResolvedSweep } from '@edgewright/schemas/resolved.js';
import { type DeviceSpeed, estimateTime } from './estimate.ts';
import { leastMemory } from './memory.ts';
import type { Slot } from './order.ts';
import type { PlannedPoint } from './point.ts';

/** What is known of a device. */
export interface ChosenDevice {
  readonly name: string;
  /** Runtimes that the agent named, with the reason where one is not available. */
  readonly runtimes: readonly { readonly name: RuntimeName; readonly unavailable?: string; readonly fix?: string }[];
  /** Bytes that a point may use. */
  readonly memory: number;
  /** Measured ceilings; empty before the first run. */
  readonly speeds: readonly DeviceSpeed[];
}

/** Runtimes that a device lacks; needs no expansion. Paths without places. */
export function checkRuntimes(sweep: ResolvedSweep, devices: readonly ChosenDevice[]): readonly Diagnostic[] {
  const { runtime } = sweep.execution;
  return runtime.flatMap((name, index) =>
    devices.flatMap((device) => {
      const known = device.runtimes.find((other) => other.name === name);
      if (known !== undefined && known.unavailable === undefined) return [];
      const others = device.runtimes.filter((other) => other.unavailable === undefined).map((other) => other.name);
      const reason = known?.unavailable === undefined ? '' : `: ${known.unavailable.replace(/\.$/, '')}`;
      const instead = others.length === 0 ? 'Choose another device.' : `Use ${others.join(' or ')}, or another device.`;
      return {
        code: 'runtime-missing',
        severity: 'warning',
        path: runtime.length === 1 ? ['execution', 'runtime'] : ['execution', 'runtime', index],
        message: `The device ${device.name} does not have the runtime ${name}${reason}.`,
        fix: known?.fix ?? instead,
        remedies: remediesOf(name, others, runtime),
      } as const;
    }),
  );
}

function remediesOf(name: RuntimeName, others: readonly RuntimeName[], wanted: readonly RuntimeName[]): Remedy[] {
  const fresh = others.filter((other) => !wanted.includes(other) && other !== name);
  return [
    ...fresh.map((other): Remedy => ({ kind: 'replace', text: other })),
    ...(wanted.length > 1 ? [{ kind: 'remove' } as const] : []),
  ];
}

/** Points that no device of those chosen could hold, and budgets that are spent before the end. */
export function checkFit(
  sweep: ResolvedSweep,
  points: readonly PlannedPoint[],
  slots: readonly Slot[],
  devices: readonly ChosenDevice[],
): readonly Diagnostic[] {
  return [...checkMemory(sweep, points, devices), ...checkBudget(sweep, slots, devices)];
}

function checkMemory(
  sweep: ResolvedSweep,
  points: readonly PlannedPoint[],
  devices: readonly ChosenDevice[],
): readonly Diagnostic[] {
  return devices.flatMap((device) => {
    const limit = Math.min(device.memory, sweep.measure.memoryLimit ?? device.memory);
    return sweep.models.flatMap((model, index) => {
      const own = points.filter(({ point }) => point.model.name === model.name);
      const large = own.filter(({ cost }) => leastMemory(cost) > limit);
      const [first] = large;
      if (first === undefined) return [];
      const largest = large.reduce(
        (most, next) => (leastMemory(next.cost) > leastMemory(most.cost) ? next : most),
        first,
      );
      const { cost } = largest;
      const parts = `weights ${mebibytes(cost.weightBytes)}, activations ${mebibytes(cost.activationBytes)}`;
      const count =
        large.length === own.length ? `All ${own.length} points` : `${large.length} of ${own.length} points`;
      const constraint = `weightBytes + activationBytes <= ${Math.floor(limit / 2 ** 20)} * MiB`;
      return {
        code: 'memory-exceeded',
        severity: 'warning',
        path: ['models', index],
        ...(model.place && { place: model.place }),
        message: `${count} of ${model.name} need more memory than ${device.name} may use: the largest at least ${mebibytes(leastMemory(cost))} (${parts}) of ${mebibytes(limit)}.`,
        fix: `Leave them out by the constraint \`${constraint}\`, or choose a device with more memory.`,
        remedies: constraining(model, index, constraint),
      } as const;
    });
  });
}

/** A list of constraints that is there already is the author's to extend. */
function constraining({ constraint }: ResolvedModel, index: number, source: string): readonly Remedy[] {
  if (constraint.length > 0) return [];
  return [{ kind: 'set', path: ['models', index], key: 'constraint', text: `[${source}]` }];
}

function checkBudget(
  sweep: ResolvedSweep,
  slots: readonly Slot[],
  devices: readonly ChosenDevice[],
): readonly Diagnostic[] {
  const { time } = sweep.budget;
  if (time === undefined) return [];
  const estimates = devices.map(({ name, speeds }) => ({
    words: speeds.length > 0 ? `on ${name}` : `on ${name}, if it reaches 1 GFLOP/s and 1 GB/s,`,
    total: estimateTime(slots, sweep.measure, speeds).total,
  }));
  return estimates
    .filter(({ total }) => total > time)
    .map(({ words, total }) => ({
      code: 'budget-exceeded',
      severity: 'warning',
      path: ['budget', 'time'],
      message: `The budget is ${duration(time)}, and ${words} measuring takes about ${duration(total)}: the rest of the points will not be measured.`,
      fix: 'Raise budget.time, use fewer values, lower `measure.minTime`, or choose points by `sampling`.',
      remedies: [{ kind: 'set', path: ['budget'], key: 'time', text: duration(1.2 * total).replace(' ', '') }],
    }));
}

function mebibytes(bytes: number): string {
  const value = bytes / 2 ** 20;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} MiB`;
}

/** In the unit that fits, as documents write it but for the space. Milliseconds in. */
function duration(time: number): string {
  if (time < 1000) return `${Math.ceil(time)} ms`;
  if (time < 120_000) return `${Math.ceil(time / 1000)} s`;
  if (time < 7_200_000) return `${Math.ceil(time / 60_000)} min`;
  return `${Math.ceil(time / 3_600_000)} h`;
}
