// Transposed convolution: every stride apart, the outputs are a convolution with every so many'th element of the kernel.
import { intOf, intsOf, stringOf } from '../context.ts';
import { elements } from '../graph.ts';
import { type Region, sumType } from '../program/kernel.ts';
import { denseStrides, denseView, type View } from '../program/view.ts';
import type { Value } from './builder.ts';
import { emitConvolution } from './linear.ts';
import { type Lowerer, type Lowering, need, wrongType } from './lowering.ts';
import { raster } from './move.ts';

export const transposedLowerers: Readonly<Record<string, Lowerer>> = {
  ConvTranspose: (lowering) => [transposed(lowering)],
};

/** Past this many convolutions, one with zeros between the inputs is fewer kernels. */
const maxPhases = 16;

/** x [batch, channels, space..], w [channels, outputs / groups, kernel..]. */
function transposed(lowering: Lowering): Value {
  const { node, inputs } = lowering;
  const [x, w] = [need(lowering, 0), need(lowering, 1)];
  const groups = intOf(node, 'group', 1);
  const [, channels, ...space] = x.shape as [number, number, ...number[]];
  const [rows, , ...kernel] = w.shape as [number, number, ...number[]];
  if (rows !== channels || w.shape.length !== x.shape.length || groups < 1 || channels % groups !== 0) {
    throw wrongType(node, `[${x.shape}] by [${w.shape}] in ${groups} groups`);
  }
  const ones = space.map(() => 1);
  const strides = intsOf(node, 'strides') ?? ones;
  const dilations = intsOf(node, 'dilations') ?? ones;
  const span = kernel.map((size, axis) => (size - 1) * dilations[axis]! + 1);
  const { size, begin } = placesOf(lowering, space, strides, span);
  const parts: Parts = { x, w, bias: inputs[2], groups, kernel, strides, dilations, size, begin };
  const isPhased =
    elements(strides) > 1 &&
    elements(strides) <= maxPhases &&
    dilations.every((step) => step === 1) &&
    kernel.every((count, axis) => count >= strides[axis]!) &&
    !size.includes(0);
  return isPhased ? byPhases(lowering, parts) : byZeros(lowering, parts);
}

interface Parts {
  readonly x: Value;
  readonly w: Value;
  readonly bias: Value | undefined;
  readonly groups: number;
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  readonly size: readonly number[];
  readonly begin: readonly number[];
}

/** The kernel read backwards from element `first` in steps. */
function kernelView(
  { w, groups, kernel }: Parts,
  first: readonly number[],
  steps: readonly number[],
  taps: readonly number[],
): View {
  const [channels, each] = w.shape as [number, number];
  const perGroup = channels / groups;
  const window = elements(kernel);
  const dense = denseStrides(kernel);
  return {
    tensor: w.id,
    offset: dense.reduce((sum, stride, axis) => sum + first[axis]! * stride, 0),
    size: [groups, each, perGroup, ...taps],
    strides: [perGroup * each * window, window, each * window, ...dense.map((stride, axis) => -stride * steps[axis]!)],
  };
}

/**
 * Along an axis, output o = stride t + r - begin is the sum over j of x[t - j] w[r + stride j]: for each r a convolution
 * of the outputs that have it, which then are laid between each other.
 */
