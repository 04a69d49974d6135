// Collects the tensors and kernels of a program while nodes are lowered, and knows the values that can be computed
// without running it: shapes are computed in graphs, so lowering needs them.
import { type ElementType, elementBytes, elements } from '../graph.ts';
import { interpretKernel } from '../interpret/interpret.ts';
import { materialise } from '../program/content.ts';
import type { Kernel, Origin } from '../program/kernel.ts';
import type { Content, Port, Program, ProgramTensor } from '../program/program.ts';
import { outputsOf, readsOf } from '../program/reads.ts';
import { foldedIterations, foldingWork } from '../program/work.ts';
import { allocate, type Tensor } from '../tensor.ts';
import { type Limits, tooLarge } from './limits.ts';

/** A tensor of the program being built. */
export interface Value {
  readonly id: number;
  readonly type: ElementType;
  readonly shape: readonly number[];
}

/** Counts over a program and its subprograms. */
export interface Budget {
  kernels: number;
  bytes: number;
  /** Elements of lists that are written out. */
  listed: number;
  /** Of `foldingWork`. */
  work: number;
}

export class ProgramBuilder {
  readonly limits: Limits;
  readonly budget: Budget;
  /** The node being lowered: kernels are marked with it. */
  nodes: Origin['nodes'];
  readonly #name: string;
  readonly #tensors: ProgramTensor[] = [];
  readonly #inputs: Port[] = [];
  readonly #kernels: Kernel[] = [];
  /** Of small tensors that do not depend on an input and were not asked for yet. */
  readonly #makers = new Map<number, Kernel>();
  /** Of such that were. */
  readonly #known = new Map<number, Tensor>();

  constructor(name: string, limits: Limits, budget: Budget = { kernels: 0, bytes: 0, listed: 0, work: 0 }) {
    this.#name = name;
    this.limits = limits;
    this.budget = budget;
  }

  /** For a program that a kernel of this one runs. */
  inner(name: string): ProgramBuilder {
    const builder = new ProgramBuilder(name, this.limits, this.budget);
    builder.nodes = this.nodes;
    return builder;
  }

  input(name: string, type: ElementType, shape: readonly number[]): Value {
    const value = this.#add({ type, shape, name });
    this.#inputs.push({ name, tensor: value.id });
    return value;
  }

  constant({ type, shape, data }: Tensor): Value {
    return this.content(type, shape, { kind: 'data', data });
  }

  content(type: ElementType, shape: readonly number[], constant: Content, name?: string): Value {
    return this.#add({ type, shape, constant, ...(name === undefined ? {} : { name }) });
  }

  /** A tensor that the next kernel makes. */
  tensor(type: ElementType, shape: readonly number[]): Value {
    return this.#add({ type, shape });
  }

  /** Names a tensor after a value of the model; of several names the first stays. */
  label({ id }: Value, name: string): void {
    const tensor = this.#tensors[id]!;
    if (tensor.name === undefined) this.#tensors[id] = { ...tensor, name };
  }

  /** A list of so many elements is about to be written out. @throws CodedError `graph-too-large` */
  list(count: number): void {
    if (!(count >= 0)) throw new RangeError(`a list of ${count} elements`);
    this.budget.listed += count;
    if (!(this.budget.listed <= this.limits.maxListed))
      throw tooLarge(`lists of more than ${this.limits.maxListed} elements`);
  }

