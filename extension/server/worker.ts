// The thread that expands sweeps and reads the models of tasks, so that the server answers meanwhile and an expansion can be ended.
import { parentPort } from 'node:worker_threads';
import { readModel } from '@edgewright/workbench/sweep/load.js';
import { readModelFacts } from '@edgewright/workbench/tasks/model.js';
import { type Expansion, type ExpansionJob, expand, expandTask } from './expansion.ts';
import { cachedReader } from './files.ts';

/** `id` says which job an answer is to. */
export interface JobMessage {
  readonly id: number;
  readonly job: ExpansionJob;
}

export type AnswerMessage =
  | { readonly id: number; readonly kind: 'done'; readonly expansion: Expansion }
  | { readonly id: number; readonly kind: 'failed'; readonly reason: string };

/** Called in the thread itself. */
export function work(): void {
  const read = cachedReader(readModel);
  const readFacts = cachedReader(readModelFacts);
  parentPort?.on('message', ({ id, job }: JobMessage) => {
    const answer = (message: AnswerMessage) => parentPort?.postMessage(message);
    (job.kind === 'task' ? expandTask(job, readFacts) : expand(job, read)).then(
      (expansion) => answer({ id, kind: 'done', expansion }),
      (error: unknown) =>
        answer({ id, kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
}
