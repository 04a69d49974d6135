// Cuts a graph's nodes, in their order, into parts that each run on one runtime, so that the sum of what the nodes cost there
// and of what the parts hand to each other is the least: a dynamic programme over the places where it can be cut.

/** What passes between nodes. */
export interface PartitionValue {
  readonly bytes: number;
  /** The node that makes it, -1 for an input of the graph. */
  readonly maker: number;
  /** Ascending. */
  readonly readers: readonly number[];
  readonly isOutput: boolean;
  /** Whether it must stay inside of a part. */
  readonly isInner: boolean;
}

export interface Partitioning {
  readonly nodes: number;
  readonly runtimes: readonly string[];
  /** Of a node on a runtime, by its place; infinite where it cannot. */
  readonly cost: (runtime: number, node: number) => number;
  /** Of each part on a runtime, beside its nodes and bytes. */
  readonly start: (runtime: number) => number;
  /** Of a byte that goes into a part or out of it. */
  readonly perByte: number;
  readonly values: readonly PartitionValue[];
}

export interface Part {
  /** Nodes [from, to). */
  readonly from: number;
  readonly to: number;
  readonly runtime: string;
  readonly cost: number;
}

/** Places for a cut that are looked at: more nodes are cut in groups. */
const mostCuts = 1500;

/** @returns undefined where a node can run nowhere */
export function partition(given: Partitioning): readonly Part[] | undefined {
  const { nodes, runtimes } = given;
  const cuts = cutsOf(given);
  const best = new Float64Array(nodes + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(nodes + 1);
  const on = new Int32Array(nodes + 1);
  best[0] = 0;
  for (let begin = 0; begin < nodes; begin++) {
    if (best[begin] === Number.POSITIVE_INFINITY) continue;
    walkParts(given, begin, (end, costs) => {
      if (!cuts[end]) return;
      for (const [runtime, cost] of costs.entries())
        if (best[begin]! + cost < best[end]!) {
          best[end] = best[begin]! + cost;
          from[end] = begin;
          on[end] = runtime;
        }
    });
  }
  if (best[nodes] === Number.POSITIVE_INFINITY) return undefined;
  const parts: Part[] = [];
  for (let end = nodes; end > 0; end = from[end]!) {
    const begin = from[end]!;
    parts.unshift({ from: begin, to: end, runtime: runtimes[on[end]!]!, cost: best[end]! - best[begin]! });
  }
  return parts;
}

/** What one part costs on each runtime. */
export function costOfPart(given: Partitioning, from: number, to: number): readonly number[] {
  let found: readonly number[] = given.runtimes.map(() => Number.POSITIVE_INFINITY);
  walkParts(given, from, (end, costs) => {
    if (end === to) found = [...costs];
  });
  return found;
}

/** Where a part may begin. */
function cutsOf({ nodes, runtimes, cost, values }: Partitioning): Uint8Array {
  const every = Math.ceil(nodes / mostCuts);
  const cuts = new Uint8Array(nodes + 1);
  const placesOf = (node: number): string => runtimes.map((_, at) => Number(Number.isFinite(cost(at, node)))).join('');
  for (let at = 0; at <= nodes; at++) {
    const isEnd = at === 0 || at === nodes;
    cuts[at] = Number(isEnd || at % every === 0 || placesOf(at) !== placesOf(at - 1));
  }
  for (const { maker, readers, isInner } of values)
    if (isInner && readers.length > 0) cuts.fill(0, maker + 1, readers[readers.length - 1]! + 1);
  return cuts;
}

/** Calls back for every end of a part that begins at `begin`, as long as one runtime can have it all. */
function walkParts(
  { nodes, runtimes, cost, start, perByte, values }: Partitioning,
  begin: number,
  visit: (end: number, costs: Float64Array) => void,
): void {
  const { reads, made } = linksOf(values, nodes);
  const sums = Float64Array.from(runtimes, (_, at) => start(at));
  const costs = new Float64Array(runtimes.length);
  const entered = new Set<number>();
  let bytes = 0;
  for (let node = begin; node < nodes; node++) {
    for (const id of reads[node]!) {
      const { bytes: size, maker, readers, isOutput } = values[id]!;
      if (maker < begin) {
        if (!entered.has(id)) bytes += size;
        entered.add(id);
      } else if (readers[readers.length - 1] === node && !isOutput) bytes -= size;
    }
    for (const id of made[node]!)
      if (values[id]!.readers.length > 0 || values[id]!.isOutput) bytes += values[id]!.bytes;
    for (const at of runtimes.keys()) {
      sums[at]! += cost(at, node);
      costs[at] = sums[at]! + bytes * perByte;
    }
    if (sums.every((sum) => sum === Number.POSITIVE_INFINITY)) return;
    visit(node + 1, costs);
  }
}

interface Links {
  /** Values that each node reads, and makes. */
  readonly reads: readonly (readonly number[])[];
  readonly made: readonly (readonly number[])[];
}

const links = new WeakMap<readonly PartitionValue[], Links>();

function linksOf(values: readonly PartitionValue[], nodes: number): Links {
  const known = links.get(values);
  if (known !== undefined) return known;
  const reads: number[][] = Array.from({ length: nodes }, () => []);
  const made: number[][] = Array.from({ length: nodes }, () => []);
  for (const [id, { maker, readers }] of values.entries()) {
    if (maker >= 0) made[maker]!.push(id);
    for (const reader of readers) reads[reader]!.push(id);
  }
  links.set(values, { reads, made });
  return { reads, made };
}
