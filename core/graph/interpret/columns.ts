// Bodies of float32 for many elements at a time: most of what is folded are a few numbers a channel, and models have hundreds
// of such kernels.
import { copyElements } from '../copy.ts';
import type { Step } from '../program/scalar.ts';
import { fuseAxes, type View } from '../program/view.ts';
import type { Tensor } from '../tensor.ts';
import { floats } from './scalars.ts';

/** Computes an element-wise kernel, step after step, if all is float32 over one axis. @returns whether it is. */
export function runColumns(
  size: readonly number[],
  operands: readonly View[],
  sources: readonly Tensor[],
  body: readonly Step[],
  target: Tensor,
): boolean {
  if (body.length === 0 || ![...sources, ...body, target].every(({ type }) => type === 'float32')) return false;
  const axes = fuseAxes(
    size,
    operands.map(({ strides }) => strides),
  );
  if (axes.size.length > 1) return false;
  const { length } = target.data;
  const columns = operands.map(({ offset }, at): Float32Array => {
    const column = new Float32Array(length);
    const source = { offset, strides: axes.strides[at]! };
    const destination = { offset: 0, strides: axes.size.map(() => 1) };
    copyElements({ size: axes.size, source, destination }, sources[at]!.data, column);
    return column;
  });
  for (const step of body) columns.push(columnOf(step, columns, length));
  (target.data as Float32Array).set(columns.at(-1)!);
  return true;
}

function columnOf(
  { fn, arguments: from, value }: Step,
  columns: readonly Float32Array[],
  length: number,
): Float32Array {
  const made = new Float32Array(length);
  if (fn === 'constant') return made.fill(Number(value));
  const [a, b = a] = from.map((register) => columns[register]!);
  if (a === undefined || b === undefined) throw new TypeError(`${fn} without arguments`);
  if (fn === 'cast' || fn === 'bitcast') return a;
  const apply = floats[fn];
  if (apply === undefined) throw new TypeError(`no ${fn} of float32`);
  for (let at = 0; at < length; at++) made[at] = apply(a[at]!, b[at]!, 'float32') as number;
  return made;
}
