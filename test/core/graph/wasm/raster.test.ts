// Copies of regions against a copy element by element: all widths, orders of axes, strides of either sign, any cut.
import assert from 'node:assert/strict';
import { emitRegion } from '@edgewright/core/graph/wasm/raster.js';
import * as fc from 'fast-check';
import { base, cut, Machine } from './machine.ts';

const axis = fc.record({
  size: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom(1, 8, 9, 16, 40, 70, 130)),
  step: fc.constantFrom(1, 1, 1, 2, 3, 0, -1, -2),
});
const regions = fc.record({
  width: fc.constantFrom(1 as const, 2 as const, 4 as const, 8 as const),
  axes: fc.array(axis, { maxLength: 3 }),
  order: fc.array(fc.integer(), { minLength: 3, maxLength: 3 }),
  outputOrder: fc.array(fc.integer(), { minLength: 3, maxLength: 3 }),
  gap: fc.integer({ min: 0, max: 3 }),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('raster', () => {
  it('copies a region as element by element', () => {
    fc.assert(
      fc.property(regions, ({ width, axes, order, outputOrder, gap, part }) => {
        if (axes.reduce((product, { size }) => product * Math.max(1, size), 1) > 40_000) return;
        const size = axes.map((each) => each.size);
        const source = strided(
          size,
          axes.map(({ step }) => step),
          order,
          0,
        );
        const destination = strided(
          size,
          axes.map(() => 1),
          outputOrder,
          gap,
        );
        const data = new Uint8Array(source.length * width).map((_, at) => (at * 7 + (at >> 8) * 3) & 255);
        const machine = new Machine(base);
        const kernel = emitRegion(machine.module, 'region', { width, size, source, destination });
        const output = machine.put(new Uint8Array(destination.length * width).fill(0xaa));
        cut(machine, kernel, [machine.put(data), output], part);
        const expected = new Uint8Array(destination.length * width).fill(0xaa);
        visit(size, (index) => {
          const from = place(source, index) * width;
          expected.set(data.subarray(from, from + width), place(destination, index) * width);
        });
        assert.deepEqual(machine.bytes(output, expected.length), expected);
      }),
      { numRuns: 400 },
    );
  });

  it('makes a picture larger', () => {
    for (const times of [2, 3, 8, 9])
      for (const width of [3, 4, 21]) {
        const machine = new Machine(base);
        const size = [5, times, width, times];
        const row = width * times;
        const kernel = emitRegion(machine.module, 'larger', {
          width: 4,
          size,
          source: { offset: 1, strides: [width, 0, 1, 0] },
          destination: { offset: 0, strides: [row * times, row, times, 1] },
        });
        const data = new Uint32Array(5 * width + 1).map((_, at) => at);
        const output = machine.put(new Uint32Array(5 * row * times));
        cut(machine, kernel, [machine.put(data), output], 0.5);
        const expected = new Uint32Array(5 * row * times).map(
          (_, at) => 1 + Math.floor(at / (row * times)) * width + Math.floor((at % row) / times),
        );
        assert.deepEqual(machine.bytes(output, expected.byteLength), new Uint8Array(expected.buffer));
      }
  });

  it('copies and fills long blocks in pieces', () => {
    for (const stride of [0, 1])
      for (const width of [1, 4, 8] as const) {
        const size = 40_003;
        const machine = new Machine(base);
        const view = { offset: 3, strides: [1] };
        const kernel = emitRegion(machine.module, 'region', {
          width,
          size: [size],
          source: { offset: 2, strides: [stride] },
          destination: view,
        });
        const data = new Uint8Array((size + 2) * width).map((_, at) => (at * 31) >> 3);
        const output = machine.put(new Uint8Array((size + 4) * width));
        cut(machine, kernel, [machine.put(data), output], 0.4);
        const expected = new Uint8Array((size + 4) * width);
        for (let at = 0; at < size; at++) {
          const from = (2 + at * stride) * width;
          expected.set(data.subarray(from, from + width), (3 + at) * width);
        }
        assert.deepEqual(machine.bytes(output, expected.length), expected);
      }
  });
});

interface Strided {
  readonly offset: number;
  readonly strides: readonly number[];
  readonly length: number;
}

/** Axes laid out in the order of `keys`, `step` places apart, `gap` unused places after each row. */
function strided(size: readonly number[], steps: readonly number[], keys: readonly number[], gap: number): Strided {
  const order = [...size.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b);
  const strides = size.map(() => 0);
  let extent = 1;
  let offset = 0;
  for (const axis of order) {
    const step = steps[axis]!;
    strides[axis] = step * extent;
    if (step < 0) offset -= strides[axis]! * Math.max(0, size[axis]! - 1);
    if (step !== 0) extent = extent * Math.abs(step) * Math.max(1, size[axis]!) + gap;
  }
  return { offset, strides, length: extent + gap };
}

function place({ offset, strides }: Strided, index: readonly number[]): number {
  return index.reduce((sum, each, axis) => sum + each * strides[axis]!, offset);
}

function visit(size: readonly number[], each: (index: readonly number[]) => void, index: number[] = []): void {
  if (index.length === size.length) {
    each(index);
    return;
  }
  for (let at = 0; at < size[index.length]!; at++) visit(size, each, [...index, at]);
}
