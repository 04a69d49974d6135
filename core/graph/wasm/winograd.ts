// 3 x 3 convolution of stride 1 by Winograd's minimal filtering F(u x u, 3 x 3): tiles of the input are transformed, each of
// the (u + 2)^2 points is a matrix product over channels, and the results are transformed back. Channels last make the
// transforms vectors of four channels.
import type { ElementType } from '../graph.ts';
import { constant, f32x4, type I32, i32, load, plus, store, times, type V128 } from './code.ts';
import { blocks } from './conv.ts';
import { type Epilogue, finishTile, noEpilogue, type Placed, place } from './epilogue.ts';
import { ceilDiv, type Kernel, kernelFunction, numbered } from './kernel.ts';
import { bind, floats, type Lanes, madd } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { blockOf, panelWidth } from './tile.ts';
import { clearMargins, copyRows, type Frame, greatest, type ImageStrides, least, type Windows } from './windows.ts';

export type WinogradUnit = 2 | 4 | 6;

/** One group, 3 x 3, strides and dilations 1. */
export interface WinogradShape extends Windows {
  readonly outputs: number;
  readonly output: ImageStrides & { readonly type: ElementType };
  /** Operands over [batch, row, column, output channel]. */
  readonly epilogue?: Epilogue;
}

export interface WinogradTuning {
  readonly unit: WinogradUnit;
  /** Tiles of a matrix product. */
  readonly rows: number;
  /** Bytes of transformed tiles at a time. */
  readonly block: number;
}

interface Transform {
  /** (u + 2) x (u + 2), of the input. */
  readonly input: readonly (readonly number[])[];
  /** (u + 2) x 3, of the weights. */
  readonly weights: readonly (readonly number[])[];
  /** u x (u + 2), of the products. */
  readonly output: readonly (readonly number[])[];
}

/** Points 0, 1, -1 and infinity; then 2, -2; then 1/2, -1/2 [Lavin and Gray, arXiv 1509.09308; wincnn]. */
export const transforms: Readonly<Record<WinogradUnit, Transform>> = {
  2: {
    input: [
      [1, 0, -1, 0],
      [0, 1, 1, 0],
      [0, -1, 1, 0],
      [0, 1, 0, -1],
    ],
    weights: [
      [1, 0, 0],
      [1 / 2, 1 / 2, 1 / 2],
      [1 / 2, -1 / 2, 1 / 2],
      [0, 0, 1],
    ],
    output: [
      [1, 1, 1, 0],
      [0, 1, -1, -1],
    ],
  },
  4: {
    input: [
      [4, 0, -5, 0, 1, 0],
      [0, -4, -4, 1, 1, 0],
      [0, 4, -4, -1, 1, 0],
      [0, -2, -1, 2, 1, 0],
      [0, 2, -1, -2, 1, 0],
      [0, 4, 0, -5, 0, 1],
    ],
    weights: [
      [1 / 4, 0, 0],
      [-1 / 6, -1 / 6, -1 / 6],
      [-1 / 6, 1 / 6, -1 / 6],
      [1 / 24, 1 / 12, 1 / 6],
      [1 / 24, -1 / 12, 1 / 6],
      [0, 0, 1],
    ],
    output: [
      [1, 1, 1, 1, 1, 0],
      [0, 1, -1, 2, -2, 0],
      [0, 1, 1, 4, 4, 0],
      [0, 1, -1, 8, -8, 1],
    ],
  },
  6: {
    input: [
      [1, 0, -21 / 4, 0, 21 / 4, 0, -1, 0],
      [0, 1, 1, -17 / 4, -17 / 4, 1, 1, 0],
      [0, -1, 1, 17 / 4, -17 / 4, -1, 1, 0],
      [0, 1 / 2, 1 / 4, -5 / 2, -5 / 4, 2, 1, 0],
      [0, -1 / 2, 1 / 4, 5 / 2, -5 / 4, -2, 1, 0],
      [0, 2, 4, -5 / 2, -5, 1 / 2, 1, 0],
      [0, -2, 4, 5 / 2, -5, -1 / 2, 1, 0],
      [0, -1, 0, 21 / 4, 0, -21 / 4, 0, 1],
    ],
    weights: [
      [1, 0, 0],
      [-2 / 9, -2 / 9, -2 / 9],
      [-2 / 9, 2 / 9, -2 / 9],
      [1 / 90, 1 / 45, 2 / 45],
      [1 / 90, -1 / 45, 2 / 45],
      [32 / 45, 16 / 45, 8 / 45],
      [32 / 45, -16 / 45, 8 / 45],
      [0, 0, 1],
    ],
    output: [
      [1, 1, 1, 1, 1, 1, 1, 0],
      [0, 1, -1, 2, -2, 1 / 2, -1 / 2, 0],
      [0, 1, 1, 4, 4, 1 / 4, 1 / 4, 0],
      [0, 1, -1, 8, -8, 1 / 8, -1 / 8, 0],
      [0, 1, 1, 16, 16, 1 / 16, 1 / 16, 0],
      [0, 1, -1, 32, -32, 1 / 32, -1 / 32, 1],
    ],
  },
};

