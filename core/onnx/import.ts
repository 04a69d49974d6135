// An ONNX model as a graph for the compiler: whole, with weights, attributes and subgraphs. (read.ts reads what counting
// needs, and leaves the rest in the file.)
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Attribute, Constant, Input, Node, OpenGraph, Subgraph, TensorType } from '../graph/graph.ts';
import { orderNodes } from '../graph/order.ts';
import { elementTypes } from '../graph/shapes.ts';
import type { Tensor } from '../graph/tensor.ts';
import { asStored, type ExternalData, readSparse, readStored, readTensor, type Stored } from './data.ts';
import { type Inliner, inlineFunctions, openInliner, type VersionedNode, versionOf } from './functions.ts';
import {
  attributeTypes,
  type OnnxAttribute,
  type OnnxGraph,
  type OnnxModel,
  type OnnxTensor,
  type OnnxValueInfo,
} from './messages.ts';
import { dimensionName } from './read.ts';

export interface ImportOptions {
  /** Tensors that lie beside the model. */
  readonly external?: ExternalData;
  /** Graphs and calls of functions inside each other. */
  readonly maxDepth?: number;
  readonly maxNodes?: number;
  /** Of all tensors together that the file describes by less than their elements. */
  readonly maxElements?: number;
}

/**
 * @param bindings Sizes of the symbolic dimensions of inputs, by the names of `dimensionName`.
 * @throws CodedError `onnx-malformed`, `graph-invalid`, `graph-too-large`, or `dimension-unbound`
 */
export function importModel(
  model: OnnxModel,
  bindings: ReadonlyMap<string, number> = new Map(),
  options: ImportOptions = {},
): OpenGraph {
  const { external, maxDepth = 32, maxNodes = 1_000_000, maxElements = 2 ** 28 } = options;
  const opset = versionOf(model.opsetImport) ?? 1;
  const inliner = openInliner(model, { maxDepth, maxNodes });
  const importer: Importer = { inliner, opset, external, maxDepth, sparse: { left: maxElements } };
  const source = model.graph ?? {};
  const { nodes, constants } = importBody(importer, source, opset, 0);
  const stored = new Set(constants.map(({ name }) => name));
  const inputs: Input[] = [];
  const foreign: Node[] = [];
  for (const info of source.input ?? []) {
    const { name = '' } = info;
    // Files of old versions list their initializers among the inputs.
    if (stored.has(name)) continue;
    const type = typeOf(info, bindings);
    if (type === undefined) foreign.push(placeholder('Input', name));
    else inputs.push({ name, type, below: undefined });
  }
  const declared = [...(source.valueInfo ?? []), ...(source.output ?? [])].flatMap((info) => {
    const type = declaredType(info, bindings);
    return type === undefined ? [] : [[info.name ?? '', type] as const];
  });
  const outputs = (source.output ?? []).map(({ name = '' }) => ({ name }));
  return {
    name: source.name ?? '',
    opset,
    inputs,
    outputs,
    nodes: [...foreign, ...nodes],
    constants,
    values: new Map(declared),
  };
}

interface Importer {
  readonly inliner: Inliner;
  readonly opset: number;
  readonly external: ExternalData | undefined;
  readonly maxDepth: number;
  /** Elements that sparse tensors may still have. */
  readonly sparse: { left: number };
}

/** Stands for a value of a type that no tensor of the compiler has: what reads it is left to another runtime. */
function placeholder(op: 'Input' | 'Constant', name: string): Node {
  return { name, op, inputs: [], outputs: [name], attributes: {} };
}

function typeOf({ name = '', type }: OnnxValueInfo, bindings: ReadonlyMap<string, number>): TensorType | undefined {
  const tensor = type?.tensorType;
  const element = elementTypes.get(tensor?.elemType ?? 0);
  if (element === undefined) return undefined;
  const shape = (tensor?.shape?.dim ?? []).map((dim, axis) => {
    const symbol = dimensionName(name, axis, dim);
    const size = symbol === undefined ? dim.dimValue : bindings.get(symbol);
    if (size !== undefined) return size;
    throw new CodedError(
      'dimension-unbound',
      `Dimension "${symbol}" of input "${name}" has no size.`,
      'Bind every symbolic dimension to a number before the model is compiled.',
    );
  });
  return { type: element, shape };
}

/** The type of a value behind the inputs, where the file says it in full. */
function declaredType(
  { name = '', type }: OnnxValueInfo,
  bindings: ReadonlyMap<string, number>,
): TensorType | undefined {
  const tensor = type?.tensorType;
  const element = elementTypes.get(tensor?.elemType ?? 0);
  if (element === undefined || tensor?.shape === undefined) return undefined;
  const shape = (tensor.shape.dim ?? []).map((dim, axis) => {
    const symbol = dimensionName(name, axis, dim);
    return symbol === undefined ? dim.dimValue : bindings.get(symbol);
  });
  return shape.every((size) => size !== undefined) ? { type: element, shape } : undefined;
}

