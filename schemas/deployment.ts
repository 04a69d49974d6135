// What a device says of the tasks that it has: what should be there, what is, and what came of it. It travels over the link
// (docs/protocol.md), and results are kept by the workbench as they come.
import type { Diagnostic } from './diagnostic.ts';

/** A task as it should be on a device. */
export interface TaskDeployment {
  /** The document, YAML, as the user wrote it. Its `name` names the task; deploying again replaces. */
  readonly document: string;
  /** SHA-256 of the model, the files beside it with its weights, and the script, by their paths from the document. */
  readonly artifacts: Readonly<Record<string, string>>;
  /** Of the author's, for people, such as a git tag; '' where there is none. At most 200 characters. */
  readonly version: string;
  /** Absent where nobody signed it. Only a device with the capability `task-signing` looks at it. */
  readonly signature?: TaskSignature;
}

/** Ed25519 over what `signedText` makes of a task. */
export interface TaskSignature {
  /** Public key of who signed, as `ed25519:` and its 32 bytes in base64. */
  readonly key: string;
  /** The 64 bytes in base64. */
  readonly value: string;
}

export type TaskDeployed =
  | { readonly kind: 'accepted'; readonly status: TaskStatus }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/**
 * starting: its model and script are being loaded. running: it waits for events. waiting: its policy holds it, or that no key
 * that the device trusts has signed it, with the reason in `trouble`. failing: it ends with errors and is started again, later
 * each time. stopped: it was started in vain too often.
 */
export type TaskState = 'starting' | 'running' | 'waiting' | 'failing' | 'stopped';

export interface TaskStatus {
  readonly task: string;
  /** Short hash of document and artifacts: equal for what is the same. */
  readonly identity: string;
  readonly version: string;
  readonly state: TaskState;
  /** Milliseconds since 1970. */
  readonly deployedAt: number;
  /** What keeps its scripts apart, as attained on this device; null for a task without model and script. */
  readonly isolation: Isolation | null;
  /** What executes its model; null before it is loaded, and without a model. Older agents leave it out. */
  readonly model?: ModelRuntime | null;
  /** Why it is not running, or the last failure; null while all is well. */
  readonly trouble: Trouble | null;
  readonly sources: readonly SourceStatus[];
  readonly counters: TaskCounters;
  readonly latency: TaskLatency;
  /** Absent from older agents. */
  readonly outbox?: OutboxStatus;
  /** Who signed it; absent where nobody did, and from older agents. */
  readonly signer?: TaskSigner;
}

export interface TaskSigner {
  /** 16 characters of the SHA-256 of the public key. */
  readonly fingerprint: string;
  /** Whether the device lets this key have the rights of the agent. */
  readonly isTrusted: boolean;
}

/** Results of a task that are durable on the device, also those of its earlier versions. */
export interface OutboxStatus {
  /** Results that no workbench has acknowledged, and bytes of them as JSON. */
  readonly waiting: number;
  readonly bytes: number;
  /** Milliseconds that the oldest of them has been there; null where none waits. */
  readonly age: number | null;
  /** Results that a workbench has acknowledged since the task was deployed. */
  readonly acknowledged: number;
}

