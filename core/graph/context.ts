// What a rule about a node may look at: shape inference, folding and counting are tables of such rules.
import type { Node, TensorType } from './graph.ts';

/** What is known of a value before anything runs. */
export interface Known {
  readonly type: TensorType;
  /** Of small integer tensors such as shapes. */
  readonly values?: readonly number[];
}

/** A node with all that a rule may look at. */
export interface Context {
  readonly node: Node;
  readonly opset: number;
  /** Undefined: left out, or not known. */
  readonly inputs: readonly (Known | undefined)[];
}

export type Rule = (context: Context) => readonly (TensorType | undefined)[] | undefined;

export function intOf(node: Node, name: string, otherwise: number): number {
  const attribute = node.attributes[name];
  return attribute?.kind === 'int' ? attribute.value : otherwise;
}

export function intsOf(node: Node, name: string): readonly number[] | undefined {
  const attribute = node.attributes[name];
  return attribute?.kind === 'ints' ? attribute.value : undefined;
}

export function stringOf(node: Node, name: string): string | undefined {
  const attribute = node.attributes[name];
  return attribute?.kind === 'string' ? attribute.value : undefined;
}
