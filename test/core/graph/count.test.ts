import assert from 'node:assert/strict';
import { countGraph } from '@edgewright/core/graph/count.js';
import type { Constant, Graph, Node, TensorType } from '@edgewright/core/graph/graph.js';

const float = (...shape: number[]): TensorType => ({ type: 'float32', shape });
const node = (op: string, inputs: string[], output: string): Node => ({
  name: output,
  op,
  inputs,
  outputs: [output],
  attributes: {},
});
const weight = (name: string, type: TensorType): Constant => ({
  name,
  type,
  content: { kind: 'random', seed: 1, scale: 1, center: 0 },
  counts: 'parameter',
});

function graph(parts: {
  readonly input: TensorType;
  readonly nodes: readonly Node[];
  readonly values: Readonly<Record<string, TensorType>>;
  readonly outputs: readonly string[];
  readonly constants?: readonly Constant[];
}): Graph {
  const { input, nodes, values, outputs, constants = [] } = parts;
  return {
    name: 'test',
    opset: 17,
    inputs: [{ name: 'x', type: input, below: undefined }],
    outputs: outputs.map((name) => ({ name, type: values[name]! })),
    nodes,
    constants,
    values: new Map(Object.entries(values)),
  };
}

describe('counting a graph', () => {
  it('holds a value until its last reader, and an output to the end', () => {
    // x 400 B; a 400; b 40; c 40. x lives until c, a is an output.
    const { cost } = countGraph(
      graph({
        input: float(100),
        nodes: [node('Relu', ['x'], 'a'), node('ReduceMax', ['x'], 'b'), node('Neg', ['b'], 'c')],
        values: { a: float(100), b: float(10), c: float(10) },
        outputs: ['a', 'c'],
      }),
    );
    assert.equal(cost.activationBytes, 400 + 400 + 40);
    assert.equal(cost.trafficBytes, 400 + 400 + (400 + 40) + (40 + 40));
    assert.equal(cost.flops, 100 + 100 + 10);
  });

  it('takes a view for the value that it is of', () => {
    const { cost } = countGraph(
      graph({
        input: float(10, 10),
        nodes: [node('Flatten', ['x'], 'flat'), node('Relu', ['flat'], 'y'), node('Add', ['y', 'x'], 'z')],
        values: { flat: float(10, 10), y: float(10, 10), z: float(10, 10) },
        outputs: ['z'],
      }),
    );
    assert.equal(cost.activationBytes, 1200);
    assert.equal(cost.trafficBytes, 800 + 1200);
  });

  it('counts a value that is never read while it is written', () => {
    const { cost } = countGraph(
      graph({
        input: float(10),
        nodes: [node('Relu', ['x'], 'unread'), node('Neg', ['x'], 'y')],
        values: { unread: float(10), y: float(10) },
        outputs: ['y'],
      }),
    );
    assert.equal(cost.activationBytes, 80);
  });

  it('reads of a table the rows that are looked up, and all of it where it is also multiplied', () => {
    const table = weight('table', float(50, 4));
    const lookup = [node('Gather', ['table', 'x'], 'rows')];
    const ids: TensorType = { type: 'int64', shape: [3] };
    const values = { rows: float(3, 4), y: float(3, 4) };
    const alone = countGraph(graph({ input: ids, nodes: lookup, values, outputs: ['rows'], constants: [table] })).cost;
    assert.equal(alone.weightBytes, 800);
    assert.equal(alone.trafficBytes, 24 + 48 + 48);
    const nodes = [...lookup, node('Mul', ['rows', 'table'], 'y')];
    const both = countGraph(graph({ input: ids, nodes, values, outputs: ['y'], constants: [table] })).cost;
    assert.equal(both.trafficBytes, 24 + 48 + 48 + 800 + 48 + 48);
  });

  it('counts the operations of a node by hand', () => {
    const cases: readonly [string, TensorType, readonly Constant[], TensorType, number, number][] = [
      // 2 x 5 x 4 x 4 outputs of 3 x 3 x 3, and a bias.
      [
        'Conv',
        float(2, 3, 6, 6),
        [weight('w', float(5, 3, 3, 3)), weight('b', float(5))],
        float(2, 5, 4, 4),
        160 * 27,
        160,
      ],
      ['ConvTranspose', float(1, 2, 3, 3), [weight('w', float(2, 4, 2, 2))], float(1, 4, 4, 4), 18 * 16, 0],
      ['MatMul', float(2, 3, 4), [weight('w', float(4, 5))], float(2, 3, 5), 30 * 4, 0],
      ['Softmax', float(2, 3), [], float(2, 3), 0, 30],
      ['Sum', float(10), [weight('a', float(10)), weight('b', float(10))], float(10), 0, 20],
      [
        'LSTM',
        float(6, 2, 3),
        [weight('w', float(1, 16, 3)), weight('r', float(1, 16, 4))],
        float(6, 1, 2, 4),
        12 * (48 + 64),
        12 * 4 * 21,
      ],
    ];
    for (const [op, input, constants, output, macs, elementwise] of cases) {
      const nodes = [node(op, ['x', ...constants.map(({ name }) => name)], 'y')];
      const { cost } = countGraph(graph({ input, nodes, values: { y: output }, outputs: ['y'], constants }));
      assert.deepEqual([op, cost.macs, cost.flops], [op, macs, 2 * macs + elementwise]);
    }
  });
});
