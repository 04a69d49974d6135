// Every measurement as a table: sorted and searched over all rows by typed columns, a text only for the rows in sight.
import { formatPercent, formatSi } from '@edgewright/core/analysis/charts/format.js';
import { element, write } from '../shared/elements.ts';
import { argsort } from './argsort.ts';
import { Grid, type GridColumn } from './grid.ts';
import type { Facet, RunRows } from './rows.ts';
import { matchingWords } from './search.ts';
import type { Selection } from './selection.ts';

export interface Measurements {
  readonly element: HTMLElement;
  open(rows: RunRows): void;
  keep(kept: Uint8Array): void;
  select(selection: Selection | undefined): void;
  reveal(row: number): void;
}

interface Column extends GridColumn {
  /** Orders the rows; NaN comes last. */
  readonly key: (rows: RunRows) => Float64Array;
}

/** Milliseconds after the last key before the search begins. */
const patience = 120;

export function createMeasurements(onOpen: (row: number) => void, tools: readonly HTMLElement[]): Measurements {
  const place = element('div', { class: 'grid-place' });
  const status = element('p', { class: 'muted', role: 'status' });
  const search = element('vscode-textfield', {
    class: 'grid-search',
    type: 'search',
    placeholder: 'Search, such as "nodes 256 throttled"',
    label: 'Search measurements',
    'aria-label': 'Search measurements',
  });
  const only = element('vscode-checkbox', { label: 'Selected only', hidden: true });
  let rows: RunRows | undefined;
  let kept: Uint8Array = new Uint8Array(0);
  let selection: Selection | undefined;
  let grid: Grid | undefined;
  let columns: readonly Column[] = [];
  let sorted: Uint32Array = new Uint32Array(0);
  let sortedBy: { readonly column: number; readonly isDown: boolean } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const refresh = (): void => {
    if (rows === undefined || grid === undefined) return;
    const found = matchingWords(rows, String(search.value));
    const isOnly = only.checked && selection !== undefined;
    const order = new Uint32Array(rows.count);
    let size = 0;
    for (const row of sorted) {
      if (kept[row] === 0 || found?.[row] === 0 || (isOnly && selection?.flags[row] !== 1)) continue;
      order[size++] = row;
    }
    grid.show(order.subarray(0, size));
    write(status, `${size.toLocaleString('en')} of ${rows.count.toLocaleString('en')} measurements`);
  };
  const sort = (column: number): void => {
    if (rows === undefined || grid === undefined) return;
    const isDown = sortedBy?.column === column && !sortedBy.isDown;
    sortedBy = { column, isDown };
    const keys = (columns[column] as Column).key(rows);
    // What has no number comes last either way.
    sorted = argsort(isDown ? keys.map((key) => -key) : keys);
    grid.markSorted(column, isDown);
    refresh();
  };
  search.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, patience);
  });
  only.addEventListener('change', refresh);
  return {
    element: element(
      'section',
      { class: 'analysis-section', id: 'measurements', 'aria-label': 'Measurements' },
      element('div', { class: 'section-head' }, element('h2', {}, 'Measurements'), search, only, status, ...tools),
      place,
    ),
    open(next) {
      rows = next;
      columns = columnsOf(next);
      grid = new Grid('measurement', 'Measurements', columns, { open: onOpen, sort });
      sorted = Uint32Array.from({ length: next.count }, (_, row) => row);
      sortedBy = undefined;
      place.replaceChildren(grid.element);
    },
    keep(next) {
      kept = next;
      refresh();
    },
    select(next) {
      selection = next;
      only.hidden = next === undefined;
      if (next === undefined && only.checked) only.checked = false;
      grid?.select(next?.flags);
      refresh();
    },
    reveal: (row) => grid?.reveal(row),
  };
}

function columnsOf(rows: RunRows): readonly Column[] {
  const { median, low, high, throughput, flops, utilisation } = rows.columns;
  const half = (row: number) => (50 * ((high[row] as number) - (low[row] as number))) / (median[row] as number);
  const number = (name: string, values: Float64Array, text: (value: number) => string): Column => ({
    name,
    isNumber: true,
    text: (row) => (Number.isNaN(values[row]) ? '' : text(values[row] as number)),
    key: () => values,
  });
  const facets = (['device', 'run', 'model'] as const).flatMap((name): Column[] => {
    const facet = rows.facet(name);
    if (facet === undefined || (name !== 'device' && facet.levels.length < 2)) return [];
    const text = (row: number) => facet.levels[facet.places[row] as number] ?? '';
    return [{ name, isNumber: false, text, key: () => ranks(facet) }];
  });
  const status = rows.facet('status') as Facet;
  const all = Array.from({ length: rows.count }, (_, row) => row + 1);
  return [
    { name: '#', isNumber: true, text: (row) => String(row + 1), key: () => Float64Array.from(all) },
    ...facets,
    { name: 'configuration', isNumber: false, text: rows.configuration, key: configurationKeys },
    number('median, ms', median, formatSi),
    {
      name: '± %',
      isNumber: true,
      text: (row) => (Number.isNaN(half(row)) ? '' : half(row).toFixed(1)),
      key: () => Float64Array.from(all, (place) => half(place - 1)),
    },
    number('items/s', throughput, formatSi),
    number('FLOP/s', flops, formatSi),
    number('of peak', utilisation, formatPercent),
    {
      name: 'status',
      isNumber: false,
      text: (row) => rows.status(row) + (rows.isReference(row) ? ', reference' : ''),
      key: () => ranks(status),
    },
  ];
}

/** Place of the level of each row in the order of the levels' names. */
function ranks({ levels, places, isNumeric }: Facet): Float64Array {
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  const order = levels.map((_, at) => at);
  if (!isNumeric) order.sort((a, b) => compare(levels[a] as string, levels[b] as string));
  const rank = new Float64Array(levels.length);
  for (const [place, at] of order.entries()) rank[at] = place;
  return Float64Array.from(places, (place) => (place < 0 ? -1 : (rank[place] as number)));
}

/** Axis after axis, the first the most significant, as mixed digits of one number. */
function configurationKeys(rows: RunRows): Float64Array {
  const axes = rows.facets.filter(({ name }) => !['model', 'device', 'run', 'status', 'fate'].includes(name));
  const keys = new Float64Array(rows.count);
  for (const { levels, places } of axes) {
    for (let row = 0; row < rows.count; row++) {
      keys[row] = (keys[row] as number) * (levels.length + 1) + (places[row] as number) + 1;
    }
  }
  return keys;
}
