// The inner loop of matrix products and convolutions: a block of accumulators in registers, to which outer products of a
// column of A (spread one by one) and a row of packed B are added.
import { constant, f32x4, type I32, i32, load, type V128, zero } from './code.ts';
import type { Local } from './function.ts';
import { type Lanes, madd } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
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
 * As `blockOf` for few rows and one run: `sets` independent groups of sums take turns, so that additions need not wait for
 * each other; they are added up at the end.
 */
export function blockInSets(lanes: Lanes, sets: number, a: I32, b: I32, { rows, vectors, aRow, run }: Block): Sums {
  const { code } = lanes;
  const turns = Math.floor(run.count / sets);
  const all = Array.from({ length: turns > 0 ? sets : 1 }, () => openTile(lanes, rows, vectors));
  const offsets = Array.from({ length: rows }, (_, r) => r * aRow);
  addProducts(lanes, code.let(a), offsets, code.let(b), run, {
    turns,
    each: sets,
    sumsOf: (k) => all[k % all.length]!,
  });
  const [sums, ...others] = all as [Local<'v128'>[][], ...Local<'v128'>[][][]];
  for (const other of others)
    for (const [r, row] of other.entries())
      for (const [v, sum] of row.entries()) code.set(sums[r]![v]!, f32x4.add(sums[r]![v]!, sum));
  return sums;
}

export type Sums = readonly (readonly Local<'v128'>[])[];

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
    addProduct(lanes, sumsOf(k), (r) => at(a, rows[r]! + k * aStep), b, k * bStep);
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

/** One outer product. @param elementOf Address and offset of a row's element of A. `bOffset` is from `b`. */
function addProduct(
  lanes: Lanes,
  sums: Sums,
  elementOf: (row: number) => readonly [I32, number],
  b: I32,
  bOffset: number,
): void {
  const { code } = lanes;
  const vectors = sums[0]!.map((_, v) => code.let(load('v128.load', b, bOffset + v * 16)));
  sums.forEach((row, r) => {
    const spread: V128 = code.let(load('v128.load32_splat', ...elementOf(r)));
    vectors.forEach((vector, v) => {
      code.set(row[v]!, madd(lanes, spread, vector, row[v]!));
    });
  });
}

/** Of a product whose rows of A are equally far apart; sizes and steps in bytes but for counts. */
export interface Block {
  readonly rows: number;
  readonly vectors: number;
  readonly aRow: number;
  readonly run: Run;
  /** Runs one behind another in B, `skip` bytes apart in A; 1 where left out. */
  readonly runs?: number;
  readonly skip?: number;
}

/** Steps of k from which on a call costs little beside them. */
const leastShared = 16;

/**
 * The sums of a block of outer products. Long ones are the work of a function that all kernels of a module share: an engine
 * runs a function slowly until it has compiled it well, which is soon for one that is called all the time, and each has to
 * be compiled.
 */
export function blockOf(lanes: Lanes, a: I32, b: I32, { rows, vectors, aRow, run, runs = 1, skip = 0 }: Block): Sums {
  const { code, module } = lanes;
  const { count, aStep, bStep } = run;
  if (count * runs >= leastShared) {
    const callee = module.shared(`tile ${rows} x ${vectors * 4} by ${aStep}`, (name) =>
      emitBlock(module, name, { rows, vectors, aStep }),
    );
    const given = [a, b, ...[aRow, count, runs, skip, bStep].map((value) => constant('i32', value))];
    const list = code.receive(module.call(callee, given), new Array<'v128'>(rows * vectors).fill('v128'));
    return Array.from({ length: rows }, (_, r) => list.slice(r * vectors, (r + 1) * vectors));
  }
  const sums = openTile(lanes, rows, vectors);
  const [walkA, walkB] = [code.let(a), code.let(b)];
  const offsets = Array.from({ length: rows }, (_, r) => r * aRow);
  code.repeat(runs, () => {
    accumulate(lanes, sums, walkA, offsets, walkB, run);
    if (runs > 1) code.advance(walkA, skip);
  });
  return sums;
}

/** Parameters: a, b, aRow, count, runs, skip, bStep. Results: the sums, row by row. */
function emitBlock(
  module: ModuleBuilder,
  name: string,
  { rows, vectors, aStep }: { readonly rows: number; readonly vectors: number; readonly aStep: number },
): number {
  const { code, index } = module.function(
    name,
    new Array(7).fill('i32'),
    new Array<'v128'>(rows * vectors).fill('v128'),
  );
  const lanes: Lanes = { module, code, constants: 'in place' };
  const param = (at: number): Local<'i32'> => code.param(at, 'i32');
  const [a, b, aRow, count, runs, skip, bStep] = [param(0), param(1), param(2), param(3), param(4), param(5), param(6)];
  const sums = openTile(lanes, rows, vectors);
  const walks = [a];
  for (let r = 1; r < rows; r++) walks.push(code.let(i32.add(walks[r - 1]!, aRow)));
  const left = code.local('i32');
  const steps = (number: number): void => {
    for (let k = 0; k < number; k++) {
      addProduct(lanes, sums, (r) => at(walks[r]!, k * aStep), b, 0);
      code.advance(b, bStep);
    }
    for (const walk of walks) code.advance(walk, number * aStep);
    code.advance(left, -number);
  };
  code.loop((again) => {
    code.set(left, count);
    code.if(i32.ge_s(left, unroll), () =>
      code.loop((more) => {
        steps(unroll);
        more(i32.ge_s(left, unroll));
      }),
    );
    code.if(left, () =>
      code.loop((more) => {
        steps(1);
        more(left);
      }),
    );
    for (const walk of walks) code.advance(walk, skip);
    code.advance(runs, -1);
    again(runs);
  });
  code.yield(...sums.flat());
  return index;
}

/** The most even number of rows for tiles of at most `most`. */
export function evenRows(rows: number, most: number): number {
  return rows === 0 ? most : Math.ceil(rows / Math.ceil(rows / most));
}
