// What a document names, as far as it can be read: a text with mistakes still has models and axes to complete from.
import { familyNames } from '@edgewright/schemas/family.js';
import type { FamilyName } from '@edgewright/schemas/generated/record.js';
import type { Path } from '@edgewright/schemas/yaml.js';
import type { Document, Node, Scalar } from 'yaml';
import { entriesOf, entryAt, itemsOf, nodeAt, stringOf } from './tree.ts';

export interface Facts {
  readonly models: readonly ModelFacts[];
  /** Of `execution`, those that the document names. */
  readonly execution: readonly AxisFacts[];
  readonly devices: readonly DeviceEntry[];
}

export interface ModelFacts {
  readonly index: number;
  /** Its own name, or its family's. */
  readonly name: string;
  readonly nameNode: Scalar | undefined;
  readonly family: FamilyName | undefined;
  readonly familyNode: Scalar | undefined;
  readonly fileNode: Scalar | undefined;
  readonly axes: readonly AxisFacts[];
  readonly derived: readonly AxisFacts[];
}

export interface AxisFacts {
  readonly name: string;
  readonly path: Path;
  readonly key: Scalar;
  readonly value: Node | undefined;
}

export interface DeviceEntry {
  readonly index: number;
  readonly nameNode: Scalar | undefined;
  readonly tokenFile: Scalar | undefined;
  readonly labels: readonly AxisFacts[];
}

const sections = new Set(['zip', 'when']);

export function factsOf(tree: Document.Parsed | undefined): Facts {
  const axesAt = (path: Path): readonly AxisFacts[] =>
    entriesOf(tree, nodeAt(tree, path)).map((entry) => ({ ...entry, path: [...path, entry.name] }));
  const scalar = (path: Path) => {
    const node = entryAt(tree, path)?.value;
    return stringOf(node) === undefined ? undefined : (node as Scalar);
  };
  const models = itemsOf(tree, nodeAt(tree, ['models'])).map((_, index): ModelFacts => {
    const path = ['models', index];
    const nameNode = scalar([...path, 'name']);
    const familyNode = scalar([...path, 'family']);
    const family = familyNames.find((name) => name === familyNode?.value);
    return {
      index,
      name: stringOf(nameNode) ?? stringOf(familyNode) ?? `model ${index + 1}`,
      nameNode,
      family,
      familyNode,
      fileNode: scalar([...path, 'file']),
      axes: axesAt([...path, 'axes']),
      derived: axesAt([...path, 'derive']),
    };
  });
  const devices = itemsOf(tree, nodeAt(tree, ['devices'])).map((_, index): DeviceEntry => {
    const path = ['devices', index];
    return {
      index,
      nameNode: scalar([...path, 'name']),
      tokenFile: scalar([...path, 'token', 'file']),
      labels: axesAt([...path, 'labels']),
    };
  });
  return { models, execution: axesAt(['execution']).filter(({ name }) => !sections.has(name)), devices };
}
