// Where the characters of a string stand in the YAML that writes it: escapes, indentation and folding lie between.

/** How a string is written: `node.type` of the library. */
export type ScalarStyle = 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' | 'BLOCK_LITERAL' | 'BLOCK_FOLDED';

/**
 * For every UTF-16 unit of `value`, and for its end, the offset in `text` of what writes it. `start` and `end` bound the
 * scalar with its quotes or its header. Undefined where the two cannot be brought together.
 */
export function offsetsOf(
  text: string,
  start: number,
  end: number,
  style: ScalarStyle,
  value: string,
): readonly number[] | undefined {
  let at = start;
  if (style === 'QUOTE_SINGLE' || style === 'QUOTE_DOUBLE') at++;
  if (style === 'BLOCK_LITERAL' || style === 'BLOCK_FOLDED') at = text.indexOf('\n', start) + 1;
  const offsets: number[] = [];
  for (const unit of value.split('')) {
    if (isSpace(unit)) {
      // A break that was folded, or a space that stands as it is.
      if (style === 'QUOTE_DOUBLE' && text[at] === '\\') {
        offsets.push(at);
        at += escapeLength(text, at);
        continue;
      }
      if (!isSpace(text[at] ?? '') && at < end) return undefined;
      offsets.push(Math.min(at, end));
      at++;
      continue;
    }
    at = skipSpace(text, at, end, style);
    if (at >= end) return undefined;
    offsets.push(at);
    if (style === 'QUOTE_DOUBLE' && text[at] === '\\') at += escapeLength(text, at);
    else if (text[at] !== unit) return undefined;
    else at += style === 'QUOTE_SINGLE' && unit === "'" ? 2 : 1;
  }
  offsets.push(Math.min(at, end));
  return offsets;
}

function isSpace(unit: string): boolean {
  return unit === ' ' || unit === '\n' || unit === '\t' || unit === '\r';
}

function skipSpace(text: string, at: number, end: number, style: ScalarStyle): number {
  for (; at < end; at++) {
    const isJoined = style === 'QUOTE_DOUBLE' && text[at] === '\\' && /^\\\r?\n/.test(text.slice(at, at + 3));
    if (!isJoined && !isSpace(text[at] ?? '')) break;
  }
  return at;
}

/** Of an escape of a double-quoted string. */
function escapeLength(text: string, at: number): number {
  const digits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
  return 2 + (digits[text[at + 1] ?? ''] ?? 0);
}
