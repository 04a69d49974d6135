// The memory plan: where in one arena every intermediate tensor lies, so that those that do not live together share it,
// and an element-wise result may take the place of an operand that dies with it.
import { bytesOf, elementBytes, elements } from '../graph.ts';
import type { Kernel } from '../program/kernel.ts';
import type { Program } from '../program/program.ts';
import { outputsOf, readsOf, viewsOf, wholeReadsOf } from '../program/reads.ts';
import { isDense } from '../program/view.ts';

export interface MemoryOptions {
  /** Whether tensors that do not live together share memory. */
  readonly reuse?: boolean;
  /** Whether a result may take its operand's place. */
  readonly inPlace?: boolean;
  /** Of every tensor, in bytes: a line of the cache. */
  readonly alignment?: number;
}

export interface MemoryPlan {
  /** Offset in bytes in the arena, of every tensor that a kernel makes. Inputs and constants lie elsewhere. */
  readonly offsets: ReadonlyMap<number, number>;
  /** Of the arena. */
  readonly bytes: number;
  /** Most bytes that live at one time: no plan can be smaller. */
  readonly peak: number;
  /** Without sharing. */
  readonly total: number;
}

/** Tensors that share one place, and the kernels between which it is taken. */
interface Slot {
  readonly ids: number[];
  bytes: number;
  first: number;
  last: number;
}

export function planMemory(program: Program, options: MemoryOptions = {}): MemoryPlan {
  const { reuse = true, inPlace = true, alignment = 64 } = options;
  const slots = slotsOf(program, inPlace);
  const round = (bytes: number): number => Math.ceil(bytes / alignment) * alignment;
  const offsets = new Map<number, number>();
  const placed: { readonly slot: Slot; readonly offset: number }[] = [];
  let bytes = 0;
  // The largest first: small ones fit between.
  for (const slot of slots.toSorted((a, b) => b.bytes - a.bytes || a.first - b.first)) {
    const rivals = placed
      .filter(({ slot: other }) => !reuse || (other.first <= slot.last && slot.first <= other.last))
      .sort((a, b) => a.offset - b.offset);
    let offset = 0;
    for (const { slot: other, offset: start } of rivals) {
      if (offset + round(slot.bytes) <= start) break;
      offset = Math.max(offset, start + round(other.bytes));
    }
    placed.push({ slot, offset });
    for (const id of slot.ids) offsets.set(id, offset);
    bytes = Math.max(bytes, offset + round(slot.bytes));
  }
  const total = slots.reduce((sum, slot) => sum + round(slot.bytes), 0);
  return { offsets, bytes, peak: peakOf(slots, program.kernels.length, round), total };
}

function slotsOf(program: Program, inPlace: boolean): readonly Slot[] {
  const { kernels, tensors, outputs } = program;
  const lastUse = new Map<number, number>();
  for (const [at, kernel] of kernels.entries()) for (const id of readsOf(kernel)) lastUse.set(id, at);
  for (const { tensor } of outputs) lastUse.set(tensor, kernels.length);
  const slots = new Map<number, Slot>();
  for (const [at, kernel] of kernels.entries()) {
    for (const id of outputsOf(kernel)) {
      const bytes = bytesOf(tensors[id]!);
      const last = lastUse.get(id) ?? at;
      const taken = inPlace ? replaced(kernel, id, program) : undefined;
      const slot = taken === undefined || lastUse.get(taken) !== at ? undefined : slots.get(taken);
      if (slot === undefined) {
        slots.set(id, { ids: [id], bytes, first: at, last });
        continue;
      }
      slot.ids.push(id);
      slot.last = last;
      slots.set(id, slot);
    }
  }
  return [...new Set(slots.values())];
}

/**
 * The operand whose place the output of an element-wise kernel can take: element i of it is read before element i is
 * written, and by nothing else.
 */
function replaced(kernel: Kernel, output: number, { tensors }: Program): number | undefined {
  if (kernel.kind !== 'elementwise' || wholeReadsOf(kernel).length > 0) return undefined;
  const { type, shape } = tensors[output]!;
  const views = viewsOf(kernel);
  return views.find((view) => {
    const tensor = tensors[view.tensor]!;
    const isSame = elementBytes[tensor.type] === elementBytes[type] && elements(tensor.shape) === elements(shape);
    const reads = views.filter((other) => other.tensor === view.tensor);
    return isSame && reads.every((other) => other.offset === 0 && isDense(other));
  })?.tensor;
}

function peakOf(slots: readonly Slot[], count: number, round: (bytes: number) => number): number {
  const changes = new Array<number>(count + 2).fill(0);
  for (const { first, last, bytes } of slots) {
    changes[first]! += round(bytes);
    changes[last + 1]! -= round(bytes);
  }
  let [live, peak] = [0, 0];
  for (const change of changes) {
    live += change;
    peak = Math.max(peak, live);
  }
  return peak;
}
