// Small valid models to start from: random graphs of all ops, the families, control flow and quantised products.
import { countGraph } from '@edgewright/core/graph/count.js';
import type { Attribute, Constant, Node, OpenGraph, Subgraph, TensorType } from '@edgewright/core/graph/graph.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { type Tensor, tensorOf } from '@edgewright/core/graph/tensor.js';
import { families } from '@edgewright/core/models/families.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import type { OnnxModel } from '@edgewright/core/onnx/messages.js';
import { type AnyGraph, encodeModel } from '@edgewright/core/onnx/write.js';
import type { Random } from '@edgewright/core/random.js';
import fc from 'fast-check';
import { randomGraph } from '../graph/fuzz.ts';
import { type GeneratedName, smallParameters } from '../models/arbitrary.ts';

export function seedModel(random: Random): OnnxModel {
  const written =
    random.below(4) === 0
      ? fixed[random.below(fixed.length)]!
      : randomGraph(random, 1 + random.below(4), typesOf).graph;
  return decodeModel(encodeModel(written));
}

function typesOf(graph: OpenGraph) {
  const { program, types, unsupported } = lowerGraph(graph);
  return program === undefined || unsupported.length > 0 ? undefined : types;
}

const float = (...shape: number[]): TensorType => ({ type: 'float32', shape });
const int = (value: number): Attribute => ({ kind: 'int', value });

function node(op: string, inputs: string, outputs: string, attributes: Node['attributes'] = {}): Node {
  const names = (list: string): readonly string[] => list.split(' ').map((name) => (name === '-' ? '' : name));
  return { name: outputs, op, inputs: names(inputs), outputs: names(outputs), attributes };
}

function constant(name: string, { type, shape, data }: Tensor): Constant {
  return { name, type: { type, shape }, content: { kind: 'data', data }, counts: 'shape' };
}

function subgraph(inputs: readonly string[], outputs: readonly string[], nodes: readonly Node[]): Attribute {
  const value: Subgraph = { name: 'body', inputs, outputs, nodes, constants: [] };
  return { kind: 'graph', value };
}

function graphOf(
  inputs: Readonly<Record<string, TensorType>>,
  constants: readonly Constant[],
  ...nodes: Node[]
): OpenGraph {
  return {
    name: 'seed',
    opset: 18,
    inputs: Object.entries(inputs).map(([name, type]) => ({ name, type, below: undefined })),
    outputs: nodes.at(-1)!.outputs.map((name) => ({ name })),
    nodes,
    constants,
    values: new Map(),
  };
}

const count = (name: string, value: number) => constant(name, tensorOf('int64', [], [value]));
const sizes = (name: string, ...values: number[]) => constant(name, tensorOf('int64', [values.length], values));
const adds = [node('Add', 's x', 't'), node('Identity', 't', 'u'), node('Identity', 'c', 'd')];
const loop = subgraph(['i', 'c', 's'], ['d', 't', 'u'], adds);

const control: readonly OpenGraph[] = [
  graphOf(
    { x: float(2) },
    [count('n', 3), constant('go', tensorOf('bool', [], [1]))],
    node('Loop', 'n go x', 'y z', { body: loop }),
  ),
  graphOf(
    { x: float(2), n: { type: 'int64', shape: [] } },
    [],
    node('Loop', 'n - x', 'y', { body: subgraph(['i', 'c', 's'], ['d', 't'], adds) }),
  ),
  graphOf(
    { x: float(2), go: { type: 'bool', shape: [] } },
    [],
    node('If', 'go', 'y', {
      then_branch: subgraph([], ['a'], [node('Neg', 'x', 'a')]),
      else_branch: subgraph([], ['b'], [node('Abs', 'x', 'b')]),
    }),
  ),
  graphOf(
    { s: float(2), x: float(4, 2) },
    [],
    node('Scan', 's x', 'y z', {
      num_scan_inputs: int(1),
      body: subgraph(['a', 'b'], ['c', 'd'], [node('Add', 'a b', 'c'), node('Mul', 'a b', 'd')]),
    }),
  ),
  graphOf(
    { x: float(1, 2, 5, 5) },
    [
      constant(
        'w',
        tensorOf(
          'int8',
          [3, 2, 3, 3],
          Array.from({ length: 54 }, (_, at) => at - 27),
        ),
      ),
      constant('scale', tensorOf('float32', [], [0.1])),
      constant('zero', tensorOf('uint8', [], [3])),
      constant('even', tensorOf('int8', [], [0])),
    ],
    node('QuantizeLinear', 'x scale zero', 'q'),
    node('QLinearConv', 'q scale zero w scale even scale zero', 'p', { pads: { kind: 'ints', value: [1, 1, 1, 1] } }),
    node('DequantizeLinear', 'p scale zero', 'y'),
  ),
  graphOf(
    { x: float(2, 6) },
    [sizes('s', 3, 4)],
    node('Reshape', 'x s', 'a'),
    node('Shape', 'a', 'b'),
    node('ConstantOfShape', 'b', 'd'),
    node('Add', 'a d', 'y'),
  ),
  graphOf(
    { x: float(2, 3) },
    [sizes('s', 2, 2)],
    node('Tile', 'x s', 'a'),
    node('Expand', 'a s', 'b'),
    node('ReduceSum', 'b', 'y'),
  ),
  graphOf(
    { x: float(1) },
    [count('a', 0), count('b', 9), count('d', 2)],
    node('Range', 'a b d', 'r'),
    node('Cast', 'r', 'f', { to: int(1) }),
    node('Mul', 'f x', 'y'),
  ),
  graphOf(
    { x: float(1, 1, 4, 4) },
    [sizes('s', 1, 1, 8, 8), constant('none', tensorOf('float32', [0], []))],
    node('Resize', 'x none none s', 'y'),
  ),
  graphOf({}, [count('n', 8)], node('HannWindow', 'n', 'a'), node('Unsqueeze', 'a one', 'y')),
  graphOf({ x: float(1, 8, 1) }, [count('n', 8)], node('DFT', 'x n', 'y')),
  graphOf(
    { x: float(3, 2, 4) },
    [
      constant('w', tensorOf('float32', [1, 12, 4], new Array<number>(48).fill(0.1))),
      constant('r', tensorOf('float32', [1, 12, 3], new Array<number>(36).fill(0.1))),
    ],
    node('LSTM', 'x w r', 'y h c', { hidden_size: int(3) }),
  ),
];

const samples = (Object.keys(smallParameters) as GeneratedName[]).flatMap((name) =>
  fc
    .sample(smallParameters[name] as (typeof smallParameters)['fc'], { seed: 3, numRuns: 4 })
    .map((parameters) => families[name].build(parameters as never, 'float32', 1))
    .filter((graph) => countGraph(graph).cost.macs < 1e6),
);

const fixed: readonly AnyGraph[] = [...control, ...samples];
