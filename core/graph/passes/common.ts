// Common subexpressions: of kernels that do the same on the same tensors one stays, and the others' readers read it. For
// rasters this is horizontal merging.
import type { Kernel } from '../program/kernel.ts';
import type { Program, ProgramTensor } from '../program/program.ts';
import { outputsOf, readsOf, renumber, withOrigins } from '../program/reads.ts';

/** @param isMerged Which kernels are looked at. */
export function mergeCommon(program: Program, isMerged: (kernel: Kernel) => boolean): Program {
  const replaced = new Map<number, number>();
  const idOf = (id: number): number => replaced.get(id) ?? id;
  mergeConstants(program.tensors, replaced);
  /** By kind and by what they read, which costs little to compare: places among `kernels`. */
  const seen = new Map<string, number[]>();
  const keys = new Map<number, string>();
  const keyAt = (place: number): string => {
    const key = keys.get(place) ?? keyOf(kernels[place]!, program.tensors);
    keys.set(place, key);
    return key;
  };
  const kernels: Kernel[] = [];
  for (const original of program.kernels) {
    const kernel = replaced.size === 0 ? original : renumber(original, idOf);
    const alike = isComparable(kernel) && isMerged(kernel) ? `${kernel.kind} ${readsOf(kernel)}` : undefined;
    const places = (alike === undefined ? undefined : seen.get(alike)) ?? [];
    const key = places.length === 0 ? undefined : keyOf(kernel, program.tensors);
    const same = places.find((place) => keyAt(place) === key);
    if (same === undefined) {
      if (key !== undefined) keys.set(kernels.length, key);
      if (alike !== undefined) seen.set(alike, [...places, kernels.length]);
      kernels.push(kernel);
      continue;
    }
    kernels[same] = withOrigins(kernels[same]!, [kernel]);
    const kept = outputsOf(kernels[same]);
    for (const [at, id] of outputsOf(kernel).entries()) replaced.set(id, kept[at]!);
  }
  // An output keeps a tensor of its shape.
  const outputs = program.outputs.map(({ name, tensor }) => ({ name, tensor: idOf(tensor) }));
  return { ...program, kernels, outputs };
}

/** Longer constants are compared by identity of their memory. */
const maxCompared = 256;

function mergeConstants(tensors: readonly ProgramTensor[], replaced: Map<number, number>): void {
  const seen = new Map<string, { readonly id: number; readonly bytes: Uint8Array }[]>();
  for (const [id, { type, shape, constant }] of tensors.entries()) {
    if (constant?.kind !== 'data' || constant.data.length > maxCompared) continue;
    const { buffer, byteOffset, byteLength } = constant.data;
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    const key = `${type} ${shape} ${hashOf(bytes)}`;
    const alike = seen.get(key) ?? [];
    const same = alike.find((other) => other.bytes.every((byte, at) => byte === bytes[at]));
    if (same === undefined) seen.set(key, [...alike, { id, bytes }]);
    else replaced.set(id, same.id);
  }
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash;
}

/** Not kernels with programs, and those of other runtimes, which may have effects. */
function isComparable({ kind }: Kernel): boolean {
  return kind !== 'if' && kind !== 'loop' && kind !== 'external';
}

function keyOf(kernel: Kernel, tensors: readonly ProgramTensor[]): string {
  const made = outputsOf(kernel);
  const types = made.map((id) => `${tensors[id]!.type} ${tensors[id]!.shape}`);
  const { nodes: _, ...unmarked } = kernel;
  const anonymous = renumber(unmarked, (id) => (made.includes(id) ? -1 - made.indexOf(id) : id));
  return JSON.stringify([types, anonymous], (_, value: unknown) => {
    if (typeof value === 'bigint') return `${value}n`;
    return typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
      ? `${1 / value} ${value}`
      : value;
  });
}
