// What stands under the pointer in a task: events with their fields, steps of a trigger, features and where they go.

import { functionNames } from '@edgewright/schemas/expression-node.js';
import { listOr } from '@edgewright/schemas/finding.js';
import { plural } from '@edgewright/workbench/text/units.js';
import { isScalar } from 'yaml';
import { scalarOffsets } from '../cursor.ts';
import { describe } from '../describe.ts';
import { typeText } from '../expressions.ts';
import type { HoverText } from '../hover.ts';
import { signatures } from '../meaning.ts';
import { type Occurrence, occurrencesOf } from '../occurrences.ts';
import type { Source } from '../source.ts';
import { nodeAt, type Spot, spanOf, spotAt, stringOf } from '../tree.ts';
import { wordsOf } from '../words.ts';
import { aboutName } from './completion.ts';
import type { TaskFacts } from './facts.ts';
import { fits, namesIn, placeOf, scopeAt } from './places.ts';

export function hoverTask(source: Source, offset: number): HoverText | undefined {
  const spot = spotAt(source.tree(), offset);
  if (spot === undefined) return undefined;
  return ofName(source, offset) ?? inExpression(source, spot, offset) ?? ofStep(source, spot);
}

function ofName(source: Source, offset: number): HoverText | undefined {
  const all = occurrencesOf(source);
  const here = all.filter(({ span }) => span.start <= offset && offset <= span.end);
  const [first] = here;
  if (first === undefined) return undefined;
  const text = textOf(source.task(), first, here, all);
  return text === undefined ? undefined : { text, span: first.span, isWhole: true };
}

/** `here`: what stands at the place; the field of several events is there once for each. */
function textOf(
  task: TaskFacts,
  { kind, name }: Occurrence,
  here: readonly Occurrence[],
  all: readonly Occurrence[],
): string | undefined {
  switch (kind) {
    case 'event': {
      const event = task.events.find((other) => other.name === name);
      if (event === undefined) return undefined;
      const uses = all.filter((other) => other.kind === 'event' && other.role === 'use' && other.name === name).length;
      return [`**${name}** An event ${withFields(event.fields)}.`, `Named ${plural(uses, 'time')} in this task.`].join(
        '\n\n',
      );
    }
    case 'field': {
      const owners = here.flatMap(({ owner }) => task.events[owner ?? -1] ?? []);
      const types = new Set(owners.flatMap(({ fields }) => typeOf(fields, name) ?? []));
      return `\`${name}\`: ${[...types].join(' or ') || 'unknown'}\n\nA field of ${listOr(owners.map((event) => `\`${event.name}\``))}.`;
    }
    case 'step': {
      const index = task.steps.findIndex(({ as }) => as?.value === name);
      return index < 0 ? undefined : `\`${name}\` The event that was taken last by: ${stepText(task, index)}`;
    }
    case 'feature': {
      const feature = task.features.find((other) => other.name === name);
      return feature && `**${name}** ${featureText(task, name)}`;
    }
    case 'value': {
      const map = task.maps.find((other) => other.name === name);
      const source = map && stringOf(map.value);
      if (source !== undefined) return `**${name}** A new field of every event: \`${source}\`.`;
      const at = (key: string) => stringOf(nodeAt(task.tree, ['pipeline', 'join', name, key])) ?? '?';
      return `**${name}** The last \`${at('field')}\` of an event \`${at('event')}\` with the same \`${at('on')}\`.`;
    }
    default:
      return undefined;
  }
}

function withFields(fields: TaskFacts['events'][number]['fields']): string {
  if (fields.length === 0) return 'without fields';
  return `with ${fields.map(({ name, value }) => `\`${name}\`: ${stringOf(value) ?? '?'}`).join(', ')}`;
}

function typeOf(fields: TaskFacts['events'][number]['fields'], name: string): string | undefined {
  return stringOf(fields.find((field) => field.name === name)?.value);
}

function featureText({ tree }: TaskFacts, name: string): string {
  const at = (key: string) => stringOf(nodeAt(tree, ['pipeline', 'features', name, key]));
  const [by, of, where] = [at('by'), at('of'), at('where')];
  const what = by === 'count' ? 'The number of events' : `\`${by ?? '?'}\` of \`${of ?? '?'}\` over the events`;
  return `${what} of the window${where === undefined ? '' : ` that meet \`${where}\``}.`;
}

function inExpression(source: Source, { path, at, node }: Spot, offset: number): HoverText | undefined {
  if (at !== 'value' || placeOf(path) !== 'expression' || !isScalar(node) || typeof node.value !== 'string')
    return undefined;
  const nothing: HoverText = { text: '', span: spanOf(node), isWhole: true };
  const offsets = scalarOffsets(source.text, node);
  if (offsets === undefined) return nothing;
  const task = source.task();
  const names = namesIn(scopeAt(task, path), task);
  for (const { kind, start, end, text } of wordsOf(node.value)) {
    const span = { start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 };
    if (offset < span.start || offset > span.end) continue;
    const call = functionNames.find((name) => kind === 'function' && name === text);
    if (call !== undefined)
      return { text: `\`${signatures[call].signature}\`\n\n${signatures[call].meaning}`, span, isWhole: true };
    const type = kind === 'name' ? names.get(text) : undefined;
    if (type !== undefined)
      return { text: `\`${text}\`: ${typeText(type)}\n\n${aboutName[text] ?? ''}`.trim(), span, isWhole: true };
  }
  return nothing;
}

/** On a key of a step, what the step waits for, before what the key means. */
function ofStep(source: Source, { path, at, node }: Spot): HoverText | undefined {
  if (at !== 'key' || !fits(path.slice(0, 3), ['trigger', 'sequence', '#'])) return undefined;
  const index = Number(path[2]);
  const meaning = describe('task', path, () => undefined);
  const text = [stepText(source.task(), index), ...(meaning === undefined ? [] : [meaning])].join('\n\n');
  return { text, span: spanOf(node), isWhole: true };
}

function stepText({ steps, tree }: TaskFacts, index: number): string {
  const step = steps[index];
  const at = (...keys: string[]) => nodeAt(tree, ['trigger', 'sequence', index, ...keys]);
  const events =
    step === undefined || step.events.length === 0 ? 'an event' : listOr(step.events.map((name) => `\`${name}\``));
  const where = stringOf(at('where'));
  const condition = where === undefined ? '' : ` where \`${where}\``;
  const number = (...keys: string[]) => {
    const value = at(...keys);
    return isScalar(value) && typeof value.value === 'number' ? value.value : undefined;
  };
  const [exactly, from, to] = [number('times'), number('times', 'from'), number('times', 'to')];
  let count = '';
  if (exactly !== undefined) count = `${exactly} times `;
  else if (to !== undefined) count = `${from ?? 1} to ${to} times `;
  else if (from !== undefined) count = `at least ${from} times `;
  const optional = at('optional');
  const may = isScalar(optional) && optional.value === true ? ' It may be left out.' : '';
  const what = step?.isNot === true ? 'must not come: ' : count;
  return `Step ${index + 1} of ${steps.length}: ${what}${events}${condition}.${may}`;
}
