// Copies of one region: from a strided view to a strided view. The cheapest form is found when the code is written: one
// block, rows, a fill, a transpose through registers, or element by element.
import { fuseAxes } from '../program/view.ts';
import {
  constant,
  type I32,
  i32,
  load,
  loadLane,
  memory,
  plus,
  select,
  shuffle,
  shuffle32,
  store,
  storeLane,
  times,
  type V128,
} from './code.ts';
import type { Local } from './function.ts';
import { ceilDiv, type Kernel, kernelFunction } from './kernel.ts';
import type { Lanes } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { transpose4 } from './pack.ts';
import { at } from './quad.ts';

export interface RegionShape {
  /** Bytes of an element. */
  readonly width: 1 | 2 | 4 | 8;
  readonly size: readonly number[];
  /** In elements. */
  readonly source: { readonly offset: number; readonly strides: readonly number[] };
  readonly destination: { readonly offset: number; readonly strides: readonly number[] };
}

interface Axis {
  readonly size: number;
  readonly from: number;
  readonly to: number;
}

/** Bytes of one unit of work in a contiguous copy. */
const chunk = 16384;
/** Copies of an element that are made in registers. */
const maxRepeats = 8;
/** Columns of a transpose that stay in the first-level cache. */
const stripe = 64;

/** Pointers: `source`, `output`. Range: the outermost axis, or pieces of a contiguous block. */
export function emitRegion(
  module: ModuleBuilder,
  name: string,
  { width, size, source, destination }: RegionShape,
): Kernel {
  const { code, index, pointers, begin, end } = kernelFunction(module, name, 2);
  const lanes: Lanes = { module, code, constants: 'in place' };
  const axes = sortAxes(size, source.strides, destination.strides);
  const from = plus(pointers[0]!, source.offset * width);
  const to = plus(pointers[1]!, destination.offset * width);
  const kernel = (range: number): Kernel => ({ index, pointers: ['source', 'output'], range, scratch: 0 });
  if (axes.some((axis) => axis.size === 0)) return kernel(0);
  const inner = axes.at(-1);
  if (inner === undefined) {
    code.if(i32.lt_s(begin, end), () => copyRun(lanes, to, from, width));
    return kernel(1);
  }
  if (axes.length === 1 && inner.to === 1 && (inner.from === 1 || inner.from === 0) && inner.size * width > chunk) {
    const total = inner.size * width;
    const start = code.let(times(begin, chunk));
    const last = code.let(times(end, chunk));
    const stop = code.let(select(last, constant('i32', total), i32.lt_s(last, total)));
    code.if(i32.lt_s(start, stop), () => {
      if (inner.from === 1) code.do(memory.copy(i32.add(to, start), i32.add(from, start), i32.sub(stop, start)));
      else {
        const value = code.let(spread(from, width));
        const walk = code.let(i32.add(to, start));
        const rest = total % 16;
        const end16 = code.let(i32.add(walk, i32.and(i32.sub(stop, start), -16)));
        code.if(i32.ne(walk, end16), () => code.walk(walk, end16, 16, () => code.do(store('v128.store', walk, value))));
        if (rest > 0) code.if(i32.eq(stop, total), () => fillRun(lanes, walk, value, rest, width));
      }
    });
    return kernel(ceilDiv(total, chunk));
  }
  // The axis whose neighbours are neighbours in the source, where the output's neighbours are not.
  const turned =
    width === 4 && inner.to === 1 && inner.from !== 1 && inner.size >= 4
      ? axes.findIndex((axis) => axis.from === 1 && axis.size >= 4)
      : -1;
  // Neighbours, each several times, as a picture that is made larger.
  const run = axes.at(-2);
  const isRepeated = width === 4 && inner.to === 1 && inner.from === 0 && inner.size <= maxRepeats;
  const repeated = isRepeated && run?.from === 1 && run.to === inner.size ? run : undefined;
  const outer =
    turned >= 0
      ? axes.filter((_, axis) => axis !== turned && axis !== axes.length - 1)
      : axes.slice(0, repeated === undefined ? -1 : -2);
  const body = (source: I32, target: I32): void => {
    if (turned >= 0) transpose(lanes, axes[turned]!, inner, source, target);
    else if (repeated !== undefined) repeatRun(lanes, repeated.size, inner.size, source, target);
    else copyAxis(lanes, inner, width, source, target);
  };
  const nest = (level: number, source: I32, target: I32): void => {
    const axis = outer[level];
    if (axis === undefined) {
      body(source, target);
      return;
    }
    const [s, t] = [code.let(source), code.let(target)];
    code.repeat(axis.size, () => {
      nest(level + 1, s, t);
      code.advance(s, axis.from * width);
      code.advance(t, axis.to * width);
    });
  };
  const first = outer[0];
  if (first === undefined) {
    if (turned >= 0) {
      // The stripes of a lone matrix are the units.
      const stripes = ceilDiv(inner.size, stripe);
      code.for(begin, end, 1, (which) => {
        const [s, t] = [plus(from, times(which, stripe * inner.from * 4)), plus(to, times(which, stripe * 4))];
        const whole = Math.floor(inner.size / stripe);
        const part = (count: number) => () => transpose(lanes, axes[turned]!, { ...inner, size: count }, s, t);
        if (inner.size % stripe === 0) part(stripe)();
        else if (whole === 0) part(inner.size)();
        else code.if(i32.lt_s(which, whole), part(stripe), part(inner.size % stripe));
      });
      return kernel(stripes);
    }
    code.if(i32.lt_s(begin, end), () => body(from, to));
    return kernel(1);
  }
  code.for(begin, end, 1, (which) =>
    nest(1, code.let(plus(from, times(which, first.from * width))), code.let(plus(to, times(which, first.to * width)))),
  );
  return kernel(first.size);
}

