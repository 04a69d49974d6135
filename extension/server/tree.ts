// Ways through the tree of a YAML document: from a path to its node, from an offset to the path.
import type { Path } from '@edgewright/schemas/yaml.js';
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';

/** What stands at an offset. */
export interface Spot {
  /** To the key or the value. */
  readonly path: Path;
  readonly at: 'key' | 'value';
  readonly node: Node;
}

/** A range of a text: offsets in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The innermost key or value that holds the offset, its end included. */
export function spotAt(document: Document.Parsed | undefined, offset: number): Spot | undefined {
  let node: unknown = document?.contents;
  if (!isNode(node) || !holds(node, offset)) return undefined;
  const path: (string | number)[] = [];
  for (;;) {
    if (isMap(node)) {
      const pair: { key: unknown; value: unknown } | undefined = node.items.find(
        ({ key, value }) => (isNode(key) && holds(key, offset)) || (isNode(value) && holds(value, offset)),
      );
      if (pair === undefined || !isScalar(pair.key)) return { path, at: 'value', node };
      path.push(String(pair.key.value));
      if (holds(pair.key, offset)) return { path, at: 'key', node: pair.key };
      node = pair.value as Node;
    } else if (isSeq(node)) {
      const index: number = node.items.findIndex((item) => isNode(item) && holds(item, offset));
      if (index < 0) return { path, at: 'value', node };
      path.push(index);
      node = node.items[index] as Node;
    } else return { path, at: 'value', node: node as Node };
  }
}

/** The value at a path, aliases followed. */
export function nodeAt(document: Document.Parsed | undefined, path: Path): Node | undefined {
  return entryAt(document, path)?.value;
}

export interface Entry {
  /** Of an entry of a map. */
  readonly key: Scalar | undefined;
  readonly value: Node | undefined;
}

export function entryAt(document: Document.Parsed | undefined, path: Path): Entry | undefined {
  if (document === undefined) return undefined;
  let entry: Entry = { key: undefined, value: document.contents ?? undefined };
  for (const step of path) {
    const target = resolved(document, entry.value);
    if (isMap(target)) {
      const pair = target.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return undefined;
      entry = { key: pair.key as Scalar, value: (pair.value as Node | null) ?? undefined };
    } else if (isSeq(target)) {
      const item = target.items[Number(step)];
      if (item === undefined) return undefined;
      entry = { key: undefined, value: item as Node };
    } else return undefined;
  }
  return entry;
}

export function resolved(document: Document.Parsed, node: unknown): Node | undefined {
  if (isAlias(node)) return node.resolve(document) ?? undefined;
  return isNode(node) ? node : undefined;
}

/** Entries of a map whose keys are scalars; none of anything else. */
export function entriesOf(
  document: Document.Parsed | undefined,
  node: Node | undefined,
): readonly { readonly name: string; readonly key: Scalar; readonly value: Node | undefined }[] {
  const map = document === undefined ? undefined : resolved(document, node);
  if (!isMap(map)) return [];
  return map.items.flatMap(({ key, value }) =>
    isScalar(key) ? [{ name: String(key.value), key, value: (value as Node | null) ?? undefined }] : [],
  );
}

export function itemsOf(document: Document.Parsed | undefined, node: Node | undefined): readonly Node[] {
  const list = document === undefined ? undefined : resolved(document, node);
  return isSeq(list) ? (list.items as Node[]) : [];
}

export function stringOf(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

/** Without the blanks and comments that follow it. */
export function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

/** The text inside the quotes of a scalar. */
export function innerSpan(node: Scalar): Span {
  const { start, end } = spanOf(node);
  const quote = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
  return { start: start + quote, end: Math.max(end - quote, start + quote) };
}

function holds(node: Node, offset: number): boolean {
  const { start, end } = spanOf(node);
  return start <= offset && offset <= end;
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}
