import assert from 'node:assert/strict';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { type OptimiseOptions, optimise } from '@edgewright/core/graph/passes/passes.js';
import { printProgram } from '@edgewright/core/graph/program/print.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import { verifyProgram } from '@edgewright/core/graph/program/verify.js';
import { parseGraph } from '@edgewright/core/graph/text.js';
import { seededRandom } from '@edgewright/core/random.js';
import { randomTensor } from '../fuzz.ts';

/** Lowers the nodes on inputs, runs before and after the passes, and gives the kinds of the kernels. */
function kinds(lines: string, options: OptimiseOptions = {}): readonly string[] {
  const program = lowerGraph(parseGraph(`graph "g" opset 20\n${lines}\noutput y\n`)).program!;
  const random = seededRandom(1);
  const inputs = program.inputs.map(({ tensor }) =>
    randomTensor(random, program.tensors[tensor]!.shape, program.tensors[tensor]!.type),
  );
  const optimised = optimise(program, options);
  assert.deepEqual(interpret(optimised, inputs), interpret(program, inputs));
  return optimised.kernels.map((kernel) =>
    kernel.kind === 'elementwise' ? `elementwise ${kernel.body.map(({ fn }) => fn).join(' ')}` : kernel.kind,
  );
}

const image = 'input x: float32[1,4,6,6]\nconstant w: float32[8,4,3,3] = random 1 0.5 0 parameter';

describe('the passes', () => {
  it('fuse chains of element-wise kernels', () => {
    const lines = 'input x: float32[2,3]\na = Add(x, x)\nb = Neg(a)\ny = Exp(b)';
    assert.deepEqual(kinds(lines), ['elementwise add neg exp']);
    assert.deepEqual(kinds(lines, { fuse: false }), ['elementwise add', 'elementwise neg', 'elementwise exp']);
  });

  it('do not compute twice what two kernels read', () => {
    const lines = 'input x: float32[2,3]\na = Exp(x)\nb = ReduceSum(a) {keepdims: int 1}\ny = Div(a, b)';
    assert.deepEqual(kinds(lines), ['elementwise exp', 'reduce', 'elementwise div']);
  });

  it('fuse what a kernel reads twice', () => {
    assert.deepEqual(kinds('input x: float32[2,3]\na = Neg(x)\ny = Mul(a, a)'), ['elementwise neg mul']);
  });

  it('make an epilogue of what follows a product, a convolution or a reduction', () => {
    const matmul =
      'input x: float32[5,4]\nconstant w: float32[4,3] = random 1 0.5 0 parameter\nconstant b: float32[3] = random 2 0.5 0 parameter\nm = MatMul(x, w)\na = Add(m, b)\ny = Relu(a)';
    assert.deepEqual(kinds(matmul), ['matmul']);
    const conv = `${image}\nconstant s: float32[8,1,1] = random 3 0.5 0 parameter\nc = Conv(x, w) {kernel_shape: ints [3 3]}\nm = Mul(c, s)\ny = Relu(m)`;
    assert.deepEqual(kinds(conv), ['conv']);
    assert.deepEqual(kinds('input x: float32[5,4]\nr = ReduceL2(x) {keepdims: int 0}\ny = Neg(r)'), ['reduce']);
  });

  it('add a branch in the epilogue where its value is there before', () => {
    const lines = `${image}\ninput z: float32[1,8,4,4]\nc = Conv(x, w) {kernel_shape: ints [3 3]}\na = Add(c, z)\ny = Relu(a)`;
    assert.deepEqual(kinds(lines), ['conv']);
  });

  it('fold constants, and fold no more than is worth it', () => {
    const lines = 'input x: float32[3]\nconstant c: float32[3] = data 1 2 3 shape\na = Exp(c)\ny = Add(x, a)';
    assert.deepEqual(kinds(lines), ['elementwise add']);
    assert.deepEqual(kinds(lines, { fold: false, fuse: false }), ['elementwise exp', 'elementwise add']);
    const large =
      'input x: float32[1]\nconstant c: float32[1] = data 1 shape\nconstant s: int64[1] = data 100000 shape\na = Expand(c, s)\nb = Exp(a)\ny = Add(b, x)';
    assert.ok(kinds(large).length >= 1);
  });

  it('read weights through what rearranges them, without a copy', () => {
    const lines = `input x: float32[4,200]
constant w: float32[300,200] = random 1 0.5 0 parameter
t = Transpose(w)
y = MatMul(x, t)`;
    assert.deepEqual(kinds(lines), ['matmul']);
    assert.deepEqual(kinds(lines, { vertical: false }), ['matmul']);
    const constants = (options: OptimiseOptions): readonly string[] =>
      optimise(lowerGraph(parseGraph(`graph "g" opset 20\n${lines}\noutput y\n`)).program!, options).tensors.flatMap(
        ({ constant }) => (constant === undefined ? [] : [constant.kind]),
      );
    assert.deepEqual(constants({}), ['random']);
    assert.deepEqual(constants({ vertical: false }), ['data']);
  });

  it('keep large constants of one value as that value', () => {
    const lines = `input x: float32[1,300]
constant size: int64[2] = data 300 300 shape
constant turned: int64[2] = data 90000 1 shape
constant back: int64[2] = data 300 300 shape
f = ConstantOfShape(size) {value: tensor float32[1] data 0.5}
r = Reshape(f, turned)
w = Reshape(r, back)
y = MatMul(x, w)`;
    assert.deepEqual(kinds(lines), ['matmul']);
    const { tensors } = optimise(lowerGraph(parseGraph(`graph "g" opset 20\n${lines}\noutput y\n`)).program!);
    assert.deepEqual(
      tensors.flatMap(({ constant }) => (constant === undefined ? [] : [constant])),
      [{ kind: 'fill', value: 0.5 }],
    );
  });

  it('keep one of equal kernels and equal rasters', () => {
    const lines =
      'input x: float32[2,3]\na = Exp(x)\nb = Exp(x)\nr = ReduceMax(a) {keepdims: int 1}\ns = ReduceMax(b) {keepdims: int 1}\nu = Add(a, r)\nv = Sub(b, s)\ny = Concat(u, v) {axis: int 0}';
    const count = (kind: string, options?: OptimiseOptions): number =>
      kinds(lines, options).filter((found) => found.startsWith(kind)).length;
    assert.equal(count('reduce'), 1);
    assert.equal(count('reduce', { common: false }), 2);
  });

  it('print the program after each pass', () => {
    const program = lowerGraph(
      parseGraph('graph "g" opset 20\ninput x: float32[2]\na = Neg(x)\ny = Exp(a)\noutput y\n'),
    ).program!;
    const seen: string[] = [];
    optimise(program, { trace: (pass, text) => seen.push(`${pass}: ${text.split('\n').length}`) });
    assert.equal(seen[0], 'lowered: 5');
    assert.equal(seen.at(-1), 'dead: 4');
    const [last] = printProgram(optimise(program)).match(/%\d.*elementwise.*/) ?? [];
    assert.equal(last, '%1 float32[2] = elementwise %0(2:1) r1=neg(r0) r2=exp(r1)');
  });

  it('go into branches and loops', () => {
    const program = lowerGraph(
      parseGraph(`graph "g" opset 20
        input x: float32[2]
        input n: int64[]
        y = Loop(n, _, x) {body: graph}
          graph "body"
          input i
          input c
          input s
          a = Neg(s)
          t = Exp(a)
          output c
          output t
          end
        output y
      `),
    ).program!;
    const [loop] = optimise(program).kernels;
    assert.ok(loop?.kind === 'loop');
    assert.equal(loop.body.kernels.length, 1);
  });
});

