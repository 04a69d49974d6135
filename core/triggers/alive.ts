// What triggers remember at a moment, in words of the task document: matches in progress and where they stand, levels that
// were crossed, firings that wait. For who looks; it changes nothing.
import type { TriggerEngine } from './engine.ts';
import type { FieldValue, FiringEvent } from './event.ts';
import { eventsOf, type Partial } from './partial.ts';
import { floorOf, isSpent } from './stream.ts';
import type { Level } from './threshold.ts';

export interface Alive {
  readonly matches: readonly AliveMatch[];
  readonly levels: readonly AliveLevel[];
  readonly held: readonly HeldFiring[];
}

/** A match in progress. Times in milliseconds since 1970. */
export interface AliveMatch {
  /** Of its rules; several tasks share what begins alike. */
  readonly tasks: readonly string[];
  readonly key: FieldValue | undefined;
  /** Place of the last step that it has taken an event for, from 0. */
  readonly step: number;
  /** Events that this step has taken. */
  readonly count: number;
  readonly events: readonly FiringEvent[];
  readonly since: number;
  /** Past this time nothing comes of it; Infinity: it has no limit of time. */
  readonly expires: number;
  /** What would take it further: the step itself where it may repeat, and those that may follow. */
  readonly next: readonly { readonly step: number; readonly events: readonly string[] }[];
  /** Whether it is complete and waits: for more of an optional step, or for nothing forbidden to come. */
  readonly isComplete: boolean;
}

/** Of a threshold with hysteresis. */
export interface AliveLevel {
  readonly task: string;
  readonly key: FieldValue | undefined;
  /** `armed` fires at the next crossing, `rising` is past the level and waits, `fired` has to go back first. */
  readonly state: Level['state'];
}

/** Kept back by debounce. */
export interface HeldFiring {
  readonly task: string;
  readonly key: FieldValue | undefined;
  readonly due: number;
}

export function aliveIn(engine: TriggerEngine): Alive {
  const lanes = [...engine.lanes.values()];
  return {
    matches: lanes.flatMap(({ matcher, ordering }) =>
      [...matcher.partitions.values()].flatMap(({ streams }) =>
        [...streams.values()].flatMap((stream) =>
          stream.standings.flatMap(({ partials }) =>
            partials.flatMap((partial) => {
              if (isSpent(partial, ordering.time, stream)) return [];
              const rules = [...partial.node.rules].filter((rule) => partial.first.seq > floorOf(rule, stream));
              const tasks = rules.map(({ task }) => task);
              return tasks.length === 0 ? [] : [matchOf(partial, stream.key, tasks)];
            }),
          ),
        ),
      ),
    ),
    levels: lanes.flatMap(({ thresholds }) =>
      [...thresholds.values()].flatMap(({ task, levels }) =>
        [...levels].map(([key, { state }]) => ({ task, key, state })),
      ),
    ),
    held: lanes.flatMap(({ shapers }) =>
      [...shapers].flatMap(([task, { states }]) =>
        [...states.values()].flatMap(({ key, held, due }) => (held === undefined ? [] : [{ task, key, due }])),
      ),
    ),
  };
}

function matchOf(partial: Partial, key: FieldValue | undefined, tasks: readonly string[]): AliveMatch {
  const { node, count, first, expires } = partial;
  const again = count < node.step.to ? [{ step: node.depth, events: node.step.events }] : [];
  return {
    tasks,
    key,
    step: node.depth,
    count,
    events: eventsOf(partial),
    since: first.time,
    expires,
    next: [...again, ...node.targets.map(({ depth, step }) => ({ step: depth, events: step.events }))],
    isComplete: node.terminals.length > 0 && count >= node.step.from,
  };
}
