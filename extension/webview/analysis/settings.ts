// What the reader has chosen, kept while the page is hidden and restored with it.
import type { LevelFilter } from '@edgewright/core/analysis/columns.js';
import { type Metric, metrics } from '@edgewright/core/analysis/metric.js';
import type { AnalysisKind, AnalysisQuery } from '../../protocol.ts';
import type { RunRows } from './rows.ts';

export interface Settings {
  /** Undefined: all models. */
  readonly model: string | undefined;
  readonly metric: Metric;
  readonly filter: LevelFilter;
  readonly x: string | undefined;
  readonly y: string | undefined;
  /** By kind of analysis. */
  readonly by: Readonly<Partial<Record<AnalysisKind, string>>>;
  readonly levels: readonly [string, string] | undefined;
  readonly isFiltering: boolean;
  /** Names of facets that are folded. */
  readonly folded: readonly string[];
}

export const defaultSettings: Settings = {
  model: undefined,
  metric: 'latency',
  filter: {},
  x: undefined,
  y: undefined,
  by: {},
  levels: undefined,
  isFiltering: true,
  folded: [],
};

/** `kept` is what `host.recall` gave: of another time, and so of any shape. Names that the run does not have are left out. */
export function settingsFrom(kept: unknown, rows: RunRows): Settings {
  if (typeof kept !== 'object' || kept === null) return defaultSettings;
  const { model, metric, filter, x, y, by, levels, isFiltering, folded } = kept as Partial<
    Record<keyof Settings, unknown>
  >;
  const axis = (name: unknown) => (typeof name === 'string' && rows.facet(name) !== undefined ? name : undefined);
  const texts = (list: unknown): readonly string[] =>
    Array.isArray(list) ? list.filter((text) => typeof text === 'string') : [];
  const entries = typeof filter === 'object' && filter !== null ? Object.entries(filter) : [];
  const known = entries.flatMap(([name, list]) => {
    const facet = rows.facet(name);
    if (facet === undefined || !Array.isArray(list)) return [];
    const wanted = texts(list).filter((level) => facet.levels.includes(level));
    return wanted.length === facet.levels.length ? [] : [[name, wanted] as const];
  });
  const chosen = typeof by === 'object' && by !== null ? Object.entries(by) : [];
  const pair = texts(levels);
  return {
    model: typeof model === 'string' && rows.columns.models.includes(model) ? model : undefined,
    metric: metrics.find((one) => one === metric) ?? 'latency',
    filter: Object.fromEntries(known),
    x: axis(x),
    y: axis(y),
    by: Object.fromEntries(chosen.flatMap(([kind, name]) => (axis(name) === undefined ? [] : [[kind, axis(name)]]))),
    levels: pair.length === 2 ? [pair[0] as string, pair[1] as string] : undefined,
    isFiltering: isFiltering !== false,
    folded: texts(folded),
  };
}

export function queryOf(kind: AnalysisKind, settings: Settings): AnalysisQuery {
  const { model, metric, filter, x, y, by, levels } = settings;
  const isMap = kind === 'heatmap';
  return {
    kind,
    model,
    metric,
    x: isMap ? x : undefined,
    y: isMap ? y : undefined,
    by: by[kind],
    levels: kind === 'comparison' && by.comparison !== undefined ? levels : undefined,
    filter,
  };
}
