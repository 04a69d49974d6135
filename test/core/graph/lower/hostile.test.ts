import assert from 'node:assert/strict';
import type { Attribute, Node, OpenGraph, Subgraph, TensorType } from '@edgewright/core/graph/graph.js';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { type Tensor, tensorOf } from '@edgewright/core/graph/tensor.js';
import { parseGraph, printGraph } from '@edgewright/core/graph/text.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import { importModel } from '@edgewright/core/onnx/import.js';
import { attributeTypes, type OnnxGraph, type OnnxModel, type OnnxNode } from '@edgewright/core/onnx/messages.js';
import { type Code, CodedError } from '@edgewright/schemas/codes.js';
import fc from 'fast-check';
import { hasCases, smallCases } from '../cases.ts';

function float(...shape: number[]): TensorType {
  return { type: 'float32', shape };
}

function node(
  op: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: Readonly<Record<string, Attribute>> = {},
): Node {
  return { name: '', op, inputs, outputs, attributes };
}

function graphOf(
  nodes: readonly Node[],
  inputs: Readonly<Record<string, TensorType>> = { x: float(2, 3) },
  constants: OpenGraph['constants'] = [],
): OpenGraph {
  return {
    name: 'g',
    opset: 17,
    inputs: Object.entries(inputs).map(([name, type]) => ({ name, type, below: undefined })),
    outputs: [{ name: 'y' }],
    nodes,
    constants,
    values: new Map(),
  };
}

function sizes(name: string, ...values: number[]): OpenGraph['constants'][number] {
  return {
    name,
    type: { type: 'int64', shape: [values.length] },
    content: { kind: 'values', values },
    counts: 'shape',
  };
}

function modelOf(graph: OnnxGraph, rest: OnnxModel = {}): OnnxModel {
  return { irVersion: 8, opsetImport: [{ domain: '', version: 17 }], graph, ...rest };
}

const x = { name: 'x', type: { tensorType: { elemType: 1, shape: { dim: [{ dimValue: 2 }] } } } };
const y = { name: 'y' };

function fails(code: Code, run: () => unknown, message = /./): void {
  assert.throws(run, (error: unknown) => {
    assert.ok(error instanceof CodedError, String((error as Error).stack));
    assert.equal(error.code, code, error.message);
    assert.match(error.message, message);
    return true;
  });
}

