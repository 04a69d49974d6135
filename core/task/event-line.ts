// One line of a recording as an event: against the names and types that tasks declare.
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

/** Undefined for an empty line. */
export function readLine(text: string, line: number, catalogue: Catalogue): RecordedLine | undefined {
  if (text.trim() === '') return undefined;
  const fault = (code: Code, message: string, fix: string): RecordedLine => ({
    kind: 'fault',
    fault: { line, code, message, fix },
  });
  let value: unknown;
  try {
    // A mark of the byte order may stand before the first line.
    value = JSON.parse(line === 1 ? text.replace(/^\uFEFF/, '') : text);
  } catch {
    return fault('recording-line', `The line is no JSON: ${excerpt(text.trim())}`, 'Write one JSON object a line.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fault('recording-line', 'The line is no JSON object.', 'Write an object with `time`, `event` and fields.');
  }
  const { time: stamp, event: name, ...rest } = value as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || name === '') {
    return fault('recording-line', 'The event has no name.', 'Add `"event"` with the name of the event.');
  }
  const time = parseTime(stamp);
  if (time === undefined) {
    const problem =
      stamp === undefined ? 'has no time' : `has a time that cannot be read, ${excerpt(JSON.stringify(stamp))}`;
    const fix = 'Write `"time"` as ISO 8601 with a time zone, or as milliseconds since 1970.';
    return fault('recording-line', `The event "${excerpt(name)}" ${problem}.`, fix);
  }
  const declared = catalogue.get(name);
  if (declared === undefined) return { kind: 'foreign', name, time };
  const fields: Record<string, FieldValue> = {};
  for (const [field, types] of declared) {
    if (!Object.hasOwn(rest, field)) continue;
    const given = rest[field];
    // What a source could not tell.
    if (given === null) continue;
    if (types.has(typeof given as FieldType)) fields[field] = given as FieldValue;
    else {
      const message = `The field "${field}" of "${excerpt(name)}" is ${excerpt(JSON.stringify(given))}, and is declared as ${listOr([...types])}.`;
      return fault('recording-field', message, 'Correct the recording, or the type under `events` of the task.');
    }
  }
  return { kind: 'event', event: { time, event: name, fields, line } };
}
