// Transform ops: they change the shape or the order of elements and compute nothing, so each becomes rasters.
import { intOf, intsOf, stringOf } from '../context.ts';
import { elements } from '../graph.ts';
import { broadcastShapes, elementTypes } from '../shapes.ts';
import { allocate, isBig, numbersOf, type Scalar, tensorOf, wrap, writerOf } from '../tensor.ts';
import type { Value } from './builder.ts';
import { iota, map, scalar, select, withNumber } from './compute.ts';
import { axisOf, known, type Lowerer, type Lowering, NotLowered, need, wrongType } from './lowering.ts';
import { concat, expand, filled, pick, type Range, reshape, slice, sliceAxis, tile, transpose } from './move.ts';

export const transformLowerers: Readonly<Record<string, Lowerer>> = {
  Identity: (lowering) => [need(lowering, 0)],
  Reshape: reshapeOp,
  Flatten: (lowering) => {
    const x = need(lowering, 0);
    const axis = intOf(lowering.node, 'axis', 1);
    const split = axis < 0 ? axis + x.shape.length : axis;
    return [reshape(lowering.b, x, [elements(x.shape.slice(0, split)), elements(x.shape.slice(split))])];
  },
  Squeeze: (lowering) => {
    const x = need(lowering, 0);
    const axes = axesOf(lowering, 1)?.map((axis) => axisOf(lowering.node, axis, x.shape.length));
    const shape = x.shape.filter((size, axis) => (axes ? !axes.includes(axis) : size !== 1));
    return [reshape(lowering.b, x, shape)];
  },
  Unsqueeze: (lowering) => {
    const x = need(lowering, 0);
    const given = axesOf(lowering, 1) ?? [];
    const rank = x.shape.length + given.length;
    const axes = given.map((axis) => axisOf(lowering.node, axis, rank));
    const rest = x.shape.values();
    const shape = Array.from({ length: rank }, (_, axis) => (axes.includes(axis) ? 1 : rest.next().value!));
    return [reshape(lowering.b, x, shape)];
  },
  Transpose: (lowering) => {
    const x = need(lowering, 0);
    const order = intsOf(lowering.node, 'perm') ?? x.shape.map((_, axis) => x.shape.length - 1 - axis);
    if ([...order].sort((a, b) => a - b).some((axis, at) => axis !== at) || order.length !== x.shape.length) {
      throw wrongType(lowering.node, `[${order}] is no order of ${x.shape.length} axes`);
    }
    return [transpose(lowering.b, x, order)];
  },
  Concat: (lowering) => {
    const parts = lowering.inputs.map((_, at) => need(lowering, at));
    const first = need(lowering, 0);
    const axis = axisOf(lowering.node, intOf(lowering.node, 'axis', lowering.opset < 4 ? 1 : 0), first.shape.length);
    for (const { type, shape } of parts) {
      const fits =
        shape.length === first.shape.length && shape.every((size, at) => at === axis || size === first.shape[at]);
      if (!fits || type !== first.type) throw wrongType(lowering.node, 'its inputs do not fit together');
    }
    return [concat(lowering.b, parts, axis)];
  },
  Split: split,
  Slice: (lowering) => [slice(lowering.b, need(lowering, 0), rangesOf(lowering))],
  Expand: (lowering) => {
    const x = need(lowering, 0);
    const shape = broadcastShapes([x.shape, known(lowering, 1, 'sizes')!]);
    if (shape === undefined) throw wrongType(lowering.node, `[${x.shape}] does not broadcast so`);
    return [expand(lowering.b, x, shape)];
  },
  Tile: (lowering) => {
    const x = need(lowering, 0);
    const repeats = known(lowering, 1, 'repeats')!;
    if (lowering.inputs[2] !== undefined) {
      const axis = known(lowering, 2, 'axis')![0]!;
      return [tile(lowering.b, x, new Array<number>(x.shape.length).fill(1).with(axis, repeats[0]!))];
    }
    return [tile(lowering.b, x, repeats)];
  },
  Pad: pad,
  DepthToSpace: (lowering) => {
    const { b, node } = lowering;
    const x = need(lowering, 0);
    const block = intOf(node, 'blocksize', 1);
    const [n, c, h, w] = x.shape as [number, number, number, number];
    const channels = c / block ** 2;
    const isColumns = stringOf(node, 'mode') === 'CRD';
    const parts = isColumns ? [n, channels, block, block, h, w] : [n, block, block, channels, h, w];
    const order = isColumns ? [0, 1, 4, 2, 5, 3] : [0, 3, 4, 1, 5, 2];
    return [reshape(b, transpose(b, reshape(b, x, parts), order), [n, channels, h * block, w * block])];
  },
  SpaceToDepth: (lowering) => {
    const { b, node } = lowering;
    const x = need(lowering, 0);
    const block = intOf(node, 'blocksize', 1);
    const [n, c, h, w] = x.shape as [number, number, number, number];
    const parts = reshape(b, x, [n, c, h / block, block, w / block, block]);
    return [reshape(b, transpose(b, parts, [0, 3, 5, 1, 2, 4]), [n, c * block ** 2, h / block, w / block])];
  },
  Shape: (lowering) => {
    const { shape } = need(lowering, 0);
    const { node, b } = lowering;
    const sizes = shape.slice(intOf(node, 'start', 0), node.attributes.end ? intOf(node, 'end', 0) : undefined);
    return [b.constant(tensorOf('int64', [sizes.length], sizes))];
  },
  Size: (lowering) => [scalar(lowering.b, 'int64', elements(need(lowering, 0).shape))],
  ConstantOfShape: (lowering) => {
    const { b, node } = lowering;
    const shape = known(lowering, 0, 'sizes')!;
    const { value } = node.attributes;
    if (value?.kind === 'tensor') return [filled(b, value.value.type, shape, firstOf(value.value))];
    const type = elementTypes.get(intOf(node, 'value_type', 1)) ?? 'float32';
    return [filled(b, type, shape, wrap(type, intOf(node, 'value_int', 0)))];
  },
  EyeLike: (lowering) => {
    const { b, node } = lowering;
    const x = need(lowering, 0);
    const type = elementTypes.get(intOf(node, 'dtype', 0)) ?? x.type;
    const [rows, columns] = x.shape as [number, number];
    const shift = intOf(node, 'k', 0);
    const column = withNumber(b, 'sub', iota(b, 2, 1, columns), shift);
    const mask = map(b, 'equal', [iota(b, 2, 0, rows), column]);
    return [map(b, 'cast', [mask], type)];
  },
  Trilu: (lowering) => {
    const { b, node } = lowering;
    const x = need(lowering, 0);
    const shift = known(lowering, 1, 'diagonal')?.[0] ?? 0;
    const [rows, columns] = x.shape.slice(-2) as [number, number];
    const row = withNumber(b, 'add', iota(b, 2, 0, rows), shift);
    const mask = map(b, intOf(node, 'upper', 1) ? 'lessOrEqual' : 'greaterOrEqual', [row, iota(b, 2, 1, columns)]);
    return [select(b, mask, x, scalar(b, x.type, 0))];
  },
  Range: (lowering) => {
    const { b } = lowering;
    const { type } = need(lowering, 0);
    const [start, limit, step] = [0, 1, 2].map((at) => known(lowering, at, 'bounds')?.[0]) as [number, number, number];
    const count = Math.max(0, Math.ceil((limit - start) / step));
    if (!Number.isFinite(count)) throw wrongType(lowering.node, `it has ${count} elements`);
    b.list(count);
    const data = allocate(type, count);
    const write = writerOf(type, data);
    for (let at = 0; at < count; at++) write(at, start + at * step);
    return [b.constant({ type, shape: [count], data })];
  },
  OneHot: (lowering) => {
    const { b, node } = lowering;
    const at = need(lowering, 0);
    const depth = known(lowering, 1, 'depth')![0]!;
    const values = need(lowering, 2);
    const rank = at.shape.length + 1;
    const axis = axisOf(node, intOf(node, 'axis', -1), rank);
    const index = reshape(b, map(b, 'cast', [at], 'int64'), at.shape.toSpliced(axis, 0, 1));
    const place = withNumber(b, 'mod', index, depth);
    const isInside = map(b, 'and', [
      withNumber(b, 'greaterOrEqual', index, -depth),
      withNumber(b, 'less', index, depth),
    ]);
    const hit = map(b, 'and', [map(b, 'equal', [place, iota(b, rank, axis, depth)]), isInside]);
    const part = (index: number): Value => reshape(b, sliceAxis(b, values, 0, index, 1), []);
    return [select(b, hit, part(1), part(0))];
  },
  CenterCropPad: (lowering) => {
    const { b, node } = lowering;
    const x = need(lowering, 0);
    const sizes = known(lowering, 1, 'sizes')!;
    const axes = (intsOf(node, 'axes') ?? x.shape.map((_, axis) => axis)).map((axis) =>
      axisOf(node, axis, x.shape.length),
    );
    const lists = x.shape.map((size, axis) => {
      const wanted = axes.includes(axis) ? sizes[axes.indexOf(axis)]! : size;
      b.list(wanted);
      // Of an odd difference, the lesser half lies before [ONNX CenterCropPad].
      const shift = wanted < size ? Math.floor((size - wanted) / 2) : -Math.floor((wanted - size) / 2);
      return Array.from({ length: wanted }, (_, at) => (at + shift >= 0 && at + shift < size ? at + shift : -1));
    });
    return [pick(b, x, lists)];
  },
  ReverseSequence: (lowering) => {
    const { b, node } = lowering;
    const x = need(lowering, 0);
    const [batchAxis, timeAxis] = [intOf(node, 'batch_axis', 1), intOf(node, 'time_axis', 0)];
    const lengths = known(lowering, 1, 'lengths')!;
    const parts = lengths.map((length, at) => {
      const row = sliceAxis(b, x, batchAxis, at, 1);
      b.list(x.shape[timeAxis]!);
      const steps = Array.from({ length: x.shape[timeAxis]! }, (_, step) => (step < length ? length - 1 - step : step));
      return pick(
        b,
        row,
        row.shape.map((_, axis) => (axis === timeAxis ? steps : undefined)),
      );
    });
    return [concat(b, parts, batchAxis)];
  },
  Compress: (lowering) => {
    const { b, node } = lowering;
    const x = need(lowering, 0);
    const chosen = known(lowering, 1, 'condition')!.flatMap((value, at) => (value ? [at] : []));
    if (node.attributes.axis === undefined) return [pick(b, reshape(b, x, [elements(x.shape)]), [chosen])];
    const axis = axisOf(node, intOf(node, 'axis', 0), x.shape.length);
    return [
      pick(
        b,
        x,
        x.shape.map((_, at) => (at === axis ? chosen : undefined)),
      ),
    ];
  },
  Dropout: (lowering) => {
    const { b, node, opset, inputs } = lowering;
    const x = need(lowering, 0);
    const isTraining = opset >= 12 && known(lowering, 2, 'mode')?.[0] === 1;
    const ratio = opset >= 12 ? (inputs[1] ? known(lowering, 1, 'ratio')![0]! : 0.5) : 0;
    if (isTraining && ratio !== 0) throw new NotLowered('it draws random numbers in training');
    const mask = node.outputs.length > 1 ? filled(b, opset >= 10 ? 'bool' : x.type, x.shape, 1) : undefined;
    return [x, mask];
  },
  OptionalGetElement: (lowering) => [need(lowering, 0)],
  OptionalHasElement: (lowering) => [scalar(lowering.b, 'bool', lowering.inputs[0] === undefined ? 0 : 1)],
  NonZero: (lowering) => {
    const { b } = lowering;
    const x = need(lowering, 0);
    const values = known(lowering, 0, 'output sizes')!;
    const places = values.flatMap((value, at) => (value !== 0 ? [at] : []));
    const rank = Math.max(1, x.shape.length);
    const coordinates = Array.from({ length: rank }, (_, axis) => {
      const inner = elements(x.shape.slice(axis + 1));
      return places.map((place) => Math.floor(place / inner) % (x.shape[axis] ?? 1));
    });
    return [b.constant(tensorOf('int64', [rank, places.length], coordinates.flat()))];
  },
};

