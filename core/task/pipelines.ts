// The pipelines of several tasks, by the events that each looks at: an event costs those that use it and no others.
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import { PipelineState } from '../pipeline/pipeline.ts';
import type { TaskEvent } from '../triggers/event.ts';

export interface Pipelines {
  /** By the name of the task. */
  readonly states: ReadonlyMap<string, PipelineState>;
  push(event: TaskEvent): void;
}

/** @param stay States that are gone on with, by the name of their task. */
export function openPipelines(
  tasks: readonly Pick<ResolvedTask, 'name' | 'pipeline' | 'lateness'>[],
  stay: ReadonlyMap<string, PipelineState> = new Map(),
): Pipelines {
  const states = new Map<string, PipelineState>();
  const byEvent = new Map<string, PipelineState[]>();
  for (const { name, pipeline, lateness } of tasks) {
    if (pipeline === undefined) continue;
    const state = stay.get(name) ?? new PipelineState(pipeline, lateness);
    states.set(name, state);
    // Joins look at events that the pipeline itself leaves out.
    for (const event of new Set([...pipeline.events, ...pipeline.joins.map((join) => join.event)])) {
      const those = byEvent.get(event);
      if (those === undefined) byEvent.set(event, [state]);
      else those.push(state);
    }
  }
  return {
    states,
    push(event) {
      for (const state of byEvent.get(event.event) ?? []) state.push(event);
    },
  };
}
