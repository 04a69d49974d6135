// Einsum of any number of inputs: two at a time, each pair as a batched matrix product, or an element-wise one where
// nothing is summed.
import { stringOf } from '../context.ts';
import { elements } from '../graph.ts';
import { denseStrides } from '../program/view.ts';
import type { ProgramBuilder, Value } from './builder.ts';
import { matmul, mul, reduce } from './compute.ts';
import { type Lowerer, type Lowering, need, wrongType } from './lowering.ts';
import { rasterView, reshape, transpose } from './move.ts';

export const einsumLowerers: Readonly<Record<string, Lowerer>> = { Einsum: (lowering) => [einsum(lowering)] };

/** A value whose axes have names. An axis of the ellipsis is named by its place from the end. */
interface Named {
  readonly value: Value;
  readonly axes: readonly string[];
}

function einsum(lowering: Lowering): Value {
  const { b, node, inputs } = lowering;
  const equation = (stringOf(node, 'equation') ?? '').replaceAll(' ', '');
  const [left = '', right] = equation.split('->');
  const terms = left.split(',');
  if (terms.length !== inputs.length) throw wrongType(node, `equation "${equation}" has ${terms.length} terms`);
  const operands = terms.map((term, at) => {
    const value = need(lowering, at);
    return diagonal(b, node, value, axesOf(lowering, term, value.shape.length));
  });
  const output = axesOf(lowering, right ?? implicit(terms), right === undefined ? undefined : widest(operands, right));
  const [first, ...rest] = operands;
  const needed = (after: number): ReadonlySet<string> =>
    new Set([...output, ...rest.slice(after).flatMap(({ axes }) => axes)]);
  let result = sumOut(b, first!, needed(0));
  for (const [at, operand] of rest.entries()) {
    const kept = needed(at + 1);
    const own = new Set([...kept, ...result.axes]);
    result = contract(b, node, result, sumOut(b, operand, own), kept);
  }
  const final = sumOut(b, result, new Set(output));
  if (output.some((axis) => !final.axes.includes(axis)))
    throw wrongType(node, `equation "${equation}" makes an axis of nothing`);
  return transpose(
    b,
    final.value,
    output.map((axis) => final.axes.indexOf(axis)),
  );
}

/** The letters of a term, with the axes of its ellipsis as `.1`, `.0` from the left. */
function axesOf({ node }: Lowering, term: string, rank: number | undefined): readonly string[] {
  const [before = '', after] = term.split('...');
  if (after === undefined) {
    if (rank !== undefined && before.length !== rank) throw wrongType(node, `term "${term}" for ${rank} axes`);
    return [...before];
  }
  const count = Math.max(0, (rank ?? 0) - before.length - after.length);
  return [...before, ...Array.from({ length: count }, (_, at) => `.${count - 1 - at}`), ...after];
}

/** Rank of an output with an ellipsis: the most axes that any term has for it. */
function widest(operands: readonly Named[], output: string): number | undefined {
  if (!output.includes('...')) return undefined;
  const most = Math.max(...operands.map(({ axes }) => axes.filter((axis) => axis.startsWith('.')).length));
  return most + output.replace('...', '').length;
}

/** Without an arrow: the letters that stand once, in alphabetical order. */
function implicit(terms: readonly string[]): string {
  const letters = [...terms.join('').replaceAll('.', '')];
  const once = letters.filter((letter) => letters.indexOf(letter) === letters.lastIndexOf(letter)).sort();
  return (terms.some((term) => term.includes('...')) ? '...' : '') + once.join('');
}

/** An axis that stands twice is the diagonal. */
function diagonal(b: ProgramBuilder, node: Lowering['node'], value: Value, names: readonly string[]): Named {
  const axes = [...new Set(names)];
  if (axes.length === names.length) return { value, axes };
  const strides = denseStrides(value.shape);
  const size = axes.map((name) => value.shape[names.indexOf(name)]!);
  for (const [at, name] of names.entries()) {
    if (value.shape[at] !== size[axes.indexOf(name)]) throw wrongType(node, `axis ${name} has two sizes`);
  }
  const view = {
    offset: 0,
    size,
    strides: axes.map((name) => names.reduce((sum, other, at) => sum + (other === name ? strides[at]! : 0), 0)),
  };
  return { value: rasterView(b, value, view), axes };
}

/** Sums over the axes that nobody needs. */
function sumOut(b: ProgramBuilder, { value, axes }: Named, needed: ReadonlySet<string>): Named {
  const gone = axes.flatMap((axis, at) => (needed.has(axis) ? [] : [at]));
  if (gone.length === 0) return { value, axes };
  const kept = axes.filter((axis) => needed.has(axis));
  const shape = kept.map((axis) => value.shape[axes.indexOf(axis)]!);
  return { value: reshape(b, reduce(b, 'sum', value, gone), shape), axes: kept };
}

function contract(b: ProgramBuilder, node: Lowering['node'], x: Named, y: Named, needed: ReadonlySet<string>): Named {
  const sizeOf = (axis: string): number => {
    const sizes = [x, y].flatMap(({ value, axes }) => (axes.includes(axis) ? [value.shape[axes.indexOf(axis)]!] : []));
    const size = sizes.find((size) => size !== 1) ?? 1;
    if (sizes.some((other) => other !== size && other !== 1)) throw wrongType(node, `axis ${axis} has two sizes`);
    return size;
  };
  const shared = x.axes.filter((axis) => y.axes.includes(axis));
  const summed = shared.filter((axis) => !needed.has(axis));
  const batch = shared.filter((axis) => needed.has(axis));
  const rows = x.axes.filter((axis) => !shared.includes(axis));
  const columns = y.axes.filter((axis) => !shared.includes(axis));
  const isEven = shared.every((axis) =>
    [x, y].every(({ value, axes }) => value.shape[axes.indexOf(axis)] === sizeOf(axis)),
  );
  if (summed.length === 0 || !isEven) {
    const axes = [...batch, ...rows, ...columns, ...summed];
    const product = { value: mul(b, spread(b, x, axes), spread(b, y, axes)), axes };
    return sumOut(b, product, new Set([...batch, ...rows, ...columns]));
  }
  const sizes = (axes: readonly string[]): readonly number[] => axes.map(sizeOf);
  const [m, k, n] = [rows, summed, columns].map((axes) => elements(sizes(axes))) as [number, number, number];
  const left = reshape(b, ordered(b, x, [...batch, ...rows, ...summed]), [...sizes(batch), m, k]);
  const right = reshape(b, ordered(b, y, [...batch, ...summed, ...columns]), [...sizes(batch), k, n]);
  const axes = [...batch, ...rows, ...columns];
  return { value: reshape(b, matmul(b, left, right), sizes(axes)), axes };
}

function ordered(b: ProgramBuilder, { value, axes }: Named, order: readonly string[]): Value {
  return transpose(
    b,
    value,
    order.map((axis) => axes.indexOf(axis)),
  );
}

/** With all of the given axes, of size 1 where it has none. */
function spread(b: ProgramBuilder, named: Named, axes: readonly string[]): Value {
  const own = axes.filter((axis) => named.axes.includes(axis));
  const value = ordered(b, named, own);
  return reshape(
    b,
    value,
    axes.map((axis) => (own.includes(axis) ? value.shape[own.indexOf(axis)]! : 1)),
  );
}
