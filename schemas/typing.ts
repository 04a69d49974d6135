// The types of an expression, found before any point exists: a mistake is told where it stands in the document, and not
// at the first point that meets it.

import type { Remedy } from './diagnostic.ts';
import type { ExpressionNode } from './expression-node.ts';
import type { ParameterSpec } from './family.ts';
import { listOr } from './finding.ts';
import { nearest } from './nearest.ts';

export interface NameType {
  /** `any`: a number at some points and something else at others. */
  readonly type: ValueType;
  /** The strings that it can be, where they are known. */
  readonly strings: readonly string[] | undefined;
}

export type ValueType = 'number' | 'string' | 'boolean' | 'any';
export type Names = ReadonlyMap<string, NameType>;

export interface TypeFinding {
  readonly code: 'expression-type' | 'expression-name' | 'expression-constant';
  readonly severity: 'error' | 'warning';
  readonly offset: number;
  readonly message: string;
  readonly fix: string;
  readonly remedies?: readonly Remedy[];
}

export const numberName: NameType = { type: 'number', strings: undefined };

export function stringName(strings: readonly string[]): NameType {
  return { type: 'string', strings };
}

export function typeOfParameter(spec: ParameterSpec): NameType {
  if (spec.type === 'string') return { type: 'string', strings: spec.enum };
  return spec.type === 'integer-or-list' ? { type: 'any', strings: undefined } : numberName;
}

/** Unknown names, operands of the wrong type, comparisons that never vary; and whether the whole is of a type wanted. */
export function checkTypes(root: ExpressionNode, names: Names, wanted: readonly ValueType[]): readonly TypeFinding[] {
  const findings: TypeFinding[] = [];
  const type = typeOf(root, names, findings).type;
  if (findings.length === 0 && type !== 'any' && !wanted.includes(type)) {
    const message = `The expression gives ${words[type]}, and ${listOr(wanted.map((other) => words[other]))} is needed here.`;
    const fix =
      wanted[0] === 'boolean'
        ? 'Compare it with something, for example `nodes <= 512`.'
        : `Write an expression that gives ${words[wanted[0] ?? 'number']}.`;
    findings.push({ code: 'expression-type', severity: 'error', offset: root.offset, message, fix });
  }
  return findings;
}

const words: Readonly<Record<ValueType, string>> = {
  number: 'a number',
  string: 'a string',
  boolean: 'true or false',
  any: 'a value',
};

const anything: NameType = { type: 'any', strings: undefined };

function typeOf(node: ExpressionNode, names: Names, findings: TypeFinding[]): NameType {
  switch (node.kind) {
    case 'literal':
      if (typeof node.value === 'string') return stringName([node.value]);
      return typeof node.value === 'number' ? numberName : { type: 'boolean', strings: undefined };
    case 'name':
      return names.get(node.name) ?? unknownName(node.name, node.offset, names, findings);
    case 'unary': {
      const boolean = node.operator === '!';
      expect(node.of, boolean ? 'boolean' : 'number', node.operator, names, findings);
      return { type: boolean ? 'boolean' : 'number', strings: undefined };
    }
    case 'logical':
      expect(node.left, 'boolean', node.operator, names, findings);
      expect(node.right, 'boolean', node.operator, names, findings);
      return { type: 'boolean', strings: undefined };
    case 'choice': {
      expect(node.test, 'boolean', '?:', names, findings);
      const yes = typeOf(node.yes, names, findings);
      const no = typeOf(node.no, names, findings);
      if (yes.type !== no.type) return anything;
      const strings = yes.strings && no.strings ? [...yes.strings, ...no.strings] : undefined;
      return { type: yes.type, strings };
    }
    case 'call':
      for (const argument of node.of) expect(argument, 'number', node.function, names, findings);
      return numberName;
    case 'binary': {
      if (node.operator === '==' || node.operator === '!=') {
        checkEquality(node.left, node.right, node.operator, names, findings);
        return { type: 'boolean', strings: undefined };
      }
      expect(node.left, 'number', node.operator, names, findings);
      expect(node.right, 'number', node.operator, names, findings);
      const compares = ['<', '<=', '>', '>='].includes(node.operator);
      return compares ? { type: 'boolean', strings: undefined } : numberName;
    }
  }
}

function expect(
  node: ExpressionNode,
  wanted: ValueType,
  operator: string,
  names: Names,
  findings: TypeFinding[],
): void {
  const { type } = typeOf(node, names, findings);
  if (type === wanted || type === 'any') return;
  const message = `${operator} needs ${words[wanted]}, and here it has ${words[type]}.`;
  const fix =
    wanted === 'boolean'
      ? 'Compare it with something first, for example `x > 0`.'
      : 'Use a number, or compare strings with == and !=.';
  findings.push({ code: 'expression-type', severity: 'error', offset: node.offset, message, fix });
}

function checkEquality(
  left: ExpressionNode,
  right: ExpressionNode,
  operator: string,
  names: Names,
  findings: TypeFinding[],
): void {
  const a = typeOf(left, names, findings);
  const b = typeOf(right, names, findings);
  if (a.type === 'any' || b.type === 'any') return;
  if (a.type !== b.type) {
    const message = `${operator} compares ${words[a.type]} with ${words[b.type]}, which are never equal.`;
    const fix =
      a.type === 'number' || b.type === 'number'
        ? 'Remove the quotes around the number, or compare with another name.'
        : 'Compare two of a kind.';
    findings.push({ code: 'expression-type', severity: 'error', offset: right.offset, message, fix });
    return;
  }
  const { strings } = a;
  if (strings === undefined || b.strings === undefined || strings.some((string) => b.strings?.includes(string))) return;
  const [literal, known] = right.kind === 'literal' ? [right, strings] : [left, b.strings];
  const value = literal.kind === 'literal' ? String(literal.value) : '';
  const close = nearest(value, known);
  const message = `"${value}" is none of the values that it is compared with: ${known.join(', ')}.`;
  const fix = close === undefined ? 'Compare with one of them.' : `Did you mean "${close}"?`;
  const remedies: readonly Remedy[] =
    close === undefined ? [] : [{ kind: 'replace', text: close, length: value.length }];
  // The mark and the change leave the quotes out.
  const offset = literal.offset + (literal.kind === 'literal' ? 1 : 0);
  findings.push({ code: 'expression-constant', severity: 'warning', offset, message, fix, remedies });
}

function unknownName(name: string, offset: number, names: Names, findings: TypeFinding[]): NameType {
  const close = nearest(name, names.keys());
  const message = `There is no name "${name}" here.`;
  const fix = close === undefined ? `Use one of: ${[...names.keys()].join(', ')}.` : `Did you mean "${close}"?`;
  const remedies: readonly Remedy[] =
    close === undefined ? [] : [{ kind: 'replace', text: close, length: name.length }];
  findings.push({ code: 'expression-name', severity: 'error', offset, message, fix, remedies });
  return anything;
}
