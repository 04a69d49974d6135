// A graph to the bytes of an ONNX file. Weights are made where they are to lie; a gigabyte of them is in memory once.
import {
  type Attribute,
  type Constant,
  elementBytes,
  elements,
  type Graph,
  type Node,
  type OpenGraph,
  type Subgraph,
  type TensorType,
} from '../graph/graph.ts';
import { elementTypes } from '../graph/shapes.ts';
import type { Tensor as TensorData } from '../graph/tensor.ts';
import { encodeHead, encodeMessage } from './encode.ts';
import { toHalf } from './half.ts';
import {
  attributeTypes,
  dataLocations,
  messages,
  type OnnxAttribute,
  type OnnxGraph,
  type OnnxNode,
  type OnnxTensor,
  type OnnxValueInfo,
} from './messages.ts';
import { fillFloat16, fillFloat32 } from './weights.ts';

/** The version of ONNX's file format that came with opset 17. */
export const irVersion = 8;

/** Marks files whose tensors say in `doc_string` whether they are parameters. */
export const producer = 'edgewright';

/** Constants of more bytes than this go to a file of their own: protobuf ends at 2 GiB, and nodes and names need room. */
export const externalThreshold = 2 ** 30;

export interface ExternalOptions {
  /** Constants smaller than this many bytes stay in the model. */
  readonly externalFrom?: number;
  /** Greatest size of a chunk in bytes; a multiple of 4096. */
  readonly chunkBytes?: number;
}

export interface ExternalModel {
  readonly model: Uint8Array;
  /** Of the data in bytes. */
  readonly length: number;
  /** The contents of the file, in order. Each chunk is the caller's to keep. */
  readonly data: Iterable<Uint8Array>;
}

/** Of outputs whose types are not known, the names alone are written. */
export type AnyGraph = Graph | OpenGraph;

/** Whether the graph must be written by `encodeExternal`. */
export function needsExternal(graph: AnyGraph, threshold = externalThreshold): boolean {
  return constantBytes(graph) > threshold;
}

/** The whole model in one piece. A graph that needs external data is the caller's error. */
export function encodeModel(graph: AnyGraph, threshold = externalThreshold): Uint8Array {
  if (needsExternal(graph, threshold))
    throw new RangeError(`${constantBytes(graph)} bytes of constants in one message`);
  const tensors = graph.constants.map((constant): Tensor => {
    const head = encodeMessage('Tensor', describe(constant));
    const raw = encodeHead(messages.Tensor.rawData, byteLength(constant.type));
    return { head: [head, raw], constant };
  });
  return assemble(graph, tensors);
}

/** The model beside a file `name` that holds its larger constants, each at a multiple of 4096 bytes. */
export function encodeExternal(
  graph: AnyGraph,
  name: string,
  { externalFrom = 65_536, chunkBytes = 16 * 2 ** 20 }: ExternalOptions = {},
): ExternalModel {
  const stored: Stored[] = [];
  let end = 0;
  const tensors = graph.constants.map((constant): Tensor => {
    const length = byteLength(constant.type);
    // Shape inference reads integers: they must be in the model.
    if (length < externalFrom || constant.type.type === 'int64') {
      const rawData = new Uint8Array(length);
      fill(rawData, constant, 0);
      return { head: [encodeMessage('Tensor', { ...describe(constant), rawData })] };
    }
    const offset = Math.ceil(end / alignment) * alignment;
    end = offset + length;
    stored.push({ constant, offset, length });
    const externalData = [
      { key: 'location', value: name },
      { key: 'offset', value: String(offset) },
      { key: 'length', value: String(length) },
    ];
    const dataLocation = dataLocations.external;
    return { head: [encodeMessage('Tensor', { ...describe(constant), externalData, dataLocation })] };
  });
  const data = { [Symbol.iterator]: () => chunksOf(stored, chunkBytes) };
  return { model: assemble(graph, tensors), length: end, data };
}

/** Encoded pieces of a TensorProto and, where its raw data come last and are still to be made, the constant. */
interface Tensor {
  readonly head: readonly Uint8Array[];
  readonly constant?: Constant;
}

interface Stored {
  readonly constant: Constant;
  readonly offset: number;
  readonly length: number;
}

