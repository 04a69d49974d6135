// Where another extension checks the same documents against the same schemas, each thing is said once.
import type { Diagnostic } from 'vscode-languageserver/node';
import type { Told } from './fixes.ts';

/** Codes of what a schema can say too. Meaning is ours alone. */
const ofSchemas = new Set([
  'yaml-syntax',
  'yaml-tab',
  'yaml-duplicate-key',
  'yaml-alias',
  'yaml-tag',
  'unknown-key',
  'missing-key',
  'wrong-type',
  'not-one-of',
  'out-of-range',
  'bad-format',
  'wrong-length',
  'document-kind',
]);

/** Without what the others say at the same place. */
export function unsaid(ours: readonly Told[], theirs: readonly Diagnostic[]): readonly Told[] {
  return ours.filter(
    ({ found, diagnostic }) => !ofSchemas.has(found.code) || !theirs.some((other) => isSamePlace(diagnostic, other)),
  );
}

/** On the same line, one over the other. */
function isSamePlace({ range: a }: Diagnostic, { range: b }: Diagnostic): boolean {
  if (a.start.line !== b.start.line) return false;
  const end = ({ start, end }: Diagnostic['range']) =>
    end.line > start.line ? Number.POSITIVE_INFINITY : end.character;
  return a.start.character <= end(b) && b.start.character <= end(a);
}
