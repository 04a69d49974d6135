// The inner loop of matrix products and convolutions: a block of accumulators in registers, to which outer products of a
// column of A (spread one by one) and a row of packed B are added.
import { f32x4, i32, load, type V128, zero } from './code.ts';
import type { Local } from './function.ts';
import { type Lanes, madd } from './lanes.ts';
import { at } from './quad.ts';

/** Columns of a panel of packed B. Two vectors: with six rows twelve sums, which with their operands fill 16 registers. */
export const panelWidth = 8;

/** Steps of k that one turn of the loop does. */
const unroll = 4;

export interface Run {
  /** Steps of k. */
  readonly count: number;
  /** Bytes between steps in A and in B. */
  readonly aStep: number;
  readonly bStep: number;
}

/** `rows x vectors` sums, all zero. */
export function openTile(lanes: Lanes, rows: number, vectors: number): Local<'v128'>[][] {
  return Array.from({ length: rows }, () => Array.from({ length: vectors }, () => lanes.code.let(zero)));
}

/**
 * Adds `count` outer products. Moves `a` and `b` to behind what it has read.
 * @param rows Bytes from `a` to each row's element.
 */
export function accumulate(
  lanes: Lanes,
  sums: readonly (readonly Local<'v128'>[])[],
  a: Local<'i32'>,
  rows: readonly number[],
  b: Local<'i32'>,
  { count, aStep, bStep }: Run,
): void {
  const { code } = lanes;
  const turns = count <= 2 * unroll ? 0 : Math.floor(count / unroll);
  const step = (k: number): void => {
    const vectors = sums[0]!.map((_, v) => code.let(load('v128.load', b, k * bStep + v * 16)));
    rows.forEach((row, r) => {
      const [address, offset] = at(a, row + k * aStep);
      const spread: V128 = code.let(load('v128.load32_splat', address, offset));
      vectors.forEach((vector, v) => {
        code.set(sums[r]![v]!, madd(lanes, spread, vector, sums[r]![v]!));
      });
    });
  };
  if (turns > 0) {
    const end = code.let(i32.add(b, turns * unroll * bStep));
    code.loop((again) => {
      for (let k = 0; k < unroll; k++) step(k);
      code.advance(a, unroll * aStep);
      code.advance(b, unroll * bStep);
      again(i32.ne(b, end));
    });
  }
  const rest = count - turns * unroll;
  for (let k = 0; k < rest; k++) step(k);
  code.advance(a, rest * aStep);
  code.advance(b, rest * bStep);
}

/**
 * As `accumulate` for few rows: `sets` independent groups of sums take turns, so that additions need not wait for each
 * other; they are added up at the end.
 */
export function accumulateInSets(
  lanes: Lanes,
  sums: readonly (readonly Local<'v128'>[])[],
  sets: number,
  a: Local<'i32'>,
  rows: readonly number[],
  b: Local<'i32'>,
  { count, aStep, bStep }: Run,
): void {
  const { code } = lanes;
  const turns = Math.floor(count / sets);
  const others = Array.from({ length: turns > 0 ? sets - 1 : 0 }, () => openTile(lanes, rows.length, sums[0]!.length));
  const all = [sums, ...others];
  const step = (k: number, set: readonly (readonly Local<'v128'>[])[]): void => {
    const vectors = sums[0]!.map((_, v) => code.let(load('v128.load', b, k * bStep + v * 16)));
    rows.forEach((row, r) => {
      const [address, offset] = at(a, row + k * aStep);
      const spread: V128 = code.let(load('v128.load32_splat', address, offset));
      vectors.forEach((vector, v) => {
        code.set(set[r]![v]!, madd(lanes, spread, vector, set[r]![v]!));
      });
    });
  };
  if (turns > 0) {
    const end = code.let(i32.add(b, turns * sets * bStep));
    code.loop((again) => {
      for (const [k, set] of all.entries()) step(k, set);
      code.advance(a, sets * aStep);
      code.advance(b, sets * bStep);
      again(i32.ne(b, end));
    });
  }
  const rest = count - turns * sets;
  for (let k = 0; k < rest; k++) step(k, all[k % all.length]!);
  code.advance(a, rest * aStep);
  code.advance(b, rest * bStep);
  for (const other of others)
    for (const [r, row] of other.entries())
      for (const [v, sum] of row.entries()) code.set(sums[r]![v]!, f32x4.add(sums[r]![v]!, sum));
}

/** The most even number of rows for tiles of at most `most`. */
export function evenRows(rows: number, most: number): number {
  return rows === 0 ? most : Math.ceil(rows / Math.ceil(rows / most));
}
