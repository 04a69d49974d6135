// Where the boxes and lines of a graph lie: in layers, after Sugiyama, Tagawa and Toda (1981), "Methods for visual
// understanding of hierarchical system structures". A box is one layer below the lowest of its sources; a line that
// passes layers has a place in each, so that boxes make room for it.
import { boxHeight, boxWidth, type Drawing, type DrawnLine } from '../protocol.ts';

export interface Placed {
  readonly kind: 'input' | 'node' | 'output';
  /** Only boxes of depth 0 are drawn. */
  readonly depth: number;
  /** Places of what it reads, all before its own. */
  readonly sources: readonly number[];
}

export interface LayoutOptions {
  /** More boxes are not drawn. */
  readonly maxBoxes?: number;
  /** Layers that a line may pass; longer ones, as of a mask that every block reads, would be most of the drawing. */
  readonly maxSpan?: number;
}

const gapBeside = 24;
const gapBelow = 36;
const margin = 24;
const lineWidth = 10;
/** How far a box stays from the middle, of how far it would: without, every branch would move all below it aside. */
const pull = 0.8;
/** Rounds of ordering, and of placing; more change little. */
const rounds = 6;

/** A box or, where `box` is -1, a line that passes the layer. */
interface Item {
  readonly box: number;
  readonly layer: number;
  readonly above: Item[];
  readonly below: Item[];
  /** Of its centre. */
  x: number;
  rank: number;
}

/** Undefined where there are more boxes than are drawn, or none. */
export function layOut(nodes: readonly Placed[], options: LayoutOptions = {}): Drawing | undefined {
  const { maxBoxes = 20_000, maxSpan = 24 } = options;
  const boxes = nodes.flatMap(({ depth }, place) => (depth === 0 ? [place] : []));
  if (boxes.length === 0 || boxes.length > maxBoxes) return undefined;
  const edges = boxes.flatMap((to) => [...new Set(nodes[to]!.sources)].map((from) => ({ from, to })));
  const layers = layersOf(nodes, boxes, edges);
  const items = new Map(boxes.map((box) => [box, itemOf(box, layers[box]!)]));
  const passing = new Map<number, Item[]>();
  const routes = edges.map(({ from, to }) => routeOf(items, passing, { from, to, maxSpan }));
  const rows = rowsOf([...items.values(), ...[...passing.values()].flat()]);
  for (let round = 0; round < rounds; round++) order(rows, round % 2 === 0 ? 'above' : 'below');
  for (let round = 0; round < rounds; round++) place(rows, round % 2 === 0 ? 'above' : 'below');
  straighten(rows);
  return drawingOf(nodes.length, edges, { items, routes, rows });
}

type Edge = Pick<DrawnLine, 'from' | 'to'>;

/** What hangs on no input, as what is computed of constants, stands right above its first reader; so do inputs. */
function layersOf(nodes: readonly Placed[], boxes: readonly number[], edges: readonly Edge[]): Int32Array {
  const layers = new Int32Array(nodes.length);
  const readers = Map.groupBy(edges, ({ from }) => from);
  const tied = new Set<number>();
  for (const { from, to } of edges) {
    layers[to] = Math.max(layers[to]!, layers[from]! + 1);
    if (nodes[from]!.kind === 'input' || tied.has(from)) tied.add(to);
  }
  for (const box of boxes.toReversed()) {
    const below = readers.get(box)?.map(({ to }) => layers[to]!) ?? [];
    if (!tied.has(box) && below.length > 0) layers[box] = below.reduce((least, layer) => Math.min(least, layer)) - 1;
  }
  return layers;
}

function itemOf(box: number, layer: number): Item {
  return { box, layer, above: [], below: [], x: 0, rank: 0 };
}

/** Lines from one box pass a layer as one. Undefined where it passes too many. */
function routeOf(
  items: ReadonlyMap<number, Item>,
  passing: Map<number, Item[]>,
  { from, to, maxSpan }: Edge & { readonly maxSpan: number },
): readonly Item[] | undefined {
  const [source, target] = [items.get(from)!, items.get(to)!];
  const span = target.layer - source.layer;
  if (span > maxSpan) return undefined;
  const chain = passing.get(from) ?? [];
  passing.set(from, chain);
  while (chain.length < span - 1) {
    const last = chain.at(-1) ?? source;
    const next = itemOf(-1, last.layer + 1);
    join(last, next);
    chain.push(next);
  }
  const route = [source, ...chain.slice(0, span - 1), target];
  join(route.at(-2)!, target);
  return route;
}

