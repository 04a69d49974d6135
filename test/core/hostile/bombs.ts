// Models of a few bytes or kilobytes that ask for what no device has: each must be refused, or end at a limit of the process.
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import type { OnnxAttribute, OnnxGraph, OnnxModel, OnnxNode, OnnxTensor } from '@edgewright/core/onnx/messages.js';

/** By what they are. */
export const bombs: Readonly<Record<string, () => Uint8Array>> = {
  'nothing at all': () => new Uint8Array(),
  'a file that breaks off': () => {
    const whole = encoded({ node: [node('Relu', 'x', 'y')], input: [float('x', 2)], output: [float('y', 2)] });
    return whole.subarray(0, whole.length - 9);
  },
  'nodes in a circle': () =>
    encoded({
      node: [node('Add', 'x b', 'a'), node('Neg', 'a', 'b'), node('Neg', 'b', 'y')],
      input: [float('x', 2)],
      output: [float('y', 2)],
    }),
  'an input of petabytes': () =>
    encoded({ node: [node('Neg', 'x', 'y')], input: [float('x', 2 ** 25, 2 ** 25)], output: [float('y', 2 ** 50)] }),
  'an exponential of integers': () =>
    encoded({ node: [node('Selu', 'x', 'y')], input: [typed('x', 3, 2)], output: [typed('y', 3, 2)] }),
  'a product of integers by floats': () =>
    encoded({
      node: [node('ConvTranspose', 'x w', 'y')],
      input: [typed('x', 7, 1, 1, 3), float('w', 1, 1, 2)],
      output: [typed('y', 7, 1, 1, 4)],
    }),
  'a sum that doubles forty times': () => {
    const doubled = Array.from({ length: 40 }, (_, at) => node('Concat', `v${at} v${at}`, `v${at + 1}`, axis0));
    return encoded({ node: doubled, input: [float('v0', 2)], output: [float('v40', 2 ** 41)] });
  },
  'functions that call the next one twice': () => {
    const functions = Array.from({ length: 40 }, (_, at) => ({
      domain: 'f',
      name: `f${at}`,
      input: ['x'],
      output: ['y'],
      node: ['z', 'y'].map((output) => ({ ...node(`f${at + 1}`, 'x', output), domain: 'f' })),
    }));
    const graph = {
      node: [{ ...node('f0', 'x', 'y'), domain: 'f' }],
      input: [float('x', 2)],
      output: [float('y', 2)],
    };
    return encoded(graph, { functions });
  },
  'branches a hundred deep': () => {
    let graph: OnnxGraph = { name: 'g', node: [node('Neg', 'x', 'r')], output: [float('r', 2)] };
    for (let depth = 0; depth < 100; depth++) {
      const branches = ['then_branch', 'else_branch'].map((name) => ({ name, type: 5, g: graph }));
      // The other one stays small.
      const small = { ...branches[1]!, g: { name: 'g', node: [node('Abs', 'x', 'r')], output: [float('r', 2)] } };
      graph = { name: 'g', node: [node('If', 'c', 'r', [branches[0]!, small])], output: [float('r', 2)] };
    }
    return encoded({ ...graph, input: [typed('c', 9), float('x', 2)] });
  },
  'constants of gigabytes by repetition': () => {
    const many = Array.from({ length: 6 }, (_, at) => node('Expand', `x s${at}`, `v${at}`));
    const sums = many.map((_, at) =>
      node('Add', `${at === 0 ? 'v0' : `t${at - 1}`} v${at}`, at === 5 ? 'y' : `t${at}`),
    );
    return encoded({
      node: [...many, ...sums],
      initializer: many.map((_, at) => int64(`s${at}`, [1], BigInt(2 ** 28))),
      input: [float('x', 1)],
      output: [float('y', 2 ** 28)],
    });
  },
  'a loop without end': () => looping('-', node('Add', 's s', 't')),
  'loops of a million inside each other': () => {
    let inner = node('Add', 's s', 't');
    for (let depth = 0; depth < 3; depth++) inner = node('Loop', 'n go s', 't', [bodyOf(inner)]);
    return looping('n', inner);
  },
};

const axis0: readonly OnnxAttribute[] = [{ name: 'axis', type: 2, i: 0n }];

/** Names apart by spaces; `-` stands for one left out. */
function node(opType: string, input: string, output: string, attribute: readonly OnnxAttribute[] = []): OnnxNode {
  return {
    opType,
    input: input.split(' ').map((name) => (name === '-' ? '' : name)),
    output: output.split(' '),
    attribute,
  };
}

function typed(name: string, elemType: number, ...sizes: readonly number[]) {
  return { name, type: { tensorType: { elemType, shape: { dim: sizes.map((dimValue) => ({ dimValue })) } } } };
}

function float(name: string, ...sizes: readonly number[]) {
  return typed(name, 1, ...sizes);
}

function int64(name: string, dims: readonly number[], ...values: readonly bigint[]): OnnxTensor {
  return { name, dims, dataType: 7, int64Data: BigInt64Array.from(values) };
}

function encoded(graph: OnnxGraph, rest: OnnxModel = {}): Uint8Array {
  const opsetImport = [
    { domain: '', version: 18 },
    { domain: 'f', version: 1 },
  ];
  return encodeMessage('Model', { irVersion: 8, opsetImport, graph: { name: 'g', ...graph }, ...rest });
}

/** Goes on while its condition holds, which always does. */
function looping(count: string, inner: OnnxNode): Uint8Array {
  return encoded({
    node: [node('Loop', `${count} go x`, 'y', [bodyOf(inner)])],
    initializer: [int64('n', [], 1_000_000n), { name: 'go', dims: [], dataType: 9, rawData: Uint8Array.of(1) }],
    input: [float('x', 2)],
    output: [float('y', 2)],
  });
}

function bodyOf(inner: OnnxNode): OnnxAttribute {
  const input = [typed('i', 7), typed('c', 9), float('s', 2)];
  const output = [typed('d', 9), float('t', 2)];
  return { name: 'body', type: 5, g: { name: 'body', node: [inner, node('Identity', 'c', 'd')], input, output } };
}
