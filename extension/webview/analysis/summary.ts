// What to read if one reads nothing else: the headline, the counts, what failed, what could not be read.
import type { Sentence } from '@edgewright/core/analysis/sentences.js';
import type { Overview } from '../../protocol.ts';
import { element, iconButton, write } from '../shared/elements.ts';
import type { PartsHost } from '../shared/host.ts';
import { sentenceList } from '../shared/sentences.ts';

export interface Summary {
  readonly element: HTMLElement;
  open(overview: Overview): void;
  /** Of the rows kept. */
  say(sentences: readonly Sentence[]): void;
  wait(): void;
  count(kept: number, all: number): void;
}

export function createSummary(host: PartsHost, onFailure: (code: string) => void): Summary {
  const counts = element('dl', { class: 'counts' });
  const kept = element('p', { class: 'muted' });
  const said = element('div', { class: 'headline' });
  const rest = element('div', {});
  let known: readonly Sentence[] = [];
  const copy = iconButton('copy', 'Copy all sentences', () =>
    host.post({ kind: 'copy', text: known.map(({ text }) => text).join('\n') }),
  );
  const section = element(
    'section',
    { class: 'analysis-section', id: 'summary', 'aria-label': 'Summary' },
    element('div', { class: 'section-head' }, element('h2', {}, 'Summary'), element('span', { class: 'muted' }), copy),
    counts,
    kept,
    said,
    rest,
  );
  return {
    element: section,
    open(overview) {
      const { points, measurements, failures, verdicts } = overview.counts;
      const devices = overview.rows.devices.length;
      const figures: readonly (readonly [number, string])[] = [
        [devices, devices === 1 ? 'device' : 'devices'],
        [overview.models.length, overview.models.length === 1 ? 'model' : 'models'],
        [points, points === 1 ? 'point' : 'points'],
        [measurements, measurements === 1 ? 'measurement' : 'measurements'],
        [verdicts.ok, 'with verdict ok'],
        [failures, failures === 1 ? 'failure' : 'failures'],
      ];
      counts.replaceChildren(
        ...figures.map(([value, name]) =>
          element('div', {}, element('dd', {}, value.toLocaleString('en')), element('dt', {}, name)),
        ),
      );
      rest.replaceChildren(...failureList(overview, onFailure), ...findingList(overview));
    },
    say(sentences) {
      known = sentences;
      said.classList.remove('is-waiting');
      said.replaceChildren(
        sentences.length === 0
          ? element('p', { class: 'muted' }, 'Too few measurements to claim anything yet.')
          : sentenceList(sentences, host),
      );
    },
    wait() {
      said.classList.add('is-waiting');
      if (known.length === 0)
        said.replaceChildren(element('p', { class: 'muted' }, 'Looking for what can be claimed …'));
    },
    count(count, all) {
      write(
        kept,
        count === all
          ? ''
          : `What follows is of the ${count.toLocaleString('en')} of ${all.toLocaleString('en')} measurements that pass the filters.`,
      );
    },
  };
}

function failureList({ failures }: Overview, onFailure: (code: string) => void): readonly HTMLElement[] {
  if (failures.length === 0) return [];
  const items = failures.map(({ code, points, message, fix, example }) =>
    element(
      'li',
      {},
      element(
        'button',
        { class: 'link', title: 'Filter to these', onclick: () => onFailure(code) },
        `${points.toLocaleString('en')} ${points === 1 ? 'point' : 'points'} by ${code}`,
      ),
      element('span', {}, `${message} ${fix}`),
      element('span', { class: 'muted' }, `For example ${example}.`),
    ),
  );
  return [
    element(
      'details',
      { class: 'failures', open: failures.length < 4 },
      element('summary', {}, `What failed (${failures.length})`),
      element('ul', { class: 'notes' }, ...items),
    ),
  ];
}

function findingList({ findings, findingsOmitted }: Overview): readonly HTMLElement[] {
  if (findings.length === 0) return [];
  const items = findings.map(({ file, line, message, fix }) =>
    element(
      'li',
      {},
      element('code', {}, line === 0 ? file : `${file}:${line}`),
      element('span', {}, `${message} ${fix}`),
    ),
  );
  const more = findingsOmitted === 0 ? [] : [element('li', {}, `and ${findingsOmitted.toLocaleString('en')} more.`)];
  const count = (findings.length + findingsOmitted).toLocaleString('en');
  return [
    element(
      'details',
      { class: 'findings' },
      element('summary', {}, `What could not be read (${count})`),
      element('ul', { class: 'notes' }, ...items, ...more),
    ),
  ];
}