function byPhases({ b }: Lowering, parts: Parts): Value {
  const { x, w, bias, groups, kernel, strides, size, begin } = parts;
  const [batch, channels, ...space] = x.shape as [number, number, ...number[]];
  const outputs = groups * w.shape[1]!;
  const shape = [batch, outputs, ...size];
  const to = denseStrides(shape);
  const phaseStrides = denseStrides(strides);
  const regions: Region[] = [];
  for (let phase = 0; phase < elements(strides); phase++) {
    const r = strides.map((stride, axis) => Math.floor(phase / phaseStrides[axis]!) % stride);
    const taps = r.map((rest, axis) => Math.ceil((kernel[axis]! - rest) / strides[axis]!));
    // The least t whose output is there, and how many there are.
    const first = r.map((rest, axis) => Math.ceil((begin[axis]! - rest) / strides[axis]!));
    const start = first.map((t, axis) => strides[axis]! * t + r[axis]! - begin[axis]!);
    const counts = start.map((from, axis) => Math.max(0, Math.ceil((size[axis]! - from) / strides[axis]!)));
    if (counts.includes(0)) continue;
    const made = emitConvolution(
      b,
      {
        x: denseView(x.id, [batch, groups, channels / groups, ...space]),
        w: kernelView(
          parts,
          r.map((rest, axis) => rest + (taps[axis]! - 1) * strides[axis]!),
          strides,
          taps,
        ),
        size: counts,
        strides: strides.map(() => 1),
        dilations: strides.map(() => 1),
        pads: taps.map((count, axis) => count - 1 - first[axis]!),
        type: sumType(x.type),
      },
      bias,
    );
    regions.push({
      source: denseView(made.id, made.shape),
      destination: {
        offset: start.reduce((sum, from, axis) => sum + from * to[axis + 2]!, 0),
        strides: to.map((stride, axis) => (axis < 2 ? stride : stride * strides[axis - 2]!)),
      },
    });
  }
  return raster(b, x.type, shape, regions);
}

/** A convolution of x with zeros between its elements. */
function byZeros({ b }: Lowering, parts: Parts): Value {
  const { x, bias, groups, kernel, strides, dilations, size, begin } = parts;
  const [batch, channels, ...space] = x.shape as [number, number, ...number[]];
  const spread = space.map((count, axis) => Math.max(0, (count - 1) * strides[axis]! + 1));
  const to = denseStrides([batch, channels, ...spread]);
  const destination = { offset: 0, strides: to.map((stride, axis) => stride * (axis < 2 ? 1 : strides[axis - 2]!)) };
  const sparse = strides.every((stride) => stride === 1)
    ? x
    : raster(b, x.type, [batch, channels, ...spread], [{ source: denseView(x.id, x.shape), destination }]);
  return emitConvolution(
    b,
    {
      x: denseView(sparse.id, [batch, groups, channels / groups, ...spread]),
      w: kernelView(
        parts,
        kernel.map((count) => Math.max(0, count - 1)),
        kernel.map(() => 1),
        kernel,
      ),
      size,
      strides: space.map(() => 1),
      dilations,
      pads: begin.map((pad, axis) => (kernel[axis]! - 1) * dilations[axis]! - pad),
      type: sumType(x.type),
    },
    bias,
  );
}

/** Output sizes and padding at the begin [ONNX ConvTranspose]. */
function placesOf({ node }: Lowering, space: readonly number[], strides: readonly number[], span: readonly number[]) {
  const extra = intsOf(node, 'output_padding') ?? space.map(() => 0);
  const auto = stringOf(node, 'auto_pad') ?? 'NOTSET';
  const full = space.map((size, axis) => (size - 1) * strides[axis]! + extra[axis]! + span[axis]!);
  const given = intsOf(node, 'output_shape')?.slice(-space.length);
  const isSame = auto === 'SAME_UPPER' || auto === 'SAME_LOWER';
  const wanted = given ?? (isSame ? space.map((size, axis) => size * strides[axis]!) : undefined);
  if (wanted !== undefined) {
    const total = full.map((size, axis) => Math.max(0, size - wanted[axis]!));
    const begin = total.map((sum) => (auto === 'SAME_UPPER' ? Math.floor(sum / 2) : Math.ceil(sum / 2)));
    return { size: wanted, begin };
  }
  const pads = intsOf(node, 'pads') ?? [...space, ...space].map(() => 0);
  const size = full.map((size, axis) => size - pads[axis]! - pads[axis + space.length]!);
  return { size, begin: pads.slice(0, space.length) };
}
