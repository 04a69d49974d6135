// Kernels in which one element waits for another: scatters, running sums, the greatest of rows.
import { elements } from '../../graph.ts';
import type { Cumulate, Scatter, TopK } from '../../program/kernel.ts';
import { emitCumulate } from '../cumulate.ts';
import { elementsOf } from '../element.ts';
import { emitScatter } from '../scatter.ts';
import { emitTopK } from '../topk.ts';
import { type Call, type Context, keyOf, once } from './context.ts';
import { indicesOf } from './move.ts';

export function translateScatter(context: Context, kernel: Scatter): readonly Call[] | string {
  const { output, data, updates, target, reduction } = kernel;
  const { type, shape: size } = context.program.tensors[output]!;
  if (reduction !== 'none' && elementsOf(type) === undefined) return `no vector code for scatter of ${type}`;
  const indices = indicesOf(context, kernel.indices);
  if (typeof indices === 'string') return indices;
  const { offset, strides } = updates;
  const shape = {
    type,
    total: elements(size),
    size: updates.size,
    updates: { offset, strides },
    target,
    indices,
    reduction,
  };
  const code = once(context, `scatter ${keyOf(shape)}`, () => emitScatter(context.module, 'scatter', shape));
  const ids = [data, updates.tensor, ...kernel.indices.map(({ view }) => view.tensor), output];
  return [{ code, algorithm: 'in order', pointers: ids.map(context.addressOf) }];
}

export function translateCumulate(context: Context, { x, output, fn, exclusive }: Cumulate): readonly Call[] | string {
  const { type } = context.program.tensors[x.tensor]!;
  if (elementsOf(type) === undefined) return `no vector code for cumulate of ${type}`;
  const shape = { fn, exclusive, type, ...rowsOf(x) };
  const code = once(context, `cumulate ${keyOf(shape)}`, () => emitCumulate(context.module, 'cumulate', shape));
  return [{ code, algorithm: 'rows', pointers: [x.tensor, output].map(context.addressOf) }];
}

export function translateTopK(context: Context, { x, values, indices, k, largest }: TopK): readonly Call[] | string {
  const { type } = context.program.tensors[x.tensor]!;
  if (elementsOf(type) === undefined) return `no vector code for topk of ${type}`;
  const shape = { k, largest, type, ...rowsOf(x) };
  const code = once(context, `topk ${keyOf(shape)}`, () => emitTopK(context.module, 'topk', shape));
  return [{ code, algorithm: 'heap', pointers: [x.tensor, values, indices].map(context.addressOf) }];
}

function rowsOf({ offset, size, strides }: Cumulate['x']) {
  return { offset, rows: size.slice(0, -1), n: size.at(-1)!, strides };
}
