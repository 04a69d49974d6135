// Collects the tensors and kernels of a program while nodes are lowered, and knows the values that can be computed
// without running it: shapes are computed in graphs, so lowering needs them.
import { type ElementType, elementBytes, elements } from '../graph.ts';
import { interpret } from '../interpret/interpret.ts';
import { materialise } from '../program/content.ts';
import type { Kernel } from '../program/kernel.ts';
import type { Content, Port, Program, ProgramTensor } from '../program/program.ts';
import { outputsOf, readsOf, renumber } from '../program/reads.ts';
import type { Tensor } from '../tensor.ts';
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
}

export class ProgramBuilder {
  readonly limits: Limits;
  readonly budget: Budget;
  readonly #name: string;
  readonly #tensors: ProgramTensor[] = [];
  readonly #inputs: Port[] = [];
  readonly #kernels: Kernel[] = [];
  /** Of tensors that do not depend on an input, as far as they are small. */
  readonly #known = new Map<number, Tensor>();

  constructor(name: string, limits: Limits, budget: Budget = { kernels: 0, bytes: 0 }) {
    this.#name = name;
    this.limits = limits;
    this.budget = budget;
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

  emit(kernel: Kernel): void {
    this.budget.kernels++;
    if (this.budget.kernels > this.limits.maxKernels) throw tooLarge(`more than ${this.limits.maxKernels} kernels`);
    this.#kernels.push(kernel);
    this.#fold(kernel);
  }

  /** The elements, where they do not depend on an input. */
  constantOf({ id, type, shape }: Value): Tensor | undefined {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const { constant } = this.#tensors[id]!;
    if (constant === undefined) return undefined;
    const made = materialise(type, shape, constant);
    if (elements(shape) <= this.limits.maxFolded) this.#known.set(id, made);
    return made;
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
    this.budget.bytes += bytes;
    if (this.budget.bytes > this.limits.maxBytes) throw tooLarge(`tensors of more than ${this.limits.maxBytes} bytes`);
    this.#tensors.push(tensor);
    return { id: this.#tensors.length - 1, type, shape };
  }

  /** Runs the kernel now if all that it reads is known and it makes little. */
  #fold(kernel: Kernel): void {
    if (kernel.kind === 'external') return;
    const reads = [...new Set(readsOf(kernel))];
    const isKnown = (id: number): boolean => this.#known.has(id) || this.#isSmallConstant(id);
    const made = outputsOf(kernel);
    if (!reads.every(isKnown) || !made.every((id) => this.#isSmall(id))) return;
    const ids = new Map([...reads, ...made].map((id, at) => [id, at]));
    const tensors = [...ids.keys()].map((id): ProgramTensor => {
      const { type, shape } = this.#tensors[id]!;
      if (!reads.includes(id)) return { type, shape };
      return { type, shape, constant: { kind: 'data', data: this.constantOf({ id, type, shape })!.data } };
    });
    const program: Program = {
      name: '',
      tensors,
      inputs: [],
      outputs: made.map((id) => ({ name: '', tensor: ids.get(id)! })),
      kernels: [renumber(kernel, (id) => ids.get(id)!)],
    };
    try {
      for (const [at, tensor] of interpret(program, [], { maxIterations: 1000 }).entries()) {
        this.#known.set(made[at]!, tensor);
      }
    } catch {
      // An index outside its tensor or a loop without end: what it means is for the time when it runs.
    }
  }

  #isSmall(id: number): boolean {
    return elements(this.#tensors[id]!.shape) <= this.limits.maxFolded;
  }

  #isSmallConstant(id: number): boolean {
    return this.#tensors[id]!.constant !== undefined && this.#isSmall(id);
  }
}
