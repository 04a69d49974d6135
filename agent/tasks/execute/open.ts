// The agent's side of a task's worker: started, waited for, and ended when it takes too long, too much, or ends by itself.
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Isolation } from '@edgewright/schemas/deployment.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import type { Execution, ExecutionOptions, RunOutcome } from '../contract.ts';
import type { Opening, Reply, RunRequest } from './messages.ts';
import { memoryFault } from './refused.ts';

const module = new URL(`./executor${extname(import.meta.url)}`, import.meta.url);

/** Milliseconds until model and script are loaded: large models are compiled for a while on a small device. */
const loadTime = 120_000;

/** Milliseconds between two looks at what a busy worker holds. */
const lookTime = 100;

/** V8 has modules in contexts of their own behind this flag. What the agent itself runs with goes along. */
const flags = ['--experimental-vm-modules', '--no-warnings'];

/** As `OpenExecution`: of a task with a model, a script, or both. */
export async function openExecution(options: ExecutionOptions): Promise<Execution> {
  const { task, onLog } = options;
  const isolation = isolationOf(task);
  const { memory, time } = task.policy;
  const worker = new Worker(module, {
    name: `edgewright-task-${task.name}`,
    workerData: openingOf(options),
    // Nothing of the agent's environment is a script's to see.
    env: { NODE_OPTIONS: '' },
    execArgv: [...inherited(), ...flags],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(memory / 2 ** 20) },
  });
  // What a runtime writes is nobody's to read, but a pipe that is not drained would hold it.
  worker.stdout.resume();
  worker.stderr.resume();
  let failure: CodedError | undefined;
  let settle: ((reply: Reply | CodedError) => void) | undefined;
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', (code) => {
      settle?.(failure ?? crashed(`ended with exit code ${code}`));
      resolve();
    });
  });
  worker.on('error', (error: Error & { code?: string }) => {
    failure ??=
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? memoryFault('The task', memory) : crashed(`failed: ${error.message}`);
  });
  worker.on('message', (reply: Reply) => {
    if (reply.kind === 'log') onLog(reply.line);
    else settle?.(reply);
  });
  const stop = async (why: CodedError): Promise<void> => {
    failure ??= why;
    await worker.terminate();
  };
  /** Of one request at a time. */
  const next = async (limit: number, late: () => CodedError, signal?: AbortSignal): Promise<Reply> => {
    const answer = new Promise<Reply | CodedError>((resolve) => {
      settle = resolve;
    });
    const timer = setTimeout(() => void stop(late()), limit);
    const abort = (): void => void stop(crashed('was ended'));
    signal?.addEventListener('abort', abort);
    const unwatch = watchMemory(worker, memory, () => void stop(memoryFault('The task', memory)));
    try {
      const reply = failure ?? (await answer);
      if (reply instanceof CodedError) throw reply;
      if (reply.kind === 'failed') throw new CodedError(reply.code, reply.message, reply.fix);
      return reply;
    } finally {
      settle = undefined;
      clearTimeout(timer);
      unwatch();
      signal?.removeEventListener('abort', abort);
    }
  };
  try {
    await next(loadTime, () => tooLong('was not loaded', loadTime));
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    isolation,
    ended,
    async run({ id, firing, computed }, signal): Promise<RunOutcome> {
      if (failure !== undefined) throw failure;
      const answer = next(time, () => tooLong('did not end', time), signal);
      worker.postMessage({ id, firing, computed } satisfies RunRequest);
      try {
        const reply = await answer;
        if (reply.kind !== 'ran') throw new Error(`a run answered with ${reply.kind}`);
        return reply.outcome;
      } catch (error) {
        const stays = error instanceof CodedError && (error.code === 'task-script' || error.code === 'task-model');
        if (!stays) await worker.terminate();
        throw error;
      }
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** Throws `task-isolation` for what this device cannot keep apart as the policy wants it. */
function isolationOf({ script, policy }: ResolvedTask): Isolation {
  if (script === undefined || policy.isolation === 'fault')
    return { tier: script === undefined ? policy.isolation : 'fault', by: 'worker' };
  if (script.language === 'javascript') return { tier: 'boundary', by: 'quickjs' };
  throw new CodedError(
    'task-isolation',
    'Nothing on this device keeps a Python script apart as a boundary.',
    'Write `isolation: fault` under `policy` for a script of your own, or write it in JavaScript.',
  );
}

function openingOf({ task, fileOf, data, ortPath }: ExecutionOptions): Opening {
  const { model, script, policy, events } = task;
  const { isolation, memory, time } = policy;
  return {
    model: model && { runtime: model.runtime, outputs: model.outputs, path: fileOf(model.file) },
    script: script && { ...script, path: fileOf(script.file) },
    policy: { isolation, memory, time },
    events: [...events.keys()],
    data,
    ortPath,
  };
}

/** Conditions of module resolution, from the command line and the environment. */
function inherited(): readonly string[] {
  const words = [...process.execArgv, ...(process.env.NODE_OPTIONS ?? '').split(/\s+/)];
  return words.filter((word) => word.startsWith('--conditions='));
}

/** Buffers are not among what V8 limits: they are looked at from outside, where the engine tells. */
function watchMemory(worker: Worker, limit: number, onOver: () => void): () => void {
  if (typeof worker.getHeapStatistics !== 'function') return () => undefined;
  const timer = setInterval(() => {
    worker.getHeapStatistics().then(
      ({ external_memory: buffers, used_heap_size: heap }) => {
        if (buffers + heap > limit) onOver();
      },
      () => undefined,
    );
  }, lookTime);
  return () => clearInterval(timer);
}

function tooLong(what: string, limit: number): CodedError {
  const fix = 'Look at its script for a loop that does not end, or allow more under `policy.time`.';
  return new CodedError('task-timeout', `The task ${what} within ${limit} ms.`, fix);
}

function crashed(how: string): CodedError {
  return new CodedError('task-crashed', `The worker of the task ${how}.`, 'Look at the log of the task.');
}
