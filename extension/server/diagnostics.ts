// What the validator finds, as the protocol says it. Nothing is judged here.
import type { Diagnostic as Found } from '@edgewright/schemas/diagnostic.js';
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver/node';
import { rangeOfPlace } from './range.ts';
import type { Source } from './source.ts';

/** Address of what explains a code; undefined: none. */
export type LinkOf = (code: string) => string | undefined;

export const diagnosticSource = 'edgewright';

/** Codes of what could as well not be there. */
const needless = new Set(['unused-key', 'when-without-effect', 'axis-unused', 'derived-axis']);

export function diagnosticOf(source: Source, found: Found, linkOf: LinkOf): Diagnostic {
  const { code, severity, message, fix, place, related } = found;
  const href = linkOf(code);
  const others = related?.map(
    (other): DiagnosticRelatedInformation => ({
      location: { uri: source.uri, range: rangeOfPlace(source, other.place) },
      message: other.message,
    }),
  );
  return {
    range: rangeOfPlace(source, place ?? { line: 1, column: 1, offset: 0, length: 0 }),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code,
    ...(href !== undefined && { codeDescription: { href } }),
    source: diagnosticSource,
    message: `${message} ${fix}`,
    ...(needless.has(code) && { tags: [DiagnosticTag.Unnecessary] }),
    ...(others && { relatedInformation: others }),
  };
}

/** Said where nothing is wrong, or nothing more is known. */
export function noteOf(code: 'check-unfinished', message: string, linkOf: LinkOf): Diagnostic {
  const href = linkOf(code);
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Information,
    code,
    ...(href !== undefined && { codeDescription: { href } }),
    source: diagnosticSource,
    message,
  };
}

/** Where a pattern has `{code}`, the code stands in the address. */
export function linker(pattern: string | undefined): LinkOf {
  return (code) => pattern?.replace('{code}', code);
}
