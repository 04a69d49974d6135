// Reads an expression: acorn's tree of JavaScript to the few nodes that expressions have; everything else is refused
// where it stands, with what to write instead.
import { type Expression as AcornNode, parseExpressionAt } from 'acorn';
import type { Remedy } from './diagnostic.ts';
import {
  type Arithmetic,
  type Comparison,
  type Equality,
  type ExpressionNode,
  functionNames,
  functions,
} from './expression-node.ts';
import { nearest } from './nearest.ts';

/** Limits of one expression: a person's has tens of characters and a few levels. */
export const expressionLimits = { length: 1000, depth: 50 } as const;

export interface ExpressionOptions {
  /** Whether names may have a part, as `open.item`: it is then part of the name. */
  readonly parts?: boolean;
}

/** Throws a Refusal, and nothing else. */
export function readExpression(source: string, options: ExpressionOptions = {}): ExpressionNode {
  return convert(readSource(source), 1, source, options);
}

export class Refusal extends Error {
  readonly offset: number;
  readonly fix: string;
  readonly remedy: Remedy | undefined;

  constructor(offset: number, message: string, fix: string, remedy?: Remedy) {
    super(message);
    this.offset = offset;
    this.fix = fix;
    this.remedy = remedy;
  }
}

const allowed =
  'Use numbers, strings, names, + - * / % **, comparisons, && || !, ?: and ' + functionNames.join(' ') + '.';

function readSource(source: string): AcornNode {
  let node: AcornNode;
  try {
    node = parseExpressionAt(source, 0, { ecmaVersion: 2020, preserveParens: true });
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(0);
    if (!(error instanceof SyntaxError)) throw error;
    const offset = 'pos' in error && typeof error.pos === 'number' ? error.pos : 0;
    throw syntaxRefusal(source, offset, error.message.replace(/ \(\d+:\d+\)$/, ''));
  }
  const rest = source.slice(node.end).search(/\S/);
  if (rest >= 0) throw syntaxRefusal(source, node.end + rest, 'Unexpected token');
  return node;
}

/** The usual slips of other languages get their own fix. */
function syntaxRefusal(source: string, offset: number, reason: string): Refusal {
  const at = source.slice(offset);
  const word = /^[\p{L}\p{N}_]+/u.exec(at)?.[0];
  if (word === 'and' || word === 'or' || word === 'not') return wordOperator(word, offset);
  if (offset > 0 && at.startsWith('=') && !at.startsWith('==')) {
    return assignment(offset, 'A single =', '=');
  }
  if (at === '') return new Refusal(offset, 'The expression ends too early.', allowed);
  const token = word ?? at.slice(0, 1);
  const negated = /\bnot\s+$/.exec(source.slice(0, offset));
  if (negated !== null) return wordOperator('not', negated.index);
  const message = reason === 'Unexpected token' ? `"${token}" cannot stand here.` : `${reason} at "${token}".`;
  return new Refusal(offset, message, allowed);
}

function wordOperator(word: 'and' | 'or' | 'not', offset: number): Refusal {
  const operator = { and: '&&', or: '||', not: '!' }[word];
  const remedy = replacing(word, operator);
  return new Refusal(offset, `"${word}" is no operator here.`, `Write ${operator} instead of ${word}.`, remedy);
}

function assignment(offset: number, subject: string, operator: string): Refusal {
  const message = `${subject} would assign, which expressions cannot.`;
  return new Refusal(offset, message, 'Compare with == instead.', replacing(operator, '=='));
}

function replacing(written: string, text: string): Remedy {
  return { kind: 'replace', text, length: written.length };
}

function tooDeep(offset: number): Refusal {
  const message = `The expression nests deeper than ${expressionLimits.depth} levels.`;
  return new Refusal(offset, message, 'Simplify it or split it over several constraints.');
}

