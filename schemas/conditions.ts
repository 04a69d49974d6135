// Expressions where they stand in a document: read, typed, with every mistake at its own place in the text.
import { type Expression, parseExpression } from './expression.ts';
import type { ExpressionOptions } from './expression-syntax.ts';
import type { Report } from './report.ts';
import type { ResolvedExpression } from './resolved.ts';
import { checkTypes, type Names, type ValueType } from './typing.ts';
import type { Path } from './yaml.ts';

/** Constraints: each must give true or false. `names` undefined: not known, because another part has an error. */
export function parseExpressions(
  sources: readonly string[],
  path: Path,
  names: Names | undefined,
  report: Report,
): readonly ResolvedExpression[] {
  return sources.flatMap(
    (source, index) => parseCondition(source, [...path, index], names, ['boolean'], report)?.resolved ?? [],
  );
}

export interface Condition {
  readonly resolved: ResolvedExpression;
  readonly expression: Expression;
}

/** Undefined if it has an error. */
export function parseCondition(
  source: string,
  path: Path,
  names: Names | undefined,
  wanted: readonly ValueType[],
  report: Report,
  options?: ExpressionOptions,
): Condition | undefined {
  const parsed = parseExpression(source, options);
  if (parsed.kind === 'error') {
    report.inner('error', path, { ...parsed, code: 'expression-syntax' });
    return undefined;
  }
  const { expression } = parsed;
  let good = true;
  for (const finding of names === undefined ? [] : checkTypes(expression.root, names, wanted)) {
    report.inner(finding.severity, path, finding);
    good &&= finding.severity === 'warning';
  }
  return good ? { resolved: { source, path, place: report.source.place(path) }, expression } : undefined;
}
