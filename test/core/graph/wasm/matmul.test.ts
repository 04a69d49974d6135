// Matrix products against the definition: all tails, strides, batches, both forms of B, any cut of the range.
import { emitGemv } from '@edgewright/core/graph/wasm/gemv.js';
import { emitMatmul, type MatmulShape } from '@edgewright/core/graph/wasm/matmul.js';
import { emitPack, packedSize } from '@edgewright/core/graph/wasm/pack.js';
import { emitStrassen, packStrassen } from '@edgewright/core/graph/wasm/strassen.js';
import * as fc from 'fast-check';
import { base, closeTo, cut, Machine, noise, relaxed } from './machine.ts';
import { packForRow } from './packed.ts';

const shapes = fc.record({
  batch: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
  m: fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 1, max: 30 })),
  n: fc.integer({ min: 0, max: 35 }),
  k: fc.integer({ min: 0, max: 40 }),
  turnedA: fc.boolean(),
  turnedB: fc.boolean(),
  sharedB: fc.boolean(),
  packed: fc.boolean(),
  padding: fc.integer({ min: 0, max: 3 }),
  rows: fc.constantFrom(4, 6),
  block: fc.constantFrom(1, 4096),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
});

for (const target of [base, relaxed])
  describe(`matmul, ${target.relaxed ? 'relaxed' : 'base'} SIMD`, () => {
    it('equals its definition', () => {
      fc.assert(
        fc.property(shapes, ({ batch, m, n, k, turnedA, turnedB, sharedB, packed, padding, rows, block, part }) => {
          const batches = batch.reduce((product, size) => product * size, 1);
          const sizeA = (m + padding) * (k + padding);
          const sizeB = (k + padding) * (n + padding);
          const dense = (size: number): number[] =>
            batch.map((_, axis) => size * batch.slice(axis + 1).reduce((p, s) => p * s, 1));
          const a = noise(sizeA * batches, 1);
          const b = noise(sizeB * batches, 2);
          const aStrides = {
            batch: dense(sizeA),
            ...(turnedA ? { row: 1, column: m + padding } : { row: k + padding, column: 1 }),
          };
          const bBatch = sharedB ? batch.map(() => 0) : dense(sizeB);
          // Rows of B need neighbouring columns.
          const bStrides = turnedB && packed ? { row: 1, column: k + padding } : { row: n + padding, column: 1 };
          const machine = new Machine(target);
          const pack = emitPack(machine.module, 'pack', { k, n, strides: { k: bStrides.row, n: bStrides.column } });
          const each = packedSize(k, n);
          const shape: MatmulShape = {
            batch,
            m,
            n,
            k,
            a: aStrides,
            b: packed
              ? { kind: 'packed', batch: sharedB ? batch.map(() => 0) : dense(each) }
              : { kind: 'rows', ...bStrides, batch: bBatch },
            output: { type: 'float32', batch: dense(m * (n + padding)), row: n + padding },
            epilogue: {
              operands: [
                { type: 'float32', strides: [...batch.map(() => 0), 0, 1] },
                { type: 'float32', offset: 2, strides: [...batch.map(() => 0), 1, 0] },
              ],
              steps: [
                { fn: 'add', type: 'float32', arguments: [0, 1] },
                { fn: 'mul', type: 'float32', arguments: [3, 2] },
              ],
            },
          };
          const kernel = emitMatmul(machine.module, 'matmul', shape, { rows, block });
          const bAddress = machine.put(b);
          const packedAddress = machine.reserve(each * batches * 4);
          if (packed)
            for (let index = 0; index < batches; index++)
              cut(machine, pack, [bAddress + index * sizeB * 4, packedAddress + index * each * 4], part);
          const bias = noise(n, 3);
          const scale = noise(m + 2, 4);
          const output = machine.put(new Float32Array(batches * m * (n + padding)));
          cut(
            machine,
            kernel,
            [machine.put(a), packed ? packedAddress : bAddress, output, machine.put(bias), machine.put(scale)],
            part,
          );
          const expected = new Float64Array(batches * m * (n + padding));
          for (let index = 0; index < batches; index++)
            for (let row = 0; row < m; row++)
              for (let column = 0; column < n; column++) {
                let sum = 0;
                const from = sharedB ? 0 : index * sizeB;
                for (let at = 0; at < k; at++)
                  sum +=
                    a[index * sizeA + row * aStrides.row + at * aStrides.column]! *
                    b[from + at * bStrides.row + column * bStrides.column]!;
                expected[(index * m + row) * (n + padding) + column] = (sum + bias[column]!) * scale[row + 2]!;
              }
          closeTo(machine.floats(output, expected.length), expected, 1e-5);
        }),
        { numRuns: 200 },
      );
    });

    it('equals its definition, of one row', () => {
      const cases = fc.record({
        n: fc.integer({ min: 0, max: 100 }),
        k: fc.integer({ min: 0, max: 40 }),
        step: fc.constantFrom(-2, -1, 1, 2, 3),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
      });
      fc.assert(
        fc.property(cases, ({ n, k, step, part }) => {
          const machine = new Machine(target);
          const kernel = emitGemv(machine.module, 'gemv', {
            n,
            k,
            step,
            output: 'float32',
            epilogue: {
              operands: [{ type: 'float32', offset: 1, strides: [1] }],
              steps: [{ fn: 'add', type: 'float32', arguments: [0, 1] }],
            },
          });
          const reach = k * Math.abs(step);
          const first = step < 0 ? Math.max(0, reach + step) : 0;
          const [a, b, bias] = [noise(Math.max(1, reach), 1), noise(k * n, 2), noise(n + 1, 3)];
          const output = machine.put(new Float32Array(n));
          const pointers = [machine.put(a) + first * 4, machine.put(packForRow(b, k, n)), output, machine.put(bias)];
          cut(machine, kernel, pointers, part);
          const expected = Float64Array.from({ length: n }, (_, column) => {
            let sum = bias[column + 1]!;
            for (let at = 0; at < k; at++) sum += a[first + at * step]! * b[at * n + column]!;
            return sum;
          });
          closeTo(machine.floats(output, n), expected, 1e-5);
        }),
        { numRuns: 200 },
      );
    });

    it('equals its definition, by Strassen', () => {
      const cases = fc.record({
        m: fc.integer({ min: 1, max: 9 }),
        n: fc.integer({ min: 1, max: 9 }),
        k: fc.integer({ min: 1, max: 9 }),
        depth: fc.integer({ min: 0, max: 3 }),
        gap: fc.integer({ min: 0, max: 3 }),
      });
      fc.assert(
        fc.property(cases, ({ depth, gap, ...size }) => {
          const [m, n, k] = [size.m, size.n, size.k].map((each) => each * 2 ** depth) as [number, number, number];
          const shape = { m, n, k, depth, aRow: k + gap, outputRow: n + gap };
          const [a, b] = [noise(m * (k + gap), 1), noise(k * n, 2)];
          const machine = new Machine(target);
          const kernel = emitStrassen(machine.module, 'strassen', shape);
          const output = machine.put(new Float32Array(m * (n + gap)));
          machine.run(kernel, [machine.put(a), machine.put(packStrassen(b, shape)), output]);
          const expected = new Float64Array(m * (n + gap));
          for (let row = 0; row < m; row++)
            for (let column = 0; column < n; column++)
              for (let at = 0; at < k; at++)
                expected[row * (n + gap) + column]! += a[row * (k + gap) + at]! * b[at * n + column]!;
          closeTo(machine.floats(output, expected.length), expected, 2e-6 * 3 ** depth);
        }),
        { numRuns: 60 },
      );
    });
  });
