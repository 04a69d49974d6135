// Kernels that compute element by element or along rows.
import type { ArgReduce, Elementwise, Normalize, Reduce, Softmax } from '../../program/kernel.ts';
import { emitElementwise } from '../elementwise.ts';
import type { Epilogue as KernelEpilogue } from '../epilogue.ts';
import { emitArgReduce, emitReduce } from '../reduce.ts';
import { emitNormalize, emitSoftmax } from '../rows.ts';
import { type Call, type Context, epilogueOf, keyOf, missingIn, once, operandOf, pointersOf } from './context.ts';

export function translateElementwise(
  context: Context,
  { output, size, operands, body }: Elementwise,
): readonly Call[] | string {
  const views = operands.map((view) => operandOf(context, view));
  const missing = missingIn(
    body,
    views.map(({ type }) => type),
  );
  if (missing !== undefined) return missing;
  const shape = { size, operands: views, steps: body, output: context.program.tensors[output]!.type };
  const code = once(context, `elementwise ${keyOf(shape)}`, () =>
    emitElementwise(context.module, 'elementwise', shape),
  );
  return [
    {
      code,
      algorithm: 'fused loop',
      pointers: [...operands, { tensor: output }].map(({ tensor }) => context.addressOf(tensor)),
    },
  ];
}

export function translateReduce(context: Context, kernel: Reduce): readonly Call[] | string {
  const { x, output, fn, kept } = kernel;
  const type = context.program.tensors[x.tensor]!.type;
  if (!['float32', 'float64', 'int32', 'int64'].includes(type) || (fn === 'mean' && !type.startsWith('float')))
    return `no vector code for reduce of ${type}`;
  const epilogue = epilogueOf(context, kernel.epilogue, type);
  if (typeof epilogue === 'string') return epilogue;
  const shape = {
    fn,
    type,
    offset: x.offset,
    kept: { size: x.size.slice(0, kept), strides: x.strides.slice(0, kept) },
    reduced: { size: x.size.slice(kept), strides: x.strides.slice(kept) },
    output: context.program.tensors[output]!.type,
    epilogue: kept === 0 ? scalarEpilogue(epilogue) : epilogue,
  };
  const code = once(context, `reduce ${keyOf(shape)}`, () => emitReduce(context.module, 'reduce', shape));
  const pointers = [context.addressOf(x.tensor), context.addressOf(output), ...pointersOf(context, kernel.epilogue)];
  return [{ code, algorithm: 'fold', pointers }];
}

/** Over one axis of one element, where there was none. */
function scalarEpilogue({ operands, steps }: KernelEpilogue): KernelEpilogue {
  return { steps, operands: operands.map((operand) => ({ ...operand, strides: [0] })) };
}

export function translateArgReduce(context: Context, { x, output, fn, last }: ArgReduce): readonly Call[] | string {
  const type = context.program.tensors[x.tensor]!.type;
  if (type !== 'float32' && type !== 'int32') return `no vector code for argreduce of ${type}`;
  const rows = { size: x.size.slice(0, -1), strides: x.strides.slice(0, -1) };
  const shape = { fn, last, type, offset: x.offset, rows, n: x.size.at(-1)!, stride: x.strides.at(-1)! } as const;
  const code = once(context, `argreduce ${keyOf(shape)}`, () => emitArgReduce(context.module, 'argreduce', shape));
  return [{ code, algorithm: 'rows side by side', pointers: [context.addressOf(x.tensor), context.addressOf(output)] }];
}

export function translateSoftmax(context: Context, { x, output, log }: Softmax): readonly Call[] | string {
  const type = context.program.tensors[x.tensor]!.type;
  if (type !== 'float32') return `no vector code for softmax of ${type}`;
  const shape = { log, rows: x.size.slice(0, -1), n: x.size.at(-1)!, strides: x.strides, offset: x.offset };
  const code = once(context, `softmax ${keyOf(shape)}`, () => emitSoftmax(context.module, 'softmax', shape));
  return [{ code, algorithm: 'rows', pointers: [context.addressOf(x.tensor), context.addressOf(output)] }];
}

export function translateNormalize(context: Context, kernel: Normalize): readonly Call[] | string {
  const { x, output, centred, epsilon } = kernel;
  const type = context.program.tensors[x.tensor]!.type;
  if (type !== 'float32' || context.program.tensors[output]!.type !== 'float32')
    return `no vector code for normalize of ${type}`;
  const epilogue = epilogueOf(context, kernel.epilogue, 'float32');
  if (typeof epilogue === 'string') return epilogue;
  const shape = {
    centred,
    epsilon,
    rows: x.size.slice(0, -1),
    n: x.size.at(-1)!,
    strides: x.strides,
    offset: x.offset,
    epilogue,
  };
  const code = once(context, `normalize ${keyOf(shape)}`, () => emitNormalize(context.module, 'normalize', shape));
  const pointers = [context.addressOf(x.tensor), context.addressOf(output), ...pointersOf(context, kernel.epilogue)];
  return [{ code, algorithm: 'rows', pointers }];
}
