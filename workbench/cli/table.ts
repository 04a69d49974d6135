// Tables in a terminal. They fit the width: the columns that may shrink are cut with an ellipsis.
import stringWidth from 'string-width';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** May be cut where the table is too wide. */
  readonly shrinks?: boolean;
}

export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  strong: (text: string) => string = (text) => text,
): string {
  const gap = 2;
  const widths = columns.map((column, index) =>
    Math.max(stringWidth(column.title), ...rows.map((row) => stringWidth(row[index] ?? ''))),
  );
  let excess = widths.reduce((sum, one) => sum + one, 0) + gap * (columns.length - 1) - width;
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
