// What the rule that lowers an op is given and gives.
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Node, Subgraph } from '../graph.ts';
import type { Program } from '../program/program.ts';
import { numbersOf, type Tensor } from '../tensor.ts';
import type { ProgramBuilder, Value } from './builder.ts';

export interface Lowering {
  readonly b: ProgramBuilder;
  readonly node: Node;
  readonly opset: number;
  /** One an input of the node; undefined where it is left out. */
  readonly inputs: readonly (Value | undefined)[];
  readonly options: LowerOptions;
  /** Lowers a subgraph into the program itself; its inputs are given by name. */
  readonly inline: (graph: Subgraph, inputs: readonly Value[]) => readonly Value[];
  /** Lowers a subgraph to a program of its own, whose inputs are the given types and then what it captures. */
  readonly subprogram: (graph: Subgraph, inputs: readonly Omit<Value, 'id'>[]) => Subprogram;
}

export interface Subprogram {
  readonly program: Program;
  readonly outputs: readonly Omit<Value, 'id'>[];
  /** Values of the program around it that it reads. */
  readonly captures: readonly Value[];
}

/** Switches of the lowering, so that what each is worth can be measured. */
export interface LowerOptions {
  /** Softmax as maximum, difference, exponential, sum and quotient. */
  readonly decomposeSoftmax: boolean;
  /** Normalisations as means, differences and quotients. */
  readonly decomposeNormalize: boolean;
}

/** One entry an output of the node; undefined where an optional one is not made. */
export type Lowerer = (lowering: Lowering) => readonly (Value | undefined)[];

/** Thrown by a rule that does not cover a node; the node is left to another runtime. */
export class NotLowered extends Error {}

/** An input that the op cannot do without. @throws CodedError `graph-type` */
export function need({ node, inputs }: Pick<Lowering, 'node' | 'inputs'>, at: number): Value {
  const value = inputs[at];
  if (value === undefined) throw wrongType(node, `input ${at} is missing`);
  return value;
}

/** The elements of an input that must be known to compile; undefined where it is left out. @throws NotLowered */
export function known(lowering: Lowering, at: number, what: string): readonly number[] | undefined {
  const tensor = knownTensor(lowering, at, what);
  return tensor && numbersOf(tensor);
}

function knownTensor({ b, inputs }: Lowering, at: number, what: string): Tensor | undefined {
  const value = inputs[at];
  if (value === undefined) return undefined;
  const tensor = b.constantOf(value);
  if (tensor === undefined) throw new NotLowered(`data decide its ${what}`);
  return tensor;
}

export function wrongType({ op, name }: Node, reason: string): CodedError {
  return new CodedError(
    'graph-type',
    `Node ${name === '' ? '' : `"${name}" `}of op ${op}: ${reason}.`,
    'Export the model again, and check it with the ONNX checker.',
  );
}

/** An axis counted from the front. @throws CodedError `graph-type` where there is none such */
export function axisOf(node: Node, axis: number, rank: number): number {
  const result = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(result) || result < 0 || result >= rank) throw wrongType(node, `no axis ${axis} of ${rank}`);
  return result;
}

export function floatOf(node: Node, name: string, otherwise: number): number {
  const attribute = node.attributes[name];
  return attribute?.kind === 'float' || attribute?.kind === 'int' ? attribute.value : otherwise;
}

export function floatsOf(node: Node, name: string): readonly number[] | undefined {
  const attribute = node.attributes[name];
  return attribute?.kind === 'floats' || attribute?.kind === 'ints' ? attribute.value : undefined;
}

export function stringsOf(node: Node, name: string): readonly string[] | undefined {
  const attribute = node.attributes[name];
  return attribute?.kind === 'strings' ? attribute.value : undefined;
}
