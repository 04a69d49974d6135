// The wire in one file: JSON-RPC 2.0 over one WebSocket, subprotocol `edgewright.v1`. Either side may dial; after the
// hello the device end is the server of requests and the workbench end their client. docs/protocol.md tells it in prose.
import type {
  TaskActivity,
  TaskDeployed,
  TaskDeployment,
  TaskResult,
  TaskStatus,
  TriedFiring,
  TriedResult,
} from './deployment.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { DeviceProfile, DurableRecord, PointModel, RunState, SensorSample } from './generated/record.ts';
import type {
  InspectedKernel,
  InspectedNode,
  InspectedValue,
  InspectionOptions,
  InspectionSummary,
  InspectionWant,
} from './inspection.ts';

export const subprotocol = 'edgewright.v1';

/** Versions of the protocol that this code speaks, least and greatest. */
export const protocolVersions = [1, 1] as const;

/** What is newer than the protocol's version, as the hello's `capabilities` name it: what a device lacks is not asked of it. */
export const capabilities = {
  /** `device.watch`, `device.unwatch` and `device.status`. */
  deviceWatch: 'device-watch',
  /** `points` of `run.start`; a device without it would measure them all. */
  runPoints: 'run-points',
  /** `model.inspect` and `model.leave`. */
  modelInspect: 'model-inspect',
  /** Weights of models in files of their own: in `artifacts` of `run.start`, and `weights` of `model.inspect`. */
  modelWeights: 'model-weights',
  /** All that begins with `task.`. */
  tasks: 'tasks',
  /** `key.offer`, and `signature` of what deploys and tries tasks. */
  taskSigning: 'task-signing',
} as const;

/** Limits of both ends; every one can be set. Bytes, counts and milliseconds. */
export const defaultLimits = {
  /** A frame before the peer is authenticated: a hello needs far less. */
  unauthenticatedBytes: 4096,
  /** A frame: a sweep of 5,000 lines and a record of 20,000 latencies both fit. */
  frameBytes: 1 << 20,
  /** Nesting of a message: ours have fewer than 12 levels; JSON.parse would take millions. */
  depth: 32,
  /** Until the peer must be authenticated. */
  handshakeTime: 5_000,
  /** Between pings; two without an answer end the link. */
  heartbeatTime: 15_000,
  /** Bytes queued on a socket past which producers wait: `ws` has no cap of its own. */
  highWater: 1 << 20,
  /** Messages a second from one peer, averaged over a burst of as many again. */
  messageRate: 500,
  /** Controllers linked to an agent at once. */
  peers: 32,
  /** Bytes of one artifact. */
  artifactBytes: 16 * 2 ** 30,
  /** Bytes of all artifacts on a device. */
  artifactStoreBytes: 32 * 2 ** 30,
} as const;
export type Limits = { readonly [name in keyof typeof defaultLimits]: number };

// --- Hello. Both ends send `hello` first, then `proof`; nothing else is accepted before. ---

export interface Hello {
  readonly role: 'device' | 'workbench';
  /** Least and greatest protocol version. */
  readonly protocol: readonly [number, number];
  /** Name and version of the program, for people: "edgewright-agent 0.1.0". */
  readonly program: string;
  /** Stable id of the peer: of a device, made at its first start. */
  readonly id: string;
  readonly name: string;
  /** Features by name, for what is newer than the version: unknown ones are ignored. */
  readonly capabilities: readonly string[];
  /** 32 random bytes in hexadecimal, fresh in every hello. */
  readonly nonce: string;
}

export interface Proof {
  /** HMAC-SHA256 with the token as key over `edgewright.v1:<own role>:<peer's nonce>:<own nonce>`, hexadecimal. */
  readonly proof: string;
}

// --- Requests, workbench to device. ---

