// What each optimisation brings: the same model on the same device with and without it, all models together.
import { groupBy } from '../sweep/group.ts';
import { type AxisInfo, axesOf, levelIn, listText, type Region, regionOf } from './axes.ts';
import { bootstrapMean } from './bootstrap.ts';
import { compareDefaults } from './compare.ts';
import type { Estimate } from './interval.ts';
import { metricOf } from './metric.ts';
import { type Paired, pairsOf, sideOf } from './pairing.ts';
import type { Refusal } from './refusal.ts';
import type { Row } from './table.ts';

export interface Ablation {
  readonly kind: 'ablation';
  /** Undefined: all models together. */
  readonly model: string | undefined;
  readonly confidence: number;
  /** All of them together, then each left out, then each alone; in each the one that time depends on most first. */
  readonly effects: readonly AblationEffect[];
  /** Levels that have no partner: the base they are set against was not measured. */
  readonly unpaired: readonly string[];
  readonly region: Region;
}

/** In time in ms, and in figures of the program. */
export const ablationMetrics = ['latency', 'movedBytes', 'kernels', 'arenaBytes'] as const;
export type AblationMetric = (typeof ablationMetrics)[number];

export interface AblationEffect {
  /** Of the axis `ablation`: what is measured; it is set against `none` where something is left out, else against `all`. */
  readonly level: string;
  readonly way: 'all' | 'without' | 'only';
  /** Such as "vertical"; empty where all are left out. */
  readonly optimisation: string;
  readonly pairs: number;
  readonly models: number;
  /** Pairs whose programs differ in kernels or in bytes moved. */
  readonly changed: number;
  /** Points that one of the sides has not: failed or not measured. */
  readonly dropped: number;
  /** How many times as much it is without the optimisation as with it. Undefined where records do not tell. */
  readonly factors: Readonly<Partial<Record<AblationMetric, Factor>>>;
  /** That of time by the name of the model: averages over unlike models hide where an optimisation works. */
  readonly byModel: ReadonlyMap<string, Factor>;
}

/** Geometric mean over the pairs, with a bootstrap interval over the models. */
export interface Factor extends Estimate {
  readonly least: number;
  readonly greatest: number;
  /** Each pair's, a bounded sample of them. */
  readonly each: readonly number[];
}

export interface AblationOptions {
  readonly confidence: number;
  readonly replicates: number;
  readonly seed: number;
}

/** `rows` without references, of as many models as the statement is about; `model` where it is about one. */
export function ablate(rows: readonly Row[], model?: string, given: Partial<AblationOptions> = {}): Ablation | Refusal {
  const { confidence, replicates, seed } = { ...compareDefaults, ...given };
  const options = { confidence, replicates, seed };
  const levels = new Map(
    [...new Set(rows.map((row) => levelIn(row, axis)))].map((level) => [
      String(level ?? 'none'),
      rows.filter((row) => levelIn(row, axis) === level),
    ]),
  );
  const asked = [...levels.keys()].filter((level) => level !== 'none' && (level !== 'all' || levels.has('none')));
  const unpaired = asked.filter((level) => !levels.has(baseOf(level)));
  const found = asked.flatMap((level) => effectOf(level, levels, options) ?? []);
  if (found.length === 0) return refusalOf(model, unpaired);
  const latency = ({ factors }: AblationEffect) => factors.latency?.value ?? 1;
  const place = ({ way }: AblationEffect) => ways.indexOf(way);
  return {
    kind: 'ablation',
    model,
    confidence,
    effects: found.sort((left, right) => place(left) - place(right) || latency(right) - latency(left)),
    unpaired,
    region: regionOf(regionAxes(rows)),
  };
}

const axis = 'ablation';
const ways: readonly AblationEffect['way'][] = ['all', 'without', 'only'];
/** Factors of single pairs that a result holds at most. */
const eachLimit = 400;

function wayOf(level: string): AblationEffect['way'] {
  return level === 'all' ? 'all' : level.startsWith('only-') ? 'only' : 'without';
}

function baseOf(level: string): string {
  return wayOf(level) === 'only' ? 'all' : 'none';
}

function effectOf(
  level: string,
  levels: ReadonlyMap<string, readonly Row[]>,
  options: AblationOptions,
): AblationEffect | undefined {
  const way = wayOf(level);
  const [own, base] = [levels.get(level), levels.get(baseOf(level))];
  if (own === undefined || base === undefined) return undefined;
  const [without, having] = (way === 'only' ? [base, own] : [own, base]).map((rows) =>
    sideOf({ axis, rows }, 'latency', true),
  ) as [ReturnType<typeof sideOf>, ReturnType<typeof sideOf>];
  const pairs = pairsOf(without.values, having.values, { ...compareDefaults, confidence: options.confidence });
  if (pairs.length === 0) return undefined;
  const wanted = new Set([without, having].flatMap(({ values, failed }) => [...values.keys(), ...failed]));
  return {
    level,
    way,
    optimisation: way === 'all' ? '' : level.slice(level.indexOf('-') + 1),
    pairs: pairs.length,
    models: new Set(pairs.map(({ cluster }) => cluster)).size,
    changed: pairs.filter(hasChanged).length,
    dropped: wanted.size - pairs.length,
    byModel: new Map(
      [...groupBy(pairs, ({ row }) => row.model)].flatMap(([name, own]) => {
        const factor = factorOf(own, 'latency', options);
        return factor === undefined ? [] : [[name, factor[0][1]] as const];
      }),
    ),
    factors: Object.fromEntries(ablationMetrics.flatMap((metric) => factorOf(pairs, metric, options) ?? [])),
  };
}

function hasChanged({ row, other }: Paired): boolean {
  return (['kernels', 'movedBytes'] as const).some((metric) => metricOf(row, metric) !== metricOf(other, metric));
}

function factorOf(
  pairs: readonly Paired[],
  metric: AblationMetric,
  options: AblationOptions,
): [[AblationMetric, Factor]] | undefined {
  const told = pairs.flatMap((pair) => {
    // The advantage of the side without it is the log of the factor, the other way round.
    if (metric === 'latency') return [{ log: -pair.d, cluster: pair.cluster }];
    const [without, having] = [metricOf(pair.row, metric), metricOf(pair.other, metric)];
    if (without === undefined || having === undefined) return [];
    return [{ log: Math.log(without / having), cluster: pair.cluster }];
  });
  if (told.length === 0) return undefined;
  const logs = told.map(({ log }) => log);
  const mean = bootstrapMean(
    logs,
    told.map(({ cluster }) => cluster),
    options,
  );
  const step = Math.ceil(logs.length / eachLimit);
  const extremes = { least: logs.reduce((a, b) => Math.min(a, b)), greatest: logs.reduce((a, b) => Math.max(a, b)) };
  return [
    [
      metric,
      {
        ...mean,
        least: Math.exp(extremes.least),
        greatest: Math.exp(extremes.greatest),
        each: logs.filter((_, at) => at % step === 0).map(Math.exp),
      },
    ],
  ];
}

function regionAxes(rows: readonly Row[]): AxisInfo[] {
  return axesOf(rows).filter(({ name }) => name !== axis);
}

function refusalOf(model: string | undefined, unpaired: readonly string[]): Refusal {
  const lone = unpaired.length === 0 ? '' : ` ${listText(unpaired)} have nothing to be set against.`;
  return {
    kind: 'refusal',
    analysis: 'ablation',
    model,
    reason: `No point was measured both with an optimisation and without it.${lone}`,
    fix: 'Sweep jit over `ablation: [none, without-vertical, without-fuse]`, or `[all, only-vertical]` for each alone.',
  };
}