function firstOf(tensor: { readonly data: ArrayLike<Scalar> } & Parameters<typeof numbersOf>[0]): Scalar {
  return isBig(tensor.type) ? tensor.data[0]! : numbersOf(tensor)[0]!;
}

/** Axes from an attribute (older opsets) or an input. */
export function axesOf(lowering: Lowering, at: number): readonly number[] | undefined {
  return intsOf(lowering.node, 'axes') ?? known(lowering, at, 'axes');
}

function reshapeOp(lowering: Lowering): readonly Value[] {
  const { b, node, inputs } = lowering;
  const x = need(lowering, 0);
  const target = inputs[1] ? known(lowering, 1, 'sizes') : intsOf(node, 'shape');
  if (target === undefined) throw wrongType(node, 'it has no sizes');
  const zero = intOf(node, 'allowzero', 0) !== 0;
  const sizes = target.map((size, axis) => (size === 0 && !zero ? (x.shape[axis] ?? 0) : size));
  const rest = sizes.filter((size) => size !== -1).reduce((product, size) => product * size, 1);
  const shape = sizes.map((size) => (size === -1 ? (rest === 0 ? 0 : elements(x.shape) / rest) : size));
  if (elements(shape) !== elements(x.shape)) {
    throw wrongType(node, `[${x.shape.join(', ')}] cannot be [${target.join(', ')}]`);
  }
  return [reshape(b, x, shape)];
}

