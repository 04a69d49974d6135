// Matrix products: how their right operand is brought into panels.
import { copyElements } from '../../copy.ts';
import { elements } from '../../graph.ts';
import type { Matmul } from '../../program/kernel.ts';
import { denseStrides, type View } from '../../program/view.ts';
import { emitElementwise } from '../elementwise.ts';
import type { Epilogue } from '../epilogue.ts';
import { emitGemv, gemvCopies } from '../gemv.ts';
import { emitInt8Matmul, packedInt8Size, packInt8Panels } from '../int8.ts';
import { slack } from '../kernel.ts';
import { emitMatmul } from '../matmul.ts';
import { emitPack, packedSize, panelCopies } from '../pack.ts';
import { emitStrassen, packStrassen, strassenPackedSize } from '../strassen.ts';
import { type Candidate, describeCandidate } from './candidates.ts';
import { bytesIn, type Call, type Context, epilogueOf, floatsIn, keyOf, layOut, once, pointersOf } from './context.ts';

/** @param choice One of `candidatesOf`. */
export function translateMatmul(
  context: Context,
  kernel: Matmul,
  choice: Candidate | undefined,
): readonly Call[] | string {
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
  const calls: Call[] = [];
  if (choice?.algorithm === 'strassen') return strassen(context, kernel, epilogue, choice);
  const asRows = choice?.algorithm === 'rows';
  if (m === 1 && !asRows && elements(batch) === 1 && context.isConstant(b.tensor))
    return row(context, kernel, epilogue);
  let right: number;
  if (asRows) right = context.addressOf(b.tensor) + b.offset * 4;
  else if (context.isConstant(b.tensor))
    right = layOut(context, b, each * count * 4, ({ offset, strides: from }) => {
      const axes = [...distinct, k, n].map((size, axis) => ({ size, stride: from[axis]! }));
      return panelCopies(offset, axes.slice(0, -2), [axes[rank - 2]!], axes[rank - 1]!);
    }).address;
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

/** One row times constant weights. */
function row(context: Context, { a, b, output, epilogue: after }: Matmul, epilogue: Epilogue): readonly Call[] {
  const [k, step] = [a.size.at(-1)!, a.strides.at(-1)!];
  const n = b.size.at(-1)!;
  const { address: right } = layOut(context, b, packedSize(k, n) * 4, ({ offset, strides }) =>
    gemvCopies(k, n, { offset, strides: { k: strides.at(-2)!, n: strides.at(-1)! } }),
  );
  const operands = epilogue.operands.map((operand) => ({ ...operand, strides: operand.strides.slice(-1) }));
  const shape = { n, k, step, output: context.program.tensors[output]!.type, epilogue: { ...epilogue, operands } };
  const code = once(context, `gemv ${keyOf(shape)}`, () => emitGemv(context.module, 'gemv', shape));
  const left = context.addressOf(a.tensor) + a.offset * 4;
  const pointers = [left, right, context.addressOf(output), ...pointersOf(context, after)];
  return [{ code, algorithm: 'gemv', pointers }];
}

/** The product into the output's own memory, and there the epilogue. */
function strassen(
  context: Context,
  { a, b, output, epilogue: after }: Matmul,
  epilogue: Epilogue,
  choice: Extract<Candidate, { algorithm: 'strassen' }>,
): readonly Call[] {
  const { depth } = choice;
  const [m, k] = a.size.slice(-2) as [number, number];
  const n = b.size[b.size.length - 1]!;
  const shape = { m, n, k, depth, aRow: a.strides[a.strides.length - 2]!, outputRow: n };
  const code = once(context, `strassen ${keyOf(shape)}`, () => emitStrassen(context.module, 'strassen', shape));
  const packed = context.keep(strassenPackedSize(shape) * 4, (bytes) => {
    const { data, ...source } = context.sourceOf(b);
    const dense = new Float32Array(elements(b.size));
    copyElements({ size: b.size, source, destination: { offset: 0, strides: denseStrides(b.size) } }, data, dense);
    floatsIn(bytes).set(packStrassen(dense, shape));
  });
  const target = context.addressOf(output);
  const product: Call = {
    code,
    algorithm: describeCandidate(choice),
    pointers: [context.addressOf(a.tensor) + a.offset * 4, packed, target],
  };
  if (epilogue.steps.length === 0) return [product];
  const size = [...a.size.slice(0, -1), n];
  const rest = {
    size,
    operands: [{ type: 'float32', strides: denseStrides(size) } as const, ...epilogue.operands],
    steps: epilogue.steps,
    output: 'float32',
  } as const;
  const pass = once(context, `elementwise ${keyOf(rest)}`, () => emitElementwise(context.module, 'epilogue', rest));
  return [product, { code: pass, algorithm: 'epilogue', pointers: [target, ...pointersOf(context, after), target] }];
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
  /** Of a zero point: one for all, or of a column. */
  const valueAt = (view: View | undefined, column: number): number => {
    if (view === undefined) return 0;
    const { data, offset, strides } = context.sourceOf(view);
    return Number(data[offset + column * strides[rank - 1]!]);
  };
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
  const packed = context.keep(packedInt8Size(k, n) * 2, (target) => {
    const { data, offset, strides } = context.sourceOf(b);
    const matrix = { k, n, strides: { k: strides[rank - 2]!, n: strides[rank - 1]! } };
    target.set(
      bytesIn(packInt8Panels((data as Int8Array).subarray(offset), matrix, (column) => valueAt(zeroB, column))),
    );
  });
  const pointers = [
    context.addressOf(a.tensor) + a.offset,
    packed,
    context.addressOf(output),
    ...pointersOf(context, after),
  ];
  return [{ code, algorithm: 'int8', pointers }];
}
