// The structure of the model: its layers from input to output, with what each costs. Only rows in sight are in the document.
import { formatBytes, formatSi } from '@edgewright/core/analysis/charts/format.js';
import { formatShare } from '@edgewright/core/analysis/number.js';
import { type Layer, type LayerCost, type Repeat, repeatsOf, sumOf } from '@edgewright/core/models/layers.js';
import { element, write } from '../shared/elements.ts';
import { type Row, rowsOf, type SortKey } from './rows.ts';

export interface Structure {
  readonly element: HTMLElement;
  show(layers: readonly Layer[]): void;
}

/** Pixels; the style sheet has the same. */
const rowHeight = 24;

const columns: readonly {
  readonly key: keyof LayerCost;
  readonly name: string;
  readonly text: (value: number) => string;
}[] = [
  { key: 'macs', name: 'MACs', text: formatSi },
  { key: 'parameters', name: 'Parameters', text: formatSi },
  { key: 'weightBytes', name: 'Weights', text: formatBytes },
  { key: 'activationBytes', name: 'Activations', text: formatBytes },
];

/** `onPick` hears of the row that is chosen; undefined when there is none any more. */
export function newStructure(onPick: (row: Row | undefined) => void): Structure {
  let repeats: readonly Repeat[] = [];
  let rows: readonly Row[] = [];
  let total: LayerCost = sumOf([]);
  let most: LayerCost = total;
  let sort: SortKey = 'flow';
  let picked: string | undefined;
  const open = new Set<string>();

  const count = element('span', { class: 'muted', role: 'status' });
  const search = element('vscode-textfield', {
    placeholder: 'Search layers and ops',
    class: 'structure-search',
    oninput: () => list(),
  });
  search.label = 'Search layers and ops';
  const heads = columns.map(({ key, name }) => ({ key, button: headButton(name, () => sortBy(key)) }));
  const flow = headButton('Layer', () => sortBy('flow'));
  const head = element(
    'div',
    { class: 'structure-row structure-headline', role: 'row' },
    element('span', { role: 'columnheader' }, flow),
    element('span', { role: 'columnheader', class: 'structure-op' }, 'Op'),
    element('span', { role: 'columnheader', class: 'structure-output' }, 'Output'),
    ...heads.map(({ button }) => element('span', { role: 'columnheader', class: 'number' }, button)),
  );
  const body = element('div', { class: 'structure-body', role: 'rowgroup' });
  const scroll = element(
    'div',
    {
      class: 'structure-scroll',
      role: 'treegrid',
      tabindex: 0,
      'aria-label': 'Structure of the model',
      onscroll: () => requestAnimationFrame(paint),
      onkeydown: (event) => walk(event as KeyboardEvent),
      onclick: (event) => press(event),
    },
    head,
    body,
  );
  new ResizeObserver(() => paint()).observe(scroll);

  const list = (): void => {
    rows = rowsOf(repeats, { open, sort, search: search.value });
    body.style.height = `${rows.length * rowHeight}px`;
    scroll.setAttribute('aria-rowcount', String(rows.length + 1));
    const nodes = repeats.reduce(
      (sum, { layers }) => sum + layers.reduce((count, layer) => count + layer.nodes.length, 0),
      0,
    );
    const layers = repeats.reduce((sum, repeat) => sum + repeat.layers.length, 0);
    write(
      count,
      `${layers.toLocaleString('en')} layers, ${nodes.toLocaleString('en')} nodes${search.value === '' ? '' : `, ${rows.length.toLocaleString('en')} rows found`}`,
    );
    paint();
  };
  const paint = (): void => {
    const room = scroll.clientHeight - rowHeight;
    const first = Math.max(0, Math.floor(scroll.scrollTop / rowHeight) - 8);
    const last = Math.min(rows.length, first + Math.ceil(room / rowHeight) + 17);
    body.replaceChildren(
      ...rows
        .slice(first, last)
        .map((row, at) => rowElement(row, first + at, { total, most, isPicked: row.key === picked })),
    );
    const at = rows.findIndex(({ key }) => key === picked);
    if (at >= first && at < last) scroll.setAttribute('aria-activedescendant', `structure-${at}`);
    else scroll.removeAttribute('aria-activedescendant');
  };
  const sortBy = (key: SortKey): void => {
    sort = key;
    const isFlow = key === 'flow';
    flow.parentElement?.setAttribute('aria-sort', isFlow ? 'other' : 'none');
    for (const { key: of, button } of heads)
      button.parentElement?.setAttribute('aria-sort', of === key ? 'descending' : 'none');
    list();
  };
  const pick = (row: Row | undefined): void => {
    picked = row?.key;
    onPick(row);
  };
  const toggle = (row: Row, isOpen: boolean): void => {
    if (row.isOpen === undefined || row.isOpen === isOpen) return;
    if (isOpen) open.add(row.key);
    else open.delete(row.key);
    list();
  };
  const press = (event: Event): void => {
    const at = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row;
    const row = at === undefined ? undefined : rows[Number(at)];
    if (row === undefined) return;
    pick(row);
    if (row.isOpen === undefined) paint();
    else toggle(row, !row.isOpen);
  };
  const walk = (event: KeyboardEvent): void => {
    if (event.target !== scroll) return;
    const at = rows.findIndex(({ key }) => key === picked);
    const row = rows[at];
    const page = Math.max(1, Math.floor((scroll.clientHeight - rowHeight) / rowHeight) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: Math.max(0, at - 1),
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) goTo(Math.min(rows.length - 1, Math.max(0, to)));
    else if (row !== undefined && event.key === 'ArrowRight') toggle(row, true);
    else if (row !== undefined && event.key === 'ArrowLeft') {
      if (row.isOpen) toggle(row, false);
      else goTo(rows.findLastIndex(({ depth }, place) => place < at && depth < row.depth));
    } else if (row !== undefined && (event.key === 'Enter' || event.key === ' ')) toggle(row, !row.isOpen);
    else return;
    event.preventDefault();
  };
  const goTo = (at: number): void => {
    const row = rows[at];
    if (row === undefined) return;
    pick(row);
    const top = at * rowHeight;
    if (top < scroll.scrollTop) scroll.scrollTop = top;
    else if (top + 2 * rowHeight > scroll.scrollTop + scroll.clientHeight)
      scroll.scrollTop = top + 2 * rowHeight - scroll.clientHeight;
    paint();
  };

  return {
    element: element(
      'section',
      { class: 'structure', 'aria-label': 'Structure' },
      element('div', { class: 'part-head' }, element('h2', {}, 'Structure'), count, search),
      scroll,
    ),
    show(layers) {
      repeats = repeatsOf(layers);
      const sums = repeats.map((repeat) => sumOf(repeat.layers));
      total = sumOf(layers);
      most = {
        macs: Math.max(0, ...sums.map(({ macs }) => macs)),
        parameters: Math.max(0, ...sums.map(({ parameters }) => parameters)),
        weightBytes: Math.max(0, ...sums.map(({ weightBytes }) => weightBytes)),
        activationBytes: Math.max(0, ...sums.map(({ activationBytes }) => activationBytes)),
      };
      sortBy(sort);
      pick(rows.find(({ key }) => key === picked));
    },
  };
}

