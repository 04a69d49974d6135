// In which order points are measured, so that the heating of a device is not confounded with an axis.
import type { SlotRole } from '@edgewright/schemas/generated/record.js';
import type { ResolvedSweep } from '@edgewright/schemas/resolved.js';
import { canonicalJson } from '../canonical.ts';
import { type Random, seededRandom, shuffled } from '../random.ts';
import { groupBy } from './group.ts';
import { axisValue, type PlannedPoint } from './point.ts';

/** One measurement to make. */
export interface Slot {
  /** Place in the order of the run, from 0. */
  readonly index: number;
  readonly role: SlotRole;
  /** Which repetition of this point, from 0; reference measurements count on their own. */
  readonly repeat: number;
  readonly planned: PlannedPoint;
}

/** Stream of the sweep's seed that the order draws from. */
const orderStream = 1;

/**
 * Every point `measure.repeats` times, in passes over all points, each pass in an order of its own; the reference point
 * before every `order.referenceEvery` points and at the end.
 */
export function orderSlots(sweep: ResolvedSweep, points: readonly PlannedPoint[]): Slot[] {
  const random = seededRandom(sweep.seed, orderStream);
  const passes = Array.from({ length: sweep.measure.repeats }, () => orderedPass(sweep, points, random));
  const slots: Slot[] = [];
  const add = (role: SlotRole, repeat: number, planned: PlannedPoint) =>
    slots.push({ index: slots.length, role, repeat, planned });
  const reference = sweep.order.referenceEvery === undefined ? undefined : referencePoint(points);
  let measured = 0;
  let references = 0;
  for (const [repeat, pass] of passes.entries()) {
    for (const planned of pass) {
      if (reference && measured % (sweep.order.referenceEvery as number) === 0) {
        add('reference', references++, reference);
      }
      add('point', repeat, planned);
      measured++;
    }
  }
  if (reference) add('reference', references, reference);
  return slots;
}

/** The point of median MACs (the lower of two; the first listed among equals): neither too short to time nor too long. */
export function referencePoint(points: readonly PlannedPoint[]): PlannedPoint | undefined {
  const sorted = points.toSorted((left, right) => left.cost.macs - right.cost.macs);
  return sorted[(sorted.length - 1) >> 1];
}

function orderedPass(sweep: ResolvedSweep, points: readonly PlannedPoint[], random: Random): readonly PlannedPoint[] {
  switch (sweep.order.method) {
    case 'listed':
      return points;
    case 'random':
      return shuffled(points, random);
    case 'blocked':
      return blockedPass(sweep, points, random);
  }
}

/**
 * Rounds over the levels of `order.by`: a round measures one point of each level, the next round goes through the levels
 * in reverse (ABBA), so that a linear drift falls on all levels alike. Where points of different levels are equal in
 * every other axis they share a round, and are thus compared side by side.
 */
function blockedPass(sweep: ResolvedSweep, points: readonly PlannedPoint[], random: Random): PlannedPoint[] {
  const others = otherAxes(sweep);
  const levels = groupBy(points, (planned) => keyOf(planned, sweep.order.by));
  const partners = groupBy(points, (planned) => keyOf(planned, others.get(planned.point.model.name) ?? []));
  const isMatched = [...partners.values()].some((group) => group.length > 1);
  const roundOf = new Map<PlannedPoint, number>();
  const assign = (group: readonly PlannedPoint[], round: number) => {
    for (const planned of group) roundOf.set(planned, round);
  };
  if (isMatched) {
    for (const [round, group] of shuffled([...partners.values()], random).entries()) assign(group, round);
  } else {
    for (const level of levels.values()) {
      for (const [round, planned] of shuffled(level, random).entries()) assign([planned], round);
    }
  }
  const levelOf = new Map([...levels.values()].flatMap((group, level) => group.map((planned) => [planned, level])));
  const rank = (planned: PlannedPoint) => {
    const level = levelOf.get(planned) ?? 0;
    return (roundOf.get(planned) ?? 0) % 2 === 0 ? level : -level;
  };
  return points.toSorted(
    (left, right) => (roundOf.get(left) ?? 0) - (roundOf.get(right) ?? 0) || rank(left) - rank(right),
  );
}

/** For each model the axes that are neither in `order.by` nor zipped with one that is; derived parameters are no axes. */
function otherAxes(sweep: ResolvedSweep): Map<string, string[]> {
  const { zip, when: _, ...execution } = sweep.execution;
  return new Map(
    sweep.models.map((model) => {
      const groups = [...model.zip, ...zip];
      const moved = new Set(
        sweep.order.by.flatMap((axis) => [axis, ...groups.filter((group) => group.includes(axis)).flat()]),
      );
      const names = ['model', ...model.axes.map((axis) => axis.name), ...Object.keys(execution)];
      return [model.name, names.filter((name) => !moved.has(name))];
    }),
  );
}

function keyOf(planned: PlannedPoint, axes: readonly string[]): string {
  return canonicalJson(axes.map((axis) => axisValue(planned.point, axis) ?? null));
}