export function winogradTuning(relaxed: boolean, unit: WinogradUnit): WinogradTuning {
  return { unit, rows: relaxed ? 6 : 4, block: 768 * 1024 };
}

/** Pointers: `x`, `weights` (packed), `output`, `operand0`..., `scratch`. Range: tiles of all images, row by row. */
export function emitWinograd(
  module: ModuleBuilder,
  name: string,
  shape: WinogradShape,
  tuning: WinogradTuning,
): Kernel {
  const { batch, channels, outputs, pads, size, input, output, epilogue = noEpilogue } = shape;
  const { unit } = tuning;
  const side = unit + 2;
  const points = side * side;
  const [down, across] = [ceilDiv(size[0], unit), ceilDiv(size[1], unit)];
  // Rows of transformed tiles are aligned, so that every load is one.
  const [inputRow, outputRow] = [ceilDiv(channels, 4) * 4, ceilDiv(outputs, panelWidth) * panelWidth];
  const tileBytes = points * (inputRow + outputRow) * 4;
  const wanted = Math.max(12, Math.floor(tuning.block / tileBytes));
  const perBlock = Math.max(1, Math.min(down, Math.round(wanted / Math.max(1, across))));
  // The last tile of a product starts earlier instead of being smaller; a part of fewer tiles computes some for nothing.
  // So rows of few tiles are multiplied whole: parts of them then have nothing to spare.
  const fitting = Math.floor(tuning.rows / Math.max(1, across)) * across;
  const rows = Math.min(fitting || tuning.rows, down * across);
  const tiles = Math.max(perBlock * across, rows);
  // The image is copied as if it were cut into whole tiles.
  const covering: Windows = { ...shape, size: [down * unit, across * unit] };
  const frame: Frame = { columns: across * unit + 2, channels };
  const frameRow = frame.columns * channels * 4;
  // A part may begin inside a row of tiles.
  const frameRows = Math.min(perBlock + 1, down) * unit + 2;
  const frameBytes = ceilDiv(frameRows * frameRow + 16, 64) * 64;
  const [inputPoint, outputPoint] = [tiles * inputRow * 4, tiles * outputRow * 4];
  const operandNames = numbered('operand', epilogue.operands.length);
  const names = ['x', 'weights', 'output', ...operandNames, 'scratch'];
  const { code, index, pointers, begin, end } = kernelFunction(module, name, names.length);
  const [x, weights, target, scratch] = [pointers[0]!, pointers[1]!, pointers[2]!, pointers.at(-1)!];
  const lanes: Lanes = { module, code, constants: 'hoisted' };
  const seldom: Lanes = { module, code, constants: 'in place' };
  const inputTiles = code.let(plus(scratch, frameBytes));
  const outputTiles = code.let(plus(inputTiles, points * inputPoint));

  /** Calls the body for `count` tiles that follow each other in rows, the first in this column of its row. */
  const eachTile = (column: I32, count: I32, body: () => void, nextRow: () => void): void => {
    const left = code.let(i32.sub(across, column));
    code.for(0, count, 1, () => {
      body();
      code.advance(left, -1);
      code.if(i32.eqz(left), () => {
        code.set(left, constant('i32', across));
        nextRow();
      });
    });
  };

  const transformInput = (column: I32, count: I32): void => {
    const rowAt = code.let(scratch);
    const tileAt = code.let(plus(scratch, times(column, unit * channels * 4)));
    const to = code.let(inputTiles);
    const tile = (): void => {
      const from = code.let(tileAt);
      code.repeat(inputRow / 4, () => {
        const d = grid(side, side, (i, j) => code.let(load('v128.load', from, i * frameRow + j * channels * 4)));
        const { input: matrix } = transforms[unit];
        const half = columnsOf(side, (j) =>
          combine(
            lanes,
            matrix,
            d.map((row) => row[j]!),
          ),
        );
        half.forEach((row, i) => {
          combine(lanes, matrix, row).forEach((value, j) => {
            code.do(store('v128.store', to, value, (i * side + j) * inputPoint));
          });
        });
        code.advance(from, 16);
        code.advance(to, 16);
      });
      code.advance(tileAt, unit * channels * 4);
    };
    eachTile(column, count, tile, () => {
      code.advance(rowAt, unit * frameRow);
      code.set(tileAt, rowAt);
    });
  };

  const multiply = (count: I32): void => {
    const [a, b, c] = [code.let(inputTiles), code.let(weights), code.let(outputTiles)];
    const tile = (from: I32, panelAt: I32, to: I32, rows: number): void => {
      const run = { count: channels, aStep: 4, bStep: panelWidth * 4 };
      const sums = blockOf(lanes, from, panelAt, { rows, vectors: 2, aRow: inputRow * 4, run });
      sums.forEach((row, r) => {
        row.forEach((sum, v) => {
          code.do(store('v128.store', to, sum, r * outputRow * 4 + v * 16));
        });
      });
    };
    const last = greatest(lanes, plus(count, -rows), 0);
    code.repeat(points, () => {
      const to = code.let(c);
      code.repeat(outputRow / panelWidth, () => {
        const start = code.let(constant('i32', 0));
        code.loop((again) => {
          const row = least(lanes, start, last);
          tile(plus(a, times(row, inputRow * 4)), b, code.let(plus(to, times(row, outputRow * 4))), rows);
          code.advance(start, rows);
          again(i32.lt_s(start, count));
        });
        code.advance(to, panelWidth * 4);
        code.advance(b, channels * panelWidth * 4);
      });
      code.advance(a, inputPoint);
      code.advance(c, outputPoint);
    });
  };

  const transformOutput = (image: I32, firstRow: I32, firstColumn: I32, count: I32): void => {
    const { output: matrix } = transforms[unit];
    const from = code.let(outputTiles);
    const list = [output.batch, output.row, output.column, output.channel];
    const y = code.let(times(firstRow, unit));
    const column = code.let(times(firstColumn, unit));
    const tile = (): void => {
      const quad = (channel: I32, width: number): void => {
        const d = grid(side, side, (i, j) => code.let(load('v128.load', from, (i * side + j) * outputPoint)));
        const half = columnsOf(side, (j) =>
          combine(
            lanes,
            matrix,
            d.map((row) => row[j]!),
          ),
        );
        const values = half.map((row) => combine(lanes, matrix, row));
        const where = [image, y, column, channel];
        const placed = epilogue.operands.map((operand, o) => ({
          ...place(seldom, operand, pointers[3 + o]!, where),
          strides: operand.strides,
        }));
        const to = { ...place(seldom, { type: output.type, strides: list }, target, where), strides: list };
        const row = (i: number): void => {
          const pixel = (j: number): void => {
            const at = (each: Placed): Placed => pixelAt(each, i, j);
            finishTile(seldom, epilogue, [[values[i]![j]!]], placed.map(at), at(to), width);
          };
          for (let j = 0; j < unit; j++) {
            const always = size[1] % unit === 0 || j < size[1] % unit;
            if (always) pixel(j);
            else code.if(i32.lt_s(plus(column, j), size[1]), () => pixel(j));
          }
        };
        for (let i = 0; i < unit; i++) {
          const always = size[0] % unit === 0 || i < size[0] % unit;
          if (always) row(i);
          else code.if(i32.lt_s(plus(y, i), size[0]), () => row(i));
        }
      };
      const whole = outputs - (outputs % 4);
      code.for(0, whole, 4, (channel) => {
        quad(channel, 4);
        code.advance(from, 16);
      });
      if (whole < outputs) quad(constant('i32', whole), outputs - whole);
      code.advance(from, (outputRow - whole) * 4);
      code.advance(column, unit);
    };
    eachTile(firstColumn, count, tile, () => {
      code.advance(y, unit);
      code.set(column, constant('i32', 0));
    });
  };

  const empty = batch * size[0] * size[1] * outputs === 0;
  if (!empty) {
    clearMargins(lanes, covering, frame, scratch, frameRows);
    blocks(lanes, begin, end, down * across, perBlock * across, (image, from, to) => {
      const row = code.let(i32.div_u(from, across));
      const column = code.let(i32.sub(from, times(row, across)));
      const after = code.let(i32.div_u(plus(to, across - 1), across));
      const imageAt = code.let(plus(x, times(image, input.batch * 4)));
      const top = code.let(plus(times(row, unit), -pads[0]));
      const reached = code.let(plus(times(i32.sub(after, row), unit), 2));
      copyRows(lanes, covering, frame, imageAt, top, reached, scratch);
      const count = code.let(i32.sub(to, from));
      transformInput(column, count);
      multiply(count);
      transformOutput(image, row, column, count);
    });
  }
  return {
    index,
    pointers: names,
    range: empty ? 0 : batch * down * across,
    scratch: frameBytes + points * (inputPoint + outputPoint),
  };
}