/** A page: the runtime may map the file instead of reading it. */
const alignment = 4096;

function* chunksOf(stored: readonly Stored[], chunkBytes: number): Generator<Uint8Array, void, undefined> {
  let at = 0;
  for (const { constant, offset, length } of stored) {
    if (offset > at) yield new Uint8Array(offset - at);
    for (let from = 0; from < length; from += chunkBytes) {
      const chunk = new Uint8Array(Math.min(chunkBytes, length - from));
      fill(chunk, constant, from / elementBytes[constant.type.type]);
      yield chunk;
    }
    at = offset + length;
  }
}

/** The model with its tensors at the end of the graph: a field may stand anywhere in its message. */
function assemble(graph: AnyGraph, tensors: readonly Tensor[]): Uint8Array {
  const outputs = new Set(graph.outputs.map(({ name }) => name));
  const body = encodeMessage('Graph', {
    name: graph.name,
    node: graph.nodes.map(encodeNode),
    input: graph.inputs.map(({ name, type }) => encodeValue(name, type)),
    output: graph.outputs.map((output) => encodeValue(output.name, 'type' in output ? output.type : undefined)),
    valueInfo: [...graph.values].filter(([name]) => !outputs.has(name)).map(([name, type]) => encodeValue(name, type)),
  });
  const pieces = tensors.map((tensor) => {
    const length = total(tensor.head) + (tensor.constant ? byteLength(tensor.constant.type) : 0);
    const head = [encodeHead(messages.Graph.initializer, length), ...tensor.head];
    return { head, constant: tensor.constant, length: total(head) + length - total(tensor.head) };
  });
  const tail = pieces.reduce((sum, { length }) => sum + length, 0);
  const start = encodeMessage('Model', {
    irVersion,
    producerName: producer,
    opsetImport: [{ domain: '', version: graph.opset }, ...domainsOf(graph.nodes)],
  });
  const head = [start, encodeHead(messages.Model.graph, body.length + tail), body];
  const bytes = new Uint8Array(total(head) + tail);
  let at = 0;
  const append = (piece: Uint8Array): void => {
    bytes.set(piece, at);
    at += piece.length;
  };
  head.forEach(append);
  for (const { head, constant } of pieces) {
    head.forEach(append);
    if (constant === undefined) continue;
    const end = at + byteLength(constant.type);
    fill(bytes.subarray(at, end), constant, 0);
    at = end;
  }
  return bytes;
}

