// The answer to a question about a study. Pure, and in steps: a newer question may come before it is done.
import { ablate } from '@edgewright/core/analysis/ablation.js';
import { ablationReport, countRows, headlineOf } from '@edgewright/core/analysis/analyse.js';
import { type LevelFilter, rowsKept } from '@edgewright/core/analysis/columns.js';
import { coverage } from '@edgewright/core/analysis/coverage.js';
import { regress } from '@edgewright/core/analysis/regression.js';
import { roofline } from '@edgewright/core/analysis/roofline.js';
import {
  coverageSentences,
  regressionSentences,
  type Sentence,
  verdictSentence,
} from '@edgewright/core/analysis/sentences.js';
import type { Row } from '@edgewright/core/analysis/table.js';
import type { AnalysisBlock, AnalysisQuery, Answer } from '../protocol.ts';
import { ablationBlock } from './blocks/ablation.ts';
import { boxplotBlock } from './blocks/boxplot.ts';
import { comparisonBlock, pairsToCompare } from './blocks/comparison.ts';
import { coverageBlock } from './blocks/coverage.ts';
import { heatmapBlock } from './blocks/heatmap.ts';
import { regressionBlock } from './blocks/regression.ts';
import { rooflineBlock } from './blocks/roofline.ts';
import { planKept } from './kept.ts';
import type { Steps } from './steps.ts';
import type { Study } from './study.ts';

/** Models that one answer treats at most; the others are named. */
export const modelLimit = 6;

export function* answerCharts(study: Study, query: AnalysisQuery): Steps<Answer> {
  const points = pointsKept(study, query.filter);
  yield;
  const models = [...new Set(points.map(({ model }) => model))];
  const wanted = query.model === undefined ? models : models.filter((model) => model === query.model);
  const blocks: AnalysisBlock[] = [];
  if (points.length === 0 || wanted.length === 0) return { kind: 'charts', blocks: [nothingLeft(query)] };
  if (query.kind === 'roofline' || query.kind === 'comparison' || query.kind === 'ablation') {
    const rows = query.model === undefined ? points : points.filter(({ model }) => model === query.model);
    if (query.kind === 'roofline') blocks.push(rooflineBlock(study, rows, query));
    else if (query.kind === 'ablation') blocks.push(ablationBlock(rows, query.model));
    else {
      for (const pair of pairsToCompare(study, rows, query)) {
        yield;
        blocks.push(comparisonBlock(study, rows, pair, query));
      }
      if (blocks.length === 0) blocks.push(nothingToCompare(query.by));
    }
    return { kind: 'charts', blocks };
  }
  for (const model of wanted.slice(0, modelLimit)) {
    const rows = points.filter((row) => row.model === model);
    yield;
    blocks.push(yield* modelBlock(study, rows, query, wanted.length > 1 ? model : ''));
  }
  if (wanted.length > modelLimit) blocks.push(moreModels(wanted.slice(modelLimit)));
  return { kind: 'charts', blocks };
}

/** As the report's headline, of the rows kept. */
export function* answerHeadline(study: Study, filter: LevelFilter): Steps<Answer> {
  const points = pointsKept(study, filter);
  const sentences: { readonly sentences: readonly Sentence[] }[] = [];
  for (const model of [...new Set(points.map((row) => row.model))].slice(0, modelLimit)) {
    yield;
    const rows = points.filter((row) => row.model === model);
    const log = regress(rows, { metric: 'latency', form: 'log' });
    yield;
    const covered = coverage(rows, planKept(study, filter));
    sentences.push({
      sentences: [
        ...(log.kind === 'regression' ? regressionSentences(log, undefined) : []),
        ...(covered ? coverageSentences(covered) : []),
      ],
    });
  }
  yield;
  const roof = roofline(points, study.table.ceilings);
  const comparisons = [];
  for (const pair of pairsToCompare(study, points, undefined)) {
    yield;
    const { comparison, sentences: said } = pair.compare('latency');
    comparisons.push({ comparison, sentences: said });
  }
  const doubt = verdictSentence(countRows(points), undefined);
  yield;
  const isAblated = points.some(({ axes }) => axes.ablation !== 'none');
  const ablations = isAblated ? [ablationReport(ablate(points))] : [];
  return { kind: 'headline', sentences: headlineOf(sentences, comparisons, ablations, roof, doubt) };
}

function* modelBlock(study: Study, rows: readonly Row[], query: AnalysisQuery, title: string): Steps<AnalysisBlock> {
  switch (query.kind) {
    case 'heatmap':
      return heatmapBlock(rows, query, planKept(study, query.filter), title);
    case 'regression':
      return yield* regressionBlock(study, rows, query, title);
    case 'boxplot':
      return boxplotBlock(rows, query, title);
    default:
      return coverageBlock(rows, planKept(study, query.filter), title);
  }
}

/** Without reference measurements. */
export function pointsKept({ table, rows, levels }: Study, filter: LevelFilter): readonly Row[] {
  const kept = rowsKept(rows.count, levels, filter);
  return table.rows.filter(({ role }, place) => role === 'point' && kept[place] === 1);
}

function nothingLeft({ model }: AnalysisQuery): AnalysisBlock {
  const reason =
    model === undefined ? 'The filters leave no measurement.' : `The filters leave no measurement of ${model}.`;
  return refusal(reason, 'Clear a filter.');
}

function nothingToCompare(by: string | undefined): AnalysisBlock {
  return refusal(
    by === undefined
      ? 'There is nothing to compare: one device, one run, one runtime, one precision and one number of threads.'
      : `${by} has fewer than two levels in these measurements.`,
    by === undefined
      ? 'Run the sweep on another device or with another runtime, or choose an axis.'
      : 'Choose another axis.',
  );
}

function moreModels(models: readonly string[]): AnalysisBlock {
  return refusal(`${models.length} more models are not shown: ${models.join(', ')}.`, 'Choose one above.');
}

function refusal(reason: string, fix: string): AnalysisBlock {
  return { title: '', charts: [], sentences: [], refusals: [{ reason, fix }], columns: [] };
}
