// Transformed weights against G w G' in double precision, from any layout of the weights.
import assert from 'node:assert/strict';
import { packedSize } from '@edgewright/core/graph/wasm/pack.js';
import { transforms } from '@edgewright/core/graph/wasm/winograd.js';
import { packWinogradWeights } from '@edgewright/core/graph/wasm/winogradWeights.js';
import * as fc from 'fast-check';
import { noise } from './machine.ts';

// More inputs than are transformed at a time; more outputs than a panel has.
const sizes = fc.record({
  inputs: fc.integer({ min: 1, max: 300 }),
  outputs: fc.integer({ min: 1, max: 19 }),
  unit: fc.constantFrom(2, 4, 6),
  offset: fc.integer({ min: 0, max: 3 }),
  order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
});

it("weights of Winograd are G w G' in panels, filled up with zeros", () => {
  fc.assert(
    fc.property(sizes, ({ inputs, outputs, unit, offset, order }) => {
      const size = [outputs, inputs, 3, 3];
      const strides = [0, 0, 0, 0];
      let count = 1;
      for (const axis of order) {
        strides[axis] = count;
        count *= size[axis]!;
      }
      const weights = noise(offset + count, 1);
      const matrix = packedSize(inputs, outputs);
      const side = unit + 2;
      const packed = new Float32Array(side * side * matrix);
      packWinogradWeights(weights, { offset, strides }, inputs, outputs, unit, packed);
      const { weights: g } = transforms[unit];
      for (let point = 0; point < side * side; point++) {
        const [left, right] = [g[Math.floor(point / side)]!, g[point % side]!];
        for (let at = 0; at < matrix; at++) {
          const output = Math.floor(at / (8 * inputs)) * 8 + (at % 8);
          const first = offset + output * strides[0]! + (Math.floor(at / 8) % inputs) * strides[1]!;
          let expected = 0;
          for (let i = 0; i < 3 && output < outputs; i++)
            for (let j = 0; j < 3; j++)
              expected += left[i]! * weights[first + i * strides[2]! + j * strides[3]!]! * right[j]!;
          assert.ok(Math.abs(packed[point * matrix + at]! - expected) <= 5e-7, `${point}, ${at}`);
        }
      }
    }),
    { numRuns: 40 },
  );
});
