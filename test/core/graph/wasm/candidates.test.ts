import assert from 'node:assert/strict';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import type { Kernel } from '@edgewright/core/graph/program/kernel.js';
import { parseGraph } from '@edgewright/core/graph/text.js';
import { type Candidate, candidatesOf, describeCandidate } from '@edgewright/core/graph/wasm/backend/candidates.js';
import { seededRandom } from '@edgewright/core/random.js';
import { randomTensor } from '../fuzz.ts';
import { prepare } from './execute.ts';
import { base, closeTo } from './machine.ts';

/** Every candidate of the graph's last kernel gives what the interpreter gives. @returns Their names, the rule's first. */
function check(lines: string): readonly string[] {
  const program = optimise(lowerGraph(parseGraph(`graph "g" opset 20\n${lines}\noutput y\n`)).program!);
  const random = seededRandom(1);
  const inputs = program.inputs.map(({ tensor }) =>
    randomTensor(random, program.tensors[tensor]!.shape, program.tensors[tensor]!.type),
  );
  const expected = interpret(program, inputs)[0]!.data as Float32Array;
  const kernel = program.kernels.at(-1)!;
  const candidates = candidatesOf(program, kernel);
  for (const candidate of candidates) {
    const { translated, run } = prepare(program, base, 2, new Map<Kernel, Candidate>([[kernel, candidate]]));
    closeTo(run(inputs)[0]!.data as Float32Array, expected, 1e-4);
    const algorithms = translated.steps.flatMap((step) => (step.kind === 'call' ? [step.algorithm] : []));
    if (candidate.algorithm !== 'packed' && candidate.algorithm !== 'rows')
      assert.ok(algorithms.includes(describeCandidate(candidate)), algorithms.join());
  }
  return candidates.map(describeCandidate);
}

const after = 'constant s: float32[CHANNELS,1,1] = random 3 0.5 0 parameter\nm = Add(c, s)\ny = Relu(m)';

describe('a candidate', () => {
  it('of a 3 x 3 convolution is any unit of Winograd, or direct', () => {
    const lines = `input x: float32[2,32,13,14]\nconstant w: float32[32,32,3,3] = random 1 0.5 0 parameter\nc = Conv(x, w) {pads: ints [1 1 1 1]}\n${after.replace('CHANNELS', '32')}`;
    const [first, ...rest] = check(lines);
    assert.equal(first, 'Winograd F(2, 3)');
    assert.deepEqual(rest.sort(), ['Winograd F(4, 3)', 'Winograd F(6, 3)', 'direct']);
  });

  it('of a 1 x 1 convolution is a product of planes', () => {
    for (const weights of ['constant w: float32[12,8,1,1] = random 1 0.5 0 parameter', 'input w: float32[12,8,1,1]'])
      assert.deepEqual(
        check(`input x: float32[2,8,5,7]\n${weights}\nc = Conv(x, w)\n${after.replace('CHANNELS', '12')}`),
        ['direct', 'planes'],
      );
    assert.deepEqual(
      check(
        'input x: float32[1,8,5,7]\nconstant w: float32[12,8,1,1] = random 1 0.5 0 parameter\ny = Conv(x, w) {strides: ints [2 2]}',
      ),
      ['direct'],
    );
  });

  it('of a product with constant weights reads panels or rows', () => {
    for (const m of [1, 5, 33])
      assert.deepEqual(
        check(
          `input x: float32[${m},10]\nconstant w: float32[10,20] = random 1 0.5 0 parameter\nm = MatMul(x, w)\ny = Relu(m)`,
        ),
        ['packed', 'rows'],
      );
  });

  it('of a product with a computed operand packs it or does not', () => {
    assert.deepEqual(check('input x: float32[3,5,10]\ninput w: float32[3,10,20]\ny = MatMul(x, w)'), [
      'rows',
      'packed',
    ]);
    assert.deepEqual(check('input x: float32[3,9,10]\ninput w: float32[3,10,20]\ny = MatMul(x, w)'), [
      'packed',
      'rows',
    ]);
  });

  it('of a large product is Strassen, with what follows behind', () => {
    const weights = (k: number, n: number): string => `constant w: float32[${k},${n}] = random 1 0.5 0 parameter`;
    assert.deepEqual(
      check(
        `input x: float32[128,256]\ninput z: float32[128,128]\n${weights(256, 128)}\nm = MatMul(x, w)\na = Add(m, z)\ny = Relu(a)`,
      ),
      ['packed', 'rows', 'Strassen of depth 1'],
    );
    assert.deepEqual(check(`input x: float32[1,256,256]\n${weights(256, 256)}\ny = MatMul(x, w)`), [
      'packed',
      'rows',
      'Strassen of depth 1',
      'Strassen of depth 2',
    ]);
  });
});
