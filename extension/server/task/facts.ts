// What a task document declares, as far as it can be read: a text with mistakes still has events to complete from.
import type { Declared, FieldType } from '@edgewright/schemas/task-names.js';
import type { Document, Node, Scalar } from 'yaml';
import { isScalar } from 'yaml';
import { entriesOf, itemsOf, nodeAt, stringOf } from '../tree.ts';

export interface TaskFacts {
  readonly events: readonly EventFacts[];
  /** As the validator has them; without fields whose type cannot be read. */
  readonly declared: Declared;
  /** Indices of the events that have a field, by its name. */
  readonly owners: ReadonlyMap<string, readonly number[]>;
  readonly steps: readonly StepFacts[];
  readonly features: readonly Named[];
  readonly tensors: readonly Named[];
  /** Of the script. */
  readonly results: readonly Named[];
  /** Of the model, as far as the document names them. */
  readonly modelOutputs: readonly string[];
  /** New fields of the pipeline, in the order in which they can be used: `join`, then `map`. */
  readonly joins: readonly Named[];
  readonly maps: readonly Named[];
  /** Files that the document names. */
  readonly files: readonly Scalar[];
  readonly tree: Document.Parsed | undefined;
}

export interface Named {
  readonly name: string;
  readonly key: Scalar;
  readonly value: Node | undefined;
}

export interface EventFacts extends Named {
  readonly fields: readonly Named[];
}

export interface StepFacts {
  readonly node: Node;
  readonly isNot: boolean;
  readonly events: readonly string[];
  /** The name by which later steps use it. */
  readonly as: Scalar | undefined;
}

export function taskFactsOf(tree: Document.Parsed | undefined): TaskFacts {
  const map = (...path: string[]) => entriesOf(tree, nodeAt(tree, path));
  const events = map('events').map((event) => ({ ...event, fields: entriesOf(tree, event.value) }));
  const declared = declaredOf(events);
  const steps = itemsOf(tree, nodeAt(tree, ['trigger', 'sequence'])).map((node, index): StepFacts => {
    const at = (key: string) => nodeAt(tree, ['trigger', 'sequence', index, key]);
    const not = at('not');
    const as = at('as');
    return {
      node,
      isNot: not !== undefined,
      events: eventsIn(tree, not ?? at('event'), declared),
      as: stringOf(as) === undefined ? undefined : (as as Scalar),
    };
  });
  const files = [['model', 'file'], ['script', 'file'], ...testFiles(tree)].map((path) => nodeAt(tree, path));
  return {
    events,
    declared,
    owners: ownersOf(events),
    steps,
    features: map('pipeline', 'features'),
    tensors: map('pipeline', 'tensors'),
    results: map('script', 'results'),
    modelOutputs: itemsOf(tree, nodeAt(tree, ['model', 'outputs'])).flatMap((node) => stringOf(node) ?? []),
    joins: map('pipeline', 'join'),
    maps: map('pipeline', 'map'),
    files: files.filter((node): node is Scalar => stringOf(node) !== undefined),
    tree,
  };
}

/** Declared events that a value names, alone or in a list. */
export function eventsIn(
  tree: Document.Parsed | undefined,
  node: Node | undefined,
  declared: Declared,
): readonly string[] {
  const nodes = isScalar(node) ? [node] : itemsOf(tree, node);
  const names = nodes.flatMap((one) => stringOf(one) ?? []);
  return names.includes('any') ? [...declared.keys()] : names.filter((name) => declared.has(name));
}

function testFiles(tree: Document.Parsed | undefined): readonly (readonly (string | number)[])[] {
  return itemsOf(tree, nodeAt(tree, ['tests'])).map((_, index) => ['tests', index, 'events']);
}

function declaredOf(events: readonly EventFacts[]): Declared {
  return new Map(
    events.map(({ name, fields }) => [
      name,
      new Map(
        fields.flatMap(({ name: field, value }) => {
          const type = stringOf(value);
          return isFieldType(type) ? [[field, type] as const] : [];
        }),
      ),
    ]),
  );
}

function ownersOf(events: readonly EventFacts[]): ReadonlyMap<string, readonly number[]> {
  const owners = new Map<string, number[]>();
  for (const [index, { fields }] of events.entries()) {
    for (const { name } of fields) {
      const known = owners.get(name);
      if (known === undefined) owners.set(name, [index]);
      else known.push(index);
    }
  }
  return owners;
}

function isFieldType(type: string | undefined): type is FieldType {
  return type === 'number' || type === 'string' || type === 'boolean';
}
