// The one reading of an event as senders and recordings write it: a JSON object with `event`, perhaps its `time`, and its fields
// beside them; and of its fields against the types that tasks declare.
import type { Code } from '@edgewright/schemas/codes.js';
import { excerpt, listOr } from '@edgewright/schemas/finding.js';
import { parseTime } from '@edgewright/schemas/instant.js';
import type { Declared, FieldType } from '@edgewright/schemas/task-names.js';
import type { FieldValue, TaskEvent } from '../triggers/event.ts';

/** An event with its line in the recording, from 1. */
export interface RecordedEvent extends TaskEvent {
  readonly line: number;
}

export interface LineFault {
  readonly line: number;
  readonly code: Code;
  readonly message: string;
  readonly fix: string;
}

export type RecordedLine =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  /** Of a name that no task declares. */
  | { readonly kind: 'foreign'; readonly name: string; readonly time: number }
  | { readonly kind: 'fault'; readonly fault: LineFault };

/** The fields of every event that a task declares, with the types that any of them gives it. */
export type Catalogue = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<FieldType>>>;

export function catalogueOf(tasks: readonly { readonly events: Declared }[]): Catalogue {
  const catalogue = new Map<string, Map<string, Set<FieldType>>>();
  for (const { events } of tasks) {
    for (const [event, declared] of events) {
      const fields = catalogue.get(event) ?? new Map<string, Set<FieldType>>();
      catalogue.set(event, fields);
      for (const [field, type] of declared) fields.set(field, (fields.get(field) ?? new Set()).add(type));
    }
  }
  return catalogue;
}

/** An event as its sender wrote it: its fields are not checked against the declared ones yet. */
export interface WrittenEvent {
  readonly event: string;
  /** Milliseconds since 1970. */
  readonly time?: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Why something is no event. */
export interface EventFault {
  readonly message: string;
  readonly fix: string;
}

/** Of one line, or any other JSON text. */
export function parseEvent(text: string): WrittenEvent | EventFault {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { message: `The line is no JSON: ${excerpt(text.trim())}`, fix: 'Write one JSON object a line.' };
  }
  return readEvent(value);
}

export function readEvent(value: unknown): WrittenEvent | EventFault {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { message: 'An event is a JSON object.', fix: 'Write {"event": NAME, ...fields}.' };
  const { time: stamp, event, ...fields } = value as Readonly<Record<string, unknown>>;
  if (typeof event !== 'string' || event === '')
    return { message: 'The event has no name.', fix: 'Add `"event"` with the name of the event.' };
  if (stamp === undefined) return { event, fields };
  const time = parseTime(stamp);
  if (time !== undefined) return { event, time, fields };
  const message = `The event "${excerpt(event)}" has a time that cannot be read, ${excerpt(JSON.stringify(stamp))}.`;
  return { message, fix: timeFix };
}

const timeFix = 'Write `"time"` as ISO 8601 with a time zone, or as milliseconds since 1970.';

/** The declared fields that it has; null is what its source could not tell. */
export function readFields(
  { event, fields }: Pick<WrittenEvent, 'event' | 'fields'>,
  declared: ReadonlyMap<string, FieldType | ReadonlySet<FieldType>>,
): Readonly<Record<string, FieldValue>> | FieldFault {
  const own: Record<string, FieldValue> = {};
  for (const [field, types] of declared) {
    if (!Object.hasOwn(fields, field)) continue;
    const given = fields[field];
    if (given === null || given === undefined) continue;
    const type = typeof given as FieldType;
    const isDeclared = typeof types === 'string' ? types === type : types.has(type);
    // JSON has numbers that are too large to be one.
    if (isDeclared && (type !== 'number' || Number.isFinite(given))) own[field] = given as FieldValue;
    else return new FieldFault(event, field, given, typeof types === 'string' ? [types] : [...types]);
  }
  return own;
}

/** A class, so that no field can be taken for it. */
export class FieldFault implements EventFault {
  readonly message: string;
  readonly fix = 'Send it with its declared type, or correct the type under `events` of the task.';

  constructor(event: string, field: string, given: unknown, types: readonly FieldType[]) {
    const value = typeof given === 'number' ? String(given) : JSON.stringify(given);
    this.message = `The field "${field}" of "${excerpt(event)}" is ${excerpt(value)}, and is declared as ${listOr([...types])}.`;
  }
}

/** Undefined for an empty line. */
export function readLine(text: string, line: number, catalogue: Catalogue): RecordedLine | undefined {
  if (text.trim() === '') return undefined;
  const fault = (code: Code, { message, fix }: EventFault): RecordedLine => {
    return { kind: 'fault', fault: { line, code, message, fix } };
  };
  // A mark of the byte order may stand before the first line.
  const written = parseEvent(line === 1 ? text.replace(/^\uFEFF/, '') : text);
  if ('fix' in written) return fault('recording-line', written);
  const { event, time } = written;
  if (time === undefined)
    return fault('recording-line', { message: `The event "${excerpt(event)}" has no time.`, fix: timeFix });
  const declared = catalogue.get(event);
  if (declared === undefined) return { kind: 'foreign', name: event, time };
  const fields = readFields(written, declared);
  if (fields instanceof FieldFault) return fault('recording-field', fields);
  return { kind: 'event', event: { time, event, fields, line } };
}
