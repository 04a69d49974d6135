// The filters in force, each with a way to end it.
import type { LevelFilter } from '@edgewright/core/analysis/columns.js';
import { element } from '../shared/elements.ts';
import type { RunRows } from './rows.ts';

export interface Chips {
  readonly element: HTMLElement;
  update(rows: RunRows, filter: LevelFilter): void;
}

export interface ChipActions {
  readonly remove: (name: string) => void;
  readonly clear: () => void;
}

/** Levels named in a chip. */
const levelsNamed = 3;

export function filterChips({ remove, clear }: ChipActions): Chips {
  const place = element('div', { class: 'chips', role: 'group', 'aria-label': 'Filters in force', hidden: true });
  return {
    element: place,
    update(rows, filter) {
      const entries = Object.entries(filter);
      place.hidden = entries.length === 0;
      place.replaceChildren(
        ...entries.map(([name, levels]) =>
          element(
            'button',
            {
              class: 'filter-chip',
              'aria-label': `Clear the filter on ${name}`,
              title: levels.join(', '),
              onclick: () => remove(name),
            },
            `${name}: ${textOf(levels, rows.facet(name)?.levels.length ?? 0)}`,
            element('span', { class: 'codicon codicon-close', 'aria-hidden': 'true' }),
          ),
        ),
        ...(entries.length > 0 ? [element('button', { class: 'link', onclick: clear }, 'Clear all')] : []),
      );
    },
  };
}

function textOf(levels: readonly string[], all: number): string {
  if (levels.length === 0) return 'none';
  if (levels.length <= levelsNamed) return levels.join(', ');
  return `${levels.length} of ${all}`;
}
