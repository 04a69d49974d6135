import assert from 'node:assert/strict';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import type { Kernel } from '@edgewright/core/graph/program/kernel.js';
import { parseGraph } from '@edgewright/core/graph/text.js';

/** The nodes of each kernel after the passes. */
function origins(lines: string): readonly (readonly number[] | undefined)[] {
  return optimise(lowerGraph(parseGraph(`graph "g" opset 20\n${lines}\n`)).program!).kernels.map(({ nodes }) => nodes);
}

describe('a kernel', () => {
  it('knows the nodes of a chain', () => {
    assert.deepEqual(origins('input x: float32[2,3]\na = Add(x, x)\nb = Neg(a)\ny = Exp(b)\noutput y'), [[0, 1, 2]]);
  });

  it('knows the nodes of its epilogue and those that it reads through', () => {
    const lines =
      'input x: float32[4,5]\nconstant w: float32[4,3] = random 1 0.5 0 parameter\nt = Transpose(x) {perm: ints [1 0]}\nm = MatMul(t, w)\ny = Relu(m)\noutput y';
    assert.deepEqual(origins(lines), [[0, 1, 2]]);
  });

  it('that stays of several equal ones has the nodes of all', () => {
    const lines =
      'input x: float32[2,3]\na = Exp(x)\nb = ReduceSum(a) {keepdims: int 1}\nc = Exp(x)\ny = Div(c, b)\noutput y\noutput a';
    assert.deepEqual(origins(lines), [[0, 2], [1], [3]]);
  });

  it('of a loop has the node of the loop, inside too', () => {
    const lines =
      'input x: float32[3,1,2]\nconstant w: float32[1,8,2] = random 1 0.5 0 parameter\nconstant r: float32[1,8,2] = random 2 0.5 0 parameter\ns = Neg(x)\ny = LSTM(s, w, r) {hidden_size: int 2}\noutput y';
    const { kernels } = optimise(lowerGraph(parseGraph(`graph "g" opset 20\n${lines}\n`)).program!);
    const loop = kernels.find((kernel): kernel is Extract<Kernel, { kind: 'loop' }> => kernel.kind === 'loop')!;
    assert.deepEqual(loop.nodes?.includes(1), true);
    for (const { nodes } of loop.body.kernels) assert.deepEqual(nodes, [1]);
  });
});
