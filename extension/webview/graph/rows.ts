// The rows of a stage: its nodes in the order in which they run or by a figure, what is inside others opened or not, and
// those that a search finds.
import type { Stage, StageNode } from '../../protocol.ts';

export interface Row {
  /** Place in the nodes of the stage. */
  readonly place: number;
  readonly node: StageNode;
  /** Undefined where there is nothing inside. */
  readonly isOpen: boolean | undefined;
}

export interface Listing {
  /** Places of the nodes that are open. */
  readonly open: ReadonlySet<number>;
  /** Figure of a node, of which the greatest comes first; undefined for the order of the graph. */
  readonly by: ((place: number) => number) | undefined;
  /** Places to show, with what they are inside; undefined for all. */
  readonly found: ReadonlySet<number> | undefined;
}

/** Top down. A search opens what holds a match. */
export function rowsOf({ nodes }: Stage, { open, by, found }: Listing): readonly Row[] {
  const groups = groupsOf(nodes);
  const ordered = by === undefined ? groups : groups.toSorted((a, b) => by(b.first) - by(a.first));
  return ordered.flatMap(({ first, end }) => {
    const rows: Row[] = [];
    let closedAt = Number.POSITIVE_INFINITY;
    for (let place = first; place < end; place++) {
      const node = nodes[place]!;
      if (node.depth > closedAt) continue;
      closedAt = Number.POSITIVE_INFINITY;
      const inner = innerEnd(nodes, place);
      const holdsMatch = found !== undefined && hasFrom(found, place + 1, inner);
      if (found !== undefined && !found.has(place) && !holdsMatch) {
        closedAt = node.depth;
        continue;
      }
      const isOpen = inner === place + 1 ? undefined : open.has(place) || holdsMatch;
      if (isOpen !== true) closedAt = node.depth;
      rows.push({ place, node, isOpen });
    }
    return rows;
  });
}

/** Places of the nodes that have all words in their name, op, values or algorithms; undefined without a word. */
export function find({ nodes }: Stage, search: string): ReadonlySet<number> | undefined {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const found = nodes.flatMap((node, place) => {
    const text = [node.name, node.op, ...node.reads, ...node.makes, ...(node.run?.algorithms ?? [])]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word)) ? [place] : [];
  });
  return new Set(found);
}

/** Places of the nodes that each is inside of, from the outermost. */
export function holdersOf({ nodes }: Stage, place: number): readonly number[] {
  const holders: number[] = [];
  let { depth } = nodes[place]!;
  for (let at = place - 1; at >= 0 && depth > 0; at--) {
    if (nodes[at]!.depth >= depth) continue;
    holders.unshift(at);
    depth = nodes[at]!.depth;
  }
  return holders;
}

/** By place: places of what reads what the node makes. */
export function readersOf({ nodes }: Stage): readonly (readonly number[])[] {
  const readers: number[][] = nodes.map(() => []);
  for (const [place, { sources }] of nodes.entries())
    for (const source of new Set(sources)) readers[source]!.push(place);
  return readers;
}

/** The node of another stage that does the same work, or some of it: the first that shares a node of the file. */
export function counterpart(from: StageNode, { nodes }: Stage): number | undefined {
  const same = nodes.findIndex(({ kind, name }) => kind !== 'node' && kind === from.kind && name === from.name);
  if (from.kind !== 'node') return same < 0 ? undefined : same;
  const wanted = new Set(from.from);
  const place = nodes.findIndex((node) => node.from.some((index) => wanted.has(index)));
  return place < 0 ? undefined : place;
}

function groupsOf(nodes: readonly StageNode[]): readonly { readonly first: number; readonly end: number }[] {
  const starts = nodes.flatMap(({ depth }, place) => (depth === 0 ? [place] : []));
  return starts.map((first, at) => ({ first, end: starts[at + 1] ?? nodes.length }));
}

function innerEnd(nodes: readonly StageNode[], place: number): number {
  let end = place + 1;
  while (end < nodes.length && nodes[end]!.depth > nodes[place]!.depth) end++;
  return end;
}

function hasFrom(places: ReadonlySet<number>, first: number, end: number): boolean {
  for (let place = first; place < end; place++) if (places.has(place)) return true;
  return false;
}
