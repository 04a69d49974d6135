// Pooling of float32 images: windows are clipped at the border when the code runs, and channels are taken four at a time, which
// is fastest where they lie next to each other. Of planes, four neighbouring windows are taken at a time where they are inside.
import type { ElementType } from '../graph.ts';
import { f32x4, type I32, i32, load, plus, select, shuffle32, store, times, type V128, v128 } from './code.ts';
import { type Epilogue, finishTile, noEpilogue, place } from './epilogue.ts';
import { type Kernel, kernelFunction, numbered } from './kernel.ts';
import { floats, type Lanes } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { gatherQuad } from './quad.ts';
import { greatest, type ImageStrides, least, type Windows } from './windows.ts';

export interface PoolShape extends Windows {
  readonly fn: 'max' | 'average' | 'sum';
  /** Of `average`: whether padding counts. */
  readonly countsPadding: boolean;
  /** Rows below and columns to the right that count as padding; what lies past them never counts. */
  readonly padsEnd: readonly [bottom: number, right: number];
  readonly output: ImageStrides & { readonly type: ElementType };
  /** Operands over [batch, row, column, channel]. */
  readonly epilogue?: Epilogue;
}

/** Pointers: `x`, `output`, `operand0`... Range: output rows of all images. */
export function emitPool(module: ModuleBuilder, name: string, shape: PoolShape): Kernel {
  const {
    fn,
    batch,
    height,
    width,
    channels,
    kernel: taps,
    strides,
    dilations,
    pads,
    padsEnd,
    size,
    input,
    output,
  } = shape;
  const { epilogue = noEpilogue } = shape;
  const operandNames = numbered('operand', epilogue.operands.length);
  const { code, index, pointers, begin, end } = kernelFunction(module, name, 2 + operandNames.length);
  const lanes: Lanes = { module, code, constants: 'hoisted' };
  const list = [output.batch, output.row, output.column, output.channel];
  // First tap inside and first past the end, of an axis: ceil(-start / dilation), ceil((extent - start) / dilation).
  const bounds = (axis: 0 | 1, position: I32, extent: number): { start: I32; low: I32; high: I32 } => {
    const start = code.let(plus(times(position, strides[axis]), -pads[axis]));
    const dilation = dilations[axis];
    const up = (value: I32): I32 => (dilation === 1 ? value : i32.div_s(plus(value, dilation - 1), dilation));
    const low = greatest(lanes, up(greatest(lanes, i32.sub(0, start), 0)), 0);
    const high = least(lanes, up(greatest(lanes, i32.sub(extent, start), 0)), taps[axis]);
    return { start, low, high };
  };
  const counted = (axis: 0 | 1, position: I32, extent: number): I32 => {
    const { low, high } = bounds(axis, position, extent);
    if (!shape.countsPadding) return greatest(lanes, i32.sub(high, low), 0);
    // With the padding: taps before the end of the padded axis.
    const padded = bounds(axis, position, extent + padsEnd[axis]);
    return padded.high;
  };
  const empty = batch * size[0] * size[1] * channels === 0;
  // Columns whose windows are inside, where four windows can be read together.
  const first = Math.ceil(pads[1] / strides[1]);
  const last = Math.min(size[1], Math.floor((width - taps[1] + pads[1]) / strides[1]) + 1);
  const isPlane = input.column === 1 && output.column === 1 && output.type === 'float32' && epilogue.steps.length === 0;
  const isEven = dilations[1] === 1 && strides[1] <= 2 && input.channel !== 1 && first >= 0;
  const inside = isPlane && isEven && last - first >= 4 ? { first, count: last - first } : { first: size[1], count: 0 };
  if (!empty)
    code.for(begin, end, 1, (which) => {
      const image = code.let(i32.div_u(which, size[0]));
      const y = code.let(i32.sub(which, times(image, size[0])));
      const rows = bounds(0, y, height);
      const rowCount = fn === 'average' ? counted(0, y, height) : undefined;
      const imageAt = code.let(plus(pointers[0]!, times(image, input.batch * 4)));
      if (inside.count > 0) {
        const top = times(plus(rows.start, times(rows.low, dilations[0])), input.row * 4);
        const from = plus(plus(imageAt, top), (inside.first * strides[1] - pads[1]) * 4);
        const to = plus(plus(pointers[1]!, times(image, output.batch * 4)), times(y, output.row * 4));
        const divisor = rowCount === undefined ? undefined : code.let(f32x4.splat(asFloat(i32.mul(rowCount, taps[1]))));
        poolPlanes(
          lanes,
          shape,
          { low: rows.low, high: rows.high, divisor },
          inside.count,
          from,
          plus(to, inside.first * 4),
        );
      }
      code.for(0, size[1] - inside.count, 1, (border) => {
        const column =
          inside.count === 0
            ? border
            : code.let(select(border, plus(border, inside.count), i32.lt_s(border, inside.first)));
        const columns = bounds(1, column, width);
        const taken = greatest(lanes, i32.sub(columns.high, columns.low), 0);
        const divisor =
          rowCount === undefined
            ? undefined
            : code.let(f32x4.splat(asFloat(i32.mul(rowCount, counted(1, column, width)))));
        const corner = plus(
          times(plus(rows.start, times(rows.low, dilations[0])), input.row * 4),
          times(plus(columns.start, times(columns.low, dilations[1])), input.column * 4),
        );
        const from = code.let(plus(imageAt, corner));
        const quad = (channel: I32, count: number): void => {
          const fold = folder(lanes, fn);
          const row = code.let(from);
          code.for(rows.low, rows.high, 1, () => {
            const pixel = code.let(row);
            code.for(0, taken, 1, () => {
              const value = gatherQuad(lanes, 'float32', pixel, 0, input.channel, input.channel === 1 ? 4 : count)
                .parts[0]!;
              fold.take(value);
              code.advance(pixel, dilations[1] * input.column * 4);
            });
            code.advance(row, dilations[0] * input.row * 4);
          });
          const total = fold.result();
          const result = code.let(divisor === undefined ? total : f32x4.div(total, divisor));
          const where = [image, y, column, channel];
          const placed = epilogue.operands.map((operand, o) => ({
            ...place(lanes, operand, pointers[2 + o]!, where),
            strides: operand.strides.slice(2),
          }));
          const to = {
            ...place(lanes, { type: output.type, strides: list }, pointers[1]!, where),
            strides: list.slice(2),
          };
          finishTile(lanes, epilogue, [[result]], placed, to, count);
        };
        const whole = channels - (channels % 4);
        code.for(0, whole, 4, (channel) => {
          quad(channel, 4);
          code.advance(from, 16 * input.channel);
        });
        if (whole < channels) quad({ kind: 'constant', type: 'i32', value: whole }, channels - whole);
      });
    });
  return { index, pointers: ['x', 'output', ...operandNames], range: empty ? 0 : batch * size[0], scratch: 0 };
}

