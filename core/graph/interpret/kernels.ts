// Every kernel but control flow, each as the loops that its description in kernel.ts reads like.
import { copyElements } from '../copy.ts';
import type { ElementType } from '../graph.ts';
import { elements } from '../graph.ts';
import type {
  ArgReduce,
  Convolution,
  Cumulate,
  Elementwise,
  Epilogue,
  External,
  Gather,
  If,
  Index,
  Kernel,
  Loop,
  Matmul,
  Normalize,
  Pool,
  Raster,
  Reduce,
  Scatter,
  Softmax,
  TopK,
} from '../program/kernel.ts';
import type { Step } from '../program/scalar.ts';
import { denseStrides, type View } from '../program/view.ts';
import { isBig, isFloat, rangeOf, readerOf, type Scalar, type Tensor, wrap, writerOf } from '../tensor.ts';
import { runColumns } from './columns.ts';
import { evaluatorOf } from './scalars.ts';
import { walk } from './walk.ts';

type Read = (id: number) => Tensor;

export function runKernel(kernel: Computing, read: Read, write: Read): void {
  const run: Runner<never> = runners[kernel.kind];
  run(kernel as never, read, write);
}

type Computing = Exclude<Kernel, If | Loop | External>;
type Runner<K> = (kernel: K, read: Read, write: Read) => void;

const runners: { readonly [Kind in Computing['kind']]: Runner<Extract<Kernel, { readonly kind: Kind }>> } = {
  raster,
  elementwise,
  matmul,
  conv: convolution,
  pool,
  reduce,
  argreduce: argReduce,
  softmax,
  normalize,
  gather,
  scatter,
  cumulate,
  topk: topK,
};

function raster({ output, regions, fill }: Raster, read: Read, write: Read): void {
  const target = write(output);
  const put = writerOf(target.type, target.data);
  if (fill !== 0 && fill !== 0n) for (let at = 0; at < target.data.length; at++) put(at, fill);
  for (const { source, destination } of regions)
    copyElements({ size: source.size, source, destination }, read(source.tensor).data, target.data);
}

function elementwise({ output, size, operands, body }: Elementwise, read: Read, write: Read): void {
  const target = write(output);
  const put = writerOf(target.type, target.data);
  const sources = operands.map(({ tensor }) => read(tensor));
  if (runColumns(size, operands, sources, body, target)) return;
  const readers = sources.map(({ type, data }) => readerOf(type, data));
  const run = bodyOf(
    sources.map(({ type }) => type),
    body,
  );
  const registers: Scalar[] = [];
  walk(size, operands, (addresses, position) => {
    for (let at = 0; at < readers.length; at++) registers[at] = readers[at]!(addresses[at]!);
    put(position, run(registers));
  });
}

/** @returns runs the steps on registers of which the operands are set. */
function bodyOf(operandTypes: readonly ElementType[], body: readonly Step[]): (registers: Scalar[]) => Scalar {
  const types = [...operandTypes, ...body.map(({ type }) => type)];
  const steps = body.map((step) => evaluatorOf(step, (register) => types[register]!));
  const first = operandTypes.length;
  const last = steps.length === 0 ? 0 : first + steps.length - 1;
  return (registers) => {
    for (let at = 0; at < steps.length; at++) registers[first + at] = steps[at]!(registers);
    return registers[last]!;
  };
}

/** @returns stores a result of type `type` at an index of the output after the epilogue. */
function storing(
  output: number,
  size: readonly number[],
  type: ElementType,
  { operands, body }: Epilogue,
  read: Read,
  write: Read,
): (position: number, value: Scalar) => void {
  const target = write(output);
  const put = writerOf(target.type, target.data);
  const sources = operands.map(({ tensor }) => read(tensor));
  const readers = sources.map((source) => readerOf(source.type, source.data));
  const run = bodyOf([type, ...sources.map((source) => source.type)], body);
  const dense = denseStrides(size);
  const registers: Scalar[] = [];
  return (position, value) => {
    registers[0] = wrap(type, value);
    for (const [at, view] of operands.entries())
      registers[at + 1] = readers[at]!(addressAt(view, size, dense, position));
    put(position, run(registers));
  };
}

