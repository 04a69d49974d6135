// What is being written at a position. Half-typed YAML is the usual case here, so that the excerpt around the position
// is read with a mark in it, and the text as a whole need not be sound.

import { familyNames } from '@edgewright/schemas/family.js';
import type { FamilyName } from '@edgewright/schemas/generated/record.js';
import { offsetsOf, type ScalarStyle } from '@edgewright/schemas/scalar.js';
import type { Path } from '@edgewright/schemas/yaml.js';
import { type Document, isScalar, type Node, parseDocument, type Scalar, visit } from 'yaml';
import { type Excerpt, readableExcerptAt } from './excerpt.ts';
import type { Source } from './source.ts';
import { entriesOf, nodeAt, type Span, stringOf } from './tree.ts';

export interface Cursor {
  /** Of the key or the value that is written. Indices of lists are those of the excerpt and mean nothing. */
  readonly path: Path;
  /** A word that stands alone may become either. */
  readonly at: 'key' | 'value';
  /** What is written of it, before the cursor and after. */
  readonly before: string;
  readonly after: string;
  /** In the document, where it is written as it is. */
  readonly span: Span;
  readonly style: ScalarStyle;
  readonly isFlow: boolean;
  /** Keys that stand beside it, of `at: 'key'`; of a value those of its own map. */
  readonly siblings: readonly string[];
  /** Of the model that holds it. */
  readonly family: FamilyName | undefined;
  /** Index of the model or device that holds it, in the whole document. */
  readonly index: number;
}

const mark = 'Xq7cursor';

/** Undefined in a comment, and where nothing can be told. */
export function cursorAt(source: Source, offset: number): Cursor | undefined {
  if (source.isTooLarge) return undefined;
  const { line, character } = source.lines.positionAt(offset);
  const excerpt = readableExcerptAt(source.text.split('\n'), line, character);
  if (excerpt === undefined) return undefined;
  let tree = markedTree(excerpt, character, '');
  let found = tree && findMark(tree);
  // A key without its colon would go on with the line below, or belong to the text above.
  if (found !== undefined && isAlone(excerpt, character) && /\s/.test(String(found.scalar.value))) {
    tree = markedTree(excerpt, character, ':');
    found = tree && findMark(tree);
  }
  if (tree === undefined || found === undefined) return undefined;
  const { path, at, scalar, isFlow } = found;
  const value = String(scalar.value);
  const split = value.indexOf(mark);
  const [before, after] = [value.slice(0, split), value.slice(split + mark.length)];
  const owner = path.slice(0, -1);
  const siblings = entriesOf(tree, nodeAt(tree, owner)).map(({ name }) => name);
  const family = path[0] === 'models' ? stringOf(nodeAt(tree, ['models', Number(path[1] ?? 0), 'family'])) : undefined;
  return {
    path,
    at,
    before,
    after,
    span: { start: offset - before.length, end: offset + after.length },
    style: (scalar.type ?? 'PLAIN') as ScalarStyle,
    isFlow,
    siblings: siblings.filter((name) => !name.includes(mark)),
    family: familyNames.find((name) => name === family),
    index: indexOf(source, path, offset),
  };
}

/** The source of an expression around the cursor, brought to one line with the cursor's place in it. */
export function expressionAt(cursor: Cursor): { readonly text: string; readonly offset: number } {
  return { text: cursor.before + cursor.after, offset: cursor.before.length };
}

/** Whether nothing but one word stands on the line. */
function isAlone({ text, line }: Excerpt, character: number): boolean {
  const written = text.split('\n')[line] ?? '';
  return /^\s*(-\s+)*[\w.-]*$/.test(written) && /^[\w.-]*\s*$/.test(written.slice(character));
}

function markedTree(excerpt: Excerpt, character: number, behind: '' | ':'): Document.Parsed | undefined {
  const lines = excerpt.text.split('\n');
  const text = (lines[excerpt.line] ?? '').padEnd(character);
  const [head, tail] = [text.slice(0, character), text.slice(character)];
  // Directly behind a colon or a dash the word would join it.
  const gap = /(^\s*-|:)$/.test(head) ? ' ' : '';
  lines[excerpt.line] = `${head}${gap}${mark}${tail}${behind}`;
  try {
    return parseDocument(lines.join('\n'), { prettyErrors: false, uniqueKeys: false, version: '1.2' });
  } catch (problem) {
    if (problem instanceof RangeError) return undefined;
    throw problem;
  }
}

interface Found {
  readonly path: Path;
  readonly at: 'key' | 'value';
  readonly scalar: Scalar;
  readonly isFlow: boolean;
}

function findMark(tree: Document.Parsed): Found | undefined {
  let found: Found | undefined;
  visit(tree, {
    Scalar(role, node, parents) {
      if (typeof node.value !== 'string' || !node.value.includes(mark)) return undefined;
      const path: (string | number)[] = [];
      let isFlow = false;
      parents.forEach((parent, depth) => {
        const child = (parents[depth + 1] ?? node) as Node;
        if ('items' in parent && Array.isArray(parent.items) && !('key' in parent)) {
          isFlow ||= 'flow' in parent && parent.flow === true;
          const index = (parent.items as unknown[]).indexOf(child);
          if (index >= 0 && !('key' in child)) path.push(index);
        }
        if ('key' in parent && isScalar(parent.key) && parent.key !== node) path.push(String(parent.key.value));
      });
      if (role === 'key') path.push(node.value);
      found = { path, at: role === 'key' ? 'key' : 'value', scalar: node, isFlow };
      return visit.BREAK;
    },
  });
  return found;
}

/** Which item of `models`, `devices` or `analyses` the offset is in: the last that starts before it. */
function indexOf(source: Source, [section]: Path, offset: number): number {
  if (typeof section !== 'string') return -1;
  const list = nodeAt(source.tree(), [section]);
  if (list === undefined || !('items' in list)) return -1;
  return (list.items as Node[]).findLastIndex((item) => (item?.range?.[0] ?? Number.POSITIVE_INFINITY) <= offset);
}

/** Where the units of a scalar stand in the text; undefined where they cannot be found. */
export function scalarOffsets(text: string, node: Scalar): readonly number[] | undefined {
  if (typeof node.value !== 'string' || !node.range) return undefined;
  return offsetsOf(text, node.range[0], node.range[1], (node.type ?? 'PLAIN') as ScalarStyle, node.value);
}
