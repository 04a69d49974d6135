// What passes share: the tables that say who makes and who reads a tensor, and adding tensors to a program.
import type { Kernel } from '../program/kernel.ts';
import type { Program, ProgramTensor } from '../program/program.ts';
import { outputsOf, readsOf } from '../program/reads.ts';

/** Index of the kernel that makes each tensor. */
export function makersOf({ kernels }: Program): ReadonlyMap<number, number> {
  return new Map(kernels.flatMap((kernel, at) => outputsOf(kernel).map((id) => [id, at] as const)));
}

/** Indices of the kernels that read each tensor; the program's outputs are reads by `Infinity`. */
export function readersOf({ kernels, outputs }: Program): ReadonlyMap<number, ReadonlySet<number>> {
  const readers = new Map<number, Set<number>>();
  const add = (id: number, at: number): void => {
    const set = readers.get(id);
    if (set === undefined) readers.set(id, new Set([at]));
    else set.add(at);
  };
  for (const [at, kernel] of kernels.entries()) for (const id of readsOf(kernel)) add(id, at);
  for (const { tensor } of outputs) add(tensor, Number.POSITIVE_INFINITY);
  return readers;
}

/** The program with every subprogram replaced. */
export function mapSubprograms(program: Program, map: (body: Program) => Program): Program {
  const kernels = program.kernels.map((kernel): Kernel => {
    if (kernel.kind === 'if') return { ...kernel, yes: map(kernel.yes), no: map(kernel.no) };
    return kernel.kind === 'loop' ? { ...kernel, body: map(kernel.body) } : kernel;
  });
  return { ...program, kernels };
}

/** Tensors of a program being rewritten. */
export class TensorList {
  readonly tensors: ProgramTensor[];

  constructor({ tensors }: Program) {
    this.tensors = [...tensors];
  }

  add(tensor: ProgramTensor): number {
    this.tensors.push(tensor);
    return this.tensors.length - 1;
  }
}
