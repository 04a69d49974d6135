// Colours inside expressions, which to an editor are strings. What is plain YAML is left to its own grammar.
import type { Names } from '@edgewright/schemas/typing.js';
import type { Scalar } from 'yaml';
import { scalarOffsets } from './cursor.ts';
import { namesAt, roleOf, sitesOf } from './sites.ts';
import type { Source } from './source.ts';
import { namesIn, placedIn, scopeAt } from './task/places.ts';
import { type Word, wordsOf } from './words.ts';

export const tokenTypes = [
  'variable',
  'function',
  'number',
  'string',
  'operator',
  'property',
  'keyword',
  'enumMember',
] as const;
export const tokenModifiers = ['readonly', 'defaultLibrary'] as const;

export interface Token {
  readonly start: number;
  readonly length: number;
  readonly type: (typeof tokenTypes)[number];
  readonly modifiers: readonly (typeof tokenModifiers)[number][];
}

/** In the order of the text. A name that does not exist here has no colour of its own. */
export function tokens(source: Source): readonly Token[] {
  if (source.isTooLarge) return [];
  return expressionsOf(source).flatMap(({ node, role }) => {
    const offsets = scalarOffsets(source.text, node);
    if (offsets === undefined) return [];
    return wordsOf(String(node.value)).flatMap((word): Token[] => {
      const looks = looksOf(word, role);
      const start = offsets[word.start];
      const last = offsets[word.end - 1];
      if (looks === undefined || start === undefined || last === undefined) return [];
      // A string over a folded line would be a token over two lines, which editors do not take.
      if (source.text.slice(start, last).includes('\n')) return [];
      return [{ start, length: last + 1 - start, ...looks }];
    });
  });
}

interface Coloured {
  readonly node: Scalar;
  role(name: string): ReturnType<typeof roleOf>;
}

function expressionsOf(source: Source): readonly Coloured[] {
  switch (source.kind) {
    case 'fleet':
      return [];
    case 'task': {
      const task = source.task();
      const placed = placedIn(task).filter(({ place }) => place === 'expression');
      // Expressions of one part use the same names: of a map or a sequence those of one entry, of the rest all.
      const roles = new Map<string, Coloured['role']>();
      return placed.map(({ node, path }) => {
        const [section, part, entry] = path;
        const key = part === 'map' || part === 'sequence' ? `${section} ${part} ${entry}` : `${section} ${part}`;
        const role = roles.get(key) ?? roleInTask(namesIn(scopeAt(task, path), task));
        roles.set(key, role);
        return { node, role };
      });
    }
    case 'sweep': {
      const facts = source.facts();
      return sitesOf(source.tree()).map(({ node, path, kind }) => {
        const names = namesAt(kind, facts, path[0] === 'models' ? facts.models[Number(path[1])] : undefined);
        return { node, role: (name) => roleOf(name, names) };
      });
    }
  }
}

function roleInTask(names: Names): Coloured['role'] {
  return (name) => {
    if (!names.has(name)) return undefined;
    return name === 'time' || name === 'event' ? 'identity' : 'parameter';
  };
}

function looksOf(
  word: Word,
  role: (name: string) => ReturnType<typeof roleOf>,
): Pick<Token, 'type' | 'modifiers'> | undefined {
  switch (word.kind) {
    case 'name':
      return nameLooks[role(word.text) ?? 'none'];
    case 'function':
      return { type: 'function', modifiers: ['defaultLibrary'] };
    case 'literal':
      return { type: 'keyword', modifiers: [] };
    default:
      return { type: word.kind, modifiers: [] };
  }
}

const nameLooks: Readonly<
  Record<NonNullable<ReturnType<typeof roleOf>> | 'none', Pick<Token, 'type' | 'modifiers'> | undefined>
> = {
  parameter: { type: 'variable', modifiers: [] },
  execution: { type: 'property', modifiers: [] },
  identity: { type: 'property', modifiers: [] },
  quantity: { type: 'variable', modifiers: ['readonly', 'defaultLibrary'] },
  constant: { type: 'enumMember', modifiers: ['readonly', 'defaultLibrary'] },
  none: undefined,
};

/** As the protocol packs them: five numbers a token, relative to the token before. */
export function packTokens(source: Source): number[] {
  const packed: number[] = [];
  let before = { line: 0, character: 0 };
  for (const { start, length, type, modifiers } of tokens(source)) {
    const position = source.lines.positionAt(start);
    const line = position.line - before.line;
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
    packed.push(
      line,
      line === 0 ? position.character - before.character : position.character,
      length,
      tokenTypes.indexOf(type),
      bits,
    );
    before = position;
  }
  return packed;
}
