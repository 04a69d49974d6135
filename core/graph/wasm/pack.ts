// Brings the right operand of a product into the order in which tiles read it: panels of eight columns, each [k][8],
// the last one filled up with zeros. Constants are packed once; other operands each time, which pays from a few rows on.
import type { Copy } from '../copy.ts';
import { denseStrides } from '../program/view.ts';
import { constant, type I32, i32, load, loadLane, plus, shuffle32, store, times, type V128, zero } from './code.ts';
import { ceilDiv, type Kernel, kernelFunction } from './kernel.ts';
import { bind, type Lanes } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { at } from './quad.ts';
import { panelWidth } from './tile.ts';
import { unravel } from './unravel.ts';

export interface PackShape {
  readonly k: number;
  readonly n: number;
  /** Of B[k][n], in elements. */
  readonly strides: { readonly k: number; readonly n: number };
}

/** Elements of a packed k x n matrix. */
export function packedSize(k: number, n: number): number {
  return ceilDiv(n, panelWidth) * panelWidth * k;
}

interface Axis {
  readonly size: number;
  readonly stride: number;
}

/**
 * What packs matrices that lie anywhere, into memory of zeros: matrices one after another, each [panels][rows...][8].
 * @param matrices Axes over matrices.
 * @param rows Axes that together are k.
 * @param columns Of n.
 * @param width Columns of a panel; the last one has as many as it needs, in eights.
 */
export function panelCopies(
  offset: number,
  matrices: readonly Axis[],
  rows: readonly Axis[],
  columns: Axis,
  width = panelWidth,
): readonly Copy[] {
  const sizes = (axes: readonly Axis[]): number[] => axes.map(({ size }) => size);
  const strides = (axes: readonly Axis[]): number[] => axes.map(({ stride }) => stride);
  const k = sizes(rows).reduce((product, size) => product * size, 1);
  const matrix = packedSize(k, columns.size);
  const outer = denseStrides(sizes(matrices)).map((stride) => stride * matrix);
  const full = Math.floor(columns.size / width);
  const panels = (first: number, count: number, own: number): readonly Copy[] => {
    if (count * own === 0) return [];
    const inner = denseStrides([...sizes(rows), ceilDiv(own, panelWidth) * panelWidth]);
    const size = [...sizes(matrices), count, ...sizes(rows), own];
    const from = [...strides(matrices), width * columns.stride, ...strides(rows), columns.stride];
    return [
      {
        size,
        source: { offset: offset + first * width * columns.stride, strides: from },
        destination: { offset: first * k * width, strides: [...outer, k * width, ...inner] },
      },
    ];
  };
  return [...panels(0, full, width), ...panels(full, 1, columns.size % width)];
}

export interface BatchedPackShape extends PackShape {
  /** Matrices, packed one after another. */
  readonly batch?: { readonly size: readonly number[]; readonly strides: readonly number[] };
}

/** Pointers: `b`, `packed`. Range: panels of all matrices. float32. */
export function emitPack(module: ModuleBuilder, name: string, { k, n, strides, batch }: BatchedPackShape): Kernel {
  const { code, index, pointers, begin, end } = kernelFunction(module, name, 2);
  const lanes: Lanes = { module, code, constants: 'in place' };
  const [source, target] = [pointers[0]!, pointers[1]!];
  const panels = ceilDiv(n, panelWidth);
  const full = Math.floor(n / panelWidth);
  const panel = (first: I32, unit: I32, which: I32, width: number): void => {
    const from = code.let(plus(first, times(which, panelWidth * strides.n * 4)));
    const to = code.let(plus(target, times(unit, panelWidth * k * 4)));
    const vectorOf = (row: number, v: number): V128 => {
      const count = Math.max(0, Math.min(4, width - v * 4));
      if (count === 0) return zero;
      const first = row * strides.k + v * 4 * strides.n;
      if (strides.n === 1 && count === 4) {
        const [address, offset] = at(from, first * 4);
        return load('v128.load', address, offset);
      }
      let value: V128 = load('v128.load32_zero', ...at(from, first * 4));
      for (let lane = 1; lane < count; lane++) {
        const [address, offset] = at(from, (first + lane * strides.n) * 4);
        value = loadLane('v128.load32_lane', address, value, lane, offset);
      }
      return value;
    };
    const rows = (count: number): void => {
      if (strides.k === 1 && width === panelWidth && count === 4) transposed();
      else
        for (let row = 0; row < count; row++)
          for (let v = 0; v < 2; v++) code.do(store('v128.store', to, vectorOf(row, v), row * 32 + v * 16));
      code.advance(from, count * strides.k * 4);
      code.advance(to, count * 32);
    };
    // Columns of B are contiguous: four by four through registers.
    const transposed = (): void => {
      for (let v = 0; v < 2; v++) {
        const columns = [0, 1, 2, 3].map((lane) => {
          const [address, offset] = at(from, (v * 4 + lane) * strides.n * 4);
          return code.let(load('v128.load', address, offset));
        });
        transpose4(lanes, columns).forEach((vector, row) => {
          code.do(store('v128.store', to, vector, row * 32 + v * 16));
        });
      }
    };
    code.repeat(Math.floor(k / 4), () => rows(4));
    for (let rest = 0; rest < k % 4; rest++) rows(1);
  };
  const matrices = batch?.size.reduce((product, size) => product * size, 1) ?? 1;
  code.for(begin, end, 1, (unit) => {
    const matrix = matrices === 1 ? constant('i32', 0) : code.let(i32.div_u(unit, panels));
    const which = matrices === 1 ? unit : code.let(i32.sub(unit, times(matrix, panels)));
    const at = batch === undefined || matrices === 1 ? [] : unravel(lanes, matrix, batch.size);
    const first = code.once(
      at.reduce<I32>((sum, each, axis) => plus(sum, times(each, batch!.strides[axis]! * 4)), source),
    );
    if (full === panels) panel(first, unit, which, panelWidth);
    else if (full === 0) panel(first, unit, which, n % panelWidth);
    else
      code.if(
        i32.lt_s(which, full),
        () => panel(first, unit, which, panelWidth),
        () => panel(first, unit, which, n % panelWidth),
      );
  });
  return { index, pointers: ['b', 'packed'], range: matrices * panels, scratch: 0 };
}

/** Rows of a 4 x 4 block become columns. */
export function transpose4(lanes: Lanes, rows: readonly V128[]): V128[] {
  const [a, b, c, d] = [rows[0]!, rows[1]!, rows[2]!, rows[3]!];
  const low = bind(lanes, shuffle32(a, b, [0, 4, 1, 5]));
  const high = bind(lanes, shuffle32(a, b, [2, 6, 3, 7]));
  const lower = bind(lanes, shuffle32(c, d, [0, 4, 1, 5]));
  const higher = bind(lanes, shuffle32(c, d, [2, 6, 3, 7]));
  return [
    shuffle32(low, lower, [0, 1, 4, 5]),
    shuffle32(low, lower, [2, 3, 6, 7]),
    shuffle32(high, higher, [0, 1, 4, 5]),
    shuffle32(high, higher, [2, 3, 6, 7]),
  ];
}
