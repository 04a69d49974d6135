// The parent's side of measuring: keeps measuring processes alive across points, and turns a death into a failure.
import { rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuntimeName, RuntimeStatus } from '@edgewright/schemas/generated/record.js';
import { blame, crashed, refusePlan, type Stop } from './blame.ts';
import type { BenchPhase, BenchReply, BenchRequest } from './messages.ts';
import type { BenchFailure, CeilingOutcome, CeilingRequest, MeasureOutcome, MeasureRequest } from './outcome.ts';
import { clearScratch } from './scratch.ts';
import { type Death, type Subprocess, startSubprocess } from './subprocess.ts';

export interface BenchOptions {
  /** Folder for generated models with external data, the bench's own: made when needed, emptied after each point. */
  readonly scratch: string;
  /** Folder of an onnxruntime-node of the user's (with a package.json); undefined: the installed one. */
  readonly ortPath?: string | undefined;
  /** Execution providers of ort in order of preference; undefined: the processor. */
  readonly ortProviders?: readonly string[] | undefined;
  /** Folder where jit keeps what it measured of the device, made when needed; undefined: it chooses by rules. */
  readonly data?: string | undefined;
  /** Module run as the measuring process. */
  readonly childPath?: string;
  /**
   * Processes kept, so that a sweep over several runtimes does not start one for each point. At rest each has about
   * 140 to 170 MB resident: undefined means three, or one where less than 2 GiB are available.
   */
  readonly processes?: number;
  /** Bytes: a process that at rest has grown by more since its start is replaced. */
  readonly growthLimit?: number;
  /** Milliseconds between two looks at the resident memory of a process that measures. */
  readonly watchTime?: number;
  /** Milliseconds in which a process must have loaded its runtime. */
  readonly startTime?: number;
}

export interface Bench {
  /** Never rejects for what can be expected of a point, a runtime or a device. One at a time. */
  measure(
    request: MeasureRequest,
    onPhase: (phase: BenchPhase, iterations: number) => void,
    signal: AbortSignal,
  ): Promise<MeasureOutcome>;
  /** As `measure`. */
  ceiling(request: CeilingRequest, signal: AbortSignal): Promise<CeilingOutcome>;
  /** Starts the process that the next point needs while the caller still writes down the last. Between points only. */
  prepare(runtime: RuntimeName, threads: number): void;
  /** What this device can run, found out in measuring processes, so that the agent itself loads no runtime. */
  runtimes(): Promise<RuntimeStatus[]>;
  /** Ends all processes; a measurement under way resolves as cancelled. */
  close(): Promise<void>;
}

const defaults = {
  childPath: fileURLToPath(new URL(`./child${extname(import.meta.url)}`, import.meta.url)),
  growthLimit: 256 * 2 ** 20,
  watchTime: 50,
  startTime: 30_000,
} as const;

const runtimeNames = ['ort', 'ort-web', 'jit'] as const satisfies readonly RuntimeName[];

/** Time that micro-benchmarks may take: they are built to take about 2 s on any device. */
const ceilingTimeout = 60_000;

