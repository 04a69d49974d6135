// Matrix products and convolutions.
import { intOf, stringOf } from '../context.ts';
import { elements, type Node } from '../graph.ts';
import { type Convolution, type Epilogue, sumType } from '../program/kernel.ts';
import type { Step } from '../program/scalar.ts';
import { denseStrides, denseView, type View } from '../program/view.ts';
import { broadcastShapes } from '../shapes.ts';
import type { ProgramBuilder, Value } from './builder.ts';
import { add, cast, map, matmulViews, mul, noEpilogue, reduce, widened, withNumber } from './compute.ts';
import { floatOf, known, type Lowerer, type Lowering, need, wrongType } from './lowering.ts';
import { broadcastStrides, concat, filled, raster, reshape, sliceAxis } from './move.ts';
import { requantise } from './quantize.ts';
import { convolveVolume } from './volume.ts';
import { placesOf, type Window, windowOf } from './window.ts';

export const linearLowerers: Readonly<Record<string, Lowerer>> = {
  MatMul: (lowering) => [product(lowering, need(lowering, 0), need(lowering, 1))],
  MatMulInteger: (lowering) => [
    product(lowering, need(lowering, 0), need(lowering, 1), lowering.inputs[2], lowering.inputs[3]),
  ],
  QLinearMatMul: (lowering) => {
    const { b } = lowering;
    const [x, y] = [need(lowering, 0), need(lowering, 3)];
    const sum = product(lowering, x, y, lowering.inputs[2], lowering.inputs[5]);
    const scale = mul(b, rowScale(b, need(lowering, 1)), need(lowering, 4));
    return [requantise(b, sum, scale, need(lowering, 6), need(lowering, 7))];
  },
  Gemm: gemm,
  Conv: (lowering) => [convolve(lowering, need(lowering, 0), need(lowering, 1), lowering.inputs[2])],
  ConvInteger: (lowering) => {
    const zero = { x: lowering.inputs[2], w: lowering.inputs[3] };
    return [convolve(lowering, need(lowering, 0), need(lowering, 1), undefined, zero)];
  },
  QLinearConv: (lowering) => {
    const { b } = lowering;
    const [x, w] = [need(lowering, 0), need(lowering, 3)];
    const zero = { x: lowering.inputs[2], w: lowering.inputs[5] };
    const sum = convolve(lowering, x, w, lowering.inputs[8], zero);
    const scale = mul(b, need(lowering, 1), need(lowering, 4));
    const perChannel = scale.shape.length === 0 ? scale : reshape(b, scale, channelShape(scale, x.shape.length));
    return [requantise(b, sum, perChannel, need(lowering, 6), need(lowering, 7))];
  },
  Col2Im: (lowering) => [foldColumns(lowering)],
  CausalConvWithState: (lowering) => {
    const { b, node, inputs } = lowering;
    const [x, w] = [need(lowering, 0), need(lowering, 1)];
    const [batch, channels] = x.shape as [number, number];
    const past = w.shape[2]! - 1;
    const before = inputs[3] ?? filled(b, x.type, [batch, channels, past], 0);
    const padded = concat(b, [before, x], 2);
    const depthwise: Node = { ...node, attributes: { group: { kind: 'int', value: channels } } };
    const made = convolve({ ...lowering, node: depthwise }, padded, w, inputs[2]);
    const activation = stringOf(node, 'activation') ?? 'none';
    const isSilu = activation === 'silu' || activation === 'swish';
    const result = isSilu ? widened(b, [made], (value) => mul(b, value, map(b, 'sigmoid', [value]))) : made;
    return [result, sliceAxis(b, padded, 2, padded.shape[2]! - past, past)];
  },
};

function channelShape({ shape }: Value, rank: number): readonly number[] {
  return [elements(shape), ...new Array<number>(rank - 2).fill(1)];
}

/** A list that belongs to the rows of a matrix, as a column. */
function rowScale(b: ProgramBuilder, value: Value): Value {
  return value.shape.length === 1 && value.shape[0]! > 1 ? reshape(b, value, [value.shape[0]!, 1]) : value;
}

