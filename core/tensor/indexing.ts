// Indexing as NumPy has it. Slices, integers, new axes and dots are operators; masks and arrays of indices have a size that
// hangs on values, so they become a list of places, computed here.
import { elements } from '../graph/graph.ts';
import { denseStrides } from '../graph/program/view.ts';
import { apply, type Expression, ints, leaf } from './expression.ts';
import { ArrayFailure } from './failure.ts';
import { broadcast, cast, expand, reshape } from './types.ts';

export type Key =
  | { readonly kind: 'integer'; readonly at: number }
  | {
      readonly kind: 'slice';
      readonly start: number | null;
      readonly stop: number | null;
      readonly step: number | null;
    }
  | { readonly kind: 'axis' }
  | { readonly kind: 'dots' }
  | { readonly kind: 'places'; readonly shape: readonly number[]; readonly values: readonly number[] }
  | { readonly kind: 'mask'; readonly shape: readonly number[]; readonly values: readonly number[] };

/** What of an axis is taken: a run of so many, from `start` on. */
interface Run {
  readonly start: number;
  readonly step: number;
  readonly size: number;
}

/** @throws ArrayFailure IndexError for places out of bounds and too many of them, ValueError for a step of 0 */
export function read(x: Expression, keys: readonly Key[]): Expression {
  const full = spelledOut(keys, x.shape.length);
  if (full.some(({ kind }) => kind === 'places' || kind === 'mask')) {
    const { places, shape } = placesOf(x.shape, full);
    return apply('Gather', [reshape(x, [-1]), leaf('int32', shape, places)], x.type, shape);
  }
  const { runs, shape } = runsOf(x.shape, full);
  const cut = runs.flatMap((run, axis) => (isWhole(run, x.shape[axis]!) ? [] : [{ ...run, axis }]));
  // ONNX counts an end below 0 from the back, so one before the first element is far below.
  const ends = cut.map(({ start, step, size }) => start + step * size).map((end) => (end < 0 ? -(2 ** 31) : end));
  const inputs = [x, ints(cut.map(({ start }) => start)), ints(ends), ints(cut.map(({ axis }) => axis))];
  const sliced =
    cut.length === 0
      ? x
      : apply(
          'Slice',
          [...inputs, ints(cut.map(({ step }) => step))],
          x.type,
          runs.map(({ size }) => size),
        );
  return reshape(sliced, shape);
}

/** The array with `value` at `keys`; the array given is left as it is. */
export function written(x: Expression, keys: readonly Key[], value: Expression): Expression {
  const { places, shape } = placesOf(x.shape, spelledOut(keys, x.shape.length));
  if (places.length === 0) return x;
  const updates = reshape(expand(trimmed(cast(value, x.type), shape), shape), [-1]);
  const flat = reshape(x, [-1]);
  const where = leaf('int32', [places.length], places);
  return reshape(apply('ScatterElements', [flat, where, updates], x.type, flat.shape), x.shape);
}

/** NumPy lets a value have axes of size 1 in front that the place does not have. */
function trimmed(value: Expression, shape: readonly number[]): Expression {
  const extra = value.shape.length - shape.length;
  return extra > 0 && value.shape.slice(0, extra).every((size) => size === 1)
    ? reshape(value, value.shape.slice(extra))
    : value;
}

/** One key for each axis, in place of dots and of what is left out. */
function spelledOut(keys: readonly Key[], rank: number): Key[] {
  const used = keys.reduce((sum, key) => sum + (key.kind === 'mask' ? key.shape.length : isOfAxis(key) ? 1 : 0), 0);
  if (used > rank)
    throw indexFailure(`too many indices for array: array is ${rank}-dimensional, but ${used} were indexed`);
  const dots = keys.findIndex(({ kind }) => kind === 'dots');
  if (dots !== keys.findLastIndex(({ kind }) => kind === 'dots'))
    throw indexFailure("an index can only have a single ellipsis ('...')");
  const rest = Array.from({ length: rank - used }, (): Key => ({ kind: 'slice', start: null, stop: null, step: null }));
  return dots < 0 ? [...keys, ...rest] : [...keys.slice(0, dots), ...rest, ...keys.slice(dots + 1)];
}

function isOfAxis({ kind }: Key): boolean {
  return kind === 'integer' || kind === 'slice' || kind === 'places';
}

function runsOf(sizes: readonly number[], keys: readonly Key[]): { runs: Run[]; shape: number[] } {
  const runs: Run[] = [];
  const shape: number[] = [];
  for (const key of keys) {
    if (key.kind === 'axis') shape.push(1);
    else {
      const run = runOf(key, sizes[runs.length]!, runs.length);
      if (key.kind === 'slice') shape.push(run.size);
      runs.push(run);
    }
  }
  return { runs, shape };
}

