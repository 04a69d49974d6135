// What each layer of a graph costs: where the parameters, the work and the bytes of a model are.
import { type Attribute, bytesOf, elements, type Graph, type Node, type TensorType } from '../graph/graph.ts';
import { isView, operationsOf } from '../graph/operations.ts';

/** Of one inference, batch included. */
export interface LayerCost {
  readonly parameters: number;
  readonly macs: number;
  /** Constants, each with the first node that reads it. */
  readonly weightBytes: number;
  /** Written; a view of what is there already writes nothing. */
  readonly activationBytes: number;
}

/** Nodes that share a name, in order. */
export interface Layer extends LayerCost {
  readonly name: string;
  readonly nodes: readonly LayerNode[];
}

export interface LayerNode extends LayerCost {
  readonly name: string;
  readonly op: string;
  /** "1x64x32x32"; empty where it is not known. */
  readonly output: string;
  /** What it reads, with the shape: "layer1.weight 256x256". */
  readonly inputs: readonly string[];
  readonly attributes: readonly (readonly [string, string])[];
}

/** Equal layers that follow one another. */
export interface Repeat {
  readonly layers: readonly Layer[];
}

/**
 * In order of their first node. Over all layers parameters, MACs and weight bytes sum up to those of `countGraph`;
 * constants that no node reads make a last layer without nodes.
 */
export function layersOf(graph: Graph): readonly Layer[] {
  const types = new Map<string, TensorType>(graph.values);
  for (const { name, type } of [...graph.inputs, ...graph.constants]) types.set(name, type);
  const unread = new Map(graph.constants.map((constant) => [constant.name, constant]));
  const layers = new Map<string, LayerNode[]>();
  for (const [index, node] of graph.nodes.entries()) {
    const constants = [...new Set(node.inputs)].flatMap((name) => unread.get(name) ?? []);
    for (const { name } of constants) unread.delete(name);
    const name = layerName(node, index);
    const nodes = layers.get(name) ?? [];
    if (nodes.length === 0) layers.set(name, nodes);
    nodes.push(nodeOf(node, types, constants));
  }
  const listed = [...layers].map(([name, nodes]) => ({ name, nodes, ...sumOf(nodes) }));
  if (unread.size === 0) return listed;
  return [
    ...listed,
    { name: 'read by no node', nodes: [], macs: 0, activationBytes: 0, ...constantCost([...unread.values()]) },
  ];
}

/** Layers with the same operations, shapes and costs one after the other stand together. */
export function repeatsOf(layers: readonly Layer[]): readonly Repeat[] {
  const repeats: Layer[][] = [];
  let before: string | undefined;
  for (const layer of layers) {
    const form = JSON.stringify([
      // Not the bytes: the first layer also reads the constants that all share.
      layer.parameters,
      layer.macs,
      layer.nodes.map(({ op, output, attributes }) => [op, output, attributes]),
    ]);
    if (form === before && layer.nodes.length > 0) repeats.at(-1)!.push(layer);
    else repeats.push([layer]);
    before = form;
  }
  return repeats.map((equal) => ({ layers: equal }));
}

/** The sum of costs; zero of none. */
export function sumOf(costs: readonly LayerCost[]): LayerCost {
  const total = (key: keyof LayerCost): number => costs.reduce((sum, cost) => sum + cost[key], 0);
  return {
    parameters: total('parameters'),
    macs: total('macs'),
    weightBytes: total('weightBytes'),
    activationBytes: total('activationBytes'),
  };
}

/**
 * Families name nodes `layer1.relu` and `group1.block2.conv1`; exporters `/layer1/layer1.0/conv1/Conv`, with the op last.
 * A name without parts is a layer of its own.
 */
function layerName({ name, op }: Node, index: number): string {
  if (name === '') return `${op} ${index + 1}`;
  const path = name.split('/').filter((part) => part !== '');
  if (path.length > 1) return path.slice(0, Math.min(2, path.length - 1)).join('/');
  return /^(group\d+\.block\d+|[^.]+)/.exec(name)?.[0] ?? name;
}

function nodeOf(node: Node, types: ReadonlyMap<string, TensorType>, constants: Graph['constants']): LayerNode {
  const outputs = node.outputs.map((name) => types.get(name));
  const operations = operationsOf(
    node,
    node.inputs.map((name) => types.get(name)),
    outputs,
  );
  const written = isView(node) ? [] : outputs.filter((type) => type !== undefined);
  return {
    name: node.name,
    op: node.op,
    output: shapeText(outputs[0]),
    inputs: node.inputs.filter((name) => name !== '').map((name) => `${name} ${shapeText(types.get(name))}`.trim()),
    attributes: Object.entries(node.attributes).map(([name, attribute]) => [name, attributeText(attribute)] as const),
    macs: operations?.macs ?? 0,
    activationBytes: written.reduce((sum, type) => sum + bytesOf(type), 0),
    ...constantCost(constants),
  };
}

function constantCost(constants: Graph['constants']): Pick<LayerCost, 'parameters' | 'weightBytes'> {
  return {
    parameters: constants.reduce(
      (sum, { counts, type }) => sum + (counts === 'parameter' ? elements(type.shape) : 0),
      0,
    ),
    weightBytes: constants.reduce((sum, { type }) => sum + bytesOf(type), 0),
  };
}

function shapeText(type: TensorType | undefined): string {
  if (type === undefined) return '';
  return type.shape.length === 0 ? 'scalar' : type.shape.join('x');
}

/** Lists in full as long as a person reads them. */
function attributeText({ kind, value }: Attribute): string {
  if (kind !== 'ints' && kind !== 'floats') return String(value);
  return value.length <= 8 ? value.join(', ') : `${value.slice(0, 8).join(', ')}, ${value.length - 8} more`;
}
