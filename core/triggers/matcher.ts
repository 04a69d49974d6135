// Sequences over events: what waits for an event is taken further by it, in steps that the trie shares between tasks.
// No clock: time comes with events and with `advance`. The semantics stand in docs/triggers.md, each with its test.
import type { Arrival } from './event.ts';
import { Heap } from './heap.ts';
import { closeCounted, forbids, isHeld, isHeldAt, isWithin, waits } from './held.ts';
import { type Candidate, compareCandidates, earlierIn, none, type Partial, withOne } from './partial.ts';
import { Partition, partitionOf } from './partition.ts';
import { nothingEarlier } from './predicate.ts';
import { floorOf, hasWayOn, isSpent, type Standing, type Stream } from './stream.ts';
import type { Rule, TrieNode } from './trie.ts';

export interface MatcherCounters {
  /** Matches in progress that had to make room for others. */
  partialsDropped: number;
  /** Keys that had to make room for others, and held matches in progress. */
  keysDropped: number;
  /** Events without the field by which a task tells its streams apart. */
  unkeyed: number;
}

/** `at`: time of the engine. */
export type Emit = (candidate: Candidate, stream: Stream, at: number) => void;

export interface DueTimer {
  readonly time: number;
  readonly kind: 'close' | 'timeout' | 'gap';
  readonly rule: Rule | undefined;
  readonly partial: Partial | undefined;
  readonly stream: Stream;
  readonly partition: Partition;
}

const leastTimers = 1024;
/** Events between two looks at the streams that have not been used for longest, and how many of them are looked at. */
const sweepEvery = 4096;
const sweptStreams = 64;
/** Events that a step of a match holds where it may take any number: as many as a document may ask for. */
const mostTaken = 10_000;

export class Matcher {
  readonly partitions = new Map<string, Partition>();
  readonly counters: MatcherCounters = { partialsDropped: 0, keysDropped: 0, unkeyed: 0 };
  readonly #emit: Emit;
  #byName = new Map<string, Partition[]>();
  #timers = new Heap<DueTimer>();
  /** Timers before those of matches that are over are looked for. */
  #timersAllowed = leastTimers;
  #found: Candidate[] = [];
  #pushed = 0;

  constructor(emit: Emit) {
    this.#emit = emit;
  }

  /** Rules that come and go; the state of all others stays. */
  change(removed: readonly Rule[], added: readonly { readonly rule: Rule; readonly sees: readonly string[] }[]): void {
    const changed = new Set<Partition>();
    for (const rule of removed) {
      for (const partition of this.partitions.values()) {
        if (!partition.rules.has(rule)) continue;
        partition.remove(rule);
        changed.add(partition);
      }
    }
    for (const { rule, sees } of added) {
      const signature = partitionOf(rule.trigger, sees);
      let partition = this.partitions.get(signature);
      if (partition === undefined) {
        partition = new Partition(rule.trigger, sees);
        this.partitions.set(signature, partition);
      }
      partition.add(rule);
      changed.add(partition);
    }
    for (const partition of changed) {
      if (partition.rules.size === 0) this.partitions.delete(partition.signature);
      else partition.prepare();
    }
    this.#timers.filter(({ partition }) => this.partitions.has(partition.signature));
    this.#byName = new Map();
    for (const partition of this.partitions.values()) {
      for (const name of partition.names) {
        const those = this.#byName.get(name);
        if (those === undefined) this.#byName.set(name, [partition]);
        else those.push(partition);
      }
    }
  }

