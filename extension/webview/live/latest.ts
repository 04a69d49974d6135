// The newest points, newest first. The list holds still while it is read.
import { formatTime } from '@edgewright/core/analysis/number.js';
import type { LatestPoint } from '../../protocol.ts';
import { element, write } from '../shared/elements.ts';
import { newRing } from './ring.ts';
import { formatClock } from './words.ts';

export interface Latest {
  readonly element: HTMLElement;
  add(points: readonly LatestPoint[], device: string): void;
  paint(): void;
}

const most = 100;

interface Entry extends LatestPoint {
  readonly device: string;
}

export function newLatest(): Latest {
  const ring = newRing<Entry>(most);
  const rows: Row[] = [];
  const list = element('ol', { class: 'latest-list', tabindex: 0, 'aria-label': 'Latest points' });
  const empty = element('p', { class: 'muted live-empty' }, 'No point is measured yet.');
  const held = element('span', { class: 'muted latest-held' });
  let painted = 0;
  // Heard of, not asked for: a question to the list would have it laid out at every painting.
  let isPointedAt = false;
  let isScrolled = false;
  list.addEventListener('pointerenter', () => {
    isPointedAt = true;
  });
  list.addEventListener('pointerleave', () => {
    isPointedAt = false;
  });
  list.addEventListener('scroll', () => {
    isScrolled = list.scrollTop > 0;
  });
  return {
    element: element(
      'section',
      { class: 'latest', 'aria-label': 'Latest points' },
      element('div', { class: 'part-head' }, element('h3', {}, 'Latest points'), held),
      element('div', { class: 'latest-body' }, empty, list),
    ),
    add(points, device) {
      for (const point of points) ring.push({ ...point, device });
    },
    paint() {
      if (ring.pushed === painted) return;
      if (painted > 0 && (isPointedAt || isScrolled)) {
        write(held, `held, ${(ring.pushed - painted).toLocaleString('en')} newer`);
        return;
      }
      write(held, '');
      painted = ring.pushed;
      empty.hidden = true;
      const entries = ring.items();
      while (rows.length < entries.length) {
        const row = newRow();
        rows.push(row);
        list.append(row.element);
      }
      for (const [at, row] of rows.entries()) row.paint(entries[entries.length - 1 - at]!);
    },
  };
}

interface Row {
  readonly element: HTMLElement;
  paint(entry: Entry): void;
}

/** Rows are made once and written anew: as many elements after an hour as after a second. */
function newRow(): Row {
  const name = element('span', { class: 'latest-name ellipsis' });
  const figure = element('span', { class: 'latest-figure' });
  const verdict = element('span', { class: 'verdict' });
  const note = element('span', { class: 'latest-note muted ellipsis' });
  const made = element('li', {}, name, note, figure, verdict);
  return {
    element: made,
    paint({ name: text, result, time, device }) {
      write(name, text);
      const isFailed = result.kind === 'failed';
      write(figure, isFailed ? '' : `${formatTime(result.median)} ±${(100 * result.halfWidth).toFixed(1)} %`);
      write(verdict, isFailed ? 'failed' : result.verdict);
      verdict.className = `verdict verdict-${isFailed ? 'failed' : result.verdict}`;
      const reason = isFailed ? `${result.code}: ${result.message}` : result.reasons.join('; ');
      write(note, [formatClock(time), device, reason].filter((part) => part !== '').join(' · '));
      made.title = isFailed ? `${text}\n${result.message}\n${result.fix}` : `${text}\n${reason}`.trim();
    },
  };
}
