import { mapsOf } from '@edgewright/core/analysis/analyse.js';
import { axesOf } from '@edgewright/core/analysis/axes.js';
import { heatmapChart, sharedRange } from '@edgewright/core/analysis/charts/heatmap.js';
import type { Heatmap } from '@edgewright/core/analysis/heatmap.js';
import type { Plan } from '@edgewright/core/analysis/plan.js';
import { heatmapSentences } from '@edgewright/core/analysis/sentences.js';
import type { Row } from '@edgewright/core/analysis/table.js';
import type { AnalysisBlock, AnalysisQuery } from '../../protocol.ts';
import { drawn, refusalsIn } from './block.ts';

/** A map for each device and runtime, in the same colours. `rows` of one model. */
export function heatmapBlock(
  rows: readonly Row[],
  { metric, x, y }: AnalysisQuery,
  plan: Plan | undefined,
  title: string,
): AnalysisBlock {
  const analysis = { kind: 'heatmap' as const, ...(x !== undefined && { x }), ...(y !== undefined && { y }) };
  const results = mapsOf(rows, axesOf(rows), analysis, metric, plan);
  const maps = results.filter((result): result is Heatmap => result.kind === 'heatmap');
  const range = sharedRange(maps);
  const charts = maps.map((map) => {
    const half = maps.length > 1 && map.x.levels.length <= 10;
    return heatmapChart(map, { ...(range !== undefined && { range }), half });
  });
  return {
    title,
    charts: charts.map(drawn),
    sentences: maps.flatMap(heatmapSentences),
    refusals: refusalsIn(results),
    columns: [],
  };
}
