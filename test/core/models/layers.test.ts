import assert from 'node:assert/strict';
import { countGraph } from '@edgewright/core/graph/count.js';
import { families, familyOf } from '@edgewright/core/models/families.js';
import { layersOf, repeatsOf, sumOf } from '@edgewright/core/models/layers.js';
import { inspectOnnx } from '@edgewright/core/models/onnx.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import fc from 'fast-check';
import { type GeneratedName, smallParameters } from './arbitrary.ts';

describe('layers', function () {
  this.timeout(60_000);
  for (const name of Object.keys(families) as GeneratedName[]) {
    it(`of ${name} sum up to its cost in closed form, and so do those of its file`, () => {
      fc.assert(
        fc.property(smallParameters[name], fc.constantFrom('float32', 'float16'), (parameters, precision) => {
          const { parameters: count, macs, weightBytes } = families[name].cost(parameters, precision);
          const graph = families[name].build(parameters, precision, 1);
          const file = inspectOnnx(encodeModel(graph), '').graphOf({});
          for (const layers of [layersOf(graph), layersOf(file)]) {
            const total = sumOf(layers);
            assert.deepEqual([total.parameters, total.macs, total.weightBytes], [count, macs, weightBytes]);
            for (const layer of layers) assert.deepEqual({ ...layer, ...sumOf(layer.nodes) }, layer);
          }
        }),
        { numRuns: 40 },
      );
    });
  }

  const shape = (name: GeneratedName, parameters: Readonly<Record<string, number | string | number[]>>) =>
    repeatsOf(layersOf(familyOf(name).build(parameters, 'float32', 1))).map(({ layers }) =>
      layers.length === 1 ? layers[0]!.name : `${layers[0]!.name} x ${layers.length}`,
    );

  it('stand together where they repeat', () => {
    const image = { image: 32, channels: 3, output: 10, batch: 1 };
    const base = { hidden: 8, heads: 2, feedforward: 16, length: 4, positions: 8, vocab: 16, batch: 1 };
    assert.deepEqual(shape('fc', { layers: 6, nodes: 8, input: 4, output: 2, batch: 1 }), [
      'layer1',
      'layer2 x 5',
      'output',
    ]);
    assert.deepEqual(shape('transformer', { kind: 'decoder', layers: 12, ...base }).slice(0, 3), [
      'tokens',
      'positions',
      'layer1 x 12',
    ]);
    assert.deepEqual(shape('cnn', { block: 'residual', blocks: [3, 2], filters: 4, ...image }), [
      'stem',
      'group1.block1',
      'group1.block2 x 2',
      'group2.block1',
      'group2.block2',
      'pool',
      'flatten',
      'output',
    ]);
  });

  it('of a file are named by the parts of its path, and what no node reads is not lost', () => {
    const node = (name: string, inputs: readonly string[]) => ({
      name,
      op: 'Add',
      inputs,
      outputs: [`${name}.out`],
      attributes: {},
    });
    const type = { type: 'float32', shape: [2, 3] } as const;
    const constant = (name: string) => ({ name, type, content: { kind: 'stored' }, counts: 'parameter' }) as const;
    const nodes = [
      node('/a/a.0/conv/Add', ['x', 'w']),
      node('/a/a.0/Add', ['x', 'w']),
      node('/b/Add', ['x', 'x']),
      node('', ['x', 'x']),
    ];
    const graph = {
      name: 'made',
      opset: 17,
      inputs: [{ name: 'x', type, below: undefined }],
      outputs: [],
      nodes,
      constants: [constant('w'), constant('spare')],
      values: new Map(nodes.map(({ outputs: [name] }) => [name!, type])),
    };
    const layers = layersOf(graph);
    assert.deepEqual(
      layers.map(({ name, nodes, weightBytes }) => [name, nodes.length, weightBytes]),
      [
        ['a/a.0', 2, 24],
        ['b', 1, 0],
        ['Add 4', 1, 0],
        ['read by no node', 0, 24],
      ],
    );
    assert.equal(sumOf(layers).weightBytes, countGraph(graph).cost.weightBytes);
  });
});
