// Tasks over a recording, by the very code that a device runs: what fires, what is computed, and what would leave.

import type { ResultValue, TriedResult } from '@edgewright/schemas/deployment.js';
import type { Output } from '@edgewright/schemas/generated/task.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import type { Computed } from '../pipeline/pipeline.ts';
import { type TriggerCounters, TriggerEngine } from '../triggers/engine.ts';
import type { Firing, TaskEvent } from '../triggers/event.ts';
import { depthAfter } from '../triggers/identity.ts';
import type { LineFault, RecordedLine } from './event-line.ts';
import { valuesOf } from './outputs.ts';
import { openPipelines, type Pipelines } from './pipelines.ts';

export interface SimulatedFiring {
  readonly firing: Firing;
  readonly computed: Computed | undefined;
  readonly outputs: readonly SimulatedOutput[];
  /** Where a device executed it: then `outputs` are of each of its results. */
  readonly execution?: TriedResult;
}

/** What an output of a firing holds: a feature, or the values of a field in the firing's events. */
export interface SimulatedOutput {
  readonly to: Output['to'];
  readonly values: Readonly<Record<string, ResultValue>>;
}

export interface SimulationSummary {
  /** Events that a task declares. */
  readonly events: number;
  /** Events of other names, by name. */
  readonly foreign: ReadonlyMap<string, number>;
  readonly faults: number;
  /** Milliseconds since 1970; undefined where there was no event. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly firings: number;
  readonly timeouts: number;
  /** Matches that were begun and are not decided at the end. */
  readonly open: number;
  /** Events and keys of pipelines that made room for others. */
  readonly dropped: number;
  readonly counters: TriggerCounters;
}

export interface SimulationListener {
  fired(firing: SimulatedFiring): void;
  /** What a firing brings about, asked when it is told: seen after all firings of the same event, as on a device. */
  emitted?(firing: SimulatedFiring): TriedResult['emitted'];
  /** `stop` ends the simulation before the next event. */
  fault(fault: LineFault): 'go-on' | 'stop';
}

/** How far the clock goes on after the last event. */
export type Until = { readonly kind: 'after' | 'at'; readonly time: number } | undefined;

export async function simulate(
  tasks: readonly ResolvedTask[],
  recording: AsyncIterable<readonly RecordedLine[]> | Iterable<readonly RecordedLine[]>,
  until: Until,
  listener: SimulationListener,
): Promise<SimulationSummary> {
  const byName = new Map(tasks.map((task) => [task.name, task]));
  const pipelines = openPipelines(tasks);
  const foreign = new Map<string, number>();
  const told = { events: 0, faults: 0, firings: 0, timeouts: 0 };
  let first: number | undefined;
  let last: number | undefined;
  const emitted: TaskEvent[] = [];
  const engine = new TriggerEngine((firing) => {
    told[firing.kind === 'match' ? 'firings' : 'timeouts']++;
    const task = byName.get(firing.task);
    if (task === undefined) return;
    const fired = simulated(task, firing, pipelines);
    listener.fired(fired);
    emitted.push(...eventsOf(firing, listener.emitted?.(fired) ?? []));
  });
  const seeEmitted = (): void => {
    told.events += seeAll(emitted, engine, pipelines);
  };
  const advance = (to: number): void => {
    engine.advance(to);
    seeEmitted();
  };
  engine.load(
    tasks.map(({ name, events, lateness, trigger }) => ({ id: name, sees: [...events.keys()], lateness, trigger })),
  );
  const isInOrder = listener.emitted !== undefined && tasks.every(({ lateness }) => lateness === undefined);
  read: for await (const lines of recording) {
    for (const line of lines) {
      if (line.kind === 'fault') {
        told.faults++;
        if (listener.fault(line.fault) === 'stop') break read;
        continue;
      }
      const time = line.kind === 'event' ? line.event.time : line.time;
      first ??= time;
      last = last === undefined ? time : Math.max(last, time);
      if (line.kind === 'foreign') {
        foreign.set(line.name, (foreign.get(line.name) ?? 0) + 1);
        // It means nothing to a task but that time has passed.
        advance(line.time);
        continue;
      }
      // What time brings about before the event is seen before it.
      if (isInOrder) advance(time);
      pipelines.push(line.event);
      told.events++;
      engine.push(line.event);
      seeEmitted();
    }
  }
  engine.finish();
  seeEmitted();
  if (until !== undefined && last !== undefined) {
    advance(until.kind === 'at' ? until.time : last + until.time);
    engine.finish();
    seeEmitted();
  }
  const dropped = [...pipelines.states.values()].reduce((sum, pipeline) => sum + pipeline.dropped, 0);
  return { ...told, foreign, first, last, open: engine.open, dropped, counters: engine.counters };
}

/** What a firing brings about. Executions take no time here: it is of the time of the firing. */
export function eventsOf(firing: Firing, emitted: TriedResult['emitted']): readonly TaskEvent[] {
  return emitted.map(({ event, fields }) => ({ time: firing.time, event, fields, depth: depthAfter(firing) }));
}

/** Lets triggers and pipelines see the events of a queue, and those that are added meanwhile. @returns how many were seen */
export function seeAll(queue: TaskEvent[], engine: TriggerEngine, pipelines: Pipelines): number {
  let seen = 0;
  for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
    // The pipelines see nothing that the triggers do not.
    if (!engine.intake.admits(event)) continue;
    seen++;
    pipelines.push(event);
    engine.see(event);
  }
  return seen;
}

/** A firing with what its task computes now. */
export function simulated(task: ResolvedTask, firing: Firing, pipelines: Pipelines): SimulatedFiring {
  const computed = pipelines.states.get(firing.task)?.compute(firing);
  const outputs = task.outputs.map(({ to, fields }) => ({ to, values: valuesOf(fields, firing, computed) }));
  return { firing, computed, outputs };
}
