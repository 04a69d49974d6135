// Task documents from files.
import { checkTask } from '@edgewright/core/triggers/check.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';

export interface LoadedTask {
  /** As the user wrote it. */
  readonly file: string;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined if and only if there is an error. */
  readonly task: ResolvedTask | undefined;
}

export function loadTask(file: string, text: string): LoadedTask {
  return { file, text, ...checkTask(text) };
}
