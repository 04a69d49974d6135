import { boxAxis } from '@edgewright/core/analysis/analyse.js';
import { axesOf } from '@edgewright/core/analysis/axes.js';
import { boxPlot } from '@edgewright/core/analysis/boxplot.js';
import { boxplotChart } from '@edgewright/core/analysis/charts/boxplot.js';
import { boxPlotSentences } from '@edgewright/core/analysis/sentences.js';
import type { Row } from '@edgewright/core/analysis/table.js';
import type { AnalysisBlock, AnalysisQuery } from '../../protocol.ts';
import { drawn, refusalsIn } from './block.ts';

/** In Tukey's quantiles and in ParaDnn's. `rows` of one model. */
export function boxplotBlock(rows: readonly Row[], { metric, by }: AnalysisQuery, title: string): AnalysisBlock {
  const plot = boxPlot(rows, metric, by ?? boxAxis(axesOf(rows)));
  const isPlot = plot.kind === 'boxplot';
  return {
    title,
    charts: isPlot ? [boxplotChart(plot, 'tukey'), boxplotChart(plot, 'paradnn')].map(drawn) : [],
    sentences: isPlot ? boxPlotSentences(plot) : [],
    refusals: refusalsIn([plot]),
    columns: [],
  };
}
