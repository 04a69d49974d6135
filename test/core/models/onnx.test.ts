import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { familyOf } from '@edgewright/core/models/families.js';
import { inspectOnnx, withWeights } from '@edgewright/core/models/onnx.js';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import { attributeTypes, type OnnxGraph, type OnnxModel } from '@edgewright/core/onnx/messages.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import fc from 'fast-check';
import { linearModel } from '../../fixtures/external.ts';
import { infer } from './infer.ts';

type Dim = number | string | undefined;

function value(name: string, elemType: number, dims: readonly Dim[]) {
  const dim = dims.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}

function model(graph: OnnxGraph): OnnxModel {
  return { irVersion: 8, opsetImport: [{ version: 17 }], graph };
}

const floats = (name: string, dims: readonly number[]) => {
  const floatData = new Float32Array(dims.reduce((product, size) => product * size, 1)).fill(0.1);
  return { name, dataType: 1, dims, floatData };
};

/** Tokens are looked up, averaged over the sequence by a computed shape, and classified. */
const classifier = model({
  name: 'classifier',
  input: [value('ids', 7, ['batch', 'length']), value('mask', 1, ['batch', 'length'])],
  output: [value('scores', 1, ['batch', 5])],
  initializer: [
    floats('table', [50, 8]),
    floats('weight', [8, 5]),
    floats('bias', [5]),
    { name: 'tail', dataType: 7, dims: [1], int64Data: BigInt64Array.of(1n) },
  ],
  node: [
    { opType: 'Gather', input: ['table', 'ids'], output: ['rows'] },
    { opType: 'Shape', input: ['mask'], output: ['shape'] },
    {
      opType: 'Concat',
      input: ['shape', 'tail'],
      output: ['wide'],
      attribute: [{ name: 'axis', type: attributeTypes.int, i: 0n }],
    },
    { opType: 'Reshape', input: ['mask', 'wide'], output: ['column'] },
    { opType: 'Mul', input: ['rows', 'column'], output: ['masked'] },
    {
      opType: 'ReduceMean',
      input: ['masked'],
      output: ['mean'],
      attribute: [
        { name: 'axes', type: attributeTypes.ints, ints: BigInt64Array.of(1n) },
        { name: 'keepdims', type: attributeTypes.int, i: 0n },
      ],
    },
    { opType: 'Gemm', input: ['mean', 'weight', 'bias'], output: ['scores'] },
  ],
});

