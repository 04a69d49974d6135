// From axes to the columns of a regression: scaled, coded, and free of what is constant or dependent.
import { type AxisInfo, formatLevel, levelIn, listText } from './axes.ts';
import { Elimination } from './elimination.ts';
import { correlate, scale } from './moments.ts';
import type { AxisValue, Row } from './table.ts';

export interface Design {
  readonly columns: readonly Column[];
  /** The columns of each axis that is used. */
  readonly groups: readonly Group[];
  readonly dropped: readonly { readonly axis: string; readonly reason: string }[];
}

export interface Column {
  readonly name: string;
  readonly axis: AxisInfo;
  /** Of a categorical axis: 1 where the row has it. Its first level is the base. */
  readonly level: AxisValue | undefined;
  readonly isLog: boolean;
  readonly values: Float64Array;
}

export interface Group {
  readonly axis: AxisInfo;
  readonly at: readonly number[];
}

/** Least share of a column's variance that other columns must leave for it to count as independent. */
const tolerance = 1e-9;

/** The log form takes log2 of numeric axes whose levels are all positive; any other numeric axis stays as it is. */
export function designOf(rows: readonly Row[], axes: readonly AxisInfo[], form: 'paradnn' | 'log'): Design {
  const candidates = axes.map((axis) => ({ axis, columns: columnsOf(rows, axis, form) }));
  const all = candidates.flatMap(({ columns }) => columns);
  const matrix = correlate(all.map((column) => scale(column.values).z));
  const elimination = new Elimination(matrix, new Float64Array(all.length));
  const columns: Column[] = [];
  const groups: Group[] = [];
  const dropped: { axis: string; reason: string }[] = [];
  let next = 0;
  for (const candidate of candidates) {
    const places = candidate.columns.map(() => next++);
    let taken = 0;
    for (const place of places) if (elimination.take(place, tolerance) !== undefined) taken++;
    if (taken < places.length) {
      elimination.release(taken);
      const isConstant = places.every((place) => (matrix[place] as Float64Array)[place] === 0);
      const reason = isConstant ? 'it does not vary here' : dependence(elimination, places, all);
      dropped.push({ axis: candidate.axis.name, reason });
      continue;
    }
    groups.push({ axis: candidate.axis, at: candidate.columns.map((_, at) => columns.length + at) });
    columns.push(...candidate.columns);
  }
  return { columns, groups, dropped };
}

function columnsOf(rows: readonly Row[], axis: AxisInfo, form: 'paradnn' | 'log'): Column[] {
  if (axis.kind === 'numeric') {
    const isLog = form === 'log' && (axis.levels[0] as number) > 0;
    const values = Float64Array.from(rows, (row) => {
      const value = levelIn(row, axis.name) as number;
      return isLog ? Math.log2(value) : value;
    });
    return [{ name: isLog ? `log2 ${axis.name}` : axis.name, axis, level: undefined, isLog, values }];
  }
  return axis.levels.slice(1).map((level) => {
    const values = Float64Array.from(rows, (row) => (levelIn(row, axis.name) === level ? 1 : 0));
    return { name: `${axis.name} = ${formatLevel(level)}`, axis, level, isLog: false, values };
  });
}

/** Names the axes of which the dropped columns are a combination. */
function dependence(elimination: Elimination, places: readonly number[], all: readonly Column[]): string {
  const taken = elimination.columns();
  const names = new Set<string>();
  for (const place of places) {
    for (const [at, weight] of elimination.project(place).entries()) {
      if (Math.abs(weight) > 1e-6) names.add((all[taken[at] as number] as Column).axis.name);
    }
  }
  return `it moves with ${listText([...names])}, so that its own effect cannot be told apart`;
}
