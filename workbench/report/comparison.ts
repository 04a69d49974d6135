// Two sides set against each other: in a report, and as a document of its own.
import type { ComparisonReport, ReportData } from '@edgewright/core/analysis/analyse.js';
import { outcomeMapChart, outcomesChart, speedupChart } from '@edgewright/core/analysis/charts/comparison.js';
import { formatPercent } from '@edgewright/core/analysis/charts/format.js';
import type { Comparison } from '@edgewright/core/analysis/compare.js';
import { collectEvidence } from './evidence.ts';
import { type FigureRoom, figureRoom, figures, tableOf } from './figure.ts';
import { type Html, html, packedJson, scriptJson } from './html.ts';
import { methods } from './methods.ts';
import { renderPage, type Section } from './page.ts';
import { commonRegion, environmentsOf, isRefusal, refusalNote, sentenceList } from './parts.ts';
import { pointsTable } from './points.ts';
import { defaultRawBudget, devicesBody, type ReportOptions, tiles, trustBody } from './report.ts';

/** One self-contained HTML document about the comparisons of `data` alone. */
export function renderComparison(data: ReportData, options: ReportOptions = {}): string {
  const room = figureRoom();
  const records = [...(options.records ?? [])];
  const evidence = collectEvidence(records, { rawBudget: options.rawBudget ?? defaultRawBudget });
  // What is said of a single comparison stands at the top, and needs no second place.
  const isOnly = data.comparisons.length === 1;
  const comparisons: Section[] = data.comparisons.map((report, i) => ({
    id: `comparison-${i + 1}`,
    name: nameOf(report),
    body: comparisonBody(report, room, isOnly ? [] : report.sentences),
  }));
  return renderPage({
    title: data.title,
    question: data.description,
    opening: html`${tiles(data)}${sentenceList(
      isOnly
        ? data.comparisons.flatMap(({ sentences }) => sentences)
        : data.comparisons.flatMap(({ sentences }) => sentences.slice(0, 2)).slice(0, 8),
      'lead',
    )}`,
    sections: [
      ...comparisons,
      { id: 'devices', name: 'Devices', body: devicesBody(data) },
      { id: 'trust', name: 'Trust', body: trustBody(data, records, room) },
      { id: 'methods', name: 'Methods', body: methods(data) },
      { id: 'measurements', name: 'Measurements', body: pointsTable(evidence) },
    ],
    evidence: packedJson(evidence),
    environments: scriptJson(environmentsOf(data.runs)),
  });
}

export function comparisonBlock(report: ComparisonReport, room: FigureRoom): Html {
  return html`<h3>${nameOf(report)}</h3>${comparisonBody(report, room, report.sentences)}`;
}

function comparisonBody(
  { comparison }: ComparisonReport,
  room: FigureRoom,
  sentences: ComparisonReport['sentences'],
): Html {
  if (isRefusal(comparison)) return html`${sentenceList(sentences)}${refusalNote(comparison)}`;
  const map = outcomeMapChart(comparison);
  return html`${sentenceList(sentences, 'plain', commonRegion(sentences))}
${regionNote(sentences)}${figures([outcomesChart(comparison), ...(map === undefined ? [] : [map]), speedupChart(comparison)], room)}
${ruleTable(comparison)}
${comparison.dropped.text === '' ? html`` : html`<p class="under">${comparison.dropped.text}</p>`}`;
}

function regionNote(sentences: ComparisonReport['sentences']): Html {
  const region = commonRegion(sentences);
  return region === '' ? html`` : html`<p class="under">All of this holds for ${region}.</p>`;
}

function ruleTable({ rules, a, b, n, speedup }: Comparison): Html {
  if (rules.length === 0) return html``;
  const rows = rules.map(({ text, n, counts, winRate, speedup }) => [
    text === '' ? 'everywhere' : text,
    n,
    counts.win,
    counts.tie,
    counts.undecided,
    counts.loss,
    `${formatPercent(winRate.value)} [${formatPercent(winRate.low)}, ${formatPercent(winRate.high)}]`,
    `${speedup.value.toFixed(2)}× [${speedup.low.toFixed(2)}, ${speedup.high.toFixed(2)}]`,
  ]);
  const columns = [
    'where',
    'points',
    `${a.name} better`,
    'as good',
    'undecided',
    `${b.name} better`,
    'win rate',
    'times better',
  ];
  const whole = `${speedup.byBootstrap.value.toFixed(2)}× [${speedup.byBootstrap.low.toFixed(2)}, ${speedup.byBootstrap.high.toFixed(2)}]`;
  return html`<h3>Under which condition</h3>
<p class="under">Leaves of a tree over the axes. All ${n.toLocaleString('en')} points together: ${whole} by cluster bootstrap.</p>
<div class="card">${tableOf({ columns, rows, omitted: 0 }, 'Rules')}</div>`;
}

function nameOf({ comparison }: ComparisonReport): string {
  if (isRefusal(comparison)) return 'Not compared';
  return `${comparison.a.name} against ${comparison.b.name}, ${comparison.metric}`;
}
