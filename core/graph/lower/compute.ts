// Arithmetic on values: what rules of composite ops are written in.
import { type ElementType, elements } from '../graph.ts';
import { type Epilogue, type Matmul, type Reduce, sumType } from '../program/kernel.ts';
import { type ScalarName, type Step, scalarFunctions } from '../program/scalar.ts';
import { denseStrides, denseView, type View } from '../program/view.ts';
import { broadcastShapes } from '../shapes.ts';
import { type Scalar, scalarTensor, tensorOf } from '../tensor.ts';
import type { ProgramBuilder, Value } from './builder.ts';
import { broadcastView, reshape, transpose } from './move.ts';

/** Stores a result as it is. */
export const noEpilogue: Epilogue = { operands: [], body: [] };

/** A scalar function of values that broadcast. The two arguments of a binary one have the same type. */
export function map(b: ProgramBuilder, fn: ScalarName, values: readonly Value[], given?: ElementType): Value {
  const shape = broadcastShapes(values.map(({ shape }) => shape));
  if (shape === undefined)
    throw new RangeError(`[${values.map(({ shape }) => `${shape}`).join('] and [')}] do not broadcast`);
  const last = values[values.length - 1]!;
  const { result } = scalarFunctions[fn];
  const type = given ?? (result === 'bool' ? 'bool' : last.type);
  const output = b.tensor(type, shape);
  const operands = values.map((value) => broadcastView(value, shape));
  const step: Step = { fn, type, arguments: values.map((_, at) => at) };
  b.emit({ kind: 'elementwise', output: output.id, size: shape, operands, body: [step] });
  return output;
}

export function cast(b: ProgramBuilder, x: Value, type: ElementType): Value {
  return x.type === type ? x : map(b, 'cast', [x], type);
}

/** A constant of no dimensions. */
export function scalar(b: ProgramBuilder, type: ElementType, value: Scalar): Value {
  return b.constant(scalarTensor(type, value));
}

/** A constant list of int64. */
export function integers(b: ProgramBuilder, values: readonly number[]): Value {
  return b.constant(tensorOf('int64', [values.length], values));
}

/** A binary function of a value and a number. */
export function withNumber(b: ProgramBuilder, fn: ScalarName, x: Value, value: number): Value {
  return map(b, fn, [x, scalar(b, x.type, value)]);
}

export const add = (b: ProgramBuilder, x: Value, y: Value): Value => map(b, 'add', [x, y]);
export const sub = (b: ProgramBuilder, x: Value, y: Value): Value => map(b, 'sub', [x, y]);
export const mul = (b: ProgramBuilder, x: Value, y: Value): Value => map(b, 'mul', [x, y]);
export const div = (b: ProgramBuilder, x: Value, y: Value): Value => map(b, 'div', [x, y]);
export const select = (b: ProgramBuilder, condition: Value, yes: Value, no: Value): Value =>
  map(b, 'select', [condition, yes, no]);

/** Limits to [low, high], either of which may be left out; the upper one wins. */
export function clamp(b: ProgramBuilder, x: Value, low: Value | undefined, high: Value | undefined): Value {
  const above = low ? map(b, 'max', [x, low]) : x;
  return high ? map(b, 'min', [above, high]) : above;
}

/** Computes in float32 what is given in half precision, as runtimes do. */
export function widened(b: ProgramBuilder, values: readonly Value[], compute: (...values: Value[]) => Value): Value {
  const type = values[0]!.type;
  if (type !== 'float16' && type !== 'bfloat16') return compute(...values);
  return cast(b, compute(...values.map((value) => (value.type === type ? cast(b, value, 'float32') : value))), type);
}

/** @param axes From the front. @returns reduced axes have size 1. */
export function reduce(b: ProgramBuilder, fn: Reduce['fn'], x: Value, axes: readonly number[]): Value {
  const strides = denseStrides(x.shape);
  const kept = x.shape.flatMap((_, axis) => (axes.includes(axis) ? [] : [axis]));
  const order = [...kept, ...axes];
  const output = b.tensor(
    x.type,
    x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size)),
  );
  const view: View = {
    tensor: x.id,
    offset: 0,
    size: order.map((axis) => x.shape[axis]!),
    strides: order.map((axis) => strides[axis]!),
  };
  b.emit({ kind: 'reduce', output: output.id, fn, x: view, kept: kept.length, epilogue: noEpilogue });
  return output;
}

/** Matrix product of values of rank 2 and more, whose leading axes broadcast. */
export function matmul(b: ProgramBuilder, x: Value, y: Value): Value {
  const batch = broadcastShapes([x.shape.slice(0, -2), y.shape.slice(0, -2)])!;
  const [m, k] = x.shape.slice(-2) as [number, number];
  const n = y.shape[y.shape.length - 1]!;
  return matmulViews(b, broadcastView(x, [...batch, m, k]), broadcastView(y, [...batch, k, n]), sumType(x.type));
}

