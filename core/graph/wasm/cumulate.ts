// Running sums and products of rows. Those of float32 are kept in float64, since a row may be long.
import type { ElementType } from '../graph.ts';
import { type Code, constant, f32, f64, load, long, plus, store, times, type ValueType } from './code.ts';
import { type Elements, elementsOf } from './element.ts';
import { type Kernel, kernelFunction } from './kernel.ts';
import type { Lanes } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { addressAt, unravel } from './unravel.ts';

export interface CumulateShape {
  readonly fn: 'sum' | 'product';
  /** Whether an element leaves itself out. */
  readonly exclusive: boolean;
  readonly type: ElementType;
  readonly offset: number;
  readonly rows: readonly number[];
  readonly n: number;
  /** Over [rows.., n]. */
  readonly strides: readonly number[];
}

/** Pointers: `x`, `output` (row-major). Range: rows. */
export function emitCumulate(module: ModuleBuilder, name: string, shape: CumulateShape): Kernel {
  const { fn, exclusive, type, rows, n, strides } = shape;
  const elements = type === 'float32' ? wide : elementsOf(type);
  if (elements === undefined) throw new Error(`no code for running sums of ${type}`);
  const { code, index, pointers, begin, end } = kernelFunction(module, name, 2);
  const lanes: Lanes = { module, code, constants: 'in place' };
  const { bytes } = elements;
  const step = strides[rows.length]! * bytes;
  const range = rows.reduce((product, size) => product * size, n === 0 ? 0 : 1);
  const join = fn === 'sum' ? elements.add : elements.mul;
  if (range > 0)
    code.for(begin, end, 1, (row) => {
      const from = code.let(addressAt(pointers[0]!, shape, unravel(lanes, row, rows), bytes));
      const to = code.let(plus(pointers[1]!, times(row, n * bytes)));
      const total = code.let(neutral(type, fn));
      code.repeat(n, () => {
        const value = elements.load(from);
        if (exclusive) code.do(elements.store(to, total));
        code.set(total, join(total, value));
        if (!exclusive) code.do(elements.store(to, total));
        code.advance(from, step);
        code.advance(to, bytes);
      });
    });
  return { index, pointers: ['x', 'output'], range, scratch: 0 };
}

function neutral(type: ElementType, fn: 'sum' | 'product'): Code<ValueType> {
  const value = fn === 'sum' ? 0 : 1;
  if (type === 'int64' || type === 'uint64') return long(BigInt(value));
  return constant(type.startsWith('float') ? 'f64' : 'i32', value);
}

/** float32 in memory, float64 in registers. */
const wide: Pick<Elements, 'bytes' | 'load' | 'store' | 'add' | 'mul'> = {
  bytes: 4,
  load: (address) => f64.promote_f32(load('f32.load', address)),
  store: (address, value) => store('f32.store', address, f32.demote_f64(value as Code<'f64'>)),
  add: f64.add as Elements['add'],
  mul: f64.mul as Elements['mul'],
};
