// The expressions of a sweep, compiled once for the many combinations that they are asked of.
import { CodedError } from '@edgewright/schemas/codes.js';
import {
  type ExpressionValue,
  evaluate,
  namesOf,
  parseExpression,
  type Scope,
} from '@edgewright/schemas/expression.js';
import type { ResolvedExpression } from '@edgewright/schemas/resolved.js';
import type { Findings } from './findings.ts';

export interface Condition {
  readonly expression: ResolvedExpression;
  readonly names: readonly string[];
  /** False also where the expression cannot be computed, which is reported. */
  holds(scope: Scope): boolean;
  /** Undefined where the expression cannot be computed, which is reported. */
  value(scope: Scope): ExpressionValue | undefined;
}

/** The expression was checked before: one that does not parse is a bug. */
export function compileCondition(expression: ResolvedExpression, findings: Findings): Condition {
  const parsed = parseExpression(expression.source);
  if (parsed.kind === 'error') throw new Error(`unchecked expression: ${parsed.message}`);
  const value = (scope: Scope) => {
    try {
      return evaluate(parsed.expression, scope);
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      findings.add(error.code, 'error', expression, error.message, error.fix);
      return undefined;
    }
  };
  const holds = (scope: Scope) => {
    const result = value(scope);
    if (result === undefined || typeof result === 'boolean') return result ?? false;
    findings.add(
      'expression-value',
      'error',
      expression,
      `\`${expression.source}\` gives ${JSON.stringify(result)}, which is neither true nor false.`,
      'Compare the value with something, for example `> 0`.',
    );
    return false;
  };
  return { expression, names: namesOf(parsed.expression), holds, value };
}