function total(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

const dataTypes = new Map([...elementTypes].map(([number, type]) => [type, number]));

function describe({ name, type, counts }: Constant): OnnxTensor {
  return { name, dims: type.shape, dataType: dataTypes.get(type.type), docString: counts };
}

/** Versions of domains beside ONNX's own are not kept on the way in. */
function domainsOf(nodes: readonly Node[]): { domain: string; version: number }[] {
  const domains = new Set(nodes.map(({ op }) => splitOp(op).domain));
  return [...domains]
    .filter((domain) => domain !== '')
    .map((domain) => ({ domain, version: domain === 'ai.onnx.ml' ? 3 : 1 }));
}

/** `com.microsoft.Gelu` is Gelu of com.microsoft. */
function splitOp(op: string): { readonly domain: string; readonly opType: string } {
  const dot = op.lastIndexOf('.');
  return { domain: op.slice(0, Math.max(0, dot)), opType: op.slice(dot + 1) };
}

function encodeNode({ name, op, inputs, outputs, attributes }: Node): OnnxNode {
  const { domain, opType } = splitOp(op);
  return {
    name,
    opType,
    ...(domain !== '' && { domain }),
    input: inputs,
    output: outputs,
    attribute: Object.entries(attributes).map(([key, attribute]) => encodeAttribute(key, attribute)),
  };
}

function encodeAttribute(name: string, attribute: Attribute): OnnxAttribute {
  const type = attributeTypes[attribute.kind];
  switch (attribute.kind) {
    case 'int':
      return { name, type, i: BigInt(attribute.value) };
    case 'ints':
      return { name, type, ints: BigInt64Array.from(attribute.value, BigInt) };
    case 'float':
      return { name, type, f: attribute.value };
    case 'floats':
      return { name, type, floats: Float32Array.from(attribute.value) };
    case 'string':
      return { name, type, s: asciiBytes(attribute.value) };
    case 'strings':
      return { name, type, strings: attribute.value.map(asciiBytes) };
    case 'tensor':
      return { name, type, t: encodeTensor('', attribute.value) };
    case 'graph':
      return { name, type, g: encodeSubgraph(attribute.value) };
  }
}

function encodeTensor(name: string, { type, shape, data }: TensorData): OnnxTensor {
  const rawData = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { name, dims: shape, dataType: dataTypes.get(type), rawData };
}

function encodeSubgraph({ name, inputs, outputs, nodes, constants }: Subgraph): OnnxGraph {
  return {
    name,
    node: nodes.map(encodeNode),
    initializer: constants.map((constant) => {
      const rawData = new Uint8Array(byteLength(constant.type));
      fill(rawData, constant, 0);
      return { ...describe(constant), rawData };
    }),
    input: inputs.map((name) => ({ name })),
    output: outputs.map((name) => ({ name })),
  };
}

/** Strings of attributes are names of modes. */
function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** What has no type gets it from the reader's inference. */
function encodeValue(name: string, known: TensorType | undefined): OnnxValueInfo {
  if (known === undefined) return { name };
  const { type, shape } = known;
  const dim = shape.map((dimValue) => ({ dimValue }));
  return { name, type: { tensorType: { elemType: dataTypes.get(type), shape: { dim } } } };
}

function constantBytes(graph: AnyGraph): number {
  return graph.constants.reduce((sum, { type }) => sum + byteLength(type), 0);
}

function byteLength({ type, shape }: TensorType): number {
  return elements(shape) * elementBytes[type];
}

/** Bytes are placed by way of an aligned buffer that stays in the cache: raw data stands at any offset. */
const windowBytes = 2 ** 20;

/** Fills `target` with a constant's bytes from element `first` on. */
function fill(target: Uint8Array, { name, type, content }: Constant, first: number): void {
  if (content.kind === 'data') {
    const { buffer, byteOffset } = content.data;
    target.set(new Uint8Array(buffer, byteOffset + first * elementBytes[type.type], target.length));
    return;
  }
  const width = elementBytes[type.type];
  if (content.kind === 'bytes') {
    target.set(content.bytes.subarray(first * width, first * width + target.length));
    return;
  }
  const window = new Uint8Array(Math.min(windowBytes, target.length));
  for (let at = 0; at < target.length; at += windowBytes) {
    const bytes = window.subarray(0, Math.min(windowBytes, target.length - at));
    const index = first + at / width;
    const count = bytes.length / width;
    if (content.kind === 'random') {
      if (type.type === 'float32') fillFloat32(new Float32Array(window.buffer, 0, count), content, index);
      else if (type.type === 'float16') fillFloat16(new Uint16Array(window.buffer, 0, count), content, index);
      else throw new TypeError(`constant ${name}: no random ${type.type}`);
    } else if (content.kind === 'stored') {
      throw new TypeError(`constant ${name} is not this program's to write`);
    } else {
      const valueAt = content.kind === 'values' ? (at: number) => content.values[at]! : causal(type, content.above);
      fillValues(window.buffer, type, count, (offset) => valueAt(index + offset));
    }
    target.set(bytes, at);
  }
}

function causal({ shape }: TensorType, above: number): (at: number) => number {
  const width = shape[shape.length - 1]!;
  return (at) => (at % width > Math.floor(at / width) ? above : 0);
}

function fillValues(buffer: ArrayBuffer, { type }: TensorType, count: number, valueAt: (at: number) => number): void {
  if (type === 'float32') new Float32Array(buffer, 0, count).set(Array.from({ length: count }, (_, at) => valueAt(at)));
  else if (type === 'float16') {
    new Uint16Array(buffer, 0, count).set(Array.from({ length: count }, (_, at) => toHalf(valueAt(at))));
  } else if (type === 'int64') {
    new BigInt64Array(buffer, 0, count).set(Array.from({ length: count }, (_, at) => BigInt(valueAt(at))));
  } else throw new TypeError(`no values of ${type}`);
}
