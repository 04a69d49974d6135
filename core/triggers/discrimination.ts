// An index of conditions by event name and by the value that a field must have, so that an event meets only what it
// may satisfy, however many tasks wait for other values.
import type { FieldValue, TaskEvent } from './event.ts';
import type { Equality } from './predicate.ts';

export class Discrimination<T> {
  readonly #byName = new Map<string, Entries<T>>();

  get names(): Iterable<string> {
    return this.#byName.keys();
  }

  add(names: readonly string[], equality: Equality | undefined, item: T): void {
    for (const name of names) {
      let entries = this.#byName.get(name);
      if (entries === undefined) {
        entries = { byField: [], others: [] };
        this.#byName.set(name, entries);
      }
      if (equality === undefined) {
        entries.others.push(item);
        continue;
      }
      let byValue = entries.byField.find(({ field }) => field === equality.field);
      if (byValue === undefined) {
        byValue = { field: equality.field, items: new Map() };
        entries.byField.push(byValue);
      }
      const items = byValue.items.get(equality.value);
      if (items === undefined) byValue.items.set(equality.value, [item]);
      else items.push(item);
    }
  }

  /** Calls `meet` with all that the event may satisfy; each has still to be tested. */
  find(event: TaskEvent, meet: (item: T) => void): void {
    const entries = this.#byName.get(event.event);
    if (entries === undefined) return;
    for (let at = 0; at < entries.byField.length; at++) {
      const { field, items } = entries.byField[at] as ByField<T>;
      const value = event.fields[field];
      const those = value === undefined ? undefined : items.get(value);
      if (those !== undefined) for (const item of those) meet(item);
    }
    for (let at = 0; at < entries.others.length; at++) meet(entries.others[at] as T);
  }
}

interface Entries<T> {
  readonly byField: ByField<T>[];
  readonly others: T[];
}

interface ByField<T> {
  readonly field: string;
  readonly items: Map<FieldValue, T[]>;
}
