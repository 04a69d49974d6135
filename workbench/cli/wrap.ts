// Text over several lines of a terminal, where cutting it off would hide what matters, as the end of an error.
import stringWidth from 'string-width';
import { printable } from '../text/printable.ts';
import { cut } from './table.ts';

/** Lines that a text may take; the last is then cut. */
const mostLines = 20;

/**
 * `head`, then the text beside it, its own line breaks kept and others made between words, each further line under the first
 * one of the text. No line is wider than `width` columns.
 */
export function hang(head: string, text: string, width: number): readonly string[] {
  const blank = ' '.repeat(stringWidth(head));
  const room = Math.max(10, width - blank.length);
  const lines = text.split(/\r?\n/).flatMap((line) => wrapped(printable(line.replaceAll('\t', '  ')), room));
  const shown =
    lines.length > mostLines
      ? [...lines.slice(0, mostLines - 1), `... ${lines.length - mostLines + 1} lines more`]
      : lines;
  return shown.map((line, at) => cut(`${at === 0 ? head : blank}${line}`.trimEnd(), width));
}

/** Between words; a word that is wider than the room is broken. */
function wrapped(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\s)(?=\S)/)) {
    if (stringWidth((line + word).trimEnd()) <= room) {
      line += word;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
    for (const character of word) {
      if (stringWidth((line + character).trimEnd()) > room) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  lines.push(line.trimEnd());
  return lines;
}
