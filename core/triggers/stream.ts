// The events of one key, and the matches in progress among them.
import type { FieldValue } from './event.ts';
import type { Partial } from './partial.ts';
import type { Rule, TrieNode } from './trie.ts';

/** The matches in progress at one node. */
export interface Standing {
  readonly node: TrieNode;
  partials: Partial[];
}

export interface Closing {
  readonly kind: 'close' | 'timeout';
  readonly rule: Rule;
  readonly partial: Partial;
}

/** Nodes from which on an index is worth its upkeep. */
const leastIndexed = 3;

export class Stream {
  readonly key: FieldValue | undefined;
  /** Events seen so far, where that is counted. */
  index = 0;
  /** Of the last event, where sessions may end by a gap. */
  lastTime = 0;
  hasGapTimer = false;
  /** Matches of a rule that began at or before this arrival have been skipped past. Made when the first is. */
  floors: Map<Rule, number> | undefined;
  /** Windows that close when the stream has so many events. Made when the first is. */
  closings: Map<number, Closing[]> | undefined;
  readonly #standings: Standing[] = [];
  #index: Index | undefined;

  constructor(key: FieldValue | undefined) {
    this.key = key;
  }

  get standings(): readonly Standing[] {
    return this.#standings;
  }

  /** Whether no match is in progress; what is over may not have been noticed yet. */
  get isEmpty(): boolean {
    return this.#standings.length === 0;
  }

  /** Matches of a rule that began at or before an arrival are none any more. */
  skipPast(rule: Rule, seq: number): void {
    this.floors ??= new Map();
    this.floors.set(rule, seq);
  }

  /** Whether `pending` leaves out what does not wait for the name. */
  get isIndexed(): boolean {
    return this.#index !== undefined;
  }

  /** The dynamic pending set: what may wait for an event of a name. It changes when matches come and go. */
  pending(name: string): readonly Standing[] {
    if (this.#index === undefined) return this.#standings;
    const waiting = this.#index.byName.get(name) ?? [];
    return this.#index.strict.length === 0 ? waiting : [...this.#index.strict, ...waiting];
  }

  /** The match stands at its node from now on; returns how many had to go to make room. */
  add(partial: Partial, now: number): number {
    const { node } = partial;
    let standing = this.#find(node);
    if (standing === undefined) {
      standing = { node, partials: [] };
      this.#standings.push(standing);
      if (this.#index !== undefined) insert(this.#index, standing);
      else if (this.#standings.length > leastIndexed) this.#index = indexOf(this.#standings);
    }
    let dropped = 0;
    if (standing.partials.length >= node.cap) {
      standing.partials = standing.partials.filter((other) => !isSpent(other, now, this));
      // The oldest goes: what began last has the most time left.
      while (standing.partials.length >= node.cap) {
        const [oldest] = standing.partials.splice(0, 1);
        if (oldest !== undefined) oldest.isOver = true;
        dropped++;
      }
    }
    standing.partials.push(partial);
    return dropped;
  }

  /** Takes away what is empty, so that it costs nothing until a match stands there again. */
  forget(standing: Standing): void {
    replaceByLast(this.#standings, standing);
    if (this.#index === undefined) return;
    if (this.#standings.length === 0) {
      this.#index = undefined;
      return;
    }
    const { byNode, byName, strict } = this.#index;
    byNode.delete(standing.node);
    if (standing.node.contiguity === 'strict') replaceByLast(strict, standing);
    else for (const name of standing.node.awaited) replaceByLast(byName.get(name) ?? [], standing);
  }

  /** After the trie has changed. `isAlive`: whether a node is still part of it. */
  reindex(isAlive: (node: TrieNode) => boolean): void {
    const standings = this.#standings.splice(0);
    for (const standing of standings) {
      if (isAlive(standing.node)) this.#standings.push(standing);
      else for (const partial of standing.partials) partial.isOver = true;
    }
    this.#index = this.#standings.length > leastIndexed ? indexOf(this.#standings) : undefined;
  }

  /** Takes away matches of which nothing can come any more. */
  sweep(now: number): void {
    for (const standing of [...this.#standings]) {
      standing.partials = standing.partials.filter((partial) => {
        partial.isOver ||= isSpent(partial, now, this);
        return !partial.isOver;
      });
      if (standing.partials.length === 0) this.forget(standing);
    }
  }

  /** No match crosses this moment. */
  clear(): void {
    for (const { partials } of this.#standings.splice(0)) for (const partial of partials) partial.isOver = true;
    this.#index = undefined;
    this.closings = undefined;
  }

  #find(node: TrieNode): Standing | undefined {
    if (this.#index !== undefined) return this.#index.byNode.get(node);
    for (const standing of this.#standings) if (standing.node === node) return standing;
    return undefined;
  }
}

interface Index {
  readonly byNode: Map<TrieNode, Standing>;
  readonly byName: Map<string, Standing[]>;
  /** What waits for whatever comes next. */
  readonly strict: Standing[];
}

function indexOf(standings: readonly Standing[]): Index {
  const index: Index = { byNode: new Map(), byName: new Map(), strict: [] };
  for (const standing of standings) insert(index, standing);
  return index;
}

function insert({ byNode, byName, strict }: Index, standing: Standing): void {
  byNode.set(standing.node, standing);
  if (standing.node.contiguity === 'strict') {
    strict.push(standing);
    return;
  }
  for (const name of standing.node.awaited) {
    const waiting = byName.get(name);
    if (waiting === undefined) byName.set(name, [standing]);
    else waiting.push(standing);
  }
}

/** The last takes the place of the item. */
function replaceByLast<T>(items: T[], item: T): void {
  const at = items.indexOf(item);
  const last = at < 0 ? undefined : items.pop();
  if (last !== undefined && at < items.length) items[at] = last;
}

/** Whether nothing can come of a match in progress any more. */
export function isSpent(partial: Partial, now: number, stream: Stream): boolean {
  if (partial.isOver || now >= partial.expires) return true;
  const { only } = partial.node;
  return only !== undefined && partial.first.seq <= floorOf(only, stream);
}

export function floorOf(rule: Rule, stream: Stream): number {
  return Math.max(stream.floors?.get(rule) ?? 0, rule.loadedAt);
}

/** Whether a match in progress has a way on beside being told where it stands. */
export function hasWayOn({ node, count, consumed, blocked }: Partial): boolean {
  if (count < node.step.to) return true;
  const { targets } = node;
  if ((consumed?.size ?? 0) + blocked.size < targets.length) return true;
  return targets.some((target) => !blocked.has(target) && !consumed?.has(target));
}
