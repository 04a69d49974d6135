// Softmax and normalisation of rows against float64.
import { emitNormalize, emitSoftmax } from '@edgewright/core/graph/wasm/rows.js';
import * as fc from 'fast-check';
import { base, closeTo, cut, Machine, noise, relaxed } from './machine.ts';

const shapes = fc.record({
  rows: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 2 }),
  n: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(64, 100)),
  columns: fc.boolean(),
  logarithm: fc.boolean(),
  masked: fc.boolean(),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
});

for (const target of [base, relaxed])
  describe(`rows, ${target.relaxed ? 'relaxed' : 'base'} SIMD`, () => {
    it('softmax', () => {
      fc.assert(
        fc.property(shapes, ({ rows, n, columns, logarithm, masked, part }) => {
          const count = rows.reduce((product, size) => product * size, 1);
          const strides = layout(rows, n, columns);
          const x = noise(count * n, 1).map((value, at) =>
            masked && at % 5 === 1 ? Number.NEGATIVE_INFINITY : value * 20,
          );
          const machine = new Machine(target);
          const shape = { rows, n, strides, log: logarithm, outputStrides: strides };
          const kernel = emitSoftmax(machine.module, 'softmax', shape);
          const output = machine.reserve(count * n * 4);
          cut(machine, kernel, [machine.put(x), output], part);
          const expected = new Float64Array(count * n);
          eachRow(rows, strides, (base) => {
            const values = Array.from({ length: n }, (_, at) => x[base + at * strides.at(-1)!]!);
            const max = Math.max(...values);
            const sum = values.reduce((total, value) => total + Math.exp(value - max), 0);
            values.forEach((value, at) => {
              expected[base + at * strides.at(-1)!] = logarithm
                ? value - max - Math.log(sum)
                : Math.exp(value - max) / sum;
            });
          });
          const actual = machine.floats(output, count * n);
          // Infinities must be the same; they have no difference.
          for (const [at, value] of expected.entries())
            if (!Number.isFinite(value)) {
              if (!Object.is(actual[at], value)) throw new Error(`${actual[at]}, expected ${value}`);
              expected[at] = actual[at] = 0;
            }
          closeTo(actual, expected, 2e-6);
        }),
        { numRuns: 150 },
      );
    });

    it('normalisation, with scale and shift', () => {
      fc.assert(
        fc.property(shapes, fc.boolean(), ({ rows, n, part }, centred) => {
          const count = rows.reduce((product, size) => product * size, 1);
          const x = noise(count * n, 1);
          const [scale, shift] = [noise(n, 2), noise(n, 3)];
          const strides = layout(rows, n, false);
          const machine = new Machine(target);
          const operand = { type: 'float32', strides: [...rows.map(() => 0), 1] } as const;
          const kernel = emitNormalize(machine.module, 'normalize', {
            rows,
            n,
            strides,
            centred,
            epsilon: 1e-5,
            epilogue: {
              operands: [operand, operand],
              steps: [
                { fn: 'mul', type: 'float32', arguments: [0, 1] },
                { fn: 'add', type: 'float32', arguments: [3, 2] },
              ],
            },
          });
          const output = machine.reserve(count * n * 4);
          cut(machine, kernel, [machine.put(x), output, machine.put(scale), machine.put(shift)], part);
          const expected = new Float64Array(count * n);
          for (let row = 0; row < count; row++) {
            const values = [...x.subarray(row * n, row * n + n)];
            const mean = centred ? values.reduce((sum, value) => sum + value, 0) / n : 0;
            const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
            values.forEach((value, at) => {
              expected[row * n + at] = ((value - mean) / Math.sqrt(variance + 1e-5)) * scale[at]! + shift[at]!;
            });
          }
          closeTo(machine.floats(output, count * n), expected, 1e-4);
        }),
        { numRuns: 150 },
      );
    });
  });

/** Row-major over [rows.., n], or with the elements of a row farthest apart. */
function layout(rows: readonly number[], n: number, columns: boolean): number[] {
  const strides: number[] = [];
  let step = columns ? 1 : n;
  for (const size of [...rows].reverse()) {
    strides.unshift(step);
    step *= size;
  }
  return [...strides, columns ? step : 1];
}

function eachRow(
  rows: readonly number[],
  strides: readonly number[],
  visit: (base: number) => void,
  axis = 0,
  base = 0,
): void {
  if (axis === rows.length) {
    visit(base);
    return;
  }
  for (let at = 0; at < rows[axis]!; at++) eachRow(rows, strides, visit, axis + 1, base + at * strides[axis]!);
}
