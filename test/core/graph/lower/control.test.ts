import assert from 'node:assert/strict';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import { numbersOf, type Tensor, tensorOf } from '@edgewright/core/graph/tensor.js';
import { parseGraph } from '@edgewright/core/graph/text.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import type { OnnxGraph } from '@edgewright/core/onnx/messages.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node';

const bool = (value: number): Tensor => tensorOf('bool', [], [value]);
const count = (value: number): Tensor => tensorOf('int64', [], [BigInt(value)]);
const vector = (...values: number[]): Tensor => tensorOf('float32', [values.length], values);

/** Compiles, runs before and after the passes and in onnxruntime; gives the kinds of kernels and the outputs. */
async function check(
  text: string,
  ...inputs: readonly Tensor[]
): Promise<{ kinds: readonly string[]; outputs: readonly (readonly number[])[] }> {
  const graph = parseGraph(text.replaceAll(/\n\s+/g, '\n'));
  const { program, unsupported, types } = lowerGraph(graph);
  assert.deepEqual(unsupported, []);
  const made = interpret(program!, inputs);
  assert.deepEqual(interpret(optimise(program!), inputs), made);
  const outputs = graph.outputs.map(({ name }) => ({ name, type: types.get(name)! }));
  const session = await InferenceSession.create(withTypes(encodeModel({ ...graph, outputs })), { logSeverityLevel: 4 });
  const feeds = graph.inputs.map(
    ({ name, type }, at) =>
      [name, new OrtTensor(type.type as 'float32', inputs[at]!.data as Float32Array, type.shape)] as const,
  );
  const expected = await session.run(Object.fromEntries(feeds));
  for (const [at, { name }] of outputs.entries()) {
    assert.deepEqual(made[at]!.shape, expected[name]!.dims);
    const values = Array.from(expected[name]!.data as Float32Array, Number);
    for (const [index, value] of numbersOf(made[at]!).entries())
      assert.ok(Math.abs(value - values[index]!) < 1e-5, `${name} ${numbersOf(made[at]!)} for ${values}`);
  }
  return { kinds: program!.kernels.map(({ kind }) => kind), outputs: made.map(numbersOf) };
}

/** onnxruntime wants the types of what a loop's body is given; a graph leaves them to the op. */
function withTypes(bytes: Uint8Array): Uint8Array {
  const model = decodeModel(bytes);
  return encodeMessage('Model', { ...model, graph: typed(model.graph!) });
}

function typed(graph: OnnxGraph): OnnxGraph {
  const node = (graph.node ?? []).map((node) => ({
    ...node,
    attribute: node.attribute?.map((attribute) => {
      if (attribute.g === undefined) return attribute;
      const input = (attribute.g.input ?? []).map(({ name }, at) => {
        const elemType = at === 0 ? 7 : at === 1 ? 9 : 1;
        return { name, type: { tensorType: at < 2 ? { elemType, shape: {} } : { elemType } } };
      });
      const inner = typed(attribute.g);
      return { ...attribute, g: node.opType === 'Loop' ? { ...inner, input } : inner };
    }),
  }));
  return { ...graph, node };
}

const choice = `graph "g" opset 17
  input c: bool[]
  input x: float32[3]
  k = Neg(x)
  y = If(c) {then_branch: graph; else_branch: graph}
    graph "yes"
    a = Add(x, k)
    output a
    end
    graph "no"
    constant two: float32[] = data 2 shape
    b = Mul(k, two)
    output b
    end
  output y
`;

const looping = (inputs: string, call: string, outputs: string): string => `graph "g" opset 17
  ${inputs}
  constant limit: float32[] = data 50 shape
  ${outputs} = ${call} {body: graph}
    graph "body"
    input i
    input c
    input s
    t = Add(s, x)
    sum = ReduceSum(t) {keepdims: int 0}
    going = Less(sum, limit)
    output going
    output t
    output sum
    end
  ${outputs
    .split(', ')
    .map((name) => `output ${name}`)
    .join('\n')}
`;

describe('a branch', () => {
  it('takes the one that the condition says, with values from around it', async () => {
    assert.deepEqual(await check(choice, bool(1), vector(1, 2, 3)), {
      kinds: ['elementwise', 'if'],
      outputs: [[0, 0, 0]],
    });
    assert.deepEqual((await check(choice, bool(0), vector(1, 2, 3))).outputs, [[-2, -4, -6]]);
  });

  it('is gone where the condition is known', async () => {
    const known = choice.replace('input c: bool[]', 'constant c: bool[] = data 0 shape');
    assert.deepEqual(await check(known, vector(1, 2, 3)), {
      kinds: ['elementwise', 'elementwise'],
      outputs: [[-2, -4, -6]],
    });
  });

  it('of two shapes is left to another runtime', () => {
    const uneven = choice.replace('a = Add(x, k)', 'a = Concat(x, k) {axis: int 0}');
    assert.match(lowerGraph(parseGraph(uneven)).unsupported[0]!.reason, /its branches give/);
  });
});

