import { axesOf } from '@edgewright/core/analysis/axes.js';
import { roofLimits, rooflineChart } from '@edgewright/core/analysis/charts/roofline.js';
import { roofline } from '@edgewright/core/analysis/roofline.js';
import { rooflineSentences } from '@edgewright/core/analysis/sentences.js';
import type { Row } from '@edgewright/core/analysis/table.js';
import type { AnalysisBlock, AnalysisQuery } from '../../protocol.ts';
import type { Study } from '../study.ts';
import { refusalsIn } from './block.ts';

/** Rooflines that one answer draws at most. */
const roofsShown = 6;

/** A chart for each device, runtime, number of threads and precision, without its points. */
export function rooflineBlock(study: Study, rows: readonly Row[], { model, by }: AnalysisQuery): AnalysisBlock {
  const result = roofline(rows, study.table.ceilings);
  if (result.kind === 'refusal') {
    return { title: '', charts: [], sentences: [], refusals: refusalsIn([result]), columns: [] };
  }
  const shown = result.groups.slice(0, roofsShown);
  const colouredBy = by ?? colourAxis(rows);
  const limits = roofLimits(shown);
  const charts = shown.map((group) => {
    const { device, runtime, threads, precision } = group;
    const chart = rooflineChart(group, {
      colour: { name: colouredBy, levelOf: () => '' },
      rowOf: () => -1,
      half: shown.length > 1,
      limits,
      points: 'left-out',
    });
    const axes = { device, runtime, threads: String(threads), precision };
    return { kind: 'cloud' as const, chart, cloud: { model, axes, by: colouredBy } };
  });
  const more = result.groups.length - shown.length;
  const refusals =
    more === 0
      ? []
      : [
          {
            reason: `${more} further combinations of device, runtime, threads and precision are not drawn.`,
            fix: 'Filter to those that matter.',
          },
        ];
  return { title: '', charts, sentences: rooflineSentences(result), refusals, columns: [] };
}

/** Models where there are several; else the numeric axis of the model with the most levels. */
function colourAxis(rows: readonly Row[]): string {
  if (new Set(rows.map(({ model }) => model)).size > 1) return 'model';
  const [axis] = axesOf(rows)
    .filter(({ origin }) => origin === 'model')
    .sort((a, b) => Number(b.kind === 'numeric') - Number(a.kind === 'numeric') || b.levels.length - a.levels.length);
  return axis?.name ?? 'model';
}
