// Conditions that never hold: comparisons of one name with constants, joined by &&, that leave no value.
import type { ExpressionNode } from './expression-node.ts';

/** Why the condition never holds; undefined where it may. Sound, not complete: what it does not see may still be so. */
export function contradictionIn(root: ExpressionNode): string | undefined {
  const ranges = new Map<string, Range>();
  for (const node of conjuncts(root)) {
    if (node.kind === 'literal' && node.value === false) return 'it is false';
    const comparison = comparisonOf(node);
    if (comparison === undefined) continue;
    const { name, operator, value } = comparison;
    const range = ranges.get(name) ?? { least: undefined, most: undefined, equal: undefined, not: new Set() };
    ranges.set(name, range);
    const written = `${name} ${operator} ${JSON.stringify(value)}`;
    if (operator === '==') {
      if (range.equal !== undefined && range.equal.value !== value) return `${range.equal.written} && ${written}`;
      range.equal = { value, written };
    } else if (operator === '!=') range.not.add(value);
    else if (typeof value === 'number') narrow(range, operator, value, written);
    const reason = emptyBecause(range);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

interface Bound {
  readonly value: number | string | boolean;
  readonly written: string;
}

interface Range {
  least: (Bound & { readonly isOpen: boolean }) | undefined;
  most: (Bound & { readonly isOpen: boolean }) | undefined;
  equal: Bound | undefined;
  readonly not: Set<number | string | boolean>;
}

function narrow(range: Range, operator: string, value: number, written: string): void {
  const bound = { value, written, isOpen: operator === '<' || operator === '>' };
  const isLeast = operator.startsWith('>');
  const known = isLeast ? range.least : range.most;
  const isTighter =
    known === undefined ||
    (isLeast ? value > (known.value as number) : value < (known.value as number)) ||
    (value === known.value && bound.isOpen);
  if (!isTighter) return;
  if (isLeast) range.least = bound;
  else range.most = bound;
}

function emptyBecause({ least, most, equal, not }: Range): string | undefined {
  if (equal !== undefined && not.has(equal.value)) return `${equal.written} and != the same`;
  for (const [bound, isLeast] of [
    [least, true],
    [most, false],
  ] as const) {
    if (bound === undefined || typeof equal?.value !== 'number') continue;
    const distance = isLeast ? equal.value - (bound.value as number) : (bound.value as number) - equal.value;
    if (distance < 0 || (distance === 0 && bound.isOpen)) return `${bound.written} && ${equal.written}`;
  }
  if (least === undefined || most === undefined) return undefined;
  const room = (most.value as number) - (least.value as number);
  return room < 0 || (room === 0 && (least.isOpen || most.isOpen)) ? `${least.written} && ${most.written}` : undefined;
}

function conjuncts(node: ExpressionNode): readonly ExpressionNode[] {
  if (node.kind === 'logical' && node.operator === '&&') return [...conjuncts(node.left), ...conjuncts(node.right)];
  return [node];
}

const mirrored: Readonly<Record<string, string>> = {
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
  '==': '==',
  '!=': '!=',
};

function comparisonOf(
  node: ExpressionNode,
): { readonly name: string; readonly operator: string; readonly value: number | string | boolean } | undefined {
  if (node.kind !== 'binary') return undefined;
  const mirror = mirrored[node.operator];
  if (mirror === undefined) return undefined;
  const [left, right] = [node.left, node.right];
  const rightValue = literalOf(right);
  if (left.kind === 'name' && rightValue !== undefined)
    return { name: left.name, operator: node.operator, value: rightValue };
  const leftValue = literalOf(left);
  if (right.kind === 'name' && leftValue !== undefined) return { name: right.name, operator: mirror, value: leftValue };
  return undefined;
}

function literalOf(node: ExpressionNode): number | string | boolean | undefined {
  if (node.kind === 'literal') return node.value;
  const isNegative = node.kind === 'unary' && node.operator === '-' && node.of.kind === 'literal';
  return isNegative && typeof node.of.value === 'number' ? -node.of.value : undefined;
}