describe('a hostile model', () => {
  it('whose nodes go round in a circle, is refused', () => {
    const nodes: OnnxNode[] = [
      { opType: 'Add', input: ['x', 'b'], output: ['a'] },
      { opType: 'Relu', input: ['a'], output: ['b'] },
    ];
    fails(
      'graph-invalid',
      () => importModel(modelOf({ node: nodes, input: [x], output: [y] })),
      /reads, by way of other nodes/,
    );
  });

  it('whose nodes are not in order, is put in order', () => {
    const nodes: OnnxNode[] = [
      { opType: 'Relu', input: ['a'], output: ['y'] },
      { opType: 'Neg', input: ['x'], output: ['a'] },
    ];
    const { program } = lowerGraph(importModel(modelOf({ node: nodes, input: [x], output: [y] })));
    assert.deepEqual([...interpret(program!, [tensorOf('float32', [2], [1, -2])])[0]!.data], [0, 2]);
  });

  it('with values made twice or never, is refused', () => {
    fails(
      'graph-invalid',
      () => lowerGraph(graphOf([node('Relu', ['x'], ['y']), node('Neg', ['x'], ['y'])])),
      /more than once/,
    );
    fails('graph-invalid', () => lowerGraph(graphOf([node('Relu', ['nobody'], ['y'])])), /Nothing makes/);
    fails('graph-invalid', () => lowerGraph(graphOf([])), /Nothing makes/);
  });

  it('with sizes beyond the limits, is refused before memory is taken', () => {
    const huge = 2 ** 40;
    fails('graph-too-large', () =>
      lowerGraph(graphOf([node('ConstantOfShape', ['s'], ['y'])], {}, [sizes('s', huge, huge)])),
    );
    fails('graph-too-large', () =>
      lowerGraph(graphOf([node('Expand', ['x', 's'], ['y'])], { x: float(1) }, [sizes('s', huge)])),
    );
    fails('graph-too-large', () =>
      lowerGraph(graphOf([node('Tile', ['x', 's'], ['y'])], { x: float(2) }, [sizes('s', huge)])),
    );
    fails('graph-too-large', () => lowerGraph(graphOf([node('Relu', ['x'], ['y'])], { x: float(huge, huge) })));
    fails(
      'graph-type',
      () => lowerGraph(graphOf([node('ConstantOfShape', ['s'], ['y'])], {}, [sizes('s', -1)])),
      /no shape/,
    );
    // A thousand of a size that is allowed.
    const many = Array.from({ length: 1000 }, (_, at) => node('Expand', [`v${at}`, 's'], [`v${at + 1}`]));
    fails(
      'graph-too-large',
      () => lowerGraph(graphOf(many, { v0: float(1) }, [sizes('s', 2 ** 28)])),
      /more than .* bytes/,
    );
    fails(
      'graph-too-large',
      () => lowerGraph(graphOf([node('Relu', ['x'], ['y'])], { x: float(...new Array<number>(40).fill(1)) })),
      /dimensions/,
    );
  });

  it('with ranges and paddings beyond the limits, is refused', () => {
    const scalar = (name: string, value: number) =>
      ({ ...sizes(name, value), type: { type: 'int64', shape: [] } }) as const;
    const range = graphOf([node('Range', ['a', 'b', 'c'], ['y'])], {}, [
      scalar('a', 0),
      scalar('b', 2 ** 50),
      scalar('c', 1),
    ]);
    fails('graph-too-large', () => lowerGraph(range));
    fails('graph-too-large', () =>
      lowerGraph(graphOf([node('Pad', ['x', 'p'], ['y'])], { x: float(2) }, [sizes('p', 2 ** 50, 0)])),
    );
  });

  it('with wrong types and shapes, is refused by node', () => {
    const integers: TensorType = { type: 'int64', shape: [2, 3] };
    const wrong: readonly (readonly [Node, Readonly<Record<string, TensorType>>])[] = [
      [node('Add', ['x', 'i'], ['y']), { x: float(2, 3), i: integers }],
      [node('Add', ['x', 'i'], ['y']), { x: float(2, 3), i: float(4) }],
      [node('Not', ['x'], ['y']), { x: float(2) }],
      [node('Sqrt', ['i'], ['y']), { i: integers }],
      [node('MatMul', ['x', 'i'], ['y']), { x: float(2, 3), i: float(2, 3) }],
      [node('Gemm', ['x', 'i'], ['y']), { x: float(2, 3), i: float(2, 3) }],
      [node('Conv', ['x', 'i'], ['y']), { x: float(1, 3, 4, 4), i: float(2, 2, 3, 3) }],
      [node('ConvTranspose', ['i', 'x'], ['y']), { x: float(2, 3, 1, 1), i: { type: 'int64', shape: [1, 2, 3, 3] } }],
      [node('Selu', ['i'], ['y']), { i: integers }],
      [node('Softmax', ['i'], ['y']), { i: integers }],
      [
        node('AveragePool', ['i'], ['y'], { kernel_shape: { kind: 'ints', value: [2, 2] } }),
        { i: { type: 'int64', shape: [1, 2, 3, 3] } },
      ],
      [node('Conv', ['x'], ['y']), { x: float(1, 3, 4, 4) }],
      [node('MaxPool', ['x'], ['y']), { x: float(1, 3, 4, 4) }],
      [node('MaxPool', ['x'], ['y'], { kernel_shape: { kind: 'ints', value: [0, 0] } }), { x: float(1, 3, 4, 4) }],
      [node('Transpose', ['x'], ['y'], { perm: { kind: 'ints', value: [0, 0] } }), { x: float(2, 3) }],
      [node('Concat', ['x', 'i'], ['y'], { axis: { kind: 'int', value: 0 } }), { x: float(2, 3), i: float(2, 4) }],
      [node('Softmax', ['x'], ['y'], { axis: { kind: 'int', value: 7 } }), { x: float(2, 3) }],
      [node('Relu', [], ['y']), {}],
      [node('LSTM', ['x', 'i', 'i'], ['y']), { x: float(2, 3), i: float(2, 3) }],
      [node('Einsum', ['x'], ['y'], { equation: { kind: 'string', value: 'abc->a' } }), { x: float(2, 3) }],
      [node('DepthToSpace', ['x'], ['y'], { blocksize: { kind: 'int', value: 2 } }), { x: float(1, 3, 4, 4) }],
    ];
    for (const [bad, inputs] of wrong) fails('graph-type', () => lowerGraph(graphOf([bad], inputs)));
    const padded = { i: integers, half: float() };
    fails(
      'graph-type',
      () => lowerGraph(graphOf([node('Pad', ['i', 'p', 'half'], ['y'])], padded, [sizes('p', 0, 0, 1, 0)])),
      /pads int64 with float32/,
    );
  });

  it('with graphs and functions without end inside each other, is refused', () => {
    let graph: OnnxGraph = { node: [{ opType: 'Relu', input: ['x'], output: ['y'] }], output: [y] };
    for (let depth = 0; depth < 40; depth++) {
      const branches = ['then_branch', 'else_branch'].map((name) => ({ name, g: graph, type: attributeTypes.graph }));
      // One branch that is deep is enough.
      const attribute = [branches[0]!, { ...branches[1]!, g: { output: [{ name: 'x' }] } }];
      graph = { node: [{ opType: 'If', input: ['c'], output: ['y'], attribute }], output: [y] };
    }
    fails('graph-too-large', () => importModel(modelOf(graph)));
    const call = { domain: 'f', opType: 'f', input: ['x'], output: ['y'] };
    const endless = { domain: 'f', name: 'f', input: ['x'], output: ['y'], node: [call] };
    fails('graph-too-large', () =>
      importModel(modelOf({ node: [call], input: [x], output: [y] }, { functions: [endless] })),
    );
    const doubling = Array.from({ length: 30 }, (_, at) => ({
      domain: 'f',
      name: `f${at}`,
      input: ['x'],
      output: ['y'],
      node: [0, 1].map((half) => ({ domain: 'f', opType: `f${at + 1}`, input: ['x'], output: [half ? 'y' : 'z'] })),
    }));
    const first = { ...call, opType: 'f0' };
    fails('graph-too-large', () =>
      importModel(modelOf({ node: [first], input: [x], output: [y] }, { functions: doubling }), new Map(), {
        maxNodes: 10_000,
      }),
    );
  });

  it('with a loop that does not end, is stopped', () => {
    const body: Subgraph = {
      name: 'body',
      inputs: ['i', 'c', 's'],
      outputs: ['c', 't'],
      nodes: [node('Neg', ['s'], ['t'])],
      constants: [],
    };
    const graph = graphOf([node('Loop', ['', 'go', 'x'], ['y'], { body: { kind: 'graph', value: body } })], {
      x: float(1),
      go: { type: 'bool', shape: [] },
    });
    const { program, unsupported } = lowerGraph(graph);
    assert.deepEqual(unsupported, []);
    const inputs: Tensor[] = [tensorOf('float32', [1], [1]), tensorOf('bool', [], [1])];
    fails('graph-endless', () => interpret(program!, inputs, { maxIterations: 100 }));
  });

  it('with unbound dimensions or tensors that do not fit their shapes, is refused', () => {
    const open = { name: 'x', type: { tensorType: { elemType: 1, shape: { dim: [{ dimParam: 'N' }] } } } };
    fails('dimension-unbound', () => importModel(modelOf({ input: [open], output: [{ name: 'x' }] })));
    const short = { name: 'w', dims: [1000], dataType: 1, rawData: Uint8Array.of(1, 2, 3, 4) };
    fails('onnx-malformed', () => importModel(modelOf({ initializer: [short] })));
    fails('onnx-malformed', () => importModel(modelOf({ initializer: [{ ...short, rawData: undefined }] })));
  });

  it('whatever is changed in one, is refused with a code or compiled', function () {
    if (!hasCases) this.skip();
    this.timeout(120_000);
    const wanted =
      /test_(conv_with_strides_padding|lstm_defaults|resize_upsample_scales_linear|scan_sum|gridsample|attention_3d_gqa|slice|pad|einsum_sum|top_k|layer_normalization_2d_axis1_expanded)$/;
    const files = [...smallCases()]
      .filter(({ name }) => wanted.test(name))
      .map(({ model }) => encodeMessage('Model', model));
    assert.ok(files.length > 5);
    const limits = { maxTensorBytes: 2 ** 24, maxBytes: 2 ** 26, maxKernels: 20_000 };
    let compiled = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }),
        (file, changes) => {
          const bytes = file.slice();
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          try {
            lowerGraph(importModel(decodeModel(bytes), new Map(), { maxElements: 2 ** 20 }), { limits });
            compiled++;
          } catch (error) {
            assert.ok(error instanceof CodedError, String((error as Error).stack));
          }
        },
      ),
      { numRuns: 3000 },
    );
    assert.ok(compiled > 100);
  });
});

