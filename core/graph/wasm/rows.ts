// Softmax and normalisation of rows of float32. Rows are taken three times, which is cheap while a row is in the cache.

import { denseStrides } from '../program/view.ts';
import { f32x4, type I32, i32, load, plus, shuffle32, times, type V128, v128 } from './code.ts';
import { type Epilogue, floatQuad, noEpilogue } from './epilogue.ts';
import { evaluate } from './formula.ts';
import { type Kernel, kernelFunction, numbered } from './kernel.ts';
import { bind, bytes, floats, type Lanes } from './lanes.ts';
import { expFlushed } from './math/exponential.ts';
import { log } from './math/logarithm.ts';
import type { ModuleBuilder } from './module.ts';
import { gatherQuad, scatterQuad, storeQuad, widths } from './quad.ts';
import { unravel } from './unravel.ts';

/** Rows of `n` elements; strides in elements over [rows.., n]. Outputs are row-major over it. */
export interface RowsShape {
  readonly rows: readonly number[];
  readonly n: number;
  readonly strides: readonly number[];
  readonly offset?: number;
}

export interface SoftmaxShape extends RowsShape {
  readonly log: boolean;
  /** Of the output, over [rows.., n]; row-major where left out. */
  readonly outputStrides?: readonly number[];
}

/**
 * e^(x - max) / sum; a relative error of 4 ulp and the sum's rounding. Pointers: `x`, `output`. Range: rows, or groups of
 * four rows that are neighbours where the elements of a row are not.
 */
export function emitSoftmax(module: ModuleBuilder, name: string, shape: SoftmaxShape): Kernel {
  const { rows, n, strides, offset = 0 } = shape;
  const outputStrides = shape.outputStrides ?? denseStrides([...rows, n]);
  const { code, index, pointers, begin, end } = kernelFunction(module, name, 2);
  const lanes: Lanes = { module, code, constants: 'hoisted' };
  const count = rows.reduce((product, size) => product * size, 1);
  const kernel = (range: number): Kernel => ({ index, pointers: ['x', 'output'], range, scratch: 0 });
  if (count * n === 0) return kernel(0);
  const last = rows.length - 1;
  const [along, alongOut] = [strides.at(-1)!, outputStrides.at(-1)!];
  // Neighbouring rows side by side in a vector need no folding of lanes.
  const across = along !== 1 && rows.length > 0 && rows[last]! >= 4 && strides[last] === 1 && outputStrides[last] === 1;
  if (across) {
    const groups = Math.ceil(rows[last]! / 4);
    const sizes = [...rows.slice(0, -1), groups];
    code.for(begin, end, 1, (which) => {
      const at = unravel(lanes, which, sizes);
      const indices = [...at.slice(0, -1), code.let(times(at[last]!, 4))];
      const x = code.let(addressOf(pointers[0]!, offset, indices, strides));
      const y = code.let(addressOf(pointers[1]!, 0, indices, outputStrides));
      // The last group is narrower and does not reach back: results pass through the output, which another worker may be making.
      const tail = rows[last]! % 4;
      const group = (width: number) => () => column4(lanes, shape.log, n, x, along * 4, y, alongOut * 4, width);
      if (tail === 0) group(4)();
      else code.if(i32.lt_s(at[last]!, groups - 1), group(4), group(tail));
    });
    return kernel(count === 0 ? 0 : sizes.reduce((product, size) => product * size, 1));
  }
  code.for(begin, end, 1, (which) => {
    const at = unravel(lanes, which, rows);
    const x = code.let(addressOf(pointers[0]!, offset, at, strides));
    const y = code.let(addressOf(pointers[1]!, 0, at, outputStrides));
    const infinity = floats(lanes, Number.NEGATIVE_INFINITY);
    const max = [0, 1, 2, 3].map(() => code.let(infinity));
    over(lanes, n, x, along, (value, mask, set) => {
      code.set(max[set]!, f32x4.pmax(max[set]!, mask === undefined ? value : v128.bitselect(value, infinity, mask)));
    });
    const folded = f32x4.pmax(f32x4.pmax(max[0]!, max[1]!), f32x4.pmax(max[2]!, max[3]!));
    const greatest = fold(lanes, folded, f32x4.pmax);
    const sums = [0, 1, 2, 3].map(() => code.let(floats(lanes, 0)));
    over(
      lanes,
      n,
      x,
      along,
      (value, mask, set, distance, lanesOf) => {
        const e = bind(lanes, expFlushed(lanes, bind(lanes, f32x4.sub(value, greatest))));
        code.set(sums[set]!, f32x4.add(sums[set]!, mask === undefined ? e : v128.and(e, mask)));
        if (!shape.log)
          scatterQuad(lanes, floatQuad(e), distance.output, distance.at * alongOut * 4, alongOut, lanesOf);
      },
      { pointer: y, stride: alongOut },
    );
    const sum = fold(lanes, f32x4.add(f32x4.add(sums[0]!, sums[1]!), f32x4.add(sums[2]!, sums[3]!)), f32x4.add);
    if (shape.log) {
      const shift = code.let(f32x4.add(greatest, log(lanes, sum)));
      over(
        lanes,
        n,
        x,
        along,
        (value, _, __, distance, lanesOf) => {
          const result = floatQuad(f32x4.sub(value, shift));
          scatterQuad(lanes, result, distance.output, distance.at * alongOut * 4, alongOut, lanesOf);
        },
        { pointer: y, stride: alongOut },
      );
      return;
    }
    const factor = code.let(f32x4.div(floats(lanes, 1), sum));
    over(
      lanes,
      n,
      y,
      alongOut,
      (value, _, __, distance, lanesOf) => {
        scatterQuad(
          lanes,
          floatQuad(f32x4.mul(value, factor)),
          distance.output,
          distance.at * alongOut * 4,
          alongOut,
          lanesOf,
        );
      },
      { pointer: y, stride: alongOut },
    );
  });
  return kernel(count);
}

