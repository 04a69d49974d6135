// Depthwise convolution of float32 images, channels last: four channels at a time, a few neighbouring pixels in registers, so
// that each pixel of the input is loaded once for all windows that share a row of it. Other layouts are turned on the way in
// and out, as in conv.ts.
import type { Copy } from '../copy.ts';
import type { ElementType } from '../graph.ts';
import { denseStrides, type View } from '../program/view.ts';
import { f32x4, type I32, i32, load, plus, times, type V128 } from './code.ts';
import { blocks } from './conv.ts';
import { emitDepthwisePlanes, isPlanar } from './depthwisePlanes.ts';
import { type Epilogue, finishTile, noEpilogue, place } from './epilogue.ts';
import { type Kernel, kernelFunction, numbered } from './kernel.ts';
import { type Lanes, madd } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { evenRows } from './tile.ts';
import { clearMargins, copyRows, type Frame, type ImageStrides, isInside, reach, type Windows } from './windows.ts';

export interface DepthwiseShape extends Windows {
  readonly output: ImageStrides & { readonly type: ElementType };
  /** Operands over [batch, row, column, channel]. */
  readonly epilogue?: Epilogue;
}

export interface DepthwiseTuning {
  /** Most pixels of a tile. */
  readonly pixels: number;
  /** Bytes of input rows that are copied at a time. */
  readonly block: number;
}

export const depthwiseTuning: DepthwiseTuning = { pixels: 4, block: 32 * 1024 };

/** What packs weights over [channels, 1, 1, kernel height, kernel width]: channels last. */
export function depthwiseWeightCopy({ offset, size, strides }: Pick<View, 'offset' | 'size' | 'strides'>): Copy {
  const turned = [...size.slice(3), size[0]!];
  const source = { offset, strides: [...strides.slice(3), strides[0]!] };
  return { size: turned, source, destination: { offset: 0, strides: denseStrides(turned) } };
}

/** Pointers: `x`, `weights` (packed), `output`, `operand0`..., `scratch` where rows are copied. Range: output rows of all images. */
export function emitDepthwise(
  module: ModuleBuilder,
  name: string,
  shape: DepthwiseShape,
  tuning: DepthwiseTuning = depthwiseTuning,
): Kernel {
  if (isPlanar(shape)) return emitDepthwisePlanes(module, name, shape);
  const { batch, channels, kernel: taps, strides, dilations, pads, size, input, output, epilogue = noEpilogue } = shape;
  const operandNames = numbered('operand', epilogue.operands.length);
  const direct = isInside(shape) && input.channel === 1;
  const frame: Frame = { columns: reach(shape, 1, size[1]), channels };
  const frameRow = frame.columns * channels * 4;
  const fits = Math.floor((Math.floor(tuning.block / Math.max(1, frameRow)) - reach(shape, 0, 1)) / strides[0]) + 1;
  const perBlock = Math.max(1, Math.min(size[0], Math.max(4, fits)));
  const scratch = direct ? 0 : reach(shape, 0, perBlock) * frameRow;
  const names = ['x', 'weights', 'output', ...operandNames, ...(direct ? [] : ['scratch'])];
  const { code, index, pointers, begin, end } = kernelFunction(module, name, names.length);
  const [x, weights, target] = [pointers[0]!, pointers[1]!, pointers[2]!];
  const scratchPointer = pointers.at(-1)!;
  const lanes: Lanes = { module, code, constants: 'hoisted' };
  const pixel = (direct ? input.column : channels) * 4;
  const rowBytes = direct ? input.row * 4 : frameRow;
  const width = evenRows(size[1], tuning.pixels);

  const tile = (image: I32, y: I32, column: I32, count: number, at: I32): void => {
    const a = code.let(at);
    const w = code.let(weights);
    const quad = (channel: I32, lanesOf: number): void => {
      const sums: V128[] = [];
      for (let i = 0; i < taps[0]; i++) {
        // Inputs of this row that several windows use.
        const seen = new Map<number, V128>();
        for (let j = 0; j < taps[1]; j++) {
          const weight = code.let(load('v128.load', w, (i * taps[1] + j) * channels * 4));
          for (let r = 0; r < count; r++) {
            const position = r * strides[1] + j * dilations[1];
            const value =
              seen.get(position) ?? code.let(load('v128.load', a, i * dilations[0] * rowBytes + position * pixel));
            seen.set(position, value);
            const sum = sums[r];
            sums[r] = code.let(sum === undefined ? f32x4.mul(value, weight) : madd(lanes, value, weight, sum));
          }
        }
      }
      const where = [image, y, column, channel];
      const placed = epilogue.operands.map((operand, o) => ({
        ...place(lanes, operand, pointers[3 + o]!, where),
        strides: operand.strides.slice(2),
      }));
      const list = [output.batch, output.row, output.column, output.channel];
      const to = { ...place(lanes, { type: output.type, strides: list }, target, where), strides: list.slice(2) };
      finishTile(
        lanes,
        epilogue,
        sums.map((sum) => [sum]),
        placed,
        to,
        lanesOf,
      );
    };
    const whole = channels - (channels % 4);
    code.for(0, whole, 4, (channel) => {
      quad(channel, 4);
      code.advance(a, 16);
      code.advance(w, 16);
    });
    if (whole < channels) quad({ kind: 'constant', type: 'i32', value: whole }, channels - whole);
  };

  const empty = batch * size[0] * size[1] * channels === 0;
  if (!empty) {
    if (!direct) clearMargins(lanes, shape, frame, scratchPointer, reach(shape, 0, perBlock));
    blocks(lanes, begin, end, size[0], perBlock, (image, from, to) => {
      const imageAt = code.let(plus(x, times(image, input.batch * 4)));
      const top = code.let(plus(times(from, strides[0]), -pads[0]));
      const row = code.let(
        direct ? plus(plus(imageAt, times(top, input.row * 4)), -pads[1] * input.column * 4) : scratchPointer,
      );
      if (!direct) {
        const rows = i32.sub(to, from);
        const count = plus(times(plus(rows, -1), strides[0]), (taps[0] - 1) * dilations[0] + 1);
        copyRows(lanes, shape, frame, imageAt, top, code.let(count), scratchPointer);
      }
      code.for(from, to, 1, (y) => {
        const full = Math.floor(size[1] / width);
        const tail = size[1] - full * width;
        const a = code.let(row);
        code.for(0, full, 1, (which) => {
          tile(image, y, code.once(times(which, width)), width, a);
          code.advance(a, width * strides[1] * pixel);
        });
        if (tail > 0) tile(image, y, { kind: 'constant', type: 'i32', value: full * width }, tail, a);
        code.advance(row, strides[0] * rowBytes);
      });
    });
  }
  return { index, pointers: names, range: empty ? 0 : batch * size[0], scratch };
}
