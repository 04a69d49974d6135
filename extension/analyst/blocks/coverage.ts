import type { Chart, Json, JsonObject } from '@edgewright/core/analysis/charts/chart.js';
import { coverageChart } from '@edgewright/core/analysis/charts/coverage.js';
import { coverage } from '@edgewright/core/analysis/coverage.js';
import type { Plan } from '@edgewright/core/analysis/plan.js';
import { coverageSentences } from '@edgewright/core/analysis/sentences.js';
import type { Row } from '@edgewright/core/analysis/table.js';
import type { AnalysisBlock } from '../../protocol.ts';
import { drawn } from './block.ts';
import { withItems } from './items.ts';

/** `rows` of one model. */
export function coverageBlock(rows: readonly Row[], plan: Plan | undefined, title: string): AnalysisBlock {
  const covered = coverage(rows, plan);
  return {
    title,
    charts: covered === undefined ? [] : [drawn(byFate(coverageChart(covered)))],
    sentences: covered === undefined ? [] : coverageSentences(covered),
    refusals: [],
    columns: [],
  };
}

/** A part of a bar stands for the rows of its own fate; what was never measured has none. */
function byFate(chart: Chart): Chart {
  return withItems(chart, (item): Json => {
    const { fate, select, ...rest } = item;
    if (fate !== 'measured' && fate !== 'failed') return rest;
    const { axes, ...selected } = select as JsonObject;
    return { ...rest, select: { ...selected, axes: { ...(axes as JsonObject), fate } } };
  });
}
