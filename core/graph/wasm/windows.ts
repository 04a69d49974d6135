// Sliding windows over an image: sizes, and the copy of a few rows with zeros around them into a worker's scratch, channels
// last. Kernels then read without asking where the border is, and read rows that lie in the cache. The copy costs one load
// and one store for each element, against the many multiplications of a convolution.
import { constant, type I32, i32, load, memory, plus, select, store, times } from './code.ts';
import type { Local } from './function.ts';
import { bind, type Lanes } from './lanes.ts';
import { transpose4 } from './pack.ts';
import { at } from './quad.ts';

/** Strides in elements. */
export interface ImageStrides {
  readonly batch: number;
  readonly row: number;
  readonly column: number;
  readonly channel: number;
}

export interface Windows {
  readonly batch: number;
  /** Sizes of the input. */
  readonly height: number;
  readonly width: number;
  /** Of all groups. */
  readonly channels: number;
  readonly kernel: readonly [height: number, width: number];
  readonly strides: readonly [number, number];
  readonly dilations: readonly [number, number];
  /** Rows above and columns to the left; may be negative. What is missing below and to the right follows from `size`. */
  readonly pads: readonly [top: number, left: number];
  /** Rows and columns of the output. */
  readonly size: readonly [height: number, width: number];
  readonly input: ImageStrides;
}

/** Rows or columns of input that `count` outputs along an axis see. */
export function reach({ kernel, strides, dilations }: Windows, axis: 0 | 1, count: number): number {
  return count === 0 ? 0 : (count - 1) * strides[axis] + (kernel[axis] - 1) * dilations[axis] + 1;
}

/** Whether every window lies in the input, which can then be read in place if its channels are neighbours. */
export function isInside(windows: Windows): boolean {
  const { height, width, pads, size } = windows;
  return (
    pads[0] <= 0 &&
    pads[1] <= 0 &&
    reach(windows, 0, size[0]) - pads[0] <= height &&
    reach(windows, 1, size[1]) - pads[1] <= width
  );
}

/** NHWC of `channels` packed, or NCHW, strides. */
export function channelsLast(height: number, width: number, channels: number): ImageStrides {
  return { batch: height * width * channels, row: width * channels, column: channels, channel: 1 };
}

export function channelsFirst(height: number, width: number, channels: number): ImageStrides {
  return { batch: height * width * channels, row: width, column: 1, channel: height * width };
}

/** A copy of rows in scratch: `columns` pixels of `channels` a row. */
export interface Frame {
  readonly columns: number;
  readonly channels: number;
}

/** Clears what `copyRows` never writes: the columns outside the input. Once a call. */
export function clearMargins(lanes: Lanes, windows: Windows, frame: Frame, scratch: I32, rows: number): void {
  const { code } = lanes;
  const { first, last } = columnsInside(windows, frame);
  const pixel = frame.channels * 4;
  if (first === 0 && last === frame.columns) return;
  const row = code.let(scratch);
  code.repeat(rows, () => {
    if (first > 0) code.do(memory.fill(row, 0, first * pixel));
    if (last < frame.columns) code.do(memory.fill(plus(row, last * pixel), 0, (frame.columns - last) * pixel));
    code.advance(row, frame.columns * pixel);
  });
}

/**
 * Copies `count` rows of the input from `top` on (which may lie outside) to scratch.
 * @param image Address of the image's first element.
 */
export function copyRows(
  lanes: Lanes,
  windows: Windows,
  frame: Frame,
  image: I32,
  top: I32,
  count: I32,
  scratch: I32,
): void {
  const { code } = lanes;
  const { height, input, channels } = windows;
  const { first, last, from } = columnsInside(windows, frame);
  const width = Math.max(0, last - first);
  const pixel = frame.channels * 4;
  const to = code.let(scratch);
  code.for(0, count, 1, (row) => {
    const y = code.let(i32.add(top, row));
    code.if(
      i32.lt_u(y, height),
      () => {
        if (width === 0) return;
        const source = code.let(plus(plus(image, times(y, input.row * 4)), from * input.column * 4));
        const target = code.let(plus(to, first * pixel));
        if (input.channel === 1 && input.column === channels) copyBytes(lanes, target, source, width * pixel);
        else if (input.channel === 1)
          code.repeat(width, () => {
            copyBytes(lanes, target, source, pixel);
            code.advance(target, pixel);
            code.advance(source, input.column * 4);
          });
        else spreadRow(lanes, windows, width, target, source);
      },
      () => code.do(memory.fill(to, 0, frame.columns * pixel)),
    );
    code.advance(to, frame.columns * pixel);
  });
}

/** Constant number of bytes, a multiple of 4, that do not overlap. */
export function copyBytes(lanes: Lanes, to: I32, from: I32, count: number): void {
  const { code } = lanes;
  if (count > 256) {
    code.do(memory.copy(to, from, count));
    return;
  }
  let done = 0;
  for (; done + 16 <= count; done += 16) code.do(store('v128.store', to, load('v128.load', from, done), done));
  for (; done < count; done += 4) code.do(store('i32.store', to, load('i32.load', from, done), done));
}

/** One row of an image with channels in planes: four columns of four channels at a time. */
function spreadRow(
  lanes: Lanes,
  { input, channels }: Windows,
  width: number,
  to: Local<'i32'>,
  from: Local<'i32'>,
): void {
  const { code } = lanes;
  const quads = input.column === 1 ? Math.floor(width / 4) : 0;
  const block = (columns: number, count: number, source: I32, target: I32): void => {
    if (columns === 4 && count === 4) {
      const rows = [0, 1, 2, 3].map((c) => code.let(load('v128.load', ...at(source, c * input.channel * 4))));
      transpose4(lanes, rows).forEach((pixel, x) => {
        code.do(store('v128.store', target, pixel, x * channels * 4));
      });
      return;
    }
    for (let x = 0; x < columns; x++)
      for (let c = 0; c < count; c++) {
        const element = load('f32.load', ...at(source, (x * input.column + c * input.channel) * 4));
        code.do(store('f32.store', target, element, (x * channels + c) * 4));
      }
  };
  const columns = (count: number): void => {
    const source = code.let(from);
    const target = code.let(to);
    code.repeat(Math.floor(channels / 4), () => {
      block(count, 4, source, target);
      code.advance(source, 4 * input.channel * 4);
      code.advance(target, 16);
    });
    block(count, channels % 4, source, target);
    code.advance(from, count * input.column * 4);
    code.advance(to, count * channels * 4);
  };
  code.repeat(quads, () => columns(4));
  code.repeat(width - 4 * quads, () => columns(1));
}

/** Columns of the frame that the input has, and the input's column at the first of them. */
function columnsInside({ pads, width }: Windows, { columns }: Frame): { first: number; last: number; from: number } {
  const first = Math.min(columns, Math.max(0, pads[1]));
  const from = Math.max(0, -pads[1]);
  return { first, last: Math.max(first, Math.min(columns, width + pads[1])), from };
}

/** The smaller of two. */
export function least(lanes: Lanes, a: I32, b: I32 | number): I32 {
  const [x, y] = [bind(lanes, a), typeof b === 'number' ? constant('i32', b) : bind(lanes, b)];
  return bind(lanes, select(x, y, i32.lt_s(x, y)));
}

/** The greater of two. */
export function greatest(lanes: Lanes, a: I32, b: I32 | number): I32 {
  const [x, y] = [bind(lanes, a), typeof b === 'number' ? constant('i32', b) : bind(lanes, b)];
  return bind(lanes, select(x, y, i32.gt_s(x, y)));
}