export interface Trouble {
  /** Of the catalogue of codes. */
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/**
 * The tier, and what makes it: `worker` is a thread with a model and no script, `quickjs` an interpreter in one, `process` one
 * with the rights of the agent, `sealed` one that the operating system grants nothing.
 */
export interface Isolation {
  readonly tier: 'fault' | 'boundary';
  readonly by: 'worker' | 'quickjs' | 'process' | 'sealed';
}

export interface ModelRuntime {
  /** `jit`, `ort`, `ort-web`, or several for a model in parts, as `jit + ort`. */
  readonly runtime: string;
  /** Why that one, for people. */
  readonly reason: string;
}

export interface SourceStatus {
  /** As in the document, with its place among the sources where two are alike: `http`, `file 2`. */
  readonly source: string;
  readonly state: 'ready' | 'waiting' | 'failed';
  /** Events that came, and that its rate or its checks kept out. */
  readonly events: number;
  readonly refused: number;
  readonly trouble: Trouble | null;
}

/** Since it was deployed. */
export interface TaskCounters {
  /** Events that the task declares, and the bytes of them as JSON: what stays on the device. */
  readonly events: number;
  readonly bytesRaw: number;
  readonly fired: number;
  readonly timeouts: number;
  readonly executed: number;
  readonly failed: number;
  /** Firings that were not executed, by reason. */
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  /** Of those executed, past `policy.deadline`. */
  readonly missed: number;
  /** Results for the outbox, and bytes of them as they went over links, compressed or not. */
  readonly results: number;
  readonly bytesSent: number;
  /** Lines of logs and results that its limits kept out. */
  readonly dropped: number;
  /** Joules of the device while it executed, shared equally with what executed at once; or why they are not known. */
  readonly energy: number | Missing;
}

export interface Missing {
  readonly unavailable: string;
  readonly fix: string;
}

/**
 * concurrency: it was running, and its policy takes one at a time. queue: too many waited. battery, temperature, power, network:
 * of its policy. outbox: the outbox is full. state: it is not running. stale: it waited longer than its deadline.
 */
export type SkipReason =
  | 'concurrency'
  | 'queue'
  | 'battery'
  | 'temperature'
  | 'power'
  | 'network'
  | 'outbox'
  | 'state'
  | 'stale';

/** Milliseconds of a firing's phases; each absent where it has none. */
export interface TaskPhases {
  /** From when its last event was accepted to the firing. */
  readonly trigger?: number;
  /** Until it was its turn. */
  readonly queue?: number;
  readonly prepare?: number;
  readonly model?: number;
  readonly script?: number;
  /** Until its result was durable: known to the latency of a task, not yet to the result itself. */
  readonly output?: number;
  /** From the firing until its result was durable, or, in a result, was handed to the store: what the deadline is for. */
  readonly total: number;
}

/** Of the last executions, at most 10,000. Milliseconds; null before the first. */
export interface TaskLatency {
  readonly count: number;
  readonly p50: TaskPhases | null;
  readonly p99: TaskPhases | null;
  /** Of `policy.deadline`. */
  readonly deadline: number | null;
}

export type ResultValue = number | string | boolean | readonly number[] | readonly string[] | readonly boolean[];

/** One line of what came of a firing; durable on the device until a workbench has acknowledged it. */
export interface TaskResult {
  /** Of the firing and the place among its results: the same after a restart. */
  readonly id: string;
  readonly task: string;
  readonly version: string;
  /** Of the firing. Milliseconds since 1970. */
  readonly time: number;
  readonly kind: 'match' | 'timeout';
  readonly key?: number | string | boolean;
  /** By the names of the output's fields; what the firing did not have is absent. */
  readonly values: Readonly<Record<string, ResultValue>>;
  readonly phases: TaskPhases;
  readonly isolation: Isolation | null;
  /** Where the execution failed: then there are no values. */
  readonly failure?: Trouble;
}

/** What happened lately, for who looks on; not durable, coalesced, and without any field of an event. */
export interface TaskActivity {
  readonly task: string;
  /** Events by name since the last activity. */
  readonly events: Readonly<Record<string, number>>;
  /** The last firings, at most 32 in one activity. */
  readonly firings: readonly ActiveFiring[];
  /** Lines of its log, at most 32. */
  readonly log: readonly TaskLogLine[];
}

export interface ActiveFiring {
  readonly id: string;
  readonly time: number;
  readonly kind: 'match' | 'timeout';
  /** How many events made it, by name. */
  readonly events: Readonly<Record<string, number>>;
  readonly outcome: 'done' | 'failed' | 'skipped';
  readonly reason?: SkipReason | string;
  readonly phases?: TaskPhases;
}

export interface TaskLogLine {
  readonly time: number;
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
}

/** A firing to be executed for trial: nothing of it is kept. */
export interface TriedFiring {
  readonly id: string;
  readonly time: number;
  readonly kind: 'match' | 'timeout';
  readonly key?: number | string | boolean;
  readonly late: boolean;
  readonly events: readonly {
    readonly time: number;
    readonly event: string;
    readonly step: number;
    readonly fields: Readonly<Record<string, number | string | boolean>>;
  }[];
  readonly features: Readonly<Record<string, number>>;
  /** `data`: little-endian float32 in base64. */
  readonly tensors: Readonly<Record<string, { readonly shape: readonly number[]; readonly data: string }>>;
  /** Events of the pipeline's window. */
  readonly window: readonly {
    readonly time: number;
    readonly event: string;
    readonly fields: Readonly<Record<string, number | string | boolean>>;
  }[];
}

export interface TriedResult {
  readonly id: string;
  /** All values by name, whether or not they would leave; several where the script gave several results. */
  readonly results: readonly Readonly<Record<string, ResultValue>>[];
  readonly emitted: readonly {
    readonly event: string;
    readonly fields: Readonly<Record<string, number | string | boolean>>;
  }[];
  readonly log: readonly TaskLogLine[];
  readonly phases: TaskPhases;
  readonly failure?: Trouble;
}
