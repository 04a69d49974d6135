// What happens in tasks, for those who look on: coalesced, bounded, not durable. Of events it has counts alone; a recording has
// the fields that the task lets be recorded.
import type { TaskEvent } from '@edgewright/core/triggers/event.js';
import type { TaskActivity } from '@edgewright/schemas/deployment.js';
import type { RecordedTaskEvent } from '@edgewright/schemas/wire.js';
import type { Deployed } from './deployed.ts';
import type { KeeperListener } from './keeper.ts';

/** Firings and lines of a log in one activity: the last ones. */
const mostRows = 32;

export interface ActivityGatherer extends KeeperListener {
  /** What was gathered of the tasks since it was last taken. */
  take(): TaskActivity[];
}

export function gatherActivity(tasks: ReadonlySet<string>, onGathered: () => void): ActivityGatherer {
  interface Gathered {
    readonly events: Record<string, number>;
    readonly firings: TaskActivity['firings'][number][];
    readonly log: TaskActivity['log'][number][];
  }
  let gathered = new Map<string, Gathered>();
  const of = (task: string): Gathered | undefined => {
    if (!tasks.has(task)) return undefined;
    let found = gathered.get(task);
    if (found === undefined) {
      found = { events: {}, firings: [], log: [] };
      gathered.set(task, found);
    }
    onGathered();
    return found;
  };
  const keep = <T>(rows: T[] | undefined, row: T): void => {
    rows?.push(row);
    if (rows !== undefined && rows.length > mostRows) rows.shift();
  };
  return {
    onEvent(deployed, { event }) {
      for (const { task } of deployed) {
        const found = of(task.name);
        if (found !== undefined) found.events[event] = (found.events[event] ?? 0) + 1;
      }
    },
    onFiring: (task, firing) => keep(of(task)?.firings, firing),
    onLog: (task, line) => keep(of(task)?.log, line),
    take() {
      const taken = [...gathered].map(([task, rest]) => ({ task, ...rest }));
      gathered = new Map();
      return taken;
    },
  };
}

/** Events that a recording holds until they are sent, and characters of their fields: a message must hold them. */
const mostRecorded = { events: 1_000, length: 200_000 };

export interface Recorder extends KeeperListener {
  take(): { readonly events: RecordedTaskEvent[]; readonly dropped: number };
}

/** Of the events of a task with the fields of `privacy.record`; events of which no field may be recorded are left out. */
export function recordEvents(recorded: Deployed, onRecorded: () => void): Recorder {
  const { record, name } = recorded.task;
  let events: RecordedTaskEvent[] = [];
  let dropped = 0;
  let length = 0;
  return {
    onEvent(deployed, event) {
      if (!deployed.some(({ task }) => task.name === name)) return;
      const fields = allowedFields(event, record);
      if (fields === undefined) return;
      length += JSON.stringify(fields).length;
      if (events.length >= mostRecorded.events || length > mostRecorded.length) dropped++;
      else events.push({ time: event.time, event: event.event, fields });
      onRecorded();
    },
    take() {
      const taken = { events, dropped };
      events = [];
      dropped = 0;
      length = 0;
      return taken;
    },
  };
}

function allowedFields(
  { event, fields }: TaskEvent,
  record: ReadonlySet<string>,
): RecordedTaskEvent['fields'] | undefined {
  const allowed = Object.entries(fields).filter(([field]) => record.has(`${event}.${field}`));
  const isNamed = [...record].some((name) => name.startsWith(`${event}.`));
  return isNamed ? Object.fromEntries(allowed) : undefined;
}
