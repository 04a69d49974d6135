// What a sweep meant to measure, so that a missing point can say why it is missing.
import type { ResolvedSweep } from '@edgewright/schemas/resolved.js';
import type { OnnxSource } from '../models/onnx.ts';
import { expandSweep } from '../sweep/expand.ts';
import { type AxisValue, axesOfPoint } from './table.ts';

export interface Plan {
  readonly points: readonly PlannedPoint[];
}

export interface PlannedPoint {
  /** Undefined for a point that was excluded or not sampled before it got one. */
  readonly point: string | undefined;
  readonly model: string;
  /** As `Row.axes`. */
  readonly axes: Readonly<Record<string, AxisValue>>;
  readonly fate: 'planned' | 'excluded' | 'not-sampled';
  /** The constraint, for excluded. */
  readonly detail: string;
}

/**
 * Expands the sweep as it was run, then without sampling and without constraints, to tell what those left out. A
 * model whose ONNX file is not in `files` has no plan.
 */
export function planOf(sweep: ResolvedSweep, files: ReadonlyMap<string, OnnxSource> = new Map()): Plan {
  const points: PlannedPoint[] = [];
  const known = new Set<string>();
  const budget = { ...sweep.budget, points: undefined };
  const add = (variant: ResolvedSweep, fate: PlannedPoint['fate'], detail: string) => {
    for (const { point } of expandSweep({ ...variant, budget }, files).points) {
      if (known.has(point.id)) continue;
      known.add(point.id);
      points.push({ point: point.id, model: point.model.name, axes: axesOfPoint(point), fate, detail });
    }
  };
  add(sweep, 'planned', '');
  const grid: ResolvedSweep = { ...sweep, sampling: { method: 'grid', points: undefined } };
  if (sweep.sampling.method !== 'grid') add(grid, 'not-sampled', '');
  const constraints = [...sweep.constraint, ...sweep.models.flatMap((model) => model.constraint)];
  if (constraints.length > 0) {
    const models = sweep.models.map((model) => ({ ...model, constraint: [] }));
    add(
      { ...grid, models, constraint: [] },
      'excluded',
      constraints.map((constraint) => constraint.source).join(' and '),
    );
  }
  return { points };
}
