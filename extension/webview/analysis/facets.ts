// The filters: a list of levels for each facet, with how many measurements each would have.
import type { LevelFilter } from '@edgewright/core/analysis/columns.js';
import { element, write } from '../shared/elements.ts';
import type { Facet, RunRows } from './rows.ts';
import { replaced, type Tally, toggled } from './tally.ts';

export interface FacetPanel {
  readonly element: HTMLElement;
  update(state: FacetState): void;
}

export interface FacetState {
  readonly rows: RunRows;
  readonly tally: Tally;
  readonly filter: LevelFilter;
  readonly folded: readonly string[];
}

export interface FacetActions {
  readonly filter: (filter: LevelFilter) => void;
  readonly fold: (folded: readonly string[]) => void;
}

/** Levels of a facet shown before one asks for the rest. */
const levelsShown = 12;

export function facetPanel(actions: FacetActions): FacetPanel {
  const list = element('div', { class: 'facet-list' });
  const panel = element('aside', { class: 'facets', 'aria-label': 'Filters' }, element('h2', {}, 'Filters'), list);
  let rows: RunRows | undefined;
  let groups: readonly FacetGroup[] = [];
  let state: FacetState | undefined;
  return {
    element: panel,
    update(next) {
      state = next;
      if (rows !== next.rows) {
        rows = next.rows;
        groups = shownFacets(next.rows).map(
          ({ facet, at }) => new FacetGroup(facet, at, actions, () => state as FacetState),
        );
        list.replaceChildren(...groups.map((group) => group.element));
      }
      for (const group of groups) group.update(next);
    },
  };
}

/** Facets that tell rows apart. Fate is what the statuses say already. */
export function shownFacets(rows: RunRows): readonly { readonly facet: Facet; readonly at: number }[] {
  const present = (facet: Facet) => {
    const seen = new Set<number>();
    for (const place of facet.places) if (place >= 0 && seen.add(place).size > 1) return true;
    return false;
  };
  return rows.facets.map((facet, at) => ({ facet, at })).filter(({ facet }) => facet.name !== 'fate' && present(facet));
}

class FacetGroup {
  readonly element: HTMLDetailsElement;
  readonly #facet: Facet;
  readonly #at: number;
  readonly #actions: FacetActions;
  readonly #state: () => FacetState;
  readonly #note = element('span', { class: 'facet-note muted' });
  readonly #all: HTMLButtonElement;
  readonly #body = element('ul', { class: 'facet-levels' });
  readonly #items: {
    readonly check: HTMLElement & { checked: boolean };
    readonly count: HTMLElement;
    readonly row: HTMLElement;
  }[] = [];
  #isWhole = false;

  constructor(facet: Facet, at: number, actions: FacetActions, state: () => FacetState) {
    this.#facet = facet;
    this.#at = at;
    this.#actions = actions;
    this.#state = state;
    this.#all = element(
      'button',
      {
        class: 'link',
        hidden: true,
        'aria-label': `All levels of ${facet.name}`,
        onclick: () => this.#filter(undefined),
      },
      'all',
    );
    this.element = element(
      'details',
      { class: 'facet', open: !state().folded.includes(facet.name), ontoggle: () => this.#fold() },
      element('summary', {}, element('span', { class: 'facet-name' }, facet.name), this.#note),
      this.#all,
      this.#body,
    );
    this.#write();
  }

  update({ tally, filter }: FacetState): void {
    const wanted = filter[this.#facet.name];
    const { levels } = this.#facet;
    this.#all.hidden = wanted === undefined;
    write(this.#note, wanted === undefined ? '' : `${wanted.length} of ${levels.length}`);
    const counts = tally.counts[this.#at] as Int32Array;
    for (const [place, { check, count, row }] of this.#items.entries()) {
      const isKept = wanted === undefined || wanted.includes(levels[place] as string);
      if (check.checked !== isKept) check.checked = isKept;
      write(count, (counts[place] as number).toLocaleString('en'));
      row.classList.toggle('is-none', counts[place] === 0);
    }
  }

  #write(): void {
    const { name, levels } = this.#facet;
    const shown = this.#isWhole ? levels : levels.slice(0, levelsShown);
    this.#items.length = 0;
    const rows = shown.map((level) => {
      const check = element('vscode-checkbox', {
        label: level === '' ? '(empty)' : level,
        checked: true,
        onchange: () => this.#actions.filter(toggled(this.#state().filter, this.#facet, level)),
      });
      const count = element('span', { class: 'facet-count' });
      const only = element(
        'button',
        { class: 'link facet-only', 'aria-label': `Only ${name} ${level}`, onclick: () => this.#filter([level]) },
        'only',
      );
      const row = element('li', {}, check, only, count);
      this.#items.push({ check, count, row });
      return row;
    });
    const rest = levels.length - shown.length;
    this.#body.replaceChildren(
      ...rows,
      ...(rest > 0
        ? [
            element(
              'li',
              {},
              element(
                'button',
                { class: 'link', onclick: () => this.#showAll() },
                `Show ${rest.toLocaleString('en')} more`,
              ),
            ),
          ]
        : []),
    );
  }

  #showAll(): void {
    this.#isWhole = true;
    this.#write();
    this.update(this.#state());
  }

  #filter(levels: readonly string[] | undefined): void {
    this.#actions.filter(replaced(this.#state().filter, this.#facet.name, levels));
  }

  #fold(): void {
    const { folded } = this.#state();
    const { name } = this.#facet;
    const isFolded = folded.includes(name);
    if (isFolded !== this.element.open) return;
    this.#actions.fold(this.element.open ? folded.filter((other) => other !== name) : [...folded, name]);
  }
}
