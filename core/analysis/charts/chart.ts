// A chart as data: an ECharts option that is plain JSON, the sentence under it, and the same figures as a table.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export interface Chart {
  readonly kind: ChartKind;
  readonly title: string;
  /** What the chart shows and what is to be seen, in sentences. */
  readonly caption: string;
  /**
   * An ECharts option without functions. Colours of the page's theme are written `var(--name)` and axis label formats
   * `{format: 'si'}`; `bindOption` makes both real.
   */
  readonly option: JsonObject;
  /** CSS pixels at the intended width. */
  readonly height: number;
  /** Half the page, so that two stand side by side. */
  readonly half: boolean;
  /** The same figures for who cannot see the chart. At most `tableLimit` rows. */
  readonly table: ChartTable;
}

export type ChartKind =
  | 'heatmap'
  | 'regression'
  | 'residuals'
  | 'roofline'
  | 'boxplot'
  | 'coverage'
  | 'outcomes'
  | 'outcome-map'
  | 'speedup'
  | 'ablation'
  | 'drift'
  | 'verdicts'
  | 'histogram'
  | 'latencies';

export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Rows left out of a long table. */
  readonly omitted: number;
}

/** A longer table helps nobody who reads it by ear; the raw table of the report holds every point. */
const tableLimit = 200;

export function chartTable(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): ChartTable {
  return { columns, rows: rows.slice(0, tableLimit), omitted: Math.max(0, rows.length - tableLimit) };
}
