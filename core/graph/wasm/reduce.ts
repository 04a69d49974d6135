// Reductions, and the index of the greatest or least. Lanes hold four neighbouring results where those are neighbours in x,
// else four elements of one result, which are folded at the end.
import type { ElementType } from '../graph.ts';
import { denseStrides } from '../program/view.ts';
import {
  type Code,
  constant,
  f32x4,
  type I32,
  i32,
  i32x4,
  i64x2,
  select,
  shuffle,
  times,
  type V128,
  v128,
} from './code.ts';
import { type Epilogue, noEpilogue } from './epilogue.ts';
import { combineQuads, evaluate } from './formula.ts';
import type { Local } from './function.ts';
import { type Kernel, kernelFunction, numbered } from './kernel.ts';
import { bind, integers, type Lanes } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { classOf, constantQuad, gatherQuad, type Quad, storeQuad, widths } from './quad.ts';
import { addressAt, unravel } from './unravel.ts';

export type ReduceFunction = 'sum' | 'mean' | 'max' | 'min' | 'product' | 'sumSquare' | 'sumAbs';

export interface ReduceShape {
  readonly fn: ReduceFunction;
  /** Of x and of the results before the epilogue. */
  readonly type: ElementType;
  readonly offset?: number;
  readonly kept: { readonly size: readonly number[]; readonly strides: readonly number[] };
  readonly reduced: { readonly size: readonly number[]; readonly strides: readonly number[] };
  /** Row-major over the kept axes. */
  readonly output: ElementType;
  /** Operands over the kept axes. */
  readonly epilogue?: Epilogue;
}

/** Whether there is a kernel for the type. */
export function isReducible(fn: ReduceFunction, type: ElementType): boolean {
  if (type === 'bool') return false;
  return type !== 'uint64' || (fn !== 'max' && fn !== 'min');
}

