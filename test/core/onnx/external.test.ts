import assert from 'node:assert/strict';
import {
  besideModel,
  externalLocations,
  pathBeside,
  siblingOf,
  withPlainLocations,
} from '@edgewright/core/onnx/external.js';
import type { OnnxGraph, OnnxTensor } from '@edgewright/core/onnx/messages.js';

const beside = (location: string, name = 'w'): OnnxTensor => ({
  name,
  dataLocation: 1,
  externalData: [
    { key: 'offset', value: '0' },
    { key: 'location', value: location },
  ],
});

describe('weights beside a model', () => {
  it('are found among initializers, in attributes, in graphs within graphs and in functions', () => {
    const inner: OnnxGraph = { initializer: [beside('inner.bin')], node: [] };
    const graph: OnnxGraph = {
      initializer: [beside('a.bin'), beside('a.bin', 'again'), { name: 'here', rawData: new Uint8Array(4) }],
      node: [
        { opType: 'Constant', attribute: [{ name: 'value', t: beside('constant.bin') }] },
        { opType: 'If', attribute: [{ name: 'then_branch', g: inner }] },
      ],
    };
    const called = [{ opType: 'Constant', attribute: [{ name: 'value', t: beside('function.bin') }] }];
    assert.deepEqual(externalLocations({ graph, functions: [{ name: 'f', node: called }] }), [
      'a.bin',
      'constant.bin',
      'inner.bin',
      'function.bin',
    ]);
    assert.deepEqual(externalLocations({}), []);
    const model = { graph, functions: [{ name: 'f', node: called }] };
    assert.equal(withPlainLocations(model), model);
    assert.deepEqual(externalLocations({ graph: { initializer: [{ dataLocation: 1 }] } }), [''], 'one without a name');
  });

  it('are given plain locations wherever they are, where they may be followed', () => {
    const constant = (location: string) => ({
      opType: 'Constant',
      attribute: [{ name: 'value', t: beside(location) }],
    });
    const inner: OnnxGraph = {
      initializer: [beside('./inner.bin'), beside('../up.bin')],
      node: [constant('a//b.bin')],
    };
    const model = {
      producerName: 'exporter',
      graph: { name: 'g', node: [{ opType: 'If', attribute: [{ name: 'then_branch', g: inner }] }] },
      functions: [{ name: 'f', node: [constant('./c.bin')] }],
    };
    const plain = withPlainLocations(model);
    assert.deepEqual(externalLocations(plain), ['inner.bin', '../up.bin', 'a/b.bin', 'c.bin']);
    assert.deepEqual([plain.producerName, plain.graph?.name, plain.functions?.[0]?.name], ['exporter', 'g', 'f']);
    const [tensor] = plain.graph?.node?.[0]?.attribute?.[0]?.g?.initializer ?? [];
    assert.deepEqual(tensor, beside('inner.bin'));
  });

  it('are told of by their paths', () => {
    const files = { 'models/parts/w.bin': 1 };
    assert.equal(besideModel('models/m.onnx', './parts/w.bin', files), 1);
    assert.equal(besideModel('m.onnx', 'parts/w.bin', files), undefined);
    assert.equal(besideModel('models/m.onnx', '../models/parts/w.bin', files), undefined);
    assert.equal(besideModel('m.onnx', 'constructor', files), undefined);
  });

  for (const [location, path] of [
    ['weights.bin', 'weights.bin'],
    ['./weights.bin', 'weights.bin'],
    ['parts//one/w..bin', 'parts/one/w..bin'],
    ['', undefined],
    ['.', undefined],
    ['parts/', undefined],
    ['..', undefined],
    ['../secret', undefined],
    ['parts/../../secret', undefined],
    ['parts/..', undefined],
    ['/etc/passwd', undefined],
    ['\\\\host\\share', undefined],
    ['parts\\..\\..\\secret', undefined],
    ['C:secret', undefined],
    ['file:///etc/passwd', undefined],
    ['weights.bin\0.txt', undefined],
    ['weights\n.bin', undefined],
    ['w'.repeat(1001), undefined],
  ] as const)
    it(`${path === undefined ? 'are not looked for at' : 'may lie at'} ${JSON.stringify(location.slice(0, 30))}`, () => {
      assert.equal(pathBeside(location), path);
    });

  it('have a path as relative as the model has', () => {
    assert.equal(siblingOf('model.onnx', 'weights.bin'), 'weights.bin');
    assert.equal(siblingOf('models/model.onnx', 'parts/weights.bin'), 'models/parts/weights.bin');
    assert.equal(siblingOf('/home/model.onnx', 'weights.bin'), '/home/weights.bin');
    assert.equal(siblingOf('models\\model.onnx', 'weights.bin'), 'models\\weights.bin');
  });
});
