// Matrix product of int8 and uint8 with int32 sums, for quantised products and, with windows laid out as rows, convolutions.
// Both sides become int16 with their zero points taken off, so that any mix of signs and zero points is one kernel; pairs of
// k go through i32x4.dot_i16x8_s, which does twice the work of a float32 instruction.
import type { ElementType } from '../graph.ts';
import { constant, type I32, i16x8, i32, i32x4, load, plus, store, storeLane, times, v128 } from './code.ts';
import { type Epilogue, finishTile, noEpilogue, place } from './epilogue.ts';
import type { Local } from './function.ts';
import { ceilDiv, type Kernel, kernelFunction, numbered } from './kernel.ts';
import { integers, type Lanes } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { evenRows, openTile, panelWidth } from './tile.ts';

export interface Int8MatmulShape {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  /** A[m][k]: rows `row` elements apart, elements of a row are neighbours. */
  readonly a: { readonly type: 'int8' | 'uint8'; readonly row: number; readonly zero: number };
  readonly output: { readonly type: ElementType; readonly row: number };
  /** On the int32 sums; operands over [m, n]. */
  readonly epilogue?: Epilogue;
}

/** Most rows of a tile; sums and their operands fill 16 registers. */
const most = 4;

/** Elements of int16 of a packed k x n matrix. */
export function packedInt8Size(k: number, n: number): number {
  return ceilDiv(n, panelWidth) * panelWidth * ceilDiv(k, 2) * 2;
}

/**
 * Packs B[k][n] less its zero points: panels of eight columns, each [k / 2][8][2], filled up with zeros.
 * @param zeroOf The zero point of a column.
 */
export function packInt8Panels(
  source: ArrayLike<number>,
  {
    k,
    n,
    strides,
  }: { readonly k: number; readonly n: number; readonly strides: { readonly k: number; readonly n: number } },
  zeroOf: (column: number) => number,
): Int16Array {
  const pairs = ceilDiv(k, 2);
  const packed = new Int16Array(packedInt8Size(k, n));
  for (let column = 0; column < n; column++)
    for (let row = 0; row < k; row++) {
      const panel = Math.floor(column / panelWidth);
      const at = ((panel * pairs + (row >> 1)) * panelWidth + (column % panelWidth)) * 2 + (row & 1);
      packed[at] = source[row * strides.k + column * strides.n]! - zeroOf(column);
    }
  return packed;
}

/**
 * epilogue(sum of (a - zero) * b). Pointers: `a`, `b` (packed), `output`, `operand0`..., `scratch`. Range: tiles of rows, or
 * panels where there are few rows. Sums wrap modulo 2^32.
 */
export function emitInt8Matmul(module: ModuleBuilder, name: string, shape: Int8MatmulShape): Kernel {
  const { m, n, k, a, output, epilogue = noEpilogue } = shape;
  const operandNames = numbered('operand', epilogue.operands.length);
  const names = ['a', 'b', 'output', ...operandNames, 'scratch'];
  const { code, index, pointers, begin, end } = kernelFunction(module, name, names.length);
  const lanes: Lanes = { module, code, constants: 'in place' };
  const rows = evenRows(m, most);
  const tiles = ceilDiv(m, rows);
  const panels = ceilDiv(n, panelWidth);
  const pairs = ceilDiv(k, 2);
  // A row of int16, filled up so that eight at a time can be written.
  const rowBytes = ceilDiv(k, 8) * 16;
  const byRows = tiles >= 8 || panels < 2;
  const [aPointer, b, target, scratch] = [pointers[0]!, pointers[1]!, pointers[2]!, pointers.at(-1)!];

  /** Rows of A from `row` on to int16 in scratch, less the zero point. */
  const widen = (row: I32, count: number): void => {
    const zero = code.hoist(module.shorts(a.zero));
    const name = a.type === 'int8' ? 'v128.load8x8_s' : 'v128.load8x8_u';
    const from = code.let(plus(aPointer, times(row, a.row)));
    const to = code.let(scratch);
    for (let r = 0; r < count; r++) {
      const [s, t] = [code.let(plus(from, r * a.row)), code.let(plus(to, r * rowBytes))];
      code.repeat(Math.floor(k / 8), () => {
        code.do(store('v128.store', t, i16x8.sub(load(name, s), zero)));
        code.advance(s, 8);
        code.advance(t, 16);
      });
      if (k % 8 > 0) {
        const mask = module.constant(Array.from({ length: 16 }, (_, byte) => (byte < (k % 8) * 2 ? 255 : 0)));
        code.do(store('v128.store', t, v128.and(i16x8.sub(load(name, s), zero), mask)));
      }
    }
  };

  const tile = (row: I32, panel: I32, count: number, width: number): void => {
    const vectors = ceilDiv(width, 4);
    const sums: Local<'v128'>[][] = openTile(lanes, count, vectors);
    const walkA = code.let(scratch);
    const walkB = code.let(plus(b, times(panel, pairs * panelWidth * 4)));
    const steps = (pairsOf: number): void => {
      for (let p = 0; p < pairsOf; p++) {
        const columns = sums[0]!.map((_, v) => code.let(load('v128.load', walkB, p * 32 + v * 16)));
        for (let r = 0; r < count; r++) {
          const spread = code.let(load('v128.load32_splat', walkA, r * rowBytes + p * 4));
          columns.forEach((column, v) => {
            code.set(sums[r]![v]!, i32x4.add(sums[r]![v]!, i32x4.dot_i16x8_s(spread, column)));
          });
        }
      }
      code.advance(walkA, pairsOf * 4);
      code.advance(walkB, pairsOf * 32);
    };
    code.repeat(Math.floor(pairs / 4), () => steps(4));
    if (pairs % 4 > 0) steps(pairs % 4);
    const where = [row, code.once(times(panel, panelWidth))];
    const placed = epilogue.operands.map((operand, o) => place(lanes, operand, pointers[3 + o]!, where));
    const to = place(lanes, { type: output.type, strides: [output.row, 1] }, target, where);
    finishTile(lanes, epilogue, sums, placed, to, width, 'int32');
  };

  const rowsAt = (which: I32, count: number, first: I32, last: I32): void => {
    const row = code.let(times(which, rows));
    widen(row, count);
    const full = Math.floor(n / panelWidth);
    code.for(first, last, 1, (panel) => {
      if (n % panelWidth === 0) tile(row, panel, count, panelWidth);
      else if (full === 0) tile(row, panel, count, n);
      else
        code.if(
          i32.lt_s(panel, full),
          () => tile(row, panel, count, panelWidth),
          () => tile(row, panel, count, n % panelWidth),
        );
    });
  };
  const whole = Math.floor(m / rows);
  const units = (which: I32, first: I32, last: I32): void => {
    if (m % rows === 0) rowsAt(which, rows, first, last);
    else if (whole === 0) rowsAt(which, m, first, last);
    else
      code.if(
        i32.lt_s(which, whole),
        () => rowsAt(which, rows, first, last),
        () => rowsAt(which, m % rows, first, last),
      );
  };
  const empty = m === 0 || n === 0;
  if (!empty) {
    if (byRows) code.for(begin, end, 1, (which) => units(which, constant('i32', 0), constant('i32', panels)));
    else code.if(i32.lt_s(begin, end), () => code.for(0, tiles, 1, (which) => units(which, begin, end)));
  }
  return { index, pointers: names, range: empty ? 0 : byRows ? tiles : panels, scratch: Math.max(16, rows * rowBytes) };
}

