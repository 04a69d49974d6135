// Transform ops as rasters. Every one is the same statement: which element of which source stands where.
import { type ElementType, elements } from '../graph.ts';
import type { Region } from '../program/kernel.ts';
import { denseStrides, denseView, fuseAxes, type View } from '../program/view.ts';
import { scalarTensor, tensorOf } from '../tensor.ts';
import type { ProgramBuilder, Value } from './builder.ts';

/** A raster whose regions are as given, in the fewest axes; empty regions are left out. */
export function raster(
  b: ProgramBuilder,
  type: ElementType,
  shape: readonly number[],
  regions: readonly Region[],
  fill: number | bigint = 0,
): Value {
  const output = b.tensor(type, shape);
  const full = regions.filter(({ source }) => !source.size.includes(0));
  b.emit({ kind: 'raster', output: output.id, regions: full.map(normalise), fill });
  return output;
}

function normalise({ source, destination }: Region): Region {
  const { size, strides } = fuseAxes(source.size, [source.strides, destination.strides]);
  return {
    source: { ...source, size, strides: strides[0]! },
    destination: { offset: destination.offset, strides: strides[1]! },
  };
}

/** One region that fills the whole output in row-major order. */
export function rasterView(b: ProgramBuilder, x: Value, view: Omit<View, 'tensor'>): Value {
  const source = { ...view, tensor: x.id };
  return raster(b, x.type, view.size, [{ source, destination: { offset: 0, strides: denseStrides(view.size) } }]);
}

/** The same elements under another shape. */
export function reshape(b: ProgramBuilder, x: Value, shape: readonly number[]): Value {
  if (elements(shape) !== elements(x.shape)) throw new RangeError(`[${x.shape}] is not [${shape}]`);
  const count = elements(shape);
  const source = denseView(x.id, [count]);
  return raster(b, x.type, shape, [{ source, destination: { offset: 0, strides: [1] } }]);
}

export function transpose(b: ProgramBuilder, x: Value, order: readonly number[]): Value {
  const strides = denseStrides(x.shape);
  return rasterView(b, x, {
    offset: 0,
    size: order.map((axis) => x.shape[axis]!),
    strides: order.map((axis) => strides[axis]!),
  });
}

/** Moves one axis to another place. */
export function moveAxis(b: ProgramBuilder, x: Value, from: number, to: number): Value {
  if (from === to) return x;
  return transpose(b, x, movedAxis(x.shape.length, from, to));
}

/** The order that `transpose` takes to move an axis. */
export function movedAxis(rank: number, from: number, to: number): readonly number[] {
  const order = Array.from({ length: rank }, (_, axis) => axis).filter((axis) => axis !== from);
  return order.toSpliced(to, 0, from);
}

export interface Range {
  readonly start: number;
  readonly count: number;
  /** May be negative. */
  readonly step: number;
}

/** @param ranges One an axis, inside the tensor. */
export function slice(b: ProgramBuilder, x: Value, ranges: readonly Range[]): Value {
  const strides = denseStrides(x.shape);
  return rasterView(b, x, {
    offset: ranges.reduce((sum, { start }, axis) => sum + start * strides[axis]!, 0),
    size: ranges.map(({ count }) => count),
    strides: ranges.map(({ step }, axis) => step * strides[axis]!),
  });
}

/** Elements [start, start + count) of one axis. */
export function sliceAxis(b: ProgramBuilder, x: Value, axis: number, start: number, count: number, step = 1): Value {
  const ranges = x.shape.map(
    (size, at): Range => (at === axis ? { start, count, step } : { start: 0, count: size, step: 1 }),
  );
  return slice(b, x, ranges);
}

export function concat(b: ProgramBuilder, parts: readonly Value[], axis: number): Value {
  const first = parts[0]!;
  const size = parts.reduce((sum, { shape }) => sum + shape[axis]!, 0);
  const shape = first.shape.with(axis, size);
  const strides = denseStrides(shape);
  let start = 0;
  const regions = parts.map((part): Region => {
    const offset = start * strides[axis]!;
    start += part.shape[axis]!;
    return { source: denseView(part.id, part.shape), destination: { offset, strides } };
  });
  return raster(b, first.type, shape, regions);
}

/** Strides that read x over a shape to which it broadcasts. */
export function broadcastStrides(from: readonly number[], to: readonly number[]): readonly number[] {
  const strides = denseStrides(from);
  const missing = to.length - from.length;
  return to.map((_, axis) => (axis < missing || from[axis - missing] === 1 ? 0 : strides[axis - missing]!));
}

export function broadcastView({ id, shape }: Value, to: readonly number[]): View {
  return { tensor: id, offset: 0, size: to, strides: broadcastStrides(shape, to) };
}

export function expand(b: ProgramBuilder, x: Value, shape: readonly number[]): Value {
  return rasterView(b, x, broadcastView(x, shape));
}

