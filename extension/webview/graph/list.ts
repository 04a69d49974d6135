// The nodes of a stage as a tree of rows. Only rows in sight are in the document.
import type { Stage, StageNode } from '../../protocol.ts';
import { element } from '../shared/elements.ts';
import type { Figure } from './figures.ts';
import { holdersOf, type Row, rowsOf } from './rows.ts';

export interface NodeList {
  readonly element: HTMLElement;
  show(stage: Stage, look: ListLook): void;
  /** Brings the node into sight, opening what it is inside of. */
  pick(place: number | undefined): void;
  /** Rows in their order, as places. */
  readonly places: readonly number[];
}

export interface ListLook {
  readonly figure: Figure;
  /** Places to show; undefined for all. */
  readonly found: ReadonlySet<number> | undefined;
  /** How a planned node runs. */
  readonly runOf: (place: number) => StageNode['run'];
}

/** Pixels; the style sheet has the same. */
const rowHeight = 24;

export function newList(onPick: (place: number) => void): NodeList {
  let stage: Stage | undefined;
  let look: ListLook | undefined;
  let rows: readonly Row[] = [];
  let picked: number | undefined;
  let isSorted = false;
  const open = new Set<number>();

  const flow = headButton('Node', 'In the order in which they run', () => sortBy(false));
  const amount = headButton('', '', () => sortBy(true));
  const third = element('span', { role: 'columnheader', class: 'graph-output' });
  const flowHead = element('span', { role: 'columnheader', 'aria-sort': 'other' }, flow);
  const amountHead = element('span', { role: 'columnheader', class: 'number', 'aria-sort': 'none' }, amount);
  const head = element(
    'div',
    { class: 'graph-row graph-headline', role: 'row' },
    flowHead,
    element('span', { role: 'columnheader', class: 'graph-op' }, 'Op'),
    third,
    amountHead,
  );
  const body = element('div', { class: 'graph-rows', role: 'rowgroup' });
  const scroll = element(
    'div',
    {
      class: 'graph-list',
      role: 'treegrid',
      tabindex: 0,
      'aria-label': 'Nodes',
      onscroll: () => requestAnimationFrame(paint),
      onkeydown: (event) => walk(event as KeyboardEvent),
      onclick: (event) => press(event),
    },
    head,
    body,
  );
  new ResizeObserver(() => paint()).observe(scroll);

  const list = (): void => {
    if (stage === undefined || look === undefined) return;
    const { figure, found } = look;
    rows = rowsOf(stage, {
      open,
      by: isSorted ? (place) => Math.min(Number.MAX_VALUE, figure.of(place) ?? -1) : undefined,
      found,
    });
    body.style.height = `${rows.length * rowHeight}px`;
    scroll.setAttribute('aria-rowcount', String(rows.length + 1));
    paint();
  };
  const paint = (): void => {
    if (stage === undefined || look === undefined) return;
    const { figure, runOf } = look;
    const isPlan = stage.name === 'planned';
    const first = Math.max(0, Math.floor(scroll.scrollTop / rowHeight) - 8);
    const last = Math.min(rows.length, first + Math.ceil(scroll.clientHeight / rowHeight) + 17);
    const shown = rows.slice(first, last);
    body.replaceChildren(
      ...shown.map((row, at) => {
        const run = isPlan ? runOf(row.place) : row.node.run;
        return rowElement(row, first + at, { figure, isPlan, run, isPicked: row.place === picked });
      }),
    );
    const at = rows.findIndex(({ place }) => place === picked);
    if (at >= first && at < last) scroll.setAttribute('aria-activedescendant', `graph-row-${at}`);
    else scroll.removeAttribute('aria-activedescendant');
  };
  const sortBy = (isByFigure: boolean): void => {
    isSorted = isByFigure;
    flowHead.setAttribute('aria-sort', isSorted ? 'none' : 'other');
    amountHead.setAttribute('aria-sort', isSorted ? 'descending' : 'none');
    scroll.scrollTop = 0;
    list();
  };
  const toggle = ({ place, isOpen }: Row, wanted: boolean): void => {
    if (isOpen === undefined || isOpen === wanted) return;
    if (wanted) open.add(place);
    else open.delete(place);
    list();
  };
  const press = (event: Event): void => {
    const at = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row;
    const row = at === undefined ? undefined : rows[Number(at)];
    if (row === undefined) return;
    if ((event.target as HTMLElement).closest('.codicon') !== null) toggle(row, !row.isOpen);
    onPick(row.place);
  };
  const walk = (event: KeyboardEvent): void => {
    if (event.target !== scroll) return;
    const at = rows.findIndex(({ place }) => place === picked);
    const row = rows[at];
    const page = Math.max(1, Math.floor(scroll.clientHeight / rowHeight) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: Math.max(0, at - 1),
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    const next = to === undefined ? undefined : rows[Math.min(rows.length - 1, Math.max(0, to))];
    if (next !== undefined) onPick(next.place);
    else if (row !== undefined && event.key === 'ArrowRight') toggle(row, true);
    else if (row !== undefined && event.key === 'ArrowLeft') {
      if (row.isOpen) toggle(row, false);
      else if (stage !== undefined) onPick(holdersOf(stage, row.place).at(-1) ?? row.place);
    } else if (row !== undefined && (event.key === 'Enter' || event.key === ' ')) toggle(row, !row.isOpen);
    else return;
    event.preventDefault();
  };

  return {
    element: scroll,
    get places() {
      return rows.map(({ place }) => place);
    },
    show(newStage, newLook) {
      if (newStage !== stage) {
        open.clear();
        scroll.scrollTop = 0;
      }
      [stage, look] = [newStage, newLook];
      const { figure } = look;
      third.textContent = stage.name === 'planned' ? 'Runs by' : 'Output';
      amount.textContent = figure.name;
      amount.title = `Most ${figure.name} first`;
      list();
    },
    pick(place) {
      picked = place;
      if (stage !== undefined && place !== undefined) {
        const holders = holdersOf(stage, place).filter((holder) => !open.has(holder));
        for (const holder of holders) open.add(holder);
        if (holders.length > 0) list();
        const at = rows.findIndex((row) => row.place === place);
        const top = at * rowHeight;
        if (at >= 0 && top < scroll.scrollTop) scroll.scrollTop = top;
        else if (at >= 0 && top + 2 * rowHeight > scroll.scrollTop + scroll.clientHeight)
          scroll.scrollTop = top + 2 * rowHeight - scroll.clientHeight;
      }
      paint();
    },
  };
}

function headButton(name: string, title: string, onPress: () => void): HTMLButtonElement {
  return element('button', { class: 'head-button', onclick: onPress, title }, name);
}

interface RowLook {
  readonly figure: Figure;
  readonly isPlan: boolean;
  readonly run: StageNode['run'];
  readonly isPicked: boolean;
}

function rowElement({ place, node, isOpen }: Row, at: number, { figure, isPlan, run, isPicked }: RowLook): HTMLElement {
  const chevron = element('span', {
    class: `codicon codicon-${isOpen === undefined ? 'blank' : isOpen ? 'chevron-down' : 'chevron-right'}`,
    'aria-hidden': 'true',
  });
  const { name, most, text } = figure;
  const value = figure.of(place);
  const share = most > 0 && value !== undefined ? Math.min(100, (100 * value) / most) : 0;
  const written = value === undefined || value === 0 ? '' : text(value);
  const third = isPlan ? runText(run) : node.output;
  return element(
    'div',
    {
      class: `graph-row kind-of-${node.kind}${isPicked ? ' is-picked' : ''}`,
      id: `graph-row-${at}`,
      role: 'row',
      'data-row': at,
      'data-place': place,
      'aria-level': node.depth + 1,
      'aria-rowindex': at + 2,
      'aria-expanded': isOpen === undefined ? undefined : String(isOpen),
      'aria-selected': String(isPicked),
      style: `top: ${at * rowHeight}px`,
    },
    element(
      'span',
      { role: 'rowheader', class: 'graph-name', style: `padding-left: ${node.depth * 16}px`, title: node.name },
      chevron,
      element('span', { class: 'ellipsis' }, node.name),
    ),
    element('span', { role: 'gridcell', class: 'graph-op ellipsis', title: node.op }, node.op),
    element(
      'span',
      {
        role: 'gridcell',
        class: `graph-output ellipsis${run === undefined || run.by === 'wasm' ? '' : ' warn'}${isPlan ? '' : ' mono'}`,
        title: run?.reason || third,
      },
      third,
    ),
    element(
      'span',
      { role: 'gridcell', class: 'number cell', title: value === undefined ? '' : `${name}: ${written || '0'}` },
      element('span', { class: 'cell-bar', style: `width: ${share}%` }),
      element('span', {}, written),
    ),
  );
}

/** Of a planned kernel, short. One without elements has no algorithm. */
function runText(run: StageNode['run']): string {
  if (run === undefined) return '';
  if (run.by === 'external') return 'another runtime';
  return run.by === 'host' ? 'interpreter' : run.algorithms.join(', ');
}
