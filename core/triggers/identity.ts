// What identifies a firing, so that what it starts is started once, and how far it stands from what happened by itself.
import { canonicalJson, shortHash } from '../canonical.ts';
import type { Firing } from './event.ts';

/** Equal for the same firing after a restart, which finds the same events in the same order. */
export function firingId({ task, kind, time, key, events }: Firing): string {
  return shortHash(canonicalJson([task, kind, time, key ?? null, events.map(({ seq, step }) => [seq, step])]));
}

/** `depth` of the events that a firing brings about. */
export function depthAfter({ events }: Firing): number {
  return 1 + events.reduce((most, { depth }) => Math.max(most, depth ?? 0), 0);
}