function join(upper: Item, lower: Item): void {
  upper.below.push(lower);
  lower.above.push(upper);
}

function rowsOf(items: readonly Item[]): Item[][] {
  const rows: Item[][] = [];
  for (const item of items) {
    while (rows.length <= item.layer) rows.push([]);
    const row = rows[item.layer]!;
    item.rank = row.length;
    row.push(item);
  }
  return rows;
}

/** Each row by the mean place of what its items hang on, which leaves few crossings. */
function order(rows: readonly Item[][], side: 'above' | 'below'): void {
  for (const row of side === 'above' ? rows : rows.toReversed()) {
    const wanted = new Map(row.map((item) => [item, meanOf(item[side], 'rank') ?? item.rank]));
    row.sort((a, b) => wanted.get(a)! - wanted.get(b)! || a.rank - b.rank);
    for (const [rank, item] of row.entries()) item.rank = rank;
  }
}

function meanOf(items: readonly Item[], key: 'rank' | 'x'): number | undefined {
  return items.length === 0 ? undefined : items.reduce((sum, item) => sum + item[key], 0) / items.length;
}

/** Each row as near as its order allows to what its items hang on. */
function place(rows: readonly Item[][], side: 'above' | 'below'): void {
  for (const row of side === 'above' ? rows : rows.toReversed()) {
    const wanted = row.map((item) => (meanOf(item[side], 'x') ?? item.x) * (item.box < 0 ? 1 : pull));
    for (const [at, x] of spread(row, wanted).entries()) row[at]!.x = x;
  }
}

/** What follows something alone stands right below it. */
function straighten(rows: readonly Item[][]): void {
  for (const row of rows) {
    const wanted = row.map(({ above, x }) => (above.length === 1 && above[0]!.below.length === 1 ? above[0]!.x : x));
    for (const [at, x] of spread(row, wanted).entries()) row[at]!.x = x;
  }
}

/**
 * Centres in order, apart as they must be, with the least weighted sum of squares from those wanted: with the distances
 * taken off, an isotonic regression, by pooling adjacent violators.
 */
function spread(row: readonly Item[], wanted: readonly number[]): readonly number[] {
  const offsets: number[] = [];
  const blocks: { sum: number; weight: number; count: number }[] = [];
  for (const [at, item] of row.entries()) {
    const offset = at === 0 ? 0 : offsets[at - 1]! + (widthOf(row[at - 1]!) + widthOf(item)) / 2 + gapBeside;
    offsets.push(offset);
    // A line is kept straight rather than a box in the middle.
    const weight = item.box < 0 ? 4 : 1;
    let block = { sum: (wanted[at]! - offset) * weight, weight, count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.weight >= block.sum / block.weight; last = blocks.at(-1)) {
      block = { sum: last.sum + block.sum, weight: last.weight + block.weight, count: last.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  const levels = blocks.flatMap(({ sum, weight, count }) => new Array<number>(count).fill(sum / weight));
  return levels.map((level, at) => level + offsets[at]!);
}

function widthOf({ box }: Item): number {
  return box < 0 ? lineWidth : boxWidth;
}

function drawingOf(
  count: number,
  edges: readonly Edge[],
  {
    items,
    routes,
    rows,
  }: {
    readonly items: ReadonlyMap<number, Item>;
    readonly routes: readonly (readonly Item[] | undefined)[];
    readonly rows: readonly (readonly Item[])[];
  },
): Drawing {
  let [left, right] = [Infinity, -Infinity];
  for (const row of rows) {
    for (const item of row) {
      left = Math.min(left, item.x - widthOf(item) / 2);
      right = Math.max(right, item.x + widthOf(item) / 2);
    }
  }
  const shift = margin - left;
  const topOf = (layer: number): number => margin + layer * (boxHeight + gapBelow);
  const x = new Float32Array(count).fill(Number.NaN);
  const y = new Float32Array(count).fill(Number.NaN);
  for (const [box, item] of items) {
    x[box] = item.x + shift - boxWidth / 2;
    y[box] = topOf(item.layer);
  }
  const lines = edges.map(({ from, to }, at): DrawnLine => {
    const route = routes[at] ?? [];
    const points = route.flatMap((item, step) => {
      const [centre, top] = [Math.round(item.x + shift), topOf(item.layer)];
      if (step === 0) return [centre, top + boxHeight];
      return step === route.length - 1 ? [centre, top] : [centre, top, centre, top + boxHeight];
    });
    return { from, to, points };
  });
  return { width: right + shift + margin, height: topOf(rows.length) - gapBelow + margin, x, y, lines };
}
