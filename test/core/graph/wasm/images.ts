// Windows over images: random ones, and convolutions by definition.
import type { ConvShape } from '@edgewright/core/graph/wasm/conv.js';
import { channelsFirst, channelsLast, type Windows } from '@edgewright/core/graph/wasm/windows.js';
import * as fc from 'fast-check';

export const windowsOf = fc
  .record({
    batch: fc.integer({ min: 1, max: 2 }),
    height: fc.integer({ min: 1, max: 13 }),
    width: fc.integer({ min: 1, max: 13 }),
    kernel: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    strides: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    dilations: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
    pads: fc.tuple(fc.integer({ min: -1, max: 2 }), fc.integer({ min: -1, max: 2 })),
    size: fc.tuple(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 13 })),
    layout: fc.constantFrom(channelsFirst, channelsLast),
    outputLayout: fc.constantFrom(channelsFirst, channelsLast),
  })
  .map(({ layout, ...rest }) => ({ ...rest, layout }));

/** In float64, at the places of the output's layout. */
export function convolve(shape: ConvShape, x: Float32Array, w: Float32Array): Float64Array {
  const { batch, groups, channels, outputs, kernel, size, output } = shape;
  const result = new Float64Array(batch * size[0] * size[1] * outputs);
  const [inputs, of] = [channels / groups, outputs / groups];
  for (let n = 0; n < batch; n++)
    for (let o = 0; o < outputs; o++)
      for (let y = 0; y < size[0]; y++)
        for (let column = 0; column < size[1]; column++) {
          let sum = 0;
          for (let c = 0; c < inputs; c++)
            for (let i = 0; i < kernel[0]; i++)
              for (let j = 0; j < kernel[1]; j++)
                sum +=
                  pixel(shape, x, n, Math.floor(o / of) * inputs + c, y, column, i, j) *
                  w[((o * inputs + c) * kernel[0] + i) * kernel[1] + j]!;
          result[n * output.batch + y * output.row + column * output.column + o * output.channel] = sum;
        }
  return result;
}

/** What tap (i, j) of the window of output (y, x) sees. */
export function pixel(
  shape: Windows,
  image: Float32Array,
  n: number,
  c: number,
  y: number,
  x: number,
  i: number,
  j: number,
  outside = 0,
): number {
  const { strides, dilations, pads, height, width, input } = shape;
  const [row, column] = [y * strides[0] + i * dilations[0] - pads[0], x * strides[1] + j * dilations[1] - pads[1]];
  if (row < 0 || row >= height || column < 0 || column >= width) return outside;
  return image[n * input.batch + row * input.row + column * input.column + c * input.channel]!;
}

/** Visits the place of every output. */
export function eachOutput(
  { batch, size, outputs, output }: ConvShape,
  visit: (index: number, channel: number) => void,
): void {
  for (let n = 0; n < batch; n++)
    for (let y = 0; y < size[0]; y++)
      for (let x = 0; x < size[1]; x++)
        for (let o = 0; o < outputs; o++)
          visit(n * output.batch + y * output.row + x * output.column + o * output.channel, o);
}

export function addTo(sum: Float64Array, values: Float32Array): void {
  for (const [at, value] of values.entries()) sum[at] = sum[at]! + value;
}