export interface NormalizeShape extends RowsShape {
  /** Whether the mean is taken off. */
  readonly centred: boolean;
  readonly epsilon: number;
  /** Operands over [rows.., n]. */
  readonly epilogue?: Epilogue;
}

/** (x - mean) / sqrt(variance + epsilon) of float32 rows of neighbours. Pointers: `x`, `output`, `operand0`... Range: rows. */
export function emitNormalize(module: ModuleBuilder, name: string, shape: NormalizeShape): Kernel {
  const { rows, n, strides, offset = 0, centred, epsilon, epilogue = noEpilogue } = shape;
  const operandNames = numbered('operand', epilogue.operands.length);
  const { code, index, pointers, begin, end } = kernelFunction(module, name, 2 + operandNames.length);
  const lanes: Lanes = { module, code, constants: 'hoisted' };
  const count = rows.reduce((product, size) => product * size, 1);
  const outputStrides = denseStrides([...rows, n]);
  const along = strides.at(-1)!;
  if (count * n > 0)
    code.for(begin, end, 1, (which) => {
      const at = unravel(lanes, which, rows);
      const x = code.let(addressOf(pointers[0]!, offset, at, strides));
      const y = code.let(addressOf(pointers[1]!, 0, at, outputStrides));
      const total = (term: (value: V128) => V128): V128 => {
        const sums = [0, 1, 2, 3].map(() => code.let(floats(lanes, 0)));
        over(lanes, n, x, along, (value, mask, set) => {
          const each = term(value);
          code.set(sums[set]!, f32x4.add(sums[set]!, mask === undefined ? each : v128.and(each, mask)));
        });
        const sum = f32x4.add(f32x4.add(sums[0]!, sums[1]!), f32x4.add(sums[2]!, sums[3]!));
        return bind(lanes, f32x4.div(fold(lanes, sum, f32x4.add), floats(lanes, n)));
      };
      const mean = centred ? total((value) => value) : floats(lanes, 0);
      const variance = total((value) => {
        const difference = bind(lanes, f32x4.sub(value, mean));
        return f32x4.mul(difference, difference);
      });
      const scale = code.let(f32x4.div(floats(lanes, 1), f32x4.sqrt(f32x4.add(variance, floats(lanes, epsilon)))));
      const operands = epilogue.operands.map(({ type, offset = 0, strides: list }, o) => {
        const width = widths[type];
        let address: I32 = plus(pointers[2 + o]!, offset * width);
        at.forEach((each, axis) => {
          address = plus(address, times(each, list[axis]! * width));
        });
        return { type, stride: list.at(-1)!, walk: code.let(address) };
      });
      over(
        lanes,
        n,
        x,
        along,
        (value, _, __, distance, lanesOf) => {
          const result = floatQuad(f32x4.mul(f32x4.sub(value, mean), scale));
          const registers = operands.map(({ type, stride, walk }) => {
            // The operands keep pace with the output.
            const address = code.let(
              plus(walk, times(i32.shr_u(i32.sub(distance.output, y), 2), stride * widths[type])),
            );
            const step = distance.at * stride * widths[type];
            return gatherQuad(lanes, type, address, step, stride, stride === 1 ? 4 : lanesOf);
          });
          const stored = epilogue.steps.length === 0 ? result : evaluate(lanes, epilogue.steps, [result, ...registers]);
          storeQuad(lanes, { type: 'float32', parts: stored.parts }, distance.output, distance.at * 4, lanesOf);
        },
        { pointer: y, stride: 1 },
      );
    });
  return { index, pointers: ['x', 'output', ...operandNames], range: n === 0 ? 0 : count, scratch: 0 };
}

