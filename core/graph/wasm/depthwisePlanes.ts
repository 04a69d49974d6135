// Depthwise convolution of planes as they lie: four neighbouring outputs at a time, with the weights of a channel in registers.
// Nothing is turned or copied; what lies outside the image is masked.
import {
  constant,
  f32x4,
  type I32,
  i32,
  i32x4,
  load,
  plus,
  select,
  shuffle32,
  times,
  type V128,
  v128,
} from './code.ts';
import type { DepthwiseShape } from './depthwise.ts';
import { finishTile, noEpilogue, type Placed, place } from './epilogue.ts';
import type { Local } from './function.ts';
import { type Kernel, kernelFunction, numbered } from './kernel.ts';
import { type Lanes, madd } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { widths } from './quad.ts';

/** Fewer outputs a row are done sooner with channels last. */
const leastColumns = 8;

/** Weights that fit into registers: with 5 x 5 it is a quarter slower than channels last. */
const mostTaps = 12;

/** Whether images and results lie in planes, and windows are such that four of them can be read together. */
export function isPlanar({ kernel, strides, dilations, pads, size, input, output, channels }: DepthwiseShape): boolean {
  const arePlanes = input.column === 1 && output.column === 1 && output.type === 'float32' && channels > 1;
  const isEven = strides[1] <= 2 && dilations[1] === 1 && pads[1] >= 0 && pads[1] <= 8;
  return arePlanes && isEven && size[1] >= leastColumns && kernel[0] * kernel[1] <= mostTaps;
}

/** As `emitDepthwise`, of which it has the pointers but scratch. Range: output rows of all images. */
export function emitDepthwisePlanes(module: ModuleBuilder, name: string, shape: DepthwiseShape): Kernel {
  const { batch, height, width, channels, kernel: taps, strides, dilations, pads, size, input, output } = shape;
  const { epilogue = noEpilogue } = shape;
  const names = ['x', 'weights', 'output', ...numbered('operand', epilogue.operands.length)];
  const { code, index, pointers, begin, end } = kernelFunction(module, name, names.length);
  const [x, weights, target, ...operands] = pointers;
  const lanes: Lanes = { module, code, constants: 'in place' };
  const columns = size[1];
  // The last four start earlier; what is computed twice comes out the same.
  const starts = Array.from({ length: Math.ceil(columns / 4) }, (_, at) => Math.min(at * 4, columns - 4));
  const isInside = (start: number, tap: number, lane: number): boolean => {
    const at = (start + lane) * strides[1] + tap - pads[1];
    return at >= 0 && at < width;
  };
  const isClean = (start: number): boolean =>
    Array.from({ length: taps[1] * 4 }, (_, at) => isInside(start, at >> 2, at & 3)).every(Boolean);
  const clean = starts.filter((start) => start % 4 === 0 && isClean(start));

  const row = (image: I32, y: I32): void => {
    const top = code.let(plus(times(y, strides[0]), -pads[0]));
    const lines = Array.from({ length: taps[0] }, (_, i) => {
      const at = code.let(plus(top, i * dilations[0]));
      const isThere = i32.and(i32.ge_s(at, 0), i32.lt_s(at, height));
      const near = select(at, constant('i32', 0), isThere);
      const start = plus(plus(x!, times(image, input.batch * 4)), times(near, input.row * 4));
      const mask = code.let(i32x4.splat(i32.sub(0, isThere)));
      return { start: code.let(plus(start, -pads[1] * 4)), mask };
    });
    code.for(0, channels, 1, (channel) => {
      const w = code.let(plus(weights!, times(channel, 4)));
      const values = Array.from({ length: taps[0] * taps[1] }, (_, tap) =>
        code.let(load('v128.load32_splat', w, tap * channels * 4)),
      );
      const from = lines.map(({ start }) => code.let(plus(start, times(channel, input.channel * 4))));
      const placed = [
        ...epilogue.operands.map((operand, o) => place(lanes, operand, operands[o]!, [image, y, 0, channel])),
        place(
          lanes,
          { type: output.type, strides: [output.batch, output.row, output.column, output.channel] },
          target!,
          [image, y, 0, channel],
        ),
      ].map(({ type, address, strides: list }): Placed => ({ type, address, strides: [0, list[2]!] }));
      const four = (
        at: number,
        sources: readonly I32[],
        places: readonly Placed[],
        masked: number | undefined,
      ): void => {
        const sums: (V128 | undefined)[] = [undefined, undefined];
        for (let i = 0; i < taps[0]; i++) {
          const read = new Map<number, V128>();
          const near = (position: number): V128 => {
            const value = read.get(position) ?? code.let(load('v128.load', sources[i]!, position * 4));
            read.set(position, value);
            return value;
          };
          for (let j = 0; j < taps[1]; j++) {
            const even = j - (j % 2);
            let value =
              strides[1] === 1
                ? near(at + j)
                : shuffle32(near(at * 2 + even), near(at * 2 + even + 4), j % 2 === 0 ? [0, 2, 4, 6] : [1, 3, 5, 7]);
            value = v128.and(value, lines[i]!.mask);
            if (masked !== undefined) value = withoutOutside(value, masked, j);
            const tap = i * taps[1] + j;
            const sum = sums[tap % 2];
            sums[tap % 2] = code.let(
              sum === undefined ? f32x4.mul(value, values[tap]!) : madd(lanes, value, values[tap]!, sum),
            );
          }
        }
        const [a, b] = sums;
        const total = b === undefined ? a! : code.let(f32x4.add(a!, b));
        finishTile(lanes, epilogue, [[total]], places.slice(0, -1), places.at(-1)!, 4);
      };
      const withoutOutside = (value: V128, start: number, tap: number): V128 => {
        const inside = [0, 1, 2, 3].map((lane) => isInside(start, tap, lane));
        if (inside.every(Boolean)) return value;
        return v128.and(value, module.constant(inside.flatMap((each) => new Array<number>(4).fill(each ? 255 : 0))));
      };
      const moved = (start: number) => placed.map((each) => ({ ...each, distance: start * each.strides[1]! }));
      for (const start of starts) if (!clean.includes(start)) four(start, from, moved(start), start);
      if (clean.length === 0) return;
      const first = clean[0]!;
      const walks = from.map((line) => code.let(plus(line, first * strides[1] * 4)));
      const steps = placed.map(({ type, strides: list }) => list[1]! * widths[type]);
      const places: { address: Local<'i32'>; placed: Placed; step: number }[] = placed.map((each, at) => {
        const address = code.let(plus(each.address, first * steps[at]!));
        return { address, placed: { ...each, address }, step: steps[at]! };
      });
      code.repeat(clean.length, () => {
        four(
          0,
          walks,
          places.map((each) => each.placed),
          undefined,
        );
        for (const walk of walks) code.advance(walk, 16 * strides[1]);
        for (const { address, step } of places) code.advance(address, 4 * step);
      });
    });
  };

  const empty = batch * size[0] * columns * channels === 0;
  if (!empty)
    code.for(begin, end, 1, (which) => {
      const image = code.let(i32.div_u(which, size[0]));
      row(image, code.let(i32.sub(which, times(image, size[0]))));
    });
  return { index, pointers: names, range: empty ? 0 : batch * size[0], scratch: 0 };
}
