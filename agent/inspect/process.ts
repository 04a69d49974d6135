// The agent's side of an inspection: a process of its own for each, ended at its limits.
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CodedError } from '@edgewright/schemas/codes.js';
import { oomKills, residentBytes } from '../bench/memory.ts';
import type { Findings, InspectReply, InspectTask, OnProgress } from './messages.ts';

export interface InspectLimits {
  /** Milliseconds of the whole inspection. */
  readonly timeout: number;
  /** Bytes of the process; undefined: 80 % of what is available, which leaves agent and system their part. */
  readonly memoryLimit: number | undefined;
}

export interface InspectorOptions extends InspectLimits {
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
  /** Module run as the process. */
  readonly childPath?: string;
}

const ownChild = fileURLToPath(new URL(`./inspector${extname(import.meta.url)}`, import.meta.url));

/** Milliseconds between two looks at the process's memory. */
const watchTime = 50;

/** Characters of standard error that are kept. */
const stderrKept = 2000;

/**
 * @throws CodedError `inspection-timeout`, `inspection-memory`, `inspection-died`, `inspection-ended` where `signal` is
 *   aborted, and what the model is refused with
 */
export async function inspect(task: Omit<InspectTask, 'scratch'>, options: InspectorOptions): Promise<Findings> {
  const { onProgress, signal, timeout, childPath = ownChild } = options;
  const memoryLimit = options.memoryLimit ?? Math.floor(0.8 * process.availableMemory());
  if (signal.aborted) throw ended();
  const scratch = await mkdtemp(join(tmpdir(), 'edgewright-inspect-'));
  const killsBefore = oomKills();
  const child = fork(childPath, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'advanced' });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-stderrKept);
  });
  let stop: CodedError | undefined;
  const halt = (why: CodedError): void => {
    stop ??= why;
    child.kill('SIGKILL');
  };
  const cancel = (): void => halt(ended());
  signal.addEventListener('abort', cancel);
  const timer = setTimeout(() => halt(late(timeout)), timeout);
  const sampler = setInterval(() => {
    const resident = (child.pid === undefined ? undefined : residentBytes(child.pid)) ?? 0;
    if (resident > memoryLimit) halt(large(`grew to ${mebibytes(resident)} and may use ${mebibytes(memoryLimit)}`));
  }, watchTime);
  const died = new Promise<undefined>((resolve) => {
    child.once('close', () => resolve(undefined));
    child.once('error', (error) => {
      stderr += `\n${error.message}`;
      if (child.pid === undefined) resolve(undefined);
    });
  });
  const answered = new Promise<Exclude<InspectReply, { kind: 'progress' }>>((resolve) => {
    child.on('message', (reply: InspectReply) => {
      if (reply.kind === 'progress') onProgress({ phase: reply.phase, done: reply.done, of: reply.of });
      else resolve(reply);
    });
  });
  // Where the process is dying, its death is the answer.
  child.send({ ...task, scratch } satisfies InspectTask, () => undefined);
  try {
    const answer = await Promise.race([answered, died]);
    if (answer?.kind === 'inspected') return answer.findings;
    if (answer !== undefined) throw new CodedError(answer.code, answer.message, answer.fix);
    if (stop !== undefined) throw stop;
    const kills = oomKills();
    const isShort = kills === undefined || killsBefore === undefined || kills > killsBefore;
    if (child.signalCode === 'SIGKILL' && isShort) throw large('was ended by the system for lack of memory');
    throw crashed(child.signalCode ?? `exit code ${child.exitCode}`, stderr);
  } finally {
    clearTimeout(timer);
    clearInterval(sampler);
    signal.removeEventListener('abort', cancel);
    child.kill('SIGKILL');
    // Its memory is what is measured next needs.
    await died;
    await rm(scratch, { recursive: true, force: true });
  }
}

function ended(): CodedError {
  return new CodedError('inspection-ended', 'The inspection was ended.', 'Ask for it again.');
}

function late(timeout: number): CodedError {
  return new CodedError(
    'inspection-timeout',
    `The model was not inspected within ${timeout} ms.`,
    'Allow it more time, or ask for less of it at once.',
  );
}

function large(how: string): CodedError {
  return new CodedError(
    'inspection-memory',
    `The process that inspected the model ${how}.`,
    'Take smaller sizes, or inspect the model on a device with more memory.',
  );
}

function crashed(how: string, stderr: string): CodedError {
  // What was thrown stands above the places where.
  const lines = stderr.split('\n').map((line) => line.trim());
  const last = lines.filter((line) => line !== '' && !/^at |^Node\.js v/.test(line)).at(-1) ?? '';
  return new CodedError(
    'inspection-died',
    `The process that inspected the model ended with ${how}${last === '' ? '.' : `: ${last}`}`,
    'Try another onnxruntime; of a model that jit alone cannot bear, a report is welcome.',
  );
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}
