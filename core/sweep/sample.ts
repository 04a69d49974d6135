// Choosing some of a grid's points. Every method is seeded, never chooses a point twice and only feasible ones.
import { type Random, shuffled } from '../random.ts';
import { sobolDimensions, sobolSequence } from './sobol.ts';

/** What one model's points look like to a sampler: a grid whose cells lead to points. */
export interface SampleSpace {
  /** Levels of each dimension. */
  readonly levels: readonly number[];
  /** Number of points that can be chosen. */
  readonly size: number;
  /** The point, from 0, of the cell with these levels; -1 where constraints leave none. Cells may share a point. */
  pointAt(levels: readonly number[]): number;
}

export type SampleMethod = 'random' | 'sobol' | 'latin-hypercube';

/** Numbers of the chosen points, ascending: `count` of them, or all where there are fewer. */
export function samplePoints(space: SampleSpace, method: SampleMethod, count: number, random: Random): number[] {
  const wanted = Math.min(count, space.size);
  const chosen = new Set<number>();
  if (wanted === space.size) return Array.from({ length: wanted }, (_, point) => point);
  if (method === 'sobol') chooseSobol(space, wanted, random, chosen);
  if (method === 'latin-hypercube') chooseLatin(space, wanted, random, chosen);
  chooseRandom(space, wanted, random, chosen);
  return [...chosen].sort((left, right) => left - right);
}

/** Points for each model: in proportion to its grid, at least one where it has any, by largest remainder. */
export function shareOut(count: number, sizes: readonly number[]): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (count >= total) return [...sizes];
  const exact = sizes.map((size) => (count * size) / total);
  const shares = exact.map((share, index) => Math.min(sizes[index] as number, Math.max(1, Math.floor(share))));
  const spare = () => count - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((left, right) => right.remainder - left.remainder || left.index - right.index);
  while (spare() > 0) {
    for (const { index } of byRemainder) {
      if (spare() > 0 && (shares[index] as number) < (sizes[index] as number)) (shares[index] as number)++;
    }
  }
  while (spare() < 0) {
    const largest = shares.indexOf(Math.max(...shares));
    if ((shares[largest] as number) <= 1) break;
    (shares[largest] as number)--;
  }
  return shares;
}

/** Cells drawn for each point wanted before the rest is chosen at random: constraints may leave very few cells. */
const drawsPerPoint = 256;

/** Fills up with points not yet chosen, each equally likely. */
function chooseRandom(space: SampleSpace, wanted: number, random: Random, chosen: Set<number>): void {
  // Partial Fisher-Yates on a map of the moved entries only: memory in proportion to the points wanted.
  const moved = new Map<number, number>();
  for (let first = 0; chosen.size < wanted && first < space.size; first++) {
    const drawn = first + random.below(space.size - first);
    chosen.add(moved.get(drawn) ?? drawn);
    moved.set(drawn, moved.get(first) ?? first);
  }
}

/** The sequence with a digital shift by the seed, snapped to the grid; cells without a point or met before are passed over. */
function chooseSobol(space: SampleSpace, wanted: number, random: Random, chosen: Set<number>): void {
  const varying = Math.min(space.levels.filter((levels) => levels > 1).length, sobolDimensions);
  const shift = space.levels.map(() => random.bits());
  let draws = wanted * drawsPerPoint;
  for (const point of sobolSequence(varying)) {
    if (chosen.size >= wanted || draws-- === 0) return;
    let dimension = 0;
    const levels = space.levels.map((count) => {
      if (count === 1) return 0;
      // A space wider than the table goes on with plain random coordinates.
      const bits =
        dimension < varying ? ((point[dimension] as number) ^ (shift[dimension] as number)) >>> 0 : random.bits();
      dimension++;
      return Math.floor((bits / 2 ** 32) * count);
    });
    const found = space.pointAt(levels);
    if (found >= 0) chosen.add(found);
  }
}

/**
 * A Latin hypercube snapped to the grid: each dimension is cut into as many strata as points are wanted and each stratum
 * used once. A row that falls on no point, or on one that another row has, exchanges one coordinate with another row,
 * which leaves the strata as they are; rows that find no place in that way are left for the random fill.
 */
function chooseLatin(space: SampleSpace, wanted: number, random: Random, chosen: Set<number>): void {
  const strata = Array.from({ length: wanted }, (_, stratum) => stratum);
  const columns = space.levels.map((count) =>
    shuffled(strata, random).map((stratum) => Math.floor(((stratum + random.unit()) / wanted) * count)),
  );
  const holders = new Map<number, number>();
  const pointOf = (row: number) => space.pointAt(columns.map((column) => column[row] as number));
  const points = strata.map(pointOf);
  const enter = (point: number) => holders.set(point, (holders.get(point) ?? 0) + 1);
  const leave = (point: number) => holders.set(point, (holders.get(point) ?? 0) - 1);
  const isBad = (point: number) => point < 0 || (holders.get(point) ?? 0) > 1;
  const badRows = () => strata.filter((row) => isBad(points[row] as number));
  for (const point of points) enter(point);
  const exchange = (row: number, other: number, column: number[]) => {
    [column[row], column[other]] = [column[other] as number, column[row] as number];
    for (const index of new Set([row, other])) {
      leave(points[index] as number);
      points[index] = pointOf(index);
      enter(points[index] as number);
    }
  };
  let tries = wanted * drawsPerPoint;
  for (let bad = badRows(); bad.length > 0 && tries > 0; bad = badRows()) {
    for (const row of bad) {
      const other = random.below(wanted);
      const column = columns[random.below(columns.length)] as number[];
      const count = () => [row, other].filter((index) => isBad(points[index] as number)).length;
      const before = count();
      exchange(row, other, column);
      if (count() > before) exchange(row, other, column);
      tries--;
    }
  }
  for (const point of points) if (point >= 0) chosen.add(point);
}
