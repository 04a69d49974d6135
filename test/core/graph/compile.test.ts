import assert from 'node:assert/strict';
import { compileModel } from '@edgewright/core/graph/compile.js';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import { outputsOf } from '@edgewright/core/graph/program/reads.js';
import { numbersOf, tensorOf } from '@edgewright/core/graph/tensor.js';
import type { OnnxModel } from '@edgewright/core/onnx/messages.js';

const model: OnnxModel = {
  irVersion: 8,
  opsetImport: [{ domain: '', version: 17 }],
  graph: {
    node: [
      { opType: 'Transpose', input: ['x'], output: ['t'] },
      { opType: 'MatMul', input: ['x', 't'], output: ['m'] },
      { opType: 'Relu', input: ['m'], output: ['y'] },
      { opType: 'Neg', input: ['m'], output: ['unused'] },
    ],
    input: [{ name: 'x', type: { tensorType: { elemType: 1, shape: { dim: [{ dimParam: 'N' }, { dimValue: 2 }] } } } }],
    output: [{ name: 'y' }],
  },
};

describe('compiling', () => {
  it('goes from a model to a program with a memory plan', () => {
    const { program, memory, lowered, unsupported, types } = compileModel(model, new Map([['N', 2]]));
    assert.deepEqual(unsupported, []);
    // The transpose is a view of x, and the node that nobody reads is gone before the product gets its epilogue.
    assert.deepEqual(
      program!.kernels.map(({ kind }) => kind),
      ['matmul'],
    );
    assert.equal(lowered, 4);
    assert.deepEqual([...memory!.offsets.keys()], program!.kernels.flatMap(outputsOf));
    assert.deepEqual(types.get('y'), { type: 'float32', shape: [2, 2] });
    assert.deepEqual(numbersOf(interpret(program!, [tensorOf('float32', [2, 2], [1, -1, 2, 1])])[0]!), [2, 1, 1, 5]);
  });

  it('has a switch for every step', () => {
    const off = { fold: false, common: false, vertical: false, horizontal: false, fuse: false, dead: false };
    const { program } = compileModel(model, new Map([['N', 2]]), { passes: off });
    assert.deepEqual(
      program!.kernels.map(({ kind }) => kind),
      ['raster', 'matmul', 'elementwise', 'elementwise'],
    );
  });
});
