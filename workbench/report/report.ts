// The report of a run: one HTML file that answers the sweep's question and shows what the answer rests on.
import type { FailureGroup, ModelReport, ReportCounts, ReportData } from '@edgewright/core/analysis/analyse.js';
import { regionOf } from '@edgewright/core/analysis/axes.js';
import { driftChart } from '@edgewright/core/analysis/charts/drift.js';
import { countOf, formatBytes, formatSi } from '@edgewright/core/analysis/charts/format.js';
import { verdictsChart } from '@edgewright/core/analysis/charts/verdicts.js';
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';
import { ablationBlock } from './ablation.ts';
import { comparisonBlock } from './comparison.ts';
import { driftOf } from './drift.ts';
import { collectEvidence, rowIndex } from './evidence.ts';
import { type FigureRoom, figureRoom, figures, tableOf } from './figure.ts';
import { type Html, html, packedJson, scriptJson } from './html.ts';
import type { Evidence } from './live/evidence.ts';
import { methods } from './methods.ts';
import { modelBlocks, overallRoofline, type RowFinder } from './model.ts';
import { renderPage, type Section } from './page.ts';
import { commonRegion, deviceCards, environmentsOf, sentenceList } from './parts.ts';
import { pointsTable } from './points.ts';

export interface ReportOptions {
  /** The records that `data` was made of, in the same order, for the raw table and for what a click shows. */
  readonly records?: Iterable<DurableRecord>;
  /** Raw latencies embedded at most; the points past it carry nine quantiles. */
  readonly rawBudget?: number;
}

/** About 3 MB of text before it is compressed. */
export const defaultRawBudget = 400_000;

/** One self-contained HTML document. */
export function renderReport(data: ReportData, options: ReportOptions = {}): string {
  const room = figureRoom();
  const records = [...(options.records ?? [])];
  const evidence = collectEvidence(records, { rawBudget: options.rawBudget ?? defaultRawBudget });
  const rows = rowIndex(evidence);
  const sections: Section[] = [
    { id: 'devices', name: 'Devices', body: devicesBody(data) },
    ...data.models.map((model, i) => ({
      id: `model-${i + 1}`,
      name: model.model,
      body: modelBody(model, evidence, rows, room),
    })),
  ];
  if (data.models.length > 1) {
    sections.push({ id: 'roofline', name: 'All models', body: overallRoofline(data, { evidence, rows, room }) });
  }
  if (data.ablations.length > 0) {
    const blocks = data.ablations.map((ablation) => ablationBlock(ablation, room));
    sections.push({ id: 'optimisations', name: 'Optimisations', body: html`${blocks}` });
  }
  if (data.comparisons.length > 0) {
    const blocks = data.comparisons.map((comparison) => comparisonBlock(comparison, room));
    sections.push({ id: 'comparisons', name: 'Comparisons', body: html`${blocks}` });
  }
  sections.push(
    { id: 'trust', name: 'Trust', body: trustBody(data, records, room) },
    { id: 'methods', name: 'Methods', body: methods(data) },
    { id: 'measurements', name: 'Measurements', body: pointsTable(evidence) },
  );
  return renderPage({
    title: data.title,
    question: data.description,
    opening: html`${tiles(data)}${sentenceList(data.headline, 'lead')}`,
    sections,
    evidence: packedJson(evidence),
    environments: scriptJson(environmentsOf(data.runs)),
  });
}

export function tiles(data: ReportData): Html {
  const devices = new Set(data.runs.map(({ device }) => device)).size;
  const { points, measurements, failures, verdicts } = data.counts;
  const figuresOf: readonly (readonly [string, string])[] = [
    [devices.toLocaleString('en'), devices === 1 ? 'device' : 'devices'],
    [data.models.length.toLocaleString('en'), data.models.length === 1 ? 'model family' : 'models'],
    [points.toLocaleString('en'), points === 1 ? 'point' : 'points'],
    [measurements.toLocaleString('en'), 'measurements'],
    [verdicts.ok.toLocaleString('en'), 'with verdict ok'],
    [failures.toLocaleString('en'), failures === 1 ? 'failure' : 'failures'],
  ];
  return html`<div class="tiles">${figuresOf.map(([value, name]) => html`<div><b>${value}</b><span>${name}</span></div>`)}</div>`;
}

export function devicesBody(data: ReportData): Html {
  const ceilings = data.ceilings.map(({ device, runtime, threads, precision, flops, bandwidth, memory }) => [
    device,
    runtime,
    threads,
    precision,
    `${formatSi(flops)}FLOP/s`,
    `${formatSi(bandwidth)}B/s`,
    `${formatSi(flops / bandwidth)} FLOP/B`,
    memory === undefined ? '' : `${formatSi(memory.bandwidth)}B/s at ${formatBytes(memory.bytes)}`,
    memory === undefined ? '' : `${formatSi(memory.ridge)} FLOP/B`,
  ]);
  const columns = [
    'device',
    'runtime',
    'threads',
    'precision',
    'peak',
    'bandwidth, caches included',
    'its ridge',
    'from memory',
    'its ridge',
  ];
  return html`${deviceCards(data.runs)}
${
  ceilings.length === 0
    ? html`<p class="under">No ceilings were measured, so that there is neither a roofline nor a utilisation.</p>`
    : html`<h3>Measured ceilings</h3><div class="card">${tableOf({ columns, rows: ceilings, omitted: 0 }, 'Measured ceilings')}</div>`
}`;
}

function modelBody(model: ModelReport, evidence: Evidence, rows: RowFinder, room: FigureRoom): Html {
  const region = commonRegion(model.sentences);
  const measured = regionOf(model.axes).text;
  const note =
    region === '' || region === measured
      ? 'Unless it says otherwise, a sentence holds for all of this.'
      : `Unless it says otherwise, a sentence holds for ${region}.`;
  return html`<p class="under">Family ${model.family}; ${countsText(model.counts)}. Measured: ${measured}. ${note}</p>
${modelBlocks(model, region, { evidence, rows, room })}`;
}

function countsText({ points, measurements, failures }: ReportCounts): string {
  return `${countOf(points, 'point')}, ${countOf(measurements, 'measurement')}, ${countOf(failures, 'failure')}`;
}

export function trustBody(data: ReportData, records: readonly DurableRecord[], room: FigureRoom): Html {
  const drift = driftOf(records);
  const charts = [verdictsChart(data.counts), ...(drift.length === 0 ? [] : [driftChart(drift)])];
  return html`${figures(charts, room)}
${drift.length === 0 ? html`<p class="under">No reference point was measured during the run, so that slow drift of the device cannot be told from the effect of an axis; the order of the points bears on it.</p>` : html``}
${failureTable(data.failures)}`;
}

function failureTable(failures: readonly FailureGroup[]): Html {
  if (failures.length === 0) return html`<p class="under">No point failed.</p>`;
  const rows = failures.map(({ code, points, example }) => [
    code,
    points,
    `${example.model}: ${example.axes}`,
    example.message,
    example.fix,
  ]);
  const columns = ['failure', 'points', 'for example', 'what happened', 'what to do'];
  return html`<h3>Failures</h3><div class="card">${tableOf({ columns, rows, omitted: 0 }, 'Failures')}</div>`;
}
