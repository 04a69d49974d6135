// Functions along axes: sums and other folds, places of extremes, sorting, running sums.
import { elements } from '../graph/graph.ts';
import { binary, unary } from './elementwise.ts';
import { apply, type Expression, fixedScalar, int, ints, leafOf } from './expression.ts';
import { ArrayFailure, valueFailure } from './failure.ts';
import { cast, reshape } from './types.ts';

/** Undefined: all of them. */
export type Axes = number | readonly number[] | undefined;

const reductions: Readonly<Record<string, string>> = {
  sum: 'ReduceSum',
  prod: 'ReduceProd',
  max: 'ReduceMax',
  min: 'ReduceMin',
  mean: 'ReduceMean',
};

/** @throws ArrayFailure for an axis out of bounds, and for an extreme of nothing */
export function reduce(name: string, x: Expression, axes: Axes, keepsDims: boolean): Expression {
  const along = axesOf(axes, x.shape.length);
  const shape = reducedShape(x.shape, along, keepsDims);
  const isExtreme = name === 'max' || name === 'min';
  if (isExtreme && along.some((axis) => x.shape[axis] === 0))
    throw valueFailure(`zero-size array to reduction operation ${name}imum which has no identity`);
  if (name === 'any' || name === 'all') {
    const folded = reduce(name === 'any' ? 'max' : 'min', cast(cast(x, 'bool'), 'int32'), axes, keepsDims);
    return cast(folded, 'bool');
  }
  const counted = name === 'mean' ? cast(x, 'float32') : x.type === 'bool' ? cast(x, 'int32') : x;
  const folded =
    along.length === 0
      ? counted
      : apply(reductions[name]!, [counted, ints(along)], counted.type, shape, {
          attributes: { keepdims: int(Number(keepsDims)) },
        });
  return isExtreme ? cast(folded, x.type) : folded;
}

/** @param spare Taken from the count, as NumPy's `ddof`. */
export function variance(x: Expression, axes: Axes, keepsDims: boolean, spare: number): Expression {
  const along = axesOf(axes, x.shape.length);
  const count = elements(along.map((axis) => x.shape[axis]!));
  const off = binary('subtract', cast(x, 'float32'), reduce('mean', x, axes, true));
  const total = reduce('sum', unary('square', off), axes, keepsDims);
  return binary('divide', total, leafOf('float32', [], [Math.max(count - spare, 0)]));
}

/** The first of equal ones. Without an axis of the array as one row. */
export function extremePlace(
  op: 'ArgMax' | 'ArgMin',
  x: Expression,
  axis: number | undefined,
  keepsDims: boolean,
): Expression {
  const row = axis === undefined ? reshape(x, [-1]) : x;
  const [along] = axesOf(axis ?? 0, row.shape.length);
  if (row.shape[along!] === 0) throw valueFailure(`attempt to get ${op.toLowerCase()} of an empty sequence`);
  const of = row.type === 'bool' ? cast(row, 'int32') : row;
  const attributes = { axis: int(along!), keepdims: int(Number(keepsDims)) };
  const found = apply(op, [of], 'int64', reducedShape(row.shape, [along!], keepsDims), { attributes });
  const place = cast(found, 'int32');
  return axis === undefined && keepsDims
    ? reshape(
        place,
        x.shape.map(() => 1),
      )
    : place;
}

/** Ascending and stable. */
export function sorted(x: Expression, axis: number | undefined, gives: 'values' | 'places'): Expression {
  const row = axis === undefined ? reshape(x, [-1]) : x;
  const [along] = axesOf(axis ?? 0, row.shape.length);
  const of = row.type === 'bool' ? cast(row, 'int32') : row;
  const attributes = { axis: int(along!), largest: int(0), sorted: int(1) };
  const output = gives === 'values' ? 0 : 1;
  const made = apply('TopK', [of, ints([row.shape[along!]!])], output === 0 ? of.type : 'int64', row.shape, {
    attributes,
    output,
    outputs: 2,
  });
  return cast(made, output === 0 ? row.type : 'int32');
}

export function runningSum(x: Expression, axis: number | undefined): Expression {
  const row = axis === undefined ? reshape(x, [-1]) : x;
  const [along] = axesOf(axis ?? 0, row.shape.length);
  const of = row.type === 'bool' ? cast(row, 'int32') : row;
  return apply('CumSum', [of, fixedScalar(along!, 'int64')], of.type, of.shape);
}

/** In ascending order, counted from the front. */
export function axesOf(axes: Axes, rank: number): number[] {
  const given =
    axes === undefined ? Array.from({ length: rank }, (_, at) => at) : typeof axes === 'number' ? [axes] : axes;
  const found = given.map((axis) => axisOf(axis, rank));
  if (new Set(found).size < found.length) throw valueFailure("duplicate value in 'axis'");
  return found.sort((a, b) => a - b);
}

export function axisOf(axis: number, rank: number): number {
  if (!Number.isInteger(axis) || axis < -rank || axis >= rank)
    // NumPy's AxisError is both a ValueError and an IndexError.
    throw new ArrayFailure('ValueError', `axis ${axis} is out of bounds for array of dimension ${rank}`);
  return axis < 0 ? axis + rank : axis;
}

function reducedShape(shape: readonly number[], along: readonly number[], keepsDims: boolean): number[] {
  return shape.flatMap((size, at) => (along.includes(at) ? (keepsDims ? [1] : []) : [size]));
}
