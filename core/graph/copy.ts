// Copying an index space from one array into another, each with an offset and strides: what a region of a raster means, and
// how weights come into the order in which kernels read them.
import { fuseAxes } from './program/view.ts';
import type { Data } from './tensor.ts';

/** Element `offset + sum of index[k] * strides[k]` of an array, for an index of some space. */
export interface Addressing {
  readonly offset: number;
  readonly strides: readonly number[];
}

export interface Copy {
  readonly size: readonly number[];
  readonly source: Addressing;
  readonly destination: Addressing;
}

/** Bit for bit; the arrays have elements of one width. @throws RangeError where an address is outside its array */
export function copyElements({ size, source, destination }: Copy, from: Data, to: Data): void {
  if (size.includes(0)) return;
  checkReach(size, source, from.length);
  checkReach(size, destination, to.length);
  const fused = fuseAxes(size, [source.strides, destination.strides]);
  const axes = fused.size.map((count, axis): Axis => {
    return { count, read: fused.strides[0]![axis]!, write: fused.strides[1]![axis]! };
  });
  const [read, write] = [bitsOf(from), bitsOf(to)];
  for (const { nest, skipped } of inBlocks(axes)) {
    const origin = [source.offset + skipped.read, destination.offset + skipped.write] as const;
    if (read instanceof Uint32Array && write instanceof Uint32Array) copyWords(nest, read, origin[0], write, origin[1]);
    else copyOthers(nest, read, origin[0], write, origin[1]);
  }
}

interface Axis {
  readonly count: number;
  readonly read: number;
  readonly write: number;
}

/** Axes from the outermost loop to the innermost. */
interface Nest {
  readonly nest: readonly Axis[];
  /** Elements before the first one. */
  readonly skipped: { readonly read: number; readonly write: number };
}

/**
 * Loops in the order of the destination; where neighbours of the source lie elsewhere in that order, some of them are taken
 * at a time, so that a line of the cache that is read is used before it is gone.
 */
function inBlocks(given: readonly Axis[]): readonly Nest[] {
  const axes = given.toSorted((a, b) => Math.abs(b.write) - Math.abs(a.write));
  const none = { read: 0, write: 0 };
  const nearest = (list: readonly Axis[]): Axis | undefined =>
    list.reduce<Axis | undefined>(
      (best, axis) => (best && Math.abs(best.read) <= Math.abs(axis.read) ? best : axis),
      undefined,
    );
  const run = nearest(axes) === axes.at(-1) ? axes.slice(-1) : [];
  const rest = axes.slice(0, axes.length - run.length);
  const neighbours = nearest(rest);
  const width = Math.max(1, Math.floor(block / (run[0]?.count ?? 1)));
  if (neighbours === undefined || neighbours === rest.at(-1) || width === 1 || neighbours.count <= width)
    return [{ nest: axes, skipped: none }];
  const { count, read, write } = neighbours;
  const others = rest.filter((axis) => axis !== neighbours);
  const blocks = Math.floor(count / width);
  const part = (outer: number, inner: number): readonly Axis[] => [
    ...others.slice(0, -1),
    { count: outer, read: read * width, write: write * width },
    ...others.slice(-1),
    { count: inner, read, write },
    ...run,
  ];
  const whole: Nest = { nest: part(blocks, width), skipped: none };
  if (count % width === 0) return [whole];
  const skipped = { read: blocks * width * read, write: blocks * width * write };
  return [whole, { nest: part(1, count % width), skipped }];
}

/** Elements: two lines of a cache. */
const block = 32;

function checkReach(size: readonly number[], { offset, strides }: Addressing, length: number): void {
  let [low, high] = [offset, offset];
  for (const [axis, stride] of strides.entries()) {
    if (stride < 0) low += stride * (size[axis]! - 1);
    else high += stride * (size[axis]! - 1);
  }
  if (low < 0 || high >= length) throw new RangeError(`elements ${low} to ${high} of ${length}`);
}

type Bits = Uint8Array | Uint16Array | Uint32Array | BigUint64Array;

/** A float could lose the bits of a NaN on its way through a number. */
function bitsOf(data: Data): Bits {
  const { buffer, byteOffset, length } = data;
  switch (data.BYTES_PER_ELEMENT) {
    case 1:
      return new Uint8Array(buffer, byteOffset, length);
    case 2:
      return new Uint16Array(buffer, byteOffset, length);
    case 4:
      return new Uint32Array(buffer, byteOffset, length);
    default:
      return new BigUint64Array(buffer, byteOffset, length);
  }
}

/** Of weights; apart from `copyOthers`, so that the engine sees arrays of one type here. */
function copyWords(nest: readonly Axis[], from: Uint32Array, readAt: number, to: Uint32Array, writeAt: number): void {
  if (nest.length > 3) {
    const { count, read, write } = nest[0]!;
    const inner = nest.slice(1);
    for (let at = 0; at < count; at++) copyWords(inner, from, readAt + at * read, to, writeAt + at * write);
    return;
  }
  const [planes, rows, columns] = [nest.at(-3) ?? one, nest.at(-2) ?? one, nest.at(-1) ?? one];
  const { count: length, read: readColumn, write: writeColumn } = columns;
  const isLong = writeColumn === 1 && length >= longRun;
  const isRun = isLong && readColumn === 1;
  const isSame = isLong && readColumn === 0;
  for (let plane = 0; plane < planes.count; plane++) {
    let readRow = readAt + plane * planes.read;
    let writeRow = writeAt + plane * planes.write;
    for (let row = 0; row < rows.count; row++, readRow += rows.read, writeRow += rows.write) {
      if (isRun) to.set(from.subarray(readRow, readRow + length), writeRow);
      else if (isSame) to.fill(from[readRow]!, writeRow, writeRow + length);
      else for (let at = 0; at < length; at++) to[writeRow + at * writeColumn] = from[readRow + at * readColumn]!;
    }
  }
}

const one: Axis = { count: 1, read: 0, write: 0 };

/** Elements from which on a run is copied as a whole. */
const longRun = 48;

function copyOthers([axis, ...inner]: readonly Axis[], from: Bits, readAt: number, to: Bits, writeAt: number): void {
  const { count, read, write } = axis ?? one;
  for (let at = 0; at < count; at++) {
    if (inner.length > 0) copyOthers(inner, from, readAt + at * read, to, writeAt + at * write);
    else to[writeAt + at * write] = from[readAt + at * read]!;
  }
}