describe('a loop', () => {
  it('runs as often as an input says, or until its condition fails', async () => {
    const text = looping('input n: int64[]\ninput g: bool[]\ninput x: float32[2]', 'Loop(n, g, x)', 'y, z')
      .replace('output z', '')
      .replace('output sum\n', '')
      .replace('y, z', 'y');
    assert.deepEqual((await check(text, count(3), bool(1), vector(1, 2))).outputs, [[4, 8]]);
    assert.deepEqual((await check(text, count(100), bool(1), vector(1, 2))).outputs, [[17, 34]]);
    assert.deepEqual((await check(text, count(0), bool(1), vector(1, 2))).outputs, [[1, 2]]);
    assert.deepEqual((await check(text, count(5), bool(0), vector(1, 2))).outputs, [[1, 2]]);
  });

  it('stacks slices where the number of iterations is known', async () => {
    const text = looping('input x: float32[2]\nconstant n: int64[] = data 3 shape', 'Loop(n, _, x)', 'y, z').replace(
      'output going',
      'output c',
    );
    const { kinds, outputs } = await check(text, vector(1, 2));
    assert.deepEqual(outputs, [
      [4, 8],
      [6, 9, 12],
    ]);
    assert.ok(kinds.includes('loop'));
  });

  it('whose slices are of an unknown number is left to another runtime', () => {
    const text = looping('input n: int64[]\ninput x: float32[2]', 'Loop(n, _, x)', 'y, z');
    assert.match(lowerGraph(parseGraph(text)).unsupported[0]!.reason, /how often it runs depends on data/);
  });

  it('whose state grows is unrolled', async () => {
    const { kinds, outputs } = await check(
      `graph "g" opset 17
      input x: float32[2]
      constant n: int64[] = data 3 shape
      y = Loop(n, _, x) {body: graph}
        graph "body"
        input i
        input c
        input s
        f = Cast(i) {to: int 1}
        m = Mul(x, f)
        t = Concat(s, m) {axis: int 0}
        output c
        output t
        end
      output y
      `,
      vector(1, 2),
    );
    assert.deepEqual(outputs, [[1, 2, 0, 0, 1, 2, 2, 4]]);
    assert.ok(!kinds.includes('loop'));
  });

  it('has branches and loops inside, which reach through', async () => {
    const { outputs } = await check(
      `graph "g" opset 17
      input x: float32[2]
      input n: int64[]
      constant m: int64[] = data 2 shape
      constant one: int64[] = data 1 shape
      y = Loop(n, _, x) {body: graph}
        graph "outer"
        input i
        input c
        input s
        odd = Mod(i, m)
        isOdd = Equal(odd, one)
        t = If(isOdd) {then_branch: graph; else_branch: graph}
          graph "yes"
          u = Loop(m, _, s) {body: graph}
            graph "inner"
            input j
            input d
            input v
            w = Add(v, x)
            output d
            output w
            end
          output u
          end
          graph "no"
          q = Neg(s)
          output q
          end
        output c
        output t
        end
      output y
      `,
      vector(1, 2),
      count(4),
    );
    // -x, -x + 2x, -x, -x + 2x.
    assert.deepEqual(outputs, [[1, 2]]);
  });
});

describe('a scan', () => {
  it('goes along any axis in any direction', async () => {
    const text = (attributes: string): string => `graph "g" opset 17
      input s: float32[2]
      input x: float32[2,3]
      y, z = Scan(s, x) {num_scan_inputs: int 1; body: graph; ${attributes}}
        graph "body"
        input a
        input b
        c = Add(a, b)
        d = Mul(c, b)
        output c
        output d
        end
      output y
      output z
    `;
    const x = tensorOf('float32', [2, 3], [1, 2, 3, 4, 5, 6]);
    const forward = await check(text('scan_input_axes: ints [1]'), vector(0, 0), x);
    assert.deepEqual(forward.outputs, [
      [6, 15],
      [1, 16, 6, 45, 18, 90],
    ]);
    for (const direction of [0, 1]) {
      for (const axis of [0, 1]) {
        const attributes = `scan_input_axes: ints [-1]; scan_input_directions: ints [${direction}]; scan_output_axes: ints [${axis}]; scan_output_directions: ints [${1 - direction}]`;
        await check(text(attributes), vector(1, 2), x);
      }
    }
  });
});
