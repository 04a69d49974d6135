// Batched product of float32 matrices. Specialised to its sizes: row offsets of A are constants of the loads, so A is read
// where it lies, in any order of its axes, and every tail has code of its own.
import type { ElementType } from '../graph.ts';
import { constant, type I32, i32, plus, select, times } from './code.ts';
import { type Epilogue, finishTile, noEpilogue, place } from './epilogue.ts';
import { ceilDiv, type Kernel, kernelFunction, numbered } from './kernel.ts';
import type { Lanes } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { blockInSets, blockOf, evenRows, panelWidth } from './tile.ts';
import { unravel } from './unravel.ts';

/** Strides in elements. */
export interface MatrixStrides {
  /** One for each batch axis. */
  readonly batch: readonly number[];
  readonly row: number;
  readonly column: number;
}

export interface MatmulShape {
  readonly batch: readonly number[];
  readonly m: number;
  readonly n: number;
  readonly k: number;
  /** A[m][k]. */
  readonly a: MatrixStrides;
  /** Packed panels, one matrix for each distinct batch (strides in elements of packed matrices), or rows as they lie. */
  readonly b:
    | { readonly kind: 'packed'; readonly batch: readonly number[] }
    | ({ readonly kind: 'rows' } & MatrixStrides);
  /** float32 unless the epilogue casts. Columns are neighbours. */
  readonly output: { readonly type: ElementType; readonly batch: readonly number[]; readonly row: number };
  /** Operands over [batch.., m, n]. */
  readonly epilogue?: Epilogue;
}

export interface MatmulTuning {
  /** Rows of a tile: 4, or 6 where the engine has registers for it. */
  readonly rows: number;
  /** Bytes of A that stay in the second-level cache while panels of B pass. */
  readonly block: number;
}

export function matmulTuning(relaxed: boolean): MatmulTuning {
  return { rows: relaxed ? 6 : 4, block: 128 * 1024 };
}

/**
 * Pointers: `a`, `b`, `output`, `operand0`... Range: tiles of rows of all batches, or panels of columns of all batches where
 * there are few rows. B as rows must have neighbouring columns (`column` 1).
 */
