// Convolution of float32 images without im2col: the rows of A of a matrix product are the windows, read where they lie,
// so neighbouring windows share what they share. Channels last is the layout of the inside: a window's row is then one run of
// memory, and sums of eight neighbouring outputs need no shuffling at any stride. Images with channels in planes are turned
// while their rows are copied, and results are turned while they are stored.
import type { Copy } from '../copy.ts';
import type { ElementType } from '../graph.ts';
import type { View } from '../program/view.ts';
import { constant, type I32, i32, plus, select, times } from './code.ts';
import { type Epilogue, finishTile, noEpilogue, place } from './epilogue.ts';
import { ceilDiv, type Kernel, kernelFunction, numbered } from './kernel.ts';
import type { Lanes } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { panelCopies } from './pack.ts';
import { accumulate, blockOf, evenRows, openTile, panelWidth, type Sums } from './tile.ts';
import {
  clearMargins,
  copyRows,
  type Frame,
  type ImageStrides,
  isInside,
  least,
  reach,
  type Windows,
} from './windows.ts';

export interface ConvShape extends Windows {
  /** `channels` and `outputs` are of all groups, and divisible by it. */
  readonly groups: number;
  readonly outputs: number;
  readonly output: ImageStrides & { readonly type: ElementType };
  /** Operands over [batch, row, column, output channel]. */
  readonly epilogue?: Epilogue;
}

export interface ConvTuning {
  /** Pixels of a tile: 4, or 6 where the engine has registers for it. */
  readonly rows: number;
  /** Bytes of input rows that stay in the second-level cache while the weights pass. */
  readonly block: number;
}

export function convTuning(relaxed: boolean): ConvTuning {
  return { rows: relaxed ? 6 : 4, block: 256 * 1024 };
}

/** What packs weights over [groups, outputs of one, channels of one, kernel height, kernel width]. */
export function convWeightCopies({
  offset,
  size,
  strides,
}: Pick<View, 'offset' | 'size' | 'strides'>): readonly Copy[] {
  const [groups, outputs, inputs, ...taps] = size.map((count, axis) => ({ size: count, stride: strides[axis]! }));
  return panelCopies(offset, [groups!], [...taps, inputs!], outputs!);
}

/**
 * Pointers: `x`, `weights` (packed), `output`, `operand0`..., `scratch` where rows are copied. Range: output rows of all
 * images, or panels of outputs where there are few rows.
 */
