// Is A better than B: strictly, on the whole, or under which condition.
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { seededRandom, shuffled } from '../random.ts';
import { type AxisInfo, axesOf, formatLevel, levelIn, listText, type Region, regionOf } from './axes.ts';
import { bootstrapMean } from './bootstrap.ts';
import { type Estimate, geometricMean, wilson } from './interval.ts';
import { formatCount } from './number.ts';
import { type Paired, pairsOf, type SideData, sideOf } from './pairing.ts';
import type { Refusal } from './refusal.ts';
import type { AxisValue, Row, Table } from './table.ts';
import { type Condition, type Feature, growTree, type Leaf } from './tree.ts';

export interface Comparison {
  readonly kind: 'comparison';
  readonly a: Side;
  readonly b: Side;
  readonly metric: 'latency' | 'throughput';
  /** Points on both sides: common support. */
  readonly n: number;
  /** Half-width of the zone of equivalence, natural log. */
  readonly delta: number;
  readonly confidence: number;
  readonly counts: OutcomeCounts;
  /** Shares with Wilson's intervals. */
  readonly shares: {
    readonly win: Estimate;
    readonly tie: Estimate;
    readonly loss: Estimate;
    readonly undecided: Estimate;
  };
  /** How many times better A is: geometric mean, above 1 for A, by t and by cluster bootstrap. */
  readonly speedup: {
    readonly byT: Estimate;
    readonly byBootstrap: Estimate;
    readonly least: number;
    readonly greatest: number;
  };
  readonly strict: StrictClaim;
  readonly rules: readonly Rule[];
  /** Names of the axes the tree chose from. */
  readonly ruleAxes: readonly string[];
  /** A bounded sample of pairs for a scatter plot, at most 2,000. */
  readonly pairs: readonly Pair[];
  readonly dropped: {
    readonly onlyA: number;
    readonly onlyB: number;
    readonly failedA: number;
    readonly failedB: number;
    readonly text: string;
  };
  readonly region: Region;
}

export interface Side {
  /** As in sentences, such as "ort" or "pi-5". */
  readonly name: string;
  /** What was held to make the side, such as device or runtime. */
  readonly axis: string;
}

/** From A's point of view. Undecided: the interval crosses a border of the zone. */
export type Outcome = 'win' | 'tie' | 'loss' | 'undecided';
export type OutcomeCounts = Readonly<Record<Outcome, number>>;

export interface StrictClaim {
  readonly alpha: number;
  /** `a`: A is better on every tested pair (intersection-union test). `undecided`: neither can be claimed. */
  readonly better: 'a' | 'b' | 'undecided';
  /** Greatest one-sided p of "A is better" and of "B is better". */
  readonly pA: number;
  readonly pB: number;
  /** Pairs on which A, or B, is better with Holm's correction over all pairs. */
  readonly somewhereA: number;
  readonly somewhereB: number;
}

/** A leaf of the tree. */
export interface Rule {
  /** Conjunction; empty for the whole region. */
  readonly conditions: readonly Condition[];
  /** Such as "nodes <= 512 and runtime = ort". */
  readonly text: string;
  readonly n: number;
  readonly counts: OutcomeCounts;
  readonly winRate: Estimate;
  readonly speedup: Estimate;
}

export interface Pair {
  /** `Row.source` on either side. */
  readonly sources: readonly [a: number, b: number];
  readonly axes: Readonly<Record<string, AxisValue>>;
  /** In the unit of the metric. */
  readonly a: number;
  readonly b: number;
  /** A's advantage: above 1 where A is better. */
  readonly ratio: Estimate;
  readonly outcome: Outcome;
}

/** One side of a comparison: rows that hold one level of an axis, or the rows of one run. */
export interface Slice extends Side {
  readonly rows: readonly Row[];
}

export interface CompareOptions {
  readonly metric: 'latency' | 'throughput';
  readonly delta: number;
  readonly confidence: number;
  readonly alpha: number;
  readonly replicates: number;
  readonly seed: number;
}

export const compareDefaults: CompareOptions = {
  metric: 'latency',
  delta: Math.log(1.03),
  confidence: 0.95,
  alpha: 0.05,
  replicates: 1000,
  seed: 1,
};

