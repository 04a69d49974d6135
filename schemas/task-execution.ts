// The model, the script and the policy of a task document to what an agent executes, or to what is wrong with them.
import type { Model as ModelSpec, Policy as PolicySpec, Script as ScriptSpec } from './generated/task.ts';
import type { Report } from './report.ts';
import { parseBytes, readDuration } from './units.ts';
import type { Path } from './yaml.ts';

export interface TaskModel {
  /** Path of an ONNX file, relative to the document. */
  readonly file: string;
  readonly runtime: 'auto' | 'ort' | 'ort-web' | 'jit';
  /** Outputs that are results, as `model.NAME`; a script sees all. */
  readonly outputs: readonly string[];
  /** Of symbolic dimensions by name, as far as they are known before inputs come. */
  readonly sizes: ReadonlyMap<string, number>;
}

export type ScriptResultType = 'number' | 'string' | 'boolean' | 'number[]' | 'string[]';

export interface TaskScript {
  /** Path relative to the document. */
  readonly file: string;
  readonly language: 'javascript' | 'python';
  readonly results: ReadonlyMap<string, ScriptResultType>;
}

export interface TaskPolicy {
  /** Milliseconds from the firing to the result; undefined: none. */
  readonly deadline: number | undefined;
  /** 9 before 0. */
  readonly priority: number;
  readonly concurrency: 'single' | 'restart' | 'queued' | 'parallel';
  /** Bytes of its worker. */
  readonly memory: number;
  /** Milliseconds that a run may take. */
  readonly time: number;
  /** Least charge, 0 to 1. */
  readonly battery: number | undefined;
  /** Highest temperature, degrees Celsius. */
  readonly temperature: number | undefined;
  readonly power: 'any' | 'external';
  readonly network: 'none' | 'any' | 'unmetered';
  readonly isolation: 'fault' | 'boundary';
}

/** Without a policy of its own: enough for the light models of the samples, and little enough for a Raspberry Pi. */
export const defaultPolicy: TaskPolicy = {
  deadline: undefined,
  priority: 5,
  concurrency: 'queued',
  memory: 256 * 2 ** 20,
  time: 10_000,
  battery: undefined,
  temperature: undefined,
  power: 'any',
  network: 'none',
  isolation: 'boundary',
};

export function readModel(spec: ModelSpec): TaskModel {
  return {
    file: spec.file,
    runtime: spec.runtime ?? 'auto',
    outputs: [...new Set(spec.outputs ?? [])],
    sizes: new Map(Object.entries(spec.sizes ?? {})),
  };
}

export function readScript(spec: ScriptSpec): TaskScript {
  return { file: spec.file, language: spec.language, results: new Map(Object.entries(spec.results ?? {})) };
}

export function readPolicy(spec: PolicySpec, report: Report): TaskPolicy {
  const duration = (key: 'deadline' | 'time'): number | undefined => {
    const text = spec[key];
    if (text === undefined) return undefined;
    const path: Path = ['policy', key];
    const time = readDuration(text, path, report);
    if (time > 0) return time;
    report.error('out-of-range', path, `\`${key}\` is no time at all.`, 'Write a longer duration.');
    return undefined;
  };
  return {
    deadline: duration('deadline'),
    priority: spec.priority ?? defaultPolicy.priority,
    concurrency: spec.concurrency ?? defaultPolicy.concurrency,
    memory: readMemory(spec.memory, report),
    time: duration('time') ?? defaultPolicy.time,
    battery: spec.battery,
    temperature: spec.temperature,
    power: spec.power ?? defaultPolicy.power,
    network: spec.network ?? defaultPolicy.network,
    isolation: spec.isolation ?? defaultPolicy.isolation,
  };
}

/** A worker of Node's with an interpreter in it takes some 20 MB before it does anything. */
const leastMemory = 32 * 2 ** 20;

function readMemory(text: string | undefined, report: Report): number {
  if (text === undefined) return defaultPolicy.memory;
  const bytes = parseBytes(text);
  if (bytes >= leastMemory) return bytes;
  const fix = 'Write at least 32 MiB: an interpreter and its worker take about 20 before a script does anything.';
  report.error('out-of-range', ['policy', 'memory'], `The memory of ${text} is too little for a worker.`, fix);
  return leastMemory;
}
