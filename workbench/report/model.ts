// What the report says of one model: each analysis with its sentences and its charts.
import type { ModelReport, ReportData } from '@edgewright/core/analysis/analyse.js';
import { boxplotChart } from '@edgewright/core/analysis/charts/boxplot.js';
import type { Chart } from '@edgewright/core/analysis/charts/chart.js';
import { coverageChart } from '@edgewright/core/analysis/charts/coverage.js';
import { heatmapChart, sharedRange } from '@edgewright/core/analysis/charts/heatmap.js';
import { regressionChart } from '@edgewright/core/analysis/charts/regression.js';
import { type RooflineOptions, roofLimits, rooflineChart } from '@edgewright/core/analysis/charts/roofline.js';
import type { Heatmap } from '@edgewright/core/analysis/heatmap.js';
import type { Refusal } from '@edgewright/core/analysis/refusal.js';
import type { Roofline } from '@edgewright/core/analysis/roofline.js';
import { levelText } from './evidence.ts';
import { type FigureRoom, figures } from './figure.ts';
import { type Html, html } from './html.ts';
import type { Evidence } from './live/evidence.ts';
import { isRefusal, refusalNote, sentenceList } from './parts.ts';

export type RowFinder = (device: string, point: string) => number;

export interface ModelContext {
  readonly evidence: Evidence;
  readonly rows: RowFinder;
  readonly room: FigureRoom;
}

/** Roofline charts of one section at most; the table of ceilings holds the rest. */
const roofsShown = 6;

/** `region`: where a sentence holds that names no other. */
export function modelBlocks(model: ModelReport, region: string, context: ModelContext): Html {
  const maps = model.heatmaps.filter((map): map is Heatmap => !isRefusal(map));
  const plots = model.boxplots.flatMap((plot) =>
    isRefusal(plot) ? [] : [boxplotChart(plot, 'tukey'), boxplotChart(plot, 'paradnn')],
  );
  const fits = model.regressions.flatMap((fit) => (isRefusal(fit) ? [] : [regressionChart(fit)]));
  const said = (analysis: ModelReport['sentences'][number]['analysis']): Html =>
    sentenceList(
      model.sentences.filter((sentence) => sentence.analysis === analysis),
      'plain',
      region,
    );
  const drawn = (charts: readonly Chart[], results: readonly { readonly kind: string }[]): Html =>
    html`${figures(charts, context.room)}${results.filter(isRefusal).map(refusalNote)}`;
  return html`
${block(
  'Heat map',
  model.heatmaps,
  html`${said('heatmap')}${drawn(
    maps.map((map) =>
      heatmapChart(map, { ...rangeFor(map, maps), half: maps.length > 1 && map.x.levels.length <= 10 }),
    ),
    model.heatmaps,
  )}`,
)}
${block('Which parameters matter', model.regressions, html`${said('regression')}${drawn(fits, model.regressions)}`)}
${block(
  'Roofline',
  model.roofline === undefined ? [] : [model.roofline],
  html`${said('roofline')}${model.roofline === undefined ? html`` : roofs(model.roofline, model, context)}`,
)}
${block('Distributions', model.boxplots, html`${said('boxplot')}${drawn(plots, model.boxplots)}`)}
${block(
  'Coverage',
  model.coverage === undefined ? [] : [model.coverage],
  html`${said('coverage')}${model.coverage === undefined ? html`` : drawn([coverageChart(model.coverage)], [])}`,
)}
${said('verdicts')}`;
}

export function overallRoofline(data: ReportData, context: ModelContext): Html {
  return roofs(data.roofline, undefined, context);
}

function block(name: string, results: readonly unknown[], body: Html): Html {
  return results.length === 0 ? html`` : html`<h3>${name}</h3>${body}`;
}

/** Maps of one metric share their limits, so that they may be compared by colour. */
function rangeFor(map: Heatmap, maps: readonly Heatmap[]): { range?: { low: number; high: number } } {
  const range = sharedRange(maps.filter((other) => other.metric === map.metric));
  return range === undefined ? {} : { range };
}

function roofs(roofline: Roofline | Refusal, model: ModelReport | undefined, context: ModelContext): Html {
  if (isRefusal(roofline)) return refusalNote(roofline);
  const shown = roofline.groups.slice(0, roofsShown);
  const options: RooflineOptions = {
    colour: colourOf(model, context),
    rowOf: (group, point) => context.rows(group.device, point.point),
    half: shown.length > 1,
    limits: roofLimits(shown),
  };
  const charts = shown.map((group) => rooflineChart(group, options));
  const omitted = roofline.groups.length - shown.length;
  const unroofed = roofline.unroofed.reduce((sum, { points }) => sum + points, 0);
  const notes = [
    omitted > 0
      ? `${omitted} further combinations of device, runtime, threads and precision are not drawn; the table of ceilings holds them.`
      : '',
    unroofed > 0
      ? `${unroofed.toLocaleString('en')} points have no measured ceiling and are in no roofline: measure the ceilings of their runtime, threads and precision.`
      : '',
    model === undefined ? roofline.bytesNote : '',
  ];
  return html`${figures(charts, context.room)}${notes
    .filter((note) => note !== '')
    .map((note) => html`<p class="under">${note}</p>`)}`;
}

/** All models together are coloured by model; one model by its numeric axis of most levels. */
function colourOf(model: ModelReport | undefined, { evidence, rows }: ModelContext): RooflineOptions['colour'] {
  const axis = model?.axes
    .filter(({ origin, levels }) => origin === 'model' && levels.length > 1)
    .sort(
      (a, b) => Number(b.kind === 'numeric') - Number(a.kind === 'numeric') || b.levels.length - a.levels.length,
    )[0];
  if (axis === undefined) return { name: 'model', levelOf: (_, point) => point.model };
  return {
    name: axis.name,
    levelOf: (group, point) => {
      const row = rows(group.device, point.point);
      const text = row < 0 ? '' : (levelText(evidence, row, axis.name) ?? '');
      return axis.kind === 'numeric' && text !== '' ? Number(text) : text;
    },
  };
}
