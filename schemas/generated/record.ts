// Generated from the schema of the same name by `npm run generate`. Do not edit.

/**
 * One durable line of results. `id` is unique in a run and stable, so that a record delivered twice is stored once. Times are ISO 8601 in UTC, durations milliseconds, sizes bytes.
 */
export type DurableRecord = RunRecord | CeilingRecord | PointRecord | FailureRecord | StateRecord;
/**
 * A value, or why there is none and what to do.
 */
export type Reading =
  | {
      value: number;
    }
  | {
      unavailable: string;
      fix: string;
    };
export type RuntimeName = 'ort' | 'ort-web' | 'jit';
export type Precision = 'float32' | 'float16';
export type SlotRole = 'point' | 'reference';
export type FamilyName = 'fc' | 'cnn' | 'rnn' | 'transformer' | 'mobile' | 'onnx';
export type ParameterValue = number | string | boolean | number[];
export type Optimization = 'disabled' | 'basic' | 'extended' | 'all';
/**
 * Which optimisations of jit are taken away; absent: none.
 */
export type Ablation =
  | 'none'
  | 'without-fold'
  | 'without-dead'
  | 'without-common'
  | 'without-vertical'
  | 'without-horizontal'
  | 'without-fuse'
  | 'without-search'
  | 'only-fold'
  | 'only-common'
  | 'only-vertical'
  | 'only-horizontal'
  | 'only-fuse'
  | 'only-search'
  | 'all';
export type Scenario =
  | {
      kind: 'single-stream';
    }
  | {
      kind: 'offline';
      concurrency: number;
    }
  | {
      kind: 'fixed-rate';
      rate: number;
    }
  | {
      kind: 'idle-gap';
      /**
       * Milliseconds.
       */
      gap: number;
    };
export type VerdictKind = 'ok' | 'wide' | 'drifting' | 'throttled' | 'bimodal';
/**
 * What the device itself says of throttling now; `since` counts or bits that only grow.
 */
export type Throttle =
  | {
      active: boolean;
      flags: string[];
      /**
       * Events counted since boot.
       */
      count?: number;
    }
  | {
      unavailable: string;
      fix: string;
    };
export type RunState = 'queued' | 'running' | 'paused' | 'cancelled' | 'finished';

/**
 * The head of a run on one device: what is to be measured, by whom, on what.
 */
export interface RunRecord {
  kind: 'run';
  id: string;
  run: string;
  device: string;
  time: string;
  /**
   * The sweep document as pushed, YAML.
   */
  sweep: string;
  /**
   * Measurements planned, repeats and reference points included.
   */
  slots: number;
  /**
   * Distinct points planned.
   */
  points: number;
  /**
   * Version of the agent.
   */
  agent: string;
  profile: DeviceProfile;
  fingerprint: string;
}
/**
 * What the device is. Its fingerprint is a hash of all but `hostname`, `clockResolution` and `sensors`. `maxFrequency` in MHz.
 */
export interface DeviceProfile {
  hostname: string;
  /**
   * From the device tree or DMI; empty where unknown.
   */
  board: string;
  soc: string;
  arch: string;
  platform: string;
  os: string;
  kernel: string;
  cpu: string;
  cores: number;
  maxFrequency: Reading;
  governor: string;
  /**
   * Bytes that the agent may use: the machine's or the control group's.
   */
  memory: number;
  node: string;
  runtimes: RuntimeStatus[];
  /**
   * Nanoseconds, the least difference seen between two readings.
   */
  clockResolution: number;
  /**
   * nvpmodel or platform profile; empty where there is none.
   */
  powerMode: string;
  /**
   * Paths and commands that gave a reading.
   */
  sensors: string[];
}
export interface RuntimeStatus {
  name: RuntimeName;
  /**
   * Empty where the runtime is not available.
   */
  version: string;
  providers?: string[];
  /**
   * Why it is not.
   */
  unavailable?: string;
  fix?: string;
}
/**
 * What the device can do at most, by micro-benchmark, for one runtime and number of threads.
 */
export interface CeilingRecord {
  kind: 'ceiling';
  id: string;
  run: string;
  device: string;
  time: string;
  fingerprint: string;
  runtime: RuntimeName;
  threads: number;
  precision: Precision;
  flops: Ceiling;
  bandwidth: Ceiling;
}
export interface Ceiling {
  /**
   * FLOP/s or B/s; the best of the samples.
   */
  value: number;
  samples: number[];
  /**
   * Bytes of the working set of each sample, ascending. Absent in records of older agents.
   */
  sizes?: number[];
  /**
   * How it was measured, with sizes.
   */
  method: string;
}
/**
 * A measured point.
 */
export interface PointRecord {
  kind: 'point';
  id: string;
  run: string;
  device: string;
  /**
   * When the slot was begun.
   */
  time: string;
  /**
   * Of the device profile in force.
   */
  fingerprint: string;
  /**
   * Place in the order of the run, from 0.
   */
  slot: number;
  role: SlotRole;
  /**
   * Which repetition of this point, from 0; reference measurements count on their own.
   */
  repeat: number;
  point: Point;
  cost: Cost;
  attempt: number;
  phases: Phases;
  /**
   * Items (examples, images, sequences) in one inference.
   */
  items: number;
  /**
   * Every steady latency in ms, in order; for fixed-rate counted from the scheduled time; for offline one completion interval an inference.
   */
  latencies: number[];
  summary: Summary;
  verdict: Verdict;
  memory: MemoryUse;
  telemetry: Telemetry;
  runtimeVersion: string;
  output?: OutputDigest;
  program?: ProgramFigures;
  /**
   * Of jit where measure.profile asks for it: its 20 longest kernels on one thread, the longest first.
   */
  kernels?: KernelTime[];
}
/**
 * One configuration to measure. `id` is a hash of `model` (without its name), `execution` and `seed`.
 */
