// Triggers on a value that crosses a level: armed until it does, and armed again only when it has come back far enough.
import type { ThresholdTrigger } from '@edgewright/schemas/trigger.js';
import type { Arrival, FieldValue, TaskEvent } from './event.ts';
import { evaluateFor, nothingEarlier } from './predicate.ts';

export interface Threshold {
  readonly task: string;
  readonly trigger: ThresholdTrigger;
  readonly levels: Map<FieldValue | undefined, Level>;
}

/** Of one key. */
export interface Level {
  state: 'armed' | 'rising' | 'fired';
  /** While it rises: of the event that crossed the level. */
  since: Arrival | undefined;
}

/** What a value makes of its level; `wait`: it has to stay past it. A value that is missing or no number changes nothing. */
export function crossLevel(threshold: Threshold, level: Level, arrival: Arrival): 'fire' | 'wait' | undefined {
  const { trigger } = threshold;
  const value = evaluateFor(trigger.value, arrival.source, nothingEarlier);
  if (typeof value !== 'number' || Number.isNaN(value)) return undefined;
  const sign = trigger.direction === 'above' ? 1 : -1;
  const isPast = sign * value > sign * trigger.level;
  if (level.state === 'fired') {
    if (sign * value <= sign * trigger.rearm) level.state = 'armed';
    return undefined;
  }
  if (!isPast) {
    level.state = 'armed';
    level.since = undefined;
    return undefined;
  }
  if (level.state === 'rising') return undefined;
  if (trigger.for === 0) {
    level.state = 'fired';
    return 'fire';
  }
  level.state = 'rising';
  level.since = arrival;
  return 'wait';
}

/** One that waited to have stayed past its level waits no more: the next value past it begins anew. */
export function lower(level: Level): void {
  if (level.state !== 'rising') return;
  level.state = 'armed';
  level.since = undefined;
}

/** The level of an event's key, made where there is none; the least recently used goes where there are too many. */
export function levelOf({ trigger, levels }: Threshold, event: TaskEvent): Level | undefined {
  const { key } = trigger;
  if (key !== undefined && !Object.hasOwn(event.fields, key)) return undefined;
  const value = key === undefined ? undefined : event.fields[key];
  let level = levels.get(value);
  if (level === undefined) {
    level = { state: 'armed', since: undefined };
    if (levels.size >= trigger.limits.keys) {
      const [oldest] = levels.keys();
      levels.delete(oldest);
    }
  } else if (key !== undefined) levels.delete(value);
  levels.set(value, level);
  return level;
}