interface Place {
  readonly output: I32;
  /** Elements from it. */
  readonly at: number;
}

/**
 * Visits a row four elements at a time, 16 in a turn of the loop.
 * @param visit Gets the elements, the mask of those that exist where not all do, a number 0..3 that takes turns, and the
 * place in the output.
 */
function over(
  lanes: Lanes,
  n: number,
  row: I32,
  stride: number,
  visit: (value: V128, mask: V128 | undefined, set: number, place: Place, count: number) => void,
  output?: { readonly pointer: I32; readonly stride: number },
): void {
  const { code } = lanes;
  const x = code.let(row);
  const y = output === undefined ? x : code.let(output.pointer);
  const quad = (at: number, count: number): void => {
    const value = bind(
      lanes,
      gatherQuad(lanes, 'float32', x, at * 4 * stride * 4, stride, stride === 1 ? 4 : count).parts[0]!,
    );
    const mask =
      count === 4
        ? undefined
        : bytes(
            lanes,
            Array.from({ length: 16 }, (_, byte) => (byte < count * 4 ? 255 : 0)),
          );
    visit(value, mask, at % 4, { output: y, at: at * 4 }, count);
  };
  const advance = (quads: number): void => {
    code.advance(x, quads * 16 * stride);
    if (output !== undefined) code.advance(y, quads * 16 * output.stride);
  };
  code.repeat(Math.floor(n / 16), () => {
    for (let at = 0; at < 4; at++) quad(at, 4);
    advance(4);
  });
  const rest = n % 16;
  for (let at = 0; at * 4 < rest; at++) quad(at, Math.min(4, rest - at * 4));
}

/** Up to four rows in the lanes. */
function column4(
  lanes: Lanes,
  logarithm: boolean,
  n: number,
  x: I32,
  step: number,
  y: I32,
  stepOut: number,
  width: number,
): void {
  const { code } = lanes;
  const max = code.let(floats(lanes, Number.NEGATIVE_INFINITY));
  const walk = code.let(x);
  code.repeat(n, () => {
    code.set(max, f32x4.pmax(max, load('v128.load', walk)));
    code.advance(walk, step);
  });
  const sum = code.let(floats(lanes, 0));
  const [from, to] = [code.let(x), code.let(y)];
  code.repeat(n, () => {
    const e = code.let(expFlushed(lanes, code.let(f32x4.sub(load('v128.load', from), max))));
    code.set(sum, f32x4.add(sum, e));
    if (!logarithm) storeQuad(lanes, floatQuad(e), to, 0, width);
    code.advance(from, step);
    code.advance(to, stepOut);
  });
  const factor = code.let(logarithm ? f32x4.add(max, log(lanes, sum)) : f32x4.div(floats(lanes, 1), sum));
  const [again, out] = [code.let(logarithm ? x : y), code.let(y)];
  code.repeat(n, () => {
    const value = load('v128.load', again);
    storeQuad(lanes, floatQuad(logarithm ? f32x4.sub(value, factor) : f32x4.mul(value, factor)), out, 0, width);
    code.advance(again, logarithm ? step : stepOut);
    code.advance(out, stepOut);
  });
}

/** The fold of four lanes, in all of them. */
function fold(lanes: Lanes, value: V128, rule: (a: V128, b: V128) => V128): V128 {
  const four = bind(lanes, value);
  const two = bind(lanes, rule(four, shuffle32(four, four, [2, 3, 0, 1])));
  return bind(lanes, rule(two, shuffle32(two, two, [1, 0, 3, 2])));
}

function addressOf(pointer: I32, offset: number, index: readonly I32[], strides: readonly number[]): I32 {
  return index.reduce<I32>((sum, each, axis) => plus(sum, times(each, strides[axis]! * 4)), plus(pointer, offset * 4));
}
