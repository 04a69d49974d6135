// Elements one by one, of the types that WebAssembly computes with: for kernels whose order leaves nothing to vectors.
import type { ElementType } from '../graph.ts';
import { type Code, f32, f64, type I32, i32, i64, load, select, store, type ValueType } from './code.ts';

type Value = Code<ValueType>;

export interface Elements {
  readonly bytes: 4 | 8;
  readonly load: (address: I32) => Value;
  readonly store: (address: I32, value: Value) => Code<'none'>;
  readonly add: (a: Value, b: Value) => Value;
  readonly mul: (a: Value, b: Value) => Value;
  /** NaN goes through. */
  readonly max: (a: Value, b: Value) => Value;
  readonly min: (a: Value, b: Value) => Value;
  /** Whether a > b; NaN is greater than all numbers. */
  readonly greater: (a: Value, b: Value) => I32;
  readonly equal: (a: Value, b: Value) => I32;
}

/** Undefined where WebAssembly has no such numbers. Operands of `greater`, `max` and `min` are written twice: pass locals. */
export function elementsOf(type: ElementType): Elements | undefined {
  switch (type) {
    case 'float32':
      return floats(f32, 4, 'f32.load', 'f32.store');
    case 'float64':
      return floats(f64, 8, 'f64.load', 'f64.store');
    case 'int32':
      return integers(i32, i32.gt_s, 4, 'i32.load', 'i32.store');
    case 'uint32':
      return integers(i32, i32.gt_u, 4, 'i32.load', 'i32.store');
    case 'int64':
      return integers(i64, i64.gt_s, 8, 'i64.load', 'i64.store');
    case 'uint64':
      return integers(i64, i64.gt_u, 8, 'i64.load', 'i64.store');
    default:
      return undefined;
  }
}

type Binary = (a: Value, b: Value) => Value;
type Compare = (a: Value, b: Value) => I32;

function memoryOf(loading: string, storing: string): Pick<Elements, 'load' | 'store'> {
  return {
    load: (address) => load(loading as 'f32.load', address),
    store: (address, value) => store(storing as 'f32.store', address, value as Code<'f32'>),
  };
}

function floats(ops: typeof f32 | typeof f64, bytes: 4 | 8, loading: string, storing: string): Elements {
  const [gt, ne, eq] = [ops.gt as Compare, ops.ne as Compare, ops.eq as Compare];
  return {
    bytes,
    ...memoryOf(loading, storing),
    add: ops.add as Binary,
    mul: ops.mul as Binary,
    max: ops.max as Binary,
    min: ops.min as Binary,
    greater: (a, b) => i32.or(gt(a, b), i32.and(ne(a, a), eq(b, b))),
    equal: (a, b) => i32.or(eq(a, b), i32.and(ne(a, a), ne(b, b))),
  };
}

function integers(
  ops: typeof i32 | typeof i64,
  greater: unknown,
  bytes: 4 | 8,
  loading: string,
  storing: string,
): Elements {
  const gt = greater as Compare;
  return {
    bytes,
    ...memoryOf(loading, storing),
    add: ops.add as Binary,
    mul: ops.mul as Binary,
    max: (a, b) => select(a, b, gt(a, b)),
    min: (a, b) => select(b, a, gt(a, b)),
    greater: gt,
    equal: ops.eq as Compare,
  };
}
