// Constant scales and shifts: what is joined, what goes into weights, and that results stay what they were but for rounding.
import assert from 'node:assert/strict';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import type { Kernel } from '@edgewright/core/graph/program/kernel.js';
import { parseGraph } from '@edgewright/core/graph/text.js';
import { seededRandom } from '@edgewright/core/random.js';
import { difference } from '../cases.ts';
import { randomTensor } from '../fuzz.ts';

/** The functions of the last kernel's body after the passes, whose results are compared with those before. */
function check(lines: string, expected: string): void {
  const program = lowerGraph(parseGraph(`graph "g" opset 20\n${lines}\noutput y\n`)).program!;
  const random = seededRandom(3);
  const inputs = program.inputs.map(({ tensor }) => {
    const { shape, type } = program.tensors[tensor]!;
    return randomTensor(random, shape, type);
  });
  const optimised = optimise(program);
  const [made, plain] = [interpret(optimised, inputs)[0]!, interpret(program, inputs)[0]!];
  assert.equal(difference(made, plain, 1e-5, 1e-6), undefined, lines);
  assert.equal(functionsOf(optimised.kernels.at(-1)!), expected, lines);
}

function functionsOf(kernel: Kernel): string {
  const body = kernel.kind === 'elementwise' ? kernel.body : 'epilogue' in kernel ? kernel.epilogue.body : [];
  return [kernel.kind, ...body.flatMap(({ fn }) => (fn === 'constant' ? [] : [fn]))].join(' ');
}

const channels = (name: string, seed: number, count = 6): string =>
  `constant ${name}: float32[${count}] = random ${seed} 0.5 1 parameter`;
const image = `input x: float32[2,4,9,9]\nconstant w: float32[6,4,3,3] = random 1 0.5 0 parameter`;
const statistics = ['s', 'b', 'm', 'v'].map((name, at) => channels(name, 2 + at)).join('\n');
const normalised = 'BatchNormalization(c, s, b, m, v) {epsilon: float 0.01}';

describe('constant scales and shifts', () => {
  it('go into the weights of a convolution', () => {
    check(`${image}\n${statistics}\nc = Conv(x, w)\ny = ${normalised}`, 'conv add');
    check(`${image}\n${statistics}\nc = Conv(x, w, b)\nn = ${normalised}\ny = Relu(n)`, 'conv add max');
    check(
      `${image}\n${statistics}\nconstant k: float32[1] = data 3 shape\nc = Conv(x, w)\nd = Div(c, k)\ny = ${normalised.replace('(c', '(d')}`,
      'conv add',
    );
    check(`${image}\nconstant k: float32[1] = data 3 shape\nc = Conv(x, w)\ny = Mul(c, k)`, 'conv');
  });

  it('go into the weights of a grouped convolution', () => {
    const grouped = image.replace('[6,4,3,3]', '[6,2,3,3]');
    check(`${grouped}\n${statistics}\nc = Conv(x, w) {group: int 2}\ny = ${normalised}`, 'conv add');
    const depthwise = 'input x: float32[1,6,5,7]\nconstant w: float32[6,1,3,3] = random 1 0.5 0 parameter';
    check(`${depthwise}\n${statistics}\nc = Conv(x, w) {group: int 6}\ny = ${normalised}`, 'conv add');
  });

  it('go into the weights of a product', () => {
    const product = `input x: float32[9,5]\nconstant w: float32[5,6] = random 1 0.5 0 parameter\n${channels('s', 2)}\n${channels('b', 3)}`;
    check(`${product}\na = MatMul(x, w)\nc = Add(a, b)\ny = Mul(c, s)`, 'matmul add');
    check(`${product}\na = MatMul(x, w)\nc = Sub(b, a)\ny = Div(c, s)`, 'matmul add');
  });

  it('stay where there are more weights than results', () => {
    const wide = `input x: float32[1,64]\nconstant w: float32[64,6] = random 1 0.5 0 parameter\n${channels('s', 2)}\n${channels('b', 3)}`;
    check(`${wide}\na = MatMul(x, w)\nc = Mul(a, s)\ny = Add(c, b)`, 'matmul mul add');
    check(`${wide}\na = MatMul(x, w)\nc = Add(a, b)\nd = Mul(c, s)\ny = Add(d, b)`, 'matmul mul add');
  });

  it('stay where a result has another reader, or they do not go by channels', () => {
    check(
      `${image}\n${channels('s', 2).replace('[6]', '[6,1,1]')}\nc = Conv(x, w)\nm = Mul(c, s)\ny = Add(m, c)`,
      'conv mul add',
    );
    check(`${image}\n${channels('s', 2, 7)}\nc = Conv(x, w)\ny = Mul(c, s)`, 'conv mul');
  });

  it('are joined on both sides of what is no scale', () => {
    const constants =
      'constant three: float32[1] = data 3 shape\nconstant zero: float32[1] = data 0 shape\nconstant six: float32[1] = data 6 shape';
    const swish = 'a = Add(c, three)\nl = Max(a, zero)\nh = Min(l, six)\np = Mul(c, h)\nd = Div(p, six)';
    check(
      `input c: float32[2,6,3,3]\n${constants}\n${swish}\ny = ${normalised.replace('(c', '(d')}`.replace(
        '\na',
        `\n${statistics}\na`,
      ),
      'elementwise add max min mul mul add',
    );
  });

  it('are not joined over a number so large that rounding is meant', () => {
    const magic = 'input x: float32[7]\nconstant k: float32[1] = data 12582912 shape\na = Add(x, k)\ny = Sub(a, k)';
    check(magic, 'elementwise add sub');
  });

  it('are left alone where bits must stay', () => {
    const text = `graph "g" opset 20\n${image}\n${statistics}\nc = Conv(x, w)\ny = ${normalised}\noutput y\n`;
    const { kernels } = optimise(lowerGraph(parseGraph(text)).program!, { exact: true });
    assert.equal(functionsOf(kernels.at(-1)!), 'conv mul add');
  });
});
