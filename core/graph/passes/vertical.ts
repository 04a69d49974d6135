// Vertical merging: what reads a raster reads through it, to the raster's sources. Regions that overlap in part are
// split; reversals, broadcasts and fill values go along.
import { elements } from '../graph.ts';
import type { Kernel, Raster, Region } from '../program/kernel.ts';
import type { Program } from '../program/program.ts';
import { mapViews, readsOf, withOrigins } from '../program/reads.ts';
import { denseView, fuseAxes, isDense, type View } from '../program/view.ts';
import { scalarTensor } from '../tensor.ts';
import { type Box, compose, composeView, forwards, refactor } from './compose.ts';
import { TensorList } from './rewrite.ts';

/** Regions that one region may become, and that a raster may have after merging unless it had more. */
const maxSplit = 16;
const maxRegions = 64;

export function mergeVertically(program: Program): Program {
  const list = new TensorList(program);
  const rasters = new Map<number, Raster>();
  const constants = new Map<string, number>();
  const constant = (type: Raster['fill'], like: number): number => {
    const { type: element } = list.tensors[like]!;
    const key = `${element} ${typeof type} ${Object.is(type, -0) ? '-0' : type}`;
    const known = constants.get(key);
    if (known !== undefined) return known;
    const id = list.add({
      type: element,
      shape: [],
      constant: { kind: 'data', data: scalarTensor(element, type).data },
    });
    constants.set(key, id);
    return id;
  };
  const kernels = program.kernels.map((original): Kernel => {
    const kernel = throughCopies(original, list, rasters);
    const merged =
      kernel.kind === 'raster'
        ? mergeRaster(kernel, rasters, list, constant)
        : splitElementwise(
            mapReads(kernel, (view) => throughView(view, rasters)),
            rasters,
          );
    const marked = withOrigins(merged, passedThrough(original, merged, rasters));
    if (marked.kind === 'raster') rasters.set(marked.output, marked);
    return marked;
  });
  return { ...program, kernels, tensors: list.tensors };
}

/** The rasters that a kernel read and reads no longer, since it reads through them. */
function passedThrough(before: Kernel, after: Kernel, rasters: ReadonlyMap<number, Raster>): readonly Raster[] {
  if (before === after) return [];
  const kept = new Set(readsOf(after));
  const passed = new Set<Raster>();
  const look = (id: number): void => {
    const raster = kept.has(id) ? undefined : rasters.get(id);
    if (raster === undefined || passed.has(raster)) return;
    passed.add(raster);
    for (const below of readsOf(raster)) look(below);
  };
  for (const id of readsOf(before)) look(id);
  return [...passed];
}

/** Every view mapped; the source of a gather with an axis for each index, as its indices move it. */
function mapReads(kernel: Kernel, map: (view: View) => View): Kernel {
  if (kernel.kind !== 'gather') return mapViews(kernel, map);
  const { source, indices } = kernel;
  const rank = source.size.length;
  const reaching: View = {
    ...source,
    size: [...source.size, ...indices.map(({ extent }) => extent)],
    strides: [...source.strides, ...indices.map(({ stride }) => stride)],
  };
  const mapped = map(reaching);
  return {
    ...kernel,
    source: { ...mapped, size: source.size, strides: mapped.strides.slice(0, rank) },
    indices: indices.map(({ view, extent }, at) => ({ view: map(view), stride: mapped.strides[rank + at]!, extent })),
  };
}

/** A view through every raster below it that is one region there. */
function throughView(view: View, rasters: ReadonlyMap<number, Raster>): View {
  let current = view;
  for (;;) {
    const raster = rasters.get(current.tensor);
    if (raster === undefined) return current;
    const next = viewOf(current, raster);
    if (next === undefined) return current;
    current = next;
  }
}

function viewOf(view: View, { regions }: Raster): View | undefined {
  for (const region of regions) {
    const composed = composeView(view, region);
    if (composed !== undefined) return composed;
  }
  return undefined;
}

/**
 * An element-wise kernel that can read a raster through only if its index space has more axes gets them: the order of
 * its indices stays.
 */
function splitElementwise(kernel: Kernel, rasters: ReadonlyMap<number, Raster>): Kernel {
  if (kernel.kind !== 'elementwise') return kernel;
  for (const [at, view] of kernel.operands.entries()) {
    const raster = rasters.get(view.tensor);
    const dense = denseView(0, view.size);
    for (const region of raster?.regions ?? []) {
      const composed = compose({ size: view.size, source: view, destination: dense }, region, 2);
      const [box] = composed?.inside ?? [];
      if (composed?.outside.length !== 0 || composed.inside.length !== 1 || box === undefined) continue;
      if (!isDense({ size: box.size, strides: box.destination.strides }) || box.destination.offset !== 0) continue;
      const operands = kernel.operands.map((other, index): View | undefined =>
        index === at ? { tensor: region.source.tensor, size: box.size, ...box.source } : refactor(other, box.size),
      );
      if (operands.includes(undefined)) continue;
      const split = { ...kernel, size: box.size, operands: operands as readonly View[] };
      return splitElementwise(
        mapViews(split, (other) => throughView(other, rasters)),
        rasters,
      );
    }
  }
  return kernel;
}

