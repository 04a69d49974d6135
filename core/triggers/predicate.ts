// Conditions over the fields of an event and over earlier events of a match, from expressions to functions; and the
// part of a condition by which an index can leave out what cannot hold.
import type { Expression } from '@edgewright/schemas/expression.js';
import type { ExpressionNode } from '@edgewright/schemas/expression-node.js';
import { Misfit } from '@edgewright/schemas/expression-run.js';
import type { FieldValue, TaskEvent } from './event.ts';

/** Gives the last event that a named step has taken. */
export type Earlier = (step: string) => TaskEvent | undefined;

export type Predicate = (event: TaskEvent, earlier: Earlier) => boolean;

/** A condition that cannot be computed, because a field is missing or of another type, does not hold. */
export function predicateOf(expression: Expression | undefined): Predicate | undefined {
  if (expression === undefined) return undefined;
  return (event, earlier) => evaluateFor(expression, event, earlier) === true;
}

/** Value of an expression for an event; undefined where it cannot be computed. */
export function evaluateFor(expression: Expression, event: TaskEvent, earlier: Earlier): unknown {
  try {
    return expression.run((name) => fieldOf(name, event, earlier));
  } catch (error) {
    if (error instanceof Misfit) return undefined;
    throw error;
  }
}

export const nothingEarlier: Earlier = () => undefined;

// Made once: a stack for every event that lacks a field would cost more than all the rest.
const missing = new Misfit('the field is missing');

function fieldOf(name: string, event: TaskEvent, earlier: Earlier): FieldValue {
  const dot = name.indexOf('.');
  const of = dot < 0 ? event : earlier(name.slice(0, dot));
  const field = dot < 0 ? name : name.slice(dot + 1);
  if (of === undefined) throw missing;
  if (field === 'time') return of.time;
  if (field === 'event') return of.event;
  if (!Object.hasOwn(of.fields, field)) throw missing;
  return of.fields[field] as FieldValue;
}

/** What every event has beside its fields. */
function isOfEvent(name: string): boolean {
  return name === 'time' || name === 'event';
}

export interface Equality {
  readonly field: string;
  readonly value: FieldValue;
}

/** A `field == literal` that must hold for the whole to hold; undefined where there is none. */
export function equalityOf(expression: Expression | undefined): Equality | undefined {
  return expression && findEquality(expression.root);
}

function findEquality(node: ExpressionNode): Equality | undefined {
  if (node.kind === 'logical' && node.operator === '&&') return findEquality(node.left) ?? findEquality(node.right);
  if (node.kind !== 'binary' || node.operator !== '==') return undefined;
  const [name, literal] = node.left.kind === 'name' ? [node.left, node.right] : [node.right, node.left];
  if (name.kind !== 'name' || literal.kind !== 'literal' || isOfEvent(name.name) || name.name.includes('.')) {
    return undefined;
  }
  return { field: name.name, value: literal.value };
}
