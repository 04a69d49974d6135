// All functions of arrays by name, for a face in another language: arrays apart, everything else as JSON.
import { elements } from '../graph/graph.ts';
import { binary, binaryNames, unary, unaryNames, where } from './elementwise.ts';
import type { Evaluator } from './evaluate.ts';
import { type ArrayType, type Expression, leafOf } from './expression.ts';
import { ArrayFailure, valueFailure } from './failure.ts';
import { type Key, read, written } from './indexing.ts';
import { extremePlace, reduce, runningSum, sorted, variance } from './reduce.ts';
import {
  castInPlace,
  concatenate,
  dot,
  einsum,
  expandDims,
  matmul,
  pad,
  repeat,
  squeeze,
  stack,
  tile,
  transpose,
} from './shaping.ts';
import { cast, expand, reshape, tuple } from './types.ts';

/** A key of an index; an array of places or a mask is one of `arrays`, by its place there. */
type WrittenKey = Exclude<Key, { kind: 'places' | 'mask' }> | { readonly kind: 'array'; readonly array: number };

interface Arguments {
  readonly axis?: number | null;
  readonly axes?: readonly number[] | null;
  readonly keepdims?: boolean;
  readonly shape?: readonly number[];
  readonly spare?: number;
  readonly times?: number;
  readonly widths?: readonly (readonly number[])[];
  readonly mode?: string;
  readonly equation?: string;
  readonly type?: ArrayType;
  readonly keys?: readonly WrittenKey[];
  readonly start?: number;
  readonly step?: number;
  readonly count?: number;
}

type Call = (arrays: readonly [Expression, ...Expression[]], given: Arguments, evaluator: Evaluator) => Expression;

/** @throws ArrayFailure as NumPy raises; the result is computed where it cannot wait */
export function callFunction(
  name: string,
  arrays: readonly Expression[],
  given: Arguments,
  evaluator: Evaluator,
): Expression {
  const call = functions.get(name);
  if (call === undefined) throw new ArrayFailure('TypeError', `no function ${name}`);
  const made = call(arrays as [Expression, ...Expression[]], given, evaluator);
  if (elements(made.shape) > mostElements) throw valueFailure('array is too big');
  return evaluator.settle(made);
}

/** 64 MB: far beyond a window of events, well within a worker's memory. */
const mostElements = 2 ** 24;

const functions = new Map<string, Call>([
  ...unaryNames.map((name): [string, Call] => [name, ([x]) => unary(name, x)]),
  ...binaryNames.map((name): [string, Call] => [name, ([a, b]) => binary(name, a, b!)]),
  ...['sum', 'prod', 'max', 'min', 'mean', 'any', 'all'].map((name): [string, Call] => [
    name,
    ([x], { axes, keepdims }) => reduce(name, x, axes ?? undefined, keepdims === true),
  ]),
  ['where', ([condition, a, b]) => where(condition, a!, b!)],
  ['var', ([x], { axes, keepdims, spare = 0 }) => variance(x, axes ?? undefined, keepdims === true, spare)],
  ['argmax', ([x], { axis, keepdims }) => extremePlace('ArgMax', x, axis ?? undefined, keepdims === true)],
  ['argmin', ([x], { axis, keepdims }) => extremePlace('ArgMin', x, axis ?? undefined, keepdims === true)],
  ['sort', ([x], { axis }) => sorted(x, axis ?? undefined, 'values')],
  ['argsort', ([x], { axis }) => sorted(x, axis ?? undefined, 'places')],
  ['cumsum', ([x], { axis }) => runningSum(x, axis ?? undefined)],
  ['reshape', ([x], { shape = [] }) => reshape(x, shape)],
  ['transpose', ([x], { axes }) => transpose(x, axes ?? undefined)],
  ['concatenate', (arrays, { axis }) => concatenate(arrays, axis ?? undefined)],
  ['stack', (arrays, { axis }) => stack(arrays, axis ?? 0)],
  ['expand_dims', ([x], { axes }) => expandDims(x, axes ?? [])],
  ['squeeze', ([x], { axes }) => squeeze(x, axes ?? undefined)],
  ['broadcast_to', ([x], { shape = [] }) => broadcastTo(x, shape)],
  ['tile', ([x], { shape = [] }) => tile(x, shape)],
  ['repeat', ([x], { times = 1, axis }) => repeat(x, times, axis ?? undefined)],
  ['pad', ([x, value], { widths = [], mode = 'constant' }) => pad(x, widths, mode, value!)],
  ['matmul', ([a, b]) => matmul(a, b!)],
  ['dot', ([a, b]) => dot(a, b!)],
  ['einsum', (arrays, { equation = '' }) => einsum(equation, arrays)],
  ['astype', ([x], { type = 'float32' }) => cast(x, type)],
  ['cast_in_place', ([x], { type = 'float32' }) => castInPlace(x, type)],
  [
    'arange',
    (_, { start = 0, step = 1, count = 0, type = 'int32' }) => leafOf(type, [count], ramp(start, step, count)),
  ],
  ['getitem', ([x, ...others], { keys = [] }, evaluator) => read(x, keysOf(keys, others, evaluator))],
  ['setitem', ([x, value, ...others], { keys = [] }, evaluator) => written(x, keysOf(keys, others, evaluator), value!)],
  ['nonzero', ([x], { axis }, evaluator) => placesWhere(x, axis ?? 0, evaluator)],
  ['unique', ([x], _, evaluator) => distinct(x, evaluator)],
]);

function broadcastTo(x: Expression, shape: readonly number[]): Expression {
  try {
    return expand(x, shape);
  } catch {
    throw valueFailure(
      `operands could not be broadcast together with remapped shapes [original->remapped]: ${tuple(x.shape)}  and requested shape ${tuple(shape)}`,
    );
  }
}

function keysOf(keys: readonly WrittenKey[], arrays: readonly Expression[], evaluator: Evaluator): Key[] {
  return keys.map((key) => {
    if (key.kind !== 'array') return key;
    const array = arrays[key.array]!;
    const { type, shape } = array;
    if (type === 'float32')
      throw new ArrayFailure('IndexError', 'arrays used as indices must be of integer (or boolean) type');
    const values = Array.from(evaluator.valuesOf(array) as ArrayLike<number>, Number);
    return { kind: type === 'bool' ? 'mask' : 'places', shape, values };
  });
}

function* ramp(start: number, step: number, count: number): Generator<number> {
  if (count > mostElements) throw valueFailure('Maximum allowed size exceeded');
  for (let at = 0; at < count; at++) yield start + at * step;
}

/** Of every element that is not 0 its place along `axis`. */
function placesWhere(x: Expression, axis: number, evaluator: Evaluator): Expression {
  const values = evaluator.valuesOf(x);
  const stride = elements(x.shape.slice(axis + 1));
  const size = x.shape[axis] ?? 1;
  const places: number[] = [];
  for (let at = 0; at < values.length; at++) if (Number(values[at]) !== 0) places.push(Math.floor(at / stride) % size);
  return leafOf('int32', [places.length], places);
}

function distinct(x: Expression, evaluator: Evaluator): Expression {
  const values = new Set(Array.from(evaluator.valuesOf(x) as ArrayLike<number>, Number));
  const ascending = [...values].sort((a, b) => a - b);
  return leafOf(x.type, [ascending.length], ascending);
}