function importBody(importer: Importer, source: OnnxGraph, opset: number, depth: number) {
  if (depth > importer.maxDepth) {
    throw new CodedError(
      'graph-too-large',
      `The model has graphs more than ${importer.maxDepth} deep in each other.`,
      'Export the model with fewer branches and loops inside each other, or raise the limit.',
    );
  }
  const constants: Constant[] = [];
  const foreign: Node[] = [];
  const keep = (name: string, stored: Stored | undefined): void => {
    if (stored === undefined) foreign.push(placeholder('Constant', name));
    else constants.push({ name, ...stored, counts: stored.type.shape.length > 0 ? 'parameter' : 'shape' });
  };
  for (const tensor of source.initializer ?? []) keep(tensor.name ?? '', readStored(tensor, importer.external));
  for (const sparse of source.sparseInitializer ?? []) {
    keep(sparse.values?.name ?? '', asStored(sparseTensor(importer, sparse)));
  }
  const versioned = inlineFunctions(importer.inliner, source.node ?? [], opset);
  const nodes: Node[] = [];
  for (const { node, opset: version } of versioned) {
    const [name] = node.output ?? [];
    if (node.opType !== 'Constant' || name === undefined) {
      nodes.push(importNode(importer, { node, opset: version }, depth));
    } else {
      keep(name, constantNode(importer, node.attribute?.[0]));
    }
  }
  return { constants, nodes: orderNodes([...foreign, ...nodes]) };
}

function clean<Item extends object>(item: Item): { [Key in keyof Item]: Exclude<Item[Key], undefined> } {
  return item as { [Key in keyof Item]: Exclude<Item[Key], undefined> };
}

function sparseTensor({ sparse }: Importer, message: NonNullable<OnnxGraph['sparseInitializer']>[number]) {
  const tensor = readSparse(clean(message), sparse.left);
  sparse.left -= tensor?.data.length ?? 0;
  return tensor;
}

/** [ONNX Constant]: one of several attributes says the value. */
function constantNode(importer: Importer, attribute: OnnxAttribute | undefined): Stored | undefined {
  if (attribute === undefined) return undefined;
  const { name, t, i, ints, f, floats, sparseTensor: sparse } = attribute;
  if (sparse !== undefined) return asStored(sparseTensor(importer, sparse));
  if (t !== undefined) return readStored(t, importer.external);
  const list = (type: 'int64' | 'float32', data: Tensor['data']): Stored =>
    asStored({ type, shape: [data.length], data });
  const one = (type: 'int64' | 'float32', data: Tensor['data']): Stored => asStored({ type, shape: [], data });
  if (name === 'value_int') return one('int64', BigInt64Array.of(i ?? 0n));
  if (name === 'value_ints') return list('int64', ints ?? new BigInt64Array(0));
  if (name === 'value_float') return one('float32', Float32Array.of(f ?? 0));
  if (name === 'value_floats') return list('float32', floats ?? new Float32Array(0));
  return undefined;
}

function importNode(importer: Importer, { node, opset }: VersionedNode, depth: number): Node {
  const { name = '', opType = '', domain = '', input = [], output = [], attribute = [] } = node;
  const attributes = attribute.flatMap((item) => {
    const value = importAttribute(importer, item, opset, depth);
    return value === undefined ? [] : [[item.name ?? '', value] as const];
  });
  const op = domain === '' || domain === 'ai.onnx' ? opType : `${domain}.${opType}`;
  return {
    name,
    op,
    inputs: input,
    outputs: output,
    attributes: Object.fromEntries(attributes),
    ...(opset === importer.opset ? {} : { opset }),
  };
}

function importAttribute(
  importer: Importer,
  attribute: OnnxAttribute,
  opset: number,
  depth: number,
): Attribute | undefined {
  const { type, i = 0n, f = 0, s, ints, floats, strings, t, g } = attribute;
  switch (type) {
    case attributeTypes.int:
      return { kind: 'int', value: Number(i) };
    case attributeTypes.float:
      return { kind: 'float', value: f };
    case attributeTypes.string:
      return { kind: 'string', value: textOf(s) };
    case attributeTypes.ints:
      return { kind: 'ints', value: Array.from(ints ?? [], Number) };
    case attributeTypes.floats:
      return { kind: 'floats', value: Array.from(floats ?? []) };
    case attributeTypes.strings:
      return { kind: 'strings', value: (strings ?? []).map(textOf) };
    case attributeTypes.tensor: {
      const value = readTensor(t ?? ({} as OnnxTensor), importer.external);
      return value && { kind: 'tensor', value };
    }
    case attributeTypes.graph:
      return { kind: 'graph', value: importSubgraph(importer, g ?? {}, opset, depth + 1) };
    default:
      return undefined;
  }
}

function importSubgraph(importer: Importer, source: OnnxGraph, opset: number, depth: number): Subgraph {
  const { nodes, constants } = importBody(importer, source, opset, depth);
  const names = (list: OnnxGraph['input']): readonly string[] => (list ?? []).map(({ name = '' }) => name);
  const stored = new Set(constants.map(({ name }) => name));
  return {
    name: source.name ?? '',
    inputs: names(source.input).filter((name) => !stored.has(name)),
    outputs: names(source.output),
    nodes,
    constants,
  };
}

/** Strings of attributes are names of modes and equations, in ASCII. */
function textOf(bytes: Uint8Array | undefined): string {
  return String.fromCharCode(...(bytes ?? []).slice(0, 4096));
}
