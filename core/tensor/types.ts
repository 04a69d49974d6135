// Which type and shape a result has: NumPy's rules of promotion and broadcasting.

import { elements } from '../graph/graph.ts';
import { broadcastShapes } from '../graph/shapes.ts';
import { type ArrayType, apply, type Expression, int, ints } from './expression.ts';
import { valueFailure } from './failure.ts';

const order: readonly ArrayType[] = ['bool', 'int32', 'int64', 'float32'];

/** ONNX's numbers of the types. */
const onnxTypes: Readonly<Record<ArrayType, number>> = { float32: 1, int32: 6, int64: 7, bool: 9 };

export function promoted(arrays: readonly Expression[]): ArrayType {
  return order[Math.max(...arrays.map(({ type }) => order.indexOf(type)))]!;
}

export function cast(array: Expression, type: ArrayType): Expression {
  return array.type === type
    ? array
    : apply('Cast', [array], type, array.shape, { attributes: { to: int(onnxTypes[type]) } });
}

/** @throws ArrayFailure ValueError, as NumPy says it */
export function broadcast(shapes: readonly (readonly number[])[]): readonly number[] {
  const shape = broadcastShapes(shapes);
  if (shape === undefined) throw cannotBroadcast(shapes);
  return shape;
}

export function expand(array: Expression, shape: readonly number[]): Expression {
  if (shape.join() === array.shape.join()) return array;
  const before = shape.length - array.shape.length;
  if (before < 0 || array.shape.some((size, at) => size !== 1 && size !== shape[before + at]))
    throw valueFailure(`could not broadcast input array from shape ${tuple(array.shape)} into shape ${tuple(shape)}`);
  return apply('Expand', [array, ints(shape)], array.type, shape);
}

/** @throws ArrayFailure ValueError where sizes do not fit */
export function reshape(array: Expression, wanted: readonly number[]): Expression {
  const count = elements(array.shape);
  const known = elements(wanted.filter((size) => size !== -1));
  const open = wanted.filter((size) => size === -1).length;
  if (open > 1) throw valueFailure('can only specify one unknown dimension');
  const shape = wanted.map((size) => (size === -1 ? (known === 0 ? 0 : count / known) : size));
  if (!shape.every((size) => Number.isInteger(size) && size >= 0) || elements(shape) !== count)
    throw valueFailure(`cannot reshape array of size ${count} into shape ${tuple(wanted)}`);
  if (shape.join() === array.shape.join() && shape.length === array.shape.length) return array;
  return apply('Reshape', [array, ints(shape)], array.type, shape, { attributes: { allowzero: int(1) } });
}

/** As Python writes a tuple, without spaces, as NumPy does in messages. */
export function tuple(shape: readonly number[]): string {
  return `(${shape.join(',')}${shape.length === 1 ? ',' : ''})`;
}

function cannotBroadcast(shapes: readonly (readonly number[])[]): Error {
  return valueFailure(`operands could not be broadcast together with shapes ${shapes.map(tuple).join(' ')} `);
}