/** Address of the row-major position in the view's index space. */
function addressAt(view: View, size: readonly number[], dense: readonly number[], position: number): number {
  let address = view.offset;
  for (const [axis, stride] of view.strides.entries()) {
    address += (Math.floor(position / dense[axis]!) % size[axis]!) * stride;
  }
  return address;
}

interface Arithmetic {
  readonly zero: Scalar;
  readonly add: (a: Scalar, b: Scalar) => Scalar;
  readonly mul: (a: Scalar, b: Scalar) => Scalar;
}

/** Floats in double precision; integers modulo 2^bits. */
function arithmeticOf(type: ElementType): Arithmetic {
  if (isBig(type)) {
    return {
      zero: 0n,
      add: (a, b) => wrap(type, (a as bigint) + (b as bigint)),
      mul: (a, b) => (a as bigint) * (b as bigint),
    };
  }
  if (isFloat(type)) return { zero: 0, add: (a, b) => Number(a) + Number(b), mul: (a, b) => Number(a) * Number(b) };
  return {
    zero: 0,
    add: (a, b) => wrap(type, Number(a) + Number(b)),
    mul: (a, b) => Math.imul(Number(a), Number(b)),
  };
}

/** @returns element of a view less its zero point. */
function centred(view: View, zero: View | undefined, read: Read): (address: number, zeroAddress: number) => Scalar {
  const source = read(view.tensor);
  const get = readerOf(source.type, source.data);
  if (zero === undefined) return get;
  const origin = read(zero.tensor);
  const getZero = readerOf(origin.type, origin.data);
  return (address, zeroAddress) => Number(get(address)) - Number(getZero(zeroAddress));
}

const nowhere = (size: readonly number[]) => ({ offset: 0, strides: size.map(() => 0) });

function matmul({ output, a, b, zeroA, zeroB, type, epilogue }: Matmul, read: Read, write: Read): void {
  const rank = a.size.length;
  const [inner, columns] = [a.size[rank - 1]!, b.size[rank - 1]!];
  const size = [...a.size.slice(0, -1), columns];
  const store = storing(output, size, type, epilogue, read, write);
  const { zero, add, mul } = arithmeticOf(type);
  const [getA, getB] = [centred(a, zeroA, read), centred(b, zeroB, read)];
  const originA = zeroA ?? nowhere(a.size);
  const originB = zeroB ?? nowhere(b.size);
  const [stepA, stepB] = [a.strides[rank - 1]!, b.strides[rank - 2]!];
  const [stepZeroA, stepZeroB] = [originA.strides[rank - 1]!, originB.strides[rank - 2]!];
  const rows = ({ offset, strides }: Pick<View, 'offset' | 'strides'>) => ({
    offset,
    strides: [...strides.slice(0, -1), 0],
  });
  const cols = ({ offset, strides }: Pick<View, 'offset' | 'strides'>) => ({
    offset,
    strides: [...strides.slice(0, -2), 0, strides[rank - 1]!],
  });
  walk(size, [rows(a), cols(b), rows(originA), cols(originB)], ([left, right, leftZero, rightZero], position) => {
    let sum = zero;
    for (let at = 0; at < inner; at++) {
      const x = getA(left! + at * stepA, leftZero! + at * stepZeroA);
      sum = add(sum, mul(x, getB(right! + at * stepB, rightZero! + at * stepZeroB)));
    }
    store(position, sum);
  });
}

