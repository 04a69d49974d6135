// Every name of a document with where it stands: definition, references and rename are questions about this list.
import type { Names } from '@edgewright/schemas/typing.js';
import type { Path } from '@edgewright/schemas/yaml.js';
import { isScalar, type Node, type Scalar } from 'yaml';
import { scalarOffsets } from './cursor.ts';
import type { Facts, ModelFacts } from './facts.ts';
import { namesAt, parametersFor, roleOf, type Site, sitesOf } from './sites.ts';
import type { Source } from './source.ts';
import { occurrencesInTask } from './task/occurrences.ts';
import { innerSpan, itemsOf, nodeAt, type Span, stringOf } from './tree.ts';
import { wordsOf } from './words.ts';

/**
 * `axis`: of the model `owner`, or of the execution where it is undefined. `label`: a key of labels of devices. Of a
 * task: `field` of the event `owner`; `step`: what `as` names; `value`: a new field of the pipeline.
 */
export interface Occurrence {
  readonly kind: 'model' | 'axis' | 'device' | 'label' | 'event' | 'field' | 'step' | 'feature' | 'value';
  readonly name: string;
  /** Index of the model of an axis, or of the event of a field. */
  readonly owner: number | undefined;
  readonly role: 'definition' | 'use';
  readonly span: Span;
}

export function occurrencesOf(source: Source): readonly Occurrence[] {
  const tree = source.tree();
  if (tree === undefined || source.isTooLarge) return [];
  if (source.kind === 'task') return occurrencesInTask(source);
  const facts = source.facts();
  return source.kind === 'fleet' ? inFleet(facts) : [...inModels(facts), ...uses(source, facts)];
}

function inFleet({ devices }: Facts): readonly Occurrence[] {
  return devices.flatMap(({ nameNode, labels }) => [
    ...(nameNode ? [at('device', 'definition', nameNode)] : []),
    ...labels.map(({ key }) => at('label', 'definition', key)),
  ]);
}

function inModels({ models, execution }: Facts): readonly Occurrence[] {
  return [
    ...models.flatMap(({ index, nameNode, familyNode, axes, derived }) => [
      // Without a name of its own a model goes by its family's, which is no name to change.
      ...(nameNode ? [at('model', 'definition', nameNode)] : familyNode ? [at('model', 'definition', familyNode)] : []),
      ...[...axes, ...derived].map(({ key }) => at('axis', 'definition', key, index)),
    ]),
    ...execution.map(({ key }) => at('axis', 'definition', key)),
  ];
}

function uses(source: Source, facts: Facts): readonly Occurrence[] {
  const tree = source.tree();
  const list = (path: Path) => itemsOf(tree, nodeAt(tree, path));
  const { models } = facts;
  const ofModel = (index: number): readonly Occurrence[] => [
    ...list(['models', index, 'zip']).flatMap((_, group) => listed(list(['models', index, 'zip', group]), index)),
    ...whenKeys(source, ['models', index, 'when'], index),
    ...scalars([nodeAt(tree, ['models', index, 'batch'])]).map((node) => at('axis', 'use', node, index)),
  ];
  const analyses = list(['analyses']).flatMap((_, index) => {
    const chosen = stringOf(nodeAt(tree, ['analyses', index, 'model']));
    const among = chosen === undefined ? models : models.filter(({ name }) => name === chosen);
    const [model] = scalars([nodeAt(tree, ['analyses', index, 'model'])]);
    const axes = scalars(['x', 'y', 'by'].map((key) => nodeAt(tree, ['analyses', index, key])));
    return [...(model ? [at('model', 'use', model)] : []), ...axes.flatMap((node) => axisUse(node, among))];
  });
  return [
    ...models.flatMap(({ index }) => ofModel(index)),
    ...list(['execution', 'zip']).flatMap((_, group) => listed(list(['execution', 'zip', group]), undefined)),
    ...whenKeys(source, ['execution', 'when'], undefined),
    ...scalars(list(['order', 'by'])).flatMap((node) => axisUse(node, models)),
    ...analyses,
    ...sitesOf(tree).flatMap((site) => inExpression(source, site, facts)),
  ];
}

function listed(nodes: readonly Node[], owner: number | undefined): readonly Occurrence[] {
  return scalars(nodes).map((node) => at('axis', 'use', node, owner));
}

function whenKeys(source: Source, path: Path, owner: number | undefined): readonly Occurrence[] {
  const map = nodeAt(source.tree(), path);
  if (map === undefined || !('items' in map)) return [];
  const keys = (map.items as { key?: unknown }[]).map(({ key }) => key as Node);
  return scalars(keys).map((node) => at('axis', 'use', node, owner));
}

/** A name that several models have means the axis of each. */
function axisUse(node: Scalar, models: readonly ModelFacts[]): readonly Occurrence[] {
  const name = String(node.value);
  const owners = models.filter((model) => parametersFor(model).has(name));
  if (owners.length === 0) return [at('axis', 'use', node)];
  return owners.map(({ index }) => at('axis', 'use', node, index));
}

function inExpression(source: Source, site: Site, facts: Facts): readonly Occurrence[] {
  const offsets = scalarOffsets(source.text, site.node);
  if (offsets === undefined) return [];
  const model = site.path[0] === 'models' ? facts.models[Number(site.path[1])] : undefined;
  const names = namesAt(site.kind, facts, model);
  const words = wordsOf(site.source);
  return words.flatMap((word, index): readonly Occurrence[] => {
    const start = offsets[word.start] ?? 0;
    const end = (offsets[word.end - 1] ?? start) + 1;
    if (word.kind === 'string' && isComparedWithModel(words, index)) {
      return [
        {
          kind: 'model',
          name: word.text.slice(1, -1),
          owner: undefined,
          role: 'use',
          span: { start: start + 1, end: end - 1 },
        },
      ];
    }
    if (word.kind !== 'name') return [];
    return axesMeant(word.text, names, model, facts).map((owner) => {
      return { kind: 'axis', name: word.text, owner, role: 'use', span: { start, end } };
    });
  });
}

function isComparedWithModel(words: ReturnType<typeof wordsOf>, index: number): boolean {
  const isModel = (at: number) => words[at]?.text === 'model';
  const isEquality = (at: number) => words[at]?.text === '==' || words[at]?.text === '!=';
  return (isEquality(index - 1) && isModel(index - 2)) || (isEquality(index + 1) && isModel(index + 2));
}

function axesMeant(
  name: string,
  names: Names,
  model: ModelFacts | undefined,
  { models }: Facts,
): readonly (number | undefined)[] {
  const role = roleOf(name, names);
  if (role === 'execution') return [undefined];
  if (role !== 'parameter' && !(role === 'quantity' && model?.axes.some((axis) => axis.name === name))) return [];
  if (model !== undefined) return [model.index];
  return models.filter((other) => parametersFor(other).has(name)).map(({ index }) => index);
}

function scalars(nodes: readonly (Node | undefined)[]): readonly Scalar[] {
  return nodes.filter((node): node is Scalar => isScalar(node) && typeof node.value === 'string');
}

function at(kind: Occurrence['kind'], role: Occurrence['role'], node: Scalar, owner?: number): Occurrence {
  return { kind, name: String(node.value), owner, role, span: innerSpan(node) };
}
