// What carries the executor of a task: a thread of the agent's process for what has a boundary in itself, a process of its
// own, whose end is its own too (V8 ends a whole process where one allocation leaves it no memory), or a thread with a sealed
// process beside it for the script.
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type Transferable, Worker } from 'node:worker_threads';
import { CodedError } from '@edgewright/schemas/codes.js';
import { residentBytes } from '../../bench/memory.ts';
import type { RunInput } from '../contract.ts';
import { readFrames, writeFrame } from './frames.ts';
import { launch } from './launch.ts';
import type { End } from './launcher.ts';
import type { Opening, Reply } from './messages.ts';
import { floodFault, memoryFault } from './refused.ts';
import { type Seal, sealedPid } from './seal.ts';
import type { SealedLine } from './sealed-messages.ts';
import { untilParentEnds } from './until-parent-ends.ts';

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

export function openThread(
  name: string,
  opening: Opening,
  { onReply, onEnd }: CarrierEvents,
  transferList: readonly Transferable[] = [],
): Carrier {
  const { memory } = opening.policy;
  const worker = new Worker(module, {
    name,
    workerData: opening,
    transferList: [...transferList],
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

/** Rejects with `task-crashed` where it cannot be started, as `openSealed`. */
export async function openProcess(opening: Opening, { onReply, onEnd }: CarrierEvents): Promise<Carrier> {
  const { memory } = opening.policy;
  const [command = '', ...before] = [...untilParentEnds(), process.execPath];
  const words = [...before, ...scriptFlags(memory), fileURLToPath(module)];
  const isBehind = opening.rank === 'behind';
  const child = await launch({ command, words, as: 3, isBehind }).catch(notStarted);
  const { channel, pid } = child;
  let loaded = 0;
  const resident = (): number | undefined => residentBytes(pid);
  readFrames(
    channel,
    memory,
    (message) => {
      const reply = message as Reply;
      if (reply.kind === 'ready') loaded = resident() ?? 0;
      onReply(reply);
    },
    (isTooLong) => {
      onEnd(isTooLong ? tooMuch() : crashed('answers with nonsense'));
      child.kill();
    },
  );
  const closed = child.ended.then((end) => onEnd(faultOfEnd(end, memory)));
  writeFrame(channel, opening);
  return {
    post: (request) => writeFrame(channel, request),
    async held() {
      const bytes = resident();
      return bytes === undefined ? undefined : bytes - loaded;
    },
    async kill() {
      child.kill();
      await closed;
    },
  };
}

/**
 * The thread has the model and does what is trusted; the process has the script and nothing else. Bytes pass between them
 * unread, as many between two requests as the task has memory.
 */
export async function openSealed(
  seal: Seal,
  name: string,
  opening: Opening,
  { onReply, onEnd }: CarrierEvents,
): Promise<Carrier> {
  const { memory } = opening.policy;
  const child = await seal(scriptFlags(memory), opening.rank).catch(notStarted);
  const { channel } = child;
  const { port1: own, port2: theirs } = new MessageChannel();
  const end = async (why: CodedError): Promise<void> => {
    onEnd(why);
    await kill();
  };
  const closed = child.ended.then((how) => void end(faultOfEnd(how, memory)));
  let said = 0;
  channel.on('data', (chunk: Buffer) => {
    said += chunk.length;
    if (said > memory) void end(tooMuch());
    else own.postMessage(chunk);
  });
  own.on('message', ({ text, isRequest }: SealedLine) => {
    if (isRequest) said = 0;
    channel.write(text);
  });
  const resident = (): number | undefined => {
    const pid = sealedPid(child);
    return pid === undefined ? undefined : residentBytes(pid);
  };
  let loaded = 0;
  const events: CarrierEvents = {
    onReply(reply) {
      if (reply.kind === 'ready') loaded = resident() ?? 0;
      onReply(reply);
    },
    onEnd: (why) => void end(why),
  };
  const thread = openThread(name, { ...opening, sealed: theirs }, events, [theirs]);
  async function kill(): Promise<void> {
    own.close();
    child.kill();
    await Promise.all([closed, thread.kill()]);
  }
  return {
    post: (request) => thread.post(request),
    async held() {
      const bytes = resident();
      return Math.max((await thread.held()) ?? 0, bytes === undefined ? 0 : bytes - loaded);
    },
    kill,
  };
}

export function scriptFlags(memory: number): readonly string[] {
  // V8 has modules in contexts of their own behind a flag.
  return [...inherited(), '--experimental-vm-modules', '--no-warnings', `--max-old-space-size=${mebibytes(memory)}`];
}

/** Why a process ended, by what it wrote last. */
function faultOfEnd({ code, signal, stderr }: End, memory: number): CodedError {
  return /heap limit|out of memory/i.test(stderr)
    ? memoryFault('The task', memory)
    : crashed(`ended with ${signal ?? `exit code ${code}`}`);
}

function notStarted({ message }: Error): never {
  throw crashed(`cannot be started: ${message}`);
}

function tooMuch(): CodedError {
  return floodFault('The script answers with more than the task has memory');
}

function mebibytes(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20);
}

export function crashed(how: string): CodedError {
  return new CodedError('task-crashed', `What executes the task ${how}.`, 'Look at the log of the task.');
}
