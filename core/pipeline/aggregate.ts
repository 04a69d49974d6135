// Features: one number from the events of a window.
import type { Feature } from '@edgewright/schemas/pipeline.js';
import type { TaskEvent } from '../triggers/event.ts';
import { evaluateFor, nothingEarlier } from '../triggers/predicate.ts';

/** Events whose value cannot be computed, because a field is missing, count for nothing. */
export function featureOf({ by, of, where, without }: Feature, events: readonly TaskEvent[]): number {
  const met =
    where === undefined ? events : events.filter((event) => evaluateFor(where, event, nothingEarlier) === true);
  if (by === 'count') return met.length;
  if (of === undefined) return without;
  const values = met.flatMap((event) => {
    const value = evaluateFor(of, event, nothingEarlier);
    return typeof value === 'number' ? [value] : [];
  });
  const [first] = values;
  if (first === undefined) return without;
  switch (by) {
    case 'sum':
      return sumOf(values);
    case 'mean':
      return sumOf(values) / values.length;
    case 'min':
      return values.reduce((least, value) => Math.min(least, value));
    case 'max':
      return values.reduce((most, value) => Math.max(most, value));
    case 'first':
      return first;
    case 'last':
      return values.at(-1) ?? first;
    case 'deviation': {
      const mean = sumOf(values) / values.length;
      return Math.sqrt(sumOf(values.map((value) => (value - mean) ** 2)) / values.length);
    }
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
