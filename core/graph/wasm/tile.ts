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
  sums: Sums,
  a: Local<'i32'>,
  rows: readonly number[],
  b: Local<'i32'>,
  run: Run,
): void {
  const turns = run.count <= 2 * unroll ? 0 : Math.floor(run.count / unroll);
  addProducts(lanes, a, rows, b, run, { turns, each: unroll, sumsOf: () => sums });
}

/**
 * As `accumulate` for few rows: `sets` independent groups of sums take turns, so that additions need not wait for each
 * other; they are added up at the end.
 */
export function accumulateInSets(
  lanes: Lanes,
  sums: Sums,
  sets: number,
  a: Local<'i32'>,
  rows: readonly number[],
  b: Local<'i32'>,
  run: Run,
): void {
  const { code } = lanes;
  const turns = Math.floor(run.count / sets);
  const others = Array.from({ length: turns > 0 ? sets - 1 : 0 }, () => openTile(lanes, rows.length, sums[0]!.length));
  const all = [sums, ...others];
  addProducts(lanes, a, rows, b, run, { turns, each: sets, sumsOf: (k) => all[k % all.length]! });
  for (const other of others)
    for (const [r, row] of other.entries())
      for (const [v, sum] of row.entries()) code.set(sums[r]![v]!, f32x4.add(sums[r]![v]!, sum));
}

type Sums = readonly (readonly Local<'v128'>[])[];

interface Turns {
  /** Of the loop, and steps of k in each; what is left follows the loop. */
  readonly turns: number;
  readonly each: number;
  /** The sums that a step adds to, by its number in its turn. */
  readonly sumsOf: (step: number) => Sums;
}

function addProducts(
  lanes: Lanes,
  a: Local<'i32'>,
  rows: readonly number[],
  b: Local<'i32'>,
  { count, aStep, bStep }: Run,
  { turns, each, sumsOf }: Turns,
): void {
  const { code } = lanes;
  const step = (k: number): void => {
    const sums = sumsOf(k);
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
    const end = code.let(i32.add(b, turns * each * bStep));
    code.loop((again) => {
      for (let k = 0; k < each; k++) step(k);
      code.advance(a, each * aStep);
      code.advance(b, each * bStep);
      again(i32.ne(b, end));
    });
  }
  const rest = count - turns * each;
  for (let k = 0; k < rest; k++) step(k);
  code.advance(a, rest * aStep);
  code.advance(b, rest * bStep);
}

/** The most even number of rows for tiles of at most `most`. */
export function evenRows(rows: number, most: number): number {
  return rows === 0 ? most : Math.ceil(rows / Math.ceil(rows / most));
}
