// Reading through: what a box of reads from a tensor finds where a region wrote it. Everything that merges rests on this
// one function, so it is exact: what it cannot express as few boxes it refuses.
import type { Region } from '../program/kernel.ts';
import type { View } from '../program/view.ts';

interface Affine {
  readonly offset: number;
  readonly strides: readonly number[];
}

/** An index space with the address that it reads and the one that it writes. */
export interface Box {
  readonly size: readonly number[];
  readonly source: Affine;
  readonly destination: Affine;
}

export interface Composed {
  /** Parts of the box that the region wrote; `source` reads the region's source instead. */
  readonly inside: readonly Box[];
  /** The rest; `source` is as it was. */
  readonly outside: readonly Box[];
}

/**
 * Splits a box that reads tensor T by what `region` wrote to T.
 *
 * An address in T is decomposed into the digits that the region's destination strides, from the greatest, count with;
 * a digit is the index along that axis. Where a digit is no affine function of the box's index, because of a carry from
 * the digit below, the box is split: an axis into periods, or the box in two at the carry. Where a digit leaves the
 * region, the box is clipped.
 * @param maxBoxes Bound on the splits.
 * @returns undefined where there would be more boxes, or the region's destination strides are not nested
 */
export function compose(box: Box, region: Region, maxBoxes: number): Composed | undefined {
  const digits = digitsOf(region);
  if (digits === undefined) return undefined;
  const inside: Box[] = [];
  const outside: Box[] = [];
  const stack = [upwards(box)];
  // A split can need several steps; a bound on steps is a bound on time.
  for (let steps = 0; stack.length > 0; steps++) {
    if (inside.length + outside.length + stack.length > maxBoxes || steps > 16 * maxBoxes) return undefined;
    const next = stack.pop()!;
    const step = locate(next, digits);
    if (step === 'outside') outside.push(next);
    else if ('split' in step) stack.push(...step.split.toReversed());
    else inside.push(step);
  }
  return { inside, outside };
}

/** A view of a tensor that a region wrote whole, as a view of the region's source; undefined where it is not one view. */
export function composeView(view: View, region: Region): View | undefined {
  const composed = compose({ size: view.size, source: view, destination: identity(view.size) }, region, 2);
  if (composed?.inside.length !== 1 || composed.outside.length > 0) return undefined;
  const { size, source } = forwards(composed.inside[0]!);
  // Splits of axes would change the index space.
  if (size.length !== view.size.length || size.some((count, axis) => count !== view.size[axis])) return undefined;
  return { tensor: region.source.tensor, offset: source.offset, size, strides: source.strides };
}

/**
 * A view as a function of the row-major position, over another index space of as many elements. Undefined where that is
 * no view.
 */
export function refactor(view: View, size: readonly number[]): View | undefined {
  if (size.length === view.size.length && size.every((count, axis) => count === view.size[axis])) return view;
  const position: View = { tensor: -1, offset: 0, size, strides: identity(size).strides };
  const region: Region = { source: view, destination: identity(view.size) };
  return composeView(position, region);
}

function identity(size: readonly number[]): Affine {
  const strides = new Array<number>(size.length).fill(1);
  for (let axis = size.length - 2; axis >= 0; axis--) strides[axis] = strides[axis + 1]! * size[axis + 1]!;
  return { offset: 0, strides };
}

interface Digit {
  /** Address that one step moves. */
  readonly stride: number;
  readonly count: number;
  /** Address in the region's source that one step moves. */
  readonly source: number;
}

interface Digits {
  readonly digits: readonly Digit[];
  readonly destination: number;
  readonly source: number;
}

/** From the greatest stride. Undefined where a lower digit can reach the next higher. */
function digitsOf({ source, destination }: Region): Digits | undefined {
  let [to, from] = [destination.offset, source.offset];
  const digits: Digit[] = [];
  for (const [axis, count] of source.size.entries()) {
    const [stride, move] = [destination.strides[axis]!, source.strides[axis]!];
    if (count === 1) continue;
    if (stride === 0) return undefined;
    if (stride > 0) digits.push({ stride, count, source: move });
    else {
      to += stride * (count - 1);
      from += move * (count - 1);
      digits.push({ stride: -stride, count, source: -move });
    }
  }
  digits.sort((a, b) => b.stride - a.stride);
  // The last digit is that of the elements between: only 0 was written.
  if (digits[digits.length - 1]?.stride !== 1) digits.push({ stride: 1, count: 1, source: 0 });
  let reach = 0;
  for (const { stride, count } of digits.toReversed()) {
    if (reach >= stride) return undefined;
    reach += stride * (count - 1);
  }
  return { digits, destination: to, source: from };
}

/** With strides of the source that are not negative. */
function upwards({ size, source, destination }: Box): Box {
  return turned({ size, source, destination }, (axis) => source.strides[axis]! < 0);
}

