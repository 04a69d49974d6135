// Quick fixes: what the validator offers as a remedy, and what follows from a code alone.
import type { Code } from '@edgewright/schemas/codes.js';
import type { Diagnostic as Found, Remedy } from '@edgewright/schemas/diagnostic.js';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type TextEdit,
} from 'vscode-languageserver/node';
import { type Edit, editOf } from './edit.ts';
import { rangeOf } from './range.ts';
import type { Source } from './source.ts';

/** A finding with what an editor was told of it. */
export interface Told {
  readonly found: Found;
  readonly diagnostic: Diagnostic;
}

/** For those that touch the range. */
export function fixes(source: Source, told: readonly Told[], range: Range): readonly CodeAction[] {
  if (source.isTooLarge) return [];
  return told
    .filter(({ diagnostic }) => touches(diagnostic.range, range))
    .flatMap(({ found, diagnostic }) => [
      ...(found.remedies ?? []).flatMap((remedy, index) => {
        const edit = editOf(source, found, remedy);
        return edit ? [action(source, titleOf(source, found, remedy), [edit], diagnostic, index === 0)] : [];
      }),
      ...(byCode[found.code] ?? []).flatMap(({ title, edits }) => {
        const made = edits(source);
        return made.length === 0 ? [] : [action(source, title, made, diagnostic, true)];
      }),
    ]);
}

interface CodeFix {
  readonly title: string;
  edits(source: Source): readonly Edit[];
}

const byCode: Partial<Readonly<Record<Code, readonly CodeFix[]>>> = {
  'yaml-tab': [{ title: 'Replace tabs by spaces', edits: tabsToSpaces }],
};

/** In the indentation of every line: two spaces for a tab. */
function tabsToSpaces({ text }: Source): readonly Edit[] {
  const found = text.matchAll(/^[ ]*\t[ \t]*/gm);
  return [...found].map(({ index, 0: blank }) => ({
    span: { start: index, end: index + blank.length },
    text: blank.replaceAll('\t', '  '),
  }));
}

function titleOf(source: Source, { place }: Found, remedy: Remedy): string {
  switch (remedy.kind) {
    case 'replace':
      return `Change to ${remedy.text}`;
    case 'wrap':
      return remedy.before === '[' ? 'Put it into a list' : 'Put it in quotes';
    case 'set':
      return remedy.text === '' ? `Add ${remedy.key}` : `Write ${remedy.key}: ${remedy.text}`;
    case 'append':
      return `Add ${remedy.text} to ${[...remedy.path, remedy.key].join('.')}`;
    case 'remove': {
      const word = place && /^[\w.-]+/.exec(source.text.slice(place.offset, place.offset + place.length))?.[0];
      return word === undefined ? 'Remove it' : `Remove ${word}`;
    }
  }
}

function action(
  source: Source,
  title: string,
  edits: readonly Edit[],
  diagnostic: Diagnostic,
  isPreferred: boolean,
): CodeAction {
  const changes: TextEdit[] = edits.map(({ span, text }) => ({ range: rangeOf(source, span), newText: text }));
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred,
    edit: { changes: { [source.uri]: changes } },
  };
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
