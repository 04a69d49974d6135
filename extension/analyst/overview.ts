// What the page shows before any analysis is computed.
import { countRows, groupFailures } from '@edgewright/core/analysis/analyse.js';
import type { AxisInfo } from '@edgewright/core/analysis/axes.js';
import { rowsOf } from '@edgewright/core/analysis/observation.js';
import type { Row } from '@edgewright/core/analysis/table.js';
import type { AnalysisAxis, AnalysisFinding, Overview } from '../protocol.ts';
import type { Study } from './study.ts';

export function overviewOf(
  study: Study,
  findings: { readonly list: readonly AnalysisFinding[]; readonly omitted: number },
): Overview {
  const points = study.table.rows.filter(({ role }) => role === 'point');
  const families = new Map(points.map(({ model, family }) => [model, family]));
  return {
    title: study.title,
    description: study.description,
    counts: countRows(points),
    models: [...families].map(([name, family]) => ({ name, family, counts: countRows(rowsOf(study.table, name)) })),
    axes: study.axes.map((axis) => describeAxis(axis, points, families.size)),
    rows: study.rows,
    failures: groupFailures(points).map(({ code, points: count, example }) => ({
      code,
      points: count,
      example: `${example.model}: ${example.axes}`,
      message: example.message,
      fix: example.fix,
    })),
    findings: findings.list,
    findingsOmitted: findings.omitted,
  };
}

function describeAxis({ name, levels, kind, origin }: AxisInfo, points: readonly Row[], models: number): AnalysisAxis {
  const having = new Set<string>();
  if (origin === 'model') for (const { model, axes } of points) if (axes[name] !== undefined) having.add(model);
  const isShared = origin !== 'model' || having.size === models;
  return {
    name,
    levels: levels.map(String),
    isNumeric: kind === 'numeric',
    origin,
    models: isShared ? [] : [...having],
  };
}