function convert(node: AcornNode, depth: number, source: string, options: ExpressionOptions): ExpressionNode {
  const below = (child: AcornNode) => convert(child, depth + 1, source, options);
  const offset = node.start;
  if (depth > expressionLimits.depth) throw tooDeep(offset);
  switch (node.type) {
    case 'Literal': {
      const { value } = node;
      if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') {
        return { kind: 'literal', offset, value };
      }
      throw new Refusal(offset, `${node.raw ?? 'This literal'} is no number, string, true or false.`, allowed);
    }
    case 'Identifier':
      if (node.name === 'and' || node.name === 'or' || node.name === 'not') throw wordOperator(node.name, offset);
      return { kind: 'name', offset, name: node.name };
    case 'ParenthesizedExpression':
      return below(node.expression);
    case 'UnaryExpression': {
      const { operator } = node;
      if (operator !== '-' && operator !== '+' && operator !== '!') throw foreignOperator(operator, offset);
      return { kind: 'unary', offset, operator, of: below(node.argument) };
    }
    case 'BinaryExpression': {
      const { operator, left, right } = node;
      if (left.type === 'PrivateIdentifier') throw new Refusal(offset, '"#" cannot stand here.', allowed);
      if (!isBinary(operator)) throw foreignOperator(operator, tokenAfter(left.end, source));
      return { kind: 'binary', offset, operator, left: below(left), right: below(right) };
    }
    case 'LogicalExpression': {
      const { operator } = node;
      if (operator === '??') throw foreignOperator(operator, tokenAfter(node.left.end, source));
      return {
        kind: 'logical',
        offset,
        operator,
        left: below(node.left),
        right: below(node.right),
      };
    }
    case 'ConditionalExpression':
      return {
        kind: 'choice',
        offset,
        test: below(node.test),
        yes: below(node.consequent),
        no: below(node.alternate),
      };
    case 'CallExpression': {
      if (node.callee.type !== 'Identifier')
        throw new Refusal(offset, 'Only a function by its name can be called.', allowed);
      const name = functionNames.find((known) => node.callee.type === 'Identifier' && known === node.callee.name);
      if (name === undefined) throw unknownFunction(node.callee.name, offset);
      const { least, most } = functions[name];
      if (node.arguments.length < least || node.arguments.length > most) {
        const wanted = least === most ? 'one argument' : `${least} to ${most} arguments`;
        throw new Refusal(
          offset,
          `${name} takes ${wanted}, here it has ${node.arguments.length}.`,
          `Give ${name} ${wanted}.`,
        );
      }
      const of = node.arguments.map((argument) => {
        if (argument.type === 'SpreadElement') throw new Refusal(argument.start, '"..." cannot stand here.', allowed);
        return below(argument);
      });
      return { kind: 'call', offset, function: name, of };
    }
    case 'AssignmentExpression':
      throw assignment(tokenAfter(node.left.end, source), node.operator, node.operator);
    case 'MemberExpression':
      if (options.parts && !node.computed && node.object.type === 'Identifier' && node.property.type === 'Identifier') {
        return { kind: 'name', offset, name: `${node.object.name}.${node.property.name}` };
      }
      throw new Refusal(
        tokenAfter(node.object.end, source),
        'Names have no parts: "." and "[" cannot stand here.',
        allowed,
      );
    default:
      throw new Refusal(offset, 'This part of JavaScript is not part of expressions.', allowed);
  }
}

/** Where the next token after a node starts. */
function tokenAfter(end: number, source: string): number {
  return end + source.slice(end).search(/\S/);
}

function isBinary(operator: string): operator is Arithmetic | Comparison | Equality {
  return ['+', '-', '*', '/', '%', '**', '<', '<=', '>', '>=', '==', '!='].includes(operator);
}

function foreignOperator(operator: string, offset: number): Refusal {
  if (operator === '===' || operator === '!==') {
    const fix = `Write ${operator.slice(0, 2)}: it never converts types here.`;
    const remedy = replacing(operator, operator.slice(0, 2));
    return new Refusal(offset, `${operator} is not an operator of expressions.`, fix, remedy);
  }
  if (operator === '&' || operator === '|') {
    const message = `${operator} works on bits, which expressions cannot.`;
    const doubled = operator + operator;
    return new Refusal(offset, message, `Write ${doubled}.`, replacing(operator, doubled));
  }
  if (operator === '^') {
    const message = '^ is not an operator of expressions.';
    return new Refusal(offset, message, 'Write ** for a power.', replacing(operator, '**'));
  }
  return new Refusal(offset, `${operator} is not an operator of expressions.`, allowed);
}

function unknownFunction(name: string, offset: number): Refusal {
  if (name === 'and' || name === 'or' || name === 'not') return wordOperator(name, offset);
  const close = nearest(name, functionNames);
  const fix = close === undefined ? `Use one of ${functionNames.join(', ')}.` : `Did you mean ${close}?`;
  const remedy = close === undefined ? undefined : replacing(name, close);
  return new Refusal(offset, `There is no function "${name}".`, fix, remedy);
}
