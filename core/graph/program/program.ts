// A lowered program: tensors and the kernels that make them, for concrete shapes. What passes rewrite, the interpreter
// runs and backends translate.
import type { ElementType } from '../graph.ts';
import type { Scalar, Tensor } from '../tensor.ts';
import type { Kernel } from './kernel.ts';

export interface Program {
  readonly name: string;
  /** The index of a tensor is its id. */
  readonly tensors: readonly ProgramTensor[];
  readonly inputs: readonly Port[];
  /** One tensor may be several outputs, and an output may be an input or a constant. */
  readonly outputs: readonly Port[];
  /** In an order in which everything is made before it is read. */
  readonly kernels: readonly Kernel[];
}

export interface Port {
  readonly name: string;
  readonly tensor: number;
}

/**
 * Ports with their types. For what outlives the load: a closure would keep the program with all its weights, if another one
 * of the same function reads it.
 */
export function typedPorts(
  { tensors }: Program,
  ports: readonly Port[],
): readonly { readonly name: string; readonly type: ElementType; readonly shape: readonly number[] }[] {
  return ports.map(({ name, tensor }) => {
    const { type, shape } = tensors[tensor]!;
    return { name, type, shape };
  });
}

/** Made by exactly one of: an input, a constant, a kernel. */
export interface ProgramTensor {
  readonly type: ElementType;
  readonly shape: readonly number[];
  readonly constant?: Content;
  /** The value of the model that it is, where there is one. */
  readonly name?: string;
}

/** A constant's elements, or how to make them, so that weights of gigabytes cost nothing until they are used. */
export type Content =
  | { readonly kind: 'data'; readonly data: Tensor['data'] }
  /** Little-endian bytes of a file, at an address that their type may not have. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** As of a `Constant` of a graph. */
  | { readonly kind: 'random'; readonly seed: number; readonly scale: number; readonly center: number }
  | { readonly kind: 'causal'; readonly above: number }
  /** Every element has it. */
  | { readonly kind: 'fill'; readonly value: Scalar };
