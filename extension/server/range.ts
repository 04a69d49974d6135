// Offsets of a text to ranges of the protocol.
import type { Place } from '@edgewright/schemas/diagnostic.js';
import type { Range } from 'vscode-languageserver/node';
import type { Source } from './source.ts';
import type { Span } from './tree.ts';

export function rangeOf({ lines }: Pick<Source, 'lines'>, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

export function rangeOfPlace(source: Pick<Source, 'lines'>, place: Place): Range {
  return rangeOf(source, { start: place.offset, end: place.offset + place.length });
}
