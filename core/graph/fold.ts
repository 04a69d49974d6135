// Values of small integer tensors that can be known before anything runs: the arithmetic of shapes that exporters leave
// in a graph.

import { type Context, intOf } from './context.ts';
import type { TensorType } from './graph.ts';
import { broadcastShapes, slicesOf } from './shapes.ts';

type Folder = (context: Context, type: TensorType) => readonly number[] | undefined;

const folders: ReadonlyMap<string, Folder> = new Map<string, Folder>([
  ...['Identity', 'Squeeze', 'Unsqueeze', 'Reshape', 'Flatten', 'Dropout'].map((op): [string, Folder] => [op, same]),
  ['Cast', cast],
  ['Shape', shape],
  ['Size', ({ inputs }) => [inputs[0]!.type.shape.reduce((product, size) => product * size, 1)]],
  ['Gather', gather],
  ['Concat', concat],
  ['Slice', slice],
  ['ConstantOfShape', ({ node }, type) => new Array<number>(count(type)).fill(intOf(node, 'value_int', 0))],
  ['Range', range],
  ['Add', (context, type) => pairwise(context, type, (a, b) => a + b)],
  ['Sub', (context, type) => pairwise(context, type, (a, b) => a - b)],
  ['Mul', (context, type) => pairwise(context, type, (a, b) => a * b)],
  ['Div', divide],
  ['Equal', (context, type) => pairwise(context, type, (a, b) => (a === b ? 1 : 0))],
  ['Floor', ({ inputs }) => inputs[0]?.values?.map(Math.floor)],
  ['Where', where],
]);

/** The first output's values in row-major order, or undefined. */
export function foldNode(context: Context, type: TensorType): readonly number[] | undefined {
  const values = folders.get(context.node.op)?.(context, type);
  return values?.length === count(type) ? values : undefined;
}

function count({ shape }: TensorType): number {
  return shape.reduce((product, size) => product * size, 1);
}

function same({ inputs }: Context): readonly number[] | undefined {
  return inputs[0]?.values;
}

function cast({ inputs }: Context, { type }: TensorType): readonly number[] | undefined {
  const values = inputs[0]?.values;
  if (type === 'float32') return values;
  return values?.map((value) => (type === 'bool' ? Number(value !== 0) : Math.trunc(value)));
}

function shape({ node, inputs }: Context): readonly number[] | undefined {
  const sizes = inputs[0]?.type.shape;
  return sizes?.slice(intOf(node, 'start', 0), intOf(node, 'end', sizes.length));
}

function gather({ node, inputs: [data, at] }: Context): readonly number[] | undefined {
  const values = data?.values;
  if (values === undefined || data?.type.shape.length !== 1 || intOf(node, 'axis', 0) > 0) return undefined;
  return at?.values?.map((index) => values[index < 0 ? index + values.length : index] ?? Number.NaN);
}

function concat({ inputs }: Context): readonly number[] | undefined {
  if (inputs.some((input) => input?.values === undefined || input.type.shape.length !== 1)) return undefined;
  return inputs.flatMap((input) => input!.values!);
}

function slice(context: Context): readonly number[] | undefined {
  const values = context.inputs[0]?.values;
  const slices = slicesOf(context);
  if (values === undefined || slices?.length !== 1) return undefined;
  const { start, count: length, step } = slices[0]!;
  return Array.from({ length }, (_, at) => values[start + at * step]!);
}

function range({ inputs: [start, , delta] }: Context, type: TensorType): readonly number[] {
  return Array.from({ length: count(type) }, (_, at) => start!.values![0]! + at * delta!.values![0]!);
}

function divide(context: Context, type: TensorType): readonly number[] | undefined {
  const isInteger = type.type !== 'float32';
  return pairwise(context, type, (a, b) => (isInteger ? Math.trunc(a / b) : a / b));
}

function pairwise(
  { inputs: [a, b] }: Context,
  type: TensorType,
  combine: (a: number, b: number) => number,
): readonly number[] | undefined {
  if (!a?.values || !b?.values || type.shape.length > 1) return undefined;
  const [left, right] = [a.values, b.values];
  return Array.from({ length: count(type) }, (_, at) => combine(left[at % left.length]!, right[at % right.length]!));
}

function where({ inputs: [condition, yes, no] }: Context, type: TensorType): readonly number[] | undefined {
  if (!condition?.values || !yes?.values || !no?.values || type.shape.length > 1) return undefined;
  if (broadcastShapes([condition.type.shape, yes.type.shape, no.type.shape]) === undefined) return undefined;
  const [test, left, right] = [condition.values, yes.values, no.values];
  return Array.from({ length: count(type) }, (_, at) =>
    test[at % test.length] ? left[at % left.length]! : right[at % right.length]!,
  );
}