function convolution(kernel: Convolution, read: Read, write: Read): void {
  const { output, x, w, zeroX, zeroW, size: space, strides, dilations, pads, type, epilogue } = kernel;
  const [groups, outputs, channels, ...window] = w.size;
  const size = [x.size[0]!, groups!, outputs!, ...space];
  const store = storing(output, size, type, epilogue, read, write);
  const { zero, add, mul } = arithmeticOf(type);
  const [getX, getW] = [centred(x, zeroX, read), centred(w, zeroW, read)];
  const originX = zeroX ?? nowhere(x.size);
  const originW = zeroW ?? nowhere(w.size);
  const dense = denseStrides(size);
  const extent = x.size.slice(3);
  for (let position = 0; position < elements(size); position++) {
    const index = dense.map((stride, axis) => Math.floor(position / stride) % size[axis]!);
    const [n, g, o, ...p] = index;
    const corner = p.map((at, axis) => at * strides[axis]! - pads[axis]!);
    const inX = (view: Pick<View, 'offset' | 'strides'>) => ({
      offset:
        view.offset +
        n! * view.strides[0]! +
        g! * view.strides[1]! +
        corner.reduce((sum, at, axis) => sum + at * view.strides[axis + 3]!, 0),
      strides: [view.strides[2]!, ...dilations.map((step, axis) => step * view.strides[axis + 3]!)],
    });
    const inW = (view: Pick<View, 'offset' | 'strides'>) => ({
      offset: view.offset + g! * view.strides[0]! + o! * view.strides[1]!,
      strides: view.strides.slice(2),
    });
    let sum = zero;
    const counters = window.map((_, axis) => ({
      offset: corner[axis]!,
      strides: [0, ...window.map((_, at) => (at === axis ? dilations[axis]! : 0))],
    }));
    walk([channels!, ...window], [inX(x), inW(w), inX(originX), inW(originW), ...counters], (at) => {
      for (let axis = 0; axis < extent.length; axis++) {
        const place = at[4 + axis]!;
        if (place < 0 || place >= extent[axis]!) return;
      }
      sum = add(sum, mul(getX(at[0]!, at[2]!), getW(at[1]!, at[3]!)));
    });
    store(position, sum);
  }
}

function pool(kernel: Pool, read: Read, write: Read): void {
  const { output, fn, x, kernel: window, strides, dilations, pads, size: space, countsPadding, indices } = kernel;
  const source = read(x.tensor);
  const get = readerOf(source.type, source.data);
  const outer = x.size.slice(0, x.size.length - window.length);
  const extent = x.size.slice(outer.length);
  const size = [...outer, ...space];
  const dense = denseStrides(size);
  const target = write(output);
  const put = writerOf(target.type, target.data);
  const places = indices && write(indices.output);
  for (let position = 0; position < target.data.length; position++) {
    const index = dense.map((stride, axis) => Math.floor(position / stride) % size[axis]!);
    const corner = index.slice(outer.length).map((at, axis) => at * strides[axis]! - pads.begin[axis]!);
    const base = index.slice(0, outer.length).reduce((sum, at, axis) => sum + at * x.strides[axis]!, x.offset);
    const basePlace =
      indices && index.slice(0, outer.length).reduce((sum, at, axis) => sum + at * indices.strides[axis]!, 0);
    let best: Scalar = rangeOf(source.type)[0];
    let place = 0;
    let isFirst = true;
    let sum: Scalar = isBig(source.type) ? 0n : 0;
    let count = 0;
    const { add } = arithmeticOf(source.type);
    const counters = window.map((_, axis) => ({
      offset: corner[axis]!,
      strides: window.map((_, at) => (at === axis ? dilations[axis]! : 0)),
    }));
    walk(window, counters, (at) => {
      const isPadded = at.every(
        (point, axis) => point >= -pads.begin[axis]! && point < extent[axis]! + pads.end[axis]!,
      );
      const isInside = at.every((point, axis) => point >= 0 && point < extent[axis]!);
      if (isInside || (countsPadding && isPadded)) count++;
      if (!isInside) return;
      const value = get(at.reduce((address, point, axis) => address + point * x.strides[outer.length + axis]!, base));
      sum = add(sum, value);
      const isNothing = Number.isNaN(value);
      if (isFirst || value > best || (isNothing && !Number.isNaN(best))) {
        best = value;
        isFirst = false;
        if (indices)
          place = at.reduce((sum, point, axis) => sum + point * indices.strides[outer.length + axis]!, basePlace!);
      }
    });
    if (fn === 'max') put(position, best);
    else if (fn === 'sum') put(position, sum);
    else put(position, Number(sum) / count);
    if (places) places.data[position] = BigInt(place);
  }
}