/** Pointers: `x`, `output`, `operand0`... Range: groups of four results along the last kept axis, or results. */
export function emitReduce(module: ModuleBuilder, name: string, shape: ReduceShape): Kernel {
  const { fn, type, offset = 0, reduced, output, epilogue = noEpilogue } = shape;
  if (!isReducible(fn, type)) throw new Error(`no vector code for ${fn} of ${type}`);
  const kept = shape.kept.size.length === 0 ? { size: [1], strides: [0] } : shape.kept;
  const operandNames = numbered('operand', epilogue.operands.length);
  const { code, index, pointers, begin, end } = kernelFunction(module, name, 2 + operandNames.length);
  const lanes: Lanes = { module, code, constants: 'hoisted' };
  const count = kept.size.reduce((product, size) => product * size, 1);
  const over = reduced.size.reduce((product, size) => product * size, 1);
  const last = kept.size.length - 1;
  const width = widths[type];
  const dense = denseStrides(kept.size);
  // Sums along the last reduced axis, unless the results are the neighbours.
  const inner = reduced.size.length - 1;
  const side =
    kept.strides[last] === 1 && kept.size[last]! >= 4 && !(reduced.strides[inner] === 1 && reduced.size[inner]! >= 16);
  const groups = side ? Math.ceil(kept.size[last]! / 4) : kept.size[last]!;
  const sizes = [...kept.size.slice(0, -1), groups];
  const range = count === 0 ? 0 : sizes.reduce((product, size) => product * size, 1);
  const neutral = (): Quad => constantQuad(lanes, type, neutralOf(fn, type));

  const term = (quad: Quad): Quad => {
    if (fn === 'sumSquare') return combineQuads(lanes, 'mul', quad, quad);
    if (fn !== 'sumAbs') return quad;
    return evaluate(lanes, [{ fn: 'abs', type, arguments: [0] }], [quad]);
  };
  const fold = fn === 'max' || fn === 'min' ? fn : fn === 'product' ? 'mul' : 'add';
  const add = (sum: readonly Local<'v128'>[], quad: Quad): void => {
    const next = combineQuads(lanes, fold, { type, parts: sum }, quad);
    next.parts.forEach((part, at) => {
      code.set(sum[at]!, part);
    });
  };
  const open = (): Local<'v128'>[] => neutral().parts.map((part) => code.let(part));

  /** Visits all elements of a result, the last reduced axis innermost. */
  const nest = (axis: number, at: I32, body: (at: I32) => void): void => {
    if (axis === inner || inner < 0) {
      body(at);
      return;
    }
    const walk = code.let(at);
    code.repeat(reduced.size[axis]!, () => {
      nest(axis + 1, walk, body);
      code.advance(walk, reduced.strides[axis]! * width);
    });
  };

  if (range > 0)
    code.for(begin, end, 1, (which) => {
      const at = unravel(lanes, which, sizes);
      const first = side ? code.let(times(at[last]!, 4)) : at[last]!;
      const most = Math.max(0, kept.size[last]! - 4);
      // The last group starts earlier, so that it is whole; what is computed twice comes out the same.
      const column = side ? code.let(select(first, constant('i32', most), i32.lt_s(first, most))) : first;
      const indices = [...at.slice(0, -1), column];
      const place = (pointer: I32, from: number, strides: readonly number[], bytes: number): I32 =>
        code.let(addressAt(pointer, { offset: from, strides }, indices, bytes));
      const x = place(pointers[0]!, offset, kept.strides, width);
      let total: Quad;
      const [n, stride] = inner < 0 ? [1, 0] : [reduced.size[inner]!, reduced.strides[inner]!];
      if (over === 0) total = neutral();
      else if (side) {
        const sums = [open(), open()];
        nest(0, x, (from) => {
          const walk = code.let(from);
          code.repeat(Math.floor(n / 2), () => {
            for (let step = 0; step < 2; step++)
              add(sums[step]!, term(gatherQuad(lanes, type, walk, step * stride * width, 1)));
            code.advance(walk, 2 * stride * width);
          });
          if (n % 2 > 0) add(sums[0]!, term(gatherQuad(lanes, type, walk, 0, 1)));
        });
        total = combineQuads(lanes, fold, { type, parts: sums[0]! }, { type, parts: sums[1]! });
      } else {
        const sums = [open(), open(), open(), open()];
        nest(0, x, (from) => {
          const walk = code.let(from);
          const quad = (step: number, lanesOf: number): void => {
            const read = gatherQuad(lanes, type, walk, step * 4 * stride * width, stride, stride === 1 ? 4 : lanesOf);
            add(sums[step]!, lanesOf === 4 ? term(read) : keep(lanes, term(read), neutral(), lanesOf));
          };
          code.repeat(Math.floor(n / 16), () => {
            for (let step = 0; step < 4; step++) quad(step, 4);
            code.advance(walk, 16 * stride * width);
          });
          for (let step = 0; step * 4 < n % 16; step++) quad(step, Math.min(4, (n % 16) - step * 4));
        });
        const pair = (a: number, b: number): Quad =>
          combineQuads(lanes, fold, { type, parts: sums[a]! }, { type, parts: sums[b]! });
        total = foldLanes(lanes, fold, combineQuads(lanes, fold, pair(0, 1), pair(2, 3)));
      }
      if (fn === 'mean')
        total = evaluate(
          lanes,
          [
            { fn: 'constant', type, arguments: [], value: over },
            { fn: 'div', type, arguments: [0, 1] },
          ],
          [total],
        );
      const registers = epilogue.operands.map((operand, o) => {
        const from = place(pointers[2 + o]!, operand.offset ?? 0, operand.strides, widths[operand.type]);
        return gatherQuad(lanes, operand.type, from, 0, side ? operand.strides[last]! : 0);
      });
      const value = epilogue.steps.length === 0 ? total : evaluate(lanes, epilogue.steps, [total, ...registers]);
      const target = place(pointers[1]!, 0, dense, widths[output]);
      storeQuad(lanes, { type: output, parts: value.parts }, target, 0, side ? 4 : 1);
    });
  return { index, pointers: ['x', 'output', ...operandNames], range, scratch: 0 };
}

export interface ArgReduceShape {
  readonly fn: 'max' | 'min';
  /** Which of equal ones: the last, or the first. */
  readonly last: boolean;
  readonly type: ElementType;
  readonly offset?: number;
  readonly rows: { readonly size: readonly number[]; readonly strides: readonly number[] };
  readonly n: number;
  readonly stride: number;
}

/**
 * int64 indices, row-major over the rows; NaN is greater and less than all. Pointers: `x`, `output`. Range: groups of four
 * rows along the last axis of the rows.
 */
