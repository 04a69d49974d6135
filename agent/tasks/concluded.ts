// What is counted and told of a firing that is over.
import type { ActiveFiring, TaskPhases } from '@edgewright/schemas/deployment.js';
import type { Deployed } from './deployed.ts';
import type { Job, Outcome } from './runs.ts';

/** What is counted of a firing that is over; it is stored with it. */
export interface Counts {
  readonly kind: Outcome['kind'];
  readonly reason?: Extract<Outcome, { kind: 'skipped' }>['reason'];
  readonly isMissed?: boolean;
  readonly results?: number;
  readonly energy?: Extract<Outcome, { kind: 'done' }>['energy'];
}

export function count({ metrics }: Deployed, { kind, reason, isMissed, results, energy }: Counts): void {
  const { counters } = metrics;
  if (kind === 'skipped') {
    if (reason !== undefined) metrics.skip(reason);
    return;
  }
  if (kind === 'done') counters.executed++;
  else counters.failed++;
  if (isMissed === true) counters.missed++;
  counters.results += results ?? 0;
  if (energy !== undefined) metrics.spend(energy);
}

export function activeFiring({ id, firing }: Job, outcome: Outcome, phases: TaskPhases): ActiveFiring {
  const events: Record<string, number> = {};
  for (const { event } of firing.events) events[event] = (events[event] ?? 0) + 1;
  const head = { id, time: firing.time, kind: firing.kind, events };
  if (outcome.kind === 'skipped') return { ...head, outcome: 'skipped', reason: outcome.reason };
  if (outcome.kind === 'failed') return { ...head, outcome: 'failed', reason: outcome.trouble.code, phases };
  return { ...head, outcome: 'done', phases };
}
