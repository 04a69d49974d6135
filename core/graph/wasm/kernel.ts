// How every kernel is called. A kernel is one function of a module; sizes, strides and offsets are baked into it, the
// places of its tensors are not, so layers of one shape share one function.
//
// Contract of all kernels:
// - Parameters: a pointer (byte address) for each of `pointers`, then `begin` and `end`. A call does the part [begin, end)
//   of [0, range); any split into calls, in any order and by any worker, gives the same bits.
// - Where `pointers` names `scratch`, every worker passes memory of its own of `scratch` bytes, aligned to 16.
// - A kernel may read up to `slack` bytes past the end of an operand (it never uses them) and never writes past its output.
//   So the memory must be that much longer than the last tensor.
// - Outputs do not overlap operands, unless a kernel says that it may run in place.
import type { ElementType } from '../graph.ts';
import type { FunctionBuilder, Local } from './function.ts';
import type { ModuleBuilder } from './module.ts';

/** Bytes that a kernel may read past the end of a tensor. */
export const slack = 64;

export interface Kernel {
  /** Index of the function in the module. */
  readonly index: number;
  readonly pointers: readonly string[];
  readonly range: number;
  /** Bytes of the parameter `scratch`; 0 where there is none. */
  readonly scratch: number;
}

/** An operand read at `offset + sum of index * strides`, in elements, over the axes of the kernel's output. */
export interface OperandView {
  readonly type: ElementType;
  readonly offset?: number;
  readonly strides: readonly number[];
}

export interface KernelCode {
  readonly code: FunctionBuilder;
  readonly index: number;
  readonly pointers: readonly Local<'i32'>[];
  readonly begin: Local<'i32'>;
  readonly end: Local<'i32'>;
}

/** Opens the function of a kernel with these pointers. */
export function kernelFunction(module: ModuleBuilder, name: string, pointers: number): KernelCode {
  const { code, index } = module.function(name, new Array(pointers + 2).fill('i32'));
  return {
    code,
    index,
    pointers: Array.from({ length: pointers }, (_, at) => code.param(at, 'i32')),
    begin: code.param(pointers, 'i32'),
    end: code.param(pointers + 1, 'i32'),
  };
}

/** @returns Names `prefix0`, `prefix1`, ... */
export function numbered(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${prefix}${at}`);
}

export function ceilDiv(a: number, b: number): number {
  return Math.ceil(a / b);
}
