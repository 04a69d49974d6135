// Builds the graph of a family node by node; types follow by shape inference.
import type { Precision } from '@edgewright/schemas/generated/record.js';
import type { Known } from '../graph/context.ts';
import type { Attribute, Constant, Graph, Input, Node, TensorType, Value } from '../graph/graph.ts';
import { inferNode } from '../graph/infer.ts';
import { kaiming } from './scale.ts';

/** See docs/models.md for the choice. */
export const familyOpset = 17;

const biasScale = 0.1;

export interface Convolution {
  readonly input: number;
  readonly output: number;
  readonly groups?: number;
  /** Odd; padding is (kernel - 1) / 2 on every side. */
  readonly kernel: number;
  readonly stride: number;
}

/** Every method that adds a value returns its name. Names must be unique. */
export class GraphBuilder {
  readonly #name: string;
  readonly #precision: Precision;
  readonly #seed: number;
  readonly #inputs: Input[] = [];
  readonly #outputs: Value[] = [];
  readonly #nodes: Node[] = [];
  readonly #constants: Constant[] = [];
  readonly #known = new Map<string, Known>();
  readonly #values = new Map<string, TensorType>();

  constructor(name: string, precision: Precision, seed: number) {
    this.#name = name;
    this.#precision = precision;
    this.#seed = seed;
  }

  /** @param below Of ids: their number; they lie in [0, below). */
  input(name: string, type: TensorType, below?: number): string {
    this.#inputs.push({ name, type, below });
    this.#know(name, { type });
    return name;
  }

  output(name: string): void {
    this.#outputs.push({ name, type: this.type(name) });
  }

  type(name: string): TensorType {
    const known = this.#known.get(name);
    if (known === undefined) throw new Error(`no value ${name}`);
    return known.type;
  }

  /** Trained weights, uniform in +-scale about `center`. */
  parameter(name: string, shape: readonly number[], scale: number, center = 0): string {
    return this.#random(name, shape, scale, center, 'parameter');
  }

  /** A constant number in the precision of the model, without dimensions. */
  scalar(name: string, value: number): string {
    const type: TensorType = { type: this.#precision, shape: [] };
    return this.#constant({ name, type, content: { kind: 'values', values: [value] }, counts: 'shape' });
  }

  /** A list of int64: a shape, axes or indices. */
  integers(name: string, values: readonly number[]): string {
    const type: TensorType = { type: 'int64', shape: [values.length] };
    return this.#constant({ name, type, content: { kind: 'values', values }, counts: 'shape' });
  }

  /** One int64 without dimensions. */
  index(name: string, value: number): string {
    const type: TensorType = { type: 'int64', shape: [] };
    return this.#constant({ name, type, content: { kind: 'values', values: [value] }, counts: 'shape' });
  }

  /** The additive mask [length, length] that hides what comes later. */
  causalMask(name: string, length: number, above: number): string {
    const type: TensorType = { type: this.#precision, shape: [length, length] };
    return this.#constant({ name, type, content: { kind: 'causal', above }, counts: 'shape' });
  }

  /** The node's output carries the node's name. */
  node(
    op: string,
    name: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ): string {
    const node: Node = { name, op, inputs, outputs: [name], attributes };
    const known = inputs.map((input) => this.#known.get(input));
    const [output] = inferNode(node, known, familyOpset);
    if (output === undefined) throw new Error(`no shape for ${op} ${name}`);
    this.#nodes.push(node);
    this.#know(name, output);
    this.#values.set(name, output.type);
    return name;
  }

  /** x W + b. */
  dense(name: string, x: string, input: number, output: number, scale: number): string {
    const weight = this.parameter(`${name}.weight`, [input, output], scale);
    return this.node('Gemm', name, [x, weight, this.parameter(`${name}.bias`, [output], biasScale)]);
  }

  /** Convolution without bias and batch normalisation whose scale is about `gain`. */
  convolution(name: string, x: string, layer: Convolution, gain = 1): string {
    const { input, output, groups = 1, kernel, stride } = layer;
    const pad = (kernel - 1) / 2;
    const fanIn = (input / groups) * kernel * kernel;
    const weight = this.parameter(`${name}.weight`, [output, input / groups, kernel, kernel], kaiming(fanIn));
    const product = this.node('Conv', name, [x, weight], {
      group: { kind: 'int', value: groups },
      kernel_shape: { kind: 'ints', value: [kernel, kernel] },
      pads: { kind: 'ints', value: [pad, pad, pad, pad] },
      strides: { kind: 'ints', value: [stride, stride] },
    });
    const norm = `${name}.norm`;
    return this.node('BatchNormalization', norm, [
      product,
      this.parameter(`${norm}.scale`, [output], 0.1 * gain, gain),
      this.parameter(`${norm}.shift`, [output], biasScale * gain),
      this.#random(`${norm}.mean`, [output], 0.1, 0, 'statistic'),
      this.#random(`${norm}.variance`, [output], 0.1, 1, 'statistic'),
    ]);
  }

  finish(): Graph {
    return {
      name: this.#name,
      opset: familyOpset,
      inputs: this.#inputs,
      outputs: this.#outputs,
      nodes: this.#nodes,
      constants: this.#constants,
      values: this.#values,
    };
  }

  #random(
    name: string,
    shape: readonly number[],
    scale: number,
    center: number,
    counts: 'parameter' | 'statistic',
  ): string {
    const seed = (Math.imul(this.#seed, 0x9e3779b1) + Math.imul(this.#constants.length + 1, 0x85ebca77)) >>> 0;
    const type: TensorType = { type: this.#precision, shape };
    return this.#constant({ name, type, content: { kind: 'random', seed, scale, center }, counts });
  }

  #constant(constant: Constant): string {
    const { name, type, content } = constant;
    this.#constants.push(constant);
    this.#know(name, content.kind === 'values' ? { type, values: content.values } : { type });
    return name;
  }

  #know(name: string, known: Known): void {
    if (this.#known.has(name)) throw new Error(`two values are called ${name}`);
    this.#known.set(name, known);
  }
}