function split(lowering: Lowering): readonly Value[] {
  const { b, node, inputs } = lowering;
  const x = need(lowering, 0);
  const axis = axisOf(node, intOf(node, 'axis', 0), x.shape.length);
  const count = node.outputs.length;
  const even = Math.ceil(x.shape[axis]! / count);
  const given = inputs[1] ? known(lowering, 1, 'sizes') : intsOf(node, 'split');
  let start = 0;
  return node.outputs.map((_, at) => {
    const size = given ? given[at]! : Math.max(0, Math.min(even, x.shape[axis]! - start));
    if (!(size >= 0 && start + size <= x.shape[axis]!)) throw wrongType(node, 'its parts do not fit the input');
    const part = sliceAxis(b, x, axis, start, size);
    start += size;
    return part;
  });
}

/** Start, count and step along each axis; attributes before opset 10. */
function rangesOf(lowering: Lowering): readonly Range[] {
  const { node, opset, inputs } = lowering;
  const { shape } = need(lowering, 0);
  const given = (at: number, name: string): readonly number[] | undefined =>
    opset >= 10 ? known(lowering, at, name) : intsOf(node, name);
  const [starts, ends] = [given(1, 'starts'), given(2, 'ends')];
  if (starts === undefined || ends === undefined) throw wrongType(node, 'it has no bounds');
  const axes = given(3, 'axes') ?? starts.map((_, at) => at);
  const steps = (inputs[4] && given(4, 'steps')) ?? starts.map(() => 1);
  const ranges = shape.map((size): Range => ({ start: 0, count: size, step: 1 }));
  for (const [at, axis] of axes.map((axis) => axisOf(node, axis, shape.length)).entries()) {
    const [size, step] = [shape[axis]!, steps[at]!];
    if (!step) throw wrongType(node, 'a step is 0');
    const clampTo = (value: number, low: number, high: number): number =>
      Math.min(Math.max(value < 0 ? value + size : value, low), high);
    const start = step > 0 ? clampTo(starts[at]!, 0, size) : clampTo(starts[at]!, 0, size - 1);
    const end = step > 0 ? clampTo(ends[at]!, 0, size) : clampTo(ends[at]!, -1, size - 1);
    const count = Math.max(0, Math.ceil((end - start) / step));
    ranges[axis] = { start: count === 0 ? 0 : start, count, step };
  }
  return ranges;
}