/** Fused, and the output's largest strides first. */
function sortAxes(size: readonly number[], from: readonly number[], to: readonly number[]): readonly Axis[] {
  const order = [...size.keys()].sort((a, b) => Math.abs(to[b]!) - Math.abs(to[a]!) || b - a);
  const pick = (list: readonly number[]): number[] => order.map((axis) => list[axis]!);
  const fused = fuseAxes(pick(size), [pick(from), pick(to)]);
  return fused.size.map((each, axis) => ({ size: each, from: fused.strides[0]![axis]!, to: fused.strides[1]![axis]! }));
}

/** One axis. */
function copyAxis(lanes: Lanes, { size, from, to }: Axis, width: number, source: I32, target: I32): void {
  const { code } = lanes;
  if (to === 1 && from === 1) {
    copyRun(lanes, target, source, size * width);
    return;
  }
  if (to === 1 && from === 0) {
    const value = code.let(spread(source, width));
    const bytes = size * width;
    const walk = code.let(target);
    const whole = Math.floor(bytes / 16);
    code.repeat(Math.floor(whole / 4), () => {
      for (let v = 0; v < 4; v++) code.do(store('v128.store', walk, value, v * 16));
      code.advance(walk, 64);
    });
    for (let v = 0; v < whole % 4; v++) code.do(store('v128.store', walk, value, v * 16));
    code.advance(walk, (whole % 4) * 16);
    fillRun(lanes, walk, value, bytes % 16, width);
    return;
  }
  const [s, t] = [code.let(source), code.let(target)];
  const per = 16 / width;
  const vectors = to === 1 && (width === 4 || from === 2 || from === -1) ? Math.floor(size / per) : 0;
  code.repeat(vectors, () => {
    code.do(store('v128.store', t, gatherVector(s, from, width)));
    code.advance(s, 16 * from);
    code.advance(t, 16);
  });
  const left = size - vectors * per;
  const one = (step: number): void => {
    const [fromAt, fromOffset] = at(s, step * from * width);
    const [toAt, toOffset] = at(t, step * to * width);
    copyElement(lanes, toAt, toOffset, fromAt, fromOffset, width);
  };
  code.repeat(Math.floor(left / 4), () => {
    for (let step = 0; step < 4; step++) one(step);
    code.advance(s, 4 * from * width);
    code.advance(t, 4 * to * width);
  });
  for (let step = 0; step < left % 4; step++) one(step);
}

/** `size` neighbours of four bytes, each `count` times. */
function repeatRun(lanes: Lanes, size: number, count: number, source: I32, target: I32): void {
  const { code } = lanes;
  const [s, t] = [code.let(source), code.let(target)];
  code.repeat(Math.floor(size / 4), () => {
    const four = code.let(load('v128.load', s));
    for (let v = 0; v < count; v++) {
      const from = [0, 1, 2, 3].map((lane) => Math.floor((v * 4 + lane) / count));
      code.do(store('v128.store', t, shuffle32(four, four, from), v * 16));
    }
    code.advance(t, count * 16);
    code.advance(s, 16);
  });
  for (let each = 0; each < size % 4; each++) {
    const value = code.let(load('v128.load32_splat', s, each * 4));
    fillRun(lanes, plus(t, each * count * 4), value, count * 4, 4);
  }
}

/** 16 bytes of elements `stride` apart. A stride of 2 reads two vectors, within the bounds that `slack` allows. */
function gatherVector(source: Local<'i32'>, stride: number, width: number): V128 {
  const per = 16 / width;
  if (stride === 2) {
    const lanes = Array.from({ length: 16 }, (_, byte) => Math.floor(byte / width) * 2 * width + (byte % width));
    return shuffle(load('v128.load', source), load('v128.load', source, 16), lanes);
  }
  if (stride === -1) {
    const lanes = Array.from(
      { length: 16 },
      (_, byte) => (per - 1 - Math.floor(byte / width)) * width + (byte % width),
    );
    const value = load('v128.load', plus(source, -(per - 1) * width));
    return shuffle(value, value, lanes);
  }
  let value: V128 = load('v128.load32_zero', source);
  for (let lane = 1; lane < 4; lane++) {
    const [address, offset] = at(source, lane * stride * 4);
    value = loadLane('v128.load32_lane', address, value, lane, offset);
  }
  return value;
}