/** The rows at one level of an axis of execution, or of one device. */
export function sliceOf(table: Table, axis: string, level: AxisValue): Slice {
  return { name: formatLevel(level), axis, rows: table.rows.filter((row) => levelIn(row, axis) === level) };
}

/** Pairs equal configurations of both sides and asks which is better. The sides' common `axis` is left out of the pairing. */
export function compare(a: Slice, b: Slice, given: Partial<CompareOptions> = {}): Comparison | Refusal {
  const options = { ...compareDefaults, ...given };
  const isWithin = sharesDevices(a, b);
  const sides = [sideOf(a, options.metric, isWithin), sideOf(b, options.metric, isWithin)] as const;
  const pairs = pairsOf(sides[0].values, sides[1].values, options);
  const dropped = droppedOf(a.name, b.name, sides);
  if (pairs.length === 0) {
    return {
      kind: 'refusal',
      analysis: 'compare',
      model: undefined,
      reason: `${a.name} and ${b.name} have no configuration in common that was measured on both.`,
      fix: 'Run the same sweep on both sides.',
    };
  }
  const { confidence, metric, delta, alpha } = options;
  const n = pairs.length;
  const counts = countOutcomes(pairs);
  const share = (outcome: Outcome) => wilson(counts[outcome], n, confidence);
  const logs = pairs.map((pair) => pair.d);
  const features = featuresOf(pairs, a.axis);
  const leaves = growTree(
    features,
    logs,
    pairs.map(({ cluster }) => cluster),
    { seed: options.seed, zone: delta },
  );
  const shown = n <= pairLimit ? pairs : shuffled(pairs, seededRandom(options.seed, sampleStream)).slice(0, pairLimit);
  return {
    kind: 'comparison',
    a: { name: a.name, axis: a.axis },
    b: { name: b.name, axis: b.axis },
    metric,
    n,
    delta,
    confidence,
    counts,
    shares: { win: share('win'), tie: share('tie'), loss: share('loss'), undecided: share('undecided') },
    speedup: {
      byT: geometricMean(logs, confidence),
      byBootstrap: bootstrapMean(
        logs,
        pairs.map(({ cluster }) => cluster),
        options,
      ),
      least: Math.exp(logs.reduce((least, log) => Math.min(least, log), Number.POSITIVE_INFINITY)),
      greatest: Math.exp(logs.reduce((greatest, log) => Math.max(greatest, log), Number.NEGATIVE_INFINITY)),
    },
    strict: strictClaim(pairs, alpha),
    rules: leaves.map((leaf) => ruleOf(leaf, pairs, confidence)),
    ruleAxes: features.map((feature) => feature.axis),
    pairs: shown.map((pair) => pairShown(pair, confidence)),
    dropped,
    region: regionOf(regionAxes(pairs, a.axis)),
  };
}

/** Runs on devices in common are paired device by device; a run on another device stands for that device. */
function sharesDevices(a: Slice, b: Slice): boolean {
  if (a.axis === 'device') return false;
  if (a.axis !== 'run') return true;
  const devices = new Set(a.rows.map((row) => row.device));
  return b.rows.some((row) => devices.has(row.device));
}

const pairLimit = 2000;
/** Stream of the seed, of the pairs shown. */
const sampleStream = 72;

function countOutcomes(pairs: readonly { readonly outcome: Outcome }[]): OutcomeCounts {
  const counts = { win: 0, tie: 0, loss: 0, undecided: 0 };
  for (const { outcome } of pairs) counts[outcome]++;
  return counts;
}

/** Berger's intersection-union test: "better everywhere" holds at alpha where every single test does, uncorrected. */
function strictClaim(pairs: readonly Paired[], alpha: number): StrictClaim {
  const forA = pairs.map(({ d, se }) => oneSided(d, se));
  const forB = pairs.map(({ d, se }) => oneSided(-d, se));
  const greatest = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, value), 0);
  const [pA, pB] = [greatest(forA), greatest(forB)];
  const better = pA <= alpha ? 'a' : pB <= alpha ? 'b' : 'undecided';
  return { alpha, better, pA, pB, somewhereA: holm(forA, alpha), somewhereB: holm(forB, alpha) };
}

/** p of "the advantage is not above zero". */
function oneSided(d: number, se: number): number {
  if (se === 0) return d > 0 ? 0 : 1;
  return Number.isFinite(se) ? normalCdf(-d / se, 0, 1) : 1;
}

