// All state of the triggers as JSON, and back: a restart loses no match in progress and no deadline.
import type { TriggerEngine } from './engine.ts';
import type { Arrival, FieldValue, Firing } from './event.ts';
import type { Lane } from './lane.ts';
import type { OrderingState } from './ordering.ts';
import { none, type Partial } from './partial.ts';
import type { Partition } from './partition.ts';
import type { ScheduleState } from './schedule.ts';
import type { Stream } from './stream.ts';
import type { Level } from './threshold.ts';
import type { Rule, TrieNode } from './trie.ts';

export interface Snapshot {
  readonly version: 1;
  /** Of events that have been seen. */
  readonly ids: readonly string[];
  readonly lanes: readonly LaneState[];
  readonly schedules: readonly ScheduleState[];
}

interface LaneState {
  readonly lateness: number | null;
  readonly ordering: Omit<OrderingState, 'time'> & { readonly time: number | null };
  readonly rules: readonly { readonly task: string; readonly signature: string; readonly loadedAt: number }[];
  readonly partitions: readonly { readonly signature: string; readonly streams: readonly StreamState[] }[];
  readonly thresholds: readonly ThresholdState[];
  readonly shapers: readonly { readonly task: string; readonly states: readonly ShaperState[] }[];
}

interface StreamState {
  readonly key?: FieldValue;
  readonly index: number;
  readonly lastTime: number;
  readonly floors: readonly (readonly [task: string, seq: number])[];
  readonly partials: readonly PartialState[];
}

interface PartialState {
  /** The nodes and events of the chain, the first event first. */
  readonly chain: readonly {
    readonly node: string;
    readonly arrival: Arrival;
    readonly index: number;
    readonly count: number;
  }[];
  readonly consumed: readonly string[];
  /** Nodes by path. */
  readonly blocked: readonly string[];
  /** Ends by task. */
  readonly told: readonly string[];
}

interface ThresholdState {
  readonly task: string;
  readonly signature: string;
  readonly levels: readonly ({ readonly key?: FieldValue } & Level)[];
}

interface ShaperState {
  readonly key?: FieldValue;
  readonly told: number | null;
  readonly held: Firing | null;
  readonly due: number;
}

export function takeSnapshot(engine: TriggerEngine): Snapshot {
  return {
    version: 1,
    ids: engine.intake.snapshot(),
    lanes: [...engine.lanes.values()].map(laneState),
    schedules: engine.schedules.states(),
  };
}

/**
 * Takes a snapshot up, after the tasks have been loaded. State of tasks that have changed or gone is left out. `now` is
 * the time of the clock: what has become due in between is told, marked as late.
 */
export function restoreSnapshot(engine: TriggerEngine, snapshot: Snapshot, now: number): void {
  restoreState(engine, snapshot);
  engine.resume(now);
}

/** As `restoreSnapshot`, for who first tells what was seen after the snapshot. */
export function restoreState(engine: TriggerEngine, snapshot: Snapshot): void {
  engine.intake.restore(snapshot.ids);
  for (const state of snapshot.lanes) {
    const lane = engine.lanes.get(state.lateness ?? undefined);
    if (lane !== undefined) restoreLane(lane, state);
  }
  engine.schedules.restore(snapshot.schedules);
}

function laneState(lane: Lane): LaneState {
  const ordering = lane.ordering.snapshot();
  return {
    lateness: lane.ordering.lateness ?? null,
    ordering: { ...ordering, time: finiteOrNull(ordering.time) },
    rules: [...lane.rules.values()].map(({ task, signature, loadedAt }) => ({ task, signature, loadedAt })),
    partitions: [...lane.matcher.partitions.values()].map(({ signature, streams }) => ({
      signature,
      streams: [...streams.values()].map(streamState),
    })),
    thresholds: [...lane.thresholds.values()].map(({ task, signature, levels }) => ({
      task,
      signature,
      levels: [...levels].map(([key, level]) => ({ ...keyed(key), ...level })),
    })),
    shapers: [...lane.shapers].map(([task, { states }]) => ({
      task,
      states: [...states.values()].map(({ key, told, held, due }) => ({
        ...keyed(key),
        told: finiteOrNull(told),
        held: held ?? null,
        due,
      })),
    })),
  };
}

function streamState({ key, index, lastTime, floors, standings }: Stream): StreamState {
  const partials = standings.flatMap((standing) => standing.partials.filter(({ isOver }) => !isOver));
  return {
    ...keyed(key),
    index,
    lastTime,
    floors: [...(floors ?? [])].map(([{ task }, seq]) => [task, seq] as const),
    partials: partials.map(partialState),
  };
}

