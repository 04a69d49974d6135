// What is known of one task while it is followed: bounded lists, rates and gaps, out of what the device tells. Without the
// editor and without a clock.
import type { ActiveFiring, TaskLogLine, TaskResult, TaskStatus } from '@edgewright/schemas/deployment.js';
import type { TaskWatchEvent } from '@edgewright/workbench/tasks/watch.js';
import type { TaskFace, TaskLink } from '../../protocol.ts';

export interface Following {
  /** Whether it is of this task. `now`: milliseconds since 1970. */
  hear(event: TaskWatchEvent, now: number): boolean;
  /** Nothing is heard from now on, until the link is made again. */
  pause(now: number): void;
  faceAt(now: number): TaskFace;
}

/** Newest kept of each list. */
export const mostKept = { firings: 500, results: 100, log: 200, gaps: 20, names: 100 } as const;

/** Milliseconds over which a rate is taken: short enough to follow, long enough to be read. */
const rateTime = 10_000;

export function followTask(device: string, task: string): Following {
  let link: TaskLink = { kind: 'linking' };
  let status: TaskStatus | undefined;
  let statusAt = 0;
  /** Since when nothing is heard; undefined while it is, and before the first link. */
  let silent: number | undefined;
  let heardFrom = 0;
  const counts = new Map<string, number>();
  let recent: { readonly at: number; readonly events: Readonly<Record<string, number>> }[] = [];
  const firings: ActiveFiring[] = [];
  const results: TaskResult[] = [];
  const log: TaskLogLine[] = [];
  const gaps: { readonly from: number; readonly to: number }[] = [];

  const count = (events: Readonly<Record<string, number>>, now: number): void => {
    recent.push({ at: now, events });
    recent = recent.filter(({ at }) => now - at < rateTime);
    for (const [name, more] of Object.entries(events))
      if (counts.has(name) || counts.size < mostKept.names) counts.set(name, (counts.get(name) ?? 0) + more);
  };

  return {
    hear(event, now) {
      switch (event.kind) {
        case 'linked':
          if (silent !== undefined) keep(gaps, [{ from: silent, to: now }], mostKept.gaps);
          silent = undefined;
          recent = [];
          heardFrom = now;
          if (link.kind !== 'removed') link = { kind: 'linked' };
          return true;
        case 'dropped':
          silent ??= now;
          if (link.kind !== 'removed') link = { kind: 'dropped', message: event.message, wait: event.wait };
          return true;
        case 'result':
          if (event.result.task !== task) return false;
          keep(results, [event.result], mostKept.results);
          return true;
        case 'status':
          if (event.status.task !== task) return false;
          ({ status } = event);
          statusAt = now;
          // It was deployed again.
          link = { kind: 'linked' };
          return true;
        case 'activity':
          if (event.activity.task !== task) return false;
          count(event.activity.events, now);
          keep(firings, event.activity.firings, mostKept.firings);
          keep(log, event.activity.log, mostKept.log);
          return true;
        case 'removed':
          if (event.task !== task) return false;
          link = { kind: 'removed' };
          return true;
      }
    },
    pause(now) {
      if (link.kind === 'linked') silent ??= now;
    },
    faceAt(now) {
      const time = Math.max(1_000, Math.min(rateTime, now - heardFrom));
      const rateOf = (name: string): number => {
        const lately = recent.filter(({ at }) => now - at < rateTime);
        return lately.reduce((sum, { events }) => sum + (events[name] ?? 0), 0) / (time / 1000);
      };
      const events = [...counts].map(([event, total]) => ({ event, rate: rateOf(event), count: total }));
      events.sort((a, b) => b.count - a.count);
      return { device, task, link, status: aged(status, now - statusAt), events, firings, results, log, gaps };
    },
  };
}

/** With what waits so many milliseconds older than it was, in whole seconds: what is shown is sent again where it differs. */
function aged(status: TaskStatus | undefined, time: number): TaskStatus | undefined {
  const { outbox } = status ?? {};
  if (status === undefined || outbox === undefined || outbox.age === null) return status;
  return { ...status, outbox: { ...outbox, age: outbox.age + 1000 * Math.floor(time / 1000) } };
}

function keep<T>(list: T[], more: readonly T[], most: number): void {
  list.push(...more);
  if (list.length > most) list.splice(0, list.length - most);
}
