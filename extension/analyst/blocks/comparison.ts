import type { ComparisonReport } from '@edgewright/core/analysis/analyse.js';
import { type AxisInfo, axesOf, formatLevel, levelIn } from '@edgewright/core/analysis/axes.js';
import type { Chart, JsonObject } from '@edgewright/core/analysis/charts/chart.js';
import { outcomeMapChart, outcomesChart, speedupChart } from '@edgewright/core/analysis/charts/comparison.js';
import { type Comparison, compare, type Outcome, type Slice } from '@edgewright/core/analysis/compare.js';
import type { Metric } from '@edgewright/core/analysis/metric.js';
import { comparisonSentences } from '@edgewright/core/analysis/sentences/comparison.js';
import type { Row } from '@edgewright/core/analysis/table.js';
import type { AnalysisBlock, AnalysisQuery, MarkColumn } from '../../protocol.ts';
import type { Study } from '../study.ts';
import { drawn, refusalsIn } from './block.ts';
import { withItems } from './items.ts';

export interface PairToCompare {
  readonly title: string;
  readonly compare: (metric: 'latency' | 'throughput') => ComparisonReport;
}

/** Pairs of levels of one axis that are compared at most, unless two are chosen. */
const pairLimit = 3;
/** Axes compared without being asked for, in the order in which a reader wants them. */
const wellKnown = ['run', 'device', 'runtime', 'precision', 'optimization', 'threads'];

/** What the query asks for; without one, or without an axis in it, the first pairs of every axis that is well known. */
export function pairsToCompare(
  study: Study,
  rows: readonly Row[],
  query: Pick<AnalysisQuery, 'by' | 'levels'> | undefined,
): readonly PairToCompare[] {
  const axes = comparableAxes(study, rows);
  const wanted =
    query?.by === undefined
      ? axes.filter(({ name }) => wellKnown.includes(name))
      : axes.filter(({ name }) => name === query.by);
  return wanted.flatMap((axis) => {
    const chosen = query?.levels;
    const sides = axis.sides.filter(({ level }) => chosen === undefined || chosen.includes(level));
    const pairs = sides.flatMap((a, at) => sides.slice(at + 1).map((b) => [a, b] as const));
    return pairs.slice(0, pairLimit).map(([a, b]) => {
      const sliceOf = ({ name, is }: AxisSide): Slice => ({ name, axis: axis.name, rows: rows.filter(is) });
      return {
        title: `${a.name} and ${b.name}`,
        compare(metric): ComparisonReport {
          const comparison = compare(sliceOf(a), sliceOf(b), { metric });
          const sentences = comparison.kind === 'comparison' ? comparisonSentences(comparison) : [];
          return { comparison, sentences };
        },
      };
    });
  });
}

export function comparisonBlock(
  study: Study,
  rows: readonly Row[],
  pair: PairToCompare,
  { metric }: Pick<AnalysisQuery, 'metric'>,
): AnalysisBlock {
  const { comparison, sentences } = pair.compare(comparedBy(metric));
  if (comparison.kind === 'refusal') {
    return { title: pair.title, charts: [], sentences: [], refusals: refusalsIn([comparison]), columns: [] };
  }
  const map = outcomeMapChart(comparison);
  return {
    title: pair.title,
    charts: [
      byOutcome(outcomesChart(comparison)),
      ...(map === undefined ? [] : [byPairing(map)]),
      byPair(speedupChart(comparison), comparison),
    ].map(drawn),
    sentences,
    refusals: [],
    columns: columnsOfPairs(study, rows, comparison),
  };
}

/** FLOP/s and utilisation of equal work are as its latency. */
function comparedBy(metric: Metric): 'latency' | 'throughput' {
  return metric === 'throughput' ? 'throughput' : 'latency';
}

interface AxisSide {
  readonly level: string;
  readonly name: string;
  readonly is: (row: Row) => boolean;
}

function comparableAxes(study: Study, rows: readonly Row[]) {
  const runs = [...study.runIds].map(([name, id]) => ({ level: name, name, is: (row: Row) => row.run === id }));
  const present = runs.filter(({ is }) => rows.some(is));
  const own = axesOf(rows).map((axis) => ({ name: axis.name, sides: sidesOf(axis) }));
  return [...(present.length > 1 ? [{ name: 'run', sides: present }] : []), ...own];
}

function sidesOf({ name, levels }: AxisInfo): readonly AxisSide[] {
  const isNamed = name === 'device' || name === 'runtime';
  return levels.map((level) => ({
    level: String(level),
    name: isNamed ? formatLevel(level) : `${name} ${formatLevel(level)}`,
    is: (row) => levelIn(row, name) === level,
  }));
}

const outcomes: readonly Outcome[] = ['win', 'tie', 'undecided', 'loss'];

/** Of which pair a row is, and how that came out. Of a comparison of many pairs those that are drawn. */
function columnsOfPairs(study: Study, rows: readonly Row[], { pairs }: Comparison): readonly MarkColumn[] {
  const pairOf = new Map<number, number>();
  for (const [at, { sources }] of pairs.entries()) {
    for (const source of sources) {
      const row = study.table.rows[study.placeOf(source)];
      if (row !== undefined) pairOf.set(row.configuration, at);
    }
  }
  const pair = new Int32Array(study.rows.count).fill(-1);
  const outcome = new Int32Array(study.rows.count).fill(-1);
  for (const { source, configuration } of rows) {
    const at = pairOf.get(configuration);
    const place = study.placeOf(source);
    if (at === undefined) continue;
    pair[place] = at;
    outcome[place] = outcomes.indexOf((pairs[at] as Comparison['pairs'][number]).outcome);
  }
  return [
    { name: 'pair', levels: pairs.map((_, at) => String(at)), at: pair },
    { name: 'outcome', levels: outcomes, at: outcome },
    { name: 'paired', levels: ['yes'], at: pair.map((at) => (at < 0 ? -1 : 0)) },
  ];
}

function byOutcome(chart: Chart): Chart {
  return withItems(chart, ({ outcome, ...rest }) => ({ ...rest, select: { axes: { outcome: outcome as string } } }));
}

function byPairing(chart: Chart): Chart {
  return withItems(chart, (item) => {
    const select = item.select as JsonObject | undefined;
    return select === undefined
      ? item
      : { ...item, select: { axes: { ...(select.axes as JsonObject), paired: 'yes' } } };
  });
}

/** Points are drawn outcome after outcome, in the order of the pairs. */
function byPair(chart: Chart, { pairs }: Comparison): Chart {
  const order = outcomes.flatMap((outcome) => pairs.flatMap((pair, at) => (pair.outcome === outcome ? [at] : [])));
  let next = 0;
  return withItems(chart, (item, series) => {
    if (series.type !== 'scatter') return item;
    return { ...item, select: { axes: { pair: String(order[next++]) } } };
  });
}
