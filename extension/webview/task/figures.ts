// The figures at the head of a task's page: each a name, a value, and what stands beside it.
import { countOf, formatBytes } from '@edgewright/core/analysis/charts/format.js';
import { formatSignificant } from '@edgewright/core/analysis/number.js';
import type { OutboxStatus, TaskCounters, TaskStatus } from '@edgewright/schemas/deployment.js';
import type { TaskFace } from '../../protocol.ts';
import { element, write } from '../shared/elements.ts';
import { ageWord, skippedWords, timeWord } from './words.ts';

export interface Figures {
  readonly element: HTMLElement;
  show(face: TaskFace): void;
}

const names = ['p50', 'p99', 'Deadline', 'Firings', 'Skipped', 'Events', 'Kept', 'Sent', 'Waiting', 'Energy'] as const;

type FigureText = readonly [value: string, more: string];

export function newFigures(): Figures {
  const places = names.map((name) => {
    const value = element('dd');
    const more = element('dd', { class: 'figure-more' });
    return { value, more, element: element('div', {}, element('dt', {}, name), value, more) };
  });
  const list = element('dl', { class: 'task-figures' }, ...places.map((place) => place.element));
  return {
    element: list,
    show({ status, events }) {
      list.hidden = status === undefined;
      if (status === undefined) return;
      const rate = events.reduce((sum, each) => sum + each.rate, 0);
      const texts = textsOf(status, rate);
      for (const [at, { value, more }] of places.entries()) {
        const [text, beside] = texts[names[at]!];
        write(value, text);
        write(more, beside);
        more.title = beside;
      }
    },
  };
}

function textsOf({ counters, latency, outbox }: TaskStatus, rate: number): Record<(typeof names)[number], FigureText> {
  const { p50, p99, deadline, count } = latency;
  const { fired, timeouts, executed, failed, missed, skipped, results, dropped, bytesRaw, bytesSent } = counters;
  const many = (number: number): string => number.toLocaleString('en');
  const skips = Object.values(skipped).reduce((sum, each) => sum + each, 0);
  return {
    p50: [timeWord(p50?.total) || 'none yet', count === 0 ? '' : `of ${countOf(count, 'execution')}`],
    p99: [timeWord(p99?.total) || 'none yet', p99 === null || deadline === null ? '' : roomOf(p99.total, deadline)],
    Deadline: [
      deadline === null ? 'none' : timeWord(deadline),
      deadline === null ? '' : `missed ${countOf(missed, 'time')}`,
    ],
    Firings: [
      many(fired + timeouts),
      [`${many(executed)} executed`, ...(failed > 0 ? [`${many(failed)} failed`] : [])].join(', '),
    ],
    Skipped: [many(skips), skippedWords(skipped)],
    Events: [many(counters.events), `${formatSignificant(rate, 3)} a second`],
    Kept: [formatBytes(bytesRaw), 'of events, on the device'],
    Sent: [
      formatBytes(bytesSent),
      `${countOf(results, 'result')}${dropped > 0 ? `, ${many(dropped)} kept out by its limits` : ''}`,
    ],
    Waiting: waitingOf(outbox),
    Energy: energyOf(counters),
  };
}

function roomOf(p99: number, deadline: number): string {
  return p99 <= deadline ? `${formatSignificant((100 * p99) / deadline, 2)} % of the deadline` : 'past the deadline';
}

/** Results in the outbox that no workbench has acknowledged. */
function waitingOf(outbox: OutboxStatus | undefined): FigureText {
  if (outbox === undefined) return ['not told', 'by this older agent'];
  const { waiting, bytes, age, acknowledged } = outbox;
  const since = age === null ? [] : [formatBytes(bytes), `the oldest for ${ageWord(age)}`];
  return [countOf(waiting, 'result'), [...since, `${acknowledged.toLocaleString('en')} acknowledged`].join(', ')];
}

function energyOf({ energy, executed }: TaskCounters): FigureText {
  if (typeof energy !== 'number') return ['unavailable', energy.unavailable];
  const each = executed === 0 ? '' : `${formatSignificant((1000 * energy) / executed, 3)} mJ an execution`;
  return [`${formatSignificant(energy, 3)} J`, each];
}
