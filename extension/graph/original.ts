// The first stage: the nodes of the file as they stand in it, with the graphs of branches and loops inside them.
import { bytesOf, type Constant, type Node, type OpenGraph, type TensorType } from '@edgewright/core/graph/graph.js';
import { operationsOf } from '@edgewright/core/graph/operations.js';
import type { FactGroup, Stage, StageNode } from '../protocol.ts';
import { layOut } from './layout.ts';
import { attributeText, typeText } from './text.ts';

/** @param types Of values, as far as they are known. @param left Why nodes are left to another runtime. */
export function originalStage(
  graph: OpenGraph,
  types: ReadonlyMap<string, TensorType>,
  left: ReadonlyMap<Node, string> = new Map(),
): Stage {
  const nodes: StageNode[] = [];
  const known = new Map(types);
  for (const { name, type } of [...graph.inputs, ...graph.constants]) known.set(name, type);
  const makers = new Map<string, number>();
  for (const { name, type } of graph.inputs) {
    makers.set(name, nodes.length);
    nodes.push(portNode('input', name, typeText(type), []));
  }
  addNodes({ nodes, types: known, left }, graph, { makers, constants: constantsOf(graph.constants), depth: 0 });
  for (const { name } of graph.outputs) {
    const maker = makers.get(name);
    nodes.push(portNode('output', name, typeText(known.get(name)), maker === undefined ? [] : [maker]));
  }
  const own = nodes.filter(({ kind }) => kind === 'node');
  return {
    name: 'original',
    nodes,
    drawing: layOut(nodes),
    totals: {
      nodes: own.length,
      macs: own.reduce((sum, { macs }) => sum + macs, 0),
      bytes: own.reduce((sum, { bytes }) => sum + bytes, 0),
      regions: undefined,
      left: left.size,
    },
  };
}

export function portNode(
  kind: 'input' | 'output',
  name: string,
  output: string,
  sources: readonly number[],
): StageNode {
  const [reads, makes] = kind === 'input' ? [[], [name]] : [[name], []];
  return {
    kind,
    index: -1,
    depth: 0,
    name,
    op: kind === 'input' ? 'Input' : 'Output',
    output,
    reads,
    makes,
    sources,
    macs: 0,
    bytes: 0,
    run: undefined,
    from: [],
    facts: [],
  };
}

interface Listing {
  readonly nodes: StageNode[];
  readonly types: ReadonlyMap<string, TensorType>;
  readonly left: ReadonlyMap<Node, string>;
}

/** The names that one graph knows, those of the graphs around it included. */
interface Scope {
  readonly makers: Map<string, number>;
  readonly constants: ReadonlyMap<string, Constant>;
  readonly depth: number;
  /** Index of the node of depth 0 that this graph is inside. */
  readonly index?: number;
}

function addNodes(listing: Listing, { nodes: list }: Pick<OpenGraph, 'nodes'>, scope: Scope): void {
  const { nodes, types, left } = listing;
  const { makers, constants, depth } = scope;
  for (const [at, node] of list.entries()) {
    const index = scope.index ?? at;
    const inputs = node.inputs.map((name) => types.get(name));
    const outputs = node.outputs.map((name) => types.get(name));
    const place = nodes.length;
    const bodies = Object.values(node.attributes).flatMap((item) => (item.kind === 'graph' ? [item.value] : []));
    // What a body reads of the graph around it is an input of the node as well.
    const reads = [...new Set([...node.inputs, ...bodies.flatMap(freeNames)])].filter((name) => name !== '');
    const reason = left.get(node);
    nodes.push({
      kind: 'node',
      index,
      depth,
      name: nameOfNode(node),
      op: node.op,
      output: typeText(outputs[0]),
      reads,
      makes: node.outputs.filter((name) => name !== ''),
      sources: reads.flatMap((name) => makers.get(name) ?? []),
      macs: operationsOf(node, inputs, outputs)?.macs ?? 0,
      bytes: outputs.reduce((sum, type) => sum + (type === undefined ? 0 : bytesOf(type)), 0),
      run: reason === undefined ? undefined : { by: 'external', algorithms: [], reason },
      from: depth === 0 ? [index] : [],
      facts: factsOf(node, types, constants),
    });
    for (const body of bodies) {
      const inner = new Map(makers);
      for (const name of body.inputs) inner.set(name, place);
      const known = new Map([...constants, ...constantsOf(body.constants)]);
      addNodes(listing, body, { makers: inner, constants: known, depth: depth + 1, index });
    }
    for (const name of node.outputs) if (name !== '') makers.set(name, place);
  }
}

/** Exporters may leave the name out. */
export function nameOfNode({ name, op, outputs }: Node): string {
  return name || outputs[0] || op;
}

function freeNames(body: Pick<OpenGraph, 'nodes' | 'constants'> & { readonly inputs: readonly string[] }) {
  const own = new Set([
    ...body.inputs,
    ...body.constants.map(({ name }) => name),
    ...body.nodes.flatMap(({ outputs }) => outputs),
  ]);
  const read = body.nodes.flatMap(({ inputs, attributes }): readonly string[] => [
    ...inputs,
    ...Object.values(attributes).flatMap((item) => (item.kind === 'graph' ? freeNames(item.value) : [])),
  ]);
  return read.filter((name: string) => !own.has(name));
}

function factsOf(
  { inputs, outputs, attributes }: Node,
  types: ReadonlyMap<string, TensorType>,
  constants: ReadonlyMap<string, Constant>,
): readonly FactGroup[] {
  const value = (name: string): readonly [string, string] => {
    if (name === '') return ['left out', ''];
    const type = typeText(constants.get(name)?.type ?? types.get(name)) || 'type not known';
    return [name, constants.has(name) ? `${type}, constant` : type];
  };
  return [
    { title: 'Inputs', entries: inputs.map(value) },
    { title: 'Outputs', entries: outputs.map(value) },
    { title: 'Attributes', entries: Object.entries(attributes).map(([name, item]) => [name, attributeText(item)]) },
  ];
}

function constantsOf(constants: readonly Constant[]): ReadonlyMap<string, Constant> {
  return new Map(constants.map((constant) => [constant.name, constant]));
}