describe('the verifier', () => {
  const good = lowerGraph(
    parseGraph('graph "g" opset 20\ninput x: float32[2,3]\na = Transpose(x)\ny = Relu(a)\noutput y\n'),
  ).program!;

  it('finds what passes may break', () => {
    verifyProgram(good);
    const [raster, elementwise] = good.kernels as [
      Extract<Program['kernels'][number], { kind: 'raster' }>,
      Extract<Program['kernels'][number], { kind: 'elementwise' }>,
    ];
    const broken: readonly (readonly [RegExp, Program])[] = [
      [/not made/, { ...good, kernels: [elementwise, raster] }],
      [/made twice/, { ...good, kernels: [raster, raster, elementwise] }],
      [/is not made/, { ...good, kernels: [raster] }],
      [
        /reaches elements/,
        {
          ...good,
          kernels: [
            {
              ...raster,
              regions: raster.regions.map(({ source, destination }) => ({
                source: { ...source, offset: 1 },
                destination,
              })),
            },
            elementwise,
          ],
        },
      ],
      [
        /reaches elements/,
        {
          ...good,
          kernels: [
            {
              ...raster,
              regions: raster.regions.map(({ source, destination }) => ({
                source,
                destination: { ...destination, offset: -1 },
              })),
            },
            elementwise,
          ],
        },
      ],
      [
        /reads register/,
        { ...good, kernels: [raster, { ...elementwise, body: [{ fn: 'neg', type: 'float32', arguments: [7] }] }] },
      ],
      [
        /gives float64/,
        { ...good, kernels: [raster, { ...elementwise, body: [{ fn: 'neg', type: 'float64', arguments: [0] }] }] },
      ],
      [
        /for an output/,
        {
          ...good,
          tensors: good.tensors.map((tensor, id) => (id === elementwise.output ? { ...tensor, shape: [5] } : tensor)),
        },
      ],
    ];
    for (const [message, program] of broken) assert.throws(() => verifyProgram(program), message);
  });
});
