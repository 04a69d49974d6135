// Convolutions and pools with three spatial axes, by those with two: what backends have code for.
import type { Convolution, Pool, Region } from '../program/kernel.ts';
import { denseStrides, denseView } from '../program/view.ts';
import type { ProgramBuilder, Value } from './builder.ts';
import { raster, reshape, transpose } from './move.ts';

type Parts = Omit<Convolution, 'kind' | 'output' | 'epilogue'>;

/**
 * Slices that a window spans become channels, so that every place along the first axis is an image of its own.
 * @param emit A convolution with two spatial axes.
 */
export function convolveVolume(b: ProgramBuilder, parts: Parts, emit: (parts: Parts) => Value): Value {
  const { x, w, size, strides, dilations, pads, type } = parts;
  const [batch, groups, channels, depth, ...plane] = x.size as [number, number, number, number, ...number[]];
  const [places, taps] = [size[0]!, w.size[3]!];
  const shape = [batch, places, groups, channels, taps, ...plane];
  const to = denseStrides(shape);
  const regions: Region[] = [];
  for (let tap = 0; tap < taps; tap++) {
    // Places whose slice is inside: 0 <= place * stride + shift < depth.
    const shift = tap * dilations[0]! - pads[0]!;
    const first = Math.max(0, Math.ceil(-shift / strides[0]!));
    const count = Math.min(places - 1, Math.floor((depth - 1 - shift) / strides[0]!)) - first + 1;
    if (count <= 0) continue;
    const [n, g, c, d, ...space] = x.strides as [number, number, number, number, ...number[]];
    regions.push({
      source: {
        tensor: x.tensor,
        offset: x.offset + (first * strides[0]! + shift) * d,
        size: [batch, count, groups, channels, ...plane],
        strides: [n, d * strides[0]!, g, c, ...space],
      },
      destination: { offset: first * to[1]! + tap * to[4]!, strides: [...to.slice(0, 4), ...to.slice(5)] },
    });
  }
  const slices = raster(b, type as Value['type'], shape, regions);
  const weights = rasterOf(b, parts);
  const made = emit({
    x: denseView(slices.id, [batch * places, groups, channels * taps, ...plane]),
    w: denseView(weights.id, [w.size[0]!, w.size[1]!, channels * taps, ...w.size.slice(4)]),
    size: size.slice(1),
    strides: strides.slice(1),
    dilations: dilations.slice(1),
    pads: pads.slice(1),
    type,
  });
  const outputs = groups * w.size[1]!;
  return transpose(b, reshape(b, made, [batch, places, outputs, ...size.slice(1)]), [0, 2, 1, 3, 4]);
}

/** The weights row by row, however they lie. */
function rasterOf(b: ProgramBuilder, { w, type }: Parts): Value {
  const destination = { offset: 0, strides: denseStrides(w.size) };
  return raster(b, type as Value['type'], w.size, [{ source: w, destination }]);
}

/**
 * Over the last two axes, then over the first: maxima, sums and counts of a window are those of its axes.
 * @param pool With the whole window, over a row-major x of [outer.., three axes].
 */
export function poolVolume(b: ProgramBuilder, x: Value, { x: view, ...pool }: Omit<Pool, 'output'>): Value {
  const { kernel, strides, dilations, pads, size } = pool;
  const outer = view.size.slice(0, -3);
  const depth = view.size.at(-3)!;
  const plane = b.tensor(x.type, [...outer, depth, ...size.slice(1)]);
  b.emit({
    ...pool,
    x: view,
    output: plane.id,
    kernel: kernel.slice(1),
    strides: strides.slice(1),
    dilations: dilations.slice(1),
    pads: { begin: pads.begin.slice(1), end: pads.end.slice(1) },
    size: size.slice(1),
  });
  const area = size[1]! * size[2]!;
  const output = b.tensor(x.type, [...outer, ...size]);
  b.emit({
    ...pool,
    x: denseView(plane.id, [...outer, depth, area]),
    output: output.id,
    kernel: [kernel[0]!, 1],
    strides: [strides[0]!, 1],
    dilations: [dilations[0]!, 1],
    pads: { begin: [pads.begin[0]!, 0], end: [pads.end[0]!, 0] },
    size: [size[0]!, area],
  });
  return output;
}
