// Where expressions stand in a sweep, and which names they may use there.
import { dimensionParameter } from '@edgewright/schemas/family.js';
import type { FamilyName } from '@edgewright/schemas/generated/record.js';
import {
  constants,
  executionNames,
  executionWhenNames,
  modelConstraintNames,
  modelNames,
  parametersOf,
  quantityNames,
  sweepConstraintNames,
} from '@edgewright/schemas/names.js';
import type { Names } from '@edgewright/schemas/typing.js';
import type { Path } from '@edgewright/schemas/yaml.js';
import { type Document, isScalar, type Scalar } from 'yaml';
import type { Facts, ModelFacts } from './facts.ts';
import { entriesOf, itemsOf, nodeAt } from './tree.ts';

export type SiteKind = 'model-when' | 'derive' | 'model-constraint' | 'execution-when' | 'sweep-constraint';

/** Undefined where no expression stands. */
export function siteKind(path: Path): SiteKind | undefined {
  const [first, second, third, fourth] = path;
  if (first === 'models' && typeof second === 'number' && path.length === 4 && fourth !== undefined) {
    if (third === 'when') return 'model-when';
    if (third === 'derive') return 'derive';
    if (third === 'constraint') return 'model-constraint';
  }
  if (first === 'execution' && second === 'when' && path.length === 3) return 'execution-when';
  return first === 'constraint' && path.length === 2 ? 'sweep-constraint' : undefined;
}

/** `model`: of the model that holds the expression. */
export function namesAt(
  kind: SiteKind,
  facts: Facts,
  model: Pick<ModelFacts, 'family' | 'axes' | 'derived'> | undefined,
): Names {
  switch (kind) {
    case 'model-when':
    case 'derive':
      return modelNames(parametersFor(model));
    case 'model-constraint':
      return modelConstraintNames(parametersFor(model));
    case 'execution-when':
      return executionWhenNames(facts.models.map(({ name }) => name));
    case 'sweep-constraint':
      return sweepConstraintNames(
        facts.models.map(({ name }) => name),
        facts.models.map(parametersFor),
      );
  }
}

export function parametersFor(
  model: ({ readonly family: FamilyName | undefined } & Partial<Pick<ModelFacts, 'axes' | 'derived'>>) | undefined,
): ReturnType<typeof parametersOf> {
  if (model?.family === undefined) return new Map();
  const dimensions = [...(model.axes ?? []), ...(model.derived ?? [])].map(({ name }) => name);
  return parametersOf(model.family, dimensions, dimensionParameter);
}

export type NameRole = 'parameter' | 'execution' | 'quantity' | 'constant' | 'identity';

/** A parameter hides a quantity of its name. */
export function roleOf(name: string, names: Names): NameRole | undefined {
  if (!names.has(name)) return undefined;
  if (constants.has(name)) return 'constant';
  if (executionNames.some((other) => other === name)) return 'execution';
  if (name === 'model' || name === 'family' || name === 'items') return 'identity';
  return quantityNames.some((other) => other === name) ? 'quantity' : 'parameter';
}

export interface Site {
  readonly kind: SiteKind;
  readonly path: Path;
  readonly node: Scalar;
  readonly source: string;
}

/** All expressions of a document, in its order. */
export function sitesOf(tree: Document.Parsed | undefined): readonly Site[] {
  const ofMap = (path: Path) =>
    entriesOf(tree, nodeAt(tree, path)).flatMap(({ name, value }) => site([...path, name], value));
  const ofList = (path: Path) =>
    itemsOf(tree, nodeAt(tree, path)).flatMap((item, index) => site([...path, index], item));
  const models = itemsOf(tree, nodeAt(tree, ['models'])).flatMap((_, index) => [
    ...ofMap(['models', index, 'when']),
    ...ofMap(['models', index, 'derive']),
    ...ofList(['models', index, 'constraint']),
  ]);
  const sites = [...models, ...ofMap(['execution', 'when']), ...ofList(['constraint'])];
  return sites.sort((a, b) => (a.node.range?.[0] ?? 0) - (b.node.range?.[0] ?? 0));
}

function site(path: Path, node: unknown): readonly Site[] {
  const kind = siteKind(path);
  if (kind === undefined || !isScalar(node) || typeof node.value !== 'string') return [];
  return [{ kind, path, node, source: node.value }];
}
