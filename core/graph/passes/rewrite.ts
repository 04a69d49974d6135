// What passes share: the tables that say who makes and who reads a tensor, and adding tensors to a program.
import { elements } from '../graph.ts';
import { materialise } from '../program/content.ts';
import type { Kernel } from '../program/kernel.ts';
import type { Program, ProgramTensor } from '../program/program.ts';
import { outputsOf, readsOf } from '../program/reads.ts';
import { denseView, fuseAxes, isDense, type View } from '../program/view.ts';

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

/** Numbers over an index space: a stride of 0 where they do not change. */
export interface Factors {
  readonly data: ArrayLike<number>;
  readonly strides: readonly number[];
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

  /** The same elements row by row, where it is a view of a float32 constant; others stay themselves. */
  dense(view: View): View {
    const { type, constant } = this.tensors[view.tensor]!;
    return constant === undefined || type !== 'float32' || isDense(view) ? view : this.copied(view);
  }

  /** A new constant of the elements of a view of one of float32, times `scale` over the same index space. */
  copied(view: View, scale: Factors = { data: [1], strides: view.size.map(() => 0) }): View {
    const { type, shape, constant } = this.tensors[view.tensor]!;
    const source = materialise(type, shape, constant!).data as Float32Array;
    const data = new Float32Array(elements(view.size));
    const axes = fuseAxes(view.size, [view.strides, scale.strides]);
    const last = axes.size.length - 1;
    const [count, step, turn] = [axes.size[last] ?? 1, axes.strides[0]![last] ?? 0, axes.strides[1]![last] ?? 0];
    let to = 0;
    const fill = (axis: number, from: number, by: number): void => {
      if (axis >= last) {
        for (let at = 0; at < count; at++) data[to++] = source[from + at * step]! * scale.data[by + at * turn]!;
        return;
      }
      for (let at = 0; at < axes.size[axis]!; at++)
        fill(axis + 1, from + at * axes.strides[0]![axis]!, by + at * axes.strides[1]![axis]!);
    };
    fill(0, view.offset, 0);
    const tensor = this.add({ type, shape: view.size, constant: { kind: 'data', data } });
    return denseView(tensor, view.size);
  }
}
