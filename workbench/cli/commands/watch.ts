import { relative, resolve } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { TaskStatus } from '@edgewright/schemas/deployment.js';
import { fileCredentials } from '../../devices/tokens.ts';
import { listTasks } from '../../tasks/ask.ts';
import { resultsFolder } from '../../tasks/kept.ts';
import { type TaskWatchEvent, watchTasks } from '../../tasks/watch.ts';
import { printable } from '../../text/printable.ts';
import { firingLine, logLine, resultLine, statusText, troublesOf, troubleText } from '../deployed.ts';
import { exitCodes } from '../exit.ts';
import type { Io } from '../io.ts';
import { type DeviceOptions, targetFor } from '../targets.ts';
import { nameOf } from './deploy.ts';
import { type ResumeOptions, watchRun } from './resume.ts';

interface WatchTaskOptions extends DeviceOptions {
  /** Milliseconds. */
  readonly for?: number;
  readonly json?: boolean;
}

/** `edgewright watch NAME`: a run, or with a device a task that it has. */
export function watch(io: Io, reference: string, options: WatchTaskOptions & ResumeOptions): Promise<number> {
  const isTask = options.device !== undefined || options.fleet !== undefined;
  if (isTask) return watchTask(io, reference, options);
  if (options.for === undefined) return watchRun(io, reference, options);
  throw new CodedError('usage', '--for is of a task, and no device was named.', 'Give --device ws://HOST:PORT too.');
}

/**
 * `edgewright watch TASK --device D`: until the time is over, the task is removed, or Ctrl-C. Results of all tasks of the device
 * are kept, for it forgets what is acknowledged; those of the one are shown.
 */
async function watchTask(io: Io, reference: string, options: WatchTaskOptions): Promise<number> {
  const name = await nameOf(reference, io);
  const asked = { target: await targetFor(options, io), credentials: fileCredentials(io.environment) };
  if (!(await listTasks(asked)).some(({ task }) => task === name)) throw unknown(name);
  const abort = new AbortController();
  let wasInterrupted = false;
  const stopListening = io.onInterrupt(() => {
    wasInterrupted = true;
    abort.abort();
  });
  const timer = options.for === undefined ? undefined : setTimeout(() => abort.abort(), options.for);
  let status: TaskStatus | undefined;
  try {
    await watchTasks({
      ...asked,
      folder: resolve(io.cwd, resultsFolder),
      activity: [name],
      signal: abort.signal,
      hear(event) {
        if (taskOf(event, name) !== name) return;
        if (options.json) io.out(`${JSON.stringify(jsonOf(event))}\n`);
        else io.out(textOf(event, status, io));
        if (event.kind === 'status') status = event.status;
        if (event.kind === 'removed') abort.abort();
      },
    });
  } finally {
    clearTimeout(timer);
    stopListening();
  }
  if (!options.json && status !== undefined) io.out(statusText(status, io));
  return wasInterrupted ? exitCodes.interrupted : exitCodes.ok;
}

/** What is said of no task is said of the one that is watched. */
function taskOf(event: TaskWatchEvent, watched: string): string {
  switch (event.kind) {
    case 'result':
      return event.result.task;
    case 'status':
      return event.status.task;
    case 'activity':
      return event.activity.task;
    case 'removed':
      return event.task;
    default:
      return watched;
  }
}

function jsonOf({ kind, ...rest }: TaskWatchEvent): object {
  return { event: kind, ...rest };
}

function textOf(event: TaskWatchEvent, before: TaskStatus | undefined, io: Io): string {
  switch (event.kind) {
    case 'linked':
      return `${printable(event.device)}: results are kept in ${relative(io.cwd, event.file)}\n`;
    case 'dropped':
      return `${io.paint('warning', 'dropped')}: ${event.message} Next try in ${(event.wait / 1000).toFixed(1)} s.\n`;
    case 'result':
      return resultLine(event.result, io);
    case 'activity': {
      const { firings, log } = event.activity;
      return [...firings.map((one) => firingLine(one, io)), ...log.map((one) => logLine(one, io))].join('');
    }
    case 'status': {
      const { task, state } = event.status;
      const told = new Set(before === undefined ? [] : troublesOf(before).map(keyOf));
      const now = troublesOf(event.status);
      const fresh = now.filter((one) => !told.has(keyOf(one)));
      // Also where all is well again.
      const isNew = before?.state !== state || (told.size > 0 && now.length === 0);
      const isTold = fresh.some(({ of }) => of === `${task}, ${state}`);
      const line = isNew && !isTold ? `${printable(task)}: ${state}\n` : '';
      return `${line}${fresh.map(({ of, trouble }) => troubleText(of, trouble, io)).join('')}`;
    }
    case 'removed':
      return `${printable(event.task)}: removed from the device\n`;
  }
}

function keyOf({ of, trouble }: ReturnType<typeof troublesOf>[number]): string {
  return `${of} ${trouble.message}`;
}

function unknown(task: string): CodedError {
  return new CodedError(
    'task-unknown',
    `The device has no task "${printable(task)}".`,
    'See `edgewright tasks --device ADDRESS`, or deploy it.',
  );
}
