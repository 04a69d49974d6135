// Reductions, indices of extremes, pooling and gathers against plain loops.
import assert from 'node:assert/strict';
import type { ElementType } from '@edgewright/core/graph/graph.js';
import { allocate, readerOf, writerOf } from '@edgewright/core/graph/tensor.js';
import { emitGather } from '@edgewright/core/graph/wasm/gather.js';
import { emitPool } from '@edgewright/core/graph/wasm/pool.js';
import { emitArgReduce, emitReduce, isReducible } from '@edgewright/core/graph/wasm/reduce.js';
import { channelsFirst } from '@edgewright/core/graph/wasm/windows.js';
import * as fc from 'fast-check';
import { pixel, windowsOf } from './images.ts';
import { base, closeTo, cut, Machine, noise } from './machine.ts';

const sizes = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom(1, 17, 35)), { maxLength: 2 });
const shapes = fc.record({
  kept: sizes,
  reduced: sizes,
  keptInside: fc.boolean(),
  fn: fc.constantFrom(
    'sum' as const,
    'mean' as const,
    'max' as const,
    'min' as const,
    'product' as const,
    'sumSquare' as const,
    'sumAbs' as const,
  ),
  type: fc.constantFrom<ElementType>('float32', 'float32', 'float64', 'int32', 'int64', 'uint8'),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('reductions', () => {
  it('fold as a loop does', () => {
    fc.assert(
      fc.property(shapes, ({ kept, reduced, keptInside, fn, type, part }) => {
        if (!isReducible(fn, type)) return;
        const [rows, n] = [product(kept), product(reduced)];
        if (fn === 'mean' && (n === 0 || !type.startsWith('float'))) return;
        const keptStrides = dense(kept, keptInside ? 1 : n);
        const reducedStrides = dense(reduced, keptInside ? rows : 1);
        const data = allocate(type, rows * n);
        const write = writerOf(type, data);
        const random = noise(rows * n);
        for (let at = 0; at < rows * n; at++) {
          const value = type.startsWith('float')
            ? 1 + random[at]! / 4
            : Math.round(random[at]! * 3 + (type === 'uint8' ? 3 : 0));
          write(at, (type === 'int64' ? BigInt(value) : value) as never);
        }
        const machine = new Machine(base);
        const kernel = emitReduce(machine.module, 'reduce', {
          fn,
          type,
          kept: { size: kept, strides: keptStrides },
          reduced: { size: reduced, strides: reducedStrides },
          output: type,
        });
        const output = allocate(type, rows);
        const target = machine.reserve(output.byteLength);
        cut(machine, kernel, [machine.put(data as Float32Array), target], part);
        new Uint8Array(output.buffer).set(machine.bytes(target, output.byteLength));
        const read = readerOf(type, data);
        let position = 0;
        visit(kept, (row) => {
          const from = dot(row, keptStrides);
          const values: number[] = [];
          visit(reduced, (index) => values.push(Number(read(from + dot(index, reducedStrides)))));
          const expected = fold(fn, values);
          const actual = Number(readerOf(type, output)(position++));
          if (values.length === 0 && (fn === 'max' || fn === 'min')) return;
          if (type.startsWith('float')) closeTo([actual], [expected], 1e-5);
          else if (type === 'uint8') assert.equal(actual, ((expected % 256) + 256) % 256);
          else if (Math.abs(expected) < 2 ** 31) assert.equal(actual, expected || 0);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('find the first or last extreme', () => {
    const cases = fc.record({
      rows: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 2 }),
      n: fc.integer({ min: 1, max: 20 }),
      across: fc.boolean(),
      fn: fc.constantFrom('max' as const, 'min' as const),
      last: fc.boolean(),
      values: fc.array(fc.constantFrom(1, 2, 3, -1, Number.NaN, Number.POSITIVE_INFINITY), {
        minLength: 5,
        maxLength: 30,
      }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(cases, ({ rows, n, across, fn, last, values, part }) => {
        const count = product(rows);
        const strides = dense(rows, across ? 1 : n);
        const stride = across ? count : 1;
        const data = Float32Array.from({ length: count * n }, (_, at) => values[(at * 7) % values.length]!);
        const machine = new Machine(base);
        const kernel = emitArgReduce(machine.module, 'arg', {
          fn,
          last,
          type: 'float32',
          rows: { size: rows, strides },
          n,
          stride,
        });
        const target = machine.reserve(count * 8);
        cut(machine, kernel, [machine.put(data), target], part);
        const actual = new BigInt64Array(machine.bytes(target, count * 8).slice().buffer);
        let position = 0;
        visit(rows, (row) => {
          const list = Array.from({ length: n }, (_, at) => data[dot(row, strides) + at * stride]!);
          const nan = list.some(Number.isNaN);
          const best = fn === 'max' ? Math.max(...list) : Math.min(...list);
          const isBest = (value: number): boolean => (nan ? Number.isNaN(value) : value === best);
          assert.equal(
            actual[position++],
            BigInt(last ? list.findLastIndex(isBest) : list.findIndex(isBest)),
            `${list}`,
          );
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('pooling', () => {
  it('equals its definition', () => {
    const cases = fc.record({
      windows: windowsOf,
      channels: fc.integer({ min: 1, max: 9 }),
      fn: fc.constantFrom('max' as const, 'average' as const, 'sum' as const),
      countsPadding: fc.boolean(),
      padsEnd: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(cases, ({ windows, channels, fn, countsPadding, padsEnd, part }) => {
        const { layout, outputLayout, ...rest } = windows;
        const list = outputLayout(rest.size[0], rest.size[1], channels);
        const input = layout(rest.height, rest.width, channels);
        const shape = {
          ...rest,
          channels,
          fn,
          countsPadding,
          padsEnd,
          input,
          output: { type: 'float32' as const, ...list },
        };
        const x = noise(rest.batch * channels * rest.height * rest.width);
        const machine = new Machine(base);
        const kernel = emitPool(machine.module, 'pool', shape);
        const count = rest.batch * channels * rest.size[0] * rest.size[1];
        const target = machine.reserve(count * 4);
        cut(machine, kernel, [machine.put(x), target], part);
        const actual = machine.floats(target, count);
        visit([rest.batch, rest.size[0], rest.size[1], channels], ([n, y, column, c]) => {
          const values: number[] = [];
          let places = 0;
          visit(rest.kernel, ([i, j]) => {
            const value = pixel(shape, x, n!, c!, y!, column!, i!, j!, Number.NaN);
            if (!Number.isNaN(value)) values.push(value);
            const row = y! * rest.strides[0] + i! * rest.dilations[0] - rest.pads[0];
            const at = column! * rest.strides[1] + j! * rest.dilations[1] - rest.pads[1];
            if (row < rest.height + padsEnd[0] && at < rest.width + padsEnd[1]) places++;
          });
          const sum = values.reduce((total, value) => total + value, 0);
          const expected =
            fn === 'max' ? Math.max(...values) : fn === 'sum' ? sum : sum / (countsPadding ? places : values.length);
          const value = actual[n! * list.batch + y! * list.row + column! * list.column + c! * list.channel]!;
          if (Number.isFinite(expected)) closeTo([value], [expected], 1e-6);
          else assert.equal(Number.isFinite(value), false);
        });
      }),
      { numRuns: 400 },
    );
  });
});

describe('pooling of planes', () => {
  it('has NaN where a window has one', () => {
    for (const stride of [1, 2])
      for (const fn of ['max', 'average'] as const) {
        const [width, columns] = [17, stride === 1 ? 17 : 9];
        const windows = {
          kernel: [1, 3],
          strides: [1, stride],
          dilations: [1, 1],
          pads: [0, 1],
          padsEnd: [0, 1],
        } as const;
        const machine = new Machine(base);
        const kernel = emitPool(machine.module, 'pool', {
          ...windows,
          fn,
          countsPadding: false,
          batch: 1,
          height: 1,
          width,
          channels: 2,
          size: [1, columns],
          input: channelsFirst(1, width, 2),
          output: { type: 'float32', ...channelsFirst(1, columns, 2) },
        });
        const x = noise(2 * width);
        x[width + 8] = Number.NaN;
        const target = machine.reserve(2 * columns * 4);
        machine.run(kernel, [machine.put(x), target]);
        const found = [...machine.floats(target, 2 * columns)].flatMap((value, at) =>
          Number.isNaN(value) ? [at] : [],
        );
        assert.deepEqual(found, stride === 1 ? [24, 25, 26] : [13]);
      }
  });
});

describe('gather', () => {
  it('copies blocks at indices, and stays inside', () => {
    const cases = fc.record({
      outer: fc.integer({ min: 0, max: 4 }),
      picked: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 6 }),
      inner: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(200)),
      extent: fc.integer({ min: 1, max: 7 }),
      width: fc.constantFrom(1 as const, 2 as const, 4 as const, 8 as const),
      type: fc.constantFrom('int32' as const, 'int64' as const),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(cases, ({ outer, picked, inner, extent, width, type, part }) => {
        const data = new Uint8Array(outer * extent * inner * width).map((_, at) => at * 13);
        const machine = new Machine(base);
        const kernel = emitGather(machine.module, 'gather', {
          width,
          size: [outer, picked.length, inner],
          source: { offset: 0, strides: [extent * inner, 0, 1] },
          indices: [{ type, offset: 0, strides: [0, 1, 0], step: inner, extent }],
        });
        const length = outer * picked.length * inner * width;
        const target = machine.reserve(length);
        const indices = type === 'int64' ? BigInt64Array.from(picked, BigInt) : Int32Array.from(picked);
        cut(machine, kernel, [machine.put(data), machine.put(indices), target], part);
        const expected = new Uint8Array(length);
        visit([outer, picked.length], ([row, at]) => {
          const index = picked[at!]! < 0 ? picked[at!]! + extent : picked[at!]!;
          const from = (row! * extent + Math.max(0, Math.min(extent - 1, index))) * inner * width;
          expected.set(data.subarray(from, from + inner * width), (row! * picked.length + at!) * inner * width);
        });
        assert.deepEqual(machine.bytes(target, length), expected);
      }),
      { numRuns: 200 },
    );
  });
});

function fold(fn: string, values: readonly number[]): number {
  switch (fn) {
    case 'max':
      return Math.max(...values);
    case 'min':
      return Math.min(...values);
    case 'product':
      return values.reduce((total, value) => total * value, 1);
    case 'mean':
      return values.reduce((total, value) => total + value, 0) / values.length;
    case 'sumSquare':
      return values.reduce((total, value) => total + value * value, 0);
    case 'sumAbs':
      return values.reduce((total, value) => total + Math.abs(value), 0);
    default:
      return values.reduce((total, value) => total + value, 0);
  }
}

function product(size: readonly number[]): number {
  return size.reduce((all, each) => all * each, 1);
}

function dense(size: readonly number[], unit: number): number[] {
  return size.map((_, axis) => unit * product(size.slice(axis + 1)));
}

function dot(index: readonly number[], strides: readonly number[]): number {
  return index.reduce((sum, each, axis) => sum + each * strides[axis]!, 0);
}

function visit(size: readonly number[], each: (index: readonly number[]) => void, index: number[] = []): void {
  if (index.length === size.length) {
    each(index);
    return;
  }
  for (let at = 0; at < size[index.length]!; at++) visit(size, each, [...index, at]);
}
