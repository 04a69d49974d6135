import assert from 'node:assert/strict';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { numbersOf, type Tensor, tensorOf } from '@edgewright/core/graph/tensor.js';
import { readStored, readTensor } from '@edgewright/core/onnx/data.js';
import { importModel } from '@edgewright/core/onnx/import.js';
import {
  attributeTypes,
  type OnnxAttribute,
  type OnnxGraph,
  type OnnxModel,
  type OnnxNode,
  type OnnxTensor,
} from '@edgewright/core/onnx/messages.js';

function value(name: string, elemType: number, ...dims: (number | string)[]) {
  const dim = dims.map((size) => (typeof size === 'string' ? { dimParam: size } : { dimValue: size }));
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}

function modelOf(node: readonly OnnxNode[], rest: OnnxGraph = {}, model: OnnxModel = {}): OnnxModel {
  const graph: OnnxGraph = { node, input: [value('x', 1, 2, 3)], output: [{ name: 'y' }], ...rest };
  return { irVersion: 8, opsetImport: [{ domain: '', version: 17 }], graph, ...model };
}

const x = tensorOf('float32', [2, 3], [1, -2, 3, -4, 5, -6]);

function run(
  model: OnnxModel,
  inputs: readonly Tensor[] = [x],
  bindings?: ReadonlyMap<string, number>,
): readonly number[] {
  const { program, unsupported } = lowerGraph(importModel(model, bindings));
  assert.deepEqual(unsupported, []);
  return numbersOf(interpret(program!, inputs)[0]!);
}

const float = (name: string, f: number): OnnxAttribute => ({ name, f, type: attributeTypes.float });
const int = (name: string, i: number): OnnxAttribute => ({ name, i: BigInt(i), type: attributeTypes.int });
const ints = (name: string, ...values: number[]): OnnxAttribute => ({
  name,
  ints: BigInt64Array.from(values, BigInt),
  type: attributeTypes.ints,
});

describe('tensors of a file', () => {
  const cases: readonly (readonly [OnnxTensor, readonly number[]])[] = [
    [{ dims: [2], dataType: 1, floatData: Float32Array.of(1.5, -2) }, [1.5, -2]],
    [{ dims: [2], dataType: 1, rawData: new Uint8Array(Float32Array.of(1.5, -2).buffer) }, [1.5, -2]],
    [{ dims: [1], dataType: 11, doubleData: Float64Array.of(0.1) }, [0.1]],
    [{ dims: [2], dataType: 10, int32Data: Int32Array.of(0x3c00, 0xc000) }, [1, -2]],
    [{ dims: [1], dataType: 16, int32Data: Int32Array.of(0x3f80) }, [1]],
    [{ dims: [2], dataType: 2, int32Data: Int32Array.of(0, 255) }, [0, 255]],
    [{ dims: [2], dataType: 3, rawData: Uint8Array.of(0xff, 1) }, [-1, 1]],
    [{ dims: [1], dataType: 4, int32Data: Int32Array.of(65535) }, [65535]],
    [{ dims: [1], dataType: 5, int32Data: Int32Array.of(-5) }, [-5]],
    [{ dims: [1], dataType: 6, int32Data: Int32Array.of(-7) }, [-7]],
    [{ dims: [1], dataType: 7, int64Data: BigInt64Array.of(-8n) }, [-8]],
    [{ dims: [1], dataType: 9, int32Data: Int32Array.of(1) }, [1]],
    [{ dims: [1], dataType: 12, uint64Data: BigUint64Array.of(4294967295n) }, [4294967295]],
    [{ dims: [1], dataType: 13, uint64Data: BigUint64Array.of(9n) }, [9]],
    [{ dims: [0], dataType: 1 }, []],
  ];

  it('are read of every type and from every field', () => {
    for (const [tensor, expected] of cases)
      assert.deepEqual(numbersOf(readTensor(tensor)!), expected, JSON.stringify(tensor.dataType));
  });

  it('are read from bytes at any place', () => {
    const bytes = new Uint8Array(13);
    bytes.set(new Uint8Array(Float32Array.of(1, 2, 3).buffer), 1);
    assert.deepEqual(numbersOf(readTensor({ dims: [3], dataType: 1, rawData: bytes.subarray(1) })!), [1, 2, 3]);
  });

  it('of a model, stay bytes where they are large and lie at no address of their type', () => {
    const bytes = new Uint8Array(8004);
    const kindAt = (offset: number) =>
      readStored({ dims: [2000], dataType: 1, rawData: bytes.subarray(offset, offset + 8000) })!.content.kind;
    assert.deepEqual([0, 1, 2, 3].map(kindAt), ['data', 'bytes', 'bytes', 'bytes']);
    const short = { dims: [2000], dataType: 1, rawData: bytes.subarray(1, 7001) };
    assert.throws(() => readStored(short), { code: 'onnx-malformed' });
  });

  it('are read from beside the model, if that is given', () => {
    const tensor: OnnxTensor = {
      dims: [2],
      dataType: 1,
      dataLocation: 1,
      externalData: [
        { key: 'location', value: 'w.bin' },
        { key: 'offset', value: '4' },
      ],
    };
    const file = new Uint8Array(Float32Array.of(0, 1, 2).buffer);
    const read = (location: string, offset: number, length: number) =>
      location === 'w.bin' ? file.subarray(offset, offset + length) : undefined;
    assert.deepEqual(numbersOf(readTensor(tensor, read)!), [1, 2]);
    assert.equal(readTensor(tensor), undefined);
  });

  it('of other types are none', () => {
    for (const dataType of [8, 14, 17, 21])
      assert.equal(readTensor({ dims: [1], dataType, int32Data: Int32Array.of(1) }), undefined);
  });
});

