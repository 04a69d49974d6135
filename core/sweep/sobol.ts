// The Sobol sequence, by Gray code [Antonov and Saleev 1979, Bratley and Fox 1988 (ACM TOMS 659)], with the direction
// numbers of Joe and Kuo 2008, file new-joe-kuo-6.21201, which give good two-dimensional projections.

/** Dimensions that the table below carries. */
export const sobolDimensions = 21;

/**
 * The sequence from its first point, the origin, as 32-bit integers: divide by 2^32 for the unit cube. `dimensions` is at
 * most `sobolDimensions`.
 */
export function* sobolSequence(dimensions: number): Generator<Uint32Array> {
  const directions = Array.from({ length: dimensions }, (_, dimension) => directionNumbers(dimension));
  const point = new Uint32Array(dimensions);
  for (let index = 0; index < 2 ** 32 - 1; index++) {
    yield point.slice();
    // The lowest zero bit of the index says which bit of the Gray code changes.
    const bit = 31 - Math.clz32(~index & (index + 1));
    for (let dimension = 0; dimension < dimensions; dimension++) {
      point[dimension] = ((point[dimension] as number) ^ (directions[dimension]?.[bit] as number)) >>> 0;
    }
  }
}

/** A row of new-joe-kuo-6.21201 for dimensions 2 to 21: coefficients `a` of the primitive polynomial, initial numbers m. */
const rows: readonly (readonly [a: number, m: readonly number[]])[] = [
  [0, [1]],
  [1, [1, 3]],
  [1, [1, 3, 1]],
  [2, [1, 1, 1]],
  [1, [1, 1, 3, 3]],
  [4, [1, 3, 5, 13]],
  [2, [1, 1, 5, 5, 17]],
  [4, [1, 1, 5, 5, 5]],
  [7, [1, 1, 7, 11, 19]],
  [11, [1, 1, 5, 1, 1]],
  [13, [1, 1, 1, 3, 11]],
  [14, [1, 3, 5, 5, 31]],
  [1, [1, 3, 3, 9, 7, 49]],
  [13, [1, 1, 1, 15, 21, 21]],
  [16, [1, 3, 1, 13, 27, 49]],
  [19, [1, 1, 1, 15, 7, 5]],
  [22, [1, 3, 1, 15, 13, 25]],
  [25, [1, 1, 5, 5, 19, 61]],
  [1, [1, 3, 7, 11, 23, 15, 103]],
  [4, [1, 3, 7, 13, 13, 15, 69]],
];

function directionNumbers(dimension: number): Uint32Array {
  const directions = new Uint32Array(32);
  const row = rows[dimension - 1];
  if (!row) return directions.map((_, bit) => 2 ** (31 - bit));
  const [a, m] = row;
  const degree = m.length;
  for (let bit = 0; bit < 32; bit++) {
    if (bit < degree) {
      directions[bit] = (m[bit] as number) * 2 ** (31 - bit);
      continue;
    }
    const earlier = (back: number) => directions[bit - back] as number;
    let value = earlier(degree) ^ (earlier(degree) >>> degree);
    for (let term = 1; term < degree; term++) {
      if ((a >>> (degree - 1 - term)) & 1) value ^= earlier(term);
    }
    directions[bit] = value;
  }
  return directions;
}
