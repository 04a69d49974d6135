// The lines of a document that decide what can stand at a position: those that hold it and their neighbours, without
// what hangs below the neighbours. It is small however long the document is, and faults elsewhere are not in it, so that
// what takes its time on whole documents, or gives up on broken ones, is asked about this instead.

export interface Excerpt {
  readonly text: string;
  /** Line of the cursor in `text`. */
  readonly line: number;
  /** The line of the document for each line of `text`. */
  readonly lines: readonly number[];
}

/** Lines that are kept of one list or text at most, on either side. */
const most = 400;

/**
 * Undefined where brackets nest deeper than any document of ours: parsers take their time over such texts, and nothing
 * could stand there.
 */
export function readableExcerptAt(document: readonly string[], line: number, column: number): Excerpt | undefined {
  const excerpt = excerptAt(document, line, column);
  return deepest(excerpt.text) > deepestRead ? undefined : excerpt;
}

/** Levels of brackets; a sweep has four. */
const deepestRead = 40;

function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    most = Math.max(most, depth);
  }
  return most;
}

/** `line` counts from 0; `column` says how deep a blank line is meant. */
export function excerptAt(document: readonly string[], line: number, column: number): Excerpt {
  const kept = new Map<number, string>([[line, bare(document[line] ?? '')]]);
  const own = indentAt(document, line, column);
  const opening = keepAbove(document, line, own, kept);
  keepBelow(document, line, own, opening, kept);
  const lines = behindNeighbours(
    [...kept.keys()].sort((a, b) => a - b),
    kept,
    line,
  );
  return { text: lines.map((number) => `${kept.get(number)}\n`).join(''), line: lines.indexOf(line), lines };
}

/** A word alone on its line would read as one with the neighbour below it: it goes behind the neighbours. */
function behindNeighbours(
  lines: readonly number[],
  kept: ReadonlyMap<number, string>,
  line: number,
): readonly number[] {
  const text = kept.get(line) ?? '';
  if (!/^\s*[\w.$-]+\s*$/.test(text) || isDash(text)) return lines;
  const at = lines.indexOf(line);
  const indent = indentOf(text);
  const isNeighbour = (other: number) => indentOf(kept.get(other) ?? '') === indent && !isDash(kept.get(other) ?? '-');
  let last = at;
  while (lines[last + 1] !== undefined && isNeighbour(lines[last + 1] ?? 0)) last++;
  return [...lines.slice(0, at), ...lines.slice(at + 1, last + 1), line, ...lines.slice(last + 1)];
}

interface Opening {
  /** Indentation of the line whose value holds the cursor verbatim: a text or an open bracket. */
  readonly indent: number;
}

/** Keeps the ancestors and their neighbours; gives the nearest ancestor whose value goes on over lines as it stands. */
function keepAbove(
  document: readonly string[],
  line: number,
  own: number,
  kept: Map<number, string>,
): Opening | undefined {
  const start = bare(document[line] ?? '');
  // Nothing above a dash belongs to what stands behind it.
  let isInList = isDash(start) && own > indentOf(start);
  let limit = isInList ? indentOf(start) : own;
  let opening: Opening | undefined;
  let block: number[] = [];
  for (let at = line - 1; at >= 0; at--) {
    const text = bare(document[at] ?? '');
    const indent = indentOf(text);
    if (isIdle(text) && block.length > 0) block.push(at);
    if (isIdle(text)) continue;
    // A list may stand at the indentation of its key.
    const isOwner = isInList && indent === limit && !isDash(text);
    if (indent >= limit && !isOwner) {
      if (isDash(text) && indent === limit && limit < own) continue;
      if (block.length < most) block.push(at);
      continue;
    }
    const goesOn = isOpen(text);
    for (const inner of block) keepNeighbour(document, inner, limit, goesOn, kept);
    if (goesOn) opening ??= { indent };
    kept.set(at, text);
    block = [];
    isInList = isDash(text);
    // What stands behind a dash is deeper than the dash.
    limit = indent;
    if (limit === 0 && !isDash(text)) {
      for (let root = at - 1; root >= 0; root--) keepNeighbour(document, root, 0, false, kept);
      return opening;
    }
  }
  for (const inner of block) keepNeighbour(document, inner, limit, false, kept);
  return opening;
}

