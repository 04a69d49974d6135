// YAML as tests write it: `$0` is the cursor, and a line of squiggles marks what stands above it, with a note.
//
//   name: two words
//         ^^^^^^^^^ bad-format
import assert from 'node:assert/strict';
import { readSource, type Source } from 'edgewright/server/source.js';

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly note: string;
}

const squiggles = /^\s*\^+(?: .*)?$/;

/** The text without its marks. */
export function unmarked(marked: string): string {
  return marked
    .split('\n')
    .filter((line) => !squiggles.test(line))
    .join('\n');
}

/** The text with these marks. One over several lines is shown on its first; one of nothing is a single squiggle. */
export function annotated(text: string, marks: readonly Mark[]): string {
  let start = 0;
  const lines = text.split('\n').flatMap((line) => {
    const end = start + line.length;
    const here = marks
      .filter((mark) => mark.start >= start && mark.start <= end)
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map((mark) => {
        const length = Math.max(Math.min(mark.end, end) - mark.start, 1);
        return `${' '.repeat(mark.start - start)}${'^'.repeat(length)} ${mark.note}`.trimEnd();
      });
    start = end + 1;
    return [line, ...here];
  });
  return lines.join('\n');
}

/** Of a document of the name, by default a sweep. */
export function sourceOf(text: string, name = 'test.sweep.yaml'): Source {
  const source = readSource(`file:///work/${name}`, 1, text);
  assert.ok(source, `${name} is not ours`);
  return source;
}

export interface AtCursor {
  readonly source: Source;
  readonly offset: number;
}

export function atCursor(marked: string, name?: string): AtCursor {
  const offset = marked.indexOf('$0');
  assert.ok(offset >= 0, 'the fixture has no cursor');
  return { source: sourceOf(marked.replace('$0', ''), name), offset };
}

/** The text after edits that do not overlap. */
export function edited(
  { source }: Pick<AtCursor, 'source'>,
  edits: readonly { readonly range: Parameters<typeof offsetsOf>[1]; readonly newText: string }[],
): string {
  const sorted = edits
    .map(({ range, newText }) => ({ ...offsetsOf(source, range), newText }))
    .sort((a, b) => b.start - a.start);
  return sorted.reduce(
    (text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end),
    source.text,
  );
}

export function offsetsOf(
  { lines }: Source,
  range: { start: { line: number; character: number }; end: { line: number; character: number } },
): { start: number; end: number } {
  return { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
}

/** Lines cut by their common indentation, without the first and the last if they are blank. */
export function yaml({ raw: [text = ''] }: TemplateStringsArray): string {
  const lines = text
    .replace(/^\n/, '')
    .replace(/\n\s*$/, '\n')
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const cut = Math.min(...indents);
  return lines.map((line) => line.slice(cut)).join('\n');
}