export function emitArgReduce(module: ModuleBuilder, name: string, shape: ArgReduceShape): Kernel {
  const { fn, type, offset = 0, n, stride } = shape;
  const rows = shape.rows.size.length === 0 ? { size: [1], strides: [0] } : shape.rows;
  const { code, index, pointers, begin, end } = kernelFunction(module, name, 2);
  const lanes: Lanes = { module, code, constants: 'hoisted' };
  if (!['f32', 'i32'].includes(classOf(type))) throw new Error(`no vector code for the index of ${type}`);
  const last = rows.size.length - 1;
  const width = widths[type];
  const dense = denseStrides(rows.size);
  const groups = Math.ceil(rows.size[last]! / 4);
  const sizes = [...rows.size.slice(0, -1), groups];
  const range = sizes.reduce((product, size) => product * size, 1);
  const tail = rows.size[last]! % 4;
  const group = (at: readonly I32[], count: number): void => {
    const indices = [...at.slice(0, -1), times(at[last]!, 4)];
    const place = (pointer: I32, from: number, strides: readonly number[], bytes: number): Local<'i32'> =>
      code.let(addressAt(pointer, { offset: from, strides }, indices, bytes));
    const x = place(pointers[0]!, offset, rows.strides, width);
    const read = (): V128 => gatherQuad(lanes, type, x, 0, rows.strides[last]!, count).parts[0]!;
    const best = code.let(read());
    const found = code.let(integers(lanes, 0));
    const position = code.let(integers(lanes, 0));
    code.repeat(n - 1, () => {
      code.advance(x, stride * width);
      const value = code.let(read());
      code.set(position, i32x4.add(position, integers(lanes, 1)));
      const better = code.let(isBetter(lanes, type, fn, shape.last, value, best));
      code.set(best, v128.bitselect(value, best, better));
      code.set(found, v128.bitselect(position, found, better));
    });
    const target = place(pointers[1]!, 0, dense, 8);
    const parts = [i64x2.extend_low_i32x4_u(found), i64x2.extend_high_i32x4_u(found)];
    storeQuad(lanes, { type: 'int64', parts }, target, 0, count);
  };
  if (range > 0 && n > 0)
    code.for(begin, end, 1, (which) => {
      const at = unravel(lanes, which, sizes);
      if (tail === 0) group(at, 4);
      else if (groups === 1) group(at, tail);
      else
        code.if(
          i32.lt_s(at[last]!, groups - 1),
          () => group(at, 4),
          () => group(at, tail),
        );
    });
  return { index, pointers: ['x', 'output'], range: n === 0 ? 0 : range, scratch: 0 };
}

function isBetter(lanes: Lanes, type: ElementType, fn: 'max' | 'min', last: boolean, value: V128, best: V128): V128 {
  const unsigned = type.startsWith('uint');
  if (classOf(type) === 'f32') {
    const name = fn === 'max' ? (last ? 'ge' : 'gt') : last ? 'le' : 'lt';
    // NaN wins over numbers; of two NaN the first stays, or the last.
    const nan = f32x4.ne(value, value);
    const wins = last ? nan : v128.and(nan, f32x4.eq(best, best));
    return v128.or(f32x4[name](value, best), bind(lanes, wins));
  }
  const name = fn === 'max' ? (last ? 'ge' : 'gt') : last ? 'le' : 'lt';
  return i32x4[`${name}_${unsigned ? 'u' : 's'}`](value, best);
}

/** Lanes from `count` on become neutral. */
function keep(lanes: Lanes, { type, parts }: Quad, neutral: Quad, count: number): Quad {
  const lane = parts.length === 2 ? 8 : 4;
  return {
    type,
    parts: parts.map((part, at) => {
      const left = Math.max(0, Math.min(16 / lane, count - (at * 16) / lane));
      if (left * lane === 16) return part;
      const mask = lanes.code.hoist(
        lanes.module.constant(Array.from({ length: 16 }, (_, byte) => (byte < left * lane ? 255 : 0))),
      );
      return v128.bitselect(part, neutral.parts[at]!, mask);
    }),
  };
}

/** The fold of four lanes, in the first. */
function foldLanes(lanes: Lanes, fn: 'add' | 'mul' | 'min' | 'max', { type, parts }: Quad): Quad {
  const turned = (value: V128, by: number): V128 =>
    shuffle(
      value,
      value,
      Array.from({ length: 16 }, (_, byte) => (byte + by) % 16),
    );
  const step = (quad: Quad, by: number): Quad => {
    const bound = { type, parts: quad.parts.map((part) => bind(lanes, part as Code<'v128'>)) };
    return combineQuads(lanes, fn, bound, { type, parts: bound.parts.map((part) => turned(part, by)) });
  };
  if (parts.length === 1) return step(step({ type, parts }, 8), 4);
  const [low, high] = [parts[0]!, parts[1]!];
  const both = combineQuads(lanes, fn, { type, parts: [low, low] }, { type, parts: [high, high] });
  return step(both, 8);
}

function neutralOf(fn: ReduceFunction, type: ElementType): number | bigint {
  if (fn === 'product') return 1;
  if (fn !== 'max' && fn !== 'min') return 0;
  if (type.includes('float')) return fn === 'max' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const bits = BigInt(widths[type] * 8);
  const [low, high] = type.startsWith('u') ? [0n, 2n ** bits - 1n] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
  return fn === 'max' ? low : high;
}
