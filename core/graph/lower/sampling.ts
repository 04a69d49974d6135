// Sampling at places that are data: coordinates by element-wise steps, then a gather for every neighbour and a weighted
// sum.
import { intOf, stringOf } from '../context.ts';
import { elements } from '../graph.ts';
import { denseStrides, type View } from '../program/view.ts';
import { tensorOf } from '../tensor.ts';
import type { ProgramBuilder, Value } from './builder.ts';
import {
  add,
  cast,
  clamp,
  iota,
  map,
  matmul,
  mul,
  reduce,
  scalar,
  select,
  sub,
  widened,
  withNumber,
} from './compute.ts';
import { emitGather } from './indexing.ts';
import { floatOf, known, type Lowerer, type Lowering, NotLowered, need, wrongType } from './lowering.ts';
import { concat, expand, reshape, sliceAxis, transpose } from './move.ts';

export const samplingLowerers: Readonly<Record<string, Lowerer>> = {
  GridSample: (lowering) => [gridSample(lowering)],
  AffineGrid: (lowering) => [affineGrid(lowering)],
  RoiAlign: (lowering) => [roiAlign(lowering)],
};

/** x [batch, channels, space..], grid [batch, places.., axes] with coordinates in -1 to 1, the last axis first. */
function gridSample(lowering: Lowering): Value {
  const { b, node } = lowering;
  const [x, given] = [need(lowering, 0), need(lowering, 1)];
  const [batch, channels, ...space] = x.shape as [number, number, ...number[]];
  const mode = stringOf(node, 'mode') ?? 'linear';
  const padding = stringOf(node, 'padding_mode') ?? 'zeros';
  const isAligned = intOf(node, 'align_corners', 0) !== 0;
  const rank = space.length;
  if (given.shape.length !== rank + 2 || given.shape[rank + 1] !== rank)
    throw wrongType(node, `a grid of [${given.shape}]`);
  const places = given.shape.slice(1, -1);
  const count = elements(places);
  const type = x.type === 'float64' ? 'float64' : 'float32';
  const grid = cast(b, given, type);
  const coordinates = space.map((size, axis) => {
    const raw = reshape(b, sliceAxis(b, grid, rank + 1, rank - 1 - axis, 1), [batch, count]);
    const shifted = withNumber(b, 'add', raw, 1);
    if (isAligned) return withNumber(b, 'mul', shifted, (size - 1) / 2);
    return withNumber(b, 'sub', withNumber(b, 'mul', shifted, size / 2), 0.5);
  });
  const isNearest = mode === 'nearest';
  const isCubic = mode === 'cubic' || mode === 'bicubic';
  const inside = (place: Value, size: number): Value => fold(b, place, size, padding, isAligned);
  const axes = coordinates.map((place, axis): readonly Tap[] => {
    const size = space[axis]!;
    if (isNearest) return [{ place: map(b, 'round', [inside(place, size)]), weight: undefined }];
    // The neighbours of a cubic are folded one by one, those of a linear with the place itself.
    const from = isCubic ? place : inside(place, size);
    const floor = map(b, 'floor', [from]);
    const ratio = sub(b, from, floor);
    if (!isCubic) {
      return [
        { place: floor, weight: sub(b, scalar(b, type, 1), ratio) },
        { place: withNumber(b, 'add', floor, 1), weight: ratio },
      ];
    }
    return [-1, 0, 1, 2].map((step) => ({
      place: inside(withNumber(b, 'add', floor, step), size),
      weight: cubicWeight(b, ratio, step),
    }));
  });
  const wide = cast(b, x, type);
  const sum = weightedSum(b, wide, axes, padding === 'zeros', [batch, count]);
  return cast(b, reshape(b, sum, [batch, channels, ...places]), x.type);
}

interface Tap {
  /** Whole numbers as floats, [batch, count]. */
  readonly place: Value;
  /** Undefined: 1. */
  readonly weight: Value | undefined;
}

/** The kernel of Keys with slope -0.75 at a whole distance from `ratio`. */
function cubicWeight(b: ProgramBuilder, ratio: Value, step: number): Value {
  const a = -0.75;
  const distance = map(b, 'abs', [withNumber(b, 'sub', ratio, step)]);
  const near = step === 0 || step === 1;
  // Horner's form of the two polynomials.
  const [c3, c2, c1, c0] = near ? [a + 2, -(a + 3), 0, 1] : [a, -5 * a, 8 * a, -4 * a];
  const first = withNumber(b, 'add', withNumber(b, 'mul', distance, c3!), c2!);
  const second = withNumber(b, 'add', mul(b, first, distance), c1!);
  return withNumber(b, 'add', mul(b, second, distance), c0!);
}

