// Resampling of clusters. The fit needs only sums of squares and products, so that a replicate adds the sums of the
// units drawn instead of reading the rows again.

import { quantile } from '../quantile.ts';
import { type Random, seededRandom, shuffled } from '../random.ts';
import type { Estimate } from './interval.ts';

/** Most units that are drawn from. More clusters are first put together at random into so many units of equal count. */
export const unitLimit = 400;

export interface Units {
  readonly clusters: number;
  readonly count: number;
  /** The unit of every row. */
  readonly of: Int32Array;
}

/** Units of resampling: a cluster each, or random groups of clusters. `keys` names each row's cluster. */
export function unitsOf(keys: readonly string[], seed: number): Units {
  const clusters = new Map<string, number>();
  const cluster = Int32Array.from(keys, (key) => {
    const known = clusters.get(key) ?? clusters.size;
    clusters.set(key, known);
    return known;
  });
  if (clusters.size <= unitLimit) return { clusters: clusters.size, count: clusters.size, of: cluster };
  const order = shuffled(
    Array.from({ length: clusters.size }, (_, at) => at),
    seededRandom(seed, unitStream),
  );
  return { clusters: clusters.size, count: unitLimit, of: cluster.map((at) => (order[at] as number) % unitLimit) };
}

/** Draws `count` units with replacement: how often each was drawn. */
export function drawUnits(count: number, random: Random): Int32Array {
  const times = new Int32Array(count);
  for (let draw = 0; draw < count; draw++) {
    const unit = random.below(count);
    times[unit] = (times[unit] as number) + 1;
  }
  return times;
}

/**
 * Geometric mean from natural logs, with the percentile interval of a bootstrap that draws clusters; unbounded where there
 * is one cluster. `clusters` names that of each log; `logs` is not empty.
 */
export function bootstrapMean(
  logs: readonly number[],
  clusters: readonly string[],
  { replicates, seed, confidence }: { readonly replicates: number; readonly seed: number; readonly confidence: number },
): Estimate {
  const units = unitsOf(clusters, seed);
  const sums = new Float64Array(units.count);
  const sizes = new Float64Array(units.count);
  for (const [at, log] of logs.entries()) {
    const unit = units.of[at] as number;
    sums[unit] = (sums[unit] as number) + log;
    sizes[unit] = (sizes[unit] as number) + 1;
  }
  const random = seededRandom(seed, meanStream);
  const means = Array.from({ length: replicates }, () => {
    let [sum, n] = [0, 0];
    for (const [unit, times] of drawUnits(units.count, random).entries()) {
      sum += times * (sums[unit] as number);
      n += times * (sizes[unit] as number);
    }
    return Math.exp(sum / n);
  });
  const value = Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
  if (units.count < 2) return { value, low: 0, high: Number.POSITIVE_INFINITY, confidence };
  return { value, ...percentileInterval(means, replicates, confidence) };
}

/** Percentile interval; unknown bounds where more than a tenth of the replicates gave no value. */
export function percentileInterval(values: readonly number[], replicates: number, confidence: number) {
  if (values.length < replicates * 0.9) return { low: Number.NaN, high: Number.NaN, confidence };
  const sorted = Float64Array.from(values).sort();
  const tail = (1 - confidence) / 2;
  return { low: quantile(sorted, tail, 7), high: quantile(sorted, 1 - tail, 7), confidence };
}

/** Sums, squares and products of columns by unit. */
export class UnitSums {
  private readonly size: number;
  private readonly units: number;
  /** For each unit: rows, sums of columns, then the upper triangle of products. */
  private readonly sums: Float64Array;
  private readonly width: number;

  /** `columns` should be centred, for precision. */
  constructor(columns: readonly Float64Array[], units: Units) {
    this.size = columns.length;
    this.units = units.count;
    this.width = 1 + this.size + (this.size * (this.size + 1)) / 2;
    this.sums = new Float64Array(this.units * this.width);
    const { sums, width, size } = this;
    for (let row = 0; row < units.of.length; row++) {
      let at = (units.of[row] as number) * width;
      sums[at] = (sums[at] as number) + 1;
      at++;
      for (const column of columns) {
        sums[at] = (sums[at] as number) + (column[row] as number);
        at++;
      }
      for (let left = 0; left < size; left++) {
        const value = (columns[left] as Float64Array)[row] as number;
        for (let right = left; right < size; right++) {
          sums[at] = (sums[at] as number) + value * ((columns[right] as Float64Array)[row] as number);
          at++;
        }
      }
    }
  }

  /** Standard deviations and correlations of the rows drawn; undefined where a column is constant in them. */
  correlate(times: Int32Array): { readonly sds: Float64Array; readonly matrix: Float64Array[] } | undefined {
    const total = new Float64Array(this.width);
    for (let unit = 0; unit < this.units; unit++) {
      const weight = times[unit] as number;
      if (weight === 0) continue;
      const from = unit * this.width;
      for (let at = 0; at < this.width; at++) {
        total[at] = (total[at] as number) + weight * (this.sums[from + at] as number);
      }
    }
    return this.correlations(total);
  }

  private correlations(total: Float64Array) {
    const { size } = this;
    const n = total[0] as number;
    const means = total.subarray(1, 1 + size).map((sum) => sum / n);
    const matrix = means.length > 0 ? Array.from(means, () => new Float64Array(size)) : [];
    let at = 1 + size;
    for (let left = 0; left < size; left++) {
      for (let right = left; right < size; right++) {
        const value = (total[at] as number) / n - (means[left] as number) * (means[right] as number);
        (matrix[left] as Float64Array)[right] = value;
        (matrix[right] as Float64Array)[left] = value;
        at++;
      }
    }
    const sds = Float64Array.from(matrix, (row, place) => Math.sqrt(Math.max(0, row[place] as number)));
    if (sds.some((sd) => !(sd > 1e-9))) return undefined;
    for (const [left, row] of matrix.entries()) {
      for (let right = 0; right < size; right++) {
        row[right] = (row[right] as number) / ((sds[left] as number) * (sds[right] as number));
      }
    }
    return { sds, matrix };
  }
}

/** Streams of the seed: what puts clusters into units, and the replicates of a mean. */
const unitStream = 64;
const meanStream = 73;
