// Scatters, running sums and the greatest of rows, against their definition by the interpreter, over types and views.
import assert from 'node:assert/strict';
import type { ElementType } from '@edgewright/core/graph/graph.js';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import { planMemory } from '@edgewright/core/graph/passes/memory.js';
import type { Kernel } from '@edgewright/core/graph/program/kernel.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import { verifyProgram } from '@edgewright/core/graph/program/verify.js';
import { denseStrides, type View } from '@edgewright/core/graph/program/view.js';
import { isBig, type Tensor, tensorOf } from '@edgewright/core/graph/tensor.js';
import { translateProgram } from '@edgewright/core/graph/wasm/backend/program.js';
import * as fc from 'fast-check';
import { difference } from '../cases.ts';
import { prepare } from './execute.ts';
import { base } from './machine.ts';

const types = ['float32', 'float64', 'int32', 'uint32', 'int64', 'uint64'] as const;
type Type = (typeof types)[number];

function tensor(type: Type, shape: readonly number[], values: readonly number[]): Tensor {
  const count = shape.reduce((product, size) => product * size, 1);
  const from = type.startsWith('u') ? values.map(Math.abs) : values;
  const list = Array.from({ length: count }, (_, at) => from[at % from.length]!);
  return tensorOf(type, shape, isBig(type) ? list.map(BigInt) : list);
}

/** One kernel on inputs; every part of its range apart. */
function check(
  kernel: Kernel,
  inputs: readonly Tensor[],
  made: readonly { type: ElementType; shape: readonly number[] }[],
) {
  const port = (tensor: number) => ({ name: `t${tensor}`, tensor });
  const program: Program = {
    name: 'one',
    tensors: [...inputs.map(({ type, shape }) => ({ type, shape })), ...made],
    inputs: inputs.map((_, at) => port(at)),
    outputs: made.map((_, at) => port(inputs.length + at)),
    kernels: [kernel],
  };
  verifyProgram(program);
  const [hosted] = translateProgram(program, planMemory(program), { target: base }).steps;
  assert.equal(hosted?.kind ?? 'call', 'call', hosted?.kind === 'host' ? hosted.reason : '');
  const expected = interpret(program, inputs);
  for (const [at, each] of prepare(program, base, 3).run(inputs).entries())
    assert.equal(difference(each, expected[at]!, 1e-6, 1e-6), undefined, JSON.stringify(kernel));
}

/** Rows of a matrix [m, n], or its columns. */
function rowsOf(m: number, n: number, isTurned: boolean): View {
  return { tensor: 0, offset: 0, size: isTurned ? [n, m] : [m, n], strides: isTurned ? [1, n] : [n, 1] };
}

const values = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 60 });
const matrix = {
  type: fc.constantFrom(...types),
  m: fc.integer({ min: 1, max: 5 }),
  n: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(40)),
  isTurned: fc.boolean(),
  values,
};

describe('one after another', () => {
  it('running sums and products', () => {
    const cases = fc.record({ ...matrix, fn: fc.constantFrom('sum', 'product'), exclusive: fc.boolean() });
    fc.assert(
      fc.property(cases, ({ type, m, n, isTurned, values, fn, exclusive }) => {
        const x = rowsOf(m, n, isTurned);
        const small = fn === 'product' ? values.map((value) => Math.sign(value)) : values;
        check(
          { kind: 'cumulate', output: 1, fn, exclusive, x } as Kernel,
          [tensor(type, [m, n], small)],
          [{ type, shape: x.size }],
        );
      }),
      { numRuns: 150 },
    );
  });

  it('the greatest or least of rows, of equals the first', () => {
    const cases = fc.record({ ...matrix, share: fc.double({ min: 0, max: 1, noNaN: true }), largest: fc.boolean() });
    fc.assert(
      fc.property(cases, ({ type, m, n, isTurned, values, share, largest }) => {
        const x = rowsOf(m, n, isTurned);
        const k = Math.round(share * x.size[1]!);
        const shape = [x.size[0]!, k];
        check(
          { kind: 'topk', values: 1, indices: 2, k, largest, x },
          [tensor(type, [m, n], values)],
          [
            { type, shape },
            { type: 'int64', shape },
          ],
        );
      }),
      { numRuns: 150 },
    );
  });

  it('writes at indices, the last or all together', () => {
    const cases = fc.record({
      type: fc.constantFrom(...types),
      reduction: fc.constantFrom('none', 'add', 'mul', 'max', 'min'),
      extent: fc.integer({ min: 1, max: 5 }),
      picked: fc.array(fc.double({ min: -1, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 7 }),
      inner: fc.constantFrom(1, 2, 5, 19),
      indexType: fc.constantFrom('int32' as const, 'int64' as const),
      values,
    });
    fc.assert(
      fc.property(cases, ({ type, reduction, extent, picked, inner, indexType, values }) => {
        // Data [2, extent, inner]; updates [2, picked, inner].
        const size = [2, picked.length, inner];
        const places = picked.map((share) => Math.floor(share * extent));
        const kernel = {
          kind: 'scatter',
          output: 3,
          data: 0,
          updates: { tensor: 1, offset: 0, size, strides: denseStrides(size) },
          target: { offset: 0, strides: [extent * inner, 0, 1] },
          indices: [{ view: { tensor: 2, offset: 0, size, strides: [0, 1, 0] }, stride: inner, extent }],
          reduction,
        } as Kernel;
        const shape = [2, extent, inner];
        const indices = tensorOf(indexType, [picked.length], indexType === 'int64' ? places.map(BigInt) : places);
        check(
          kernel,
          [tensor(type, shape, values), tensor(type, size, values.toReversed()), indices],
          [{ type, shape }],
        );
      }),
      { numRuns: 150 },
    );
  });

  it('narrow types are written, and what no type can be summed is left to the interpreter', () => {
    const size = [3];
    const kernel = (reduction: 'none' | 'add'): Kernel => ({
      kind: 'scatter',
      output: 3,
      data: 0,
      updates: { tensor: 1, offset: 0, size, strides: [1] },
      target: { offset: 0, strides: [0] },
      indices: [{ view: { tensor: 2, offset: 0, size, strides: [1] }, stride: 1, extent: 4 }],
      reduction,
    });
    const given = [
      tensorOf('uint8', [4], [1, 2, 3, 4]),
      tensorOf('uint8', [3], [7, 8, 9]),
      tensorOf('int64', [3], [3n, 0n, -1n]),
    ];
    check(kernel('none'), given, [{ type: 'uint8', shape: [4] }]);
    assert.throws(
      () => check(kernel('add'), given, [{ type: 'uint8', shape: [4] }]),
      /no vector code for scatter of uint8/,
    );
  });
});