/** Four bytes an element: `rows` are neighbours in the source, `columns` in the output. Eight by eight in registers. */
function transpose(lanes: Lanes, rows: Axis, columns: Axis, source: I32, target: I32): void {
  const { code } = lanes;
  const block = (height: number, width: number, s: I32, t: I32): void => {
    for (let i = 0; i < height; i += 4)
      for (let j = 0; j < width; j += 4) {
        if (i + 4 <= height && j + 4 <= width) {
          const read = [0, 1, 2, 3].map((c) => code.let(load('v128.load', ...at(s, ((j + c) * columns.from + i) * 4))));
          transpose4(lanes, read).forEach((vector, r) => {
            const [address, offset] = at(t, ((i + r) * rows.to + j) * 4);
            code.do(store('v128.store', address, vector, offset));
          });
          continue;
        }
        for (let r = i; r < Math.min(i + 4, height); r++)
          for (let c = j; c < Math.min(j + 4, width); c++) {
            const [fromAt, fromOffset] = at(s, (c * columns.from + r) * 4);
            const [toAt, toOffset] = at(t, (r * rows.to + c) * 4);
            copyElement(lanes, toAt, toOffset, fromAt, fromOffset, 4);
          }
      }
  };
  const stripeOf = (count: number, fromColumn: I32, toColumn: I32): void => {
    const [s, t] = [code.let(fromColumn), code.let(toColumn)];
    const band = (height: number): void => {
      const [a, b] = [code.let(s), code.let(t)];
      code.repeat(Math.floor(count / 8), () => {
        block(height, 8, a, b);
        code.advance(a, 8 * columns.from * 4);
        code.advance(b, 32);
      });
      if (count % 8 > 0) block(height, count % 8, a, b);
      code.advance(s, height * 4);
      code.advance(t, height * rows.to * 4);
    };
    code.repeat(Math.floor(rows.size / 8), () => band(8));
    if (rows.size % 8 > 0) band(rows.size % 8);
  };
  const [s, t] = [code.let(source), code.let(target)];
  code.repeat(Math.floor(columns.size / stripe), () => {
    stripeOf(stripe, s, t);
    code.advance(s, stripe * columns.from * 4);
    code.advance(t, stripe * 4);
  });
  if (columns.size % stripe > 0) stripeOf(columns.size % stripe, s, t);
}

/** A constant number of contiguous bytes. */
export function copyRun(lanes: Lanes, to: I32, from: I32, bytes: number): void {
  const { code } = lanes;
  if (bytes > 512) {
    code.do(memory.copy(to, from, bytes));
    return;
  }
  const [s, t] = [code.once(from), code.once(to)];
  let done = 0;
  for (; done + 16 <= bytes; done += 16) code.do(store('v128.store', t, load('v128.load', s, done), done));
  for (const width of [8, 4, 2, 1] as const)
    while (done + width <= bytes) {
      copyElement(lanes, t, done, s, done, width);
      done += width;
    }
}

function copyElement(lanes: Lanes, to: I32, toOffset: number, from: I32, fromOffset: number, width: number): void {
  const { code } = lanes;
  if (width === 8) code.do(store('i64.store', to, load('i64.load', from, fromOffset), toOffset));
  else if (width === 4) code.do(store('i32.store', to, load('i32.load', from, fromOffset), toOffset));
  else if (width === 2) code.do(store('i32.store16', to, load('i32.load16_u', from, fromOffset), toOffset));
  else code.do(store('i32.store8', to, load('i32.load8_u', from, fromOffset), toOffset));
}

function spread(source: I32, width: number): V128 {
  const name = {
    1: 'v128.load8_splat',
    2: 'v128.load16_splat',
    4: 'v128.load32_splat',
    8: 'v128.load64_splat',
  } as const;
  return load(name[width as 1], source);
}

function fillRun(lanes: Lanes, to: I32, value: V128, bytes: number, width: number): void {
  const name = {
    1: 'v128.store8_lane',
    2: 'v128.store16_lane',
    4: 'v128.store32_lane',
    8: 'v128.store64_lane',
  } as const;
  for (let done = 0; done + width <= bytes; done += width)
    lanes.code.do(storeLane(name[width as 1], to, value, 0, done));
}

/** Pointers: `output`. Fills a row-major tensor of `bytes` bytes with zeros. Range: pieces. */
export function emitClear(module: ModuleBuilder, name: string, bytes: number): Kernel {
  const { code, index, pointers, begin, end } = kernelFunction(module, name, 1);
  const start = code.let(times(begin, chunk));
  const last = code.let(times(end, chunk));
  const stop = code.let(select(last, constant('i32', bytes), i32.lt_s(last, bytes)));
  code.if(i32.lt_s(start, stop), () => code.do(memory.fill(plus(pointers[0]!, start), 0, i32.sub(stop, start))));
  return { index, pointers: ['output'], range: ceilDiv(bytes, chunk), scratch: 0 };
}
