// Our answers with those of the schema, so that nothing stands twice.
import { type CompletionItem, type Hover, InsertTextFormat, type Range } from 'vscode-languageserver/node';
import type { HoverText } from './hover.ts';
import { rangeOf } from './range.ts';
import { plainText } from './snippets.ts';
import type { Source } from './source.ts';

export function mergeCompletion(
  ours: readonly CompletionItem[],
  schema: readonly CompletionItem[],
): readonly CompletionItem[] {
  const known = new Set(ours.map(({ label }) => label));
  return [...ours, ...schema.filter(({ label }) => !known.has(label))];
}

/** For clients that take no snippets: with what the placeholders hold. */
export function withoutSnippets(items: readonly CompletionItem[]): readonly CompletionItem[] {
  return items.map((item) => {
    if (item.insertTextFormat !== InsertTextFormat.Snippet) return item;
    const { textEdit, insertText, ...rest } = item;
    return {
      ...rest,
      insertTextFormat: InsertTextFormat.PlainText,
      ...(textEdit && { textEdit: { ...textEdit, newText: plainText(textEdit.newText) } }),
      ...(insertText !== undefined && { insertText: plainText(insertText) }),
    };
  });
}

export interface MergedHover {
  readonly text: string;
  readonly range: Range | undefined;
}

/** Ours first: it is about this document, the schema about any. */
export function mergeHover(
  source: Source,
  ours: HoverText | undefined,
  schema: Hover | undefined,
): MergedHover | undefined {
  const about = schema === undefined || ours?.isWhole === true ? '' : textOf(schema.contents);
  if (ours === undefined) return about === '' ? undefined : { text: about, range: schema?.range };
  if (ours.text === '') return undefined;
  const text = about === '' ? ours.text : `${ours.text}\n\n---\n\n${about}`;
  return { text, range: rangeOf(source, ours.span) };
}

/** Without the titles of definitions, which are names of the program. */
function textOf(contents: Hover['contents']): string {
  const text = typeof contents === 'object' && 'value' in contents ? contents.value : '';
  return text.replace(/^#### .*$/gm, '').trim();
}