export function emitConv(
  module: ModuleBuilder,
  name: string,
  given: ConvShape,
  tuning = convTuning(module.target.relaxed),
): Kernel {
  const shape = asOneRow(given, tuning);
  const {
    batch,
    groups,
    outputs,
    kernel: taps,
    strides,
    dilations,
    pads,
    size,
    input,
    output,
    epilogue = noEpilogue,
  } = shape;
  const operandNames = numbered('operand', epilogue.operands.length);
  const direct = isInside(shape) && input.channel === 1;
  const frame: Frame = { columns: reach(shape, 1, size[1]), channels: shape.channels };
  const frameRow = frame.columns * frame.channels * 4;
  // As few copies as fit: every copy repeats the rows that windows of two blocks share.
  const perBlock = Math.max(1, Math.min(size[0], rowsOf(tuning.block, frameRow, shape)));
  const scratch = direct ? 0 : reach(shape, 0, perBlock) * frameRow;
  const names = ['x', 'weights', 'output', ...operandNames, ...(direct ? [] : ['scratch'])];
  const kernel = kernelFunction(module, name, names.length);
  const { code, index, pointers, begin, end } = kernel;
  const [x, weights, target] = [pointers[0]!, pointers[1]!, pointers[2]!];
  const scratchPointer = pointers.at(-1)!;
  const lanes: Lanes = { module, code, constants: 'hoisted' };
  const inputs = shape.channels / groups;
  const each = outputs / groups;
  const panels = ceilDiv(each, panelWidth);
  const k = taps[0] * taps[1] * inputs;
  const pixel = (direct ? input.column : frame.channels) * 4;
  const rowBytes = direct ? input.row * 4 : frameRow;
  const tileRows = evenRows(size[1], tuning.rows);

  const windows = (rows: number, vectors: number, at: I32, panelAt: I32): Sums => {
    const aRow = strides[1] * pixel;
    const [aStep, bStep] = [4, panelWidth * 4];
    // A row of taps is one run if nothing lies between its pixels.
    if (dilations[1] === 1 && pixel === inputs * 4) {
      const run = { count: taps[1] * inputs, aStep, bStep };
      const skip = dilations[0] * rowBytes - taps[1] * inputs * 4;
      return blockOf(lanes, at, panelAt, { rows, vectors, aRow, run, runs: taps[0], skip });
    }
    const sums = openTile(lanes, rows, vectors);
    const [a, b] = [code.let(at), code.let(panelAt)];
    const offsets = Array.from({ length: rows }, (_, r) => r * aRow);
    code.repeat(taps[0], () => {
      code.repeat(taps[1], () => {
        accumulate(lanes, sums, a, offsets, b, { count: inputs, aStep, bStep });
        code.advance(a, dilations[1] * pixel - inputs * 4);
      });
      if (taps[0] > 1) code.advance(a, dilations[0] * rowBytes - taps[1] * dilations[1] * pixel);
    });
    return sums;
  };

  /** Windows of `count` pixels from `column` on: `at` is the first window's first element. */
  const tile = (
    image: I32,
    y: I32,
    column: I32,
    count: number,
    group: I32,
    panel: I32,
    width: number,
    at: I32,
    panelAt: I32,
  ): void => {
    const sums = windows(count, ceilDiv(width, 4), at, panelAt);
    const channel = code.once(plus(times(group, each), times(panel, panelWidth)));
    const where = [image, y, column, channel];
    const placed = epilogue.operands.map((operand, o) => ({
      ...place(lanes, operand, pointers[3 + o]!, where),
      strides: operand.strides.slice(2),
    }));
    const list = [output.batch, output.row, output.column, output.channel];
    const to = { ...place(lanes, { type: output.type, strides: list }, target, where), strides: list.slice(2) };
    finishTile(lanes, epilogue, sums, placed, to, width);
  };

  const rowOfTiles = (image: I32, y: I32, row: I32, group: I32, panel: I32, width: number): void => {
    const panelAt = code.let(plus(weights, times(plus(times(group, panels), panel), k * panelWidth * 4)));
    const full = Math.floor(size[1] / tileRows);
    const tail = size[1] - full * tileRows;
    const a = code.let(plus(row, times(group, inputs * 4)));
    code.for(0, full, 1, (which) => {
      tile(image, y, code.once(times(which, tileRows)), tileRows, group, panel, width, a, panelAt);
      code.advance(a, tileRows * strides[1] * pixel);
    });
    if (tail > 0) tile(image, y, constant('i32', full * tileRows), tail, group, panel, width, a, panelAt);
  };

  /** Output rows [from, to) of an image, panels [firstPanel, lastPanel) of all groups. */
  const block = (image: I32, from: I32, to: I32, firstPanel: I32, lastPanel: I32): void => {
    const imageAt = code.let(plus(x, times(image, input.batch * 4)));
    const top = code.let(plus(times(from, strides[0]), -pads[0]));
    let rowsAt: I32;
    if (direct) rowsAt = code.let(plus(plus(imageAt, times(top, input.row * 4)), -pads[1] * input.column * 4));
    else {
      const rows = code.let(i32.sub(to, from));
      const count = plus(times(plus(rows, -1), strides[0]), (taps[0] - 1) * dilations[0] + 1);
      copyRows(lanes, shape, frame, imageAt, top, code.let(count), scratchPointer);
      rowsAt = scratchPointer;
    }
    const full = Math.floor(each / panelWidth);
    const rest = each % panelWidth;
    code.for(firstPanel, lastPanel, 1, (which) => {
      const group = groups === 1 ? constant('i32', 0) : code.let(i32.div_u(which, panels));
      const panel = groups === 1 ? which : code.let(i32.sub(which, times(group, panels)));
      const rows = (width: number): void => {
        const row = code.let(rowsAt);
        code.for(from, to, 1, (y) => {
          rowOfTiles(image, y, row, group, panel, width);
          code.advance(row, strides[0] * rowBytes);
        });
      };
      if (rest === 0) rows(panelWidth);
      else if (full === 0) rows(rest);
      else
        code.if(
          i32.lt_s(panel, full),
          () => rows(panelWidth),
          () => rows(rest),
        );
    });
  };

  const images = batch * size[0];
  const byRows = images >= 16 || groups * panels < 4;
  const empty = images * size[1] * outputs === 0;
  if (!empty) {
    if (!direct) clearMargins(lanes, shape, frame, scratchPointer, reach(shape, 0, perBlock));
    const all = groups * panels;
    if (byRows)
      blocks(lanes, begin, end, size[0], perBlock, (image, from, to) =>
        block(image, from, to, constant('i32', 0), constant('i32', all)),
      );
    else
      code.for(0, batch, 1, (image) =>
        code.for(0, size[0], perBlock, (from) =>
          block(image, from, least(lanes, plus(from, perBlock), size[0]), begin, end),
        ),
      );
  }
  return { index, pointers: names, range: empty ? 0 : byRows ? images : groups * panels, scratch };
}

/** A small image whose windows are single pixels is as well one row: its tiles need not end with every row. */
function asOneRow(shape: ConvShape, { block }: ConvTuning): ConvShape {
  const { kernel, strides, pads, size, height, width, channels, input, output, epilogue = noEpilogue } = shape;
  const isPlain = [...kernel, ...strides].every((each) => each === 1) && pads.every((each) => each === 0);
  const isWhole = size[0] === height && size[1] === width && height > 1;
  const lists = [input, output].map(({ row, column }) => [row, column] as const);
  const views = epilogue.operands.map((operand) => [operand.strides[1]!, operand.strides[2]!] as const);
  const isEven = [...lists, ...views].every(([row, column]) => row === column * width);
  if (!isPlain || !isWhole || !isEven || height * width * channels * 4 > block) return shape;
  return { ...shape, height: 1, width: height * width, size: [1, height * width] };
}

/** Cuts [begin, end) of rows of all images into runs of at most `most` rows of one image. */
export function blocks(
  lanes: Lanes,
  begin: I32,
  end: I32,
  height: number,
  most: number,
  body: (image: I32, from: I32, to: I32) => void,
): void {
  const { code } = lanes;
  const unit = code.let(begin);
  code.if(i32.lt_s(unit, end), () =>
    code.loop((again) => {
      const image = code.let(i32.div_u(unit, height));
      const from = code.let(i32.sub(unit, times(image, height)));
      const wanted = code.let(
        i32.add(from, code.let(select(i32.sub(end, unit), constant('i32', most), i32.lt_s(i32.sub(end, unit), most)))),
      );
      const to = least(lanes, wanted, height);
      body(image, from, to);
      code.advance(unit, i32.sub(to, from));
      again(i32.lt_s(unit, end));
    }),
  );
}

function rowsOf(bytes: number, rowBytes: number, shape: ConvShape): number {
  const rows = Math.floor(bytes / Math.max(1, rowBytes));
  const least = reach(shape, 0, 1);
  return Math.max(4, Math.floor((rows - least) / shape.strides[0]) + 1);
}
