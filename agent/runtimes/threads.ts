// The threads that help a session of jit, as workers of Node: from their start, while the model is still compiled, to the end
// of the session.
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { dismiss, type Share } from '@edgewright/core/graph/wasm/backend/team.js';
import { CodedError } from '@edgewright/schemas/codes.js';

export interface Threads {
  /** Once. Resolves when all take part; rejects with `runtime-refused` where one could not. */
  join(share: Share): Promise<void>;
  /** Why the session is over: a thread has ended, or failed. */
  fault(): CodedError | undefined;
  /** Resolves when they are gone; no inference may be under way. */
  close(): Promise<void>;
}

const besideThis = new URL(`./thread${extname(import.meta.url)}`, import.meta.url);

/** @param count Beside the caller's. @param module Run as each of them. */
export function startThreads(count: number, module: URL = besideThis): Threads {
  let fault: CodedError | undefined;
  let joined: Share | undefined;
  let isClosed = false;
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(module, { name: 'edgewright-jit' });
    const fail = (how: string): void => {
      if (!isClosed) fault ??= lost(how);
    };
    const ended = new Promise<void>((resolve) => {
      worker.on('error', (error) => fail(`failed: ${error instanceof Error ? error.message : String(error)}`));
      worker.on('exit', (code) => {
        fail(`ended with code ${code}`);
        resolve();
      });
    });
    return { worker, ended };
  });
  return {
    async join(share) {
      joined = share;
      await Promise.all(
        workers.map(async ({ worker, ended }, at) => {
          const ready = new Promise<void>((resolve) => worker.once('message', () => resolve()));
          worker.postMessage({ share, rank: at + 1 });
          await Promise.race([ready, ended]);
        }),
      );
      if (fault !== undefined) throw fault;
      // A session that is not closed keeps no process alive.
      for (const { worker } of workers) worker.unref();
    },
    fault: () => fault,
    async close() {
      isClosed = true;
      if (joined !== undefined) dismiss(joined);
      for (const { worker } of workers) worker.ref();
      await Promise.all(workers.map(({ worker }) => worker.terminate()));
    },
  };
}

function lost(how: string): CodedError {
  return new CodedError(
    'runtime-refused',
    `A thread of jit ${how}.`,
    'Load the model again; ask for fewer threads where it comes back.',
  );
}
