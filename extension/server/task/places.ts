// Where a task document names its events, fields and features, and what each expression may use.
import { type Declared, namesAfter } from '@edgewright/schemas/task-names.js';
import type { Names, NameType } from '@edgewright/schemas/typing.js';
import type { Path } from '@edgewright/schemas/yaml.js';
import { isScalar, type Node, type Scalar } from 'yaml';
import { entriesOf, itemsOf, nodeAt, spanOf, stringOf } from '../tree.ts';
import { eventsIn, type TaskFacts } from './facts.ts';

/**
 * `events`: one, several or `any`. `leaving`: a feature, EVENT.FIELD, model.NAME or script.NAME.
 * `recorded`: EVENT.FIELD.
 */
export type Place = 'events' | 'event' | 'expression' | 'field' | 'feature' | 'leaving' | 'recorded';

/** `#` is an index, `*` any key. */
const patterns: Readonly<Record<Place, readonly string[]>> = {
  events: [
    'trigger event',
    'trigger sequence # event',
    'trigger sequence # not',
    'trigger threshold event',
    'trigger session start',
    'trigger session end',
    'sources # events',
    'pipeline events',
    'pipeline window since',
  ],
  event: ['pipeline join * event'],
  expression: [
    'trigger where',
    'trigger sequence # where',
    'trigger threshold value',
    'pipeline filter',
    'pipeline map *',
    'pipeline features * of',
    'pipeline features * where',
    'pipeline tensors * sequence #',
  ],
  field: ['trigger key', 'pipeline key', 'pipeline join * on', 'pipeline join * field'],
  feature: ['pipeline tensors * features #'],
  leaving: ['outputs # fields #', 'privacy leave #'],
  recorded: ['privacy record #'],
};

const rows = Object.entries(patterns).flatMap(([place, all]) =>
  all.map((pattern) => ({ place: place as Place, steps: pattern.split(' ') })),
);

/** Undefined where none of them stands. */
export function placeOf(path: Path): Place | undefined {
  return rows.find(({ place, steps }) => {
    const own = place === 'events' && path.length === steps.length + 1 && typeof path.at(-1) === 'number';
    return fits(own ? path.slice(0, -1) : path, steps);
  })?.place;
}

/** Whether the path is of the pattern, see `patterns`. */
export function fits(path: Path, steps: readonly string[]): boolean {
  return (
    path.length === steps.length &&
    steps.every((step, index) => {
      const own = path[index];
      if (step === '#') return typeof own === 'number';
      return step === '*' ? typeof own === 'string' : own === step;
    })
  );
}

export interface PlacedScalar {
  readonly place: Place;
  readonly path: Path;
  readonly node: Scalar;
  readonly text: string;
}

/** Every string that stands at a place, in the order of the document. */
export function placedIn({ tree }: TaskFacts): readonly PlacedScalar[] {
  const found = rows.flatMap(({ place, steps }) =>
    nodesAt(tree, steps).flatMap(({ path, node }): PlacedScalar[] => {
      const items =
        place === 'events' ? itemsOf(tree, node).map((item, index) => ({ path: [...path, index], node: item })) : [];
      return [{ path, node }, ...items].flatMap((one) =>
        isScalar(one.node) && typeof one.node.value === 'string'
          ? [{ place, path: one.path, node: one.node, text: one.node.value }]
          : [],
      );
    }),
  );
  return found.sort((a, b) => spanOf(a.node).start - spanOf(b.node).start);
}

function nodesAt(tree: TaskFacts['tree'], steps: readonly string[]): readonly { path: Path; node: Node }[] {
  let found: readonly { path: Path; node: Node }[] = tree?.contents ? [{ path: [], node: tree.contents }] : [];
  for (const step of steps) {
    found = found.flatMap(({ path, node }) => {
      if (step === '#') return itemsOf(tree, node).map((item, index) => ({ path: [...path, index], node: item }));
      const entries = entriesOf(tree, node).filter(({ name }) => step === '*' || name === step);
      return entries.flatMap(({ name, value }) =>
        value === undefined ? [] : [{ path: [...path, name], node: value }],
      );
    });
  }
  return found;
}

/** What an expression may use. */
export interface Scope {
  /** Whose fields it may use. */
  readonly events: readonly string[];
  /** Events of earlier steps by their names. */
  readonly earlier: ReadonlyMap<string, readonly string[]>;
  /** New fields of the pipeline. */
  readonly values: readonly string[];
}

/** Of an expression, or of the field or the events that stand at the path. */
export function scopeAt(task: TaskFacts, path: Path): Scope {
  const { tree, declared, steps } = task;
  const named = (...at: (string | number)[]) => eventsIn(tree, nodeAt(tree, at), declared);
  const none = { earlier: new Map<string, readonly string[]>(), values: [] };
  const [section, part, index] = path;
  if (section === 'trigger' && part === 'sequence' && typeof index === 'number') {
    const before = steps.slice(0, index).filter(({ isNot }) => !isNot);
    const earlier = new Map(before.flatMap(({ as, events }) => (as ? [[String(as.value), events] as const] : [])));
    return { ...none, events: steps[index]?.events ?? [], earlier };
  }
  if (section === 'trigger') {
    const own = part === 'threshold' ? named('trigger', 'threshold', 'event') : named('trigger', 'event');
    if (part !== 'key') return { ...none, events: own };
    const all = [...own, ...named('trigger', 'threshold', 'event'), ...steps.flatMap(({ events }) => events)];
    return { ...none, events: [...new Set(all)] };
  }
  if (section !== 'pipeline') return { ...none, events: [] };
  if (part === 'join' && path.at(-1) === 'field')
    return { ...none, events: named('pipeline', 'join', String(index), 'event') };
  const chosen = nodeAt(tree, ['pipeline', 'events']);
  const events = chosen === undefined ? [...declared.keys()] : eventsIn(tree, chosen, declared);
  if (part === 'filter' || part === 'key' || part === 'join') return { ...none, events };
  const maps = task.maps.map(({ name }) => name);
  const before = part === 'map' && maps.includes(String(index)) ? maps.slice(0, maps.indexOf(String(index))) : maps;
  return { ...none, events, values: [...task.joins.map(({ name }) => name), ...before] };
}

export function namesIn({ events, earlier, values }: Scope, task: TaskFacts): Names {
  const names = new Map<string, NameType>(namesAfter(events, earlier, task.declared));
  for (const value of values) names.set(value, { type: joinedType(value, task), strings: undefined });
  return names;
}

function joinedType(name: string, { tree, declared }: TaskFacts): NameType['type'] {
  const at = (key: string) => stringOf(nodeAt(tree, ['pipeline', 'join', name, key])) ?? '';
  return declared.get(at('event'))?.get(at('field')) ?? 'any';
}

/** Fields that any of the events has, each once. */
export function fieldsOfAll(events: readonly string[], declared: Declared): readonly string[] {
  return [...new Set(events.flatMap((event) => [...(declared.get(event)?.keys() ?? [])]))];
}
