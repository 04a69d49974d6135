// What the devices and the link have to say, newest last, with a filter.
import type { LogLine } from '../../protocol.ts';
import { choice } from '../shared/choice.ts';
import { element, write } from '../shared/elements.ts';
import { newRing } from './ring.ts';
import { formatClock } from './words.ts';

export interface Log {
  readonly element: HTMLElement;
  add(lines: readonly LogLine[]): void;
  paint(): void;
}

const most = 1000;
const levels = ['info', 'warning', 'error'] as const;

export function newLog(): Log {
  const ring = newRing<LogLine>(most);
  const list = element('ol', { class: 'log-list', tabindex: 0, 'aria-label': 'Log' });
  const empty = element('p', { class: 'muted live-empty' });
  const count = element('span', { class: 'muted', role: 'status' });
  let least: (typeof levels)[number] = 'info';
  let words: readonly string[] = [];
  let painted = 0;
  const level = choice<(typeof levels)[number]>('Level', (value) => {
    least = value;
    refill();
  });
  level.offer(
    [
      { value: 'info', text: 'All' },
      { value: 'warning', text: 'Warnings and errors' },
      { value: 'error', text: 'Errors' },
    ],
    'info',
  );
  const filter = element('vscode-textfield', {
    placeholder: 'Filter',
    class: 'log-filter',
    oninput: () => {
      words = filter.value
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== '');
      refill();
    },
  });
  filter.label = 'Filter the log';
  const isShown = ({ level, device, text }: LogLine): boolean => {
    if (levels.indexOf(level) < levels.indexOf(least)) return false;
    const all = `${device} ${text}`.toLowerCase();
    return words.every((word) => all.includes(word));
  };
  const append = (lines: readonly LogLine[]): void => {
    const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 4;
    list.append(...lines.filter(isShown).map(lineElement));
    while (list.childElementCount > most) list.firstElementChild?.remove();
    if (isAtEnd) list.scrollTop = list.scrollHeight;
    empty.hidden = list.childElementCount > 0;
    write(empty, ring.pushed === 0 ? 'Nothing was logged yet.' : 'No line of the log passes the filter.');
    write(
      count,
      list.childElementCount < Math.min(most, ring.pushed)
        ? `${list.childElementCount} of ${Math.min(most, ring.pushed)} lines`
        : '',
    );
  };
  const refill = (): void => {
    list.replaceChildren();
    append(ring.items());
    painted = ring.pushed;
  };
  refill();
  return {
    element: element(
      'section',
      { class: 'log', 'aria-label': 'Log' },
      element(
        'div',
        { class: 'part-head' },
        element('h3', {}, 'Log'),
        count,
        element('div', { class: 'log-tools' }, level.element, filter),
      ),
      element('div', { class: 'log-body' }, empty, list),
    ),
    add(lines) {
      for (const line of lines) ring.push(line);
    },
    paint() {
      const fresh = ring.pushed - painted;
      if (fresh === 0) return;
      painted = ring.pushed;
      append(ring.items().slice(-fresh));
    },
  };
}

function lineElement({ time, level, device, text }: LogLine): HTMLElement {
  return element(
    'li',
    { class: `log-${level}` },
    element('span', { class: 'log-time muted' }, formatClock(time)),
    element('span', { class: 'log-level' }, level),
    element('span', { class: 'log-device muted ellipsis' }, device),
    element('span', { class: 'log-text' }, text),
  );
}