/** What has been taken into a window. `f32x4.max` is seven instructions, for NaN; here NaN is remembered apart. */
function folder(lanes: Lanes, fn: PoolShape['fn']): { take: (value: V128) => void; result: () => V128 } {
  const { code } = lanes;
  const sum = code.let(floats(lanes, fn === 'max' ? Number.NEGATIVE_INFINITY : 0));
  if (fn !== 'max') return { take: (value) => code.set(sum, f32x4.add(sum, value)), result: () => sum };
  const missing = code.let(floats(lanes, 0));
  const take = (value: V128): void => {
    const once = code.once(value);
    code.set(missing, v128.or(missing, f32x4.ne(once, once)));
    code.set(sum, f32x4.pmax(sum, once));
  };
  // All bits are a NaN.
  return { take, result: () => v128.or(sum, missing) };
}

interface RowsOf {
  /** Taps along the first axis that are inside. */
  readonly low: I32;
  readonly high: I32;
  /** Of an average. */
  readonly divisor: V128 | undefined;
}

/** A row of `count` windows of every plane, from the first element of the first window on. */
function poolPlanes(lanes: Lanes, shape: PoolShape, rows: RowsOf, count: number, from: I32, to: I32): void {
  const { code } = lanes;
  const { fn, channels, kernel: taps, strides, dilations, input, output } = shape;
  const four = (source: I32, target: I32): void => {
    const fold = folder(lanes, fn);
    const row = code.let(source);
    code.for(rows.low, rows.high, 1, () => {
      for (let tap = 0; tap < taps[1]; tap++) {
        const near = load('v128.load', row, tap * 4);
        const value = strides[1] === 1 ? near : shuffle32(near, load('v128.load', row, tap * 4 + 16), [0, 2, 4, 6]);
        fold.take(value);
      }
      code.advance(row, dilations[0] * input.row * 4);
    });
    const result = fold.result();
    code.do(store('v128.store', target, rows.divisor === undefined ? result : f32x4.div(result, rows.divisor)));
  };
  const [plane, outputPlane] = [code.let(from), code.let(to)];
  code.repeat(channels, () => {
    const [source, target] = [code.let(plane), code.let(outputPlane)];
    code.repeat(Math.floor(count / 4), () => {
      four(source, target);
      code.advance(source, 16 * strides[1]);
      code.advance(target, 16);
    });
    // The last four windows start earlier; what is computed twice comes out the same.
    const back = 4 - (count % 4);
    if (back < 4) four(code.let(plus(source, -back * strides[1] * 4)), code.let(plus(target, -back * 4)));
    code.advance(plane, input.channel * 4);
    code.advance(outputPlane, output.channel * 4);
  });
}

function asFloat(value: I32): {
  readonly kind: 'plain';
  readonly type: 'f32';
  readonly name: 'f32.convert_i32_s';
  readonly operands: readonly [I32];
} {
  return { kind: 'plain', type: 'f32', name: 'f32.convert_i32_s', operands: [value] };
}