/** Source index for every index along a padded axis; -1 outside of a constant padding. */
function paddedAxis(size: number, before: number, after: number, mode: string): readonly number[] {
  return Array.from({ length: Math.max(0, size + before + after) }, (_, place) => {
    const at = place - before;
    if (at >= 0 && at < size) return at;
    if (mode === 'constant' || size === 0) return -1;
    if (mode === 'edge') return at < 0 ? 0 : size - 1;
    if (mode === 'wrap') return ((at % size) + size) % size;
    const period = Math.max(1, 2 * (size - 1));
    const folded = ((at % period) + period) % period;
    return folded < size ? folded : period - folded;
  });
}

function pad(lowering: Lowering): readonly Value[] {
  const { b, node, opset, inputs } = lowering;
  const x = need(lowering, 0);
  const pads = opset >= 11 ? known(lowering, 1, 'amounts')! : (intsOf(node, 'pads') ?? intsOf(node, 'paddings') ?? []);
  const mode = stringOf(node, 'mode') ?? 'constant';
  const axes = (known(lowering, 3, 'axes') ?? x.shape.map((_, axis) => axis)).map((axis) =>
    axisOf(node, axis, x.shape.length),
  );
  const lists = x.shape.map((size, axis) => {
    const at = axes.indexOf(axis);
    if (at < 0) return undefined;
    const [before, after] = [pads[at]!, pads[at + axes.length]!];
    if (before === 0 && after === 0) return undefined;
    b.list(Math.max(0, size + before + after));
    return paddedAxis(size, before, after, mode);
  });
  const value = opset >= 11 ? inputs[2] : undefined;
  if (value !== undefined && value.type !== x.type) throw wrongType(node, `it pads ${x.type} with ${value.type}`);
  const constant = value && b.constantOf(value);
  const fill = constant ? firstOf(constant) : value ? 0 : wrap(x.type, fillOf(node));
  const padded = pick(b, x, lists, fill);
  if (value === undefined || constant !== undefined || mode !== 'constant') return [padded];
  // A padding that is not known while compiling: laid over with a mask.
  const mask = pick(b, filled(b, 'bool', x.shape, 1), lists, 0);
  return [select(b, mask, padded, reshape(b, value, []))];
}

function fillOf({ attributes: { value } }: Lowering['node']): number {
  return value?.kind === 'float' ? value.value : 0;
}