export function openBench(options: BenchOptions): Bench {
  const processes = process.availableMemory() < 2 * 2 ** 30 ? 1 : 3;
  const limits = { ...defaults, processes, ...options };
  /** By what they serve, the one used last at the end. */
  const pool = new Map<string, { subprocess: Subprocess; rest: number | undefined }>();
  let isClosed = false;

  const acquire = (runtime: RuntimeName, threads: number): Subprocess => {
    const key = runtime === 'ort-web' ? `ort-web on ${threads}` : runtime;
    const kept = pool.get(key);
    pool.delete(key);
    if (kept?.subprocess.alive() === true) {
      pool.set(key, kept);
      return kept.subprocess;
    }
    const subprocess = startSubprocess(limits.childPath, {
      runtime,
      threads,
      ortPath: options.ortPath ?? null,
      ortProviders: options.ortProviders ?? null,
      data: options.data ?? null,
    });
    const entry: { subprocess: Subprocess; rest: number | undefined } = { subprocess, rest: undefined };
    pool.set(key, entry);
    void subprocess.ready.then(() => {
      entry.rest = subprocess.resident();
    });
    const [oldest] = pool.keys();
    if (pool.size > limits.processes && oldest !== undefined) {
      pool.get(oldest)?.subprocess.kill();
      pool.delete(oldest);
    }
    return subprocess;
  };

  const release = async (subprocess: Subprocess, isSound: boolean): Promise<void> => {
    const [key, entry] = [...pool].find(([, kept]) => kept.subprocess === subprocess) ?? [];
    const growth = (subprocess.resident() ?? 0) - (entry?.rest ?? Number.POSITIVE_INFINITY);
    if (isSound && growth <= limits.growthLimit) return;
    if (key !== undefined) pool.delete(key);
    subprocess.kill();
    // Its memory is the next point's.
    await subprocess.death;
  };

  const run = async (
    { runtime, threads, timeout, memoryLimit, request, onPhase }: Job,
    signal: AbortSignal,
  ): Promise<BenchReply | BenchFailure | { readonly kind: 'cancelled' }> => {
    const subprocess = acquire(runtime, threads);
    let phase: BenchPhase = 'start';
    const guard = watch(subprocess, { timeout, memoryLimit, watchTime: limits.watchTime, signal });
    const started = await startWithin(subprocess, limits.startTime);
    const answer =
      started.kind === 'death'
        ? started
        : await subprocess.exchange(request, (reply) => {
            if (reply.kind !== 'phase') return;
            phase = reply.phase;
            onPhase(reply.phase, reply.iterations);
          });
    const stop = guard.end();
    // An answer that crossed with a limit counts: what was measured, was measured.
    const isSound = answer.kind === 'measured' || answer.kind === 'ceiling';
    await release(subprocess, isSound && stop === undefined);
    if (answer.kind !== 'death') return answer;
    if (isClosed || stop?.because === 'cancelled') return { kind: 'cancelled' };
    return blame(answer, phase, stop, guard.peak());
  };

  return {
    async measure(request, onPhase, signal) {
      if (signal.aborted) return { kind: 'cancelled' };
      const { runtime, threads } = request.point.execution;
      // 80 % leaves the agent, the link and the system their part.
      const memoryLimit = request.rule.memoryLimit ?? Math.floor(0.8 * process.availableMemory());
      const refusal = refusePlan(request.cost, memoryLimit);
      if (refusal !== undefined) return refusal;
      const { timeout } = request.rule;
      const { slot, point, items, rule, file } = request;
      const message: BenchRequest = { kind: 'measure', slot, point, items, rule, file, scratch: limits.scratch };
      const answer = await run({ runtime, threads, timeout, memoryLimit, request: message, onPhase }, signal);
      if (answer.kind === 'measured') return { kind: 'measured', result: answer.result };
      // A process that died could not do so itself.
      await clearScratch(limits.scratch);
      return outcomeOf(answer);
    },

    async ceiling({ runtime, threads, precision }, signal) {
      if (signal.aborted) return { kind: 'cancelled' };
      const answer = await run(
        {
          runtime,
          threads,
          timeout: ceilingTimeout,
          memoryLimit: Math.floor(0.8 * process.availableMemory()),
          request: { kind: 'ceiling', threads, precision },
          onPhase: () => undefined,
        },
        signal,
      );
      if (answer.kind === 'ceiling') return { kind: 'measured', flops: answer.flops, bandwidth: answer.bandwidth };
      return outcomeOf(answer);
    },

    prepare: (runtime, threads) => void acquire(runtime, threads),

    async runtimes() {
      const ask = async (name: RuntimeName): Promise<RuntimeStatus> => {
        const status = await startWithin(acquire(name, 1), limits.startTime);
        if (status.kind !== 'death') return status.status;
        const { message, fix } = crashed(status, 'start');
        return { name, version: '', unavailable: message, fix };
      };
      // Where fewer processes are kept, starting one would end another that is asked.
      if (limits.processes >= runtimeNames.length) return Promise.all(runtimeNames.map(ask));
      const statuses: RuntimeStatus[] = [];
      for (const name of runtimeNames) statuses.push(await ask(name));
      return statuses;
    },

    async close() {
      isClosed = true;
      const all = [...pool.values()];
      pool.clear();
      for (const { subprocess } of all) subprocess.kill();
      await Promise.all(all.map(({ subprocess }) => subprocess.death));
      await rm(limits.scratch, { recursive: true, force: true });
    },
  };
}

interface Job {
  readonly runtime: RuntimeName;
  readonly threads: number;
  readonly timeout: number;
  readonly memoryLimit: number;
  readonly request: BenchRequest;
  readonly onPhase: (phase: BenchPhase, iterations: number) => void;
}

/** Kills the process at a limit. The parent looks, as the process itself may be inside native code for long. */
function watch(
  subprocess: Subprocess,
  limits: { timeout: number; memoryLimit: number; watchTime: number; signal: AbortSignal },
): { end(): Stop | undefined; peak(): number } {
  let stop: Stop | undefined;
  let peak = 0;
  const halt = (why: Stop): void => {
    stop ??= why;
    subprocess.kill();
  };
  const cancel = (): void => halt({ because: 'cancelled' });
  limits.signal.addEventListener('abort', cancel);
  const timer = setTimeout(() => halt({ because: 'timeout', limit: limits.timeout }), limits.timeout);
  const sampler = setInterval(() => {
    const resident = subprocess.resident() ?? 0;
    peak = Math.max(peak, resident);
    if (resident > limits.memoryLimit) halt({ because: 'memory', limit: limits.memoryLimit, resident });
  }, limits.watchTime);
  return {
    peak: () => peak,
    end() {
      clearTimeout(timer);
      clearInterval(sampler);
      limits.signal.removeEventListener('abort', cancel);
      return stop;
    },
  };
}

/** A process that does not come up in time is killed, and so dead. */
async function startWithin(
  subprocess: Subprocess,
  milliseconds: number,
): Promise<{ kind: 'ready'; status: RuntimeStatus } | Death> {
  const timer = setTimeout(() => subprocess.kill(), milliseconds);
  const status = await subprocess.ready;
  clearTimeout(timer);
  return 'kind' in status ? status : { kind: 'ready', status };
}

function outcomeOf(
  answer: BenchReply | BenchFailure | { readonly kind: 'cancelled' },
): BenchFailure | { readonly kind: 'cancelled' } {
  if (answer.kind === 'failed' || answer.kind === 'cancelled') return answer;
  throw new Error(`the measuring process answered with ${answer.kind}`);
}
