// Axes that no point varies: a sweep that names five values and measures one answers another question than it asks.
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import { executionNames } from '@edgewright/schemas/names.js';
import type { ResolvedSweep } from '@edgewright/schemas/resolved.js';
import { canonicalJson } from '../canonical.ts';
import { axisValue, type PlannedPoint } from './point.ts';

/** Axes of several values of which the conditions and constraints leave one. Of a sample nothing is said. */
export function unusedAxes(sweep: ResolvedSweep, points: readonly PlannedPoint[]): readonly Diagnostic[] {
  if (sweep.sampling.method !== 'grid' || points.length === 0) return [];
  const hasRules = sweep.constraint.length > 0 || sweep.execution.when.size > 0;
  const ofModels = sweep.models.flatMap((model, index) => {
    if (!hasRules && model.constraint.length === 0 && model.when.size === 0) return [];
    const own = points.filter(({ point }) => point.model.name === model.name);
    if (own.length === 0) return [];
    return model.axes
      .filter(({ values }) => values.length > 1)
      .flatMap(({ name, values, place }) => {
        const path = ['models', index, 'axes', name];
        return unused(own, name, values.length, model.name, path).map((found) => ({
          ...found,
          ...(place && { place }),
        }));
      });
  });
  const ofExecution = hasRules
    ? executionNames
        .filter((name) => sweep.execution[name].length > 1)
        .flatMap((name) => unused(points, name, sweep.execution[name].length, sweep.name, ['execution', name]))
    : [];
  return [...ofModels, ...ofExecution];
}

function unused(
  points: readonly PlannedPoint[],
  axis: string,
  count: number,
  of: string,
  path: readonly (string | number)[],
): readonly Diagnostic[] {
  const [first] = points;
  if (first === undefined) return [];
  const textOf = ({ point }: PlannedPoint) => canonicalJson(axisValue(point, axis));
  const left = textOf(first);
  if (points.some((point) => textOf(point) !== left)) return [];
  return [
    {
      code: 'axis-unused',
      severity: 'warning',
      path,
      message: `"${axis}" has ${count} values, and the constraints of ${of} leave points with ${left} alone.`,
      fix: 'Loosen the constraint, or give the axis this one value.',
    },
  ];
}
