// A chart's figures as a table: to read, and to save.
import type { ChartTable } from '@edgewright/core/analysis/charts/chart.js';
import { element } from './elements.ts';

export function tableElement(table: ChartTable, caption: string): HTMLElement {
  const isNumber = table.columns.map((_, column) => table.rows.every((row) => looksNumeric(row[column])));
  const cell = (tag: 'th' | 'td', column: number, text: string): HTMLElement =>
    element(tag, { class: isNumber[column] ? 'number' : undefined, scope: tag === 'th' ? 'col' : undefined }, text);
  const head = element('tr', {}, ...table.columns.map((name, column) => cell('th', column, name)));
  const body = table.rows.map((row) =>
    element('tr', {}, ...table.columns.map((_, column) => cell('td', column, String(row[column] ?? '')))),
  );
  const omitted =
    table.omitted === 0
      ? undefined
      : element('p', { class: 'note' }, `${table.omitted.toLocaleString('en')} more rows are not shown.`);
  return element(
    'div',
    { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': `Table: ${caption}` },
    element(
      'table',
      { class: 'data-table' },
      element('caption', { class: 'visually-hidden' }, caption),
      element('thead', {}, head),
      element('tbody', {}, ...body),
    ),
    omitted,
  );
}

/** [RFC 4180] */
export function tableCsv({ columns, rows }: ChartTable): string {
  const field = (value: string | number | undefined): string => {
    const text = String(value ?? '');
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...rows].map((row) => row.map(field).join(',') + '\r\n').join('');
}

/** Also a number with a prefix or an interval, and an empty cell between numbers. */
function looksNumeric(value: string | number | undefined): boolean {
  return typeof value === 'number' || /^$|^[-−+±]?\d/.test(value ?? '');
}
