// Resizing: along every axis, which elements an output element is made of and with which weights is known while
// compiling. One element each is a raster; a few are gathers and a weighted sum; many are a product with a matrix.
import { intOf, intsOf, stringOf } from '../context.ts';
import { tensorOf } from '../tensor.ts';
import type { ProgramBuilder, Value } from './builder.ts';
import { add, matmul, mul, scalar, select, widened } from './compute.ts';
import { axisOf, floatOf, floatsOf, known, type Lowerer, type Lowering, need, wrongType } from './lowering.ts';
import { moveAxis, pick, reshape } from './move.ts';

export const resizeLowerers: Readonly<Record<string, Lowerer>> = {
  Resize: (lowering) => [resize(lowering, settingsOf(lowering))],
  Upsample: (lowering) => {
    const mode = stringOf(lowering.node, 'mode') ?? 'nearest';
    const scales = lowering.inputs[1] ? known(lowering, 1, 'scales') : floatsOf(lowering.node, 'scales');
    return [resize(lowering, { ...old, mode, axes: axesOf(lowering, scales) })];
  },
};

interface Axis {
  readonly axis: number;
  /** Output elements an input element. */
  readonly scale: number;
  readonly size: number;
  /** Of the region of interest, as fractions. */
  readonly from: number;
  readonly to: number;
}

interface Settings {
  readonly axes: readonly Axis[];
  readonly mode: string;
  readonly coordinates: string;
  readonly nearest: string;
  readonly cubic: number;
  readonly excludesOutside: boolean;
  readonly antialias: boolean;
  readonly extrapolation: number;
}

/** Upsample, and Resize before opset 11. */
const old = {
  coordinates: 'asymmetric',
  nearest: 'floor',
  cubic: -0.75,
  excludesOutside: false,
  antialias: false,
  extrapolation: 0,
};

function axesOf(lowering: Lowering, scales: readonly number[] | undefined): readonly Axis[] {
  const { shape } = need(lowering, 0);
  if (scales?.length !== shape.length) throw wrongType(lowering.node, 'it has no scale for every axis');
  return scales.map((scale, axis) => ({ axis, scale, size: Math.floor(shape[axis]! * scale), from: 0, to: 1 }));
}

function settingsOf(lowering: Lowering): Settings {
  const { node, opset } = lowering;
  const mode = stringOf(node, 'mode') ?? 'nearest';
  const { shape } = need(lowering, 0);
  if (opset < 11) return { ...old, mode, axes: axesOf(lowering, known(lowering, 1, 'scales')) };
  const axes = (intsOf(node, 'axes') ?? shape.map((_, axis) => axis)).map((axis) => axisOf(node, axis, shape.length));
  const roi = known(lowering, 1, 'region') ?? [];
  const scales = known(lowering, 2, 'scales') ?? [];
  const sizes = known(lowering, 3, 'sizes') ?? [];
  if (scales.length !== axes.length && sizes.length !== axes.length) {
    throw wrongType(node, 'it has neither scales nor sizes for its axes');
  }
  const policy = stringOf(node, 'keep_aspect_ratio_policy') ?? 'stretch';
  const ratios = axes.map((axis, at) => sizes[at]! / shape[axis]!);
  const common = policy === 'not_larger' ? Math.min(...ratios) : Math.max(...ratios);
  return {
    mode,
    coordinates: stringOf(node, 'coordinate_transformation_mode') ?? 'half_pixel',
    nearest: stringOf(node, 'nearest_mode') ?? 'round_prefer_floor',
    cubic: floatOf(node, 'cubic_coeff_a', -0.75),
    excludesOutside: intOf(node, 'exclude_outside', 0) !== 0,
    antialias: intOf(node, 'antialias', 0) !== 0,
    extrapolation: floatOf(node, 'extrapolation_value', 0),
    axes: axes.map((axis, at): Axis => {
      const [from, to] = [roi[at] ?? 0, roi[at + axes.length] ?? 1];
      if (scales.length > 0) {
        return {
          axis,
          scale: scales[at]!,
          size: Math.floor(shape[axis]! * scales[at]! * cropOf(node, from, to)),
          from,
          to,
        };
      }
      const isStretched = policy === 'stretch';
      const size = isStretched ? sizes[at]! : Math.round(common * shape[axis]!);
      return { axis, scale: isStretched ? ratios[at]! : common, size, from, to };
    }),
  };
}

function cropOf(node: Lowering['node'], from: number, to: number): number {
  return stringOf(node, 'coordinate_transformation_mode') === 'tf_crop_and_resize' ? to - from : 1;
}

function resize(lowering: Lowering, settings: Settings): Value {
  const { b } = lowering;
  for (const { size } of settings.axes) b.list(size);
  const x = need(lowering, 0);
  const active = settings.axes.filter(
    ({ axis, size, scale }) => size !== x.shape[axis] || scale !== 1 || settings.coordinates === 'tf_crop_and_resize',
  );
  if (settings.mode === 'nearest') {
    const lists = x.shape.map((length, axis) => {
      const found = active.find((item) => item.axis === axis);
      return found && places(found, length, settings).map((at) => nearest(at, length, settings.nearest));
    });
    return extrapolate(b, pick(b, x, lists), x, active, settings);
  }
  const made = widened(b, [x], (x) => active.reduce((value, axis) => interpolate(b, value, axis, settings), x));
  return extrapolate(b, made, x, active, settings);
}

