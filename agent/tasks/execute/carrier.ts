// What carries the executor of a task: a thread of the agent's process for what has a boundary in itself, or a process of its
// own, whose end is its own too: V8 ends a whole process where one allocation leaves it no memory.
import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { CodedError } from '@edgewright/schemas/codes.js';
import { residentBytes } from '../../bench/memory.ts';
import type { RunInput } from '../contract.ts';
import type { Opening, Reply } from './messages.ts';
import { memoryFault } from './refused.ts';

export interface Carrier {
  post(request: RunInput): void;
  /** Bytes that it holds beyond model and script as they were loaded, about; undefined where they cannot be told. */
  held(): Promise<number | undefined>;
  /** Settles when it has ended. */
  kill(): Promise<void>;
}

export interface CarrierEvents {
  readonly onReply: (reply: Reply) => void;
  /** It ended, by whatever cause but `kill`. */
  readonly onEnd: (why: CodedError) => void;
}

const module = new URL(`./executor${extname(import.meta.url)}`, import.meta.url);

/** Conditions of module resolution, from the command line and the environment. */
function inherited(): readonly string[] {
  const words = [...process.execArgv, ...(process.env.NODE_OPTIONS ?? '').split(/\s+/)];
  return words.filter((word) => word.startsWith('--conditions='));
}

export function openThread(name: string, opening: Opening, { onReply, onEnd }: CarrierEvents): Carrier {
  const { memory } = opening.policy;
  const worker = new Worker(module, {
    name,
    workerData: opening,
    // Nothing of the agent's environment is a script's to see.
    env: { NODE_OPTIONS: '' },
    execArgv: [...inherited()],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: mebibytes(memory) },
  });
  // What a runtime writes is nobody's to read, but a pipe that is not drained would hold it.
  worker.stdout.resume();
  worker.stderr.resume();
  let fault: CodedError | undefined;
  worker.on('error', (error: Error & { code?: string }) => {
    const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    fault = isFull ? memoryFault('The task', memory) : crashed(`failed: ${error.message}`);
  });
  worker.once('exit', (code) => onEnd(fault ?? crashed(`ended with exit code ${code}`)));
  worker.on('message', onReply);
  return {
    post: (request) => worker.postMessage(request),
    async held() {
      // Of engines that tell: buffers are not among what V8 limits.
      const { external_memory: buffers, used_heap_size: heap } = (await worker.getHeapStatistics?.()) ?? {};
      return buffers === undefined || heap === undefined ? undefined : buffers + heap;
    },
    async kill() {
      await worker.terminate();
    },
  };
}

export function openProcess(opening: Opening, { onReply, onEnd }: CarrierEvents): Carrier {
  const { memory } = opening.policy;
  const child = fork(fileURLToPath(module), [], {
    env: {},
    // V8 has modules in contexts of their own behind a flag.
    execArgv: [
      ...inherited(),
      '--experimental-vm-modules',
      '--no-warnings',
      `--max-old-space-size=${mebibytes(memory)}`,
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-20_000);
  });
  let loaded = 0;
  const resident = (): number | undefined => (child.pid === undefined ? undefined : residentBytes(child.pid));
  child.on('message', (reply: Reply) => {
    if (reply.kind === 'ready') loaded = resident() ?? 0;
    onReply(reply);
  });
  const closed = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      onEnd(crashed(`cannot be started: ${error.message}`));
      resolve();
    });
    child.once('close', (code, signal) => {
      onEnd(
        /heap limit|out of memory/i.test(stderr)
          ? memoryFault('The task', memory)
          : crashed(`ended with ${signal ?? `exit code ${code}`}`),
      );
      resolve();
    });
  });
  send(child, opening);
  return {
    post: (request) => send(child, request),
    async held() {
      const bytes = resident();
      return bytes === undefined ? undefined : bytes - loaded;
    },
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

/** A process that is gone says so by its end. */
function send(child: ChildProcess, message: Opening | RunInput): void {
  child.send(message, () => undefined);
}

function mebibytes(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20);
}

export function crashed(how: string): CodedError {
  return new CodedError('task-crashed', `What executes the task ${how}.`, 'Look at the log of the task.');
}
