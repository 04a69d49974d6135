// Random raster programs, as arbitraries: trees of data movement over index ramps.

import type { Raster, Region } from '@edgewright/core/graph/program/kernel.js';
import type { Program, ProgramTensor } from '@edgewright/core/graph/program/program.js';
import { denseStrides } from '@edgewright/core/graph/program/view.js';
import fc from 'fast-check';

/** A box of an array of the given shape, read with steps, reversals and broadcasts. */
function viewOf(shape: readonly number[]): fc.Arbitrary<{ offset: number; size: number[]; strides: number[] }> {
  const dense = denseStrides(shape);
  const axes = shape.map((size, axis) =>
    fc
      .record({
        start: fc.nat(size - 1),
        step: fc.integer({ min: 1, max: 3 }),
        turned: fc.boolean(),
        count: fc.integer({ min: 1, max: 6 }),
      })
      .map(({ start, step, turned, count }) => {
        const reach = Math.floor((turned ? start : size - 1 - start) / step) + 1;
        return {
          offset: start * dense[axis]!,
          size: Math.min(count, reach),
          stride: (turned ? -step : step) * dense[axis]!,
        };
      }),
  );
  const broadcast = fc.record({ at: fc.nat(shape.length), size: fc.integer({ min: 1, max: 3 }) });
  return fc.tuple(fc.tuple(...axes), fc.option(broadcast), fc.boolean()).map(([parts, wide, isTransposed]) => {
    const offset = parts.reduce((sum, part) => sum + part.offset, 0);
    let size = parts.map((part) => part.size);
    let strides = parts.map((part) => part.stride);
    if (wide) {
      size = size.toSpliced(wide.at, 0, wide.size);
      strides = strides.toSpliced(wide.at, 0, 0);
    }
    return isTransposed
      ? { offset, size: size.toReversed(), strides: strides.toReversed() }
      : { offset, size, strides };
  });
}

function product(shape: readonly number[]): number {
  return shape.reduce((all, size) => all * size, 1);
}

/** One to three pieces beside each other, with gaps, of sources given by id and shape. */
function rasterOf(
  sources: readonly { readonly id: number; readonly shape: readonly number[] }[],
): fc.Arbitrary<{ shape: number[]; regions: Region[]; fill: number }> {
  const piece = fc
    .constantFrom(...sources)
    .chain(({ id, shape }) => viewOf(shape).map((view) => ({ tensor: id, ...view })));
  const gap = fc.integer({ min: 0, max: 2 });
  return fc
    .tuple(fc.array(fc.tuple(piece, gap), { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 2 }), fc.boolean())
    .map(([pieces, fill, isStepped]) => {
      // Every piece is dense in a stretch of its own, or stands at every second element of it.
      let end = 0;
      const step = isStepped ? 2 : 1;
      const regions = pieces.map(([source, space]): Region => {
        const offset = end + space;
        end = offset + step * product(source.size);
        return { source, destination: { offset, strides: denseStrides(source.size).map((stride) => stride * step) } };
      });
      const total = end % 2 === 0 ? [end / 2, 2] : [end];
      return { shape: fill === 2 && total.length === 2 ? total.toReversed() : total, regions, fill };
    });
}

/** Up to five rasters of rasters on two ramps; all are outputs where `all`, else the last. */
export const rasterPrograms: fc.Arbitrary<Program> = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
    fc.integer({ min: 1, max: 5 }),
  )
  .chain(([first, second, count]) => {
    const inputs: ProgramTensor[] = [
      { type: 'int32', shape: first },
      { type: 'int32', shape: second },
    ];
    const extend = (tensors: readonly ProgramTensor[], kernels: readonly Raster[]): fc.Arbitrary<Program> => {
      if (kernels.length === count) {
        const outputs = [{ name: 'y', tensor: tensors.length - 1 }];
        const ports = [0, 1].map((tensor) => ({ name: `x${tensor}`, tensor }));
        return fc.constant({ name: 'rasters', tensors, inputs: ports, outputs, kernels });
      }
      // Mostly of the newest, so that chains are long.
      const newest = tensors.length - 1;
      const ids = [newest, newest, fc.sample(fc.nat(newest), { numRuns: 1, seed: newest })[0]!];
      return rasterOf(ids.map((id) => ({ id, shape: tensors[id]!.shape }))).chain(({ shape, regions, fill }) => {
        if (product(shape) > 4000)
          return fc.constant({
            name: 'large',
            tensors,
            inputs: [0, 1].map((tensor) => ({ name: `x${tensor}`, tensor })),
            outputs: [{ name: 'y', tensor: newest }],
            kernels,
          });
        const raster: Raster = { kind: 'raster', output: tensors.length, regions, fill };
        return extend([...tensors, { type: 'int32', shape }], [...kernels, raster]);
      });
    };
    return extend(inputs, []);
  });