/** The matrix times the vectors. Neighbouring rows or columns that differ by signs share their sums. */
function combine(lanes: Lanes, matrix: readonly (readonly number[])[], values: readonly V128[]): V128[] {
  const results: V128[] = new Array(matrix.length);
  const columns = matrix[0]!.length;
  // Pairs of columns: their sum and their difference.
  const paired = new Map<number, { sum: V128; difference: V128 }>();
  if (matrix.length < columns)
    for (let j = 1; j + 1 < columns; j += 2)
      if (matrix.every((row) => Math.abs(row[j]!) === Math.abs(row[j + 1]!)))
        paired.set(j, {
          sum: bind(lanes, f32x4.add(values[j]!, values[j + 1]!)),
          difference: bind(lanes, f32x4.sub(values[j]!, values[j + 1]!)),
        });
  for (let i = 0; i < matrix.length; i++) {
    const [row, next] = [matrix[i]!, matrix[i + 1]];
    const pair =
      next !== undefined && matrix.length === columns && row.every((each, j) => Math.abs(each) === Math.abs(next[j]!));
    if (pair) {
      const same = row.map((each, j) => (each === next[j]! ? each : 0));
      const opposite = row.map((each, j) => (each === next[j]! ? 0 : each));
      const [even, odd] = [bind(lanes, weighted(lanes, same, values)), bind(lanes, weighted(lanes, opposite, values))];
      results[i] = bind(lanes, f32x4.add(even, odd));
      results[++i] = bind(lanes, f32x4.sub(even, odd));
      continue;
    }
    const factors: number[] = [];
    const terms: V128[] = [];
    for (let j = 0; j < columns; j++) {
      const couple = paired.get(j);
      factors.push(row[j]!);
      terms.push(couple === undefined ? values[j]! : row[j]! === row[j + 1]! ? couple.sum : couple.difference);
      if (couple !== undefined) j++;
    }
    results[i] = bind(lanes, weighted(lanes, factors, terms));
  }
  return results;
}