function keepBelow(
  document: readonly string[],
  line: number,
  own: number,
  opening: Opening | undefined,
  kept: Map<number, string>,
): void {
  let limit = own;
  let verbatim = opening !== undefined;
  let isChild = true;
  for (let at = line + 1; at < document.length; at++) {
    const text = bare(document[at] ?? '');
    if (isIdle(text)) continue;
    const indent = indentOf(text);
    if (verbatim && opening !== undefined) {
      const closes = /^\s*[\]}]/.test(text) && indent >= opening.indent;
      if (indent > opening.indent || closes) {
        if (at - line < most) kept.set(at, text);
        limit = Math.min(limit, Math.max(indent, opening.indent));
        continue;
      }
      verbatim = false;
      isChild = false;
    }
    if (isChild && indent > own) {
      if (at - line < most) kept.set(at, text);
      continue;
    }
    isChild = false;
    if (indent < limit) limit = indent;
    if (indent === limit) keepNeighbour(document, at, limit, false, kept);
  }
}

/** A neighbour with its value where that ends on the line, else its key alone. */
function keepNeighbour(
  document: readonly string[],
  at: number,
  limit: number,
  verbatim: boolean,
  kept: Map<number, string>,
): void {
  const text = bare(document[at] ?? '');
  if (verbatim) {
    kept.set(at, text);
    return;
  }
  if (kept.size >= 2 * most || isIdle(text) || indentOf(text) !== limit || isDash(text)) return;
  const [head] = /^\s*(?:"[^"]*"|'[^']*'|[^\s:'"[{][^:]*):(?=\s|$)/.exec(text) ?? [];
  if (head === undefined) return;
  // What hangs below is left out; without any value the line above the cursor would seem to hold it.
  const isBare = /^\s*(#.*)?$/.test(text.slice(head.length));
  kept.set(at, isOpen(text) || isBare ? `${head} {}` : text);
}

/** The indentation of a line; of a blank one, and of what follows a dash, that of the cursor. */
function indentAt(document: readonly string[], line: number, column: number): number {
  const text = bare(document[line] ?? '');
  if (text.trim() === '') return Math.max(column, 0);
  const [dashes] = /^\s*(?:-\s+)*/.exec(text) ?? [''];
  return Math.min(dashes.length, Math.max(column, indentOf(text)));
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** Whether a value begins here and does not end on the line: a block text, an open bracket or quote. */
function isOpen(text: string): boolean {
  const code = text.replace(/\s+#.*$/, '');
  if (/(?::|-)\s+[|>][-+0-9]*\s*$/.test(code)) return true;
  let depth = 0;
  let quote = '';
  let before = ' ';
  for (const unit of code) {
    if (quote !== '') quote = unit === quote ? '' : quote;
    else if ((unit === '"' || unit === "'") && /[\s[{,:]/.test(before)) quote = unit;
    else if (unit === '[' || unit === '{') depth++;
    else if (unit === ']' || unit === '}') depth--;
    before = unit;
  }
  return depth > 0 || quote !== '';
}

function isDash(text: string): boolean {
  return /^\s*-(\s|$)/.test(text);
}

/** Blank, a comment, or a mark between documents: says nothing of structure. */
function isIdle(text: string): boolean {
  return /^\s*(#.*)?$/.test(text) || text.startsWith('---');
}

/** Without the carriage return, the mark of byte order and tabs of indentation, each of which is one column. */
function bare(text: string): string {
  const line = text.endsWith('\r') ? text.slice(0, -1) : text;
  if (line.charCodeAt(0) === 0xfeff) return ` ${line.slice(1)}`.replace(/^ (?=\S)/, '');
  return line.includes('\t') ? line.replace(/^\s+/, (blank) => ' '.repeat(blank.length)) : line;
}
