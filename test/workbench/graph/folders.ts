// Folders with test cases as the ONNX repository has them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Constant, Graph, Node, TensorType } from '@edgewright/core/graph/graph.js';
import { elementTypes } from '@edgewright/core/graph/shapes.js';
import { type Tensor, tensorOf } from '@edgewright/core/graph/tensor.js';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';

export interface CaseFiles {
  readonly model: Graph | Uint8Array;
  /** A data set each. */
  readonly sets: readonly { readonly inputs: readonly Tensor[]; readonly outputs: readonly Tensor[] }[];
}

export function writeCase(folder: string, { model, sets }: CaseFiles): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'model.onnx'), model instanceof Uint8Array ? model : encodeModel(model));
  for (const [at, { inputs, outputs }] of sets.entries()) {
    const set = join(folder, `test_data_set_${at}`);
    mkdirSync(set, { recursive: true });
    for (const [index, tensor] of inputs.entries()) writeFileSync(join(set, `input_${index}.pb`), tensorBytes(tensor));
    for (const [index, tensor] of outputs.entries())
      writeFileSync(join(set, `output_${index}.pb`), tensorBytes(tensor));
  }
}

const dataTypes = new Map([...elementTypes].map(([code, type]) => [type, code]));

function tensorBytes({ type, shape, data }: Tensor): Uint8Array {
  const rawData = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return encodeMessage('Tensor', { dims: shape, dataType: dataTypes.get(type), rawData });
}

export function floats(shape: readonly number[], ...values: number[]): Tensor {
  return tensorOf('float32', shape, values);
}

/** A graph of inputs and outputs by name. */
export function graphOf(
  inputs: Readonly<Record<string, TensorType>>,
  outputs: Readonly<Record<string, TensorType>>,
  nodes: readonly Partial<Node>[],
  constants: readonly Constant[] = [],
): Graph {
  return {
    name: 'test',
    opset: 17,
    inputs: Object.entries(inputs).map(([name, type]) => ({ name, type, below: undefined })),
    outputs: Object.entries(outputs).map(([name, type]) => ({ name, type })),
    nodes: nodes.map((node, at) => ({ name: `n${at}`, op: '', inputs: [], outputs: [], attributes: {}, ...node })),
    constants,
    values: new Map(),
  };
}

export function constantOf(name: string, { type, shape, data }: Tensor): Constant {
  return { name, type: { type, shape }, content: { kind: 'data', data }, counts: 'shape' };
}

const float2: TensorType = { type: 'float32', shape: [2] };

/** y = relu(x + 1), and what comes of -3 and 2. */
export function reluCase(): CaseFiles {
  const nodes = [
    { op: 'Add', inputs: ['x', 'one'], outputs: ['s'] },
    { op: 'Relu', inputs: ['s'], outputs: ['y'] },
  ];
  return {
    model: graphOf({ x: float2 }, { y: float2 }, nodes, [constantOf('one', floats([], 1))]),
    sets: [{ inputs: [floats([2], -3, 2)], outputs: [floats([2], 0, 3)] }],
  };
}

/** Sums along axes that are an input. */
export function axesCase(): CaseFiles {
  const types = { x: { type: 'float32', shape: [2, 2] }, axes: { type: 'int64', shape: [1] } } as const;
  return {
    model: graphOf(types, { y: { type: 'float32', shape: [2, 1] } }, [
      { op: 'ReduceSum', inputs: ['x', 'axes'], outputs: ['y'] },
    ]),
    sets: [
      {
        inputs: [floats([2, 2], 1, 2, 3, 4), tensorOf('int64', [1], [1n])],
        outputs: [floats([2, 1], 3, 7)],
      },
    ],
  };
}

/** A loop that adds x to itself so often that it does not end. */
export function endlessCase(): CaseFiles {
  const one: TensorType = { type: 'float32', shape: [1] };
  const body = {
    name: 'body',
    inputs: ['i', 'goes', 'old'],
    outputs: ['goesOn', 'next'],
    nodes: [
      { name: 'a', op: 'Add', inputs: ['old', 'x'], outputs: ['next'], attributes: {} },
      { name: 'b', op: 'Identity', inputs: ['goes'], outputs: ['goesOn'], attributes: {} },
    ],
    constants: [],
  };
  const loop = {
    op: 'Loop',
    inputs: ['count', 'true', 'x'],
    outputs: ['y'],
    attributes: { body: { kind: 'graph' as const, value: body } },
  };
  const constants = [
    constantOf('count', tensorOf('int64', [], [2n ** 40n])),
    constantOf('true', tensorOf('bool', [], [1])),
  ];
  return {
    model: graphOf({ x: one }, { y: one }, [loop], constants),
    sets: [{ inputs: [floats([1], 1)], outputs: [floats([1], 1)] }],
  };
}

/** y = x, of strings. */
export function stringCase(): CaseFiles {
  const port = (name: string) => ({ name, type: { tensorType: { elemType: 8, shape: { dim: [] } } } });
  const graph = {
    node: [{ opType: 'Identity', input: ['x'], output: ['y'] }],
    input: [port('x')],
    output: [port('y')],
  };
  const model = encodeMessage('Model', { irVersion: 8, opsetImport: [{ domain: '', version: 17 }], graph });
  return { model, sets: [] };
}