/** A coordinate outside by the rule of the padding. */
function fold(b: ProgramBuilder, place: Value, size: number, padding: string, isAligned: boolean): Value {
  if (padding === 'border') return clamp(b, place, scalar(b, place.type, 0), scalar(b, place.type, size - 1));
  if (padding !== 'reflection') return place;
  const [low, high] = isAligned ? [0, size - 1] : [-0.5, size - 0.5];
  const range = high - low;
  if (range === 0) return withNumber(b, 'mul', place, 0);
  const period = withNumber(b, 'mod', withNumber(b, 'sub', place, low), 2 * range);
  const back = sub(b, scalar(b, place.type, 2 * range), period);
  const mirrored = withNumber(b, 'add', map(b, 'min', [period, back]), low);
  return clamp(b, mirrored, scalar(b, place.type, 0), scalar(b, place.type, size - 1));
}

/**
 * The sum over all combinations of neighbours along the axes, [batch, channels, count].
 * @param dropsOutside Whether a neighbour outside counts nothing.
 */
function weightedSum(
  b: ProgramBuilder,
  x: Value,
  axes: readonly (readonly Tap[])[],
  dropsOutside: boolean,
  [batch, count]: readonly [number, number],
): Value {
  const [, channels, ...space] = x.shape as [number, number, ...number[]];
  const strides = denseStrides(x.shape);
  const zero = scalar(b, x.type, 0);
  // Along an axis: indices that are inside, and a weight that is 0 where the place is not.
  const prepared = axes.map((taps, axis) =>
    taps.map(({ place, weight }) => {
      const last = scalar(b, place.type, space[axis]! - 1);
      const index = cast(b, clamp(b, place, zero, last), 'int64');
      if (!dropsOutside) return { index, weight };
      const isInside = map(b, 'and', [map(b, 'greaterOrEqual', [place, zero]), map(b, 'lessOrEqual', [place, last])]);
      return { index, weight: select(b, isInside, weight ?? scalar(b, place.type, 1), zero) };
    }),
  );
  let combinations: readonly (readonly (typeof prepared)[number][number][])[] = [[]];
  for (const taps of prepared) combinations = combinations.flatMap((prefix) => taps.map((tap) => [...prefix, tap]));
  const size = [batch, channels, count];
  const terms = combinations.map((taps) => {
    const source: View = { tensor: x.id, offset: 0, size, strides: [strides[0]!, strides[1]!, 0] };
    const indices = taps.map(({ index }, axis) => ({
      view: { tensor: index.id, offset: 0, size, strides: [count, 0, 1] },
      stride: strides[2 + axis]!,
      extent: space[axis]!,
    }));
    const value = emitGather(b, x, size, source, indices);
    const weights = taps.flatMap(({ weight }) => (weight ? [reshape(b, weight, [batch, 1, count])] : []));
    return weights.reduce((product, weight) => mul(b, product, weight), value);
  });
  return terms.reduce((sum, term) => add(b, sum, term));
}

/** theta [batch, axes, axes + 1] times the places of a grid from -1 to 1. */
function affineGrid(lowering: Lowering): Value {
  const { b, node } = lowering;
  const theta = need(lowering, 0);
  const [batch, , ...space] = known(lowering, 1, 'sizes') as [number, number, ...number[]];
  const isAligned = intOf(node, 'align_corners', 0) !== 0;
  const count = elements(space);
  const rank = space.length;
  const coordinates = space.map((size, axis) => {
    const at = (index: number): number =>
      isAligned ? (size === 1 ? 0 : -1 + (2 * index) / (size - 1)) : -1 + (2 * index + 1) / size;
    const shape = space.map((_, other) => (other === axis ? size : 1));
    b.list(size);
    const values = Array.from({ length: size }, (_, index) => at(index));
    return reshape(b, expand(b, b.constant(tensorOf(theta.type, shape, values)), space), [1, count]);
  });
  const ones = reshape(b, expand(b, scalar(b, theta.type, 1), [1, count]), [1, count]);
  const places = concat(b, [...coordinates.toReversed(), ones], 0);
  const made = matmul(b, theta, places);
  return reshape(b, transpose(b, made, [0, 2, 1]), [batch, ...space, rank]);
}