describe('the file of the user', function () {
  this.timeout(60_000);
  const source = inspectOnnx(classifier, 'abc');

  it('names its symbolic dimensions in order', () => {
    assert.equal(source.artifact, 'abc');
    assert.deepEqual(source.dimensions, ['batch', 'length']);
  });

  it('costs what its nodes do for the sizes given', () => {
    const [batch, length] = [3, 7];
    const rows = batch * length * 8;
    assert.deepEqual(source.partial({ batch, length }), []);
    assert.deepEqual(source.cost({ batch, length }), {
      parameters: 50 * 8 + 8 * 5 + 5,
      macs: batch * 8 * 5,
      // Product, mean, and the bias.
      flops: 2 * batch * 8 * 5 + rows + rows + batch * 5,
      weightBytes: 4 * (50 * 8 + 8 * 5 + 5) + 8,
      // The mask, of which its column is a view, the rows and their product.
      activationBytes: 4 * (batch * length + 2 * rows),
      trafficBytes: traffic(batch, length),
    });
  });

  function traffic(batch: number, length: number): number {
    const rows = batch * length * 8 * 4;
    const mask = batch * length * 4;
    const ids = batch * length * 8;
    const lookup = ids + rows + rows;
    const shape = mask + 16 + (16 + 8 + 24);
    const product = rows + mask + rows;
    const mean = rows + batch * 8 * 4;
    const gemm = batch * 8 * 4 + (8 * 5 + 5) * 4 + batch * 5 * 4;
    return lookup + shape + product + mean + gemm;
  }

  it('gets ids within its table, and runs on them', async () => {
    const inputs = source.inputsOf({ batch: 2, length: 4 });
    assert.deepEqual(inputs, [
      { name: 'ids', type: { type: 'int64', shape: [2, 4] }, below: 50 },
      { name: 'mask', type: { type: 'float32', shape: [2, 4] }, below: undefined },
    ]);
    const outputs = await infer('ort', encodeMessage('Model', classifier), inputs);
    assert.deepEqual(outputs.get('scores')?.dims, [2, 5]);
  });

  it('needs a number for each dimension', () => {
    assert.throws(() => source.cost({ batch: 1 }), /dimension length/);
  });

  it('calls a dimension without a name after its input', () => {
    const graph = { input: [value('x', 1, [undefined, 4, undefined])], output: [], node: [] };
    assert.deepEqual(inspectOnnx(model(graph), '').dimensions, ['x_0', 'x_2']);
  });

  it('is another with other weights beside it, by one hash over all files', () => {
    const source = inspectOnnx(linearModel({ w: 'w.bin', b: 'parts/b.bin' }), 'aa');
    assert.deepEqual(source.locations, ['w.bin', 'parts/b.bin']);
    const whole = withWeights(source, ['bb', 'cc']);
    assert.equal(whole.artifact, createHash('sha256').update('["aa","bb","cc"]').digest('hex'));
    assert.deepEqual({ ...whole, artifact: 'aa' }, source);
    assert.equal(withWeights(source, []), source);
  });

  it('does not take initializers that are listed as inputs for inputs', () => {
    const graph = {
      input: [value('x', 1, [1]), value('w', 1, [1])],
      initializer: [floats('w', [1])],
      output: [],
      node: [],
    };
    assert.deepEqual(
      inspectOnnx(model(graph), '')
        .inputsOf({})
        .map(({ name }) => name),
      ['x'],
    );
  });

  it('names the ops that could not be counted, and counts the rest', () => {
    const node = [
      { opType: 'Relu', input: ['x'], output: ['y'] },
      { opType: 'Fancy', domain: 'com.example', input: ['y'], output: ['z'] },
      { opType: 'Relu', input: ['z'], output: ['w'] },
    ];
    const source = inspectOnnx(model({ input: [value('x', 1, [10])], output: [{ name: 'w' }], node }), '');
    assert.deepEqual(source.partial({}), ['Relu', 'com.example.Fancy']);
    assert.equal(source.cost({}).flops, 10);
  });

  it('tells statistics of a normalisation from parameters', () => {
    const names = ['scale', 'shift', 'mean', 'variance'];
    const node = [{ opType: 'BatchNormalization', input: ['x', ...names], output: ['y'] }];
    const graph = {
      input: [value('x', 1, [1, 6, 2, 2])],
      output: [],
      node,
      initializer: names.map((name) => floats(name, [6])),
    };
    const cost = inspectOnnx(model(graph), '').cost({});
    assert.deepEqual([cost.parameters, cost.weightBytes], [12, 96]);
  });

  it('with any bytes changed, has a cost or is refused', () => {
    const small = {
      kind: 'encoder',
      layers: 1,
      hidden: 4,
      heads: 2,
      feedforward: 0,
      length: 3,
      positions: 0,
      vocab: 7,
      batch: 1,
    };
    const files = [
      encodeMessage('Model', classifier),
      encodeModel(familyOf('transformer').build(small, 'float32', 1)),
      encodeModel(
        familyOf('mobile').build(
          { width: 0.1, depth: 0.1, expansion: 2, image: 8, channels: 1, output: 2, batch: 1 },
          'float16',
          1,
        ),
      ),
    ].map((bytes) => bytes.slice(0, bytes.length));
    const changes = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.constantFrom(...files), changes, (file, changes) => {
        const bytes = file.slice();
        for (const [place, value] of changes) bytes[Math.floor(place * bytes.length)] = value;
        try {
          const source = inspectOnnx(bytes, '');
          const bindings = Object.fromEntries(source.dimensions.map((name) => [name, 2]));
          for (const value of Object.values(source.cost(bindings)))
            assert.ok(value >= 0 || source.partial(bindings).length > 0);
        } catch (error) {
          assert.ok(error instanceof CodedError, String(error));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('with an input that is no tensor of numbers, is refused', () => {
    const type = { sequenceType: { elemType: { tensorType: { elemType: 1 } } } };
    assert.throws(() => inspectOnnx(model({ input: [{ name: 's', type }] }), ''), { code: 'onnx-input' });
    assert.throws(() => inspectOnnx(model({ input: [value('text', 8, [1])] }), ''), { code: 'onnx-input' });
  });
});
