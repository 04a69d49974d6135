// What passes between the agent and the worker that executes a task.
import type { MessagePort } from 'node:worker_threads';
import type { TaskLogLine } from '@edgewright/schemas/deployment.js';
import type { TaskModel, TaskPolicy, TaskScript } from '@edgewright/schemas/task-execution.js';
import type { RunOutcome } from '../contract.ts';

/** Of the worker, when it starts. */
export interface Opening {
  readonly model: (Pick<TaskModel, 'runtime' | 'outputs' | 'sizes'> & { readonly path: string }) | undefined;
  readonly script: (TaskScript & { readonly path: string }) | undefined;
  readonly policy: Pick<TaskPolicy, 'isolation' | 'memory' | 'time'>;
  /** Events that the script may emit, by name. */
  readonly events: readonly string[];
  readonly data: string;
  readonly ortPath: string | undefined;
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
  | { readonly kind: 'ran'; readonly outcome: RunOutcome }
  | Failed;