export interface Point {
  id: string;
  seed: number;
  model: PointModel;
  execution: Execution;
}
export interface PointModel {
  name: string;
  family: FamilyName;
  parameters: Parameters;
  /**
   * SHA-256 of the file, for onnx; with weights in other files one over the hashes of all.
   */
  artifact?: string;
}
/**
 * Every parameter of the family, defaults filled in.
 */
export interface Parameters {
  [k: string]: ParameterValue;
}
export interface Execution {
  runtime: RuntimeName;
  threads: number;
  precision: Precision;
  optimization: Optimization;
  ablation?: Ablation;
  scenario: Scenario;
}
/**
 * Known before anything is built. MACs count multiply-accumulates of matrix products and convolutions; FLOPs are twice that plus element-wise and reduction work.
 */
export interface Cost {
  parameters: number;
  /**
   * For one inference, batch included.
   */
  macs: number;
  /**
   * For one inference, batch included.
   */
  flops: number;
  weightBytes: number;
  /**
   * Peak of live activations in topological order, without reuse in place.
   */
  activationBytes: number;
  /**
   * Weights read once, and every activation written once and read once by each consumer: the roofline's bytes.
   */
  trafficBytes: number;
}
/**
 * Milliseconds of each phase.
 */
export interface Phases {
  generate: number;
  load: number;
  first: number;
  warmup: number;
  steady: number;
}
export interface Summary {
  n: number;
  mean: number;
  sd: number;
  min: number;
  max: number;
  /**
   * ms
   */
  median: number;
  interval: MedianInterval;
  percentiles: Percentile[];
  /**
   * Items a second, from the start of the first inference that counts to the end of the last.
   */
  throughput: number;
}
export interface MedianInterval {
  low: number;
  high: number;
  confidence: number;
  /**
   * Half of (high - low), as a fraction of the median.
   */
  halfWidth: number;
  /**
   * Effective number of independent samples.
   */
  effective: number;
}
export interface Percentile {
  /**
   * In percent, between 0 and 100.
   */
  p: number;
  /**
   * ms; null where the sample cannot carry it.
   */
  value: number | null;
  /**
   * Upper bound with 99 % confidence by early stopping, ms.
   */
  bound?: number | null;
  /**
   * Least number of samples that carries this percentile.
   */
  needed: number;
}
export interface Verdict {
  kind: VerdictKind;
  /**
   * What was seen, with figures.
   */
  reasons: string[];
}
/**
 * Resident bytes of the measuring process.
 */
export interface MemoryUse {
  before: number;
  loaded: number;
  peak: number;
}
/**
 * The device beside the measuring: at the start and at the end of the steady phase, and between. `othersBusy`: share of all processor time used by other processes during the steady phase, 0 to 1.
 */
export interface Telemetry {
  start: SensorSample;
  end: SensorSample;
  othersBusy: Reading;
}
/**
 * The device at one moment: `busy` share of all processor time since the last sample, 0 to 1; `available` memory in bytes; `frequency` mean of the processors in MHz; `temperature` of the hottest zone in degrees Celsius; `power` in watts, of what part of the device docs/measuring.md says, absent in records of older agents.
 */
export interface SensorSample {
  time: string;
  busy: Reading;
  available: Reading;
  frequency: Reading;
  temperature: Reading;
  power?: Reading;
  throttle: Throttle;
}
/**
 * Of the first output after the first inference, to see that runtimes agree.
 */
export interface OutputDigest {
  elements: number;
  mean: number | null;
  absMax: number | null;
  finite: boolean;
}
/**
 * What jit made of the model; absent for other runtimes and in records of older agents. Kernels count those of loops and branches once.
 */
export interface ProgramFigures {
  /**
   * Kernels before the passes.
   */
  lowered: number;
  /**
   * Kernels after the passes.
   */
  kernels: number;
  /**
   * Kernels without code of their own, which the interpreter runs.
   */
  interpreted: number;
  /**
   * Why it does; absent where it runs none.
   */
  reasons?: string[];
  /**
   * Read and written by all kernels in one inference, constants included; loops as often as they are known to run.
   */
  movedBytes: number;
  /**
   * Of the memory that intermediate tensors share.
   */
  arenaBytes: number;
  /**
   * Of weights and other constants, as they lie after the passes.
   */
  constantBytes: number;
}
/**
 * A kernel of jit's program. `time` in milliseconds, median.
 */
export interface KernelTime {
  /**
   * Its place in the program.
   */
  index: number;
  kind: string;
  /**
   * What its WebAssembly does, in order.
   */
  algorithms: string[];
  /**
   * Whether the interpreter runs it, or a part of it.
   */
  interpreted: boolean;
  /**
   * Why it is interpreted.
   */
  reason?: string;
  time: number;
}
/**
 * A point that could not be measured, and why.
 */
export interface FailureRecord {
  kind: 'failure';
  id: string;
  run: string;
  device: string;
  time: string;
  fingerprint: string;
  slot: number;
  role: SlotRole;
  repeat: number;
  point: Point;
  cost: Cost;
  attempt: number;
  phase: 'plan' | 'start' | 'generate' | 'load' | 'first' | 'warmup' | 'steady';
  /**
   * From the catalogue of codes, for example out-of-memory, native-crash, timeout, budget-spent.
   */
  code: string;
  message: string;
  fix: string;
  /**
   * Signal, exit code, last lines of standard error, memory at the end: what there is.
   */
  detail: {
    [k: string]: string | number | null;
  };
}
/**
 * A change in the state of the run.
 */
export interface StateRecord {
  kind: 'state';
  id: string;
  run: string;
  device: string;
  time: string;
  state: RunState;
  reason: string;
}