  emit(unmarked: Kernel): void {
    // What has no elements is there already: over sizes of 0 and of petabytes a kernel would run without end.
    const made = isPlain(unmarked) ? outputsOf(unmarked) : [];
    if (made.length > 0 && made.every((id) => elements(this.#tensors[id]!.shape) === 0)) {
      for (const id of made) {
        const tensor = this.#tensors[id]!;
        this.#tensors[id] = { ...tensor, constant: { kind: 'data', data: allocate(tensor.type, 0) } };
      }
      return;
    }
    const kernel = this.nodes === undefined ? unmarked : { ...unmarked, nodes: this.nodes };
    this.budget.kernels++;
    if (this.budget.kernels > this.limits.maxKernels) throw tooLarge(`more than ${this.limits.maxKernels} kernels`);
    this.#kernels.push(kernel);
    if (this.#canKnow(kernel)) for (const id of outputsOf(kernel)) this.#makers.set(id, kernel);
  }

  /** The elements, where they do not depend on an input. */
  constantOf({ id, type, shape }: Value): Tensor | undefined {
    this.#know(id);
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const { constant } = this.#tensors[id]!;
    if (constant === undefined) return undefined;
    const made = materialise(type, shape, constant);
    if (elements(shape) <= this.limits.maxFolded) this.#known.set(id, made);
    return made;
  }

  /** As `constantOf`, of small tensors alone. */
  foldedOf(value: Value): Tensor | undefined {
    return this.#isSmall(value.id) ? this.constantOf(value) : undefined;
  }

  finish(outputs: readonly Port[]): Program {
    return { name: this.#name, tensors: this.#tensors, inputs: this.#inputs, outputs, kernels: this.#kernels };
  }

  #add(tensor: ProgramTensor): Value {
    const { type, shape } = tensor;
    if (!shape.every((size) => Number.isSafeInteger(size) && size >= 0)) {
      throw new RangeError(`[${shape.join(', ')}] is no shape`);
    }
    if (shape.length > this.limits.maxRank) throw tooLarge(`a tensor of ${shape.length} dimensions`);
    const bytes = elements(shape) * elementBytes[type];
    if (!(bytes <= this.limits.maxTensorBytes)) throw tooLarge(`a tensor of shape [${shape.join(', ')}]`);
    // Strides are exact below this, also beside a size of 0.
    const reach = elements(shape.map((size) => Math.max(1, size)));
    if (!Number.isSafeInteger(reach)) throw tooLarge(`a tensor of shape [${shape.join(', ')}]`);
    this.budget.bytes += bytes;
    if (this.budget.bytes > this.limits.maxBytes) throw tooLarge(`tensors of more than ${this.limits.maxBytes} bytes`);
    this.#tensors.push(tensor);
    return { id: this.#tensors.length - 1, type, shape };
  }

  /** Whether what a kernel makes can be known: all that it reads can be, and it makes little. */
  #canKnow(kernel: Kernel): boolean {
    if (kernel.kind === 'external') return false;
    const isKnowable = (id: number): boolean =>
      this.#makers.has(id) || this.#known.has(id) || this.#isSmallConstant(id);
    return readsOf(kernel).every(isKnowable) && outputsOf(kernel).every((id) => this.#isSmall(id));
  }

  /** Runs the kernels that a tensor hangs on; of those that fail nothing is known. */
  #know(wanted: number): void {
    // A stack of its own: a chain can be as long as the model.
    for (const stack = [wanted]; stack.length > 0; ) {
      const id = stack.at(-1)!;
      const kernel = this.#makers.get(id);
      const missing = kernel && [...new Set(readsOf(kernel))].filter((read) => this.#makers.has(read));
      if (kernel !== undefined && missing!.length > 0) {
        stack.push(...missing!);
        continue;
      }
      stack.pop();
      if (kernel === undefined) continue;
      const made = outputsOf(kernel);
      for (const each of made) this.#makers.delete(each);
      const work = foldingWork({ tensors: this.#tensors }, kernel);
      // What is not known now, is computed when it runs.
      if (!(this.budget.work + work <= this.limits.maxWork)) continue;
      this.budget.work += work;
      try {
        const read = (each: number): Tensor => {
          const tensor = this.constantOf({ id: each, ...this.#tensors[each]! });
          if (tensor === undefined) throw new Error(`tensor ${each} is not known`);
          return tensor;
        };
        const tensors = interpretKernel({ tensors: this.#tensors }, kernel, read, { maxIterations: foldedIterations });
        for (const [at, tensor] of tensors.entries()) this.#known.set(made[at]!, tensor);
      } catch {
        // An index outside its tensor or a loop without end: what it means is for the time when it runs.
      }
    }
  }

  #isSmall(id: number): boolean {
    return elements(this.#tensors[id]!.shape) <= this.limits.maxFolded;
  }

  #isSmallConstant(id: number): boolean {
    return this.#tensors[id]!.constant !== undefined && this.#isSmall(id);
  }
}

/** Whether it has no program of its own and is no node of another runtime's. */
function isPlain({ kind }: Kernel): boolean {
  return kind !== 'external' && kind !== 'if' && kind !== 'loop';
}
