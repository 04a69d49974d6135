// One row times a float32 matrix that is kept as int8 with a scale for each column: a quarter of the memory traffic, which is
// what a product with one row waits for once the matrix is larger than the caches.
import type { ElementType } from '../graph.ts';
import { f32x4, i32, i32x4, load, plus, times } from './code.ts';
import { type Epilogue, finishTile, noEpilogue, place } from './epilogue.ts';
import { ceilDiv, type Kernel, kernelFunction, numbered } from './kernel.ts';
import { type Lanes, madd } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { openTile, panelWidth } from './tile.ts';

export interface QuantizedColumns {
  /** Panels of eight columns, each [k][8]. */
  readonly weights: Int8Array;
  /** One for each column of the panels; 0 past n. */
  readonly scales: Float32Array;
}

/** Symmetric: the greatest weight of a column is 127. The error of a weight is at most half its column's scale. */
export function quantizeColumns(
  source: ArrayLike<number>,
  {
    k,
    n,
    strides,
  }: { readonly k: number; readonly n: number; readonly strides: { readonly k: number; readonly n: number } },
): QuantizedColumns {
  const panels = ceilDiv(n, panelWidth);
  const weights = new Int8Array(panels * panelWidth * k);
  const scales = new Float32Array(panels * panelWidth);
  for (let column = 0; column < n; column++) {
    let greatest = 0;
    for (let row = 0; row < k; row++)
      greatest = Math.max(greatest, Math.abs(source[row * strides.k + column * strides.n]!));
    scales[column] = greatest / 127;
    for (let row = 0; row < k; row++) {
      const at = (Math.floor(column / panelWidth) * k + row) * panelWidth + (column % panelWidth);
      weights[at] = greatest === 0 ? 0 : Math.round((source[row * strides.k + column * strides.n]! / greatest) * 127);
    }
  }
  return { weights, scales };
}

export interface Int8GemvShape {
  readonly n: number;
  readonly k: number;
  readonly output: ElementType;
  /** Operands over [n]. */
  readonly epilogue?: Epilogue;
}

/** Pointers: `x` (float32, k neighbours), `weights`, `scales`, `output`, `operand0`... Range: panels. */
export function emitInt8Gemv(
  module: ModuleBuilder,
  name: string,
  { n, k, output, epilogue = noEpilogue }: Int8GemvShape,
): Kernel {
  const operandNames = numbered('operand', epilogue.operands.length);
  const { code, index, pointers, begin, end } = kernelFunction(module, name, 4 + operandNames.length);
  const lanes: Lanes = { module, code, constants: 'in place' };
  const [x, weights, scales, target] = [pointers[0]!, pointers[1]!, pointers[2]!, pointers[3]!];
  const panels = ceilDiv(n, panelWidth);
  const sets = 4;
  const panel = (which: Parameters<typeof times>[0], width: number): void => {
    const sums = openTile(lanes, sets, 2);
    const [a, b] = [code.let(x), code.let(plus(weights, times(which, panelWidth * k)))];
    const steps = (count: number): void => {
      for (let step = 0; step < count; step++) {
        const spread = code.let(load('v128.load32_splat', a, step * 4));
        const words = code.let(load('v128.load8x8_s', b, step * panelWidth));
        const halves = [i32x4.extend_low_i16x8_s(words), i32x4.extend_high_i16x8_s(words)];
        halves.forEach((half, v) => {
          code.set(sums[step]![v]!, madd(lanes, spread, f32x4.convert_i32x4_s(half), sums[step]![v]!));
        });
      }
      code.advance(a, count * 4);
      code.advance(b, count * panelWidth);
    };
    code.repeat(Math.floor(k / sets), () => steps(sets));
    if (k % sets > 0) steps(k % sets);
    const column = code.let(times(which, panelWidth));
    const totals = [0, 1].slice(0, ceilDiv(width, 4)).map((v) => {
      const sum = f32x4.add(f32x4.add(sums[0]![v]!, sums[1]![v]!), f32x4.add(sums[2]![v]!, sums[3]![v]!));
      return code.let(f32x4.mul(sum, load('v128.load', plus(scales, times(column, 4)), v * 16)));
    });
    const placed = epilogue.operands.map((operand, o) => {
      const at = place(lanes, operand, pointers[4 + o]!, [column]);
      return { ...at, strides: [0, operand.strides[0]!] };
    });
    const to = { ...place(lanes, { type: output, strides: [1] }, target, [column]), strides: [0, 1] };
    finishTile(lanes, epilogue, [totals], placed, to, width);
  };
  const full = Math.floor(n / panelWidth);
  code.for(begin, end, 1, (which) => {
    if (full === panels) panel(which, panelWidth);
    else if (full === 0) panel(which, n);
    else
      code.if(
        i32.lt_s(which, full),
        () => panel(which, panelWidth),
        () => panel(which, n % panelWidth),
      );
  });
  return { index, pointers: ['x', 'weights', 'scales', 'output', ...operandNames], range: panels, scratch: 0 };
}
