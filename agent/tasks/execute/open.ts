// The agent's side of a task's worker: started, waited for, and ended when it takes too long, too much, or ends by itself.
import { shapeOf } from '@edgewright/core/pipeline/vectorise.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Isolation } from '@edgewright/schemas/deployment.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import type { Execution, ExecutionOptions, RunOutcome } from '../contract.ts';
import {
  type Carrier,
  type CarrierEvents,
  crashed,
  openProcess,
  openSealed,
  openThread,
  scriptFlags,
} from './carrier.ts';
import type { Opening, Reply } from './messages.ts';
import { memoryFault } from './refused.ts';
import { openSeal } from './seal.ts';

/** Milliseconds until a script is loaded, and until a model is too: large ones are compiled for a while on a small device. */
const loadTimes = { script: 20_000, model: 120_000 } as const;

/** Milliseconds between two looks at what a busy worker holds. */
const lookTime = 100;

/** As `OpenExecution`: of a task with a model, a script, or both. */
export async function openExecution(options: ExecutionOptions): Promise<Execution> {
  const { task, onLog, onModel } = options;
  const isolation = isolationOf(task);
  const { memory, time } = task.policy;
  const opening = openingOf(options);
  let failure: CodedError | undefined;
  let settle: ((reply: Reply | CodedError) => void) | undefined;
  let isLoaded = false;
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const events: CarrierEvents = {
    onReply(reply) {
      if (reply.kind === 'log') onLog(reply.line);
      else if (reply.kind === 'model') onModel?.(reply.model);
      else settle?.(reply);
    },
    onEnd(why) {
      failure ??= why;
      settle?.(failure);
      end();
    },
  };
  const carrier = await carry(isolation.by, `edgewright-task-${task.name}`, opening, events);
  const stop = async (why: CodedError): Promise<void> => {
    failure ??= why;
    await carrier.kill();
  };
  /** Of one request at a time. */
  const next = async (limit: number, late: () => CodedError, signal?: AbortSignal): Promise<Reply> => {
    const answer = new Promise<Reply | CodedError>((resolve) => {
      settle = resolve;
    });
    const timer = setTimeout(() => void stop(late()), limit);
    const abort = (): void => void stop(crashed('was ended'));
    signal?.addEventListener('abort', abort);
    const unwatch = isLoaded
      ? watchMemory(carrier, memory, () => void stop(memoryFault('The task', memory)))
      : undefined;
    try {
      const reply = failure ?? (await answer);
      if (reply instanceof CodedError) throw reply;
      if (reply.kind === 'failed') throw new CodedError(reply.code, reply.message, reply.fix);
      return reply;
    } finally {
      settle = undefined;
      clearTimeout(timer);
      unwatch?.();
      signal?.removeEventListener('abort', abort);
    }
  };
  try {
    const loadTime = loadTimes[task.model === undefined ? 'script' : 'model'];
    await next(loadTime, () => tooLong('was not loaded', loadTime));
    isLoaded = true;
  } catch (error) {
    await carrier.kill();
    throw error;
  }
  return {
    isolation,
    ended,
    async run({ id, firing, computed }, signal): Promise<RunOutcome> {
      if (failure !== undefined) throw failure;
      const answer = next(time, () => tooLong('did not end', time), signal);
      carrier.post({ id, firing, computed });
      try {
        const reply = await answer;
        if (reply.kind !== 'ran') throw new Error(`a run answered with ${reply.kind}`);
        return reply.outcome;
      } catch (error) {
        const stays = error instanceof CodedError && (error.code === 'task-script' || error.code === 'task-model');
        if (!stays) await carrier.kill();
        throw error;
      }
    },
    async close() {
      await carrier.kill();
    },
  };
}

function isolationOf({ script, policy: { isolation: tier } }: ResolvedTask): Isolation {
  if (script === undefined) return { tier, by: 'worker' };
  if (tier === 'fault') return { tier, by: 'process' };
  return { tier, by: script.language === 'javascript' ? 'quickjs' : 'sealed' };
}

/** Rejects with `task-isolation` where this device cannot keep the script apart as the policy wants it. */
async function carry(by: Isolation['by'], name: string, opening: Opening, events: CarrierEvents): Promise<Carrier> {
  if (by === 'process') return openProcess(opening, events);
  if (by === 'sealed') return openSealed(await openSeal(scriptFlags(opening.policy.memory)), name, opening, events);
  return openThread(name, opening, events);
}

function openingOf({ task, fileOf, files = {}, data, ortPath, rank }: ExecutionOptions): Opening {
  const { model, script, policy, events } = task;
  const { isolation, memory, time } = policy;
  return {
    model: model && { ...model, path: fileOf(model.file), files, shapes: script === undefined ? shapesOf(task) : {} },
    script: script && { ...script, path: fileOf(script.file) },
    policy: { isolation, memory, time },
    events: [...events.keys()],
    data,
    ortPath,
    rank,
  };
}

/** Of the tensors of the pipeline, by name: they are the same at each firing. */
function shapesOf({ pipeline }: ResolvedTask): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(pipeline?.tensors.map((tensor) => [tensor.name, shapeOf(tensor)]) ?? []);
}

function watchMemory(carrier: Carrier, limit: number, onOver: () => void): () => void {
  const timer = setInterval(() => {
    carrier.held().then(
      (bytes) => {
        if (bytes !== undefined && bytes > limit) onOver();
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
