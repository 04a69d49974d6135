// Under which condition: a regression tree, small enough to be read as rules. Grown to depth 3, pruned by cost and
// complexity with the 1-SE rule. Source: Breiman, Friedman, Olshen and Stone 1984.
import { seededRandom, shuffled } from '../random.ts';
import type { AxisValue } from './table.ts';

export interface Feature {
  readonly axis: string;
  readonly kind: 'numeric' | 'categorical';
  /** One a row. */
  readonly values: readonly AxisValue[];
}

export type Condition =
  | { readonly kind: 'at-most'; readonly axis: string; readonly value: number }
  | { readonly kind: 'above'; readonly axis: string; readonly value: number }
  | { readonly kind: 'one-of'; readonly axis: string; readonly values: readonly AxisValue[] };

export interface Leaf {
  readonly conditions: readonly Condition[];
  /** Places of rows. */
  readonly rows: readonly number[];
}

const maxDepth = 3;
const folds = 10;

/**
 * Leaves from the greatest mean of `y` to the least. `clusters` are kept whole in cross-validation. A split whose sides
 * differ by less than `zone` in their means is of no interest and is not made.
 */
export function growTree(
  features: readonly Feature[],
  y: readonly number[],
  clusters: readonly string[],
  { seed, zone }: { readonly seed: number; readonly zone: number },
): Leaf[] {
  const coded = features.map(codeFeature);
  const rows = y.map((_, row) => row);
  const data = { features: coded, y, zone };
  const tree = grow(data, rows, minimumLeaf(y.length), maxDepth);
  const alpha = chooseAlpha(data, clusters, tree, seed);
  return leavesOf(prune(tree, alpha), coded, []).sort((left, right) => meanOf(right.rows, y) - meanOf(left.rows, y));
}

/** Rows that a leaf holds at least: 5, or 2 % where that is more. */
export function minimumLeaf(n: number): number {
  return Math.max(5, Math.ceil(0.02 * n));
}

interface Coded {
  readonly axis: string;
  readonly kind: Feature['kind'];
  readonly levels: readonly AxisValue[];
  readonly codes: Int32Array;
}

interface Data {
  readonly features: readonly Coded[];
  readonly y: readonly number[];
  readonly zone: number;
}

interface Node {
  readonly rows: readonly number[];
  readonly mean: number;
  /** Sum of squares about the mean. */
  readonly error: number;
  readonly split: Split | undefined;
}

interface Split {
  readonly feature: number;
  /** For each level, whether it goes left. */
  readonly goesLeft: readonly boolean[];
  readonly left: Node;
  readonly right: Node;
}

function codeFeature({ axis, kind, values }: Feature): Coded {
  const set = new Set(values);
  const levels = kind === 'numeric' ? Float64Array.from(set as Set<number>).sort() : [...set];
  const places = new Map<AxisValue, number>(Array.from(levels, (level, at) => [level, at]));
  return { axis, kind, levels: [...levels], codes: Int32Array.from(values, (value) => places.get(value) as number) };
}

function grow(data: Data, rows: readonly number[], least: number, depth: number): Node {
  const { features, y, zone } = data;
  const mean = meanOf(rows, y);
  let error = 0;
  for (const row of rows) error += ((y[row] as number) - mean) ** 2;
  const leaf: Node = { rows, mean, error, split: undefined };
  if (depth === 0 || rows.length < 2 * least || error <= 1e-12) return leaf;
  const best = bestSplit(features, y, rows, least, mean);
  if (!best || best.gain <= 1e-12 * error) return leaf;
  const { codes } = features[best.feature] as Coded;
  const isLeft = (row: number) => best.goesLeft[codes[row] as number] === true;
  const left = grow(data, rows.filter(isLeft), least, depth - 1);
  const right = grow(
    data,
    rows.filter((row) => !isLeft(row)),
    least,
    depth - 1,
  );
  if (Math.abs(left.mean - right.mean) < zone) return leaf;
  return { ...leaf, split: { feature: best.feature, goesLeft: best.goesLeft, left, right } };
}

/** For a categorical feature, levels in the order of their means: the best of all partitions is among those cuts. */
function bestSplit(
  features: readonly Coded[],
  y: readonly number[],
  rows: readonly number[],
  least: number,
  mean: number,
) {
  let best: { gain: number; feature: number; goesLeft: boolean[] } | undefined;
  for (const [feature, { kind, levels, codes }] of features.entries()) {
    const counts = new Float64Array(levels.length);
    const sums = new Float64Array(levels.length);
    for (const row of rows) {
      const code = codes[row] as number;
      counts[code] = (counts[code] as number) + 1;
      sums[code] = (sums[code] as number) + (y[row] as number) - mean;
    }
    const order = levels.map((_, at) => at).filter((at) => (counts[at] as number) > 0);
    if (kind === 'categorical') {
      order.sort((a, b) => (sums[a] as number) / (counts[a] as number) - (sums[b] as number) / (counts[b] as number));
    }
    let [n, sum] = [0, 0];
    for (const [at, code] of order.slice(0, -1).entries()) {
      n += counts[code] as number;
      sum += sums[code] as number;
      if (n < least || rows.length - n < least) continue;
      const gain = (sum * sum) / n + (sum * sum) / (rows.length - n);
      if (best && gain <= best.gain * (1 + 1e-9)) continue;
      const left = new Set(order.slice(0, at + 1));
      best = { gain, feature, goesLeft: levels.map((_, place) => left.has(place)) };
    }
  }
  return best;
}