describe('a text', () => {
  it('comes back as it was, with every kind of content and attribute', () => {
    const body: Subgraph = {
      name: 'a "b"',
      inputs: ['i'],
      outputs: ['o'],
      nodes: [node('Neg', ['i', ''], ['o'])],
      constants: [sizes('k', 1)],
    };
    const attributes: Readonly<Record<string, Attribute>> = {
      i: { kind: 'int', value: -3 },
      f: { kind: 'float', value: -0 },
      is: { kind: 'ints', value: [] },
      fs: { kind: 'floats', value: [0.1, Number.NaN, Number.NEGATIVE_INFINITY] },
      s: { kind: 'string', value: 'x; y} "z"\n' },
      ss: { kind: 'strings', value: ['a b', ''] },
      t: { kind: 'tensor', value: tensorOf('int64', [2], [2n ** 63n - 1n, -1n]) },
      g: { kind: 'graph', value: body },
    };
    const constants: OpenGraph['constants'] = [
      {
        name: 'r',
        type: float(4, 4),
        content: { kind: 'random', seed: 7, scale: 0.5, center: 1 },
        counts: 'parameter',
      },
      { name: 'c', type: float(4, 4), content: { kind: 'causal', above: Number.NEGATIVE_INFINITY }, counts: 'shape' },
      {
        name: 'd',
        type: { type: 'float16', shape: [2] },
        content: { kind: 'data', data: Uint16Array.of(0x3c00, 0xfc00) },
        counts: 'statistic',
      },
      { name: 'u', type: float(1), content: { kind: 'stored' }, counts: 'parameter' },
      sizes('_', 5, -6),
    ];
    const graph: OpenGraph = {
      ...graphOf(
        [{ ...node('a.b.C', ['x', '', 'with space'], ['y', '', 'input']), name: 'n "q"', opset: 13, attributes }],
        { 'with space': float(), input2: float(0, 2) },
        constants,
      ),
      values: new Map([['y', float(1)]]),
    };
    assert.deepEqual(parseGraph(printGraph(graph)), graph);
  });

  it('of anything else, is refused', () => {
    const good = printGraph(graphOf([node('Add', ['x', 'x'], ['y'])], { x: float(2) }, [sizes('s', 1, 2)]));
    for (const bad of [
      '',
      'hello',
      'graph "x"',
      good.replace('float32', 'float31'),
      good.replace('1 2', '1'),
      good.replace('(', ''),
    ]) {
      fails('graph-text', () => parseGraph(bad));
    }
    fc.assert(
      fc.property(fc.nat(good.length), fc.string({ maxLength: 4 }), (at, text) => {
        try {
          parseGraph(good.slice(0, at) + text + good.slice(at + text.length));
        } catch (error) {
          assert.ok(error instanceof CodedError, String((error as Error).stack));
        }
      }),
      { numRuns: 2000 },
    );
  });
});
