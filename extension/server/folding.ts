// Which lines fold: values over several lines, and blocks of comments. By indentation, so that a text with faults and
// one too large to read fold too.
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver/node';
import type { Source } from './source.ts';

export function folding(source: Source): readonly FoldingRange[] {
  if (source.isTooLarge) return [];
  const lines = source.text.split('\n');
  return [...blocks(lines), ...comments(lines)].sort((a, b) => a.startLine - b.startLine);
}

function blocks(lines: readonly string[]): readonly FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const open: { readonly line: number; readonly indent: number }[] = [];
  let last = -1;
  const close = (indent: number) => {
    for (let top = open.at(-1); top !== undefined && top.indent >= indent; top = open.at(-1)) {
      open.pop();
      if (last > top.line) ranges.push({ startLine: top.line, endLine: last });
    }
  };
  lines.forEach((line, number) => {
    if (/^\s*(#.*)?$/.test(line)) return;
    const indent = line.length - line.trimStart().length;
    // A bracket that closes belongs to what it closes.
    if (/^\s*[\]}]+,?\s*(#.*)?$/.test(line)) {
      close(indent + 1);
      last = number;
      return;
    }
    const isDash = /^\s*-(\s|$)/.test(line);
    const top = open.at(-1);
    // A list may stand at the indentation of its key.
    const isNext = isDash && open.some((other) => other.indent === indent + 0.5);
    const hangs = isDash && top !== undefined && top.indent === indent && !/^\s*-/.test(lines[top.line] ?? '');
    // Items of such a list count as half a column deeper than its key.
    const depth = hangs || isNext ? indent + 0.5 : indent;
    close(depth);
    open.push({ line: number, indent: depth });
    last = number;
  });
  close(-1);
  return ranges;
}

function comments(lines: readonly string[]): readonly FoldingRange[] {
  const ranges: FoldingRange[] = [];
  let start = -1;
  for (let number = 0; number <= lines.length; number++) {
    const isComment = /^\s*#/.test(lines[number] ?? '');
    if (isComment && start < 0) start = number;
    if (isComment || start < 0) continue;
    if (number - start > 1) ranges.push({ startLine: start, endLine: number - 1, kind: FoldingRangeKind.Comment });
    start = -1;
  }
  return ranges;
}