  /** The event's time is at or after all before it. */
  push(arrival: Arrival): void {
    this.advance(arrival.time);
    const those = this.#byName.get(arrival.source.event);
    if (those !== undefined) for (const partition of those) this.#see(partition, arrival);
    if (++this.#pushed % sweepEvery !== 0) return;
    for (const partition of this.partitions.values()) partition.sweep(arrival.time, sweptStreams);
  }

  /** Closes what is due at or before a time. */
  advance(to: number): void {
    while (this.#timers.earliest <= to) {
      const at = this.#timers.earliest;
      const due: DueTimer[] = [];
      while (this.#timers.earliest === at) due.push(this.#timers.pop() as DueTimer);
      this.#closeDue(due, at);
    }
  }

  /** When the next is due; Infinity where nothing is. */
  get earliest(): number {
    return this.#timers.earliest;
  }

  /** Matches in progress at a time. */
  open(now: number): number {
    let open = 0;
    for (const { streams } of this.partitions.values()) {
      for (const stream of streams.values()) {
        for (const { partials } of stream.standings) {
          for (const partial of partials) if (!isSpent(partial, now, stream)) open++;
        }
      }
    }
    return open;
  }

  /** Lets a match in progress of a snapshot go on. */
  resume(partition: Partition, stream: Stream, partial: Partial): void {
    this.#settle(partition, stream, partial, true);
  }

  /** Lets the session of a snapshot's stream go on. */
  resumeSession(partition: Partition, stream: Stream): void {
    if (partition.gap !== Number.POSITIVE_INFINITY) this.#watchGap(partition, stream);
  }

  #see(partition: Partition, arrival: Arrival): void {
    const { source } = arrival;
    const key = partition.keyOf(source);
    if (key === undefined && partition.keyField !== undefined) {
      this.counters.unkeyed++;
      return;
    }
    let stream = partition.streams.get(key);
    if (partition.isCounting) {
      stream = this.#open(partition, key);
      if (partition.starts.has(source.event)) this.#endSession(stream, arrival.time);
      stream.index++;
      stream.lastTime = arrival.time;
      if (partition.gap !== Number.POSITIVE_INFINITY) this.#watchGap(partition, stream);
    }
    if (stream !== undefined) this.#takeFurther(partition, stream, arrival);
    let isOpen = partition.isCounting;
    partition.trie.entries.find(source, (node) => {
      if (node.predicate !== undefined && !node.predicate(source, nothingEarlier)) return;
      if (stream === undefined || !isOpen) stream = this.#open(partition, key);
      isOpen = true;
      this.#enter(partition, stream, node, undefined, arrival);
    });
    if (stream === undefined) return;
    if (this.#found.length > 0) this.#tell(stream, arrival.time);
    if (!partition.isCounting) {
      if (stream.isEmpty) partition.close(stream);
      return;
    }
    this.#closeCounted(stream, arrival.time);
    if (partition.ends.has(source.event)) this.#endSession(stream, arrival.time);
    // What has been skipped past matters to matches in progress alone.
    if (stream.isEmpty) stream.floors = undefined;
  }

  #open(partition: Partition, key: Stream['key']): Stream {
    return partition.open(key, (evicted) => {
      if (!evicted.isEmpty) this.counters.keysDropped++;
      evicted.clear();
    });
  }

  #takeFurther(partition: Partition, stream: Stream, arrival: Arrival): void {
    const { event } = arrival.source;
    const waiting = stream.pending(event);
    const isExact = stream.isIndexed;
    // Backwards: what becomes empty is replaced by the last, and what comes anew stands at the end.
    for (let at = waiting.length - 1; at >= 0; at--) {
      const standing = waiting[at];
      if (standing === undefined || !(isExact || standing.node.awaits(event))) continue;
      this.#takeStanding(partition, stream, standing, arrival);
      if (standing.partials.length === 0) stream.forget(standing);
    }
  }

