// What a firing yields, by the names of an output: features, fields of its events, outputs of the model, results of the
// script. The simulator shows with it what a device would send.
import type { ResultValue } from '@edgewright/schemas/deployment.js';
import type { Computed } from '../pipeline/pipeline.ts';
import type { FieldValue, Firing } from '../triggers/event.ts';

/** Elements of a list that a result may have. */
export const mostElements = 4096;

/** Of a firing, by name; what it does not have is absent. Lists are cut at `mostElements`. */
export function valuesOf(
  names: readonly string[],
  { events }: Pick<Firing, 'events'>,
  computed: Computed | undefined,
  /** Of model and script, as `model.NAME` and `script.NAME`. */
  results: Readonly<Record<string, ResultValue>> = {},
): Readonly<Record<string, ResultValue>> {
  const values: Record<string, ResultValue> = {};
  for (const name of names) {
    const value = own(results, name) ?? own(computed?.features ?? {}, name) ?? fieldOf(name, events);
    if (value !== undefined) values[name] = Array.isArray(value) ? cut(value) : value;
  }
  return values;
}

/** The value of EVENT.FIELD: of the one event that has it, or of each in order. */
function fieldOf(name: string, events: Firing['events']): ResultValue | undefined {
  const [event, field] = name.split('.');
  if (field === undefined) return undefined;
  const values = events.flatMap((one) => (one.event === event ? (own(one.fields, field) ?? []) : []));
  const [only] = values;
  return values.length > 1 ? listOf(values) : only;
}

/** A field has one declared type, so that its values are alike. */
function listOf(values: readonly FieldValue[]): ResultValue {
  return values as readonly number[] | readonly string[] | readonly boolean[];
}

function cut(values: ResultValue & readonly unknown[]): ResultValue {
  return values.length > mostElements ? (values.slice(0, mostElements) as ResultValue & readonly unknown[]) : values;
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