/** Coordinates in the input of every output element along an axis [ONNX Resize, coordinate_transformation_mode]. */
function places({ scale, size, from, to }: Axis, length: number, { coordinates }: Settings): readonly number[] {
  // Where a scale is given, its product with the length need not be whole, and the corners lie by that product.
  const steps = scale * length - 1;
  // In single precision, as runtimes compute: a place on the border between two elements falls to the same one.
  const centre = (at: number): number => Math.fround(Math.fround((at + 0.5) / Math.fround(scale)) - 0.5);
  return Array.from({ length: size }, (_, at) => {
    switch (coordinates) {
      case 'align_corners':
        return size === 1 ? 0 : (at * (length - 1)) / steps;
      case 'asymmetric':
        return Math.fround(at / Math.fround(scale));
      case 'tf_crop_and_resize':
        if (size === 1) return ((to - from) * (length - 1)) / 2 + from * (length - 1);
        return (at * (to - from) * (length - 1)) / (size - 1) + from * (length - 1);
      case 'pytorch_half_pixel':
        return size === 1 ? 0 : centre(at);
      case 'half_pixel_symmetric': {
        const center = length / 2;
        return center * (1 - size / (scale * length)) + (at + 0.5) / scale - 0.5;
      }
      default:
        return centre(at);
    }
  });
}

function nearest(place: number, length: number, mode: string): number {
  const rounded =
    mode === 'floor'
      ? Math.floor(place)
      : mode === 'ceil'
        ? Math.ceil(place)
        : mode === 'round_prefer_ceil'
          ? Math.floor(place + 0.5)
          : Math.ceil(place - 0.5);
  return Math.min(Math.max(rounded, 0), length - 1);
}

interface Tap {
  readonly index: number;
  readonly weight: number;
}

/** The input elements that an output element is made of; one outside is the nearest one inside. */
function tapsOf(place: number, length: number, scale: number, settings: Settings): readonly Tap[] {
  const base = Math.ceil(place) - 1;
  const ratio = place - base;
  const reach = settings.mode === 'linear' ? 1 : 2;
  // [ONNX Resize, antialias] The kernel is stretched when the size shrinks.
  const stretch = settings.antialias ? Math.min(scale, 1) : 1;
  const first = Math.floor(-reach / stretch) + 1;
  const taps = Array.from({ length: 2 - 2 * first }, (_, at): Tap => {
    const offset = first + at;
    const distance = Math.abs((offset - ratio) * stretch);
    const weight = settings.mode === 'linear' ? Math.max(0, 1 - distance) : cubic(distance, settings.cubic);
    return { index: base + offset, weight };
  });
  const kept = settings.excludesOutside ? taps.filter(({ index }) => index >= 0 && index < length) : taps;
  const isScaled = settings.excludesOutside || settings.antialias;
  const sum = isScaled ? kept.reduce((total, { weight }) => total + weight, 0) : 1;
  return kept.map(({ index, weight }) => ({ index: Math.min(Math.max(index, 0), length - 1), weight: weight / sum }));
}

/** The convolution kernel of Keys, with the slope `a`. */
function cubic(distance: number, a: number): number {
  const [square, cube] = [distance ** 2, distance ** 3];
  if (distance <= 1) return (a + 2) * cube - (a + 3) * square + 1;
  return distance < 2 ? a * cube - 5 * a * square + 8 * a * distance - 4 * a : 0;
}

/** Past this many elements a sum, the product with a matrix is less work than gathers. */
const maxGathered = 4;

function interpolate(b: ProgramBuilder, x: Value, axis: Axis, settings: Settings): Value {
  const length = x.shape[axis.axis]!;
  // A tap is a record of its own, which weighs as much as several numbers.
  b.list(4 * axis.size * (settings.antialias ? Math.ceil(4 / Math.min(axis.scale, 1)) : 4));
  const taps = places(axis, length, settings).map((place) => tapsOf(place, length, axis.scale, settings));
  const count = taps.reduce((most, list) => Math.max(most, list.length), 0);
  if (count > maxGathered) {
    b.list(length * axis.size);
    const weights = new Array<number>(length * axis.size).fill(0);
    for (const [at, list] of taps.entries()) {
      for (const { index, weight } of list) weights[index * axis.size + at]! += weight;
    }
    const matrix = b.constant(tensorOf(x.type, [length, axis.size], weights));
    const last = x.shape.length - 1;
    const rows = moveAxis(b, x, axis.axis, last);
    const flat = rows.shape.length === 1 ? reshape(b, rows, [1, length]) : rows;
    const product = matmul(b, flat, matrix);
    return moveAxis(b, reshape(b, product, [...rows.shape.slice(0, -1), axis.size]), last, axis.axis);
  }
  const shape = x.shape.map((_, at) => (at === axis.axis ? axis.size : 1));
  const terms = Array.from({ length: count }, (_, tap) => {
    const indices = taps.map((list) => list[tap]?.index ?? 0);
    const weights = taps.map((list) => list[tap]?.weight ?? 0);
    const picked = pick(
      b,
      x,
      x.shape.map((_, at) => (at === axis.axis ? indices : undefined)),
    );
    return mul(b, picked, b.constant(tensorOf(x.type, shape, weights)));
  });
  return terms.reduce((sum, term) => add(b, sum, term));
}

/** [ONNX Resize, tf_crop_and_resize] Outside of the input stands a constant. */
function extrapolate(b: ProgramBuilder, made: Value, x: Value, axes: readonly Axis[], settings: Settings): Value {
  if (settings.coordinates !== 'tf_crop_and_resize') return made;
  return axes.reduce((value, axis) => {
    const length = x.shape[axis.axis]!;
    const isInside = places(axis, length, settings).map((place) => Number(place >= 0 && place <= length - 1));
    if (!isInside.includes(0)) return value;
    const shape = x.shape.map((_, at) => (at === axis.axis ? axis.size : 1));
    const mask = b.constant(tensorOf('bool', shape, isInside));
    return select(b, mask, value, scalar(b, value.type, settings.extrapolation));
  }, made);
}
