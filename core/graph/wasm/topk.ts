// The k greatest or least of rows: a heap whose root is the worst that is kept, in the outputs themselves, which is then taken
// apart from its root, so that the best come first.
import type { ElementType } from '../graph.ts';
import { type Code, constant, type I32, i32, i64, load, plus, store, times, type ValueType } from './code.ts';
import { elementsOf } from './element.ts';
import type { Local } from './function.ts';
import { type Kernel, kernelFunction } from './kernel.ts';
import type { Lanes } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { addressAt, unravel } from './unravel.ts';

export interface TopKShape {
  readonly k: number;
  readonly largest: boolean;
  readonly type: ElementType;
  readonly offset: number;
  readonly rows: readonly number[];
  readonly n: number;
  /** Over [rows.., n]. */
  readonly strides: readonly number[];
}

const zero = constant('i32', 0);
const one = constant('i32', 1);

interface Item {
  readonly value: Code<ValueType>;
  readonly index: I32;
}

/** Pointers: `x`, `values`, `indices` (int64), both [rows.., k] and row-major. Range: rows. NaN counts as the greatest. */
export function emitTopK(module: ModuleBuilder, name: string, shape: TopKShape): Kernel {
  const { k, largest, type, rows, n, strides } = shape;
  const elements = elementsOf(type);
  if (elements === undefined) throw new Error(`no code for the greatest of ${type}`);
  const { code, index, pointers, begin, end } = kernelFunction(module, name, 3);
  const lanes: Lanes = { module, code, constants: 'in place' };
  const { bytes } = elements;
  const range = rows.reduce((product, size) => product * size, k === 0 ? 0 : 1);

  const row = (which: I32): void => {
    const walk = code.let(addressAt(pointers[0]!, shape, unravel(lanes, which, rows), bytes));
    const values = code.let(plus(pointers[1]!, times(which, k * bytes)));
    const places = code.let(plus(pointers[2]!, times(which, k * 8)));
    const item = (position: I32): Item => ({
      value: code.let(elements.load(plus(values, times(position, bytes)))),
      index: code.let(load('i32.load', plus(places, times(position, 8)))),
    });
    const put = (position: I32, { value, index: from }: Item): void => {
      code.do(elements.store(plus(values, times(position, bytes)), value));
      code.do(store('i64.store', plus(places, times(position, 8)), i64.extend_i32_u(from)));
    };
    /** Whether a comes after b in the result. */
    const isWorse = (a: Item, b: Item): I32 => {
      const less = largest ? elements.greater(b.value, a.value) : elements.greater(a.value, b.value);
      return i32.or(less, i32.and(elements.equal(a.value, b.value), i32.gt_u(a.index, b.index)));
    };
    const hole = code.local('i32');
    const goes = code.local('i32');
    /** Puts an item where the hole is once `look` no longer moves another into it. */
    const settle = (from: I32, made: Item, look: (move: (other: Item, position: I32) => void) => void): void => {
      code.set(hole, from);
      code.loop((again) => {
        code.set(goes, zero);
        look((other, position) => {
          put(hole, other);
          code.set(hole, position);
          code.set(goes, one);
        });
        again(goes);
      });
      put(hole, made);
    };
    const rise = (from: I32, made: Item): void =>
      settle(from, made, (move) =>
        code.if(hole, () => {
          const parent = code.let(i32.shr_u(plus(hole, -1), 1));
          const above = item(parent);
          code.if(isWorse(made, above), () => move(above, parent));
        }),
      );
    const sink = (made: Item, size: I32): void =>
      settle(zero, made, (move) => {
        const child = code.let(plus(times(hole, 2), 1));
        code.if(i32.lt_s(child, size), () => {
          const right = code.let(plus(child, 1));
          code.if(i32.lt_s(right, size), () =>
            code.if(isWorse(item(right), item(child)), () => code.set(child, right)),
          );
          const below = item(child);
          code.if(isWorse(below, made), () => move(below, child));
        });
      });
    const next = (position: I32): Item => ({ value: code.let(elements.load(walk)), index: position });
    const step = strides[rows.length]! * bytes;
    code.for(0, k, 1, (position) => {
      rise(position, next(position));
      code.advance(walk, step);
    });
    const all: Local<'i32'> = code.let(constant('i32', k));
    code.for(k, n, 1, (position) => {
      const made = next(position);
      code.if(isWorse(item(zero), made), () => sink(made, all));
      code.advance(walk, step);
    });
    code.for(1, k, 1, (taken) => {
      const last = code.let(i32.sub(k, taken));
      const [worst, moved] = [item(zero), item(last)];
      sink(moved, last);
      put(last, worst);
    });
  };
  if (range > 0) code.for(begin, end, 1, row);
  return { index, pointers: ['x', 'values', 'indices'], range, scratch: 0 };
}
