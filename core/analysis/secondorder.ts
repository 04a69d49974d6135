// Do the main effects tell all: squares and pairs of axes, tested against them.
import fCdf from '@stdlib/stats-base-dists-f-cdf';
import { seededRandom, shuffled } from '../random.ts';
import type { Design } from './design.ts';
import { Elimination } from './elimination.ts';
import type { LeastSquares } from './leastsquares.ts';
import { correlate, scale } from './moments.ts';

/** Squares and pairs, tested together and each alone against the main effects. */
export interface SecondOrder {
  /** Points used: at most 20,000, drawn with the seed. */
  readonly n: number;
  readonly r2: number;
  readonly adjustedR2: number;
  /** Of the points used. */
  readonly negativeShare: number;
  readonly test: FTest;
  readonly terms: readonly SecondOrderTerm[];
}

export interface SecondOrderTerm {
  /** Such as "nodes x batch" or "nodes^2". */
  readonly name: string;
  /** One axis for a square, two for a pair. */
  readonly axes: readonly string[];
  /** What the term adds to R2 of the main effects, alone. */
  readonly gain: number;
  readonly test: FTest;
}

export interface FTest {
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly pValue: number;
}

/** Most points and most columns that second order is fitted on: the work grows with the points times columns squared. */
const pointLimit = 20_000;
const columnLimit = 160;

/** Undefined where there is no second-order term, or more of them than the points or the limit carry. */
export function secondOrderOf(
  design: Design,
  fit: LeastSquares,
  form: 'paradnn' | 'log',
  seed: number,
): SecondOrder | undefined {
  const rows = chosenRows(fit.n, seed);
  const pick = (values: Float64Array) => (rows ? Float64Array.from(rows, (row) => values[row] as number) : values);
  const main = fit.scaled.map(({ z }) => scale(pick(z)).z);
  const groups = termGroups(design, main);
  const added = groups.flatMap(({ columns }) => columns);
  if (added.length === 0 || main.length + added.length > columnLimit) return undefined;
  const y = scale(pick(fit.target.z));
  const n = y.z.length;
  const all = [...main, ...added.map((values) => scale(values).z), y.z];
  const matrix = correlate(all);
  const elimination = new Elimination(matrix, matrix.at(-1) as Float64Array);
  let base = 0;
  for (let at = 0; at < main.length; at++) base += elimination.take(at, tolerance) ?? 0;
  const mainCount = elimination.columns().length;
  const takeAll = (places: readonly number[]) => {
    const gains = places.map((place) => elimination.take(place, tolerance)).filter((gain) => gain !== undefined);
    return { gain: gains.reduce((sum, gain) => sum + gain, 0), taken: gains.length };
  };
  let next = main.length;
  const terms: SecondOrderTerm[] = [];
  const places: number[] = [];
  for (const { name, axes, columns } of groups) {
    const own = columns.map(() => next++);
    const { gain, taken } = takeAll(own);
    elimination.release(taken);
    if (taken === 0) continue;
    places.push(...own);
    terms.push({ name, axes, gain, test: fTest(gain, 1 - base - gain, taken, n - mainCount - 1 - taken) });
  }
  const { gain, taken } = takeAll(places);
  const df = n - mainCount - 1 - taken;
  if (taken === 0 || df <= 0) return undefined;
  const r2 = Math.min(1, base + gain);
  const predictions = form === 'paradnn' ? predict(all, elimination) : undefined;
  return {
    n,
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - 1)) / df,
    negativeShare: predictions ? shareBelow(predictions, thresholdOf(fit, y)) : 0,
    test: fTest(gain, 1 - r2, taken, df),
    terms: terms.sort((left, right) => right.gain - left.gain),
  };
}

/** Least share of its own variance that a term must keep beside the terms before it. */
const tolerance = 1e-9;

/** Stream of the seed that chooses the points. */
const pointStream = 67;

function chosenRows(n: number, seed: number): readonly number[] | undefined {
  if (n <= pointLimit) return undefined;
  const all = Array.from({ length: n }, (_, row) => row);
  return shuffled(all, seededRandom(seed, pointStream)).slice(0, pointLimit);
}

function termGroups(design: Design, main: readonly Float64Array[]) {
  return design.groups.flatMap((left, at) => {
    return design.groups.slice(at).flatMap((right) => {
      const isSquare = left === right;
      if (isSquare && (left.axis.kind === 'categorical' || left.axis.levels.length < 3)) return [];
      const names = [left.axis.name, right.axis.name];
      const columns = left.at.flatMap((a) => {
        return right.at.map((b) =>
          (main[a] as Float64Array).map((value, row) => value * ((main[b] as Float64Array)[row] as number)),
        );
      });
      const name = isSquare ? `${names[0]}^2` : names.join(' x ');
      return [{ name, axes: isSquare ? names.slice(0, 1) : names, columns }];
    });
  });
}

function fTest(gain: number, rest: number, df1: number, df2: number): FTest {
  if (df2 <= 0) return { f: Number.NaN, df1, df2, pValue: Number.NaN };
  const left = Math.max(rest, 0) / df2;
  if (left < 1e-14) return { f: gain > 1e-12 ? Number.POSITIVE_INFINITY : 0, df1, df2, pValue: gain > 1e-12 ? 0 : 1 };
  const f = Math.max(0, gain) / df1 / left;
  return { f, df1, df2, pValue: 1 - fCdf(f, df1, df2) };
}

function predict(columns: readonly Float64Array[], elimination: Elimination): Float64Array {
  const weights = elimination.solve();
  const result = new Float64Array(columns[0]?.length ?? 0);
  for (const [at, place] of elimination.columns().entries()) {
    const column = columns[place] as Float64Array;
    const weight = weights[at] as number;
    for (let row = 0; row < result.length; row++) {
      result[row] = (result[row] as number) + weight * (column[row] as number);
    }
  }
  return result;
}

/** Zero of the target, on the scale of `y`, which is the z-score of a choice of z-scores. */
function thresholdOf(fit: LeastSquares, y: { readonly mean: number; readonly sd: number }): number {
  return (-fit.target.mean / fit.target.sd - y.mean) / y.sd;
}

function shareBelow(values: Float64Array, threshold: number): number {
  let count = 0;
  for (const value of values) if (value < threshold) count++;
  return count / values.length;
}
