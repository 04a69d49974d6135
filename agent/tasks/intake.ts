// What a source may give to the tasks of its feed: declared events with fields of their types, at a time that has come.

import { FieldFault, readFields, type WrittenEvent } from '@edgewright/core/task/event-line.js';
import type { FieldValue } from '@edgewright/core/triggers/event.js';
import type { SourceStatus, Trouble } from '@edgewright/schemas/deployment.js';
import { excerpt } from '@edgewright/schemas/finding.js';
import type { Declared } from '@edgewright/schemas/task-names.js';
import type { Intake, RefusedEvent, SourceMemory } from './contract.ts';

export interface IntakeLimits {
  /** Events of a feed that may wait to be durable before sources are asked to. */
  readonly waiting: number;
  /** Characters of an event's fields as JSON. */
  readonly eventLength: number;
  /** Milliseconds that an event's time may be ahead of the clock: one of next year would end every window. */
  readonly ahead: number;
}

export const defaultIntakeLimits: IntakeLimits = { waiting: 4_096, eventLength: 65_536, ahead: 60_000 };

export interface FeedIntakes {
  /** `name` as its status has it; `events` that the source may give. */
  make(name: string, events: ReadonlySet<string>): Intake;
  status(): readonly SourceStatus[];
}

export interface FeedIntakesOptions {
  readonly declared: Declared;
  readonly limits: IntakeLimits;
  readonly now: () => number;
  readonly accept: (events: readonly AcceptedEvent[], place: SourcePlace | undefined) => Promise<void>;
  readonly onChange: () => void;
  /** Of a source, by its name in its status. */
  readonly memoryOf: (source: string) => SourceMemory;
}

/** What a source knows with the events that it gave. */
export interface SourcePlace {
  readonly source: string;
  readonly body: string;
}

export interface AcceptedEvent {
  readonly event: string;
  readonly time?: number;
  readonly id?: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** The fields as JSON. */
  readonly text: string;
}

export function createIntakes(options: FeedIntakesOptions): FeedIntakes {
  const { declared, limits, now, accept, onChange, memoryOf } = options;
  const statuses: { -readonly [name in keyof SourceStatus]: SourceStatus[name] }[] = [];
  let waiting = 0;
  let held: (() => void)[] = [];

  return {
    status: () => statuses.map((status) => ({ ...status })),
    make(name, allowed) {
      const status: (typeof statuses)[number] = {
        source: name,
        state: 'waiting',
        events: 0,
        refused: 0,
        trouble: null,
      };
      statuses.push(status);
      return {
        async accept(events, place) {
          const refused: RefusedEvent[] = [];
          const taken = events.flatMap((event, index) => {
            const read = readEvent(event, declared, allowed, limits, now());
            if ('code' in read) {
              refused.push({ index, ...read });
              return [];
            }
            return [read];
          });
          status.refused += refused.length;
          if (taken.length === 0) {
            if (place !== undefined) await memoryOf(name).write(place);
            return refused;
          }
          waiting += taken.length;
          try {
            await accept(taken, place === undefined ? undefined : { source: name, body: place });
            status.events += taken.length;
          } finally {
            waiting -= taken.length;
            if (waiting < limits.waiting) for (const go of held.splice(0)) go();
          }
          return refused;
        },
        ready() {
          if (waiting < limits.waiting) return Promise.resolve();
          return new Promise((resolve) => {
            held = [...held, resolve];
          });
        },
        tell(trouble) {
          const state = trouble === null ? 'ready' : 'failed';
          // A source that looks often says the same often.
          if (state === status.state && trouble?.message === status.trouble?.message) return;
          Object.assign(status, { state, trouble });
          onChange();
        },
        refuse(count) {
          status.refused += count;
        },
        memory: memoryOf(name),
      };
    },
  };
}

/** Characters of an event's identity: many are kept. */
const longestId = 200;

/** Fields that are not declared are left out, as are those that the source could not tell. */
function readEvent(
  written: WrittenEvent,
  declared: Declared,
  allowed: ReadonlySet<string>,
  limits: IntakeLimits,
  now: number,
): AcceptedEvent | Trouble {
  const { event: name, time, fields } = written;
  const types = declared.get(name);
  if (types === undefined || !allowed.has(name)) {
    const names = [...allowed].join(', ') || 'none';
    return refusal(`No event "${excerpt(name)}" is taken here.`, `Send one of: ${excerpt(names)}.`);
  }
  if (time !== undefined && !(Number.isFinite(time) && time <= now + limits.ahead)) {
    return refusal(
      `The time of "${name}" has not come yet, or is none.`,
      'Set the clock of the sender, or leave it out.',
    );
  }
  const own = readFields(written, types);
  if (own instanceof FieldFault) return refusal(own.message, own.fix);
  // A declared field `id` is a field like the others: what it names may come again.
  const id = types.has('id') || !Object.hasOwn(fields, 'id') ? undefined : fields.id;
  if (id !== undefined && (typeof id !== 'string' || id.length > longestId))
    return refusal(
      `The \`id\` of "${name}" is no string of at most ${longestId}.`,
      'Send a short string, or declare it.',
    );
  const text = JSON.stringify(own);
  if (text.length > limits.eventLength) {
    return refusal(`The event "${name}" has more than ${limits.eventLength} characters.`, 'Send less in one event.');
  }
  return { event: name, fields: own, text, ...(time !== undefined && { time }), ...(id !== undefined && { id }) };
}

/** Why an event is not taken. */
export function refusal(message: string, fix: string): Trouble {
  return { code: 'event-refused', message, fix };
}
