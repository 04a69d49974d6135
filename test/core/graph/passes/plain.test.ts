// The plainest form of products and convolutions, to the same bits.
import assert from 'node:assert/strict';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import type { Kernel } from '@edgewright/core/graph/program/kernel.js';
import { parseGraph } from '@edgewright/core/graph/text.js';
import { seededRandom } from '@edgewright/core/random.js';
import { difference } from '../cases.ts';
import { randomTensor } from '../fuzz.ts';

function check(lines: string, expected: string): void {
  const program = lowerGraph(parseGraph(`graph "g" opset 20\n${lines}\noutput y\n`)).program!;
  const random = seededRandom(3);
  const inputs = program.inputs.map(({ tensor }) => {
    const { shape, type } = program.tensors[tensor]!;
    return randomTensor(random, shape, type);
  });
  const optimised = optimise(program, { exact: true });
  assert.equal(difference(interpret(optimised, inputs)[0]!, interpret(program, inputs)[0]!, 0, 0), undefined, lines);
  assert.equal(formOf(optimised.kernels.at(-1)!), expected, lines);
}

function formOf(kernel: Kernel): string {
  if (kernel.kind === 'matmul') return `matmul ${kernel.a.size} by ${kernel.b.size}`;
  return kernel.kind === 'conv' ? `conv ${kernel.w.size.slice(3)} pads ${kernel.pads}` : kernel.kind;
}

const image = (size: string, kernel: string): string =>
  `input x: float32[${size}]\nconstant w: float32[${kernel}] = random 1 0.5 0 parameter\nconstant b: float32[6] = random 2 0.5 0 parameter`;
const window = (pads: string, more = ''): string => `y = Conv(x, w, b) {pads: ints [${pads}]${more}}`;

describe('products in their plainest form', () => {
  it('join a batch that shares its right operand', () => {
    const shared =
      'constant w: float32[5,6] = random 1 0.5 0 parameter\nconstant b: float32[6] = random 2 0.5 0 parameter';
    check(`input x: float32[3,4,5]\n${shared}\na = MatMul(x, w)\ny = Add(a, b)`, 'matmul 12,5 by 5,6');
    check(`input x: float32[3,2,2,5]\n${shared}\na = MatMul(x, w)\ny = Add(a, b)`, 'matmul 12,5 by 5,6');
    check(
      `input x: float32[3,4,5]\ninput z: float32[3,4,6]\n${shared}\na = MatMul(x, w)\ny = Add(a, z)`,
      'matmul 12,5 by 5,6',
    );
    check('input x: float32[3,4,5]\ninput w: float32[3,5,6]\ny = MatMul(x, w)', 'matmul 3,4,5 by 3,5,6');
  });

  it('leave out taps that see the padding alone', () => {
    check(`${image('2,4,1,1', '6,4,3,3')}\n${window('1 1 1 1')}`, 'matmul 2,4 by 4,6');
    check(`${image('1,4,2,2', '6,4,3,3')}\n${window('1 1 1 1', '; strides: ints [2 2]')}`, 'matmul 1,16 by 16,6');
    check(`${image('1,4,1,9', '6,4,3,3')}\n${window('1 1 1 1')}`, 'conv 1,3 pads 0,1');
    check(`${image('1,4,2,9', '6,4,5,3')}\n${window('4 1 4 1', '; dilations: ints [2 1]')}`, 'conv 1,3 pads 0,1');
    check(`${image('1,4,9,9', '6,4,3,3')}\n${window('1 1 1 1')}`, 'conv 3,3 pads 1,1');
  });

  it('take a convolution of a single place for a product', () => {
    check(`${image('3,4,3,3', '6,4,3,3')}\n${window('0 0 0 0')}`, 'matmul 3,36 by 36,6');
    check(`${image('1,4,5,4', '6,4,3,3')}\n${window('0 0 0 0', '; strides: ints [4 4]')}`, 'conv 3,3 pads 0,0');
    check(`${image('1,4,3,3', '6,2,3,3')}\n${window('0 0 0 0', '; group: int 2')}`, 'conv 3,3 pads 0,0');
  });
});
