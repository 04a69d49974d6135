// Ordinary least squares with classic and HC3 standard errors, on columns that are linearly independent.
import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { correlate, type Scaled, scale } from './moments.ts';

export interface LeastSquares {
  readonly n: number;
  /** Coefficients with the constant. */
  readonly p: number;
  /** The constant first, then one a column. */
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  /** MacKinnon and White 1985. NaN where a leverage is 1, for its residual says nothing. */
  readonly hc3: readonly number[];
  /** Coefficients on z-scores of columns and target; none for the constant. */
  readonly standardised: readonly number[];
  readonly r2: number;
  readonly adjustedR2: number;
  /** sqrt(SSE / (n - p)). */
  readonly residualSd: number;
  readonly fitted: Float64Array;
  readonly residuals: Float64Array;
  readonly scaled: readonly Scaled[];
  readonly target: Scaled;
  readonly correlation: readonly Float64Array[];
  /** Inverse of `correlation`: its diagonal holds the variance inflation factors. */
  readonly inverse: Matrix;
}

/**
 * Solves on the correlation matrix, which loses half as many digits to unlike scales as X'X does. Asserts n > p and
 * independent columns: `designOf` sees to both.
 */
export function leastSquares(columns: readonly Float64Array[], y: Float64Array): LeastSquares {
  const n = y.length;
  const p = columns.length + 1;
  if (n <= p) throw new Error(`least squares on ${n} rows and ${p} columns`);
  const scaled = columns.map(scale);
  const target = scale(y);
  const zs = scaled.map((column) => column.z);
  const correlation = correlate(zs);
  const towards = zs.map((z) => dot(z, target.z) / n);
  const decomposition = new CholeskyDecomposition(new Matrix(correlation.map((row) => [...row])));
  if (!decomposition.isPositiveDefinite()) throw new Error('least squares on dependent columns');
  const inverse = columns.length > 0 ? decomposition.solve(Matrix.eye(columns.length)) : new Matrix(0, 0);
  const standardised =
    columns.length > 0 ? decomposition.solve(Matrix.columnVector(towards)).to1DArray() : ([] as number[]);
  const { fitted, residuals, sse, sst } = residualsOf(zs, standardised, target, y);
  const residualSd = Math.sqrt(sse / (n - p));
  const r2 = sst === 0 ? 0 : 1 - sse / sst;
  const errors = standardErrors(scaled, inverse, residuals, residualSd);
  const slopes = standardised.map((weight, at) => (weight * target.sd) / (scaled[at] as Scaled).sd);
  const constant = target.mean - slopes.reduce((sum, slope, at) => sum + slope * (scaled[at] as Scaled).mean, 0);
  return {
    n,
    p,
    coefficients: [constant, ...slopes],
    ...errors,
    standardised,
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - 1)) / (n - p),
    residualSd,
    fitted,
    residuals,
    scaled,
    target,
    correlation,
    inverse,
  };
}

function residualsOf(zs: readonly Float64Array[], weights: readonly number[], target: Scaled, y: Float64Array) {
  const n = y.length;
  const fitted = new Float64Array(n);
  for (const [at, z] of zs.entries()) {
    const weight = weights[at] as number;
    for (let row = 0; row < n; row++) fitted[row] = (fitted[row] as number) + weight * (z[row] as number);
  }
  const residuals = new Float64Array(n);
  let sse = 0;
  let sst = 0;
  for (let row = 0; row < n; row++) {
    const value = (fitted[row] as number) * target.sd + target.mean;
    const residual = (y[row] as number) - value;
    fitted[row] = value;
    residuals[row] = residual;
    sse += residual * residual;
    sst += ((y[row] as number) - target.mean) ** 2;
  }
  return { fitted, residuals, sse, sst };
}

/** HC3: (X'X)⁻¹ X' diag(e²/(1 - h)²) X (X'X)⁻¹, on z-scores with a constant, then taken back to the columns' scale. */
function standardErrors(scaled: readonly Scaled[], inverse: Matrix, residuals: Float64Array, residualSd: number) {
  const n = residuals.length;
  const size = scaled.length + 1;
  const bread = Matrix.zeros(size, size);
  bread.set(0, 0, 1 / n);
  for (let row = 1; row < size; row++) {
    for (let column = 1; column < size; column++) bread.set(row, column, inverse.get(row - 1, column - 1) / n);
  }
  const meat = meatOf(scaled, bread, residuals);
  const back = Matrix.eye(size);
  for (const [at, { mean, sd }] of scaled.entries()) {
    back.set(0, at + 1, -mean / sd);
    back.set(at + 1, at + 1, 1 / sd);
  }
  const toErrors = (covariance: Matrix) => {
    return back
      .mmul(covariance)
      .mmul(back.transpose())
      .diagonal()
      .map((variance) => Math.sqrt(variance));
  };
  return {
    standardErrors: toErrors(Matrix.mul(bread, residualSd ** 2)),
    hc3: meat ? toErrors(bread.mmul(meat).mmul(bread)) : new Array<number>(size).fill(Number.NaN),
  };
}

/** Undefined where a leverage is 1. */
function meatOf(scaled: readonly Scaled[], bread: Matrix, residuals: Float64Array): Matrix | undefined {
  const size = scaled.length + 1;
  const flat = new Float64Array(bread.to1DArray());
  const sums = new Float64Array(size * size);
  const x = new Float64Array(size);
  x[0] = 1;
  for (let row = 0; row < residuals.length; row++) {
    for (let at = 1; at < size; at++) x[at] = (scaled[at - 1] as Scaled).z[row] as number;
    let leverage = 0;
    for (let at = 0; at < size; at++) {
      let sum = 0;
      for (let other = 0; other < size; other++) sum += (flat[at * size + other] as number) * (x[other] as number);
      leverage += sum * (x[at] as number);
    }
    if (leverage > 1 - 1e-10) return undefined;
    const weight = ((residuals[row] as number) / (1 - leverage)) ** 2;
    for (let at = 0; at < size; at++) {
      const part = weight * (x[at] as number);
      for (let other = at; other < size; other++) {
        sums[at * size + other] = (sums[at * size + other] as number) + part * (x[other] as number);
      }
    }
  }
  const meat = Matrix.zeros(size, size);
  for (let at = 0; at < size; at++) {
    for (let other = at; other < size; other++) {
      meat.set(at, other, sums[at * size + other] as number);
      meat.set(other, at, sums[at * size + other] as number);
    }
  }
  return meat;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum += (left[at] as number) * (right[at] as number);
  return sum;
}
