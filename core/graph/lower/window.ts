// The attributes of ops that slide a window: convolutions and pools.
import { intOf, intsOf, stringOf } from '../context.ts';
import { type Lowering, wrongType } from './lowering.ts';

export interface Window {
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  readonly begin: readonly number[];
  readonly end: readonly number[];
}

/** @param space Spatial sizes of the input. */
export function windowOf({ node }: Lowering, space: readonly number[], given?: readonly number[]): Window {
  const kernel = intsOf(node, 'kernel_shape') ?? given;
  const ones = space.map(() => 1);
  const strides = intsOf(node, 'strides') ?? ones;
  const dilations = intsOf(node, 'dilations') ?? ones;
  const pads = intsOf(node, 'pads') ?? [...space, ...space].map(() => 0);
  const lists = [kernel, strides, dilations, pads.slice(0, space.length), pads.slice(space.length)];
  if (lists.some((list) => list?.length !== space.length)) throw wrongType(node, 'its window has another rank');
  if ([...strides, ...dilations, ...kernel!].some((value) => value < 1)) throw wrongType(node, 'its window is empty');
  const auto = stringOf(node, 'auto_pad') ?? 'NOTSET';
  if (auto === 'NOTSET') {
    return { kernel: kernel!, strides, dilations, begin: pads.slice(0, space.length), end: pads.slice(space.length) };
  }
  const total = space.map((size, axis) => {
    if (auto === 'VALID') return 0;
    const span = (kernel![axis]! - 1) * dilations[axis]! + 1;
    return Math.max(0, (Math.ceil(size / strides[axis]!) - 1) * strides[axis]! + span - size);
  });
  const lesser = total.map((sum) => Math.floor(sum / 2));
  const greater = total.map((sum) => Math.ceil(sum / 2));
  const [begin, end] = auto === 'SAME_LOWER' ? [greater, lesser] : [lesser, greater];
  return { kernel: kernel!, strides, dilations, begin, end };
}

/** Number of places of the window along every axis. */
export function placesOf(lowering: Lowering, space: readonly number[], window: Window): readonly number[] {
  const isCeil = intOf(lowering.node, 'ceil_mode', 0) !== 0;
  const auto = stringOf(lowering.node, 'auto_pad') ?? 'NOTSET';
  return space.map((size, axis) => {
    const stride = window.strides[axis]!;
    if (auto === 'SAME_UPPER' || auto === 'SAME_LOWER') return Math.ceil(size / stride);
    const span = (window.kernel[axis]! - 1) * window.dilations[axis]! + 1;
    const room = (size + window.begin[axis]! + window.end[axis]! - span) / stride;
    const count = (isCeil ? Math.ceil(room) : Math.floor(room)) + 1;
    // A last window that would begin in the padding at the end is left out [ONNX MaxPool 22, ceil_mode].
    return isCeil && (count - 1) * stride >= size + window.begin[axis]! ? count - 1 : Math.max(0, count);
  });
}
