// Compiles the nodes of an expression to closures.
import type { ExpressionValue, Scope } from './expression.ts';
import { type Arithmetic, type Comparison, type Equality, type ExpressionNode, functions } from './expression-node.ts';

export type Run = (scope: Scope) => ExpressionValue;

/** Thrown by a Run where the operands do not fit their operator, or the result is not finite. */
export class Misfit extends Error {}

export function compile(node: ExpressionNode): Run {
  switch (node.kind) {
    case 'literal': {
      const { value } = node;
      return () => value;
    }
    case 'name': {
      const { name } = node;
      return (scope) => scope(name);
    }
    case 'unary': {
      const of = compile(node.of);
      if (node.operator === '!') return (scope) => !asBoolean(of(scope), '!');
      if (node.operator === '-') return (scope) => -asNumber(of(scope), '-');
      return (scope) => asNumber(of(scope), '+');
    }
    case 'binary':
      return compileBinary(node.operator, compile(node.left), compile(node.right));
    case 'logical': {
      const [left, right] = [compile(node.left), compile(node.right)];
      if (node.operator === '&&') return (scope) => asBoolean(left(scope), '&&') && asBoolean(right(scope), '&&');
      return (scope) => asBoolean(left(scope), '||') || asBoolean(right(scope), '||');
    }
    case 'choice': {
      const [test, yes, no] = [compile(node.test), compile(node.yes), compile(node.no)];
      return (scope) => (asBoolean(test(scope), '?:') ? yes(scope) : no(scope));
    }
    case 'call': {
      const { function: name } = node;
      const apply: (...of: number[]) => number = functions[name].apply;
      const of = node.of.map(compile);
      return (scope) => finite(apply(...of.map((run) => asNumber(run(scope), name))), name);
    }
  }
}

function compileBinary(operator: Arithmetic | Comparison | Equality, left: Run, right: Run): Run {
  switch (operator) {
    case '==':
      return (scope) => equals(left(scope), right(scope), operator);
    case '!=':
      return (scope) => !equals(left(scope), right(scope), operator);
    case '<':
      return (scope) => asNumber(left(scope), operator) < asNumber(right(scope), operator);
    case '<=':
      return (scope) => asNumber(left(scope), operator) <= asNumber(right(scope), operator);
    case '>':
      return (scope) => asNumber(left(scope), operator) > asNumber(right(scope), operator);
    case '>=':
      return (scope) => asNumber(left(scope), operator) >= asNumber(right(scope), operator);
    default: {
      const apply = arithmetic[operator];
      return (scope) => finite(apply(asNumber(left(scope), operator), asNumber(right(scope), operator)), operator);
    }
  }
}

const arithmetic: Readonly<Record<Arithmetic, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '**': (left, right) => left ** right,
};

function equals(left: ExpressionValue, right: ExpressionValue, operator: string): boolean {
  if (typeof left === 'object' && typeof right === 'object') {
    return left.length === right.length && left.every((item, index) => item === right[index]);
  }
  // A parameter such as `blocks` is a number at one point and a list at another: they differ.
  if (typeof left !== typeof right && typeof left !== 'object' && typeof right !== 'object') {
    throw new Misfit(`${operator} compares ${typeNameOf(left)} with ${typeNameOf(right)}`);
  }
  return left === right;
}

function asNumber(value: ExpressionValue, operator: string): number {
  if (typeof value === 'number') return value;
  throw new Misfit(`${operator} needs a number and got ${typeNameOf(value)} ${JSON.stringify(value)}`);
}

function asBoolean(value: ExpressionValue, operator: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new Misfit(`${operator} needs true or false and got ${typeNameOf(value)} ${JSON.stringify(value)}`);
}

function finite(value: number, operator: string): number {
  if (Number.isFinite(value)) return value;
  throw new Misfit(`the result of ${operator} is ${Number.isNaN(value) ? 'not a number' : 'infinite'}`);
}

function typeNameOf(value: ExpressionValue): string {
  if (typeof value === 'object') return 'the list';
  return { number: 'the number', string: 'the string', boolean: 'the truth value' }[
    typeof value as 'number' | 'string' | 'boolean'
  ];
}
