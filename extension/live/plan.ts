// What a run means to measure, in columns, so that its page can show what is not there yet.

import { axisOf, executionAxes } from '@edgewright/core/analysis/axes.js';
import type { SlotPlan } from '@edgewright/core/analysis/live.js';
import { type AxisValue, axesOfPoint } from '@edgewright/core/analysis/table.js';
import type { Slot } from '@edgewright/core/sweep/order.js';
import type { Point, SlotRole } from '@edgewright/schemas/generated/record.js';

export interface PlannedRun {
  readonly plan: SlotPlan;
  /** Place in the plan by `slotKey`. */
  readonly places: ReadonlyMap<string, number>;
}

/** Only axes with two or more levels are in the plan. */
export function planRun(slots: readonly Slot[]): PlannedRun {
  const models = [...new Set(slots.map(({ planned }) => planned.point.model.name))];
  const values = slots.map(({ planned }) => axesOfPoint(planned.point));
  const axes = variedAxes(values);
  const places = axes.map(({ levels }) => new Map(levels.map((level, place) => [level, place])));
  const plan: SlotPlan = {
    models,
    axes: axes.map(({ name, levels, isNumeric }) => ({
      name,
      levels: levels.map(String),
      isNumeric,
      origin: executionAxes.has(name) ? 'execution' : 'model',
    })),
    slots: slots.length,
    model: Uint8Array.from(slots, ({ planned }) => models.indexOf(planned.point.model.name)),
    reference: Uint8Array.from(slots, ({ role }) => Number(role === 'reference')),
    levels: Int16Array.from(
      values.flatMap((own) => axes.map(({ name }, axis) => places[axis].get(own[name] as AxisValue) ?? -1)),
    ),
  };
  return {
    plan,
    places: new Map(slots.map(({ planned, role, repeat }, place) => [slotKey(planned.point, role, repeat), place])),
  };
}

/** Of a slot and of its record alike, whatever the order in which a device measures. */
export function slotKey({ id }: Pick<Point, 'id'>, role: SlotRole, repeat: number): string {
  return `${id} ${role} ${repeat}`;
}

function variedAxes(values: readonly Readonly<Record<string, AxisValue>>[]) {
  const found = new Map<string, Set<AxisValue>>();
  for (const own of values) {
    for (const [name, level] of Object.entries(own)) {
      const levels = found.get(name) ?? new Set();
      found.set(name, levels.add(level));
    }
  }
  return [...found]
    .filter(([, levels]) => levels.size > 1)
    .map(([name, set]) => {
      const { levels, kind } = axisOf(name, [...set]);
      return { name, levels, isNumeric: kind === 'numeric' };
    });
}