function weighted(lanes: Lanes, factors: readonly number[], values: readonly V128[]): V128 {
  let sum: V128 | undefined;
  // Terms of factor 1 first: a sum that begins with them needs no product.
  const order = [...factors.keys()]
    .filter((j) => factors[j] !== 0)
    .sort((a, b) => rank(factors[a]!) - rank(factors[b]!));
  for (const j of order) {
    const [factor, value] = [factors[j]!, values[j]!];
    if (sum === undefined)
      sum = factor === 1 ? value : factor === -1 ? f32x4.neg(value) : f32x4.mul(value, floats(lanes, factor));
    else if (factor === 1) sum = f32x4.add(sum, value);
    else if (factor === -1) sum = f32x4.sub(sum, value);
    else sum = madd(lanes, value, floats(lanes, factor), sum);
  }
  return sum ?? f32x4.mul(values[0]!, floats(lanes, 0));
}

function rank(factor: number): number {
  return factor === 1 ? 0 : factor === -1 ? 1 : 2;
}

function grid<T>(rows: number, columns: number, make: (i: number, j: number) => T): T[][] {
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => make(i, j)));
}

/** The pixel (i, j) of a tile placed over [batch, row, column, channel]. */
function pixelAt({ type, address, distance = 0, strides }: Placed, i: number, j: number): Placed {
  return {
    type,
    address,
    distance: distance + i * strides[1]! + j * strides[2]!,
    strides: strides.slice(2),
  };
}

/** Of vectors that belong to columns, the rows. */
function columnsOf(count: number, column: (j: number) => V128[]): V128[][] {
  const columns = Array.from({ length: count }, (_, j) => column(j));
  return columns[0]!.map((_, i) => columns.map((each) => each[i]!));
}