/** Params and result of every request, by method. */
export interface Requests {
  'device.describe': { params: Record<string, never>; result: DeviceDescription };
  /** Tells `device.sample` at once and then every second, and `device.status` at once and as it changes. */
  'device.watch': { params: Record<string, never>; result: Record<string, never> };
  'device.unwatch': { params: Record<string, never>; result: Record<string, never> };
  /** Idempotent by `run`: the same run id again answers as the first time and does not start anew. */
  'run.start': { params: RunStart; result: RunStarted };
  'run.list': { params: Record<string, never>; result: { runs: RunStatus[] } };
  'run.pause': { params: { run: string }; result: RunStatus };
  'run.resume': { params: { run: string }; result: RunStatus };
  'run.cancel': { params: { run: string }; result: RunStatus };
  /** Sends records after `after` (0: all) as `run.records`, then new ones as they come. Watching twice moves the cursor. */
  'run.watch': { params: { run: string; after: number }; result: RunStatus };
  'run.unwatch': { params: { run: string }; result: Record<string, never> };
  /** The records up to `cursor` are durable at this workbench. The device may forget a run that is finished and acknowledged. */
  'run.acknowledge': { params: { run: string; cursor: number }; result: Record<string, never> };
  'run.forget': { params: { run: string }; result: Record<string, never> };
  /** Which artifacts (SHA-256 in hexadecimal) the device lacks. Where it listens they go to it by HTTP PUT /artifacts/<sha256>. */
  'artifact.missing': { params: { artifacts: string[] }; result: { missing: string[]; ticket: string } };
  /**
   * Of a device that has dialled: fetches GET /artifacts/<sha256> from the host and port that it dialled, and answers when the
   * artifact is whole and on its disk.
   */
  'artifact.fetch': { params: { artifact: string; ticket: string }; result: Record<string, never> };
  /**
   * Looks inside a model that the device has: tells `model.progress`, then the lists as `model.part`, then answers. The end of
   * the link ends it. Only to a device with the capability `model-inspect`.
   */
  'model.inspect': { params: ModelInspect; result: InspectionSummary };
  /** Ends an inspection of this link: its request is refused with `inspection-ended`. */
  'model.leave': { params: { inspection: string }; result: Record<string, never> };
  /**
   * A public key that this workbench signs tasks with. A device that never trusted any trusts it from now on: `pinned`. Else it
   * says whether it does; only who is at the device can change that.
   */
  'key.offer': { params: { key: string }; result: { trust: KeyTrust } };
  /** The task should be there as it is given, also after a restart. Its artifacts are there already. Idempotent. */
  'task.deploy': { params: TaskDeployment; result: TaskDeployed };
  /** The task should not be there. Its results stay until they are acknowledged. */
  'task.remove': { params: { task: string }; result: Record<string, never> };
  'task.list': { params: Record<string, never>; result: { tasks: TaskStatus[] } };
  /**
   * Sends results past `after` (0: all that are kept) as `task.results`, then new ones as they come; `task.status` of every task
   * at once and as it changes; and `task.activity` of the tasks that `activity` names. Watching again begins anew.
   */
  'task.watch': { params: TaskWatch; result: { cursor: number } };
  'task.unwatch': { params: Record<string, never>; result: Record<string, never> };
  /** The results up to `cursor` are durable at this workbench: the device may forget them. */
  'task.acknowledge': { params: { cursor: number }; result: Record<string, never> };
  /** Executes firings by the model and the script of a task, which need not be deployed; nothing of it is kept. */
  'task.try': { params: TaskTry; result: { results: TriedResult[] } };
  /** Tells the events of a task from now on as `task.recorded`, with the fields that `privacy.record` names and no others. */
  'task.record': { params: TaskRecord; result: Record<string, never> };
}
export type Method = keyof Requests;

export interface RunStart {
  /** Made by the workbench, unique: 26 characters of [0-9a-z-] at most 64. */
  readonly run: string;
  /** The sweep document, YAML, as the user wrote it. The device validates and expands it itself. */
  readonly sweep: string;
  /**
   * Of `onnx` models: SHA-256 by the path in the sweep. So it is of files beside a model that hold weights of it, by the path
   * that the sweep would have for them; only to a device with the capability `model-weights`.
   */
  readonly artifacts: Readonly<Record<string, string>>;
  /** Ids of the points of the sweep to measure; without it all. Only to a device with the capability `run-points`. */
  readonly points?: readonly string[];
}

export interface TaskWatch {
  readonly after: number;
  /** Names of tasks. */
  readonly activity: readonly string[];
}

export type KeyTrust = 'pinned' | 'trusted' | 'unknown';

export interface TaskTry extends Pick<TaskDeployment, 'document' | 'artifacts' | 'signature'> {
  /** In order, by one execution. */
  readonly firings: readonly TriedFiring[];
}

