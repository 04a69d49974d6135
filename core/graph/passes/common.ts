// Common subexpressions: of kernels that do the same on the same tensors one stays, and the others' readers read it. For
// rasters this is horizontal merging.
import type { Kernel } from '../program/kernel.ts';
import type { Program, ProgramTensor } from '../program/program.ts';
import { outputsOf, renumber } from '../program/reads.ts';

/** @param isMerged Which kernels are looked at. */
export function mergeCommon(program: Program, isMerged: (kernel: Kernel) => boolean): Program {
  const replaced = new Map<number, number>();
  const idOf = (id: number): number => replaced.get(id) ?? id;
  mergeConstants(program.tensors, replaced);
  const seen = new Map<string, Kernel>();
  const kernels: Kernel[] = [];
  for (const original of program.kernels) {
    const kernel = renumber(original, idOf);
    const key = isMerged(kernel) ? keyOf(kernel, program.tensors) : undefined;
    const same = key === undefined ? undefined : seen.get(key);
    if (same === undefined) {
      if (key !== undefined) seen.set(key, kernel);
      kernels.push(kernel);
      continue;
    }
    const kept = outputsOf(same);
    for (const [at, id] of outputsOf(kernel).entries()) replaced.set(id, kept[at]!);
  }
  // An output keeps a tensor of its shape.
  const outputs = program.outputs.map(({ name, tensor }) => ({ name, tensor: idOf(tensor) }));
  return { ...program, kernels, outputs };
}

/** Longer constants are compared by identity of their memory. */
const maxCompared = 256;

function mergeConstants(tensors: readonly ProgramTensor[], replaced: Map<number, number>): void {
  const seen = new Map<string, number>();
  for (const [id, { type, shape, constant }] of tensors.entries()) {
    if (constant?.kind !== 'data' || constant.data.length > maxCompared) continue;
    const bytes = new Uint8Array(constant.data.buffer, constant.data.byteOffset, constant.data.byteLength);
    const key = `${type} ${shape} ${bytes}`;
    const same = seen.get(key);
    if (same === undefined) seen.set(key, id);
    else replaced.set(id, same);
  }
}

/** Undefined for kernels with programs and for those of other runtimes, which may have effects. */
function keyOf(kernel: Kernel, tensors: readonly ProgramTensor[]): string | undefined {
  if (kernel.kind === 'if' || kernel.kind === 'loop' || kernel.kind === 'external') return undefined;
  const made = outputsOf(kernel);
  const types = made.map((id) => `${tensors[id]!.type} ${tensors[id]!.shape}`);
  const anonymous = renumber(kernel, (id) => (made.includes(id) ? -1 - made.indexOf(id) : id));
  return JSON.stringify([types, anonymous], (_, value: unknown) => {
    if (typeof value === 'bigint') return `${value}n`;
    return typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
      ? `${1 / value} ${value}`
      : value;
  });
}