/** How many hypotheses Holm's step-down procedure rejects at alpha. Source: Holm 1979. */
export function holm(pValues: readonly number[], alpha: number): number {
  const sorted = Float64Array.from(pValues).sort();
  const first = sorted.findIndex((p, at) => p > alpha / (sorted.length - at));
  return first === -1 ? sorted.length : first;
}

/** Axes that every pair has; costs too where there are several models, for they have few axes in common. */
function featuresOf(pairs: readonly Paired[], compared: string): Feature[] {
  const rows = pairs.map((pair) => pair.row);
  const shared = regionAxes(pairs, compared).filter(({ name }) =>
    rows.every((row) => levelIn(row, name) !== undefined),
  );
  const features = shared.map((axis) =>
    featureOf(
      axis.name,
      axis.kind,
      rows.map((row) => levelIn(row, axis.name) as AxisValue),
    ),
  );
  if (new Set(rows.map((row) => row.model)).size < 2) return features;
  const model = featureOf(
    'model',
    'categorical',
    rows.map((row) => row.model),
  );
  const costs = (['parameters', 'flops'] as const).map((name) => {
    return featureOf(
      name,
      'numeric',
      rows.map((row) => row.cost[name]),
    );
  });
  return [model, ...features, ...costs];
}

function featureOf(axis: string, kind: AxisInfo['kind'], values: readonly AxisValue[]): Feature {
  return { axis, kind, values };
}

function regionAxes(pairs: readonly Paired[], compared: string): AxisInfo[] {
  const axes = axesOf(pairs.map((pair) => pair.row));
  return axes.filter(({ name }) => name !== compared);
}

function ruleOf(leaf: Leaf, pairs: readonly Paired[], confidence: number): Rule {
  const own = leaf.rows.map((row) => pairs[row] as Paired);
  const counts = countOutcomes(own);
  return {
    conditions: leaf.conditions,
    text: leaf.conditions.map(conditionText).join(' and '),
    n: own.length,
    counts,
    winRate: wilson(counts.win, own.length, confidence),
    speedup: geometricMean(
      own.map((pair) => pair.d),
      confidence,
    ),
  };
}

function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'at-most':
      return `${condition.axis} <= ${formatThreshold(condition.value)}`;
    case 'above':
      return `${condition.axis} > ${formatThreshold(condition.value)}`;
    case 'one-of':
      return `${condition.axis} is ${condition.values.map(formatLevel).join(' or ')}`;
  }
}

/** A threshold lies between two levels: more digits than tell it from both would say nothing. */
function formatThreshold(value: number): string {
  return formatCount(Number(value.toPrecision(4)));
}

function pairShown({ row, other, a, b, d, se, outcome }: Paired, confidence: number): Pair {
  const half = normalQuantile(0.5 + confidence / 2, 0, 1) * se;
  const ratio = { value: Math.exp(d), low: Math.exp(d - half), high: Math.exp(d + half), confidence };
  return { sources: [row.source, other.source], axes: row.axes, a, b, ratio, outcome };
}

function droppedOf(a: string, b: string, [left, right]: readonly [SideData, SideData]): Comparison['dropped'] {
  const lacking = (from: SideData, other: SideData) => [...from.values.keys()].filter((key) => !other.values.has(key));
  const withoutB = lacking(left, right);
  const withoutA = lacking(right, left);
  const failedB = withoutB.filter((key) => right.failed.has(key)).length;
  const failedA = withoutA.filter((key) => left.failed.has(key)).length;
  const onlyA = withoutB.length - failedB;
  const onlyB = withoutA.length - failedA;
  const parts = [
    failedB > 0 ? `${formatCount(failedB)} failed on ${b}` : '',
    failedA > 0 ? `${formatCount(failedA)} failed on ${a}` : '',
    onlyA > 0 ? `${formatCount(onlyA)} were measured on ${a} alone` : '',
    onlyB > 0 ? `${formatCount(onlyB)} were measured on ${b} alone` : '',
  ].filter((part) => part !== '');
  const text = parts.length === 0 ? '' : `Left out for want of a partner: ${listText(parts)}.`;
  return { onlyA, onlyB, failedA, failedB, text };
}
