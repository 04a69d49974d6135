import { ablate } from '@edgewright/core/analysis/ablation.js';
import { ablationReport } from '@edgewright/core/analysis/analyse.js';
import { ablationCharts } from '@edgewright/core/analysis/charts/ablation.js';
import type { Row } from '@edgewright/core/analysis/table.js';
import type { AnalysisBlock } from '../../protocol.ts';
import { drawn, refusalsIn } from './block.ts';

/** `rows` of the model, or of all where there is none. */
export function ablationBlock(rows: readonly Row[], model: string | undefined): AnalysisBlock {
  const { ablation, sentences } = ablationReport(ablate(rows, model));
  return {
    title: '',
    charts: ablation.kind === 'ablation' ? ablationCharts(ablation).map(drawn) : [],
    sentences,
    refusals: refusalsIn([ablation]),
    columns: [],
  };
}
