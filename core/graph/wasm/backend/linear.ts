// Matrix products: how their right operand is brought into panels.
import { elements } from '../../graph.ts';
import type { Matmul } from '../../program/kernel.ts';
import { denseStrides, type View } from '../../program/view.ts';
import { emitInt8Matmul, packedInt8Size, packInt8Panels } from '../int8.ts';
import { slack } from '../kernel.ts';
import { emitMatmul } from '../matmul.ts';
import { emitPack, packedSize, packPanels } from '../pack.ts';
import { bytesIn, type Call, type Context, epilogueOf, keyOf, offsetsOf, once, pointersOf } from './context.ts';

export function translateMatmul(context: Context, kernel: Matmul): readonly Call[] | string {
  const { a, b, output, type } = kernel;
  const { tensors } = context.program;
  if (type === 'int32') return translateInt8(context, kernel);
  if (
    type !== 'float32' ||
    kernel.zeroA ||
    kernel.zeroB ||
    tensors[a.tensor]!.type !== 'float32' ||
    tensors[b.tensor]!.type !== 'float32'
  )
    return `no vector code for matmul of ${tensors[a.tensor]!.type} and ${tensors[b.tensor]!.type}`;
  const epilogue = epilogueOf(context, kernel.epilogue, 'float32');
  if (typeof epilogue === 'string') return epilogue;
  const rank = a.size.length;
  const batch = a.size.slice(0, -2);
  const [m, k] = [a.size[rank - 2]!, a.size[rank - 1]!];
  const n = b.size[rank - 1]!;
  const strides = { k: b.strides[rank - 2]!, n: b.strides[rank - 1]! };
  // Only batches that differ are packed.
  const distinct = batch.map((size, axis) => (b.strides[axis] === 0 ? 1 : size));
  const count = elements(distinct);
  const each = packedSize(k, n);
  const packedStrides = denseStrides(distinct).map((stride, axis) => (b.strides[axis] === 0 ? 0 : stride * each));
  const offsets = offsetsOf(distinct, b.strides.slice(0, -2), b.offset);
  const calls: Call[] = [];
  // Few rows do not pay for packing.
  const asRows = !context.isConstant(b.tensor) && strides.n === 1 && m < 8;
  let right: number;
  if (asRows) right = context.addressOf(b.tensor) + b.offset * 4;
  else if (context.isConstant(b.tensor))
    right = context.keep(each * count * 4, () => {
      const source = context.dataOf(b.tensor) as Float32Array;
      const packed = new Float32Array(each * count);
      for (const [at, offset] of offsets.entries())
        packPanels(source, { k, n, strides }, offset, packed.subarray(at * each));
      return bytesIn(packed);
    });
  else {
    right = context.reserve(each * count * 4 + slack);
    const shape = { k, n, strides, batch: { size: distinct, strides: b.strides.slice(0, -2) } };
    const code = once(context, `pack ${JSON.stringify(shape)}`, () => emitPack(context.module, 'pack', shape));
    calls.push({ code, algorithm: 'pack', pointers: [context.addressOf(b.tensor) + b.offset * 4, right] });
  }
  const dense = denseStrides([...batch, m, n]);
  const shape = {
    batch,
    m,
    n,
    k,
    a: { batch: a.strides.slice(0, -2), row: a.strides[rank - 2]!, column: a.strides[rank - 1]! },
    b: asRows
      ? ({ kind: 'rows', batch: b.strides.slice(0, -2), row: strides.k, column: 1 } as const)
      : ({ kind: 'packed', batch: packedStrides } as const),
    output: { type: tensors[output]!.type, batch: dense.slice(0, -2), row: n },
    epilogue,
  };
  const code = once(context, `matmul ${keyOf(shape)}`, () => emitMatmul(context.module, 'matmul', shape));
  const left = context.addressOf(a.tensor) + a.offset * 4;
  const pointers = [left, right, context.addressOf(output), ...pointersOf(context, kernel.epilogue)];
  return [...calls, { code, algorithm: asRows ? 'matmul on rows' : 'matmul', pointers }];
}

/** One product of int8 or uint8 with constant weights and zero points. */
function translateInt8(
  context: Context,
  { a, b, zeroA, zeroB, output, epilogue: after }: Matmul,
): readonly Call[] | string {
  const { tensors } = context.program;
  const type = tensors[a.tensor]!.type;
  const rank = a.size.length;
  const epilogue = epilogueOf(context, after, 'int32');
  if (typeof epilogue === 'string') return epilogue;
  const [m, k] = [a.size[rank - 2]!, a.size[rank - 1]!];
  const n = b.size[rank - 1]!;
  const isOne = a.size.slice(0, -2).every((size) => size === 1);
  const areConstant = [b, zeroA, zeroB].every((view) => view === undefined || context.isConstant(view.tensor));
  if (
    (type !== 'int8' && type !== 'uint8') ||
    !isOne ||
    !areConstant ||
    a.strides[rank - 1] !== 1 ||
    b.strides.some((stride) => stride < 0)
  )
    return `no vector code for matmul of ${type} as it lies here`;
  // A zero point for each row would be a sum over B for each.
  if (zeroA?.strides.some((stride, axis) => stride !== 0 && zeroA.size[axis] !== 1))
    return 'matmul with a zero point for each row';
  if (zeroB && zeroB.strides[rank - 2] !== 0 && k > 1) return 'matmul with a zero point for each row of weights';
  const valueAt = (view: View | undefined, at: number): number =>
    view === undefined ? 0 : Number(context.dataOf(view.tensor)[view.offset + at]);
  const shape = {
    m,
    n,
    k,
    a: { type, row: a.strides[rank - 2]!, zero: valueAt(zeroA, 0) } as const,
    output: { type: tensors[output]!.type, row: n },
    epilogue: {
      ...epilogue,
      operands: epilogue.operands.map((each) => ({ ...each, strides: each.strides.slice(-2) })),
    },
  };
  const code = once(context, `int8 ${keyOf(shape)}`, () => emitInt8Matmul(context.module, 'int8', shape));
  const strides = { k: b.strides[rank - 2]!, n: b.strides[rank - 1]! };
  const packed = context.keep(packedInt8Size(k, n) * 2, () => {
    const columns = zeroB?.strides[rank - 1] ?? 0;
    const source = (context.dataOf(b.tensor) as Int8Array).subarray(b.offset);
    return bytesIn(packInt8Panels(source, { k, n, strides }, (column) => valueAt(zeroB, column * columns)));
  });
  const pointers = [
    context.addressOf(a.tensor) + a.offset,
    packed,
    context.addressOf(output),
    ...pointersOf(context, after),
  ];
  return [{ code, algorithm: 'int8', pointers }];
}
