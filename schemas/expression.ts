// The expressions of sweeps: a subset of JavaScript's, read by acorn, checked against a list of allowed nodes and
// compiled to closures. No eval, so that a document can never run code, and a webview's policy is kept.
import { CodedError } from './codes.ts';
import type { Remedy } from './diagnostic.ts';
import type { ExpressionNode } from './expression-node.ts';
import { compile, Misfit, type Run } from './expression-run.ts';
import { type ExpressionOptions, expressionLimits, Refusal, readExpression } from './expression-syntax.ts';

export type ExpressionValue = number | string | boolean | readonly number[];

/** Gives the value of a name of the expression; it is asked for those of `namesOf` alone. */
export type Scope = (name: string) => ExpressionValue;

/** A checked expression. `offset` of every node counts UTF-16 units from the start of the source. */
export interface Expression {
  readonly source: string;
  readonly root: ExpressionNode;
  readonly names: readonly string[];
  readonly run: Run;
}

export type ParsedExpression =
  | { readonly kind: 'ok'; readonly expression: Expression }
  | {
      readonly kind: 'error';
      readonly offset: number;
      readonly message: string;
      readonly fix: string;
      readonly remedies?: readonly Remedy[];
    };

/** Never throws. */
export function parseExpression(source: string, options: ExpressionOptions = {}): ParsedExpression {
  if (source.length > expressionLimits.length) {
    const message = `The expression is longer than ${expressionLimits.length} characters.`;
    return {
      kind: 'error',
      offset: 0,
      message,
      fix: 'Split it: every item of `constraint` must hold, so parts joined by && can stand alone.',
    };
  }
  try {
    const root = readExpression(source, options);
    const names = new Set<string>();
    collectNames(root, names);
    return { kind: 'ok', expression: { source, root, names: [...names], run: compile(root) } };
  } catch (error) {
    if (error instanceof Refusal)
      return {
        kind: 'error',
        offset: error.offset,
        message: error.message,
        fix: error.fix,
        ...(error.remedy && { remedies: [error.remedy] }),
      };
    throw error;
  }
}

/** The names that an expression uses, each once, in the order of the text. */
export function namesOf(expression: Expression): readonly string[] {
  return expression.names;
}

/**
 * The value of an expression. Throws a CodedError `expression-value` where the operands do not fit their operator or a
 * result is not finite.
 */
export function evaluate(expression: Expression, scope: Scope): ExpressionValue {
  try {
    return expression.run(scope);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    throw new CodedError(
      'expression-value',
      `\`${expression.source}\` cannot be computed: ${error.message}.`,
      'Change the expression, or exclude these values by a constraint that stands before it.',
    );
  }
}

function collectNames(node: ExpressionNode, names: Set<string>): void {
  if (node.kind === 'name') names.add(node.name);
  for (const child of childrenOf(node)) collectNames(child, names);
}

function childrenOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'unary':
      return [node.of];
    case 'binary':
    case 'logical':
      return [node.left, node.right];
    case 'choice':
      return [node.test, node.yes, node.no];
    case 'call':
      return node.of;
  }
}
