// Items of completion at a cursor: names, keys and whole parts, each with the edit that writes it.
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type Range,
} from 'vscode-languageserver/node';
import type { Cursor } from './cursor.ts';
import { plainText, type Snippet } from './snippets.ts';
import type { Source } from './source.ts';

export interface Target {
  readonly source: Source;
  readonly offset: number;
  readonly cursor: Cursor;
}

export function names(at: Target, values: readonly string[], about: string): CompletionItem[] {
  return values.map((value) => item(at, value, { kind: CompletionItemKind.Reference, detail: about }));
}

export function keys(at: Target, values: readonly string[], about: string): CompletionItem[] {
  const fresh = values.filter((value) => !at.cursor.siblings.includes(value));
  const isFollowed = /^[\w-]*\s*:/.test(at.source.text.slice(at.offset, at.offset + 100));
  return fresh.map((value) => ({
    ...item(at, isFollowed ? value : `${value}: `, { kind: CompletionItemKind.Property, detail: about }),
    label: value,
  }));
}

export function item(at: Target, text: string, rest: Partial<CompletionItem>): CompletionItem {
  return { label: text, filterText: text, textEdit: { range: wordRange(at), newText: text }, ...rest };
}

export function snippetItem(at: Target, { label, about, text }: Snippet): CompletionItem {
  return {
    label,
    kind: CompletionItemKind.Snippet,
    detail: about,
    documentation: { kind: MarkupKind.Markdown, value: `\`\`\`yaml\n${plainText(text)}\n\`\`\`` },
    insertTextFormat: InsertTextFormat.Snippet,
    sortText: `~${label}`,
    textEdit: { range: wordRange(at), newText: text },
  };
}

/** As an item of a list: with its dash where none stands on the line, further lines two columns deeper. */
export function listItem(at: Target, snippet: Snippet): CompletionItem {
  const { line, character } = at.source.lines.positionAt(at.offset);
  const written = at.source.text.slice(at.source.lines.offsetAt({ line, character: 0 }), at.offset);
  const hasDash = /^\s*-\s*[\w-]*$/.test(written);
  const gap = /-$/.test(written) ? ' ' : '';
  const indented = snippet.text.replaceAll('\n', '\n  ');
  // An editor keeps the indentation of the line; a dash on it is not indentation.
  const text = hasDash ? `${gap}${indented}` : `- ${indented}`;
  const range = {
    start: {
      line,
      character: character - (/[\w-]*$/.exec(hasDash ? written.replace(/^\s*-/, '') : written)?.[0].length ?? 0),
    },
    end: { line, character },
  };
  return { ...snippetItem(at, { ...snippet, text }), textEdit: { range, newText: text } };
}

/** What is written of the word, as far as it stands on the line. */
function wordRange({ source, offset, cursor }: Target): Range {
  const written = /\S*$/.exec(cursor.before)?.[0] ?? '';
  const rest = cursor.style === 'PLAIN' ? (/^[\w.-]*/.exec(cursor.after)?.[0] ?? '') : '';
  return {
    start: source.lines.positionAt(offset - written.length),
    end: source.lines.positionAt(offset + rest.length),
  };
}

/** Whether a key of the whole document is written. */
export function isAtRoot({ cursor }: Target): boolean {
  return cursor.path.length <= 1 && (cursor.at === 'key' || cursor.path.length === 0);
}