  #takeStanding(partition: Partition, stream: Stream, standing: Standing, arrival: Arrival): void {
    const those = standing.partials;
    const count = those.length;
    let isCrowded = false;
    for (let at = 0; at < count; at++) {
      const partial = those[at] as Partial;
      if (partial.arrival === arrival) continue;
      if (!isSpent(partial, arrival.time, stream)) this.#take(partition, stream, partial, arrival);
      else partial.isOver = true;
      isCrowded ||= partial.isOver;
    }
    if (isCrowded) standing.partials = standing.partials.filter(({ isOver }) => !isOver);
  }

  /** What an event makes of a match in progress: it is taken, passed by, or forbidden. */
  #take(partition: Partition, stream: Stream, partial: Partial, arrival: Arrival): void {
    const { node, first, count } = partial;
    const { source } = arrival;
    const earlier = earlierIn(partial);
    const elapsed = arrival.time - first.time;
    const spanned = stream.index - partial.firstIndex;
    const fits = (at: TrieNode) => elapsed < at.maxTime && spanned < at.maxEvents;
    const wouldGoRound =
      count < node.step.to &&
      fits(node) &&
      node.step.events.includes(source.event) &&
      (node.predicate === undefined || node.predicate(source, earlier));
    const goesRound = wouldGoRound && count < mostTaken;
    if (wouldGoRound && !goesRound) {
      this.counters.partialsDropped++;
      // Where any event may be passed by, it passes by this one.
      if (node.contiguity !== 'skip-till-any') partial.isOver = true;
    }
    let entered: TrieNode[] | undefined;
    if (count >= node.step.from && fits(node)) {
      node.entries.find(source, (target) => {
        if (partial.consumed?.has(target) || partial.blocked.has(target) || !fits(target)) return;
        if (target.predicate !== undefined && !target.predicate(source, earlier)) return;
        entered ??= [];
        entered.push(target);
      });
    }
    // Before the events that are taken now count as taken.
    const consumed = goesRound && partial.consumed !== undefined ? new Set(partial.consumed) : undefined;
    // Where any event may be passed by, this match goes on without the event.
    this.#forbid(partial, arrival, node.contiguity === 'skip-till-any' ? undefined : entered, earlier);
    if (node.contiguity === 'strict') {
      partial.isOver = true;
      if (!goesRound) this.#breakOff(partial, entered !== undefined);
    } else if (node.contiguity === 'skip-till-next') {
      if (goesRound || (entered !== undefined && node.isPrivate)) partial.isOver = true;
      else if (entered !== undefined) {
        partial.consumed ??= new Set();
        for (const target of entered) partial.consumed.add(target);
      }
    }
    if ((!hasWayOn(partial) || spanned >= node.maxEvents) && !isHeld(partial)) partial.isOver = true;
    if (goesRound) {
      const index = stream.index;
      const next = {
        ...partial,
        prev: partial,
        arrival,
        index,
        count: count + 1,
        isOver: false,
        consumed,
        blocked: none,
      };
      this.#settle(partition, stream, next);
    }
    if (entered !== undefined) {
      for (const target of entered) this.#enter(partition, stream, target, partial, arrival);
    }
  }

  /** Closes the ways on that the event forbids, if it has not gone that very way. */
  #forbid(
    partial: Partial,
    arrival: Arrival,
    entered: readonly TrieNode[] | undefined,
    earlier: ReturnType<typeof earlierIn>,
  ): void {
    for (const { names, test, of } of partial.node.guards) {
      if (!names.has(arrival.source.event) || entered?.includes(of as TrieNode)) continue;
      if (!forbids(test, arrival, earlier)) continue;
      partial.blocked = withOne(partial.blocked, of);
    }
  }

  /** In strict order a match that could have grown is complete when the next event is not for it. */
  #breakOff(partial: Partial, isEntered: boolean): void {
    if (isEntered && partial.node.isPrivate) return;
    for (const terminal of partial.node.terminals) {
      if (!isHeldAt(terminal, partial) || !isWithin(terminal.rule, partial)) continue;
      this.#found.push({ kind: 'match', rule: terminal.rule, partial });
    }
  }

  #enter(partition: Partition, stream: Stream, node: TrieNode, prev: Partial | undefined, arrival: Arrival): void {
    const first = prev?.first ?? arrival;
    const partial: Partial = {
      node,
      prev,
      arrival,
      index: stream.index,
      count: 1,
      first,
      firstIndex: prev?.firstIndex ?? stream.index,
      expires: first.time + node.maxTime,
      isOver: false,
      consumed: undefined,
      blocked: none,
    };
    this.#settle(partition, stream, partial);
  }

  /** Tells what is complete, holds what may still grow or be forbidden, and lets the match wait where it can go on. */
  #settle(partition: Partition, stream: Stream, partial: Partial, isResumed = false): void {
    const { node, first } = partial;
    let isHeld = false;
    for (const terminal of node.terminals) {
      const { rule } = terminal;
      const { trigger } = rule;
      if (partial.count < node.step.from || !isWithin(rule, partial)) continue;
      if (terminal.forbids === undefined && !waits(terminal, partial)) {
        if (!isResumed) this.#found.push({ kind: 'match', rule, partial });
        continue;
      }
      if (partial.blocked.has(terminal)) continue;
      isHeld = true;
      const close =
        trigger.absence?.for === undefined
          ? first.time + trigger.withinTime
          : partial.arrival.time + trigger.absence.for;
      partial.expires = Math.max(partial.expires, close);
      if (close !== Number.POSITIVE_INFINITY) {
        this.#timers.push({ time: close, kind: 'close', rule, partial, stream, partition });
      }
      if (trigger.absence?.for === undefined) closeCounted(stream, 'close', rule, partial);
    }
    if (node.only?.trigger.timeouts) {
      const time = first.time + node.only.trigger.withinTime;
      if (time !== Number.POSITIVE_INFINITY) {
        this.#timers.push({ time, kind: 'timeout', rule: node.only, partial, stream, partition });
      }
      closeCounted(stream, 'timeout', node.only, partial);
    }
    if (isHeld || hasWayOn(partial)) this.counters.partialsDropped += stream.add(partial, partial.arrival.time);
    if (this.#timers.size > this.#timersAllowed) this.#forgetSpentTimers();
  }

  /** Timers of matches that are over stay until they are due, or until they are the most. */
  #forgetSpentTimers(): void {
    this.#timers.filter(({ partial }) => partial === undefined || !partial.isOver);
    this.#timersAllowed = Math.max(leastTimers, 2 * this.#timers.size);
  }

  #closeDue(due: readonly DueTimer[], at: number): void {
    for (const kind of ['matches', 'gap'] as const) {
      const byStream = new Map<Stream, DueTimer[]>();
      for (const timer of due) {
        if ((timer.kind === 'gap') !== (kind === 'gap')) continue;
        const those = byStream.get(timer.stream);
        if (those === undefined) byStream.set(timer.stream, [timer]);
        else those.push(timer);
      }
      for (const [stream, timers] of byStream) {
        for (const { partition, rule, partial, kind: what } of timers) {
          if (what === 'gap') this.#closeGap(partition, stream, at);
          else if (what === 'close') this.#close(rule as Rule, partial as Partial);
          else this.#timeOut(rule as Rule, partial as Partial);
        }
        this.#tell(stream, at);
      }
    }
  }

  /** The window of a held match has closed: it is complete unless it has gone on or was forbidden. */
  #close(rule: Rule, partial: Partial): void {
    const terminal = partial.node.terminals.find((other) => other.rule === rule);
    if (terminal === undefined || partial.isOver || partial.blocked.has(terminal)) return;
    this.#found.push({ kind: 'match', rule, partial });
    partial.blocked = withOne(partial.blocked, terminal);
    if (partial.node.isPrivate) partial.isOver = true;
  }

  #timeOut(rule: Rule, partial: Partial): void {
    if (partial.isOver || !hasWayOn(partial)) return;
    const isComplete =
      partial.count >= partial.node.step.from && partial.node.terminals.some((terminal) => terminal.rule === rule);
    if (isComplete) return;
    this.#found.push({ kind: 'timeout', rule, partial });
    partial.isOver = true;
  }

  #closeCounted(stream: Stream, time: number): void {
    const those = stream.closings?.get(stream.index);
    if (those === undefined) return;
    stream.closings?.delete(stream.index);
    for (const { kind, rule, partial } of those) {
      if (kind === 'close') this.#close(rule, partial);
      else this.#timeOut(rule, partial);
    }
    this.#tell(stream, time);
  }

  #watchGap(partition: Partition, stream: Stream): void {
    if (stream.hasGapTimer) return;
    stream.hasGapTimer = true;
    const time = stream.lastTime + partition.gap;
    this.#timers.push({ time, kind: 'gap', rule: undefined, partial: undefined, stream, partition });
  }

  #closeGap(partition: Partition, stream: Stream, at: number): void {
    stream.hasGapTimer = false;
    if (stream.lastTime + partition.gap > at) this.#watchGap(partition, stream);
    else this.#endSession(stream, at);
  }

  /** What is complete is told; no match goes on. */
  #endSession(stream: Stream, time: number): void {
    for (const { node, partials } of stream.standings) {
      if (node.terminals.length === 0) continue;
      for (const partial of partials) {
        if (partial.isOver) continue;
        for (const terminal of node.terminals) {
          if (isHeldAt(terminal, partial) && isWithin(terminal.rule, partial)) this.#close(terminal.rule, partial);
        }
      }
    }
    this.#tell(stream, time);
    stream.clear();
  }

  #tell(stream: Stream, time: number): void {
    const found = this.#found;
    if (found.length === 0) return;
    this.#found = [];
    if (found.length > 1) found.sort(compareCandidates);
    for (const candidate of found) {
      const { kind, rule, partial } = candidate;
      if (partial.first.seq <= floorOf(rule, stream)) continue;
      if (kind === 'match' && rule.trigger.skip === 'past-last') stream.skipPast(rule, partial.arrival.seq);
      this.#emit(candidate, stream, time);
    }
  }
}