function reduce({ output, fn, x, kept, epilogue }: Reduce, read: Read, write: Read): void {
  const source = read(x.tensor);
  const { type } = source;
  const get = readerOf(type, source.data);
  const outer = x.size.slice(0, kept);
  const inner = x.size.slice(kept);
  const store = storing(output, outer, type, epilogue, read, write);
  const { add, mul, zero } = arithmeticOf(type);
  const one = isBig(type) ? 1n : 1;
  const [least, greatest] = rangeOf(type);
  const absolute = (value: Scalar): Scalar => (value < 0 ? -value : value);
  const folds: Record<Reduce['fn'], readonly [Scalar, (sum: Scalar, value: Scalar) => Scalar]> = {
    sum: [zero, add],
    mean: [zero, add],
    sumSquare: [zero, (sum, value) => add(sum, mul(value, value))],
    sumAbs: [zero, (sum, value) => add(sum, absolute(value))],
    product: [one, (product, value) => (isFloat(type) ? mul(product, value) : wrap(type, mul(product, value)))],
    max: [least, (best, value) => (value > best || Number.isNaN(value) ? value : best)],
    min: [greatest, (best, value) => (value < best || Number.isNaN(value) ? value : best)],
  };
  const [first, fold] = folds[fn];
  const count = elements(inner);
  walk(outer, [{ offset: x.offset, strides: x.strides.slice(0, kept) }], ([base], position) => {
    let result = first;
    walk(inner, [{ offset: base!, strides: x.strides.slice(kept) }], ([address]) => {
      result = fold(result, get(address!));
    });
    store(position, fn === 'mean' ? mean(result, count) : result);
  });
}

/** Of nothing NaN, as an integer 0. */
function mean(sum: Scalar, count: number): Scalar {
  if (typeof sum === 'bigint') return count === 0 ? 0n : sum / BigInt(count);
  return sum / count;
}

/** @returns for every index but the last axis: the values along it. */
function rows(x: View, read: Read, visit: (values: readonly Scalar[], row: number) => void): void {
  const { type, data } = read(x.tensor);
  const get = readerOf(type, data);
  const last = x.size.length - 1;
  const [length, step] = [x.size[last]!, x.strides[last]!];
  walk(x.size.slice(0, -1), [{ offset: x.offset, strides: x.strides.slice(0, -1) }], ([base], row) => {
    visit(
      Array.from({ length }, (_, at) => get(base! + at * step)),
      row,
    );
  });
}

function argReduce({ output, fn, last, x }: ArgReduce, read: Read, write: Read): void {
  const target = write(output);
  rows(x, read, (values, row) => {
    let best = 0;
    for (const [at, value] of values.entries()) {
      const isBetter = fn === 'max' ? value > values[best]! : value < values[best]!;
      if (isBetter || (last && value === values[best])) best = at;
    }
    target.data[row] = BigInt(best);
  });
}

function softmax({ output, log, x }: Softmax, read: Read, write: Read): void {
  const target = write(output);
  const put = writerOf(target.type, target.data);
  rows(x, read, (scalars, row) => {
    const values = scalars.map(Number);
    const greatest = values.reduce((best, value) => Math.max(best, value), Number.NEGATIVE_INFINITY);
    const sum = values.reduce((sum, value) => sum + Math.exp(value - greatest), 0);
    for (const [at, value] of values.entries()) {
      const result = log ? value - greatest - Math.log(sum) : Math.exp(value - greatest) / sum;
      put(row * values.length + at, result);
    }
  });
}

