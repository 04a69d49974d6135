// Copies of index spaces against the definition, element by element.
import assert from 'node:assert/strict';
import { type Copy, copyElements } from '@edgewright/core/graph/copy.js';
import { denseStrides } from '@edgewright/core/graph/program/view.js';
import type { Data } from '@edgewright/core/graph/tensor.js';
import * as fc from 'fast-check';

const types = [Float32Array, Float64Array, Int8Array, Uint16Array, Int32Array, BigInt64Array];

/** Views of a source in any order of axes, with steps, reversals and broadcasts, into a row-major array behind an offset. */
const copies = fc
  .record({
    axes: fc.array(
      fc.record({
        // Long axes meet the blocks, and runs that are copied as a whole.
        count: fc.oneof(fc.integer({ min: 0, max: 7 }), fc.constantFrom(33, 64, 70)),
        step: fc.constantFrom(1, 1, 1, 2, -1, 0),
        turn: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 4 },
    ),
    before: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ axes, before }) => {
    const size = axes.map(({ count }) => count);
    // Of the source, the axes lie in another order.
    const order = [...axes.keys()].sort((a, b) => axes[a]!.turn - axes[b]!.turn);
    const dense = denseStrides(order.map((axis) => 1 + (size[axis]! - 1) * Math.max(1, Math.abs(axes[axis]!.step))));
    const strides = axes.map(({ step }, axis) => dense[order.indexOf(axis)]! * step);
    const offset = strides.reduce((sum, stride, axis) => sum - Math.min(0, stride * (size[axis]! - 1)), 0);
    const copy: Copy = {
      size,
      source: { offset, strides },
      destination: { offset: before, strides: denseStrides(size) },
    };
    return { copy, before };
  })
  .filter(({ copy }) => copy.size.reduce((product, count) => product * count, 1) < 2e5);

describe('copying an index space', () => {
  it('gives what its definition gives, for every width', () => {
    fc.assert(
      fc.property(copies, fc.constantFrom(...types), ({ copy, before }, Type) => {
        const { size, source, destination } = copy;
        const count = size.reduce((product, each) => product * each, 1);
        const reach = source.strides.reduce((sum, stride, axis) => sum + Math.max(0, stride) * (size[axis]! - 1), 0);
        const from = new Type(count === 0 ? 0 : source.offset + reach + 1);
        for (let at = 0; at < from.length; at++) from[at] = from instanceof BigInt64Array ? BigInt(at) : at % 251;
        const to = new Type(before + count);
        copyElements(copy, from as Data, to as Data);
        for (let at = 0; at < count; at++) {
          const address = size.reduce(
            (sum, each, axis) => sum + (Math.floor(at / destination.strides[axis]!) % each) * source.strides[axis]!,
            source.offset,
          );
          if (to[before + at] !== from[address]) assert.fail(`${at}: ${to[before + at]}, not ${from[address]}`);
        }
        assert.ok(to.subarray(0, before).every((value) => Number(value) === 0));
      }),
      { numRuns: 400 },
    );
  });

  it('keeps every bit of what is no number', () => {
    const from = new Float32Array(Uint32Array.of(0x7fa00001, 0xffc12345).buffer);
    const to = new Float32Array(2);
    copyElements(
      { size: [2], source: { offset: 1, strides: [-1] }, destination: { offset: 0, strides: [1] } },
      from,
      to,
    );
    assert.deepEqual([...new Uint32Array(to.buffer)], [0xffc12345, 0x7fa00001]);
  });

  it('reaches outside neither array', () => {
    const copy = { size: [3], source: { offset: 0, strides: [1] }, destination: { offset: 0, strides: [2] } };
    assert.throws(() => copyElements(copy, new Float32Array(3), new Float32Array(4)), RangeError);
    assert.throws(() => copyElements(copy, new Float32Array(2), new Float32Array(5)), RangeError);
    assert.throws(
      () => copyElements({ ...copy, source: { offset: 0, strides: [-1] } }, new Float32Array(3), new Float32Array(5)),
      RangeError,
    );
  });
});