export function matmulViews(
  b: ProgramBuilder,
  left: View,
  right: View,
  type: Matmul['type'],
  zero: { readonly a?: View; readonly b?: View } = {},
  epilogue: Epilogue = noEpilogue,
): Value {
  const shape = [...left.size.slice(0, -1), right.size[right.size.length - 1]!];
  const output = b.tensor(type, shape);
  b.emit({
    kind: 'matmul',
    output: output.id,
    a: left,
    b: right,
    ...(zero.a && { zeroA: zero.a }),
    ...(zero.b && { zeroB: zero.b }),
    type,
    epilogue,
  });
  return output;
}

/** Exponentials along the last axis over their sum, or the logarithm of that. */
export function softmax(b: ProgramBuilder, x: Value, log: boolean, decompose: boolean): Value {
  if (!decompose) {
    const output = b.tensor(x.type, x.shape);
    b.emit({ kind: 'softmax', output: output.id, log, x: denseView(x.id, x.shape) });
    return output;
  }
  return widened(b, [x], (x) => {
    const axis = [x.shape.length - 1];
    const shifted = sub(b, x, reduce(b, 'max', x, axis));
    const exponentials = map(b, 'exp', [shifted]);
    const sum = reduce(b, 'sum', exponentials, axis);
    return log ? sub(b, shifted, map(b, 'log', [sum])) : div(b, exponentials, sum);
  });
}

export interface NormalizeOptions {
  readonly centred: boolean;
  readonly epsilon: number;
  readonly decompose: boolean;
  /** Broadcast to x. */
  readonly scale?: Value | undefined;
  readonly shift?: Value | undefined;
}

/** Rows along the last axis to mean 0 and variance 1, then scaled and shifted. */
export function normalize(b: ProgramBuilder, x: Value, options: NormalizeOptions): Value {
  const { centred, epsilon, decompose, scale, shift } = options;
  if (decompose) {
    return widened(b, [x, ...(scale ? [scale] : []), ...(shift ? [shift] : [])], (x, ...rest) => {
      const { normal } = standardise(b, x, centred, epsilon);
      const scaled = scale ? mul(b, normal, rest[0]!) : normal;
      return shift ? add(b, scaled, rest[scale ? 1 : 0]!) : scaled;
    });
  }
  const steps: Step[] = [];
  const operands: View[] = [];
  for (const [fn, value] of [['mul', scale] as const, ['add', shift] as const]) {
    if (value === undefined) continue;
    operands.push(broadcastView(value, x.shape));
    steps.push({ fn, type: x.type, arguments: [] });
  }
  const body = steps.map((step, at): Step => {
    const previous = at === 0 ? 0 : operands.length + at;
    return { ...step, arguments: [previous, at + 1] };
  });
  const output = b.tensor(x.type, x.shape);
  const view = denseView(x.id, x.shape);
  b.emit({ kind: 'normalize', output: output.id, centred, epsilon, x: view, epilogue: { operands, body } });
  return output;
}

/** The steps of a normalisation of the last axis. */
export function standardise(b: ProgramBuilder, x: Value, centred: boolean, epsilon: number) {
  const axis = [x.shape.length - 1];
  const mean = centred ? reduce(b, 'mean', x, axis) : undefined;
  const difference = mean ? sub(b, x, mean) : x;
  const variance = reduce(b, 'mean', mul(b, difference, difference), axis);
  const deviation = map(b, 'sqrt', [withNumber(b, 'add', variance, epsilon)]);
  const inverse = map(b, 'reciprocal', [deviation]);
  return { normal: mul(b, difference, inverse), mean, inverse };
}

/** The axes at the end, in the given order, made one; `restore` undoes it for a value of the same shape. */
export function rowsOf(b: ProgramBuilder, x: Value, axes: readonly number[]) {
  const kept = x.shape.flatMap((_, axis) => (axes.includes(axis) ? [] : [axis]));
  const order = [...kept, ...axes];
  const moved = isIdentity(order) ? x : transpose(b, x, order);
  const outer = kept.map((axis) => x.shape[axis]!);
  const flat = reshape(b, moved, [...outer, elements(axes.map((axis) => x.shape[axis]!))]);
  const restore = (y: Value): Value => {
    const full = reshape(b, y, moved.shape);
    if (isIdentity(order)) return full;
    return transpose(
      b,
      full,
      order.map((_, axis) => order.indexOf(axis)),
    );
  };
  return { flat, restore };
}

function isIdentity(order: readonly number[]): boolean {
  return order.every((axis, at) => axis === at);
}

/** The int64 numbers 0 to count - 1 along one axis of a shape of the given rank, other sizes 1. */
export function iota(b: ProgramBuilder, rank: number, axis: number, count: number): Value {
  b.list(count);
  const shape = new Array<number>(rank).fill(1).with(axis, count);
  const data = new BigInt64Array(count);
  for (let at = 0; at < count; at++) data[at] = BigInt(at);
  return b.constant({ type: 'int64', shape, data });
}
