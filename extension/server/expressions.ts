// What can be written inside an expression, whatever names it may use.
import { functionNames } from '@edgewright/schemas/expression-node.js';
import type { Names, NameType } from '@edgewright/schemas/typing.js';
import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Range } from 'vscode-languageserver/node';
import type { Cursor } from './cursor.ts';
import type { Target } from './items.ts';
import { signatures } from './meaning.ts';
import { wordsOf } from './words.ts';

/** How a name is shown. `isFirst`: before those that are not. */
export interface Look {
  readonly kind: CompletionItemKind;
  readonly about: string | undefined;
  readonly isFirst: boolean;
}

/** Names, functions and, beside a comparison with a string, the strings. */
export function expressionItems(at: Target, known: Names, look: (name: string) => Look): CompletionItem[] {
  const { cursor } = at;
  const text = cursor.before + cursor.after;
  const place = cursor.before.length;
  const words = wordsOf(text);
  const inside = words.find(
    ({ start, end, kind }) => kind === 'string' && start < place && (place < end || isOpen(text, start, end)),
  );
  const before = words.filter(({ end, start }) => (inside ? end <= inside.start : end <= place && start < place));
  const [name, operator] =
    before.at(-1)?.kind === 'name' && !inside ? [before.at(-3), before.at(-2)] : before.slice(-2);
  const compared = operator?.text === '==' || operator?.text === '!=' ? known.get(name?.text ?? '') : undefined;
  if (inside !== undefined) return stringItems(at, compared, inside.start, place);
  const current = words.find(
    ({ kind, start, end }) => kind !== 'operator' && kind !== 'string' && start < place && place <= end,
  );
  const range = expressionRange(at, current?.start ?? place, place);
  const strings = (compared?.strings ?? []).map(
    (string): CompletionItem => ({
      label: quoted(string, cursor),
      kind: CompletionItemKind.EnumMember,
      sortText: `0${string}`,
      textEdit: { range, newText: quoted(string, cursor) },
    }),
  );
  const ofNames = [...known].map(([label, type]): CompletionItem => {
    const { kind, about, isFirst } = look(label);
    return {
      label,
      kind,
      detail: typeText(type),
      ...(about !== undefined && { documentation: about }),
      sortText: `${isFirst ? 1 : 2}${label}`,
      textEdit: { range, newText: label },
    };
  });
  const ofFunctions = functionNames.map(
    (label): CompletionItem => ({
      label,
      kind: CompletionItemKind.Function,
      detail: signatures[label].signature,
      documentation: signatures[label].meaning,
      sortText: `3${label}`,
      insertTextFormat: InsertTextFormat.Snippet,
      textEdit: { range, newText: `${label}($1)$0` },
    }),
  );
  return [...strings, ...ofNames, ...ofFunctions];
}

function isOpen(text: string, start: number, end: number): boolean {
  return end - start < 2 || text[start] !== text[end - 1];
}

function stringItems(at: Target, compared: NameType | undefined, start: number, place: number): CompletionItem[] {
  const range = expressionRange(at, start + 1, place);
  return (compared?.strings ?? []).map((label) => ({
    label,
    kind: CompletionItemKind.EnumMember,
    textEdit: { range, newText: label },
  }));
}

/** From a unit of the expression to the cursor: as far as they stand on the same line, one beside the other. */
function expressionRange({ source, offset }: Target, start: number, place: number): Range {
  return { start: source.lines.positionAt(offset - (place - start)), end: source.lines.positionAt(offset) };
}

/** In the quotes that the scalar around it does not use. */
function quoted(string: string, cursor: Cursor): string {
  return cursor.style === 'QUOTE_DOUBLE'
    ? `'${string}'`
    : cursor.style === 'QUOTE_SINGLE'
      ? `"${string}"`
      : `"${string}"`;
}

export function typeText({ type, strings }: NameType): string {
  if (strings !== undefined && strings.length <= 8) return strings.map((string) => `"${string}"`).join(' | ');
  return type === 'any' ? 'number or list' : type;
}