export interface QuantizeShape {
  readonly to: 'int8' | 'uint8';
  /** Elements that share a scale, and how many scales there are: `outer` times [scales][inner]. */
  readonly outer: number;
  readonly scales: number;
  readonly inner: number;
}

/** saturate(round(x / scale) + zero), ties to even. Pointers: `x`, `scale` (float32), `zero` (of type `to`), `output`. Range: rows of `inner`. */
export function emitQuantize(module: ModuleBuilder, name: string, { to, outer, scales, inner }: QuantizeShape): Kernel {
  const { code, index, pointers, begin, end } = kernelFunction(module, name, 4);
  const lanes: Lanes = { module, code, constants: 'hoisted' };
  code.for(begin, end, 1, (which) => {
    const channel = scales === 1 ? constant('i32', 0) : code.let(i32.rem_u(which, scales));
    const scale = code.let(load('v128.load32_splat', plus(pointers[1]!, times(channel, 4))));
    const zero = code.let(
      i32x4.splat(load(to === 'int8' ? 'i32.load8_s' : 'i32.load8_u', plus(pointers[2]!, channel))),
    );
    const x = code.let(plus(pointers[0]!, times(which, inner * 4)));
    const y = code.let(plus(pointers[3]!, times(which, inner)));
    const quad = (count: number): void => {
      const divided = {
        kind: 'plain',
        type: 'v128',
        name: 'f32x4.div',
        operands: [load('v128.load', x), scale],
      } as const;
      const nearest = { kind: 'plain', type: 'v128', name: 'f32x4.nearest', operands: [divided] } as const;
      // Saturation to 2^31 keeps its sign; the sum must not wrap.
      const whole = i32x4.min_s(
        i32x4.max_s(i32x4.trunc_sat_f32x4_s(nearest), integers(lanes, -1024)),
        integers(lanes, 1024),
      );
      const shifted = code.let(i32x4.add(whole, zero));
      const words = code.let(i16x8.narrow_i32x4_s(shifted, shifted));
      const narrow = to === 'int8' ? 'i8x16.narrow_i16x8_s' : 'i8x16.narrow_i16x8_u';
      const packed = code.let({ kind: 'plain', type: 'v128', name: narrow, operands: [words, words] });
      if (count === 4) code.do(storeLane('v128.store32_lane', y, packed, 0));
      else for (let lane = 0; lane < count; lane++) code.do(storeLane('v128.store8_lane', y, packed, lane, lane));
    };
    code.repeat(Math.floor(inner / 4), () => {
      quad(4);
      code.advance(x, 16);
      code.advance(y, 4);
    });
    if (inner % 4 > 0) quad(inner % 4);
  });
  return { index, pointers: ['x', 'scale', 'zero', 'output'], range: inner === 0 ? 0 : outer * scales, scratch: 0 };
}
