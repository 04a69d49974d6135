// The cost of a graph, counted node by node: the check on the closed forms of the families, and the only way for a file
// of the user.
import type { Cost } from '@edgewright/schemas/generated/record.js';
import { bytesOf, type Constant, elements, type Graph, type Node, type TensorType } from './graph.ts';
import { isView, operationsOf } from './operations.ts';

export interface Count {
  readonly cost: Cost;
  /** Ops that were not counted, or not whole: of no known rule or shape. Empty where the cost is exact. */
  readonly partial: readonly string[];
}

/** The rules stand in docs/models.md. Where `partial` is not empty every number is a lower bound. */
export function countGraph(graph: Graph): Count {
  const constants = new Map(graph.constants.map((constant) => [constant.name, constant]));
  const inputs = graph.inputs.map(({ name, type }): [string, TensorType] => [name, type]);
  const types = new Map<string, TensorType>([...graph.values, ...inputs]);
  for (const { name, type } of graph.constants) types.set(name, type);
  const partial = new Set<string>();
  let macs = 0;
  let flops = 0;
  for (const node of graph.nodes) {
    const known = node.inputs.map((name) => types.get(name));
    const operations = operationsOf(
      node,
      known,
      node.outputs.map((name) => types.get(name)),
    );
    const isKnown = node.outputs.every((name) => name === '' || types.has(name));
    if (operations === undefined || !isKnown) partial.add(node.op);
    macs += operations?.macs ?? 0;
    flops += 2 * (operations?.macs ?? 0) + (operations?.elementwise ?? 0);
  }
  const { peak, moved } = followActivations(graph, types, constants);
  const weightBytes = total(graph.constants, ({ type }) => bytesOf(type));
  const parameters = total(graph.constants, ({ counts, type }) => (counts === 'parameter' ? elements(type.shape) : 0));
  const trafficBytes = constantBytesRead(graph.nodes, types, constants) + moved;
  const cost: Cost = { parameters, macs, flops, weightBytes, activationBytes: peak, trafficBytes };
  return { cost, partial: [...partial].sort() };
}

function total<Item>(items: readonly Item[], measure: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + measure(item), 0);
}

/** Peak of live bytes over the nodes in order, and bytes written once and read once by each consumer. A view of a value is the value. */
function followActivations(
  graph: Graph,
  types: ReadonlyMap<string, TensorType>,
  constants: ReadonlyMap<string, Constant>,
): { readonly peak: number; readonly moved: number } {
  const roots = new Map<string, string>();
  const rootOf = (name: string): string => roots.get(name) ?? name;
  for (const node of graph.nodes) if (isView(node)) roots.set(node.outputs[0]!, rootOf(node.inputs[0]!));

  const isActivation = (name: string): boolean => name !== '' && !constants.has(name) && types.has(name);
  const reads = (node: Node): readonly string[] => [...new Set(node.inputs.map(rootOf).filter(isActivation))];
  const lastUse = new Map<string, number>();
  for (const [index, node] of graph.nodes.entries()) for (const name of reads(node)) lastUse.set(name, index);
  for (const { name } of graph.outputs) lastUse.set(rootOf(name), Number.POSITIVE_INFINITY);

  const size = (name: string): number => bytesOf(types.get(name)!);
  let live = total(graph.inputs, ({ name }) => size(name));
  let peak = live;
  let moved = 0;
  for (const [index, node] of graph.nodes.entries()) {
    const read = reads(node);
    const written = isView(node) ? [] : node.outputs.filter(isActivation);
    live += total(written, size);
    peak = Math.max(peak, live);
    live -= total(
      read.filter((name) => lastUse.get(name) === index),
      size,
    );
    // What nobody reads is gone as soon as it is written.
    live -= total(
      written.filter((name) => !lastUse.has(name)),
      size,
    );
    if (!isView(node)) moved += total(written, size) + total(read, (name) => readBytes(node, name, rootOf, types));
  }
  return { peak, moved };
}

/** Bytes that a node reads of an activation: a Gather reads the rows that it gives, not the whole. */
function readBytes(
  node: Node,
  name: string,
  rootOf: (name: string) => string,
  types: ReadonlyMap<string, TensorType>,
): number {
  const rows = node.op === 'Gather' && rootOf(node.inputs[0]!) === name ? types.get(node.outputs[0]!) : undefined;
  return bytesOf(rows ?? types.get(name)!);
}

/** Every constant once, except tables of a Gather, of which each Gather reads its rows. Views of constants read nothing. */
function constantBytesRead(
  nodes: readonly Node[],
  types: ReadonlyMap<string, TensorType>,
  constants: ReadonlyMap<string, Constant>,
): number {
  const looked = new Set<string>();
  const whole = new Set<string>();
  let rows = 0;
  for (const node of nodes) {
    for (const [at, name] of node.inputs.entries()) {
      if (!constants.has(name)) continue;
      if (node.op !== 'Gather' || at !== 0) whole.add(name);
      else {
        looked.add(name);
        const output = types.get(node.outputs[0]!);
        rows += output === undefined ? 0 : bytesOf(output);
      }
    }
  }
  const once = total([...constants.values()], ({ name, type }) =>
    whole.has(name) || !looked.has(name) ? bytesOf(type) : 0,
  );
  return once + rows;
}
