// Every name of a task document with where it stands: events, fields, steps, features and new fields of the pipeline.
import { scalarOffsets } from '../cursor.ts';
import type { Occurrence } from '../occurrences.ts';
import type { Source } from '../source.ts';
import { entriesOf, innerSpan, itemsOf, nodeAt, stringOf } from '../tree.ts';
import { type Word, wordsOf } from '../words.ts';
import type { Named, TaskFacts } from './facts.ts';
import { type PlacedScalar, placedIn, type Scope, scopeAt } from './places.ts';

type Found = Omit<Occurrence, 'owner' | 'role'> & Partial<Pick<Occurrence, 'owner'>>;

export function occurrencesInTask(source: Source): readonly Occurrence[] {
  const task = source.task();
  const uses = [...placedIn(task).flatMap((placed) => inPlace(source, task, placed)), ...expectedIn(task)];
  return [
    ...definitions(task).map((found): Occurrence => ({ owner: undefined, ...found, role: 'definition' })),
    ...uses.map((found): Occurrence => ({ owner: undefined, ...found, role: 'use' })),
  ];
}

function definitions(task: TaskFacts): readonly Found[] {
  return [
    ...task.events.flatMap(({ fields, ...event }, index) => [
      ofKey('event', event),
      ...fields.map((field) => ({ ...ofKey('field', field), owner: index })),
    ]),
    ...task.steps.flatMap(({ as }): Found[] =>
      as === undefined ? [] : [{ kind: 'step', name: String(as.value), span: innerSpan(as) }],
    ),
    ...task.features.map((feature) => ofKey('feature', feature)),
    ...[...task.joins, ...task.maps].map((value) => ofKey('value', value)),
  ];
}

function ofKey(kind: Occurrence['kind'], { name, key }: Named): Found {
  return { kind, name, span: innerSpan(key) };
}

function inPlace(source: Source, task: TaskFacts, placed: PlacedScalar): readonly Found[] {
  const { place, path, node, text } = placed;
  const span = innerSpan(node);
  switch (place) {
    case 'events':
    case 'event':
      return text === 'any' ? [] : [{ kind: 'event', name: text, span }];
    case 'field': {
      const joined = path[1] === 'join' ? scopeAt(task, [...path.slice(0, -1), 'field']).events : [];
      return fieldUses(task, [...scopeAt(task, path).events, ...joined], text, span);
    }
    case 'feature':
      return [{ kind: 'feature', name: text, span }];
    case 'leaving':
    case 'recorded': {
      const dot = text.indexOf('.');
      if (dot < 0) return [{ kind: 'feature', name: text, span }];
      const [event, field] = [text.slice(0, dot), text.slice(dot + 1)];
      const start = span.start + dot;
      return [
        { kind: 'event', name: event, span: { start: span.start, end: start } },
        ...fieldUses(task, [event], field, { start: start + 1, end: span.end }),
      ];
    }
    case 'expression':
      return inExpression(source, task, placed);
  }
}

function inExpression(source: Source, task: TaskFacts, { path, node, text }: PlacedScalar): readonly Found[] {
  const offsets = scalarOffsets(source.text, node);
  if (offsets === undefined) return [];
  const scope = scopeAt(task, path);
  const words = wordsOf(text);
  return words.flatMap((word, index): readonly Found[] => {
    const start = offsets[word.start] ?? 0;
    const end = (offsets[word.end - 1] ?? start) + 1;
    if (word.kind === 'string' && isComparedWithEvent(words, index)) {
      return [{ kind: 'event', name: word.text.slice(1, -1), span: { start: start + 1, end: end - 1 } }];
    }
    return word.kind === 'name' ? ofName(task, scope, word.text, { start, end }) : [];
  });
}

/** A new field of the pipeline hides a field of its name. */
function ofName(task: TaskFacts, scope: Scope, name: string, span: Found['span']): readonly Found[] {
  if (scope.values.includes(name)) return [{ kind: 'value', name, span }];
  const dot = name.indexOf('.');
  if (dot < 0) return fieldUses(task, scope.events, name, span);
  const [step, field] = [name.slice(0, dot), name.slice(dot + 1)];
  const middle = span.start + dot;
  return [
    { kind: 'step', name: step, span: { start: span.start, end: middle } },
    ...fieldUses(task, scope.earlier.get(step) ?? [], field, { start: middle + 1, end: span.end }),
  ];
}

/** One name may mean the field of several events. */
function fieldUses(task: TaskFacts, events: readonly string[], name: string, span: Found['span']): readonly Found[] {
  const chosen = new Set(events);
  const owners = (task.owners.get(name) ?? []).filter((owner) => chosen.has(task.events[owner]?.name ?? ''));
  return owners.map((owner) => ({ kind: 'field', name, owner, span }));
}

function isComparedWithEvent(words: readonly Word[], index: number): boolean {
  const isEvent = (at: number) => words[at]?.text === 'event';
  const isEquality = (at: number) => words[at]?.text === '==' || words[at]?.text === '!=';
  return (isEquality(index - 1) && isEvent(index - 2)) || (isEquality(index + 1) && isEvent(index + 2));
}

/** Features that tests expect. */
function expectedIn({ tree }: TaskFacts): readonly Found[] {
  return itemsOf(tree, nodeAt(tree, ['tests'])).flatMap((_, test) =>
    itemsOf(tree, nodeAt(tree, ['tests', test, 'firings'])).flatMap((__, firing) =>
      entriesOf(tree, nodeAt(tree, ['tests', test, 'firings', firing, 'features'])).flatMap((entry) =>
        stringOf(entry.key) === undefined ? [] : [ofKey('feature', entry)],
      ),
    ),
  );
}
