// What comes of a firing that was executed: rows for the outbox and for the log, with the names that an output has and nothing
// else. What leaves is held against `privacy.leave` here once more, whatever the document's check has let pass.
import type { Computed } from '@edgewright/core/pipeline/pipeline.js';
import { valuesOf } from '@edgewright/core/task/outputs.js';
import type { Firing } from '@edgewright/core/triggers/event.js';
import type { Isolation, ResultValue, TaskPhases, TaskResult, Trouble } from '@edgewright/schemas/deployment.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';

export interface Yield {
  readonly outbox: readonly { readonly result: TaskResult; readonly isUrgent: boolean }[];
  readonly log: readonly TaskResult[];
}

export interface Executed {
  /** Of the firing. */
  readonly id: string;
  readonly firing: Firing;
  readonly computed: Computed | undefined;
  readonly version: string;
  readonly isolation: Isolation | null;
  readonly phases: TaskPhases;
}

/** `results`: of model and script, one for each that the script gave. */
export function yieldOf(
  { outputs, leave }: ResolvedTask,
  executed: Executed,
  results: readonly Readonly<Record<string, ResultValue>>[],
): Yield {
  const rows = results.flatMap((of, place) =>
    outputs.map(({ to, fields, urgent }, output) => {
      const names = to === 'outbox' ? fields.filter((name) => leave.has(name)) : fields;
      const values = valuesOf(names, executed.firing, executed.computed, of);
      const result = { ...headOf(executed, `${place}.${output}`), values };
      return { to, result, isUrgent: urgent ?? false };
    }),
  );
  return {
    outbox: rows.flatMap(({ to, ...row }) => (to === 'outbox' ? [row] : [])),
    log: rows.flatMap(({ to, result }) => (to === 'log' ? [result] : [])),
  };
}

/** That an execution failed is told once, wherever the task tells anything. */
export function failureOf({ outputs }: ResolvedTask, executed: Executed, failure: Trouble): Yield {
  const result = { ...headOf(executed, 'failure'), values: {}, failure };
  const sent = outputs.filter(({ to }) => to === 'outbox');
  if (sent.length === 0) return { outbox: [], log: [result] };
  return { outbox: [{ result, isUrgent: sent.some(({ urgent }) => urgent === true) }], log: [] };
}

function headOf({ id, firing, version, isolation, phases }: Executed, place: string) {
  const { task, time, kind, key } = firing;
  return { id: `${id}.${place}`, task, version, time, kind, ...(key !== undefined && { key }), phases, isolation };
}
