import { regressionChart } from '@edgewright/core/analysis/charts/regression.js';
import { residualChart } from '@edgewright/core/analysis/charts/residuals.js';
import { regress } from '@edgewright/core/analysis/regression.js';
import { regressionSentences } from '@edgewright/core/analysis/sentences.js';
import type { Row } from '@edgewright/core/analysis/table.js';
import type { AnalysisBlock, AnalysisQuery } from '../../protocol.ts';
import type { Steps } from '../steps.ts';
import type { Study } from '../study.ts';
import { drawn, refusalsIn } from './block.ts';

/** The log form and ParaDnn's, and what the log form leaves unexplained. `rows` of one model. */
export function* regressionBlock(
  study: Study,
  rows: readonly Row[],
  { metric }: AnalysisQuery,
  title: string,
): Steps<AnalysisBlock> {
  const log = regress(rows, { metric, form: 'log' });
  yield;
  const paradnn = regress(rows, { metric, form: 'paradnn' });
  const fits = [log, paradnn].flatMap((fit) => (fit.kind === 'regression' ? [fit] : []));
  return {
    title,
    charts: [
      ...fits.map(regressionChart),
      ...(log.kind === 'regression' ? [residualChart(log, study.placeOf)] : []),
    ].map(drawn),
    sentences:
      log.kind === 'regression' ? regressionSentences(log, paradnn.kind === 'regression' ? paradnn : undefined) : [],
    refusals: refusalsIn([log, paradnn]),
    columns: [],
  };
}
