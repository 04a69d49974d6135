import assert from 'node:assert/strict';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import { numbersOf, type Tensor, tensorOf } from '@edgewright/core/graph/tensor.js';
import { parseGraph } from '@edgewright/core/graph/text.js';

/** Runs the nodes on inputs, before and after the passes. */
function run(lines: string, ...inputs: readonly Tensor[]): readonly (readonly number[])[] {
  const { program, unsupported } = lowerGraph(parseGraph(`graph "g" opset 20\n${lines.replaceAll(/\n\s+/g, '\n')}\n`));
  assert.deepEqual(unsupported, []);
  const made = interpret(program!, inputs);
  assert.deepEqual(interpret(optimise(program!), inputs), made);
  return made.map(numbersOf);
}

/** Ops and forms that no test case of ONNX here has; the numbers are those of its documentation. */
describe('an op', () => {
  it('MaxUnpool lays what was pooled into a larger output', () => {
    const lines = `input x: float32[1,1,2,2]
      input i: int64[1,1,2,2]
      constant s: int64[4] = data 1 1 5 5 shape
      y = MaxUnpool(x, i, s) {kernel_shape: ints [2 2]; strides: ints [2 2]}
      output y`;
    const [made] = run(
      lines,
      tensorOf('float32', [1, 1, 2, 2], [5, 6, 7, 8]),
      tensorOf('int64', [1, 1, 2, 2], [5, 7, 13, 15].map(BigInt)),
    );
    assert.deepEqual(made!.slice(0, 10), [0, 0, 0, 0, 0, 0, 5, 0, 6, 0]);
    assert.deepEqual(made!.slice(15, 20), [0, 7, 0, 8, 0]);
  });

  it('QLinearConv convolves bytes', () => {
    const lines = `input x: uint8[1,1,2,2]
      constant xs: float32[] = data 0.5 shape
      constant xz: uint8[] = data 2 shape
      constant w: uint8[1,1,1,1] = data 3 parameter
      constant ws: float32[] = data 0.25 shape
      constant wz: uint8[] = data 1 shape
      constant ys: float32[] = data 0.125 shape
      constant yz: uint8[] = data 10 shape
      y = QLinearConv(x, xs, xz, w, ws, wz, ys, yz)
      output y`;
    // (x - 2) (3 - 1) 0.125 / 0.125 + 10.
    assert.deepEqual(run(lines, tensorOf('uint8', [1, 1, 2, 2], [0, 2, 10, 200])), [[6, 10, 26, 255]]);
  });

  it('MatMulInteger has zero points a row and a column', () => {
    const lines = `input a: uint8[2,2]
      input b: int8[2,2]
      constant za: uint8[2] = data 1 2 shape
      constant zb: int8[2] = data 0 1 shape
      y = MatMulInteger(a, b, za, zb)
      output y`;
    const made = run(lines, tensorOf('uint8', [2, 2], [1, 2, 3, 4]), tensorOf('int8', [2, 2], [1, 2, 3, 4]));
    assert.deepEqual(made, [[3, 3, 7, 7]]);
  });

  it('Pad of a value that is not known is laid over', () => {
    const lines =
      'input x: float32[2]\ninput v: float32[]\nconstant p: int64[2] = data 1 2 shape\ny = Pad(x, p, v)\noutput y';
    assert.deepEqual(run(lines, tensorOf('float32', [2], [1, 2]), tensorOf('float32', [], [9])), [[9, 1, 2, 9, 9]]);
  });

  it('Resize to the nearest by a whole number is one copy, however large', () => {
    const lines =
      'input x: float32[1,2,40,30]\nconstant s: float32[4] = data 1 1 3 2 shape\ny = Resize(x, "", s)\noutput y';
    const { program } = lowerGraph(parseGraph(`graph "g" opset 20\n${lines}\n`));
    const [kernel] = program!.kernels;
    assert.deepEqual([kernel!.kind, kernel!.kind === 'raster' && kernel.regions.length], ['raster', 1]);
    const x = Array.from({ length: 2400 }, (_, at) => at);
    const expected = Array.from({ length: 14_400 }, (_, at) => {
      const [plane, row, column] = [Math.floor(at / 7200), Math.floor((at % 7200) / 60), at % 60];
      return plane * 1200 + Math.floor(row / 3) * 30 + Math.floor(column / 2);
    });
    assert.deepEqual(run(lines, tensorOf('float32', [1, 2, 40, 30], x)), [expected]);
  });

  it('BatchNormalization in training gives its running statistics', () => {
    const lines = `input x: float32[2,1]
      constant s: float32[1] = data 1 shape
      constant z: float32[1] = data 0 shape
      y, m, v = BatchNormalization(x, s, z, z, s) {training_mode: int 1; momentum: float 0.5; epsilon: float 0}
      output y
      output m
      output v`;
    assert.deepEqual(run(lines, tensorOf('float32', [2, 1], [1, 3])), [[-1, 1], [1], [1]]);
  });

  it('Gather of indices that are data reads them when it runs', () => {
    const lines = 'input x: float32[3,2]\ninput i: int64[2]\ny = Gather(x, i) {axis: int 0}\noutput y';
    assert.deepEqual(run(lines, tensorOf('float32', [3, 2], [1, 2, 3, 4, 5, 6]), tensorOf('int64', [2], [-1n, 0n])), [
      [5, 6, 1, 2],
    ]);
  });

  it('of 64-bit integers is exact', () => {
    const big = 2n ** 62n + 1n;
    const lines =
      'input x: int64[1]\nconstant one: int64[1] = data 1 shape\na = Add(x, one)\ny = Mul(a, one)\noutput y';
    const { program } = lowerGraph(parseGraph(`graph "g" opset 20\n${lines}\n`));
    assert.equal(interpret(program!, [tensorOf('int64', [1], [big])])[0]!.data[0], big + 1n);
  });

  it('of a random constant makes its elements when they are wanted', () => {
    const lines =
      'constant w: float32[1000] = random 3 0.5 0 parameter\ninput x: float32[1000]\ny = Sub(x, w)\noutput y';
    const [made] = run(lines, tensorOf('float32', [1000], new Array<number>(1000).fill(0)));
    assert.ok(made!.every((value) => value !== 0 && Math.abs(value) <= 0.5) && new Set(made).size > 900);
  });

  it('with its values given while compiling has no input left', () => {
    const graph = parseGraph(
      'graph "g" opset 20\ninput x: float32[4]\ninput s: int64[2]\ny = Reshape(x, s)\noutput y\n',
    );
    assert.match(lowerGraph(graph).unsupported[0]!.reason, /data decide its/);
    const { program } = lowerGraph(graph, { values: new Map([['s', tensorOf('int64', [2], [2n, -1n])]]) });
    assert.deepEqual(
      program!.inputs.map(({ name }) => name),
      ['x'],
    );
    assert.deepEqual(program!.tensors[program!.outputs[0]!.tensor]!.shape, [2, 2]);
  });
});
