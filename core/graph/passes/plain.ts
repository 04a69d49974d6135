// Products and convolutions in their plainest form: a batch that shares its right operand is one matrix, taps that see the
// padding alone are left out, and a convolution with a single place is a product.
import type { Convolution, Epilogue, Kernel, Matmul } from '../program/kernel.ts';
import type { Program } from '../program/program.ts';
import { fuseAxes, type View } from '../program/view.ts';
import { refactor } from './compose.ts';
import { TensorList } from './rewrite.ts';

export function plainProducts(program: Program): Program {
  const list = new TensorList(program);
  return { ...program, kernels: program.kernels.map((kernel) => plain(list, kernel)), tensors: list.tensors };
}

function plain(list: TensorList, kernel: Kernel): Kernel {
  if (kernel.kind === 'matmul') return kernel.zeroA || kernel.zeroB ? kernel : joinBatch(kernel);
  if (kernel.kind !== 'conv' || kernel.zeroX || kernel.zeroW) return kernel;
  const trimmed = trimTaps(kernel);
  return productOf(list, trimmed) ?? trimmed;
}

/** Rows of all batches as rows of one matrix. */
function joinBatch(kernel: Matmul): Matmul {
  const { a, b } = kernel;
  const axes = a.size.length - 2;
  const isShared = b.strides.slice(0, axes).every((stride, axis) => stride === 0 || b.size[axis] === 1);
  if (axes === 0 || !isShared) return kernel;
  const { operands, body } = kernel.epilogue;
  const { size, strides } = fuseAxes(
    a.size.slice(0, -1),
    [a, ...operands].map((view) => view.strides.slice(0, -1)),
  );
  if (size.length > 1 || size.includes(0)) return kernel;
  const [k, n] = b.size.slice(-2) as [number, number];
  const rows = size[0] ?? 1;
  const joined = (view: View, at: number, columns: number): View => ({
    ...view,
    size: [rows, columns],
    strides: [strides[at]![0] ?? 0, view.strides.at(-1)!],
  });
  return {
    ...kernel,
    a: joined(a, 0, k),
    b: { ...b, size: [k, n], strides: b.strides.slice(-2) },
    epilogue: { operands: operands.map((view, at) => joined(view, at + 1, n)), body },
  };
}

/** Without the taps that no place of the output reads inside the image: a large window on a small image has many. */
function trimTaps(kernel: Convolution): Convolution {
  const { x, w, size, strides, dilations, pads } = kernel;
  const ranges = size.map((places, axis) => {
    const extent = x.size[3 + axis]!;
    const isRead = (tap: number): boolean => {
      const from = pads[axis]! - tap * dilations[axis]!;
      const first = Math.max(0, Math.ceil(from / strides[axis]!));
      return first <= Math.min(places - 1, Math.floor((extent - 1 + from) / strides[axis]!));
    };
    const taps = Array.from({ length: w.size[3 + axis]! }, (_, tap) => tap).filter(isRead);
    return { first: taps[0], count: taps.at(-1)! - taps[0]! + 1 };
  });
  if (ranges.some(({ first }) => first === undefined)) return kernel;
  if (ranges.every(({ count }, axis) => count === w.size[3 + axis])) return kernel;
  const first = ranges.map((range) => range.first!);
  return {
    ...kernel,
    w: {
      ...w,
      offset: first.reduce((sum, tap, axis) => sum + tap * w.strides[3 + axis]!, w.offset),
      size: [...w.size.slice(0, 3), ...ranges.map(({ count }) => count)],
    },
    pads: pads.map((pad, axis) => pad - first[axis]! * dilations[axis]!),
  };
}

/** The window of the only place as a row of each image; undefined where it is none. */
function productOf(list: TensorList, kernel: Convolution): Matmul | undefined {
  const { x, size, dilations, pads, output, type } = kernel;

  const taps = kernel.w.size.slice(3);
  if (x.size[1] !== 1 || size.some((places) => places !== 1)) return undefined;
  const isInside = taps.every((count, axis) => {
    const first = -pads[axis]!;
    return first >= 0 && first + (count - 1) * dilations[axis]! < x.size[3 + axis]!;
  });
  if (!isInside) return undefined;
  const steps = x.strides.slice(3);
  const w = list.dense(kernel.w);
  const window = [x.size[2]!, ...taps];
  const { size: inner, strides } = fuseAxes(window, [
    [x.strides[2]!, ...steps.map((stride, axis) => stride * dilations[axis]!)],
    w.strides.slice(2),
  ]);
  if (inner.length > 1 || inner.includes(0)) return undefined;
  const [k, n] = [inner[0] ?? 1, w.size[1]!];
  const epilogue = over(kernel.epilogue, [x.size[0]!, n]);
  if (epilogue === undefined) return undefined;
  const { nodes } = kernel;
  return {
    kind: 'matmul',
    output,
    a: {
      tensor: x.tensor,
      offset: pads.reduce((sum, pad, axis) => sum - pad * steps[axis]!, x.offset),
      size: [x.size[0]!, k],
      strides: [x.strides[0]!, strides[0]![0] ?? 0],
    },
    b: { tensor: w.tensor, offset: w.offset, size: [k, n], strides: [strides[1]![0] ?? 0, w.strides[1]!] },
    type,
    epilogue,
    ...(nodes && { nodes }),
  };
}

/** Over another index space of as many elements; undefined where an operand is no view over it. */
function over({ operands, body }: Epilogue, size: readonly number[]): Epilogue | undefined {
  const moved: View[] = [];
  for (const operand of operands) {
    const view = refactor(operand, size);
    if (view === undefined) return undefined;
    moved.push(view);
  }
  return { operands: moved, body };
}
