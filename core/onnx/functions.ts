// Functions that a model brings along, written out where they are called, so that the compiler sees ops alone.
import { CodedError } from '@edgewright/schemas/codes.js';
import {
  attributeTypes,
  type Message,
  type OnnxAttribute,
  type OnnxGraph,
  type OnnxModel,
  type OnnxNode,
} from './messages.ts';

type OnnxFunction = Message<'Function'>;

/** A node with the opset whose meaning it has. */
export interface VersionedNode {
  readonly node: OnnxNode;
  readonly opset: number;
}

export interface InlineLimits {
  /** Calls inside calls; a function that calls itself has no end. */
  readonly maxDepth: number;
  /** Nodes in all: functions that call functions twice grow by powers of two. */
  readonly maxNodes: number;
}

/** Writes out the functions of one model, for all its graphs: what calls in branches make counts with the rest. */
export interface Inliner {
  readonly functions: ReadonlyMap<string, OnnxFunction>;
  readonly limits: InlineLimits;
  readonly state: { calls: number; nodes: number };
}

export function openInliner(model: OnnxModel, limits: InlineLimits): Inliner {
  const functions = new Map(
    (model.functions ?? []).map((item) => [keyOf(item.domain, item.name, item.overload), item]),
  );
  return { functions, limits, state: { calls: 0, nodes: 0 } };
}

/** The nodes of a graph, with calls replaced by the bodies; names of a body are made unique. */
export function inlineFunctions(inliner: Inliner, nodes: readonly OnnxNode[], opset: number): readonly VersionedNode[] {
  return nodes.flatMap((node) => expandNode(inliner, node, opset, 0));
}

function keyOf(domain = '', name = '', overload = ''): string {
  return JSON.stringify([domain === 'ai.onnx' ? '' : domain, name, overload]);
}

function expandNode(inliner: Inliner, node: OnnxNode, opset: number, depth: number): readonly VersionedNode[] {
  const { functions, limits, state } = inliner;
  const called = functions.get(keyOf(node.domain, node.opType, node.overload));
  if (called === undefined) {
    state.nodes++;
    if (state.nodes > limits.maxNodes) throw tooMany(`its functions have more than ${limits.maxNodes} nodes`);
    return [{ node, opset }];
  }
  if (depth >= limits.maxDepth) throw tooMany(`function ${called.name} lies ${depth} calls deep in functions`);
  const prefix = `${node.name || called.name}/${state.calls++}/`;
  const names = new Map<string, string>();
  for (const [at, name] of (called.input ?? []).entries()) names.set(name, node.input?.[at] ?? '');
  for (const [at, name] of (called.output ?? []).entries()) {
    const actual = node.output?.[at];
    if (actual) names.set(name, actual);
  }
  const given = new Map((node.attribute ?? []).map((attribute) => [attribute.name ?? '', attribute]));
  for (const attribute of called.attributeProto ?? []) {
    if (!given.has(attribute.name ?? '')) given.set(attribute.name ?? '', attribute);
  }
  const version = versionOf(called.opsetImport) ?? opset;
  // An output of the function that is an input needs a node of its own.
  const passed = (called.output ?? []).flatMap((name, at): readonly VersionedNode[] => {
    const actual = node.output?.[at];
    const from = called.input?.includes(name) ? node.input?.[called.input.indexOf(name)] : undefined;
    return actual && from ? [{ node: { opType: 'Identity', input: [from], output: [actual] }, opset: version }] : [];
  });
  const body = (called.node ?? []).flatMap((inner) =>
    expandNode(inliner, renameNode(inner, names, prefix, given), version, depth + 1),
  );
  return [...body, ...passed];
}

export function versionOf(imports: OnnxModel['opsetImport']): number | undefined {
  return imports?.find(({ domain = '' }) => domain === '' || domain === 'ai.onnx')?.version;
}

function renameNode(
  node: OnnxNode,
  names: ReadonlyMap<string, string>,
  prefix: string,
  given: ReadonlyMap<string, OnnxAttribute>,
): OnnxNode {
  const rename = (name: string): string => (name === '' ? '' : (names.get(name) ?? prefix + name));
  return {
    ...node,
    name: prefix + (node.name ?? ''),
    input: (node.input ?? []).map(rename),
    output: (node.output ?? []).map(rename),
    attribute: (node.attribute ?? []).flatMap((attribute) => bindAttribute(attribute, names, prefix, given)),
  };
}

/** An attribute that refers to one of the call has its value, or is left out where the call leaves it out. */
function bindAttribute(
  attribute: OnnxAttribute,
  names: ReadonlyMap<string, string>,
  prefix: string,
  given: ReadonlyMap<string, OnnxAttribute>,
): readonly OnnxAttribute[] {
  if (attribute.refAttrName) {
    const bound = given.get(attribute.refAttrName);
    return bound ? [{ ...bound, name: attribute.name }] : [];
  }
  if (attribute.type !== attributeTypes.graph || attribute.g === undefined) return [attribute];
  return [{ ...attribute, g: renameGraph(attribute.g, names, prefix, given) }];
}

function renameGraph(
  graph: OnnxGraph,
  names: ReadonlyMap<string, string>,
  prefix: string,
  given: ReadonlyMap<string, OnnxAttribute>,
): OnnxGraph {
  const rename = (name = ''): string => (name === '' ? '' : (names.get(name) ?? prefix + name));
  return {
    ...graph,
    node: (graph.node ?? []).map((node) => renameNode(node, names, prefix, given)),
    input: (graph.input ?? []).map((info) => ({ ...info, name: rename(info.name) })),
    output: (graph.output ?? []).map((info) => ({ ...info, name: rename(info.name) })),
    initializer: (graph.initializer ?? []).map((tensor) => ({ ...tensor, name: rename(tensor.name) })),
  };
}

function tooMany(reason: string): CodedError {
  return new CodedError(
    'graph-too-large',
    `The model is beyond a limit of the compiler: ${reason}.`,
    'Export the model without functions, or raise the limit.',
  );
}
