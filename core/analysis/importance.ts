// How much each axis matters beside the others, with bootstrap intervals.
import { seededRandom } from '../random.ts';
import { drawUnits, percentileInterval, UnitSums, type Units, unitsOf } from './bootstrap.ts';
import type { Design } from './design.ts';
import { Elimination, type Square } from './elimination.ts';
import type { Estimate } from './interval.ts';
import type { LeastSquares } from './leastsquares.ts';
import { lmgLimit, lmgShares } from './lmg.ts';

/** |weight of a| / |weight of b|. */
export interface ImportanceRatio {
  readonly a: string;
  readonly b: string;
  readonly ratio: Estimate;
  /** Whether the interval excludes 1. */
  readonly ranked: boolean;
  /** Why no ratio is claimed, where a VIF is above 10. */
  readonly refused: string | undefined;
}

export interface Importance {
  /** One for each group of the design. */
  readonly weights: readonly Estimate[];
  /** Undefined past the limit of exact shares. */
  readonly shares: readonly Estimate[] | undefined;
  readonly vifs: readonly number[];
  /** Every pair, for groups in the order given. */
  ratios(order: readonly number[]): ImportanceRatio[];
  readonly resampling: { readonly clusters: number; readonly units: number };
}

export interface ImportanceInput {
  readonly design: Design;
  readonly fit: LeastSquares;
  /** Cluster of every row. */
  readonly clusters: readonly string[];
  readonly replicates: number;
  readonly confidence: number;
  readonly seed: number;
}

export function importanceOf(input: ImportanceInput): Importance {
  const { design, fit, confidence, replicates, clusters, seed } = input;
  const groups = design.groups.map((group) => group.at);
  const units = unitsOf(clusters, seed);
  const drawn = resample(input, units);
  const interval = (values: readonly number[]) => percentileInterval(values, replicates, confidence);
  const towards = Float64Array.from(fit.scaled, ({ z }) => correlation(z, fit.target.z));
  const values = weightsOf(groups, fit.correlation, fit.standardised);
  const shares = groups.length <= lmgLimit ? lmgShares(fit.correlation, towards, groups) : undefined;
  const vifs = groups.map((group) => inflation(fit.correlation, group));
  return {
    weights: values.map((value, at) => ({ value, ...interval(drawn.map((draw) => draw.weights[at] as number)) })),
    shares:
      shares &&
      Array.from(shares, (value, at) => ({ value, ...interval(drawn.map((draw) => draw.shares[at] as number)) })),
    vifs,
    ratios(order) {
      return order.flatMap((a, place) => {
        return order.slice(place + 1).map((b) => {
          const ratio = {
            value: between(values, a, b),
            ...interval(drawn.map(({ weights }) => between(weights, a, b))),
          };
          const names = [a, b].map((at) => design.groups[at]?.axis.name as string);
          const worst = Math.max(vifs[a] as number, vifs[b] as number);
          const refused =
            worst > 10 ? `variance is inflated ${worst.toFixed(0)} times because axes move together` : undefined;
          const ranked = refused === undefined && (ratio.low > 1 || ratio.high < 1);
          return { a: names[0] as string, b: names[1] as string, ratio, ranked, refused };
        });
      });
    },
    resampling: { clusters: units.clusters, units: units.count },
  };
}

function between(weights: readonly number[], a: number, b: number): number {
  return Math.abs(weights[a] as number) / Math.abs(weights[b] as number);
}

/** Stream of the seed that replicates draw from. */
const replicateStream = 65;

function resample({ design, fit, replicates, seed }: ImportanceInput, units: Units) {
  const groups = design.groups.map((group) => group.at);
  const sums = new UnitSums([...fit.scaled.map(({ z }) => z), fit.target.z], units);
  const random = seededRandom(seed, replicateStream);
  const last = fit.scaled.length;
  const drawn: { weights: number[]; shares: ArrayLike<number> }[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const moments = sums.correlate(drawUnits(units.count, random));
    if (!moments) continue;
    const towards = moments.matrix[last] as Float64Array;
    const elimination = new Elimination(moments.matrix, towards);
    const isFull = fit.scaled.every((_, at) => elimination.take(at, 1e-9) !== undefined);
    if (!isFull) continue;
    const shares = groups.length <= lmgLimit ? lmgShares(moments.matrix, towards, groups) : [];
    drawn.push({ weights: weightsOf(groups, moments.matrix, elimination.solve()), shares });
  }
  return drawn;
}

/** The standardised coefficient; for an axis of several columns the standard deviation of its part of the fit. */
function weightsOf(groups: readonly (readonly number[])[], matrix: Square, weights: ArrayLike<number>): number[] {
  return groups.map((group) => {
    if (group.length === 1) return weights[group[0] as number] as number;
    let variance = 0;
    for (const left of group) {
      for (const right of group) {
        const part = (weights[left] as number) * (weights[right] as number);
        variance += part * ((matrix[left] as Float64Array)[right] as number);
      }
    }
    return Math.sqrt(Math.max(0, variance));
  });
}

/**
 * Generalised variance inflation det(R_g) det(R_rest) / det(R), to the power of 1 / columns of the group, which for
 * one column is the usual factor. Source: Fox and Monette 1992.
 */
function inflation(matrix: Square, group: readonly number[]): number {
  const rest = matrix.map((_, at) => at).filter((at) => !group.includes(at));
  const log =
    logDeterminant(matrix, group) + logDeterminant(matrix, rest) - logDeterminant(matrix, [...rest, ...group]);
  return Math.exp(log / group.length);
}

function logDeterminant(matrix: Square, columns: readonly number[]): number {
  const chosen = columns.map((row) =>
    Float64Array.from(columns, (column) => (matrix[row] as Float64Array)[column] as number),
  );
  let log = 0;
  for (let at = 0; at < chosen.length; at++) {
    const pivot = (chosen[at] as Float64Array)[at] as number;
    log += Math.log(pivot);
    for (let row = at + 1; row < chosen.length; row++) {
      const factor = ((chosen[row] as Float64Array)[at] as number) / pivot;
      for (let column = at; column < chosen.length; column++) {
        const target = chosen[row] as Float64Array;
        target[column] = (target[column] as number) - factor * ((chosen[at] as Float64Array)[column] as number);
      }
    }
  }
  return log;
}

function correlation(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum += (left[at] as number) * (right[at] as number);
  return sum / left.length;
}
