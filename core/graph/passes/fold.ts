// Constant folding: a kernel that reads constants alone is run now, unless its result is much larger than what it reads.
import { bytesOf, elements } from '../graph.ts';
import { interpret } from '../interpret/interpret.ts';
import type { Kernel } from '../program/kernel.ts';
import type { Program, ProgramTensor } from '../program/program.ts';
import { outputsOf, readsOf, renumber } from '../program/reads.ts';
import { TensorList } from './rewrite.ts';

/** Bytes that a constant may grow to whatever it is made from. */
const smallBytes = 65_536;
/** Multiplications of a product that are done while compiling. */
const maxWork = 2 ** 24;

export function foldConstants(program: Program): Program {
  const list = new TensorList(program);
  const kernels = program.kernels.filter((kernel) => {
    const made = outputsOf(kernel);
    if (!isFoldable(kernel, list.tensors)) return true;
    try {
      for (const [at, data] of run(kernel, list.tensors).entries()) {
        const { type, shape, name } = list.tensors[made[at]!]!;
        list.tensors[made[at]!] = { type, shape, constant: { kind: 'data', data }, ...(name && { name }) };
      }
      return false;
    } catch {
      // An index outside its tensor, or a loop without end: that is for when it runs.
      return true;
    }
  });
  return { ...program, tensors: list.tensors, kernels };
}

function isFoldable(kernel: Kernel, tensors: readonly ProgramTensor[]): boolean {
  if (kernel.kind === 'external' || kernel.kind === 'loop' || kernel.kind === 'if') return false;
  const reads = [...new Set(readsOf(kernel))].map((id) => tensors[id]!);
  if (!reads.every(({ constant }) => constant !== undefined)) return false;
  const bytes = (list: readonly ProgramTensor[]): number => list.reduce((sum, tensor) => sum + bytesOf(tensor), 0);
  const made = outputsOf(kernel).map((id) => tensors[id]!);
  if (bytes(made) > smallBytes && bytes(made) > 2 * bytes(reads)) return false;
  return workOf(kernel, made) <= maxWork;
}

function workOf(kernel: Kernel, made: readonly ProgramTensor[]): number {
  const count = made.reduce((sum, { shape }) => sum + elements(shape), 0);
  if (kernel.kind === 'matmul') return count * kernel.a.size[kernel.a.size.length - 1]!;
  if (kernel.kind === 'conv') return count * elements(kernel.w.size.slice(2));
  if (kernel.kind === 'pool') return count * elements(kernel.kernel);
  if (kernel.kind === 'reduce') return elements(kernel.x.size);
  return count;
}

function run(kernel: Kernel, tensors: readonly ProgramTensor[]) {
  const made = outputsOf(kernel);
  const ids = new Map([...new Set([...readsOf(kernel), ...made])].map((id, at) => [id, at]));
  const program: Program = {
    name: 'folded',
    tensors: [...ids.keys()].map((id) => tensors[id]!),
    inputs: [],
    outputs: made.map((id) => ({ name: '', tensor: ids.get(id)! })),
    kernels: [renumber(kernel, (id) => ids.get(id)!)],
  };
  return interpret(program, []).map(({ data }) => data);
}
