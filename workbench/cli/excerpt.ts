// Diagnostics with the line they speak of and a caret under the place.
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import stringWidth from 'string-width';
import { printable } from '../text/printable.ts';
import type { Io } from './io.ts';

/** `text` is the document, `file` its name as the user wrote it. */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  file: string,
  text: string,
  io: Pick<Io, 'paint' | 'width'>,
): string {
  const { code, severity, place, message, fix } = diagnostic;
  const tone = severity === 'error' ? 'bad' : 'warning';
  const head = `${io.paint(tone, `${severity}[${code}]`)}: ${printable(message)}`;
  const where = place === undefined ? file : `${file}:${place.line}:${place.column}`;
  const excerpt = place === undefined ? [] : excerptOf(place, text, io);
  return `${[head, `  at ${where}`, ...excerpt, `  fix: ${printable(fix)}`].join('\n')}\n`;
}

function excerptOf(
  place: NonNullable<Diagnostic['place']>,
  text: string,
  io: Pick<Io, 'paint' | 'width'>,
): readonly string[] {
  const line = text.split(/\r?\n/)[place.line - 1] ?? '';
  const margin = String(place.line);
  const blank = ' '.repeat(margin.length);
  const room = Math.max(20, io.width - margin.length - 5);
  // A line that is too long is shown from a little before the place.
  const start = place.column + place.length - 1 <= room ? 0 : Math.max(0, place.column - 1 - Math.floor(room / 3));
  const shown = printable(line.slice(start, start + room).replaceAll('\t', ' '));
  const before = stringWidth(shown.slice(0, place.column - 1 - start));
  const under = shown.slice(place.column - 1 - start, place.column - 1 - start + Math.max(1, place.length));
  const caret = '^'.repeat(Math.max(1, stringWidth(under)));
  return [
    `  ${io.paint('dim', `${blank} |`)}`,
    `  ${io.paint('dim', `${margin} |`)} ${shown}`,
    `  ${io.paint('dim', `${blank} |`)} ${' '.repeat(before)}${io.paint('bad', caret)}`,
  ];
}
