// The seams between the parts of a task's execution: sources give events, the loop decides what fires, an execution makes
// results of it.
import type { Computed } from '@edgewright/core/pipeline/pipeline.js';
import type { WrittenEvent } from '@edgewright/core/task/event-line.js';
import type { FieldValue, Firing } from '@edgewright/core/triggers/event.js';
import type {
  Isolation,
  ModelRuntime,
  ResultValue,
  TaskLogLine,
  TaskPhases,
  Trouble,
} from '@edgewright/schemas/deployment.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';

// --- Sources. ---

/** What a source does with the events that it has. */
export interface Intake {
  /**
   * Settles when the events are durable, in their order; what is refused is told by its index, with code, reason and fix.
   * Rejects with `tasks-full` where the store takes no more: the sender keeps its events and tries again. `place` is for the
   * memory of the source, and durable with the events or not at all. An event without time happens when it is accepted; one
   * with an `id` that its task does not declare as a field is seen once.
   */
  accept(events: readonly WrittenEvent[], place?: string): Promise<readonly RefusedEvent[]>;
  /** Whether so much waits that a source that can wait should. Settles when less does. */
  ready(): Promise<void>;
  /** The state of the source has changed; null: it is ready. */
  tell(trouble: Trouble | null): void;
  /** So many events were dropped, or could not be read, before they were handed over. */
  refuse(count: number): void;
  readonly memory: SourceMemory;
}

export interface RefusedEvent extends Trouble {
  readonly index: number;
}

/** What a source knows after a restart of the agent: where it was. A text of its own form. */
export interface SourceMemory {
  read(): string | undefined;
  /** Settles when it is durable. Rejects with `tasks-full`. */
  write(text: string): Promise<void>;
}

export interface OpenSource {
  /** Ends it; no event is accepted after that. */
  close(): Promise<void>;
}

// --- Execution. ---

export interface ExecutionOptions {
  readonly task: ResolvedTask;
  /** Path of an artifact on this device, by its path in the document. */
  readonly fileOf: (path: string) => string;
  /** Paths on this device of all files that came with the task, by their paths in the document: weights may be among them. */
  readonly files?: Readonly<Record<string, string>>;
  /** The agent's folder of what was measured of the device: plans of models are kept there. */
  readonly data: string;
  readonly ortPath: string | undefined;
  readonly onLog: (line: TaskLogLine) => void;
  /** On which runtime the model is, once it is loaded, and when that changes. */
  readonly onModel?: (model: ModelRuntime) => void;
  readonly rank: Rank;
}

/** Whether it has its share of the processor, or what all others leave, where the operating system lets it be told so. */
export type Rank = 'normal' | 'behind';

/** The model and the script of a task, loaded. One firing at a time. */
export interface Execution {
  readonly isolation: Isolation;
  /**
   * Rejects with a CodedError: `task-timeout`, `task-memory`, `task-script`, `task-model`, `task-crashed`, `task-flood`. After
   * any but `task-script` and `task-model` it is ended, and its maker opens another.
   */
  run(input: RunInput, signal: AbortSignal): Promise<RunOutcome>;
  /** Whether it has ended by itself. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

export interface RunInput {
  /** Of the firing. */
  readonly id: string;
  readonly firing: Firing;
  readonly computed: Computed | undefined;
}

export interface RunOutcome {
  /** Of `model.` and `script.` names; one a call of `output`, and the last from what `run` returned. */
  readonly results: readonly Readonly<Record<string, ResultValue>>[];
  readonly emitted: readonly { readonly event: string; readonly fields: Readonly<Record<string, FieldValue>> }[];
  readonly phases: Pick<TaskPhases, 'prepare' | 'model' | 'script'>;
}

/** Rejects as `run`, where model or script cannot be loaded in `policy.memory` and a time. */
export type OpenExecution = (options: ExecutionOptions) => Promise<Execution>;
