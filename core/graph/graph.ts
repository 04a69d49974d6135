// An operator graph as data: what families build, ONNX files hold and runtimes execute.
import type { Data, Tensor } from './tensor.ts';

export type ElementType =
  | 'float32'
  | 'float16'
  | 'float64'
  | 'bfloat16'
  | 'int64'
  | 'int32'
  | 'int16'
  | 'int8'
  | 'uint64'
  | 'uint32'
  | 'uint16'
  | 'uint8'
  | 'bool';

/** Bytes of one element. */
export const elementBytes: Readonly<Record<ElementType, number>> = {
  float32: 4,
  float16: 2,
  float64: 8,
  bfloat16: 2,
  int64: 8,
  int32: 4,
  int16: 2,
  int8: 1,
  uint64: 8,
  uint32: 4,
  uint16: 2,
  uint8: 1,
  bool: 1,
};

export interface TensorType {
  readonly type: ElementType;
  readonly shape: readonly number[];
}

export type Attribute =
  | { readonly kind: 'int'; readonly value: number }
  | { readonly kind: 'ints'; readonly value: readonly number[] }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'floats'; readonly value: readonly number[] }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'strings'; readonly value: readonly string[] }
  | { readonly kind: 'tensor'; readonly value: Tensor }
  | { readonly kind: 'graph'; readonly value: Subgraph };

export interface Node {
  readonly name: string;
  readonly op: string;
  /** Names of values; '' stands for an optional input left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Where it is not the graph's: in the body of a function. */
  readonly opset?: number;
}

/** The graph of a branch or a loop. Names that it does not make are those of the graph around it. */
export interface Subgraph {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly nodes: readonly Node[];
  readonly constants: readonly Constant[];
}

/** A constant: either its values, or how to make them from a seed, so that a graph of gigabytes costs nothing until written. */
export interface Constant {
  readonly name: string;
  readonly type: TensorType;
  readonly content:
    | { readonly kind: 'values'; readonly values: readonly number[] }
    /** Uniform in +-scale about `center`, never zero, never denormal; stream `seed` is the constant's own. */
    | { readonly kind: 'random'; readonly seed: number; readonly scale: number; readonly center: number }
    /** A square matrix for attention: 0 on and below the diagonal, `above` elsewhere. */
    | { readonly kind: 'causal'; readonly above: number }
    | { readonly kind: 'data'; readonly data: Data }
    /** The same as little-endian bytes of a file, wherever they lie in it. */
    | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
    /** In the file of the user; not read. */
    | { readonly kind: 'stored' };
  /** `parameter`: trained; `statistic`: of a normalisation, not trained; `shape`: shapes, axes, indices, scalars, masks. */
  readonly counts: 'parameter' | 'statistic' | 'shape';
}

export interface Value {
  readonly name: string;
  readonly type: TensorType;
}

export interface Input extends Value {
  /** Values lie in [0, below): ids that index a table. Undefined for a tensor of plain numbers. */
  readonly below: number | undefined;
}

export interface Graph {
  readonly name: string;
  readonly opset: number;
  readonly inputs: readonly Input[];
  readonly outputs: readonly Value[];
  /** In topological order. */
  readonly nodes: readonly Node[];
  readonly constants: readonly Constant[];
  /** Types of the values between nodes. */
  readonly values: ReadonlyMap<string, TensorType>;
}

/** A graph before its shapes are known behind the inputs: what is read from a file and lowered. */
export interface OpenGraph extends Omit<Graph, 'outputs'> {
  readonly outputs: readonly Pick<Value, 'name'>[];
}

export function elements(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

export function bytesOf({ type, shape }: TensorType): number {
  return elements(shape) * elementBytes[type];
}
