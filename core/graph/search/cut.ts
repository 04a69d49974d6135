// A run of a graph's nodes as a graph of its own.
import type { Compiled } from '../compile.ts';
import type { Constant, Input, OpenGraph } from '../graph.ts';
import { readNames } from '../order.ts';

export type Cuttable = Pick<Compiled, 'graph' | 'types' | 'foldedOf'>;

/**
 * Nodes [from, to). Its outputs are what later nodes or the graph's outputs need.
 * What is known of other nodes' values, such as shapes, is constant in it.
 */
export function cutGraph({ graph, types, foldedOf }: Cuttable, from: number, to: number): OpenGraph {
  const nodes = graph.nodes.slice(from, to);
  const made = new Set(nodes.flatMap(({ outputs }) => outputs));
  const read = new Set(nodes.flatMap((node) => [...readNames(node)]));
  const later = new Set(graph.nodes.slice(to).flatMap((node) => [...readNames(node)]));
  const wanted = new Set(graph.outputs.map(({ name }) => name));
  // Outputs of the graph that no node makes are the last part's.
  const isLast = to === graph.nodes.length;
  const constants: Constant[] = graph.constants.filter(({ name }) => read.has(name) || (isLast && wanted.has(name)));
  const given = new Set(constants.map(({ name }) => name));
  const known = new Map(graph.inputs.map((input) => [input.name, input]));
  const inputs: Input[] = [];
  for (const name of read) {
    if (made.has(name) || given.has(name)) continue;
    const type = types.get(name);
    const folded = known.has(name) ? undefined : foldedOf(name);
    if (folded !== undefined) {
      const { type: element, shape, data } = folded;
      constants.push({ name, type: { type: element, shape }, content: { kind: 'data', data }, counts: 'shape' });
      continue;
    }
    const input = known.get(name) ?? (type && { name, type, below: undefined });
    if (input === undefined) throw new Error(`the type of ${name} is not known, and parts are cut there`);
    inputs.push(input);
  }
  return {
    ...graph,
    inputs,
    outputs: [...made, ...(isLast ? given : [])]
      .filter((name) => name !== '' && (later.has(name) || wanted.has(name)))
      .map((name) => ({ name })),
    nodes,
    constants,
    values: new Map([...graph.values].filter(([name]) => made.has(name))),
  };
}