/** [ONNX MatMul]: leading axes broadcast, vectors get an axis that goes again. */
function product(lowering: Lowering, x: Value, y: Value, zeroX?: Value, zeroY?: Value): Value {
  const { b, node } = lowering;
  if (x.shape.length === 0 || y.shape.length === 0) throw wrongType(node, 'an input has no dimensions');
  const left = x.shape.length === 1 ? [1, ...x.shape] : x.shape;
  const right = y.shape.length === 1 ? [...y.shape, 1] : y.shape;
  const batch = broadcastShapes([left.slice(0, -2), right.slice(0, -2)]);
  const [m, k] = left.slice(-2) as [number, number];
  const [inner, n] = right.slice(-2) as [number, number];
  if (
    batch === undefined ||
    k !== inner ||
    (zeroX === undefined && zeroY === undefined && x.type !== y.type && sumType(x.type) !== 'int32')
  ) {
    throw wrongType(node, `[${x.shape}] of ${x.type} by [${y.shape}] of ${y.type}`);
  }
  const view = (id: number, from: readonly number[], to: readonly number[]): View => ({
    tensor: id,
    offset: 0,
    size: to,
    strides: broadcastStrides(from, to),
  });
  const [sizeA, sizeB] = [
    [...batch, m, k],
    [...batch, k, n],
  ];
  // A list of zero points has one a row of the left matrix, one a column of the right one.
  const zeroA =
    zeroX &&
    view(
      zeroX.id,
      elements(zeroX.shape) === 1 ? [] : zeroX.shape.length === 1 ? [...zeroX.shape, 1] : zeroX.shape,
      sizeA,
    );
  const zeroB = zeroY && view(zeroY.id, elements(zeroY.shape) === 1 ? [] : zeroY.shape, sizeB);
  const zero = { ...(zeroA && { a: zeroA }), ...(zeroB && { b: zeroB }) };
  const made = matmulViews(b, view(x.id, left, sizeA), view(y.id, right, sizeB), sumType(x.type), zero);
  const shape = [...batch, ...(x.shape.length === 1 ? [] : [m]), ...(y.shape.length === 1 ? [] : [n])];
  return shape.length === made.shape.length ? made : reshape(b, made, shape);
}

/** alpha A' B' + beta C; the transposes are views. */
function gemm(lowering: Lowering): readonly Value[] {
  const { b, node, inputs } = lowering;
  const [x, y] = [need(lowering, 0), need(lowering, 1)];
  if (x.shape.length !== 2 || y.shape.length !== 2 || x.type !== y.type)
    throw wrongType(node, 'its inputs are no matrices');
  const matrix = ({ id, shape }: Value, isTransposed: boolean): View => {
    const view = denseView(id, shape);
    return isTransposed ? { ...view, size: view.size.toReversed(), strides: view.strides.toReversed() } : view;
  };
  const left = matrix(x, intOf(node, 'transA', 0) !== 0);
  const right = matrix(y, intOf(node, 'transB', 0) !== 0);
  if (left.size[1] !== right.size[0]) throw wrongType(node, `[${left.size}] by [${right.size}]`);
  const [alpha, beta] = [floatOf(node, 'alpha', 1), floatOf(node, 'beta', 1)];
  const sum = matmulViews(b, left, right, sumType(x.type));
  const scaled = alpha === 1 ? sum : withNumber(b, 'mul', sum, alpha);
  const c = inputs[2];
  if (c === undefined || beta === 0) return [scaled];
  return [add(b, scaled, beta === 1 ? c : withNumber(b, 'mul', c, beta))];
}

/** x [batch, channels, space..], w [outputs, channels / groups, kernel..]. */
function convolve(
  lowering: Lowering,
  x: Value,
  w: Value,
  bias: Value | undefined,
  zero: { readonly x?: Value | undefined; readonly w?: Value | undefined } = {},
): Value {
  const { b, node } = lowering;
  const groups = intOf(node, 'group', 1);
  const [batch, channels, ...space] = x.shape as [number, number, ...number[]];
  const [outputs, perGroup, ...kernel] = w.shape as [number, number, ...number[]];
  const fits = x.shape.length >= 3 && w.shape.length === x.shape.length && perGroup * groups === channels;
  if (!fits || groups < 1 || outputs % groups !== 0)
    throw wrongType(node, `[${x.shape}] by [${w.shape}] in ${groups} groups`);
  const window = windowOf(lowering, space, kernel);
  if (window.kernel.some((size, axis) => size !== kernel[axis]))
    throw wrongType(node, 'kernel_shape is not that of the weights');
  const sizeX = [batch, groups, perGroup, ...space];
  const sizeW = [groups, outputs / groups, perGroup, ...kernel];
  const scalarView = (value: Value, size: readonly number[]): View => ({
    tensor: value.id,
    offset: 0,
    size,
    strides: size.map(() => 0),
  });
  const channelwise = (value: Value): View => {
    const view = scalarView(value, sizeW);
    if (elements(value.shape) === 1) return view;
    return { ...view, strides: view.strides.with(0, outputs / groups).with(1, 1) };
  };
  return emitConvolution(
    b,
    {
      x: denseView(x.id, sizeX),
      w: denseView(w.id, sizeW),
      ...(zero.x && { zeroX: scalarView(zero.x, sizeX) }),
      ...(zero.w && { zeroW: channelwise(zero.w) }),
      size: placesOf(lowering, space, window),
      strides: window.strides,
      dilations: window.dilations,
      pads: window.begin,
      type: sumType(x.type),
    },
    bias,
  );
}

