// A lazy array: the operator that makes it and what that reads. Nothing is computed before a value is asked for, so that
// the compiler sees whole chains of operators and fuses them.
import type { Attribute } from '../graph/graph.ts';
import { type Data, tensorOf } from '../graph/tensor.ts';

/** Types of arrays. int64 is of indices between two operators alone. */
export type ArrayType = 'float32' | 'int32' | 'bool' | 'int64';

/** Sizes, axes and the like: part of the graph's structure, so that a graph is compiled for each. */
export interface Fixed {
  readonly kind: 'fixed';
  readonly values: readonly number[];
  /** A scalar of 0 dimensions, not a list. */
  readonly isScalar: boolean;
  readonly type: ArrayType;
}

export interface Operator {
  readonly op: string;
  readonly inputs: readonly (Expression | Fixed)[];
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Which output of the operator it is, of how many. */
  readonly output: number;
  readonly outputs: number;
}

export interface Expression {
  readonly kind: 'expression';
  readonly type: ArrayType;
  readonly shape: readonly number[];
  /** Row-major; undefined until computed. */
  data: Data | undefined;
  /** Undefined once computed, so that what it reads can be freed. */
  operator: Operator | undefined;
  /** Upper bound of the operators that are computed with it. */
  readonly operators: number;
}

/** Values as they are; the array keeps `data`. */
export function leaf(type: ArrayType, shape: readonly number[], data: Data): Expression {
  return { kind: 'expression', type, shape, data, operator: undefined, operators: 0 };
}

export function leafOf(type: ArrayType, shape: readonly number[], values: Iterable<number>): Expression {
  return leaf(type, shape, tensorOf(type, shape, type === 'int64' ? [...values].map(BigInt) : values).data);
}

export interface OperatorOptions {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly output?: number;
  readonly outputs?: number;
}

export function apply(
  op: string,
  inputs: readonly (Expression | Fixed)[],
  type: ArrayType,
  shape: readonly number[],
  { attributes = {}, output = 0, outputs = 1 }: OperatorOptions = {},
): Expression {
  const below = inputs.reduce((sum, input) => sum + (input.kind === 'expression' ? pending(input) : 0), 0);
  const operator = { op, inputs, attributes, output, outputs };
  return { kind: 'expression', type, shape, data: undefined, operator, operators: below + 1 };
}

export function ints(values: readonly number[]): Fixed {
  return { kind: 'fixed', values, isScalar: false, type: 'int64' };
}

export function fixedScalar(value: number, type: ArrayType): Fixed {
  return { kind: 'fixed', values: [value], isScalar: true, type };
}

export function int(value: number): Attribute {
  return { kind: 'int', value };
}

/** Operators still to be computed for it. */
export function pending(array: Expression): number {
  return array.data === undefined ? array.operators : 0;
}