function headButton(name: string, onPress: () => void): HTMLButtonElement {
  return element(
    'button',
    {
      class: 'head-button',
      onclick: onPress,
      title: name === 'Layer' ? 'In the order of the graph' : `Most ${name} first`,
    },
    name,
  );
}

function rowElement(
  row: Row,
  at: number,
  { total, most, isPicked }: { readonly total: LayerCost; readonly most: LayerCost; readonly isPicked: boolean },
): HTMLElement {
  const chevron = element('span', {
    class: `codicon codicon-${row.isOpen === undefined ? 'blank' : row.isOpen ? 'chevron-down' : 'chevron-right'}`,
    'aria-hidden': 'true',
  });
  const times = row.count === 1 ? undefined : element('span', { class: 'times' }, `× ${row.count}`);
  const cells = columns.map(({ key, name, text }) => {
    const share = total[key] === 0 ? 0 : row[key] / total[key];
    const bar = element('span', {
      class: 'cell-bar',
      style: `width: ${most[key] === 0 ? 0 : (100 * row[key]) / most[key]}%`,
    });
    const title = `${name}: ${row[key].toLocaleString('en')}, ${formatShare(share)} of the model`;
    return element(
      'span',
      { role: 'gridcell', class: `number cell cell-${key}`, title },
      bar,
      element('span', {}, row[key] === 0 ? '' : text(row[key])),
    );
  });
  return element(
    'div',
    {
      class: `structure-row depth-${row.depth}${isPicked ? ' is-picked' : ''}`,
      id: `structure-${at}`,
      role: 'row',
      'data-row': at,
      'aria-level': row.depth + 1,
      'aria-rowindex': at + 2,
      'aria-expanded': row.isOpen === undefined ? undefined : String(row.isOpen),
      'aria-selected': String(isPicked),
      style: `top: ${at * rowHeight}px`,
    },
    element(
      'span',
      { role: 'rowheader', class: 'structure-name', style: `padding-left: ${row.depth * 16}px`, title: row.name },
      chevron,
      element('span', { class: 'ellipsis' }, row.name),
      times,
    ),
    element('span', { role: 'gridcell', class: 'structure-op muted ellipsis', title: row.op }, row.op),
    element('span', { role: 'gridcell', class: 'structure-output mono ellipsis', title: row.output }, row.output),
    ...cells,
  );
}
