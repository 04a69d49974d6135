// What a feed sees, in order, as its store has it: played again after a crash it leads to the same firings.
import { shortHash } from '@edgewright/core/canonical.js';
import type { Computed, PipelineSnapshot } from '@edgewright/core/pipeline/pipeline.js';
import type { Pipelines } from '@edgewright/core/task/pipelines.js';
import type { TriggerEngine } from '@edgewright/core/triggers/engine.js';
import type { Firing, TaskEvent } from '@edgewright/core/triggers/event.js';
import { type Snapshot, takeSnapshot } from '@edgewright/core/triggers/snapshot.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import type { Deployed } from './deployed.ts';
import type { Counted } from './metrics.ts';

/** Times are of the clock of the tasks, milliseconds since 1970. */
export type Entry =
  | { readonly kind: 'event'; readonly event: TaskEvent }
  /** Something was due by time alone. */
  | { readonly kind: 'tick'; readonly at: number }
  /** The clock was set. */
  | { readonly kind: 'step'; readonly by: number; readonly at: number }
  /** The agent started again. */
  | { readonly kind: 'resume'; readonly at: number };

/** An entry with its text in the store. */
export interface WrittenEntry {
  readonly entry: Entry;
  readonly body: string;
  /** Characters of the event's fields in it; 0 of other entries. */
  readonly fields: number;
}

/** @param fields An event's fields as JSON, where that is at hand: they are the most of it, and are written once. */
export function writeEntry(entry: Entry, fields?: string): WrittenEntry {
  if (entry.kind !== 'event') return { entry, body: JSON.stringify(entry), fields: 0 };
  const { fields: own, ...head } = entry.event;
  const text = fields ?? JSON.stringify(own);
  // Its head always has something, its time, that the fields follow.
  const body = `${JSON.stringify({ kind: entry.kind, event: head }).slice(0, -2)},"fields":${text}}}`;
  return { entry, body, fields: text.length };
}

export function readEntry(body: string): WrittenEntry {
  const entry = JSON.parse(body) as Entry;
  return { entry, body, fields: entry.kind === 'event' ? JSON.stringify(entry.event.fields).length : 0 };
}

export interface FeedSnapshot {
  readonly version: 1;
  readonly engine: Snapshot;
  /** By task. `pipeline` tells its part of the document: of another one the state means nothing. */
  readonly pipelines: Readonly<Record<string, { readonly pipeline: string; readonly state: PipelineSnapshot }>>;
  /** Firings that were not over. */
  readonly pending: readonly StoredFiring[];
  /** By task. */
  readonly counters: Readonly<Record<string, Counted>>;
}

export function snapshotOf(
  engine: TriggerEngine,
  tasks: readonly Deployed[],
  states: Pipelines['states'],
  pending: readonly StoredFiring[],
): FeedSnapshot {
  const pipelines = tasks.flatMap(({ task }) => {
    const state = states.get(task.name)?.snapshot();
    return state === undefined ? [] : [[task.name, { pipeline: pipelineOf(task), state }]];
  });
  const counters = tasks.map(({ task, metrics }) => [task.name, metrics.counted()]);
  return {
    version: 1,
    engine: takeSnapshot(engine),
    pipelines: Object.fromEntries(pipelines),
    pending,
    counters: Object.fromEntries(counters),
  };
}

const pipelineHashes = new WeakMap<ResolvedTask, string>();

/** Short hash of what a state of the pipeline depends on. */
export function pipelineOf(task: ResolvedTask): string {
  const hash = pipelineHashes.get(task) ?? shortHash(pipelineText(task));
  pipelineHashes.set(task, hash);
  return hash;
}

/** @param kept Of a snapshot: an older agent kept the text itself. */
export function isOfPipeline(kept: string, task: ResolvedTask): boolean {
  return kept === pipelineOf(task) || kept === pipelineText(task);
}

function pipelineText({ pipeline }: ResolvedTask): string {
  return JSON.stringify(pipeline ?? null);
}

/** Whether it fires by the clock alone. */
export function isTimed({ trigger: { kind } }: ResolvedTask): boolean {
  return kind === 'cron' || kind === 'interval';
}

export interface StoredFiring {
  readonly firing: Firing;
  readonly features?: Computed['features'];
  /** Little-endian float32 in base64. */
  readonly tensors?: Readonly<Record<string, { readonly shape: readonly number[]; readonly data: string }>>;
  readonly window?: Computed['window'];
}

export function storedFiring(firing: Firing, computed: Computed | undefined): StoredFiring {
  if (computed === undefined) return { firing };
  const tensors = Object.entries(computed.tensors).map(([name, { shape, data }]) => {
    return [name, { shape, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64') }];
  });
  return { firing, features: computed.features, tensors: Object.fromEntries(tensors), window: computed.window };
}

/** JSON has no undefined: a firing without key has none in the store. */
export function readFiring({ firing, features, tensors = {}, window = [] }: StoredFiring): {
  readonly firing: Firing;
  readonly computed: Computed | undefined;
} {
  const whole = { ...firing, key: firing.key };
  if (features === undefined) return { firing: whole, computed: undefined };
  const read = Object.entries(tensors).map(([name, { shape, data }]) => [name, { shape, data: floatsOf(data) }]);
  return { firing: whole, computed: { features, tensors: Object.fromEntries(read), window } };
}

/** Of little-endian float32 in base64. */
export function floatsOf(base64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Float32Array(bytes.buffer, 0, Math.floor(bytes.byteLength / 4));
}
