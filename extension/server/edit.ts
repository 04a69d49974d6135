// A remedy as an edit of the text: where to write it follows from the tree, so that comments and layout stay.
import type { Diagnostic, Remedy } from '@edgewright/schemas/diagnostic.js';
import type { Path } from '@edgewright/schemas/yaml.js';
import { isMap, isScalar, isSeq, type Node, type Pair, visit, type YAMLMap } from 'yaml';
import type { Source } from './source.ts';
import { entryAt, nodeAt, type Span, spanOf } from './tree.ts';

export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Undefined where the document does not have what the remedy is about. */
export function editOf(source: Source, diagnostic: Diagnostic, remedy: Remedy): Edit | undefined {
  const { place, path } = diagnostic;
  switch (remedy.kind) {
    case 'replace': {
      if (place === undefined) return undefined;
      const end = place.offset + (remedy.length ?? place.length);
      const span =
        remedy.length === undefined
          ? wholeValue(source, path, { start: place.offset, end })
          : { start: place.offset, end };
      return { span, text: remedy.text };
    }
    case 'wrap': {
      if (place === undefined) return undefined;
      const span = wholeValue(source, path, { start: place.offset, end: place.offset + place.length });
      return { span, text: remedy.before + source.text.slice(span.start, span.end) + remedy.after };
    }
    case 'set':
      return setKey(source, remedy.path, remedy.key, remedy.text === '' ? sampleOf(source, remedy.key) : remedy.text);
    case 'append':
      return appendItem(source, remedy.path, remedy.key, remedy.text);
    case 'remove':
      return place === undefined ? undefined : removeAt(source, place.offset, typeof path.at(-1) === 'number');
  }
}

/** Values of keys that must be there and have no value of their own. */
const samples: Readonly<Record<string, string>> = {
  name: 'my-sweep',
  models: '\n  - family: fc',
  family: 'fc',
  file: 'model.onnx',
  devices: '\n  - name: pi',
  kind: 'single-stream',
  method: 'sobol',
  every: '20',
};

const samplesOfTasks: Readonly<Record<string, string>> = {
  name: 'my-task',
  trigger: '\n  every: 10min',
  fields: '[]',
  leave: '[]',
  firings: '[]',
  event: 'any',
  by: 'count',
};

function sampleOf({ kind }: Source, key: string): string {
  return (kind === 'task' ? samplesOfTasks : samples)[key] ?? '';
}

/** A mark is of the first line of a value; what is replaced is all of it. */
function wholeValue(source: Source, path: Path, marked: Span): Span {
  const node = nodeAt(source.tree(), path);
  const span = node && spanOf(node);
  return span !== undefined && span.start === marked.start && span.end > span.start ? trimmed(source, span) : marked;
}

