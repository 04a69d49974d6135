// What can be written in a task, beside what the schema says: its events, fields and features, expressions, whole parts.
import type { Path } from '@edgewright/schemas/yaml.js';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node';
import type { Completion } from '../completion.ts';
import { expressionItems, type Look } from '../expressions.ts';
import { isAtRoot, item, keys, listItem, names, snippetItem, type Target } from '../items.ts';
import type { Source } from '../source.ts';
import { spanOf, stringOf } from '../tree.ts';
import type { TaskFacts } from './facts.ts';
import { fieldsOfAll, fits, namesIn, placeOf, scopeAt } from './places.ts';
import { sectionSnippets, stepSnippets, triggerSnippets, wholeTask } from './snippets.ts';

export function completeTask(at: Target): Completion {
  const { source, cursor, offset } = at;
  const task = source.task();
  const place = cursor.at === 'value' ? placeOf(cursor.path) : undefined;
  if (place === undefined) return { items: otherItems(at, task), isWhole: false };
  const path = withStep(source, cursor.path, offset);
  return { items: placeItems(at, task, place, path), isWhole: true };
}

function placeItems(
  at: Target,
  task: TaskFacts,
  place: NonNullable<ReturnType<typeof placeOf>>,
  path: Path,
): readonly CompletionItem[] {
  switch (place) {
    case 'events':
    case 'event': {
      const isAlone = place === 'events' && typeof path.at(-1) !== 'number';
      const any = isAlone ? names(at, ['any'], 'every declared event') : [];
      return [...eventItems(at, task), ...any];
    }
    case 'expression': {
      const scope = scopeAt(task, path);
      const look = (name: string): Look => ({
        kind: CompletionItemKind.Field,
        about: aboutName[name],
        isFirst: aboutName[name] === undefined,
      });
      return expressionItems(at, namesIn(scope, task), look);
    }
    case 'field':
      return names(at, fieldsOfAll(scopeAt(task, path).events, task.declared), 'a field');
    case 'feature':
      return featureItems(at, task);
    case 'leaving':
      return [
        ...featureItems(at, task),
        ...fieldItems(at, task),
        ...names(
          at,
          task.modelOutputs.map((name) => `model.${name}`),
          'an output of the model',
        ),
        ...names(
          at,
          task.results.map(({ name }) => `script.${name}`),
          'a result of the script',
        ),
      ];
    case 'recorded':
      return fieldItems(at, task);
  }
}

/** Of names that every event has. */
export const aboutName: Readonly<Record<string, string>> = {
  time: 'Milliseconds since 1970.',
  event: 'The name of the event.',
};

function eventItems(at: Target, task: TaskFacts): readonly CompletionItem[] {
  return task.events.map((event) =>
    item(at, event.name, { kind: CompletionItemKind.Event, detail: fieldsText(event.fields) }),
  );
}

function fieldsText(fields: TaskFacts['events'][number]['fields']): string {
  const all = fields.map(({ name, value }) => `${name}: ${stringOf(value) ?? '?'}`);
  return all.length === 0 ? 'without fields' : all.join(', ');
}

function fieldItems(at: Target, task: TaskFacts): readonly CompletionItem[] {
  const fields = task.events.flatMap((event) => event.fields.map((field) => `${event.name}.${field.name}`));
  return names(at, fields, 'a field of an event');
}

function featureItems(at: Target, task: TaskFacts): readonly CompletionItem[] {
  return names(
    at,
    task.features.map(({ name }) => name),
    'a feature of the pipeline',
  );
}

function otherItems(at: Target, task: TaskFacts): readonly CompletionItem[] {
  const { path, at: role, isFlow, siblings } = at.cursor;
  const isKey = role === 'key';
  if (isAtRoot(at)) {
    const whole = siblings.length === 0 ? [snippetItem(at, wholeTask)] : [];
    const sections = sectionSnippets.filter(({ key }) => !siblings.includes(key));
    return [...whole, ...sections.map((snippet) => snippetItem(at, snippet))];
  }
  if (fits(path, ['trigger']) || (isKey && fits(path, ['trigger', String(path[1])]))) {
    const isChosen = siblings.some((key) => triggerSnippets.some((snippet) => snippet.key === key));
    return isFlow || (isKey && isChosen) ? [] : triggerSnippets.map((snippet) => snippetItem(at, snippet));
  }
  if (path[0] === 'trigger' && path[1] === 'sequence' && path.length <= 3 && !isKey && !isFlow)
    return stepSnippets.map((snippet) => listItem(at, snippet));
  const isExpected = fits(path.slice(0, 5), ['tests', '#', 'firings', '#', 'features']);
  if (isExpected && (path.length === 5 || (isKey && path.length === 6))) {
    return keys(
      at,
      task.features.map(({ name }) => name),
      'a feature of the pipeline',
    );
  }
  return [];
}

/** Indices of a cursor's path mean nothing: the step is the last that starts before it. */
function withStep(source: Source, path: Path, offset: number): Path {
  if (path[0] !== 'trigger' || path[1] !== 'sequence') return path;
  const step = source.task().steps.findLastIndex(({ node }) => spanOf(node).start <= offset);
  return [...path.slice(0, 2), step, ...path.slice(3)];
}
