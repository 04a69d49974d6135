// A match in progress: a chain of the events it has taken, standing at a node of the trie.
import type { Arrival, FiringEvent, TaskEvent } from './event.ts';
import type { Rule, Terminal, TrieNode } from './trie.ts';

export interface Partial {
  readonly node: TrieNode;
  readonly prev: Partial | undefined;
  readonly arrival: Arrival;
  /** Place of the last event in its stream, where the stream counts. */
  readonly index: number;
  /** Events taken in the node's step. */
  readonly count: number;
  readonly first: Arrival;
  readonly firstIndex: number;
  /** Past this time nothing can come of it. */
  expires: number;
  /** Taken further, or without a way on. */
  isOver: boolean;
  /** Branches that an event has already been taken for; the set is this match's own. */
  consumed: Set<TrieNode> | undefined;
  /** Nodes and ends that a forbidden event has closed, until the step takes another event. */
  blocked: ReadonlySet<TrieNode | Terminal>;
}

export const none: ReadonlySet<never> = new Set<never>();

export function withOne<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  return set.has(item) ? set : new Set([...set, item]);
}

/** The last event that a named step of the match has taken. */
export function earlierIn(partial: Partial): (name: string) => TaskEvent | undefined {
  return (name) => {
    for (let at: Partial | undefined = partial; at !== undefined; at = at.prev) {
      if (at.node.step.name === name) return at.arrival.source;
    }
    return undefined;
  };
}

export function eventsOf(partial: Partial): readonly FiringEvent[] {
  const events: FiringEvent[] = [];
  for (let at: Partial | undefined = partial; at !== undefined; at = at.prev) {
    events.push({ ...at.arrival.source, step: at.node.depth, seq: at.arrival.seq });
  }
  return events.reverse();
}

/** A match or a timeout of a rule, before its skip strategy has had its say. */
export interface Candidate {
  readonly kind: 'match' | 'timeout';
  readonly rule: Rule;
  readonly partial: Partial;
}

/** Earlier events first, then events of earlier steps, then the longer one; between rules the order of loading. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  if (a.rule !== b.rule) return a.rule.order - b.rule.order;
  const [left, right] = [runOf(a.partial), runOf(b.partial)];
  const shared = Math.min(left.length, right.length);
  for (let at = 0; at < shared; at++) {
    const difference = (left[at] as number) - (right[at] as number);
    if (difference !== 0) return difference;
  }
  return right.length - left.length;
}

/** Arrival and step of every event in turn. */
function runOf(partial: Partial): readonly number[] {
  const run: number[] = [];
  for (let at: Partial | undefined = partial; at !== undefined; at = at.prev) run.push(at.node.depth, at.arrival.seq);
  return run.reverse();
}
