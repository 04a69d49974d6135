// The rows of the structure: layers, repeats of equal ones, and their nodes; opened, sorted and searched.
import { type Layer, type LayerCost, type LayerNode, type Repeat, sumOf } from '@edgewright/core/models/layers.js';

export interface Row extends LayerCost {
  /** The same in every listing of one model. */
  readonly key: string;
  readonly depth: number;
  readonly name: string;
  /** Layers of a repeat; 1 for all else. */
  readonly count: number;
  readonly op: string;
  readonly output: string;
  /** Undefined where there is nothing inside. */
  readonly isOpen: boolean | undefined;
  readonly node: LayerNode | undefined;
  /** Nodes inside; 1 for a node. */
  readonly nodes: number;
}

export type SortKey = 'flow' | keyof LayerCost;

export interface Listing {
  readonly open: ReadonlySet<string>;
  readonly sort: SortKey;
  /** Words, all of which a name or op has; empty for all rows. */
  readonly search: string;
}

/** Rows in sight, top down. A search opens what holds a match and leaves out what does not. */
export function rowsOf(repeats: readonly Repeat[], { open, sort, search }: Listing): readonly Row[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const isSought = words.length > 0;
  const rows: Row[] = [];
  const addNodes = (layer: Layer, key: string, depth: number, nodes: readonly LayerNode[]): void => {
    for (const node of sorted(nodes, sort)) rows.push(nodeRow(layer, node, `${key}/${node.name}`, depth));
  };
  const addLayer = (layer: Layer, key: string, depth: number): void => {
    const isNamed = matches(words, layer.name);
    const nodes = isNamed
      ? layer.nodes
      : layer.nodes.filter((node) => matches(words, `${layer.name} ${node.name} ${node.op}`));
    if (isSought && nodes.length === 0 && !isNamed) return;
    // One node says nothing that its layer does not.
    const isLeaf = layer.nodes.length < 2;
    const isOpen = !isLeaf && (open.has(key) || (isSought && !isNamed));
    rows.push({
      ...costOf(layer),
      key,
      depth,
      name: layer.name,
      count: 1,
      op: opsOf(layer.nodes),
      output: layer.nodes.at(-1)?.output ?? '',
      isOpen: isLeaf ? undefined : isOpen,
      node: isLeaf ? layer.nodes[0] : undefined,
      nodes: layer.nodes.length,
    });
    if (isOpen) addNodes(layer, key, depth + 1, nodes);
  };
  const groups = repeats.map(({ layers }) => ({ layers, ...sumOf(layers) }));
  for (const { layers, ...cost } of sorted(groups, sort)) {
    const [first, last] = [layers[0]!, layers.at(-1)!];
    if (layers.length === 1) {
      addLayer(first, first.name, 0);
      continue;
    }
    const key = `${first.name}…`;
    const isOpen = open.has(key) || isSought;
    const at = rows.length;
    rows.push({
      ...cost,
      key,
      depth: 0,
      name: spanName(first.name, last.name),
      count: layers.length,
      op: opsOf(first.nodes),
      output: first.nodes.at(-1)?.output ?? '',
      isOpen,
      node: undefined,
      nodes: layers.reduce((sum, { nodes }) => sum + nodes.length, 0),
    });
    if (isOpen) for (const layer of sorted(layers, sort)) addLayer(layer, layer.name, 1);
    if (isSought && rows.length === at + 1) rows.pop();
  }
  return rows;
}

function nodeRow(layer: Layer, node: LayerNode, key: string, depth: number): Row {
  const { name, op, output } = node;
  const short = name.startsWith(`${layer.name}.`) ? name.slice(layer.name.length + 1) : name;
  return { ...costOf(node), key, depth, name: short || op, count: 1, op, output, isOpen: undefined, node, nodes: 1 };
}

/** "layer1 to 12": of the second name what differs, whole numbers whole. */
function spanName(first: string, last: string): string {
  let same = 0;
  while (same < first.length && first[same] === last[same]) same++;
  while (same > 0 && /\d/.test(last[same - 1] ?? '')) same--;
  return `${first} to ${last.slice(same) || last}`;
}

function costOf({ parameters, macs, weightBytes, activationBytes }: LayerCost): LayerCost {
  return { parameters, macs, weightBytes, activationBytes };
}

/** Greatest first; in the order of the graph where they are equal. */
function sorted<Item extends LayerCost>(items: readonly Item[], sort: SortKey): readonly Item[] {
  return sort === 'flow' ? items : items.toSorted((left, right) => right[sort] - left[sort]);
}

function matches(words: readonly string[], text: string): boolean {
  const known = text.toLowerCase();
  return words.every((word) => known.includes(word));
}

/** "Conv, BatchNormalization, Relu": each op once, those that do the most work first. */
function opsOf(nodes: readonly LayerNode[]): string {
  const work = new Map<string, number>();
  for (const { op, macs } of nodes) work.set(op, (work.get(op) ?? 0) + macs);
  return [...work]
    .sort((left, right) => right[1] - left[1])
    .map(([op]) => op)
    .join(', ');
}
