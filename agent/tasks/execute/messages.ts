// What passes between the agent and the worker that executes a task.
import type { MessagePort } from 'node:worker_threads';
import type { ModelRuntime, TaskLogLine } from '@edgewright/schemas/deployment.js';
import type { TaskModel, TaskPolicy, TaskScript } from '@edgewright/schemas/task-execution.js';
import type { Rank, RunOutcome } from '../contract.ts';

/** Of the worker, when it starts. */
export interface Opening {
  readonly model:
    | (Pick<TaskModel, 'file' | 'runtime' | 'outputs' | 'sizes'> & {
        readonly path: string;
        /** Paths on this device of the files that came with the task, by their paths in the document. */
        readonly files: Readonly<Record<string, string>>;
        /** Of its inputs by name, as far as they are known before a firing. */
        readonly shapes: Readonly<Record<string, readonly number[]>>;
      })
    | undefined;
  readonly script: (TaskScript & { readonly path: string }) | undefined;
  readonly policy: Pick<TaskPolicy, 'isolation' | 'memory' | 'time'>;
  /** Events that the script may emit, by name. */
  readonly events: readonly string[];
  readonly data: string;
  readonly ortPath: string | undefined;
  readonly rank: Rank;
  /** To the process that has the script, where that is another. */
  readonly sealed?: MessagePort;
}

export interface Failed {
  readonly kind: 'failed';
  readonly code: FailureCode;
  readonly message: string;
  readonly fix: string;
}

/** What a worker says of itself; what ends it is said by who sees it end. */
export type FailureCode = 'task-script' | 'task-model' | 'task-memory' | 'task-flood' | 'task-crashed';

export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'log'; readonly line: TaskLogLine }
  | { readonly kind: 'model'; readonly model: ModelRuntime }
  | { readonly kind: 'ran'; readonly outcome: RunOutcome }
  | Failed;