/** With strides of the destination that are not negative. */
export function forwards(box: Box): Box {
  return turned(box, (axis) => box.destination.strides[axis]! < 0);
}

function turned({ size, source, destination }: Box, isTurned: (axis: number) => boolean): Box {
  const turn = ({ offset, strides }: Affine): Affine => ({
    offset: strides.reduce((sum, stride, axis) => sum + (isTurned(axis) ? stride * (size[axis]! - 1) : 0), offset),
    strides: strides.map((stride, axis) => (isTurned(axis) ? -stride : stride)),
  });
  return { size, source: turn(source), destination: turn(destination) };
}

/** The box as read from the region's source, or that it lies outside, or smaller boxes to look at instead. */
function locate(
  box: Box,
  { digits, destination, source }: Digits,
): Box | 'outside' | { readonly split: readonly Box[] } {
  const { size } = box;
  let rest: Affine = { offset: box.source.offset - destination, strides: box.source.strides };
  let made: Affine = { offset: source, strides: size.map(() => 0) };
  for (const { stride, count, source: move } of digits) {
    const quotient = rest.strides.map((step) => Math.floor(step / stride));
    const remainder = rest.strides.map((step, axis) => step - quotient[axis]! * stride);
    const first = Math.floor(rest.offset / stride);
    const low = rest.offset - first * stride;
    const reach = remainder.reduce((sum, step, axis) => sum + step * (size[axis]! - 1), low);
    if (reach >= stride) return { split: splitAtCarry(box, remainder, low, stride) };
    const last = quotient.reduce((sum, step, axis) => sum + step * (size[axis]! - 1), first);
    if (last < 0 || first >= count) return 'outside';
    if (first < 0 || last >= count) return { split: clip(box, quotient, first, count) };
    rest = { offset: low, strides: remainder };
    made = {
      offset: made.offset + first * move,
      strides: made.strides.map((sum, axis) => sum + quotient[axis]! * move),
    };
  }
  return { size, source: made, destination: box.destination };
}

function splitAtCarry(box: Box, remainder: readonly number[], low: number, stride: number): readonly Box[] {
  const { size } = box;
  const reachOf = (axis: number): number => remainder[axis]! * (size[axis]! - 1);
  let axis = 0;
  for (const other of size.keys()) if (reachOf(other) > reachOf(axis)) axis = other;
  const others = size.reduce((sum, _, other) => sum + (other === axis ? 0 : reachOf(other)), low);
  const step = remainder[axis]!;
  const period = stride / gcd(stride, step);
  if (period < size[axis]! && others + step * (period - 1) < stride) {
    const whole = Math.floor(size[axis]! / period) * period;
    if (whole < size[axis]!) return cut(box, axis, whole);
    return [split(box, axis, period)];
  }
  const carry = Math.ceil((stride - others) / step);
  return cut(box, axis, carry > 0 && carry < size[axis]! ? carry : Math.floor(size[axis]! / 2));
}

function clip(box: Box, quotient: readonly number[], first: number, count: number): readonly Box[] {
  const { size } = box;
  const moving = [...size.keys()].filter((axis) => quotient[axis]! !== 0 && size[axis]! > 1);
  if (moving.length > 1) {
    // The range is no box of several axes: one after another of the shortest.
    const axis = moving.reduce((best, other) => (size[other]! < size[best]! ? other : best));
    return cut(box, axis, size[axis]! <= 8 ? 1 : Math.floor(size[axis]! / 2));
  }
  const axis = moving[0]!;
  const step = quotient[axis]!;
  const begin = Math.max(0, Math.ceil(-first / step));
  const end = Math.min(size[axis]!, Math.floor((count - 1 - first) / step) + 1);
  if (end <= begin) {
    // No index of this axis is inside: any cut will do, both halves are outside.
    return cut(box, axis, Math.max(1, Math.min(size[axis]! - 1, begin)));
  }
  return begin > 0 ? cut(box, axis, begin) : cut(box, axis, end);
}

/** Two boxes: indices below `at` along an axis, and the rest. */
function cut({ size, source, destination }: Box, axis: number, at: number): readonly [Box, Box] {
  const moved = ({ offset, strides }: Affine): Affine => ({ offset: offset + at * strides[axis]!, strides });
  return [
    { size: size.with(axis, at), source, destination },
    { size: size.with(axis, size[axis]! - at), source: moved(source), destination: moved(destination) },
  ];
}

/** One axis as two, the inner of `period` indices. */
function split({ size, source, destination }: Box, axis: number, period: number): Box {
  const double = ({ offset, strides }: Affine): Affine => ({
    offset,
    strides: strides.toSpliced(axis, 1, strides[axis]! * period, strides[axis]!),
  });
  return {
    size: size.toSpliced(axis, 1, size[axis]! / period, period),
    source: double(source),
    destination: double(destination),
  };
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
