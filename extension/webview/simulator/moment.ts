// What is known after a step: the event and the matches in progress.
import type { Moment } from '@edgewright/core/task/stepper.js';
import type { AliveMatch } from '@edgewright/core/triggers/alive.js';
import type { SimulationFace } from '../../protocol.ts';
import { element } from '../shared/elements.ts';
import { facts, more, mostRows } from './parts.ts';
import { clockOf, leftOutWords, shortOf } from './words.ts';

export function eventElement({ event, step, leftOut }: Moment, { times }: SimulationFace): HTMLElement {
  const words = leftOutWords(leftOut).map((text) => element('p', { class: 'warn' }, `It ${text}.`));
  if (event === undefined) {
    const text =
      step === 0 ? 'Before the first event.' : 'The end of the recording: what was kept back for late events is seen.';
    return element('div', {}, element('p', { class: 'muted' }, text), ...words);
  }
  const fields = Object.entries(event.fields).map(([name, value]) => [name, shortOf(value)] as const);
  return element(
    'div',
    {},
    element(
      'p',
      { class: 'moment-name' },
      event.event,
      element('span', { class: 'muted' }, ` ${step} of ${times.length}`),
    ),
    facts([['time', clockOf(event.time, true)], ...fields]),
    ...words,
  );
}

export function aliveElement({ alive, time }: Moment, face: SimulationFace): HTMLElement {
  const { matches, levels, held } = alive;
  const nothing = matches.length + levels.length + held.length === 0;
  return element(
    'div',
    {},
    nothing ? element('p', { class: 'muted' }, 'No match is in progress.') : undefined,
    matches.length > 0 ? matchTable(matches.slice(0, mostRows), face, time ?? 0) : undefined,
    more(matches.length),
    ...levels.slice(0, mostRows).map(({ key, state }) => element('p', {}, `${keyWord(key)}${levelWords[state]}`)),
    more(levels.length),
    ...held.map(({ key, due }) =>
      element('p', {}, `${keyWord(key)}debounce holds a firing until ${clockOf(due, false)}, unless another comes`),
    ),
  );
}

const levelWords = {
  armed: 'armed: fires when the level is crossed',
  rising: 'past the level: fires if it stays there long enough',
  fired: 'fired: has to go back before it fires again',
} as const;

function matchTable(matches: readonly AliveMatch[], face: SimulationFace, now: number): HTMLElement {
  const hasKeys = matches.some(({ key }) => key !== undefined);
  const heads = [...(hasKeys ? ['key'] : []), 'step', 'events', 'waits for', 'since', 'ends'];
  const rows = matches.map((match) => {
    const stepName = face.steps[match.step] ?? `step ${match.step + 1}`;
    const waits = match.next.map(({ events }) => events.join(' or '));
    const next = [...new Set(waits), ...(match.isComplete ? ['nothing more'] : [])].join(', or ');
    const cells = [
      ...(hasKeys ? [match.key === undefined ? '' : String(match.key)] : []),
      `${match.step + 1}. ${stepName}`,
      String(match.events.length),
      next,
      clockOf(match.since, false),
      Number.isFinite(match.expires) ? inWords(match.expires - now) : 'no limit',
    ];
    return element('tr', {}, ...cells.map((text) => element('td', {}, text)));
  });
  return element(
    'div',
    { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': 'Matches in progress' },
    element(
      'table',
      { class: 'data-table' },
      element('thead', {}, element('tr', {}, ...heads.map((name) => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, ...rows),
    ),
  );
}

function keyWord(key: unknown): string {
  return key === undefined ? '' : `${String(key)}: `;
}

function inWords(milliseconds: number): string {
  if (milliseconds < 1000) return `in ${Math.max(0, Math.round(milliseconds))} ms`;
  const seconds = milliseconds / 1000;
  return seconds <= 120 ? `in ${Number(seconds.toPrecision(3))} s` : `in ${Math.round(seconds / 60)} min`;
}
