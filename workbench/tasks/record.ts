// A recording of what a task sees on a device, in the form that `simulate` reads. The device sends no field but those that the
// task's `privacy.record` names.
import { open } from 'node:fs/promises';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { RecordedTaskEvent } from '@edgewright/schemas/wire.js';
import { storageError } from '../runs/durable.ts';
import { type Asked, dialForTasks } from './ask.ts';

export interface RecordOptions extends Asked {
  readonly task: string;
  /** Milliseconds. */
  readonly time: number;
  /** Absolute path; replaced where it is there. */
  readonly file: string;
  readonly onEvents?: (count: number) => void;
  /** Ends it before its time; what was recorded stays. */
  readonly signal: AbortSignal;
}

export interface Recorded {
  readonly events: number;
  /** That the link could not take. */
  readonly dropped: number;
}

/** Rejects with `task-unknown`, `record-forbidden`, `disk-full`, `storage-refused`, and as `dialForTasks`. */
export async function recordTask(options: RecordOptions): Promise<Recorded> {
  const { task, time, file, onEvents = () => undefined, signal } = options;
  const over = Promise.withResolvers<void>();
  // It may fail before it is awaited.
  over.promise.catch(() => undefined);
  const told = { events: 0, dropped: 0 };
  let write: (text: string) => void = () => {};
  const session = await dialForTasks(options, ({ method, params }) => {
    if (method !== 'task.recorded' || params.task !== task) return;
    told.events += params.events.length;
    told.dropped += params.dropped;
    write(params.events.map(lineOf).join(''));
    onEvents(told.events);
    if (params.isOver) over.resolve();
  });
  const end = (): void => {
    session.request('task.record', { task, time: 0 }).catch(over.reject);
  };
  try {
    const output = await open(file, 'w').catch((error: unknown) => {
      throw storageError(error, file);
    });
    let written: Promise<void> = Promise.resolve();
    write = (text) => {
      written = written.then(() => output.appendFile(text)).catch((error) => over.reject(storageError(error, file)));
    };
    try {
      void session.closed.then(({ error }) => over.reject(error ?? linkClosed()));
      await session.request('task.record', { task, time });
      signal.addEventListener('abort', end);
      if (signal.aborted) end();
      await over.promise;
      await written;
      await output.sync();
    } finally {
      await written;
      await output.close();
    }
    return told;
  } finally {
    signal.removeEventListener('abort', end);
    session.close();
  }
}

function lineOf({ time, event, fields }: RecordedTaskEvent): string {
  return `${JSON.stringify({ time: new Date(time).toISOString(), event, ...fields })}\n`;
}

function linkClosed(): CodedError {
  return new CodedError(
    'link-closed',
    'The link ended before the recording was over; what came of it is in the file.',
    'Look whether the agent runs, then record again.',
  );
}