function runOf(key: Key, size: number, axis: number): Run {
  if (key.kind === 'integer') return { start: inBounds(key.at, size, axis), step: 1, size: 1 };
  if (key.kind !== 'slice') throw new Error('a slice or an integer is expected');
  const step = key.step ?? 1;
  if (step === 0) throw new ArrayFailure('ValueError', 'slice step cannot be zero');
  // As Python's slice.indices.
  const [least, most] = step > 0 ? [0, size] : [-1, size - 1];
  const clamp = (at: number) => Math.min(Math.max(at < 0 ? at + size : at, least), most);
  const start = key.start === null ? (step > 0 ? least : most) : clamp(key.start);
  const stop = key.stop === null ? (step > 0 ? most : least) : clamp(key.stop);
  return { start, step, size: Math.max(0, Math.ceil((stop - start) / step)) };
}

function inBounds(at: number, size: number, axis: number): number {
  if (at < -size || at >= size) throw indexFailure(`index ${at} is out of bounds for axis ${axis} with size ${size}`);
  return at < 0 ? at + size : at;
}

function isWhole({ start, step, size }: Run, of: number): boolean {
  return start === 0 && step === 1 && size === of;
}

/** Places in row-major order of the array, in the shape of the result. */
function placesOf(sizes: readonly number[], keys: readonly Key[]): { places: Int32Array; shape: number[] } {
  const strides = denseStrides(sizes);
  /** What each axis of the result, or the arrays together, add to the place. */
  const plain: { readonly offsets: readonly number[]; readonly at: number }[] = [];
  const arrays: { readonly shape: readonly number[]; readonly offsets: readonly number[] }[] = [];
  const positions: number[] = [];
  let axis = 0;
  let base = 0;
  const isAdvanced = keys.some(({ kind }) => kind === 'places' || kind === 'mask');
  for (const [at, key] of keys.entries()) {
    if (key.kind === 'axis') plain.push({ offsets: [0], at });
    else if (key.kind === 'mask') {
      positions.push(at);
      const covered = sizes.slice(axis, axis + key.shape.length);
      for (const [along, size] of covered.entries())
        if (key.shape[along] !== size)
          throw indexFailure(
            `boolean index did not match indexed array along axis ${axis + along}; size of axis is ${size} but size of corresponding boolean axis is ${key.shape[along]}`,
          );
      const step = strides[axis + key.shape.length - 1] ?? 1;
      const offsets = key.values.flatMap((value, place) => (value === 0 ? [] : [place * step]));
      arrays.push({ shape: [offsets.length], offsets });
      axis += key.shape.length;
    } else if (key.kind === 'places' || (key.kind === 'integer' && isAdvanced)) {
      positions.push(at);
      const [size, stride, along] = [sizes[axis]!, strides[axis]!, axis];
      const { shape, values } = key.kind === 'places' ? key : { shape: [], values: [key.at] };
      arrays.push({ shape, offsets: values.map((value) => inBounds(value, size, along) * stride) });
      axis++;
    } else {
      const { start, step, size } = runOf(key, sizes[axis]!, axis);
      const stride = strides[axis]!;
      base += start * stride;
      if (key.kind === 'slice') plain.push({ offsets: Array.from({ length: size }, (_, i) => i * step * stride), at });
      axis++;
    }
  }
  const isTogether = positions.every((position, i) => i === 0 || position === positions[i - 1]! + 1);
  // Arrays that stand apart come first in the result.
  const front = isTogether ? (positions[0] ?? 0) : -1;
  const before = plain.filter(({ at }) => at < front).map(({ offsets }) => offsets);
  const after = plain.filter(({ at }) => at >= front).map(({ offsets }) => offsets);
  const common = broadcastIndices(arrays.map(({ shape }) => shape));
  const joined = Array.from({ length: elements(common) }, (_, at) =>
    arrays.reduce((sum, array) => sum + array.offsets[placeIn(array.shape, common, at)]!, 0),
  );
  const middle = isAdvanced ? [joined] : [];
  const shape = [
    ...before.map(({ length }) => length),
    ...(isAdvanced ? common : []),
    ...after.map(({ length }) => length),
  ];
  return { places: sums(base, [...before, ...middle, ...after]), shape };
}

function broadcastIndices(shapes: readonly (readonly number[])[]): readonly number[] {
  try {
    return broadcast(shapes);
  } catch {
    throw indexFailure('shape mismatch: indexing arrays could not be broadcast together');
  }
}

/** Which element of an array of `shape` stands at element `at` of `common`, to which it is broadcast. */
function placeIn(shape: readonly number[], common: readonly number[], at: number): number {
  let rest = at;
  let place = 0;
  let stride = 1;
  for (let axis = common.length - 1; axis >= 0; axis--) {
    const own = shape[axis - common.length + shape.length] ?? 1;
    if (own !== 1) place += (rest % common[axis]!) * stride;
    stride *= own;
    rest = Math.floor(rest / common[axis]!);
  }
  return place;
}

/** Every sum of one of each list, in row-major order. */
function sums(base: number, lists: readonly (readonly number[])[]): Int32Array {
  return Int32Array.from(
    lists.reduce<readonly number[]>((all, list) => all.flatMap((sum) => list.map((offset) => sum + offset)), [base]),
  );
}

function indexFailure(message: string): ArrayFailure {
  return new ArrayFailure('IndexError', message);
}