/** Cuts every branch whose error falls by less than alpha a leaf. */
function prune(node: Node, alpha: number): Node {
  if (!node.split) return node;
  const split = { ...node.split, left: prune(node.split.left, alpha), right: prune(node.split.right, alpha) };
  const kept = { ...node, split };
  return linkStrength(kept) <= alpha ? { ...node, split: undefined } : kept;
}

/** By how much a branch lowers the error, for each leaf past the first. */
function linkStrength(node: Node): number {
  const { error, leaves } = branchOf(node);
  return (node.error - error) / (leaves - 1);
}

function branchOf(node: Node): { error: number; leaves: number } {
  if (!node.split) return { error: node.error, leaves: 1 };
  const [left, right] = [branchOf(node.split.left), branchOf(node.split.right)];
  return { error: left.error + right.error, leaves: left.leaves + right.leaves };
}

/** The alphas at which the tree loses a branch, ascending. */
function alphasOf(tree: Node): number[] {
  const alphas = [0];
  for (let rest = prune(tree, 0); rest.split; ) {
    const weakest = Math.min(...strengthsOf(rest));
    alphas.push(weakest);
    rest = prune(rest, weakest);
  }
  return alphas;
}

function strengthsOf(node: Node): number[] {
  if (!node.split) return [];
  return [linkStrength(node), ...strengthsOf(node.split.left), ...strengthsOf(node.split.right)];
}

/** Stream of the seed that deals clusters to folds. */
const foldStream = 71;

/** The greatest alpha whose error in cross-validation is within one standard error of the least. */
function chooseAlpha(data: Data, clusters: readonly string[], tree: Node, seed: number) {
  const { features, y } = data;
  const alphas = alphasOf(tree);
  const names = shuffled([...new Set(clusters)], seededRandom(seed, foldStream));
  const count = Math.min(folds, names.length);
  if (alphas.length < 2) return 0;
  if (count < 2) return Number.POSITIVE_INFINITY;
  const byName = new Map(names.map((name, at) => [name, at % count]));
  const foldOf = Int32Array.from(clusters, (cluster) => byName.get(cluster) as number);
  const tried = alphas.map((alpha, at) =>
    at + 1 < alphas.length ? Math.sqrt(alpha * (alphas[at + 1] as number)) : Number.POSITIVE_INFINITY,
  );
  const errors = tried.map(() => new Float64Array(y.length));
  for (let fold = 0; fold < count; fold++) {
    const isHeld = (row: number) => foldOf[row] === fold;
    const rows = y.map((_, row) => row);
    const train = rows.filter((row) => !isHeld(row));
    const grown = grow(data, train, minimumLeaf(train.length), maxDepth);
    const share = train.length / y.length;
    for (const [at, alpha] of tried.entries()) {
      const pruned = prune(grown, alpha * share);
      for (const row of rows) {
        if (isHeld(row)) (errors[at] as Float64Array)[row] = ((y[row] as number) - predict(pruned, features, row)) ** 2;
      }
    }
  }
  const scores = errors.map((values) => clusterMean(values, clusters));
  const best = scores.reduce((least, score) => (score.mean < least.mean ? score : least));
  const simplest = scores.findLastIndex((score) => score.mean <= best.mean + best.se);
  return alphas[simplest] as number;
}

/** Mean over rows with a standard error from the clusters' sums. */
function clusterMean(values: Float64Array, clusters: readonly string[]) {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const sums = new Map<string, number>();
  for (const [row, value] of values.entries()) {
    const cluster = clusters[row] as string;
    sums.set(cluster, (sums.get(cluster) ?? 0) + value - mean);
  }
  let squares = 0;
  for (const sum of sums.values()) squares += sum * sum;
  return { mean, se: Math.sqrt(squares) / n };
}

function predict(node: Node, features: readonly Coded[], row: number): number {
  let at = node;
  while (at.split) {
    const { feature, goesLeft, left, right } = at.split;
    at = goesLeft[(features[feature] as Coded).codes[row] as number] ? left : right;
  }
  return at.mean;
}

function leavesOf(node: Node, features: readonly Coded[], conditions: readonly Condition[]): Leaf[] {
  if (!node.split) return [{ conditions, rows: node.rows }];
  const { feature, goesLeft, left, right } = node.split;
  const coded = features[feature] as Coded;
  return [
    ...leavesOf(left, features, narrow(conditions, conditionOf(coded, goesLeft, left, 'left'))),
    ...leavesOf(right, features, narrow(conditions, conditionOf(coded, goesLeft, right, 'right'))),
  ];
}

function conditionOf(
  { axis, kind, levels, codes }: Coded,
  goesLeft: readonly boolean[],
  node: Node,
  side: 'left' | 'right',
): Condition {
  if (kind === 'numeric') {
    const value = levels[goesLeft.lastIndexOf(true)] as number;
    return side === 'left' ? { kind: 'at-most', axis, value } : { kind: 'above', axis, value };
  }
  const present = new Set(node.rows.map((row) => codes[row] as number));
  return { kind: 'one-of', axis, values: levels.filter((_, at) => present.has(at)) };
}

/** A later condition of the same kind on the same axis is the stricter one. */
function narrow(conditions: readonly Condition[], added: Condition): Condition[] {
  return [...conditions.filter(({ kind, axis }) => kind !== added.kind || axis !== added.axis), added];
}

function meanOf(rows: readonly number[], y: readonly number[]): number {
  let sum = 0;
  for (const row of rows) sum += y[row] as number;
  return rows.length === 0 ? 0 : sum / rows.length;
}
