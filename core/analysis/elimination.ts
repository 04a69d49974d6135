// Least squares from a correlation matrix, column by column: what each further column explains.

/** Symmetric, row by row. */
export type Square = readonly Float64Array[];

/** Columns taken so far, with the factor that makes the next one cheap. */
export class Elimination {
  private readonly matrix: Square;
  private readonly target: Float64Array;
  private readonly taken: number[] = [];
  private readonly factor: Float64Array[] = [];
  private readonly explained: number[] = [];

  /** `matrix` has a 1 on its diagonal; `target` is each column's correlation with what is to be explained. */
  constructor(matrix: Square, target: Float64Array) {
    this.matrix = matrix;
    this.target = target;
  }

  /**
   * Takes a column and says what share of the target's variance it adds. Undefined, and not taken, where less than
   * `tolerance` of its own variance is left by the columns taken before.
   */
  take(column: number, tolerance: number): number | undefined {
    const row = new Float64Array(this.taken.length + 1);
    const source = this.matrix[column] as Float64Array;
    let rest = source[column] as number;
    let left = this.target[column] as number;
    for (let at = 0; at < this.taken.length; at++) {
      const factor = this.factor[at] as Float64Array;
      let sum = source[this.taken[at] as number] as number;
      for (let before = 0; before < at; before++) sum -= (row[before] as number) * (factor[before] as number);
      const value = sum / (factor[at] as number);
      row[at] = value;
      rest -= value * value;
      left -= value * (this.explained[at] as number);
    }
    if (!(rest > tolerance)) return undefined;
    const pivot = Math.sqrt(rest);
    row[this.taken.length] = pivot;
    this.taken.push(column);
    this.factor.push(row);
    this.explained.push(left / pivot);
    return (left / pivot) ** 2;
  }

  /** Gives back the last columns taken. */
  release(count: number): void {
    const length = this.taken.length - count;
    this.taken.length = length;
    this.factor.length = length;
    this.explained.length = length;
  }

  /** Standardised coefficients of the columns taken, in the order of taking. */
  solve(): Float64Array {
    return this.back(this.explained);
  }

  /** The columns taken, in order. */
  columns(): readonly number[] {
    return this.taken;
  }

  /** Coefficients of `column` on the columns taken. */
  project(column: number): Float64Array {
    const source = this.matrix[column] as Float64Array;
    const forward: number[] = [];
    for (let at = 0; at < this.taken.length; at++) {
      const factor = this.factor[at] as Float64Array;
      let sum = source[this.taken[at] as number] as number;
      for (let before = 0; before < at; before++) sum -= (forward[before] as number) * (factor[before] as number);
      forward.push(sum / (factor[at] as number));
    }
    return this.back(forward);
  }

  private back(forward: readonly number[]): Float64Array {
    const result = new Float64Array(forward);
    for (let at = result.length - 1; at >= 0; at--) {
      let sum = result[at] as number;
      for (let after = at + 1; after < result.length; after++) {
        sum -= ((this.factor[after] as Float64Array)[at] as number) * (result[after] as number);
      }
      result[at] = sum / ((this.factor[at] as Float64Array)[at] as number);
    }
    return result;
  }
}
