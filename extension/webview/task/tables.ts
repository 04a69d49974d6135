// The tables of a task's page: phases, events, sources, firings, results, and its log.
import type { ChartTable } from '@edgewright/core/analysis/charts/chart.js';
import { formatSignificant } from '@edgewright/core/analysis/number.js';
import type { TaskFace } from '../../protocol.ts';
import { element } from '../shared/elements.ts';
import { tableElement } from '../shared/table.ts';
import { shortOf } from '../simulator/words.ts';
import { madeOf, outcomeWord, phaseNames, timeWord } from './words.ts';

export interface Tables {
  readonly sections: readonly HTMLElement[];
  show(face: TaskFace): void;
}

/** Newest rows of firings and results on the page. */
const mostRows = 50;

export function newTables(): Tables {
  const parts = [
    part('Latency by phase', 'No firing was executed yet.', phases),
    part('Events', 'No event since this page was opened.', events),
    part('Last firings', 'No firing since this page was opened.', firings, 'wide'),
    part('Last results', 'No result since this page was opened; earlier ones are in the file of results.', results),
    part('Sources', 'The task has no source of its own.', sources),
  ];
  const log = logPart();
  return {
    sections: [...parts.map(({ section }) => section), log.section],
    show(face) {
      for (const each of parts) each.show(face);
      log.show(face);
    },
  };
}

function part(title: string, empty: string, tableOf: (face: TaskFace) => ChartTable, width?: 'wide') {
  const place = element('div');
  const section = element('section', { class: width }, element('h2', {}, title), place);
  let shown = '';
  return {
    section,
    show(face: TaskFace): void {
      const table = tableOf(face);
      const text = JSON.stringify(table.rows);
      if (text === shown) return;
      shown = text;
      const top = place.firstElementChild?.scrollTop ?? 0;
      place.replaceChildren(
        table.rows.length === 0 ? element('p', { class: 'note' }, empty) : tableElement(table, title),
      );
      // Who reads further down is not thrown back to the top.
      if (place.firstElementChild !== null) place.firstElementChild.scrollTop = top;
    },
  };
}

function phases({ status }: TaskFace): ChartTable {
  const { p50 = null, p99 = null } = status?.latency ?? {};
  const rows = phaseNames.flatMap((phase) =>
    p50?.[phase] === undefined ? [] : [[phase, timeWord(p50[phase]), timeWord(p99?.[phase])]],
  );
  return { columns: ['phase', 'p50', 'p99'], rows, omitted: 0 };
}

function events({ events: rates }: TaskFace): ChartTable {
  const rows = rates.map(({ event, rate, count }) => [event, formatSignificant(rate, 3), count]);
  return { columns: ['event', 'a second', 'since opened'], rows, omitted: 0 };
}

/** No key: that of a firing may be a field that must not leave, so that only results tell it. */
function firings({ firings: all }: TaskFace): ChartTable {
  const last = all.slice(-mostRows).reverse();
  const phases = phaseNames.filter(
    (phase) => phase !== 'total' && last.some((firing) => firing.phases?.[phase] !== undefined),
  );
  const rows = last.map((firing) => [
    clockOf(firing.time),
    firing.kind,
    madeOf(firing.events),
    outcomeWord(firing),
    ...phases.map((phase) => timeWord(firing.phases?.[phase])),
    timeWord(firing.phases?.total),
  ]);
  return { columns: ['time', 'kind', 'made of', 'outcome', ...phases, 'took'], rows, omitted: 0 };
}

function results({ results: all }: TaskFace): ChartTable {
  const rows = all
    .slice(-mostRows)
    .reverse()
    .map(({ time, key, values, failure, phases: { total } }) => [
      clockOf(time),
      key === undefined ? '' : String(key),
      failure === undefined
        ? Object.entries(values)
            .map(([name, value]) => `${name} ${shortOf(value)}`)
            .join(', ')
        : `failed: ${failure.message}`,
      timeWord(total),
    ]);
  return { columns: ['time', 'key', 'values', 'took'], rows, omitted: 0 };
}

function sources({ status }: TaskFace): ChartTable {
  const rows = (status?.sources ?? []).map(({ source, state, events: count, refused }) => [
    source,
    state,
    count,
    refused,
  ]);
  return { columns: ['source', 'state', 'events', 'refused'], rows, omitted: 0 };
}

function logPart() {
  const list = element('ol', { class: 'task-log', tabindex: 0, role: 'log', 'aria-label': 'Log' });
  const section = element('section', { class: 'wide' }, element('h2', {}, 'Log'), list);
  let shown = '';
  return {
    section,
    show({ log }: TaskFace): void {
      section.hidden = log.length === 0;
      const text = JSON.stringify(log.at(-1)) + log.length;
      if (text === shown) return;
      shown = text;
      const isAtEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 4;
      list.replaceChildren(
        ...log.map(({ time, level, text: line }) =>
          element(
            'li',
            { class: level === 'error' ? 'bad' : level === 'warning' ? 'warn' : undefined },
            element('span', { class: 'muted' }, clockOf(time)),
            element('span', {}, level === 'info' ? line : `${level}: ${line}`),
          ),
        ),
      );
      if (isAtEnd) list.scrollTop = list.scrollHeight;
    },
  };
}

/** In the time of who looks: "14:05:09.120". */
function clockOf(time: number): string {
  const date = new Date(time);
  return `${date.toLocaleTimeString('en-GB')}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
