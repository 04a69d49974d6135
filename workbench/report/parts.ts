// Pieces that several sections share: sentences, refusals, devices, plain tables.
import type { RunSummary } from '@edgewright/core/analysis/analyse.js';
import { formatSi } from '@edgewright/core/analysis/charts/format.js';
import type { Refusal } from '@edgewright/core/analysis/refusal.js';
import { everywhere, type Sentence } from '@edgewright/core/analysis/sentences.js';
import type { Reading } from '@edgewright/schemas/generated/record.js';
import { type Html, html, unbroken } from './html.ts';

const kinds: Readonly<Record<Sentence['kind'], string>> = {
  finding: 'Finding',
  open: 'Open',
  warning: 'Mind',
  fact: 'Fact',
};

/**
 * Sentences one under the other. A region that the sentence names itself, that holds for all around it or for the next
 * one too, is not repeated.
 */
export function sentenceList(sentences: readonly Sentence[], look: 'lead' | 'plain' = 'plain', around = ''): Html {
  if (sentences.length === 0) return html``;
  return html`<ul class="sentences ${look}">${sentences.map(({ kind, text, region }, i) => {
    const isRepeated = sentences[i + 1]?.region === region;
    const isKnown = region === everywhere || region === around || text.includes(region) || isRepeated;
    return html`<li class="${kind}"><span class="kind">${kinds[kind]}</span><span>${unbroken(text)}${isKnown ? html`` : html`<span class="region">Holds for ${region}.</span>`}</span></li>
`;
  })}</ul>`;
}

/** The region that most of the sentences share; empty where none is shared. */
export function commonRegion(sentences: readonly Sentence[]): string {
  const counts = new Map<string, number>();
  for (const { region } of sentences) counts.set(region, (counts.get(region) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] > 1 ? most[0] : '';
}

const refused: Readonly<Record<Refusal['analysis'], string>> = {
  heatmap: 'heat map',
  regression: 'regression',
  roofline: 'roofline',
  boxplot: 'box plot',
  coverage: 'coverage',
  compare: 'comparison',
  ablation: 'ablation',
};

export function refusalNote(refusal: Refusal): Html {
  return html`<div class="refusal"><strong>No ${refused[refusal.analysis]}.</strong> ${refusal.reason} ${refusal.fix}</div>`;
}

export function isRefusal(value: { readonly kind: string }): value is Refusal {
  return value.kind === 'refusal';
}

export function deviceCards(runs: readonly RunSummary[]): Html {
  return html`<div class="devices">${runs.map((run) => {
    const facts = environmentOf(run).filter(([name]) => name !== 'device');
    return html`<div class="card"><h3>${run.device}</h3><dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></div>
`;
  })}</div>`;
}

/** `environmentOf` by run and device, with a space between. */
export function environmentsOf(
  runs: readonly RunSummary[],
): Readonly<Record<string, ReturnType<typeof environmentOf>>> {
  return Object.fromEntries(runs.map((run) => [`${run.run} ${run.device}`, environmentOf(run)]));
}

/** Name and value of all that may move a measurement on the device. */
function environmentOf(run: RunSummary): readonly (readonly [string, string])[] {
  const { profile } = run;
  const facts: (readonly [string, string])[] = [
    ['device', run.device],
    ['board', profile.board],
    ['system on chip', profile.soc],
    ['processor', `${profile.cpu}, ${profile.cores} cores, ${profile.arch}`],
    ['maximum frequency', readingText(profile.maxFrequency, 'MHz')],
    ['governor', profile.governor],
    ['power mode', profile.powerMode],
    ['memory', `${(profile.memory / 2 ** 30).toFixed(1)} GiB`],
    ['operating system', `${profile.os}, kernel ${profile.kernel}`],
    ['Node', profile.node],
    ...profile.runtimes.map(
      ({ name, version, unavailable, fix }) =>
        [`runtime ${name}`, unavailable === undefined ? version : unavailableText(unavailable, fix ?? '')] as const,
    ),
    ['clock resolution', `${formatSi(profile.clockResolution)} ns`],
    ['agent', run.agent],
    ['run', run.run],
    ['begun', run.begun.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')],
    ['state', run.state ?? ''],
    ['planned', `${run.points.toLocaleString('en')} points, ${run.slots.toLocaleString('en')} measurements`],
    ['fingerprint', run.fingerprint.slice(0, 16)],
  ];
  return facts.filter(([, value]) => value.trim() !== '');
}

function readingText(reading: Reading, unit: string): string {
  return 'value' in reading ? `${formatSi(reading.value)} ${unit}` : unavailableText(reading.unavailable, reading.fix);
}

/** Why and what to do, as two sentences. */
function unavailableText(why: string, fix: string): string {
  return `unavailable: ${/[.!?]$/.test(why) ? why : `${why}.`} ${fix}`.trim();
}
