// What kernels move and how many there are, of programs that are counted by hand.
import assert from 'node:assert/strict';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import { bytesMoved, constantBytes, countKernels, figuresOf, macsOf } from '@edgewright/core/graph/program/work.js';
import { families } from '@edgewright/core/models/families.js';

const product: Program = {
  name: 'product',
  tensors: [
    { type: 'float32', shape: [2, 3] },
    { type: 'float32', shape: [3, 4], constant: { kind: 'values', values: new Float32Array(12) } as never },
    { type: 'float32', shape: [2, 4] },
  ],
  inputs: [{ name: 'x', tensor: 0 }],
  outputs: [{ name: 'y', tensor: 2 }],
  kernels: [
    {
      kind: 'matmul',
      type: 'float32',
      a: { tensor: 0, offset: 0, size: [2, 3], strides: [3, 1] },
      b: { tensor: 1, offset: 0, size: [3, 4], strides: [4, 1] },
      epilogue: { operands: [], body: [] },
      output: 2,
    },
  ],
};

describe('the work of a program', () => {
  it('reads both operands and writes the result once', () => {
    assert.equal(bytesMoved(product), 4 * (6 + 12 + 8));
    assert.equal(macsOf(product, product.kernels[0]!), 2 * 3 * 4);
    assert.equal(constantBytes(product), 4 * 12);
    assert.equal(countKernels(product), 1);
  });

  it('counts the kernels of a loop once and what they move as often as it runs', () => {
    const parameters = { cell: 'lstm', vocab: 8, embed: 4, hidden: 0, layers: 1, length: 5, output: 3, batch: 1 };
    const { program } = lowerGraph(families.rnn.build(parameters as never, 'float32', 1));
    const { kernels, bytes } = figuresOf(program!);
    assert.equal(countKernels(program!), kernels);
    const loop = program!.kernels.find(({ kind }) => kind === 'loop');
    assert.ok(loop?.kind === 'loop' && loop.count !== undefined && 'fixed' in loop.count && loop.count.fixed > 1);
    const outside = { ...program!, kernels: program!.kernels.filter((kernel) => kernel !== loop) };
    assert.equal(countKernels(program!), countKernels(outside) + 1 + countKernels(loop.body));
    assert.equal(bytes, bytesMoved(outside) + loop.count.fixed * bytesMoved(loop.body));
  });

  it('falls with the passes', () => {
    const { program } = lowerGraph(families.cnn.build({ ...cnn }, 'float32', 1));
    const [before, after] = [figuresOf(program!), figuresOf(optimise(program!))];
    assert.ok(after.kernels < before.kernels && after.bytes < before.bytes);
  });
});

const cnn = { block: 'residual', blocks: [1, 1], filters: 8, image: 32, channels: 3, output: 10, batch: 1 };
