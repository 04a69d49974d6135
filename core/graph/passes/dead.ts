// Dead code: kernels whose results nobody reads go, and with them the tensors; what stays is numbered anew.
import type { Kernel } from '../program/kernel.ts';
import type { Program } from '../program/program.ts';
import { outputsOf, readsOf, renumber } from '../program/reads.ts';

export function removeDead(program: Program): Program {
  const live = new Set(program.outputs.map(({ tensor }) => tensor));
  const kept: Kernel[] = [];
  for (const kernel of program.kernels.toReversed()) {
    if (!outputsOf(kernel).some((id) => live.has(id))) continue;
    kept.push(kernel);
    for (const id of readsOf(kernel)) live.add(id);
    for (const id of outputsOf(kernel)) live.add(id);
  }
  for (const { tensor } of program.inputs) live.add(tensor);
  if (kept.length === program.kernels.length && live.size === program.tensors.length) return program;
  const ids = new Map([...live].sort((a, b) => a - b).map((id, at) => [id, at]));
  const idOf = (id: number): number => ids.get(id)!;
  return {
    ...program,
    tensors: [...ids.keys()].map((id) => program.tensors[id]!),
    inputs: program.inputs.map(({ name, tensor }) => ({ name, tensor: idOf(tensor) })),
    outputs: program.outputs.map(({ name, tensor }) => ({ name, tensor: idOf(tensor) })),
    kernels: kept.toReversed().map((kernel) => renumber(kernel, idOf)),
  };
}
