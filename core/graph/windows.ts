// Shapes of ops that slide a window: convolution and pooling.

import { intOf, intsOf, stringOf } from './context.ts';
import type { Node } from './graph.ts';

/** @param weight [output channels, input channels / groups, kernel...] */
export function convolutionShape(
  node: Node,
  input: readonly number[],
  weight: readonly number[],
): readonly number[] | undefined {
  if (weight.length !== input.length || input.length < 3) return undefined;
  const space = windowed(node, input.slice(2), intsOf(node, 'kernel_shape') ?? weight.slice(2));
  return space && [input[0]!, weight[0]!, ...space];
}

/** @param weight [input channels, output channels / groups, kernel...] */
export function transposedConvolutionShape(
  node: Node,
  input: readonly number[],
  weight: readonly number[],
): readonly number[] | undefined {
  if (weight.length !== input.length || input.length < 3) return undefined;
  const kernel = intsOf(node, 'kernel_shape') ?? weight.slice(2);
  const auto = stringOf(node, 'auto_pad') ?? 'NOTSET';
  const given = intsOf(node, 'output_shape');
  const space = input.slice(2).map((size, axis) => {
    const stride = intsOf(node, 'strides')?.[axis] ?? 1;
    if (given !== undefined) return given[given.length - kernel.length + axis]!;
    if (auto === 'SAME_UPPER' || auto === 'SAME_LOWER') return size * stride;
    const span = ((kernel[axis] ?? 1) - 1) * (intsOf(node, 'dilations')?.[axis] ?? 1) + 1;
    const extra = intsOf(node, 'output_padding')?.[axis] ?? 0;
    return (size - 1) * stride + extra + span - padding(node, axis, kernel.length);
  });
  return [input[0]!, weight[1]! * intOf(node, 'group', 1), ...space];
}

export function poolShape(node: Node, input: readonly number[]): readonly number[] | undefined {
  const kernel = intsOf(node, 'kernel_shape');
  if (kernel === undefined || input.length !== kernel.length + 2) return undefined;
  const space = windowed(node, input.slice(2), kernel);
  return space && [input[0]!, input[1]!, ...space];
}

function windowed(node: Node, input: readonly number[], kernel: readonly number[]): readonly number[] | undefined {
  if (kernel.length !== input.length) return undefined;
  const auto = stringOf(node, 'auto_pad') ?? 'NOTSET';
  const round = intOf(node, 'ceil_mode', 0) ? Math.ceil : Math.floor;
  return input.map((size, axis) => {
    const stride = intsOf(node, 'strides')?.[axis] ?? 1;
    const span = (kernel[axis]! - 1) * (intsOf(node, 'dilations')?.[axis] ?? 1) + 1;
    if (auto === 'SAME_UPPER' || auto === 'SAME_LOWER') return Math.ceil(size / stride);
    const pads = auto === 'VALID' ? 0 : padding(node, axis, kernel.length);
    const count = round((size + pads - span) / stride) + 1;
    // A last window that would begin in the padding at the end is left out [ONNX MaxPool 22, ceil_mode].
    const begin = auto === 'VALID' ? 0 : (intsOf(node, 'pads')?.[axis] ?? 0);
    return round === Math.ceil && (count - 1) * stride >= size + begin ? count - 1 : count;
  });
}

function padding(node: Node, axis: number, rank: number): number {
  const pads = intsOf(node, 'pads');
  return (pads?.[axis] ?? 0) + (pads?.[axis + rank] ?? 0);
}