describe('a model', () => {
  it('has constants in all forms', () => {
    const constant = (attribute: OnnxAttribute): readonly number[] =>
      run(modelOf([{ opType: 'Constant', output: ['y'], attribute: [attribute] }]));
    assert.deepEqual(constant(float('value_float', 2.5)), [2.5]);
    assert.deepEqual(constant(int('value_int', 3)), [3]);
    assert.deepEqual(constant(ints('value_ints', 4, 5)), [4, 5]);
    assert.deepEqual(
      constant({ name: 'value_floats', floats: Float32Array.of(1, 2), type: attributeTypes.floats }),
      [1, 2],
    );
    assert.deepEqual(
      constant({
        name: 'value',
        t: { dims: [1], dataType: 6, int32Data: Int32Array.of(9) },
        type: attributeTypes.tensor,
      }),
      [9],
    );
    const values = { dims: [2], dataType: 1, floatData: Float32Array.of(7, 8) };
    const sparse = (indices: OnnxTensor): readonly number[] =>
      constant({ name: 'sparse_value', sparseTensor: { values, indices, dims: [2, 2] }, type: 11 });
    assert.deepEqual(sparse({ dims: [2], dataType: 7, int64Data: BigInt64Array.of(0n, 3n) }), [7, 0, 0, 8]);
    assert.deepEqual(sparse({ dims: [2, 2], dataType: 7, int64Data: BigInt64Array.of(0n, 1n, 1n, 0n) }), [0, 7, 8, 0]);
  });

  it('has its functions written out, with the attributes of the call and their defaults', () => {
    const leaky = {
      domain: 'f',
      name: 'Leaky',
      input: ['a', 'unused'],
      output: ['b'],
      attribute: ['alpha'],
      attributeProto: [float('beta', 10)],
    };
    const body: readonly OnnxNode[] = [
      {
        opType: 'LeakyRelu',
        input: ['a'],
        output: ['t'],
        attribute: [{ name: 'alpha', refAttrName: 'alpha', type: attributeTypes.float }],
      },
      {
        opType: 'Constant',
        output: ['c'],
        attribute: [{ name: 'value_float', refAttrName: 'beta', type: attributeTypes.float }],
      },
      { opType: 'Mul', input: ['t', 'c'], output: ['b'] },
    ];
    const functions = [
      { ...leaky, node: body, opsetImport: [{ domain: '', version: 16 }] },
      {
        domain: 'f',
        name: 'Twice',
        input: ['a'],
        output: ['b'],
        node: [
          { domain: 'f', opType: 'Leaky', input: ['a'], output: ['t'], attribute: [float('alpha', 0.5)] },
          { domain: 'f', opType: 'Leaky', input: ['t'], output: ['b'], attribute: [float('alpha', 0.5)] },
        ],
      },
    ];
    const call: OnnxNode = { domain: 'f', opType: 'Twice', input: ['x'], output: ['y'] };
    assert.deepEqual(run(modelOf([call], {}, { functions })), [100, -50, 300, -100, 500, -150]);
    assert.equal(importModel(modelOf([call], {}, { functions })).nodes[0]!.opset, 16);
  });

  it('means what its opset says', () => {
    const at = (version: number, node: OnnxNode): readonly number[] =>
      run(modelOf([{ input: ['x'], output: ['y'], ...node }], {}, { opsetImport: [{ domain: '', version }] }));
    assert.deepEqual(at(6, { opType: 'Clip', attribute: [float('min', -3), float('max', 2)] }), [1, -2, 2, -3, 2, -3]);
    assert.deepEqual(
      at(9, { opType: 'Slice', attribute: [ints('starts', 1), ints('ends', 2), ints('axes', 1)] }),
      [-2, 5],
    );
    assert.deepEqual(at(11, { opType: 'Squeeze', attribute: [ints('axes')] }), numbersOf(x));
    assert.deepEqual(
      at(2, { opType: 'Pad', attribute: [ints('pads', 0, 1, 0, 0), float('value', 9)] }),
      [9, 1, -2, 3, 9, -4, 5, -6],
    );
    assert.deepEqual(
      at(9, {
        opType: 'Upsample',
        attribute: [{ name: 'scales', floats: Float32Array.of(1, 2), type: attributeTypes.floats }],
      }).slice(0, 4),
      [1, 1, -2, -2],
    );
    // All axes from the first on are one row.
    const old = at(11, { opType: 'Softmax', attribute: [int('axis', 0)] });
    assert.ok(Math.abs(old.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-6);
    const now = at(13, { opType: 'Softmax', attribute: [int('axis', 0)] });
    assert.ok(Math.abs(now.reduce((sum, weight) => sum + weight, 0) - 3) < 1e-6);
    assert.deepEqual(at(9, { opType: 'Dropout' }), numbersOf(x));
    assert.deepEqual(at(9, { opType: 'TopK', output: ['y', 'i'], attribute: [int('k', 1)], input: ['x'] }), [3, 5]);
  });

  it('computes shapes while it is compiled', () => {
    const nodes: readonly OnnxNode[] = [
      { opType: 'Shape', input: ['x'], output: ['s'] },
      { opType: 'Gather', input: ['s', 'zero'], output: ['n'] },
      { opType: 'Unsqueeze', input: ['n', 'axes'], output: ['u'] },
      { opType: 'Concat', input: ['u', 'rest'], output: ['t'], attribute: [int('axis', 0)] },
      { opType: 'Reshape', input: ['x', 't'], output: ['y'] },
    ];
    const integer = (name: string, dims: readonly number[], ...values: number[]): OnnxTensor => ({
      name,
      dims,
      dataType: 7,
      int64Data: BigInt64Array.from(values, BigInt),
    });
    const initializer = [integer('zero', [], 0), integer('axes', [1], 0), integer('rest', [1], -1)];
    const model = modelOf(nodes, { initializer, input: [value('x', 1, 'N', 3, 2)] });
    const { program, types } = lowerGraph(importModel(model, new Map([['N', 4]])));
    assert.deepEqual(types.get('y'), { type: 'float32', shape: [4, 6] });
    assert.equal(program!.outputs.length, 1);
  });

  it('says what it leaves to another runtime, and goes on behind it', () => {
    const nodes: readonly OnnxNode[] = [
      { name: 'd', opType: 'Det', input: ['q'], output: ['e'] },
      { name: 'n', opType: 'Unique', input: ['x'], output: ['u'] },
      { name: 'r', opType: 'Relu', input: ['e'], output: ['y'] },
    ];
    const graph: OnnxGraph = { input: [value('x', 1, 2, 3), value('q', 1, 2, 2, 2)], valueInfo: [value('e', 1, 2)] };
    const { program, unsupported } = lowerGraph(importModel(modelOf(nodes, graph)));
    assert.deepEqual(
      unsupported.map(({ op, reason }) => `${op}: ${reason}`),
      ['Det: it has no rule yet', 'Unique: the size of its output depends on data'],
    );
    assert.deepEqual(
      program!.kernels.map(({ kind }) => kind),
      ['external', 'elementwise'],
    );
    const made = interpret(program!, [x, tensorOf('float32', [2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 9])], {
      external: (kernel, [matrices]) => {
        assert.equal(kernel.node.op, 'Det');
        const [a, b, c, d, e, f, g, h] = numbersOf(matrices!) as [
          number,
          number,
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        return [tensorOf('float32', [2], [a * d - b * c, e * h - f * g])];
      },
    });
    assert.deepEqual(numbersOf(made[0]!), [0, 3]);
    const behind = lowerGraph(importModel(modelOf([nodes[1]!, { opType: 'Relu', input: ['u'], output: ['y'] }])));
    assert.equal(behind.program, undefined);
    assert.deepEqual(
      behind.unsupported.map(({ op }) => op),
      ['Unique', 'Relu'],
    );
  });
});
