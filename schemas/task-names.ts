// The events and fields that a task declares, and which of them an expression may use by where it stands.

import { listOr, replaceBy } from './finding.ts';
import type { FieldName } from './generated/task.ts';
import { nearest } from './nearest.ts';
import type { Report } from './report.ts';
import { type Names, type NameType, numberName, stringName } from './typing.ts';
import type { Path } from './yaml.ts';

export type FieldType = 'number' | 'string' | 'boolean';

/** By event, then by field. */
export type Declared = ReadonlyMap<string, ReadonlyMap<string, FieldType>>;

const anyEvent = 'any';

export function declaredOf(
  events: Readonly<Record<string, Readonly<Record<string, FieldType>>>>,
  report: Report,
): Declared {
  const declared = new Map<string, ReadonlyMap<string, FieldType>>();
  for (const [name, fields] of Object.entries(events)) {
    const path = ['events', name];
    if (name === anyEvent || !/^[A-Za-z][A-Za-z0-9_-]{0,62}$/.test(name)) {
      const message = `"${name}" cannot be the name of an event.`;
      const fix = 'Use letters, digits, hyphens and underscores, begin with a letter, and leave `any` for every event.';
      report.keyError('bad-format', path, message, fix);
    }
    for (const field of Object.keys(fields)) {
      if (field !== 'time' && field !== 'event' && /^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(field)) continue;
      const message = `"${field}" cannot be the name of a field.`;
      const fix = 'Use letters, digits and underscores; `time` and `event` are part of every event.';
      report.keyError('bad-format', [...path, field], message, fix);
    }
    declared.set(name, new Map(Object.entries(fields)));
  }
  return declared;
}

/** The events that a key of the document names, sorted; `any` is all of them. What is unknown is reported. */
export function readEvents(
  value: string | readonly string[],
  path: Path,
  declared: Declared,
  report: Report,
): readonly string[] {
  const names = typeof value === 'string' ? [value] : value;
  const found = new Set<string>();
  for (const [index, name] of names.entries()) {
    if (name === anyEvent) for (const other of declared.keys()) found.add(other);
    else if (declared.has(name)) found.add(name);
    else unknownEvent(name, typeof value === 'string' ? path : [...path, index], declared, report);
  }
  return [...found].sort();
}

export function unknownEvent(name: string, path: Path, declared: Declared, report: Report): void {
  const close = nearest(name, declared.keys());
  const known = [...declared.keys()];
  let fix = `Declare it under \`events\`, or use one of: ${listOr(known)}.`;
  if (known.length === 0) fix = 'Declare it under `events`, with its fields.';
  if (close !== undefined) fix = `Did you mean "${close}"?`;
  report.error('unknown-event', path, `There is no event "${name}" in this task.`, fix, replaceBy(close));
}

/** The fields that any of the events has, with its time and its name. */
export function fieldsOf(events: readonly string[], declared: Declared): ReadonlyMap<string, NameType> {
  const names = new Map<string, NameType>([
    ['time', numberName],
    ['event', stringName(events)],
  ]);
  for (const event of events) {
    for (const [field, type] of declared.get(event) ?? []) {
      const known = names.get(field);
      names.set(field, { type: known === undefined || known.type === type ? type : 'any', strings: undefined });
    }
  }
  return names;
}

/** The fields of an event, and those of earlier steps as STEP.FIELD. */
export function namesAfter(
  own: readonly string[],
  earlier: ReadonlyMap<string, readonly string[]>,
  declared: Declared,
): Names {
  const names = new Map(fieldsOf(own, declared));
  for (const [step, events] of earlier) {
    for (const [field, type] of fieldsOf(events, declared)) names.set(`${step}.${field}`, type);
  }
  return names;
}

/** Reports a field that none of the events has, or not all of them. */
export function checkKey(
  field: FieldName,
  path: Path,
  events: readonly string[],
  declared: Declared,
  report: Report,
): void {
  const without = events.filter((event) => !declared.get(event)?.has(field));
  if (without.length === 0) return;
  const fields = new Set(events.flatMap((event) => [...(declared.get(event)?.keys() ?? [])]));
  const close = nearest(field, fields);
  if (without.length === events.length) {
    const fix = close === undefined ? 'Name a field that the events declare.' : `Did you mean "${close}"?`;
    report.error('unknown-field', path, `No event of this trigger has the field "${field}".`, fix, replaceBy(close));
    return;
  }
  const message = `${listOr(without.map((event) => `"${event}"`))} has no field "${field}", so no such event is ever seen.`;
  report.warning('unknown-field', path, message, 'Declare the field there too, or leave the event out.');
}
