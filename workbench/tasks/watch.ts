// Follows the tasks of a device: keeps the results of all of them, and tells what goes on. It links again when the link drops.
import { gunzipSync } from 'node:zlib';
import type { ReceivedNotification, Session } from '@edgewright/core/link/session.js';
import type { TaskActivity, TaskResult, TaskStatus } from '@edgewright/schemas/deployment.js';
import type { Notifications, TaskResultRow } from '@edgewright/schemas/wire.js';
import { systemClock } from '../devices/clock.ts';
import { keepLinked } from '../devices/keep.ts';
import { type Asked, dialForTasks } from './ask.ts';
import { type KeptResults, openResults, resultsPath } from './kept.ts';

export type TaskWatchEvent =
  /** `file` is where results are kept. */
  | { readonly kind: 'linked'; readonly device: string; readonly file: string }
  /** Milliseconds before the next try. */
  | { readonly kind: 'dropped'; readonly code: string; readonly message: string; readonly wait: number }
  /** Kept durably, and for the first time. */
  | { readonly kind: 'result'; readonly cursor: number; readonly result: TaskResult }
  | { readonly kind: 'status'; readonly status: TaskStatus }
  | { readonly kind: 'activity'; readonly activity: TaskActivity }
  | { readonly kind: 'removed'; readonly task: string };

export interface TaskWatchOptions extends Asked {
  /** Absolute path, in which every device has a folder. */
  readonly folder: string;
  /** Tasks whose activity is told. */
  readonly activity: readonly string[];
  readonly hear: (event: TaskWatchEvent) => void;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** Settles when `signal` aborts. Rejects as `dialForTasks` and `openResults`. */
export async function watchTasks(options: TaskWatchOptions): Promise<void> {
  const { activity, hear, signal } = options;
  let kept: KeptResults | undefined;
  /** It may be under way when `signal` aborts. */
  let opening: Promise<KeptResults> | undefined;
  /** Batches of results, one after another: what is kept in order is acknowledged in order. */
  let last: Promise<void> = Promise.resolve();
  let failed: (reason: unknown) => void = () => {};
  const receive = (notification: ReceivedNotification, session: Session): void => {
    if (notification.method === 'task.results') {
      const { params } = notification;
      last = last.then(() => keep(params, session)).catch((error: unknown) => failed(error));
    }
    if (notification.method === 'task.status') hear({ kind: 'status', ...notification.params });
    if (notification.method === 'task.activity') hear({ kind: 'activity', ...notification.params });
    if (notification.method === 'task.removed') hear({ kind: 'removed', ...notification.params });
  };
  try {
    await keepLinked<never>({
      dial: () => dialForTasks(options, receive),
      async use(session) {
        const failure = new Promise<never>((_, reject) => {
          failed = reject;
        });
        // It may fail before it is awaited.
        failure.catch(() => undefined);
        opening ??= openResults(resultsPath(options.folder, session.peer));
        kept = await opening;
        hear({ kind: 'linked', device: session.peer.name, file: kept.path });
        const { cursor } = await session.request('task.watch', { after: kept.cursor, activity });
        // The device's store began anew: its cursors say nothing of what is kept here, and ids do.
        if (cursor < kept.cursor) await session.request('task.watch', { after: 0, activity });
        return failure;
      },
      onDropped: ({ code, message }, wait) => hear({ kind: 'dropped', code, message, wait: Math.round(wait) }),
      clock: systemClock,
      random: Math.random,
      signal,
    });
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await last;
    await (await opening?.catch(() => undefined))?.close();
  }

  async function keep(params: Notifications['task.results'], session: Session): Promise<void> {
    if (kept === undefined) return;
    for (const row of await kept.keep(rowsOf(params))) hear({ kind: 'result', ...row });
    // A link that is gone says so by itself; what is not acknowledged comes again.
    session.request('task.acknowledge', { cursor: params.cursor }).catch(() => undefined);
  }
}

/** A frame's limit is that of what it unpacks to, some hundredfold: a device is paired, and still not to fill the memory. */
const mostBytes = 64 * 2 ** 20;

export function rowsOf({ results, gzip = '' }: Notifications['task.results']): readonly TaskResultRow[] {
  if (results !== undefined) return results;
  return JSON.parse(gunzipSync(Buffer.from(gzip, 'base64'), { maxOutputLength: mostBytes }).toString());
}
