// Kernels that move data.
import { elements } from '../../graph.ts';
import type { Gather, Index, Raster } from '../../program/kernel.ts';
import { allocate, writerOf } from '../../tensor.ts';
import { emitGather, type GatherIndex } from '../gather.ts';
import { widths } from '../quad.ts';
import { emitClear, emitRegion } from '../raster.ts';
import { bytesIn, type Call, type Context, keyOf, once, regionCall } from './context.ts';

export function translateRaster(context: Context, { output, regions, fill }: Raster): readonly Call[] {
  const { type, shape } = context.program.tensors[output]!;
  const width = widths[type];
  const target = context.addressOf(output);
  const calls: Call[] = [];
  const covered = regions.reduce((sum, { source }) => sum + elements(source.size), 0);
  const total = elements(shape);
  if (covered < total) {
    const value = allocate(type, 1);
    writerOf(type, value)(0, typeof value[0] === 'bigint' ? BigInt(fill) : Number(fill));
    const isZero = bytesIn(value).every((byte) => byte === 0);
    const key = `fill ${isZero} ${width} ${total}`;
    const code = once(context, key, () =>
      isZero
        ? emitClear(context.module, 'clear', total * width)
        : emitRegion(context.module, 'fill', {
            width,
            size: [total],
            source: { offset: 0, strides: [0] },
            destination: { offset: 0, strides: [1] },
          }),
    );
    const source = isZero ? [] : [context.keep(16, (target) => target.set(bytesIn(value)))];
    calls.push({ code, algorithm: 'fill', pointers: [...source, target] });
  }
  for (const { source, destination } of regions) {
    const shape = { width, size: source.size, source: { offset: source.offset, strides: source.strides }, destination };
    calls.push(regionCall(context, shape, context.addressOf(source.tensor), target));
  }
  return calls;
}

export function translateGather(context: Context, { output, source, indices }: Gather): readonly Call[] | string {
  const { tensors } = context.program;
  const known = indicesOf(context, indices);
  if (typeof known === 'string') return known;
  const shape = {
    width: widths[tensors[output]!.type],
    size: source.size,
    source: { offset: source.offset, strides: source.strides },
    indices: known,
  };
  const code = once(context, `gather ${keyOf(shape)}`, () => emitGather(context.module, 'gather', shape));
  const ids = [source.tensor, ...indices.map(({ view }) => view.tensor), output];
  return [{ code, algorithm: 'blocks', pointers: ids.map(context.addressOf) }];
}

/** Or why there is no code for them. */
export function indicesOf({ program }: Context, indices: readonly Index[]): readonly GatherIndex[] | string {
  const made: GatherIndex[] = [];
  for (const { view, stride, extent } of indices) {
    const { type } = program.tensors[view.tensor]!;
    if (extent < 1) return 'indices into nothing';
    if (type !== 'int32' && type !== 'int64') return `no vector code for indices of ${type}`;
    made.push({ type, offset: view.offset, strides: view.strides, step: stride, extent });
  }
  return made;
}
