// Which rows a mark of a chart stands for, and which marks hold a selected row: the link between all charts and the table.
import type { MarkColumn } from '../../protocol.ts';
import type { Mark } from '../shared/marks.ts';
import type { RunRows } from './rows.ts';

export interface Selection {
  /** Ascending. */
  readonly rows: Int32Array;
  /** 1 for a row selected. */
  readonly flags: Uint8Array;
  /** Where it came from a mark at levels: filtering by them gives the very rows. */
  readonly levels: Readonly<Record<string, string>> | undefined;
}

export function selectionOf(
  rows: ArrayLike<number>,
  count: number,
  levels: Selection['levels'] = undefined,
): Selection | undefined {
  if (rows.length === 0) return undefined;
  const flags = new Uint8Array(count);
  const sorted = Int32Array.from(rows).sort();
  for (const row of sorted) flags[row] = 1;
  return { rows: sorted, flags, levels };
}

/** Rows of a mark among those kept, without reference measurements. `extra`: columns of the mark's own chart. */
export function rowsOfMark(
  mark: Mark,
  rows: RunRows,
  kept: Uint8Array,
  extra: readonly MarkColumn[] = [],
): readonly number[] {
  if (mark.kind === 'row') return mark.row < rows.count ? [mark.row] : [];
  const tests = testsOf(mark, rows, extra);
  const found: number[] = [];
  for (let row = 0; row < rows.count; row++) {
    if (kept[row] === 0 || rows.columns.reference[row] === 1) continue;
    if (tests.every(({ places, place }) => places[row] === place)) found.push(row);
  }
  return found;
}

/** The levels of a mark as a filter gives them; undefined where it names more than facets. */
export function levelsOfMark(mark: Mark, rows: RunRows): Selection['levels'] {
  if (mark.kind === 'row') return undefined;
  const all = { ...(mark.model !== undefined && { model: mark.model }), ...mark.axes };
  const { fate, ...levels } = all as Record<string, string>;
  if (fate !== undefined) return undefined;
  return Object.keys(levels).every((name) => rows.facet(name) !== undefined) ? levels : undefined;
}

/** Whether a mark holds a selected row. Marks of one chart name few sets of columns: each is looked up at once. */
export function marksHolding(
  selection: Selection,
  rows: RunRows,
  extra: readonly MarkColumn[] = [],
): (mark: Mark) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  return (mark) => {
    if (mark.kind === 'row') return selection.flags[mark.row] === 1;
    const tests = testsOf(mark, rows, extra);
    const signature = tests.map(({ name }) => name).join('\n');
    let keys = known.get(signature);
    if (keys === undefined) {
      const found = new Set<string>();
      for (const row of selection.rows) found.add(tests.map(({ places }) => places[row]).join(' '));
      keys = found;
      known.set(signature, found);
    }
    return keys.has(tests.map(({ place }) => place).join(' '));
  };
}

/** The levels that occur among the rows selected, of facets of which some levels do not. */
export function levelsAmong({ rows }: Selection, all: RunRows): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const { name, levels, places } of all.facets) {
    if (name === 'fate' || levels.length < 2) continue;
    const present = new Set<number>();
    for (const row of rows) present.add(places[row] as number);
    if (present.size < levels.length) found[name] = levels.filter((_, place) => present.has(place));
  }
  return found;
}

interface Test {
  readonly name: string;
  readonly places: ArrayLike<number>;
  readonly place: number;
}

/** An axis that does not vary in the run keeps every row. */
function testsOf(
  mark: Extract<Mark, { kind: 'levels' }>,
  rows: RunRows,
  extra: readonly MarkColumn[],
): readonly Test[] {
  const wanted = [...(mark.model === undefined ? [] : [['model', mark.model] as const]), ...Object.entries(mark.axes)];
  return wanted.flatMap(([name, level]): Test[] => {
    const own = extra.find((column) => column.name === name);
    const facet = rows.facet(name);
    const column =
      own === undefined ? facet && { levels: facet.levels, places: facet.places } : { ...own, places: own.at };
    return column === undefined ? [] : [{ name, places: column.places, place: column.levels.indexOf(level) }];
  });
}
