// The streams of one key field: which sequences look at them, and the stream of each key, the least recently used of
// which goes when there are too many.
import type { SequenceTrigger } from '@edgewright/schemas/trigger.js';
import type { FieldValue, TaskEvent } from './event.ts';
import { Stream } from './stream.ts';
import { type Rule, Trie, type TrieNode } from './trie.ts';

/**
 * Sequences that count events, want them to follow each other directly, or end with sessions, look at every event that
 * their task declares: they share a partition only with those that declare the same.
 */
export class Partition {
  readonly signature: string;
  readonly keyField: string | undefined;
  readonly isCounting: boolean;
  readonly gap: number;
  readonly starts: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
  readonly trie = new Trie();
  readonly rules = new Set<Rule>();
  readonly streams = new Map<FieldValue | undefined, Stream>();
  /** Names of the events that any of its rules looks at. */
  names: ReadonlySet<string> = new Set();
  #sees: readonly string[];
  #keys = 0;

  constructor(trigger: SequenceTrigger, sees: readonly string[]) {
    this.signature = partitionOf(trigger, sees);
    this.keyField = trigger.key;
    this.isCounting = isCounting(trigger);
    this.gap = trigger.session?.gap ?? Number.POSITIVE_INFINITY;
    this.starts = new Set(trigger.session?.start);
    this.ends = new Set(trigger.session?.end);
    this.#sees = this.isCounting ? sees : [];
  }

  add(rule: Rule): void {
    this.rules.add(rule);
    this.trie.add(rule);
  }

  remove(rule: Rule): void {
    this.rules.delete(rule);
    this.trie.remove(rule);
    for (const stream of this.streams.values()) stream.floors?.delete(rule);
  }

  /** After rules have come or gone. */
  prepare(): void {
    this.trie.prepare();
    const alive = new Set<TrieNode>();
    const names = new Set(this.#sees);
    this.#keys = 0;
    const walk = (nodes: Iterable<TrieNode>) => {
      for (const node of nodes) {
        alive.add(node);
        for (const name of node.step.events) names.add(name);
        for (const name of node.awaited) names.add(name);
        this.#keys = Math.max(this.#keys, node.keys);
        walk(node.children.values());
      }
    };
    walk(this.trie.roots.values());
    this.names = names;
    for (const stream of this.streams.values()) stream.reindex((node) => alive.has(node));
  }

  /** Undefined where the event has no such field: it belongs to no stream. `isKeyed` then tells so. */
  keyOf(event: TaskEvent): FieldValue | undefined {
    if (this.keyField === undefined) return undefined;
    return Object.hasOwn(event.fields, this.keyField) ? event.fields[this.keyField] : undefined;
  }

  /** The stream of a key, made where there is none; `evicted` hears of those that had to go, with what they held. */
  open(key: FieldValue | undefined, evicted: (stream: Stream) => void): Stream {
    let stream = this.streams.get(key);
    if (stream === undefined) {
      stream = new Stream(key);
      while (this.streams.size >= this.#keys) {
        const [oldest] = this.streams.values();
        if (oldest === undefined) break;
        this.streams.delete(oldest.key);
        evicted(oldest);
      }
    } else if (this.keyField !== undefined) this.streams.delete(key);
    // The last of the map is the most recently used.
    this.streams.set(key, stream);
    return stream;
  }

  /** A stream that holds nothing is not kept. */
  close(stream: Stream): void {
    this.streams.delete(stream.key);
  }

  /** Looks at some streams, those first that have not been used for longest, for matches that are over. */
  sweep(now: number, count: number): void {
    for (const stream of this.streams.values()) {
      if (--count < 0) return;
      stream.sweep(now);
      if (stream.isEmpty && !this.isCounting) this.close(stream);
    }
  }
}

export function partitionOf(trigger: SequenceTrigger, sees: readonly string[]): string {
  const { key, session } = trigger;
  return JSON.stringify([
    key ?? null,
    isCounting(trigger) ? sees : null,
    session ? [String(session.gap), session.start, session.end] : null,
  ]);
}

/** Whether a sequence looks at every event that its task declares. */
export function isCounting({ contiguity, withinEvents, session }: SequenceTrigger): boolean {
  return contiguity === 'strict' || withinEvents !== Number.POSITIVE_INFINITY || session !== undefined;
}
