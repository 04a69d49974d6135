// Tables in a terminal. They fit the width: the columns that may shrink are cut with an ellipsis, after those that the table
// can do without were left out.
import stringWidth from 'string-width';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** May be cut where the table is too wide. */
  readonly shrinks?: boolean;
  /** May be left out where the table is too wide; the last one first. */
  readonly isSpare?: boolean;
}

const gap = 2;

export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  strong: (text: string) => string = (text) => text,
): string {
  const least = columns.map((column, index) => {
    const needed = widthOf(column, rows, index);
    return column.shrinks ? Math.min(needed, readable) : needed;
  });
  const spare = columns.findLastIndex(({ isSpare }) => isSpare === true);
  if (spare >= 0 && totalOf(least) > width) {
    const without = <T>(cells: readonly T[]): T[] => cells.filter((_, index) => index !== spare);
    return formatTable(without(columns), rows.map(without), width, strong);
  }
  return formatColumns(columns, rows, width, strong);
}

function formatColumns(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  strong: (text: string) => string,
): string {
  const widths = columns.map((column, index) => widthOf(column, rows, index));
  let excess = totalOf(widths) - width;
  while (excess > 0) {
    const widest = columns
      .map((column, index) => ({ index, room: column.shrinks ? widths[index] - minimum : 0 }))
      .sort((a, b) => b.room - a.room)[0];
    if (widest === undefined || widest.room <= 0) break;
    widths[widest.index]--;
    excess--;
  }
  const line = (cells: readonly string[]) =>
    columns
      .map((column, index) => pad(cut(cells[index] ?? '', widths[index]), widths[index], column.align ?? 'left'))
      .join(' '.repeat(gap))
      .trimEnd();
  return `${[strong(line(columns.map(({ title }) => title))), ...rows.map(line)].join('\n')}\n`;
}

function widthOf({ title }: Column, rows: readonly (readonly string[])[], index: number): number {
  return rows.reduce((most, row) => Math.max(most, stringWidth(row[index] ?? '')), stringWidth(title));
}

function totalOf(widths: readonly number[]): number {
  return widths.reduce((sum, one) => sum + one, 0) + gap * (widths.length - 1);
}

/** Cuts to so many columns, with an ellipsis. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (stringWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const blank = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'left' ? text + blank : blank + text;
}

const minimum = 8;

/** Columns of a cell for which others are left out, rather than that it is cut further. */
const readable = 24;
