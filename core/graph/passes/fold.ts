// Constant folding: a kernel that reads constants alone is run now, unless its result is much larger than what it reads. What
// is one value everywhere stays that value, however large it is.
import { bytesOf, elementBytes, elements } from '../graph.ts';
import { interpretKernel } from '../interpret/interpret.ts';
import { materialise } from '../program/content.ts';
import type { Kernel, Raster } from '../program/kernel.ts';
import type { Program, ProgramTensor } from '../program/program.ts';
import { outputsOf, readsOf } from '../program/reads.ts';
import { foldingWork } from '../program/work.ts';
import type { Scalar, Tensor } from '../tensor.ts';
import { readersOf, TensorList } from './rewrite.ts';

/** Bytes that a constant may grow to whatever it is made from. */
const smallBytes = 65_536;
/** Multiplications of a product that are done while compiling. */
const maxWork = 2 ** 24;
/** Of all products, beside what is in proportion to the model's own constants. */
const maxTotal = 2 ** 26;

/** @param weights Whether rearranged weights are `copied`, or `left` for products to read through what rearranges them. */
export function foldConstants(program: Program, weights: 'copied' | 'left' = 'copied'): Program {
  const list = new TensorList(program);
  const kept = weights === 'left' ? rearranged(program) : new Set<Kernel>();
  let left = maxTotal + 8 * storedElements(program);
  const kernels = program.kernels.filter((kernel) => {
    if (kept.has(kernel)) return true;
    const made = outputsOf(kernel);
    const value = kernel.kind === 'raster' ? oneValue(kernel, list.tensors) : undefined;
    if (value !== undefined) {
      list.tensors[made[0]!] = { ...list.tensors[made[0]!]!, constant: { kind: 'fill', value } };
      return false;
    }
    if (!isFoldable(kernel, list.tensors)) return true;
    left -= foldingWork(list, kernel);
    if (left < 0) return true;
    try {
      const read = (id: number): Tensor => {
        const { type, shape, constant } = list.tensors[id]!;
        return materialise(type, shape, constant!);
      };
      for (const [at, { data }] of interpretKernel(list, kernel, read).entries()) {
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

function storedElements({ tensors }: Program): number {
  return tensors.reduce(
    (sum, { shape, constant }) => sum + (constant && constant.kind !== 'fill' ? elements(shape) : 0),
    0,
  );
}

/** Large rasters that are one view, for products and loops alone. */
function rearranged(program: Program): ReadonlySet<Kernel> {
  const { kernels, tensors } = program;
  const readers = readersOf(program);
  const found = new Set<Kernel>();
  for (const kernel of kernels.toReversed()) {
    if (kernel.kind !== 'raster' || kernel.regions.length !== 1) continue;
    const type = tensors[kernel.output]!;
    const isWhole = elements(kernel.regions[0]!.source.size) === elements(type.shape);
    const isRead = [...(readers.get(kernel.output) ?? [])].every((at) => {
      const reader = kernels[at];
      return reader !== undefined && (reader.kind === 'matmul' || reader.kind === 'loop' || found.has(reader));
    });
    if (isWhole && isRead && bytesOf(type) > smallBytes) found.add(kernel);
  }
  return found;
}

/** Of all elements, where they are one; `undefined` too where running it costs nothing. */
function oneValue({ output, regions, fill }: Raster, tensors: readonly ProgramTensor[]): Scalar | undefined {
  const total = elements(tensors[output]!.shape);
  if (total * elementBytes[tensors[output]!.type] <= smallBytes) return undefined;
  const covered = regions.reduce((sum, { source }) => sum + elements(source.size), 0);
  const values: (Scalar | undefined)[] = regions.map(({ source }) => {
    const { constant } = tensors[source.tensor]!;
    return constant?.kind === 'fill' ? constant.value : undefined;
  });
  if (covered < total) values.push(fill);
  return values.every((value) => Object.is(value, values[0])) ? values[0] : undefined;
}

function isFoldable(kernel: Kernel, tensors: readonly ProgramTensor[]): boolean {
  if (kernel.kind === 'external' || kernel.kind === 'loop' || kernel.kind === 'if') return false;
  const reads = [...new Set(readsOf(kernel))].map((id) => tensors[id]!);
  if (!reads.every(({ constant }) => constant !== undefined)) return false;
  const bytes = (list: readonly ProgramTensor[]): number => list.reduce((sum, tensor) => sum + bytesOf(tensor), 0);
  const made = outputsOf(kernel).map((id) => tensors[id]!);
  if (bytes(made) > smallBytes && bytes(made) > 2 * bytes(reads)) return false;
  return foldingWork({ tensors }, kernel) <= maxWork;
}
