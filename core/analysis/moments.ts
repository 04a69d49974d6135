// Columns on one scale and their correlations: the sufficient statistics of every least-squares fit here.

/** A column as z-scores by the population's standard deviation, as ParaDnn scales. */
export interface Scaled {
  readonly mean: number;
  /** 0 where the column is constant; its z-scores are then 0. */
  readonly sd: number;
  readonly z: Float64Array;
}

export function scale(values: Float64Array): Scaled {
  const n = values.length;
  let sum = 0;
  for (const value of values) sum += value;
  const rough = sum / n;
  let rest = 0;
  for (const value of values) rest += value - rough;
  const mean = rough + rest / n;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const spread = Math.sqrt(squares / n);
  const sd = spread > 1e-12 * Math.abs(mean) ? spread : 0;
  return { mean, sd, z: sd === 0 ? new Float64Array(n) : values.map((value) => (value - mean) / sd) };
}

/** Correlations of columns of z-scores with one another. */
export function correlate(columns: readonly Float64Array[]): Float64Array[] {
  const n = columns[0]?.length ?? 0;
  const result = columns.map(() => new Float64Array(columns.length));
  for (const [at, left] of columns.entries()) {
    for (let other = at; other < columns.length; other++) {
      const right = columns[other] as Float64Array;
      let sum = 0;
      for (let row = 0; row < n; row++) sum += (left[row] as number) * (right[row] as number);
      (result[at] as Float64Array)[other] = sum / n;
      (result[other] as Float64Array)[at] = sum / n;
    }
  }
  return result;
}