function normalize({ output, centred, epsilon, x, epilogue }: Normalize, read: Read, write: Read): void {
  const { type } = read(x.tensor);
  const store = storing(output, x.size, type, epilogue, read, write);
  rows(x, read, (scalars, row) => {
    const values = scalars.map(Number);
    const mean = centred ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
    const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    for (const [at, value] of values.entries())
      store(row * values.length + at, (value - mean) / Math.sqrt(square + epsilon));
  });
}

/** @returns the sum of the indices' moves, given their addresses from `first` on. */
function moving(indices: readonly Index[], read: Read): (addresses: readonly number[], first: number) => number {
  const sources = indices.map(({ view, stride, extent }) => {
    const { type, data } = read(view.tensor);
    return { get: readerOf(type, data), stride, extent };
  });
  return (addresses, first) => {
    let moved = 0;
    for (const [at, { get, stride, extent }] of sources.entries()) {
      const index = Number(get(addresses[first + at]!));
      if (index < -extent || index >= extent) throw new RangeError(`index ${index} of ${extent}`);
      moved += (index < 0 ? index + extent : index) * stride;
    }
    return moved;
  };
}

function gather({ output, source, indices }: Gather, read: Read, write: Read): void {
  const { data } = read(source.tensor);
  const target = write(output);
  const moved = moving(indices, read);
  walk(source.size, [source, ...indices.map(({ view }) => view)], (addresses, position) => {
    target.data[position] = data[addresses[0]! + moved(addresses, 1)]!;
  });
}

function scatter({ output, data, updates, target, indices, reduction }: Scatter, read: Read, write: Read): void {
  const made = write(output);
  for (const [at, value] of read(data).data.entries()) made.data[at] = value;
  const { type } = made;
  const from = read(updates.tensor);
  const [get, getOld, put] = [readerOf(type, from.data), readerOf(type, made.data), writerOf(type, made.data)];
  const moved = moving(indices, read);
  const { add, mul } = arithmeticOf(type);
  const combine: Record<Scatter['reduction'], (old: Scalar, value: Scalar) => Scalar> = {
    none: (_, value) => value,
    add,
    mul,
    max: (old, value) => (value > old || Number.isNaN(value) ? value : old),
    min: (old, value) => (value < old || Number.isNaN(value) ? value : old),
  };
  walk(updates.size, [updates, target, ...indices.map(({ view }) => view)], (addresses) => {
    const at = addresses[1]! + moved(addresses, 2);
    put(at, wrap(type, combine[reduction](getOld(at), get(addresses[0]!))));
  });
}

function cumulate({ output, fn, exclusive, x }: Cumulate, read: Read, write: Read): void {
  const target = write(output);
  const { type } = target;
  const put = writerOf(type, target.data);
  const { add, mul, zero } = arithmeticOf(type);
  const one = isBig(type) ? 1n : 1;
  rows(x, read, (values, row) => {
    let total: Scalar = fn === 'sum' ? zero : one;
    for (const [at, value] of values.entries()) {
      const next = fn === 'sum' ? add(total, value) : wrap(type, mul(total, value));
      put(row * values.length + at, exclusive ? wrap(type, total) : wrap(type, next));
      total = next;
    }
  });
}

function topK({ values, indices, k, largest, x }: TopK, read: Read, write: Read): void {
  const [best, places] = [write(values), write(indices)];
  const put = writerOf(best.type, best.data);
  rows(x, read, (all, row) => {
    const order = all.map((value, at) => ({ value, at }));
    order.sort((a, b) => (a.value === b.value ? a.at - b.at : a.value < b.value === largest ? 1 : -1));
    for (const [rank, { value, at }] of order.slice(0, k).entries()) {
      put(row * k + rank, value);
      places.data[row * k + rank] = BigInt(at);
    }
  });
}