export interface TaskRecord {
  readonly task: string;
  /** Milliseconds until it ends by itself; 0 ends one that is under way. */
  readonly time: number;
}

export interface ModelInspect {
  /** Made by the workbench, unique on its link; as a run's. */
  readonly inspection: string;
  /** SHA-256 of an artifact that the device has. */
  readonly model: string;
  /**
   * SHA-256 of the files beside it that hold weights of it, by their path from its folder. Only to a device with the capability
   * `model-weights`.
   */
  readonly weights?: Readonly<Record<string, string>>;
  /** Of every symbolic dimension, by name. */
  readonly sizes: Readonly<Record<string, number>>;
  /**
   * SHA-256 of an artifact that the device has: an ONNX message whose graph has inputs of the model as initializers, by name.
   * Inputs that it does not name, or all without it, are made from the seed.
   */
  readonly inputs?: string;
  /** Beside nodes and kernels, which are always told. */
  readonly want: readonly InspectionWant[];
  readonly options?: InspectionOptions;
}

export type RunStarted =
  | { readonly kind: 'accepted'; readonly status: RunStatus }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

export interface RunStatus {
  readonly run: string;
  readonly name: string;
  readonly state: RunState;
  readonly slots: number;
  /** Slots with a point or failure record. */
  readonly done: number;
  readonly failed: number;
  /** Cursor of the last record. */
  readonly cursor: number;
  /** Milliseconds left by the device's own estimate; null before it has one. */
  readonly timeLeft: number | null;
  readonly current: CurrentSlot | null;
}

export interface CurrentSlot {
  readonly slot: number;
  readonly model: PointModel;
  readonly runtime: string;
  readonly phase: string;
  /** Inferences so far in the steady phase. */
  readonly iterations: number;
}

export interface DeviceDescription {
  readonly id: string;
  readonly name: string;
  readonly agent: string;
  readonly profile: DeviceProfile;
  readonly fingerprint: string;
  readonly busy: boolean;
}

/** What a device is at. */
export interface DeviceActivity {
  /** While a run is being measured. */
  readonly busy: boolean;
  /** The run that is being measured; null while none is. */
  readonly run: RunStatus | null;
}

// --- Notifications, device to workbench. ---

export interface Notifications {
  /** Durable records in order; `cursor` is that of the last. */
  'run.records': { run: string; records: { cursor: number; record: DurableRecord }[] };
  /** Not durable, may be coalesced: at most a few a second. */
  'run.status': { status: RunStatus };
  'device.sample': { sample: SensorSample };
  /** To those that watch the device; at most four a second. */
  'device.status': { status: DeviceActivity };
  /** `done` of `of` steps of the phase. At most a few a second. */
  'model.progress': { inspection: string; phase: string; done: number; of: number };
  /** Elements of the lists of an inspection, in order. */
  'model.part': { inspection: string; nodes?: InspectedNode[]; kernels?: InspectedKernel[]; values?: InspectedValue[] };
  /** In order; `cursor` is that of the last. One of the two: a batch goes as gzip of JSON in base64 where that is smaller. */
  'task.results': { cursor: number; results?: TaskResultRow[]; gzip?: string };
  /** Not durable, may be coalesced: at most a few a second. */
  'task.status': { status: TaskStatus };
  'task.removed': { task: string };
  'task.activity': { activity: TaskActivity };
  /** `dropped`: events that the link could not take. `isOver`: the last of the recording. */
  'task.recorded': { task: string; events: RecordedTaskEvent[]; dropped: number; isOver: boolean };
}
export type Notification = keyof Notifications;

export interface TaskResultRow {
  readonly cursor: number;
  readonly result: TaskResult;
}

export interface RecordedTaskEvent {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly event: string;
  readonly fields: Readonly<Record<string, number | string | boolean>>;
}

// --- Frames. ---

export type Frame =
  | { jsonrpc: '2.0'; id: number; method: string; params: unknown }
  | { jsonrpc: '2.0'; method: string; params: unknown }
  | { jsonrpc: '2.0'; id: number; result: unknown }
  | { jsonrpc: '2.0'; id: number | null; error: WireError };

/** JSON-RPC's error; `data.code` is of the catalogue, `data.fix` says what to do. */
export interface WireError {
  readonly code: number;
  readonly message: string;
  readonly data?: { readonly code: string; readonly fix: string };
}