/** x [batch, channels, height, width], regions [count, 4] as x1, y1, x2, y2, and which element of the batch each is of. */
function roiAlign(lowering: Lowering): Value {
  const { b, node, opset } = lowering;
  const [x, regions, which] = [need(lowering, 0), need(lowering, 1), need(lowering, 2)];
  const [, channels, ...space] = x.shape as [number, number, number, number];
  const samples = intOf(node, 'sampling_ratio', 0);
  if (samples <= 0) throw new NotLowered('how many samples it takes depends on data');
  const pooled = [intOf(node, 'output_height', 1), intOf(node, 'output_width', 1)];
  const isHalf =
    (stringOf(node, 'coordinate_transformation_mode') ?? (opset >= 16 ? 'half_pixel' : '')) === 'half_pixel';
  const scale = floatOf(node, 'spatial_scale', 1);
  const count = regions.shape[0]!;
  const strides = denseStrides(x.shape);
  return widened(b, [x, regions], (x, regions) => {
    const corner = (at: number): Value =>
      withNumber(b, 'sub', withNumber(b, 'mul', sliceAxis(b, regions!, 1, at, 1), scale), isHalf ? 0.5 : 0);
    // Along y and then x: neighbours of every sample, [count, bins x samples].
    const axes = [0, 1].map((axis) => {
      const [begin, end] = [corner(1 - axis), corner(3 - axis)];
      const length = sub(b, end, begin);
      const span = isHalf ? length : withNumber(b, 'max', length, 1);
      const bins = pooled[axis]!;
      const steps = cast(b, iota(b, 2, 1, bins * samples), x!.type);
      const offset = withNumber(b, 'div', withNumber(b, 'add', steps, 0.5), samples);
      const place = add(b, begin, mul(b, withNumber(b, 'div', span, bins), offset));
      const size = space[axis]!;
      const isInside = map(b, 'and', [
        withNumber(b, 'greaterOrEqual', place, -1),
        withNumber(b, 'lessOrEqual', place, size),
      ]);
      const clamped = clamp(b, place, scalar(b, place.type, 0), scalar(b, place.type, size - 1));
      const low = map(b, 'floor', [clamped]);
      const ratio = sub(b, clamped, low);
      const drop = (weight: Value): Value => select(b, isInside, weight, scalar(b, place.type, 0));
      const index = (value: Value): Value => cast(b, withNumber(b, 'min', value, size - 1), 'int64');
      return [
        { index: index(low), weight: drop(sub(b, scalar(b, place.type, 1), ratio)) },
        { index: index(withNumber(b, 'add', low, 1)), weight: drop(ratio) },
      ] as const;
    });
    const [rows, columns] = [pooled[0]! * samples, pooled[1]! * samples];
    const size = [count, channels, rows, columns];
    const batch = cast(b, which, 'int64');
    const terms = axes[0]!.flatMap((y) =>
      axes[1]!.map((at) => {
        const view = (value: Value, steps: readonly number[]): View => ({
          tensor: value.id,
          offset: 0,
          size,
          strides: steps,
        });
        const value = emitGather(b, x!, size, view(x!, [0, strides[1]!, 0, 0]), [
          { view: view(batch, [1, 0, 0, 0]), stride: strides[0]!, extent: x!.shape[0]! },
          { view: view(y.index, [rows, 0, 1, 0]), stride: strides[2]!, extent: space[0]! },
          { view: view(at.index, [columns, 0, 0, 1]), stride: strides[3]!, extent: space[1]! },
        ]);
        const weight = mul(b, reshape(b, y.weight, [count, 1, rows, 1]), reshape(b, at.weight, [count, 1, 1, columns]));
        return mul(b, value, weight);
      }),
    );
    const grouped = (value: Value): Value =>
      reshape(b, value, [count, channels, pooled[0]!, samples, pooled[1]!, samples]);
    const isMax = stringOf(node, 'mode') === 'max';
    // The maximum is that of the weighted neighbours, each alone [ONNX RoiAlign, reference].
    const value = isMax
      ? terms.map(grouped).reduce((best, term) => map(b, 'max', [best, term]))
      : grouped(terms.reduce((sum, term) => add(b, sum, term)));
    return reshape(b, reduce(b, isMax ? 'max' : 'mean', value, [3, 5]), [count, channels, ...pooled]);
  });
}