export function emitMatmul(
  module: ModuleBuilder,
  name: string,
  shape: MatmulShape,
  tuning: MatmulTuning = matmulTuning(module.target.relaxed),
): Kernel {
  const { batch, m, n, k, a, b, output, epilogue = noEpilogue } = shape;
  const operandNames = numbered('operand', epilogue.operands.length);
  const kernel = kernelFunction(module, name, 3 + operandNames.length);
  const { code, index, begin, end } = kernel;
  const [aPointer, bPointer, outputPointer, ...operandPointers] = kernel.pointers;
  const lanes: Lanes = { module, code, constants: 'hoisted' };
  const batches = batch.reduce((product, size) => product * size, 1);
  const rows = evenRows(m, tuning.rows);
  const tiles = ceilDiv(m, rows);
  const panels = ceilDiv(n, panelWidth);
  if (b.kind === 'rows' && b.column !== 1) throw new Error('rows of B need neighbouring columns');
  const bStep = b.kind === 'packed' ? panelWidth * 4 : b.row * 4;
  const panelBytes = b.kind === 'packed' ? k * panelWidth * 4 : panelWidth * 4;

  /** One tile: rows from `row` on, columns of `panel`. */
  const tile = (
    at: readonly I32[],
    count: number,
    width: number,
    row: I32,
    panel: I32,
    aTile: I32,
    bPanel: I32,
  ): void => {
    const vectors = ceilDiv(width, 4);
    const run = { count: k, aStep: a.column * 4, bStep };
    const sets = Math.floor(8 / (count * vectors));
    const block = { rows: count, vectors, aRow: a.row * 4, run };
    const sums = sets > 1 ? blockInSets(lanes, sets, aTile, bPanel, block) : blockOf(lanes, aTile, bPanel, block);
    const column = code.once(times(panel, panelWidth));
    const placed = epilogue.operands.map((operand, o) => {
      const whole = place(lanes, operand, operandPointers[o]!, [...at, row, column]);
      return { ...whole, strides: operand.strides.slice(-2) };
    });
    const whole = place(lanes, { type: output.type, strides: [...output.batch, output.row, 1] }, outputPointer!, [
      ...at,
      row,
      column,
    ]);
    const target = { ...whole, strides: [output.row, 1] };
    finishTile(lanes, epilogue, sums, placed, target, width);
  };

  const tileRows = (
    at: readonly I32[],
    aBatch: I32,
    bBatch: I32,
    from: I32,
    to: I32,
    panel: I32,
    width: number,
  ): void => {
    const bPanel = code.let(plus(bBatch, times(panel, panelBytes)));
    const whole = Math.floor(m / rows);
    const tail = m - whole * rows;
    if (whole > 0) {
      const last = tail === 0 ? to : code.let(select(to, constant('i32', whole), i32.lt_s(to, whole)));
      code.for(from, last, 1, (which) => {
        const row = code.let(times(which, rows));
        tile(at, rows, width, row, panel, plus(aBatch, times(row, a.row * 4)), bPanel);
      });
    }
    if (tail > 0)
      code.if(i32.gt_s(to, whole), () => {
        const row = constant('i32', whole * rows);
        tile(at, tail, width, row, panel, plus(aBatch, whole * rows * a.row * 4), bPanel);
      });
  };

  /** Panels [from, to) of tiles [firstTile, lastTile). */
  const block = (which: I32, from: I32, to: I32, firstTile: I32, lastTile: I32): void => {
    const at = unravel(lanes, which, batch);
    const offset = (pointer: I32, strides: readonly number[]): I32 =>
      code.once(strides.reduce<I32>((sum, stride, axis) => plus(sum, times(at[axis]!, stride * 4)), pointer));
    const aBatch = offset(aPointer!, a.batch);
    const bBatch = offset(bPointer!, b.batch);
    const full = Math.floor(n / panelWidth);
    const rest = n % panelWidth;
    const lastFull = rest === 0 ? to : code.let(select(to, constant('i32', full), i32.lt_s(to, full)));
    if (full > 0)
      code.for(from, lastFull, 1, (panel) => tileRows(at, aBatch, bBatch, firstTile, lastTile, panel, panelWidth));
    if (rest > 0)
      code.if(i32.gt_s(to, full), () => tileRows(at, aBatch, bBatch, firstTile, lastTile, constant('i32', full), rest));
  };

  const byRows = batches * tiles >= 8 || panels < 2;
  const per = byRows ? tiles : panels;
  if (per > 0 && n > 0 && m > 0 && batches > 0) {
    // As many tiles at once as keep their rows of A in the cache.
    const most = byRows ? Math.max(1, Math.floor(tuning.block / (rows * Math.max(1, k) * 4))) : per;
    const unit = code.let(begin);
    code.if(i32.lt_s(unit, end), () =>
      code.loop((again) => {
        const which = per === 1 || batches > 1 ? code.let(i32.div_u(unit, per)) : constant('i32', 0);
        const from = code.let(i32.sub(unit, times(which, per)));
        const left = code.let(i32.sub(end, unit));
        const limit = code.let(select(i32.add(from, left), constant('i32', per), i32.lt_s(i32.add(from, left), per)));
        const to =
          most >= per ? limit : code.let(select(i32.add(from, most), limit, i32.lt_s(i32.add(from, most), limit)));
        if (byRows) block(which, constant('i32', 0), constant('i32', panels), from, to);
        else block(which, from, to, constant('i32', 0), constant('i32', tiles));
        code.advance(unit, i32.sub(to, from));
        again(i32.lt_s(unit, end));
      }),
    );
  }
  return {
    index,
    pointers: ['a', 'b', 'output', ...operandNames],
    range: m === 0 || n === 0 ? 0 : batches * per,
    scratch: 0,
  };
}