function partialState(partial: Partial): PartialState {
  const chain: { node: string; arrival: Arrival; index: number; count: number }[] = [];
  for (let at: Partial | undefined = partial; at !== undefined; at = at.prev) {
    chain.push({ node: at.node.path, arrival: at.arrival, index: at.index, count: at.count });
  }
  const blocked = [...partial.blocked];
  return {
    chain: chain.reverse(),
    consumed: [...(partial.consumed ?? [])].map(({ path }) => path),
    blocked: blocked.flatMap((of) => ('path' in of ? [of.path] : [])),
    told: blocked.flatMap((of) => ('path' in of ? [] : [of.rule.task])),
  };
}

function restoreLane(lane: Lane, state: LaneState): void {
  const time = state.ordering.time ?? Number.NEGATIVE_INFINITY;
  lane.ordering.restore({ ...state.ordering, time });
  const known = new Map(state.rules.map((rule) => [rule.task, rule]));
  const kept = new Map<string, Rule>();
  for (const rule of lane.rules.values()) {
    const before = known.get(rule.task);
    const isSame = before?.signature === rule.signature;
    rule.loadedAt = isSame ? before.loadedAt : state.ordering.seq;
    if (isSame) kept.set(rule.task, rule);
  }
  for (const { signature, streams } of state.partitions) {
    const partition = lane.matcher.partitions.get(signature);
    if (partition !== undefined) restorePartition(lane, partition, streams, kept);
  }
  for (const { task, signature, levels } of state.thresholds) {
    const threshold = lane.thresholds.get(task);
    if (threshold?.signature !== signature) continue;
    for (const { key, state, since } of levels) lane.restore(threshold, key, { state, since });
  }
  for (const { task, states } of state.shapers) {
    const shaper = lane.shapers.get(task);
    if (shaper === undefined || (!kept.has(task) && !lane.thresholds.has(task))) continue;
    for (const { key, told, held, due } of states) {
      shaper.states.set(key, { key, told: told ?? Number.NEGATIVE_INFINITY, held: held ?? undefined, due });
      if (held !== null) lane.wake(task, key, due);
    }
  }
}

function restorePartition(
  lane: Lane,
  partition: Partition,
  streams: readonly StreamState[],
  rules: ReadonlyMap<string, Rule>,
): void {
  const nodes = new Map<string, TrieNode>();
  const collect = (some: Iterable<TrieNode>) => {
    for (const node of some) {
      nodes.set(node.path, node);
      collect(node.children.values());
    }
  };
  collect(partition.trie.roots.values());
  for (const { key, index, lastTime, floors, partials } of streams) {
    const stream = partition.open(key, () => {});
    stream.index = index;
    stream.lastTime = lastTime;
    for (const [task, seq] of floors) {
      const rule = rules.get(task);
      if (rule !== undefined) stream.skipPast(rule, seq);
    }
    for (const state of partials) {
      const partial = partialOf(state, nodes);
      if (partial !== undefined) lane.matcher.resume(partition, stream, partial);
    }
    if (index > 0) lane.matcher.resumeSession(partition, stream);
  }
}

/** Undefined where the trie has no such nodes any more. */
function partialOf(
  { chain, consumed, blocked, told }: PartialState,
  nodes: ReadonlyMap<string, TrieNode>,
): Partial | undefined {
  let partial: Partial | undefined;
  const [begin] = chain;
  if (begin === undefined) return undefined;
  for (const { node: path, arrival, index, count } of chain) {
    const node = nodes.get(path);
    if (node === undefined) return undefined;
    partial = {
      node,
      prev: partial,
      arrival,
      index,
      count,
      first: begin.arrival,
      firstIndex: begin.index,
      expires: begin.arrival.time + node.maxTime,
      isOver: false,
      consumed: undefined,
      blocked: none,
    };
  }
  if (partial === undefined) return undefined;
  const known = (paths: readonly string[]) => paths.flatMap((path) => nodes.get(path) ?? []);
  const ends = partial.node.terminals.filter(({ rule }) => told.includes(rule.task));
  return { ...partial, consumed: new Set(known(consumed)), blocked: new Set([...known(blocked), ...ends]) };
}

/** JSON has no undefined. */
function keyed(key: FieldValue | undefined): { readonly key?: FieldValue } {
  return key === undefined ? {} : { key };
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
