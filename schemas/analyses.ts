// The analyses that a sweep asks for: whether their models and axes exist.

import { listOr, removal, replaceBy } from './finding.ts';
import type { Analysis } from './generated/sweep.ts';
import type { ParsedModel } from './model.ts';
import { executionNames } from './names.ts';
import { nearest } from './nearest.ts';
import type { Report } from './report.ts';
import type { Path } from './yaml.ts';

export function checkAnalyses(analyses: readonly Analysis[], models: readonly ParsedModel[], report: Report): void {
  analyses.forEach((analysis, index) => {
    const path = ['analyses', index];
    const chosen = chooseModels(analysis, models, path, report);
    checkKeys(analysis, path, report);
    if (chosen === undefined) return;
    for (const key of ['x', 'y', 'by'] as const) checkAxis(analysis, key, chosen, path, report);
  });
}

/** Undefined where the model named does not exist. */
function chooseModels(
  analysis: Analysis,
  models: readonly ParsedModel[],
  path: Path,
  report: Report,
): readonly ParsedModel[] | undefined {
  if (analysis.model === undefined) return models;
  const chosen = models.filter((model) => model.name === analysis.model);
  if (chosen.length > 0) return chosen;
  const names = models.map((model) => model.name);
  const close = nearest(analysis.model, names);
  const fix = close === undefined ? `Use one of: ${listOr(names)}.` : `Did you mean "${close}"?`;
  const message = `No model of this sweep is named "${analysis.model}".`;
  report.error('unknown-model', [...path, 'model'], message, fix, replaceBy(close));
  return undefined;
}

/** Keys that each kind uses besides `model`. */
const usedKeys: Readonly<Record<Analysis['kind'], readonly string[]>> = {
  heatmap: ['x', 'y', 'metric'],
  regression: ['metric'],
  roofline: [],
  boxplot: ['by', 'metric'],
  coverage: [],
  ablation: [],
};

function checkKeys(analysis: Analysis, path: Path, report: Report): void {
  const { kind, x, y } = analysis;
  for (const key of ['x', 'y', 'by', 'metric'] as const) {
    if (analysis[key] === undefined || usedKeys[kind].includes(key)) continue;
    const used = usedKeys[kind];
    const fix = used.length === 0 ? 'Remove it.' : `Remove it; ${kind} uses ${used.join(', ')}.`;
    report.keyWarning('unused-key', [...path, key], `The analysis ${kind} has no use for "${key}".`, fix, removal);
  }
  if (kind !== 'heatmap' || (x === undefined && y === undefined)) return;
  if (x === undefined || y === undefined) {
    const key = x === undefined ? 'y' : 'x';
    const other = x === undefined ? 'x' : 'y';
    const message = `The heat map has "${key}" and no "${other}".`;
    report.keyError(
      'analysis-axes',
      [...path, key],
      message,
      `Add \`${other}:\`, or leave both out: then the report chooses the two that matter most.`,
      removal,
    );
  } else if (x === y) {
    report.error(
      'analysis-axes',
      [...path, 'y'],
      `The heat map has "${x}" both across and up.`,
      'Choose two different axes.',
    );
  }
}

function checkAxis(
  analysis: Analysis,
  key: 'x' | 'y' | 'by',
  models: readonly ParsedModel[],
  path: Path,
  report: Report,
): void {
  const name = analysis[key];
  if (name === undefined || !usedKeys[analysis.kind].includes(key)) return;
  const groups = key === 'by' ? ['model', 'family'] : [];
  const known = new Set([...models.flatMap((model) => [...model.parameters.keys()]), ...executionNames, ...groups]);
  if (known.has(name)) return;
  const close = nearest(name, known);
  const of = analysis.model === undefined ? 'of this sweep' : `of the model "${analysis.model}"`;
  const fix = close === undefined ? `Use one of: ${listOr([...known])}.` : `Did you mean "${close}"?`;
  report.error('unknown-axis', [...path, key], `"${name}" is no axis ${of}.`, fix, replaceBy(close));
}
