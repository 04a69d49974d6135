// Nodes in topological order. ONNX asks for it, files do not always keep it, and a circle must not hang a compiler.
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Node } from './graph.ts';

/**
 * The nodes so that each comes after those whose outputs it reads, also in its subgraphs; otherwise in the given order.
 * @throws CodedError `graph-invalid` where they read each other in a circle
 */
export function orderNodes(nodes: readonly Node[]): readonly Node[] {
  const makers = new Map<string, number>();
  for (const [at, { outputs }] of nodes.entries()) for (const name of outputs) if (name !== '') makers.set(name, at);
  const sources = nodes.map((node) => [...readNames(node)].flatMap((name) => makers.get(name) ?? []));
  if (sources.every((list, at) => list.every((source) => source < at))) return nodes;
  const ordered: Node[] = [];
  const state = new Uint8Array(nodes.length);
  for (const start of nodes.keys()) {
    // Depth first without recursion: a chain may have a million nodes.
    const stack = [{ at: start, next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      if (top.next === 0 && state[top.at] === 2) {
        stack.pop();
        continue;
      }
      state[top.at] = 1;
      const source = sources[top.at]![top.next++];
      if (source === undefined) {
        state[top.at] = 2;
        ordered.push(nodes[top.at]!);
        stack.pop();
      } else if (state[source] === 1) {
        throw circular(nodes[source]!);
      } else if (state[source] === 0) {
        stack.push({ at: source, next: 0 });
      }
    }
  }
  return ordered;
}

/** Names that a node reads, with those that its subgraphs take from around them. */
export function readNames(node: Node): ReadonlySet<string> {
  const names = new Set(node.inputs.filter((name) => name !== ''));
  for (const attribute of Object.values(node.attributes)) {
    if (attribute.kind !== 'graph') continue;
    const { inputs, outputs, nodes, constants } = attribute.value;
    const own = new Set([...inputs, ...constants.map(({ name }) => name), ...nodes.flatMap(({ outputs }) => outputs)]);
    for (const inner of nodes) for (const name of readNames(inner)) if (!own.has(name)) names.add(name);
    for (const name of outputs) if (!own.has(name)) names.add(name);
  }
  return names;
}

function circular({ name, op }: Node): CodedError {
  return new CodedError(
    'graph-invalid',
    `Node "${name}" of op ${op} reads, by way of other nodes, what it makes itself.`,
    'Export the model again, and check it with the ONNX checker.',
  );
}
