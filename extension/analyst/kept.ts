// The plan of a sweep under a filter: what was left out on purpose is not missing.
import type { LevelFilter } from '@edgewright/core/analysis/columns.js';
import type { Plan } from '@edgewright/core/analysis/plan.js';
import type { Study } from './study.ts';

/** Undefined where rows are kept by how they came out: a point whose rows were left out would pass for one not tried. */
export function planKept(study: Study, filter: LevelFilter): Plan | undefined {
  if (filter.status !== undefined || filter.run !== undefined) return undefined;
  const plan = study.plan();
  if (plan === undefined) return undefined;
  const wanted = Object.entries(filter).filter(([name]) => name !== 'device' && name !== 'model');
  const isKept = ({ model, axes }: Plan['points'][number]) =>
    (filter.model?.includes(model) ?? true) &&
    wanted.every(([name, levels]) => axes[name] === undefined || levels.includes(String(axes[name])));
  return { points: plan.points.filter(isKept) };
}