/** @param bias One an output channel. */
export function emitConvolution(
  b: ProgramBuilder,
  parts: Omit<Convolution, 'kind' | 'output' | 'epilogue'>,
  bias: Value | undefined,
): Value {
  if (parts.size.length === 3 && !parts.zeroX && !parts.zeroW && parts.type === 'float32')
    return convolveVolume(b, parts, (flat) => emitConvolution(b, flat, bias));
  const [groups, each] = parts.w.size as [number, number];
  const [batch] = parts.x.size as [number];
  const output = b.tensor(parts.type, [batch, groups * each, ...parts.size]);
  const step: Step = { fn: 'add', type: parts.type, arguments: [0, 1] };
  const epilogue: Epilogue = bias
    ? {
        operands: [
          {
            tensor: bias.id,
            offset: 0,
            size: [batch, groups, each, ...parts.size],
            strides: [0, each, 1, ...parts.size.map(() => 0)],
          },
        ],
        body: [step],
      }
    : noEpilogue;
  b.emit({ kind: 'conv', output: output.id, ...parts, epilogue });
  return output;
}

/**
 * Columns [batch, channels x kernel, places] to an image: a copy of the image for every element of the kernel, and the
 * sum of the copies.
 */
function foldColumns(lowering: Lowering): Value {
  const { b } = lowering;
  const x = need(lowering, 0);
  const image = known(lowering, 1, 'image sizes')!;
  const kernel = known(lowering, 2, 'block sizes')!;
  const window: Window = windowOf(lowering, image, kernel);
  const places = placesOf(lowering, image, window);
  const [batch] = x.shape as [number];
  const count = elements(kernel);
  const channels = x.shape[1]! / count;
  const from = denseStrides([batch, channels, ...kernel, ...places]);
  const shape = [...kernel, batch, channels, ...image];
  const to = denseStrides(shape);
  const rank = image.length;
  const regions = Array.from({ length: count }, (_, at) => {
    const q = denseStrides(kernel).map((stride, axis) => Math.floor(at / stride) % kernel[axis]!);
    // Places p with 0 <= p * stride + q * dilation - begin < image.
    const shift = q.map((index, axis) => index * window.dilations[axis]! - window.begin[axis]!);
    const first = shift.map((move, axis) => Math.max(0, Math.ceil(-move / window.strides[axis]!)));
    const last = shift.map((move, axis) =>
      Math.min(places[axis]! - 1, Math.floor((image[axis]! - 1 - move) / window.strides[axis]!)),
    );
    const sum = (term: (axis: number) => number): number => image.reduce((total, _, axis) => total + term(axis), 0);
    return {
      source: {
        tensor: x.id,
        offset: sum((axis) => q[axis]! * from[2 + axis]! + first[axis]! * from[2 + rank + axis]!),
        size: [batch, channels, ...first.map((low, axis) => Math.max(0, last[axis]! - low + 1))],
        strides: [from[0]!, from[1]!, ...from.slice(2 + rank)],
      },
      destination: {
        offset: sum(
          (axis) => q[axis]! * to[axis]! + (first[axis]! * window.strides[axis]! + shift[axis]!) * to[rank + 2 + axis]!,
        ),
        strides: [to[rank]!, to[rank + 1]!, ...window.strides.map((stride, axis) => stride * to[rank + 2 + axis]!)],
      },
    };
  });
  const copies = raster(b, x.type, shape, regions);
  const sum = reduce(
    b,
    'sum',
    copies,
    kernel.map((_, axis) => axis),
  );
  return cast(b, reshape(b, sum, [batch, channels, ...image]), x.type);
}
