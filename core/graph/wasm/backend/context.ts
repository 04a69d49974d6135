// What the translation of a kernel works with: the module, memory, and where the program's tensors lie.
import { type Addressing, type Copy, copyElements } from '../../copy.ts';
import type { ElementType } from '../../graph.ts';
import type { Epilogue, Kernel as ProgramKernel } from '../../program/kernel.ts';
import type { Program } from '../../program/program.ts';
import { type Step, scalarFunctions } from '../../program/scalar.ts';
import type { View } from '../../program/view.ts';
import type { Data } from '../../tensor.ts';
import type { Epilogue as KernelEpilogue } from '../epilogue.ts';
import { isVectorised } from '../formula.ts';
import { type Kernel as Code, type OperandView, slack } from '../kernel.ts';
import type { ModuleBuilder } from '../module.ts';
import { emitRegion, type RegionShape } from '../raster.ts';
import type { Candidate } from './candidates.ts';

/** What all kernels of a module share. */
export interface Session {
  readonly module: ModuleBuilder;
  readonly reserve: (bytes: number) => number;
  /** Reserves memory for a constant that is written later, into zeros. @returns Its address. */
  readonly keep: (bytes: number, write: Write) => number;
  /** Bytes at an address that every type can have, good until it is called again. */
  readonly align: (bytes: Uint8Array) => Uint8Array;
  readonly choices: ReadonlyMap<ProgramKernel, Candidate>;
  /** Kernels of equal descriptions are one function. */
  readonly shared: Map<string, Code>;
  /** Memory that kernels use one after another, by its place among those of a kernel. */
  readonly temporaries: { address: number; bytes: number }[];
  /** All that are called. */
  readonly codes: Code[];
  /** Where a call is cut among threads: see `cutsOf`. */
  readonly cutsOf: (call: { readonly range: number; readonly work: number }) => readonly number[] | undefined;
}

/** A kernel's surroundings. */
export interface Context extends Session {
  readonly program: Program;
  readonly addressOf: (id: number) => number;
  readonly isConstant: (id: number) => boolean;
  /** The elements of a constant and where those of a view lie among them; good until it is called again. */
  readonly sourceOf: (view: View) => Source;
}

/** Puts a constant into its place in memory, which is all zeros. */
export type Write = (target: Uint8Array) => void;

export interface Source extends Addressing {
  readonly data: Data;
}

export interface Call {
  readonly code: Code;
  readonly algorithm: string;
  readonly pointers: readonly number[];
}

export function once({ shared }: Context, key: string, emit: () => Code): Code {
  const code = shared.get(key) ?? emit();
  shared.set(key, code);
  return code;
}

export function keyOf(shape: unknown): string {
  return JSON.stringify(shape, (_, value: unknown) => {
    if (typeof value === 'bigint') return `${value}n`;
    return typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
      ? `number ${Object.is(value, -0) ? '-0' : value}`
      : value;
  });
}

export function regionCall(context: Context, shape: RegionShape, from: number, to: number): Call {
  const code = once(context, `region ${JSON.stringify(shape)}`, () => emitRegion(context.module, 'region', shape));
  return { code, algorithm: 'region', pointers: [from, to] };
}

export function operandOf({ program }: Context, { tensor, offset, strides }: View): OperandView {
  return { type: program.tensors[tensor]!.type, offset, strides };
}

export function epilogueOf(context: Context, { operands, body }: Epilogue, type: ElementType): KernelEpilogue | string {
  const views = operands.map((view) => operandOf(context, view));
  return missingIn(body, [type, ...views.map((view) => view.type)]) ?? { operands: views, steps: body };
}

export function pointersOf({ addressOf }: Context, { operands }: Epilogue): number[] {
  return operands.map(({ tensor }) => addressOf(tensor));
}

/** The first step that has no vector code. */
export function missingIn(steps: readonly Step[], registers: readonly ElementType[]): string | undefined {
  const types = [...registers];
  for (const step of steps) {
    const argument = step.arguments.length === 0 ? step.type : types[step.arguments.at(-1)!]!;
    const isKnown = step.arguments.length === scalarFunctions[step.fn].arguments && isVectorised(step, argument);
    if (!isKnown) return `no vector code for ${step.fn} of ${argument}`;
    types.push(step.type);
  }
  return undefined;
}

/** Row-major positions of an index space in a view. */
export function offsetsOf(size: readonly number[], strides: readonly number[], offset: number): readonly number[] {
  return size.reduce<number[]>(
    (list, each, axis) => list.flatMap((from) => Array.from({ length: each }, (_, at) => from + at * strides[axis]!)),
    [offset],
  );
}

/**
 * A float32 operand in the order that a kernel wants: written once where it is constant, else by calls before the kernel.
 * @param copiesOf What brings a view there.
 */
export function layOut(
  context: Context,
  view: View,
  bytes: number,
  copiesOf: (view: Pick<View, 'offset' | 'size' | 'strides'>) => readonly Copy[],
): { readonly address: number; readonly calls: readonly Call[] } {
  if (context.isConstant(view.tensor)) {
    const address = context.keep(bytes, (target) => {
      const { data, offset, strides } = context.sourceOf(view);
      for (const copy of copiesOf({ offset, strides, size: view.size })) copyElements(copy, data, floatsIn(target));
    });
    return { address, calls: [] };
  }
  // What is never written stays the zeros of new memory.
  const address = context.reserve(bytes + slack);
  const from = context.addressOf(view.tensor);
  const calls = copiesOf(view).map((copy) => regionCall(context, { width: 4, ...copy }, from, address));
  return { address, calls: calls.map((call) => ({ ...call, algorithm: 'pack' })) };
}

export function floatsIn({ buffer, byteOffset, byteLength }: Uint8Array): Float32Array {
  return new Float32Array(buffer, byteOffset, byteLength / 4);
}

export function bytesIn(data: Data): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
