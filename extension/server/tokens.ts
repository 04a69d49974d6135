// Colours inside expressions, which to an editor are strings. What is plain YAML is left to its own grammar.
import { scalarOffsets } from './cursor.ts';
import { namesAt, roleOf, sitesOf } from './sites.ts';
import type { Source } from './source.ts';
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
  if (source.kind !== 'sweep' || source.isTooLarge) return [];
  const facts = source.facts();
  return sitesOf(source.tree()).flatMap((site) => {
    const offsets = scalarOffsets(source.text, site.node);
    if (offsets === undefined) return [];
    const model = site.path[0] === 'models' ? facts.models[Number(site.path[1])] : undefined;
    const names = namesAt(site.kind, facts, model);
    return wordsOf(site.source).flatMap((word): Token[] => {
      const looks = looksOf(word, (name) => roleOf(name, names));
      const start = offsets[word.start];
      const last = offsets[word.end - 1];
      if (looks === undefined || start === undefined || last === undefined) return [];
      // A string over a folded line would be a token over two lines, which editors do not take.
      if (source.text.slice(start, last).includes('\n')) return [];
      return [{ start, length: last + 1 - start, ...looks }];
    });
  });
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