function trimmed({ text }: Source, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function setKey(source: Source, path: Path, key: string, text: string): Edit | undefined {
  const tree = source.tree();
  const entry = entryAt(tree, [...path, key]);
  if (entry?.value !== undefined && !isNothing(entry.value))
    return { span: trimmed(source, spanOf(entry.value)), text };
  const behindColon = entry?.key && source.text.indexOf(':', spanOf(entry.key).end) + 1;
  if (behindColon) return { span: { start: behindColon, end: behindColon }, text: ` ${text}` };
  const map = nodeAt(tree, path);
  if (isMap(map)) return addToMap(source, map, text.startsWith('\n') ? `${key}:${text}` : `${key}: ${text}`.trimEnd());
  const last = path.at(-1);
  return typeof last === 'string' ? setKey(source, path.slice(0, -1), last, `{ ${key}: ${text} }`) : undefined;
}

function appendItem(source: Source, path: Path, key: string, text: string): Edit | undefined {
  const list = nodeAt(source.tree(), [...path, key]);
  const last = isSeq(list) ? (list.items.at(-1) as Node | undefined) : undefined;
  if (!isSeq(list) || last === undefined) return setKey(source, path, key, `[${text}]`);
  const { start, end } = trimmed(source, spanOf(last));
  if (list.flow === true) return { span: { start: end, end }, text: `, ${text}` };
  const dash = source.lines.positionAt(source.text.lastIndexOf('-', start)).character;
  const behind = lineEnd(source.text, end);
  const break_ = source.text.includes('\r\n') ? '\r\n' : '\n';
  return { span: { start: behind, end: behind }, text: `${break_}${' '.repeat(dash)}- ${text}` };
}

function addToMap(source: Source, map: YAMLMap, line: string): Edit | undefined {
  const { start, end } = spanOf(map);
  const last = map.items.at(-1);
  if (map.flow === true) {
    const one = line.replace(/:\s*\n.*/s, ':');
    if (last === undefined) return { span: { start, end }, text: `{ ${one} }` };
    const behind = endOf(source, last);
    return { span: { start: behind, end: behind }, text: `, ${one}` };
  }
  const first = map.items[0]?.key as Node | undefined;
  if (last === undefined || first === undefined) return undefined;
  const column = source.lines.positionAt(spanOf(first).start).character;
  const behind = lineEnd(source.text, endOf(source, last));
  const indent = ' '.repeat(column);
  const break_ = source.text.includes('\r\n') ? '\r\n' : '\n';
  return {
    span: { start: behind, end: behind },
    text: `${break_}${indent}${line.replaceAll('\n', `${break_}${indent}`)}`,
  };
}

/** Of a pair: behind its value, without the blanks after it. */
function endOf(source: Source, { key, value }: Pair): number {
  const start = spanOf(key as Node).start;
  const end = value ? Math.max(spanOf(value as Node).end, spanOf(key as Node).end) : spanOf(key as Node).end;
  const written = source.text.slice(start, end).trimEnd().length;
  const isBare = !value || isNothing(value as Node);
  return isBare ? source.text.indexOf(':', spanOf(key as Node).end) + 1 || end : start + written;
}

function isNothing(node: Node): boolean {
  return isScalar(node) && node.value === null && node.range != null && node.range[0] === node.range[1];
}

/** An item of a list may start where its first key does: which of the two is meant, the path tells. */
function removeAt(source: Source, offset: number, isItem: boolean): Edit | undefined {
  const tree = source.tree();
  let edit: Edit | undefined;
  if (tree === undefined) return undefined;
  visit(tree, {
    Map(_, map) {
      if (isItem) return undefined;
      const index = map.items.findIndex(({ key }) => isScalar(key) && spanOf(key).start === offset);
      if (index < 0) return undefined;
      const pair = map.items[index] as Pair;
      const span = { start: offset, end: endOf(source, pair) };
      const next = map.items[index + 1]?.key as Node | undefined;
      edit = removed(source, span, next && spanOf(next).start, map.items.length, map.flow === true, '{}');
      return visit.BREAK;
    },
    Seq(_, list) {
      if (!isItem) return undefined;
      const index = list.items.findIndex((item) => spanOf(item as Node).start === offset);
      if (index < 0) return undefined;
      const span = trimmed(source, spanOf(list.items[index] as Node));
      const next = list.items[index + 1] as Node | undefined;
      const item = list.flow === true ? span : { ...span, start: source.text.lastIndexOf('-', span.start) };
      edit = removed(source, item, next && spanOf(next).start, list.items.length, list.flow === true, '[]');
      return visit.BREAK;
    },
  });
  return edit;
}

/** `next`: where the entry after it starts. `empty`: what the collection is without its only entry. */
function removed(
  source: Source,
  span: Span,
  next: number | undefined,
  count: number,
  isFlow: boolean,
  empty: string,
): Edit {
  const { text } = source;
  if (isFlow) {
    if (next !== undefined) return { span: { start: span.start, end: next }, text: '' };
    const before = /,\s*$/.exec(text.slice(0, span.start));
    return { span: { start: before?.index ?? span.start, end: span.end }, text: '' };
  }
  if (count === 1) return { span, text: empty };
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const isFirst = text.slice(lineStart, span.start).trim() === '';
  // The first key behind a dash: the next one takes its place.
  if (!isFirst && next !== undefined) return { span: { start: span.start, end: next }, text: '' };
  const end = lineEnd(text, span.end);
  return { span: { start: lineStart, end: Math.min(end + 1, text.length) }, text: '' };
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  const stop = end < 0 ? text.length : end;
  return text[stop - 1] === '\r' ? stop - 1 : stop;
}