/** Tensors that are read whole are read where they were copied from, if the copy is the same elements in order. */
function throughCopies(kernel: Kernel, list: TensorList, rasters: ReadonlyMap<number, Raster>): Kernel {
  const originOf = (id: number): number => {
    const raster = rasters.get(id);
    const [region] = raster?.regions ?? [];
    if (raster?.regions.length !== 1 || region === undefined) return id;
    const { source, destination } = region;
    const count = elements(list.tensors[id]!.shape);
    const isCopy =
      elements(source.size) === count &&
      elements(list.tensors[source.tensor]!.shape) === count &&
      source.offset === 0 &&
      destination.offset === 0 &&
      isDense(source) &&
      isDense({ size: source.size, strides: destination.strides });
    return isCopy ? originOf(source.tensor) : id;
  };
  switch (kernel.kind) {
    case 'scatter':
      return { ...kernel, data: originOf(kernel.data) };
    case 'if':
      return { ...kernel, captures: kernel.captures.map(originOf) };
    case 'loop':
      return { ...kernel, states: kernel.states.map(originOf), captures: kernel.captures.map(originOf) };
    default:
      return kernel;
  }
}

function mergeRaster(
  raster: Raster,
  rasters: ReadonlyMap<number, Raster>,
  list: TensorList,
  constant: (value: Raster['fill'], like: number) => number,
): Raster {
  const covered = raster.regions.reduce((sum, { source }) => sum + elements(source.size), 0);
  const isFull = covered === elements(list.tensors[raster.output]!.shape);
  const merged: Region[] = [];
  let { fill } = raster;
  // Where the output is covered, its own fill value shows nowhere, and one source's may take its place.
  let isFree = isFull;
  for (const region of raster.regions) {
    const source = rasters.get(region.source.tensor);
    const parts = source && throughRaster(region, source);
    if (source === undefined || parts === undefined) {
      merged.push(region);
      continue;
    }
    if (parts.unwritten.length > 0 && isFree) {
      fill = source.fill;
      isFree = false;
    }
    merged.push(...parts.regions);
    if (Object.is(source.fill, fill)) continue;
    const value = constant(source.fill, raster.output);
    for (const { size, destination } of parts.unwritten) {
      merged.push({ source: { tensor: value, offset: 0, size, strides: size.map(() => 0) }, destination });
    }
  }
  if (merged.length > Math.max(maxRegions, raster.regions.length)) return raster;
  return { ...raster, regions: joined(merged), fill };
}

function throughRaster(
  region: Region,
  { regions }: Raster,
): { readonly regions: readonly Region[]; readonly unwritten: readonly Box[] } | undefined {
  let rest: readonly Box[] = [{ size: region.source.size, source: region.source, destination: region.destination }];
  const made: Region[] = [];
  for (const below of regions) {
    const outside: Box[] = [];
    for (const box of rest) {
      const composed = compose(box, below, maxSplit);
      if (composed === undefined) return undefined;
      outside.push(...composed.outside);
      made.push(...composed.inside.map((part) => regionOf(part, below.source.tensor)));
    }
    rest = outside;
    if (rest.length === 0) break;
    if (made.length + rest.length > maxSplit) return undefined;
  }
  return made.length + rest.length > maxSplit ? undefined : { regions: made, unwritten: rest };
}

function regionOf(box: Box, tensor: number): Region {
  const { size, source, destination } = forwards(box);
  const fused = fuseAxes(size, [source.strides, destination.strides]);
  return {
    source: { tensor, offset: source.offset, size: fused.size, strides: fused.strides[0]! },
    destination: { offset: destination.offset, strides: fused.strides[1]! },
  };
}

/** Regions of one line that go on where another ends become one. */
function joined(regions: readonly Region[]): readonly Region[] {
  const result: Region[] = [];
  for (const region of regions) {
    const last = result[result.length - 1];
    const both = last && join(last, region);
    if (both === undefined) result.push(region);
    else result[result.length - 1] = both;
  }
  return result;
}

function join(a: Region, b: Region): Region | undefined {
  const size = a.source.size;
  if (a.source.tensor !== b.source.tensor || size.length !== b.source.size.length) return undefined;
  const same = (x: readonly number[], y: readonly number[]): boolean => x.every((value, at) => value === y[at]);
  if (!same(a.source.strides, b.source.strides) || !same(a.destination.strides, b.destination.strides))
    return undefined;
  const differing = [...size.keys()].filter((axis) => size[axis] !== b.source.size[axis]);
  const axes = differing.length === 0 ? [...size.keys()] : differing;
  if (differing.length > 1) return undefined;
  for (const axis of axes) {
    const goesOn =
      b.source.offset - a.source.offset === size[axis]! * a.source.strides[axis]! &&
      b.destination.offset - a.destination.offset === size[axis]! * a.destination.strides[axis]!;
    if (!goesOn) continue;
    return { ...a, source: { ...a.source, size: size.with(axis, size[axis]! + b.source.size[axis]!) } };
  }
  return undefined;
}
