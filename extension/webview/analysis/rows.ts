// The rows of a run as the page uses them: a column of level places for each facet, and texts only for the rows in sight.
import { formatMetric, formatSi } from '@edgewright/core/analysis/charts/format.js';
import { levelColumns, type RowColumns } from '@edgewright/core/analysis/columns.js';
import type { Metric } from '@edgewright/core/analysis/metric.js';
import { formatTime } from '@edgewright/core/analysis/number.js';
import type { Overview } from '../../protocol.ts';

export interface RunRows {
  readonly count: number;
  readonly columns: RowColumns;
  /** Model, device, run, status, fate, then the axes that vary. */
  readonly facets: readonly Facet[];
  /** By name. */
  readonly facet: (name: string) => Facet | undefined;
  /** Verdicts, then codes of failures. */
  readonly status: (row: number) => string;
  readonly isReference: (row: number) => boolean;
  /** "pi-5, fc, layers 4, nodes 256, runtime ort". */
  readonly name: (row: number) => string;
  /** What varies in the row's configuration: "layers 4, nodes 256, runtime ort". */
  readonly configuration: (row: number) => string;
  /** Several lines, for a tip. */
  readonly describe: (row: number) => string;
  /** The metric of every row; NaN where there is none. */
  readonly metric: (metric: Metric) => Float64Array;
}

export interface Facet {
  readonly name: string;
  readonly levels: readonly string[];
  readonly isNumeric: boolean;
  /** Place of the level of every row; -1 where the facet says nothing of it. */
  readonly places: Int16Array;
}

export function runRows({ rows: columns, axes }: Pick<Overview, 'rows' | 'axes'>): RunRows {
  const numeric = new Set(axes.filter(({ isNumeric }) => isNumeric).map(({ name }) => name));
  const facets = levelColumns(columns, axes).map(({ name, levels, at }): Facet => {
    const places = new Int16Array(columns.count);
    for (let row = 0; row < columns.count; row++) places[row] = at(row);
    return { name, levels, isNumeric: numeric.has(name), places };
  });
  const byName = new Map(facets.map((facet) => [facet.name, facet]));
  const own = facets.filter(({ name }) => !['model', 'device', 'run', 'status', 'fate'].includes(name));
  const isSeveral = (name: string) => (byName.get(name)?.levels.length ?? 0) > 1;
  const level = (facet: Facet | undefined, row: number) => facet?.levels[facet.places[row] as number] ?? '';
  const configuration = (row: number) =>
    own.flatMap((facet) => (facet.places[row] === -1 ? [] : [`${facet.name} ${level(facet, row)}`])).join(', ');
  const name = (row: number) => {
    const place = ['device', 'model', 'run'].filter((facet) => facet !== 'run' || isSeveral('run'));
    return [...place.map((facet) => level(byName.get(facet), row)), configuration(row)]
      .filter((text) => text !== '')
      .join(', ');
  };
  const status = (row: number) => columns.statuses[columns.status[row] as number] as string;
  return {
    count: columns.count,
    columns,
    facets,
    facet: (wanted) => byName.get(wanted),
    status,
    isReference: (row) => columns.reference[row] === 1,
    name,
    configuration,
    describe(row) {
      const [median, low, high] = [columns.median[row], columns.low[row], columns.high[row]] as [
        number,
        number,
        number,
      ];
      if (Number.isNaN(median)) return `${name(row)}\n${status(row)}`;
      const lines = [
        name(row),
        `median ${formatTime(median)} [${formatTime(low)}, ${formatTime(high)}]`,
        `${formatSi(columns.flops[row] as number)}FLOP/s at ${formatSi(columns.intensity[row] as number)} FLOP/B`,
      ];
      const share = columns.utilisation[row] as number;
      if (!Number.isNaN(share)) lines.push(formatMetric(share, 'utilisation'));
      return [...lines, status(row)].join('\n');
    },
    metric(metric) {
      return metric === 'latency' ? columns.median : columns[metric];
    },
  };
}
