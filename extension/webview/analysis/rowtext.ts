// Rows as text to take elsewhere. What the host exports holds every field of the records; this holds what the page shows.
import type { RunRows } from './rows.ts';

/** Tab-separated, as a spreadsheet pastes it. */
export function rowsAsText(rows: RunRows, chosen: ArrayLike<number>): string {
  const lines = Array.from(chosen, (row) => fieldsOf(rows, row).join('\t'));
  return [headOf(rows).join('\t'), ...lines].join('\n');
}

/** Rows made into text before the page gets its turn. */
const rowsAtOnce = 4000;

/** The rows kept, by and by. [RFC 4180] */
export function rowsAsCsv(rows: RunRows, kept: Uint8Array, done: (text: string) => void): void {
  const parts = [lineOf(headOf(rows))];
  let row = 0;
  const more = (): void => {
    let size = 0;
    for (; row < rows.count && size < rowsAtOnce; row++) {
      if (kept[row] === 0) continue;
      parts.push(lineOf(fieldsOf(rows, row)));
      size++;
    }
    if (row < rows.count) setTimeout(more);
    else done(parts.join(''));
  };
  more();
}

function headOf(rows: RunRows): readonly string[] {
  const facets = shown(rows).map(({ name }) => name);
  return [
    ...facets,
    'reference',
    'median_ms',
    'low_ms',
    'high_ms',
    'items_per_s',
    'flop_per_s',
    'of_peak',
    'flop_per_byte',
    'kernels',
    'moved_bytes',
    'arena_bytes',
  ];
}

function fieldsOf(rows: RunRows, row: number): readonly string[] {
  const { median, low, high, throughput, flops, utilisation, intensity } = rows.columns;
  const { kernels, movedBytes, arenaBytes } = rows.columns;
  const levels = shown(rows).map(({ levels, places }) => levels[places[row] as number] ?? '');
  const columns = [median, low, high, throughput, flops, utilisation, intensity, kernels, movedBytes, arenaBytes];
  const numbers = columns.map((column) => {
    const value = column[row] as number;
    return Number.isNaN(value) ? '' : String(value);
  });
  return [...levels, rows.isReference(row) ? 'yes' : 'no', ...numbers];
}

function shown({ facets }: RunRows) {
  return facets.filter(({ name }) => name !== 'fate');
}

function lineOf(fields: readonly string[]): string {
  return `${fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\r\n`;
}