export function tile(b: ProgramBuilder, x: Value, repeats: readonly number[]): Value {
  const strides = denseStrides(x.shape);
  const view = {
    offset: 0,
    size: x.shape.flatMap((size, axis) => [repeats[axis]!, size]),
    strides: strides.flatMap((stride) => [0, stride]),
  };
  return reshape(
    b,
    rasterView(b, x, view),
    x.shape.map((size, axis) => size * repeats[axis]!),
  );
}

/**
 * Picks along every axis the listed indices; -1 stands for the fill value, undefined for all of the axis. Lists that
 * fall into few runs of even steps become regions, others a gather.
 */
export function pick(
  b: ProgramBuilder,
  x: Value,
  lists: readonly (readonly number[] | undefined)[],
  fill: number | bigint = 0,
): Value {
  const shape = x.shape.map((size, axis) => lists[axis]?.length ?? size);
  const runs = lists.map((list, axis): readonly Run[] =>
    list ? runsOf(list, b.limits.maxRegions + 1) : [{ at: 0, start: 0, count: x.shape[axis]!, step: 1, each: 1 }],
  );
  if (runs.reduce((product, list) => product * list.length, 1) > b.limits.maxRegions) {
    return pickByGather(b, x, lists, fill);
  }
  const [from, to] = [denseStrides(x.shape), denseStrides(shape)];
  let regions: readonly (readonly Run[])[] = [[]];
  for (const list of runs) regions = regions.flatMap((prefix) => list.map((run) => [...prefix, run]));
  return raster(
    b,
    x.type,
    shape,
    regions.map((axes): Region => {
      const sum = (term: (run: Run, axis: number) => number): number =>
        axes.reduce((total, run, axis) => total + term(run, axis), 0);
      return {
        source: {
          tensor: x.id,
          offset: sum(({ start }, axis) => start * from[axis]!),
          size: axes.flatMap(({ count, each }) => [count, each]),
          strides: axes.flatMap(({ step }, axis) => [step * from[axis]!, 0]),
        },
        destination: {
          offset: sum(({ at }, axis) => at * to[axis]!),
          strides: axes.flatMap(({ each }, axis) => [each * to[axis]!, to[axis]!]),
        },
      };
    }),
    fill,
  );
}

interface Run extends Range {
  /** Where it stands in the list. */
  readonly at: number;
  /** How often every index is repeated. */
  readonly each: number;
}

/** The first of them, where there are more than `most`. */
function runsOf(list: readonly number[], most: number): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  while (at < list.length && runs.length < most) {
    const start = list[at]!;
    if (start < 0) {
      at++;
      continue;
    }
    let each = 1;
    while (list[at + each] === start) each++;
    const next = list[at + each];
    const step = next !== undefined && next >= 0 ? next - start : 1;
    const isGroup = (group: number): boolean => {
      const value = start + group * step;
      if (value < 0) return false;
      for (let one = 0; one < each; one++) if (list[at + group * each + one] !== value) return false;
      return true;
    };
    let count = 1;
    while (isGroup(count)) count++;
    runs.push({ at, start, count, step, each });
    at += count * each;
  }
  return runs;
}

function pickByGather(
  b: ProgramBuilder,
  x: Value,
  lists: readonly (readonly number[] | undefined)[],
  fill: number | bigint,
): Value {
  // With a fill value, one more element is laid behind every axis that it is read from.
  const isFilled = lists.map((list) => list?.some((index) => index < 0) ?? false);
  const padded = isFilled.includes(true)
    ? pick(
        b,
        x,
        x.shape.map((size, axis) =>
          isFilled[axis] ? Array.from({ length: size + 1 }, (_, at) => (at < size ? at : -1)) : undefined,
        ),
        fill,
      )
    : x;
  const shape = x.shape.map((size, axis) => lists[axis]?.length ?? size);
  const strides = denseStrides(padded.shape);
  const output = b.tensor(x.type, shape);
  const indices = lists.flatMap((list, axis) => {
    if (list === undefined) return [];
    b.list(list.length);
    const places = list.map((index) => (index < 0 ? x.shape[axis]! : index));
    const view: View = {
      tensor: b.constant(tensorOf('int64', [places.length], places)).id,
      offset: 0,
      size: shape,
      strides: shape.map((_, at) => (at === axis ? 1 : 0)),
    };
    return [{ view, stride: strides[axis]!, extent: padded.shape[axis]! }];
  });
  const source: View = {
    tensor: padded.id,
    offset: 0,
    size: shape,
    strides: strides.map((stride, axis) => (lists[axis] ? 0 : stride)),
  };
  b.emit({ kind: 'gather', output: output.id, source, indices });
  return output;
}

/** A tensor of one value: a raster without regions. */
export function filled(b: ProgramBuilder, type: ElementType, shape: readonly number[], value: number | bigint): Value {
  if (shape.length === 0) return b.constant(scalarTensor(type, value));
  return raster(b, type, shape, [], value);
}
