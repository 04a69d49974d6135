// Products of int8 and uint8, exact; int8 weights for one row; quantisation.
import assert from 'node:assert/strict';
import { emitInt8Matmul, emitQuantize, packInt8Panels } from '@edgewright/core/graph/wasm/int8.js';
import { emitInt8Gemv, quantizeColumns } from '@edgewright/core/graph/wasm/int8Gemv.js';
import * as fc from 'fast-check';
import { base, closeTo, cut, Machine, noise, relaxed } from './machine.ts';

const shapes = fc.record({
  m: fc.integer({ min: 0, max: 20 }),
  n: fc.integer({ min: 0, max: 20 }),
  k: fc.integer({ min: 0, max: 40 }),
  a: fc.constantFrom('int8' as const, 'uint8' as const),
  b: fc.constantFrom('int8' as const, 'uint8' as const),
  zeroA: fc.integer({ min: 0, max: 127 }),
  zeroB: fc.integer({ min: 0, max: 127 }),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('int8', () => {
  it('product of any signs and zero points is exact', () => {
    fc.assert(
      fc.property(shapes, ({ m, n, k, a, b, zeroA, zeroB, part }) => {
        const [x, w] = [bytes(a, m * k, 1), bytes(b, k * n, 2)];
        const machine = new Machine(base);
        const kernel = emitInt8Matmul(machine.module, 'int8', {
          m,
          n,
          k,
          a: { type: a, row: k, zero: zeroA },
          output: { type: 'int32', row: n },
        });
        const packed = packInt8Panels(w, { k, n, strides: { k: n, n: 1 } }, (column) => (zeroB + column) % 128);
        const output = machine.reserve(m * n * 4);
        cut(machine, kernel, [machine.put(x), machine.put(packed), output], part);
        const expected = new Int32Array(m * n);
        for (let row = 0; row < m; row++)
          for (let column = 0; column < n; column++)
            for (let at = 0; at < k; at++)
              expected[row * n + column]! +=
                (x[row * k + at]! - zeroA) * (w[at * n + column]! - ((zeroB + column) % 128));
        assert.deepEqual(new Int32Array(machine.bytes(output, m * n * 4).slice().buffer), expected);
      }),
      { numRuns: 200 },
    );
  });

  for (const target of [base, relaxed])
    it(`weights of int8 for one row, ${target.relaxed ? 'relaxed' : 'base'} SIMD`, () => {
      fc.assert(
        fc.property(shapes, ({ n, k, part }) => {
          const [x, w] = [noise(k, 1), noise(k * n, 2)];
          const { weights, scales } = quantizeColumns(w, { k, n, strides: { k: n, n: 1 } });
          const machine = new Machine(target);
          const kernel = emitInt8Gemv(machine.module, 'gemv', {
            n,
            k,
            output: 'float32',
            epilogue: {
              operands: [{ type: 'float32', strides: [1] }],
              steps: [{ fn: 'add', type: 'float32', arguments: [0, 1] }],
            },
          });
          const output = machine.reserve(n * 4);
          const bias = noise(n, 3);
          cut(
            machine,
            kernel,
            [machine.put(x), machine.put(weights), machine.put(scales), output, machine.put(bias)],
            part,
          );
          const expected = Float64Array.from({ length: n }, (_, column) => {
            let sum = bias[column]!;
            for (let at = 0; at < k; at++) {
              const index = (Math.floor(column / 8) * k + at) * 8 + (column % 8);
              sum += x[at]! * weights[index]! * scales[column]!;
              assert.ok(Math.abs(weights[index]! * scales[column]! - w[at * n + column]!) <= scales[column]! * 0.5001);
            }
            return sum;
          });
          closeTo(machine.floats(output, n), expected, 1e-5);
        }),
        { numRuns: 100 },
      );
    });

  it('quantisation rounds to even and saturates', () => {
    for (const to of ['int8', 'uint8'] as const) {
      const [outer, scales, inner] = [2, 3, 7];
      const x = noise(outer * scales * inner).map((value, at) =>
        at % 5 === 0 ? Math.round(value * 4) / 4 : value * 200,
      );
      x[3] = Number.POSITIVE_INFINITY;
      x[4] = -1e30;
      const scale = Float32Array.of(0.5, 1, 0.25);
      const zero = to === 'int8' ? Int8Array.of(-3, 0, 5) : Uint8Array.of(3, 0, 128);
      const machine = new Machine(base);
      const kernel = emitQuantize(machine.module, 'quantize', { to, outer, scales, inner });
      const output = machine.reserve(x.length);
      cut(machine, kernel, [machine.put(x), machine.put(scale), machine.put(zero), output], 0.5);
      const [low, high] = to === 'int8' ? [-128, 127] : [0, 255];
      const expected = Array.from(x, (value, at) => {
        const channel = Math.floor(at / inner) % scales;
        const divided = Math.fround(value / scale[channel]!);
        const floor = Math.floor(divided);
        const half = divided - floor;
        const rounded = half === 0.5 ? floor + Math.abs(floor % 2) : Math.round(divided);
        return Math.max(low!, Math.min(high!, rounded + zero[channel]!));
      });
      const raw = machine.bytes(output, x.length).slice();
      assert.deepEqual([...(to === 'int8' ? new Int8Array(raw.buffer) : raw)], expected);
    }
  });
});

function bytes(type: 'int8' | 'uint8', length: number, seed: number): Int8Array | Uint8Array {
  const values = noise(length, seed);
  return type === 'int8'
    ? Int8Array.from(values, (value) => value * 128)
    : Uint8Array.from(values, (value) => (value + 1) * 127.9);
}
