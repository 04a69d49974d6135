// The reference interpreter: a lowered program in plain TypeScript, slow and meant to be obviously right. It is the
// oracle for backends and what folds constants.
import { CodedError } from '@edgewright/schemas/codes.js';
import { elements } from '../graph.ts';
import { materialise } from '../program/content.ts';
import type { External, If, Kernel, Loop } from '../program/kernel.ts';
import type { Program } from '../program/program.ts';
import { outputsOf, readsOf } from '../program/reads.ts';
import { allocate, type Tensor } from '../tensor.ts';
import { runKernel } from './kernels.ts';
import { walk } from './walk.ts';

/** Of one loop, where nothing else is said. */
export const mostIterations = 1_000_000;

export interface InterpretOptions {
  /** Executes what was not lowered; without it such a program cannot run. */
  readonly external?: (kernel: External, inputs: readonly (Tensor | undefined)[]) => readonly (Tensor | undefined)[];
  /** Called after every kernel, with the tensors that it made. */
  readonly observe?: (kernel: Kernel, made: readonly Tensor[]) => void;
  /** Iterations of one loop: one of a model whose condition never fails would not end. */
  readonly maxIterations?: number;
}

/**
 * @param inputs In the order of the program's inputs, of their types and shapes.
 * @returns the outputs in order. Their data may be that of an input or of a constant.
 * @throws CodedError `graph-endless` where a loop does not end
 */
export function interpret(
  program: Program,
  inputs: readonly Tensor[],
  options: InterpretOptions = {},
): readonly Tensor[] {
  const tensors = new Array<Tensor | undefined>(program.tensors.length);
  for (const [at, { name, tensor }] of program.inputs.entries()) {
    const { type, shape } = program.tensors[tensor]!;
    const given = inputs[at];
    if (given?.type !== type || given.data.length !== elements(shape)) {
      throw new TypeError(`input ${name} is not ${type} [${shape.join(', ')}]`);
    }
    tensors[tensor] = given;
  }
  const uses = countUses(program);
  const read = (id: number): Tensor => {
    const { type, shape, constant } = program.tensors[id]!;
    tensors[id] ??= constant && materialise(type, shape, constant);
    if (tensors[id] === undefined) throw new Error(`tensor ${id} is read before it is made`);
    return tensors[id];
  };
  const write = (id: number): Tensor => {
    const { type, shape } = program.tensors[id]!;
    const made = { type, shape, data: allocate(type, elements(shape)) };
    tensors[id] = made;
    return made;
  };
  for (const kernel of program.kernels) {
    execute(kernel, read, write, tensors, options);
    options.observe?.(
      kernel,
      outputsOf(kernel).map((id) => tensors[id]!),
    );
    for (const id of [...readsOf(kernel), ...outputsOf(kernel)]) {
      if (uses.release(id)) tensors[id] = undefined;
    }
  }
  return program.outputs.map(({ tensor }) => {
    const { type, shape } = program.tensors[tensor]!;
    return { type, shape, data: read(tensor).data };
  });
}

/**
 * One kernel of a program alone.
 * @param read Tensors that it reads.
 * @returns what it makes, in the order of `outputsOf`.
 */
export function interpretKernel(
  { tensors: types }: Pick<Program, 'tensors'>,
  kernel: Kernel,
  read: (id: number) => Tensor,
  options: InterpretOptions = {},
): readonly Tensor[] {
  const tensors: (Tensor | undefined)[] = [];
  const write = (id: number): Tensor => {
    const { type, shape } = types[id]!;
    const made = { type, shape, data: allocate(type, elements(shape)) };
    tensors[id] = made;
    return made;
  };
  execute(kernel, read, write, tensors, options);
  return outputsOf(kernel).map((id) => ({ type: types[id]!.type, shape: types[id]!.shape, data: tensors[id]!.data }));
}

function execute(
  kernel: Kernel,
  read: Read,
  write: Read,
  tensors: (Tensor | undefined)[],
  options: InterpretOptions,
): void {
  if (kernel.kind === 'if') store(tensors, kernel.outputs, runIf(kernel, read, options));
  else if (kernel.kind === 'loop') runLoop(kernel, read, write, tensors, options);
  else if (kernel.kind === 'external') runExternal(kernel, read, tensors, options);
  else runKernel(kernel, read, write);
}

/** Frees what nobody reads any more. */
function countUses(program: Program): { readonly release: (id: number) => boolean } {
  const counts = new Array<number>(program.tensors.length).fill(0);
  for (const kernel of program.kernels) for (const id of [...readsOf(kernel), ...outputsOf(kernel)]) counts[id]!++;
  for (const { tensor } of program.outputs) counts[tensor]!++;
  return { release: (id) => --counts[id]! === 0 };
}

type Read = (id: number) => Tensor;

function store(tensors: (Tensor | undefined)[], ids: readonly number[], made: readonly Tensor[]): void {
  for (const [at, id] of ids.entries()) tensors[id] = made[at];
}

function runIf({ condition, captures, yes, no }: If, read: Read, options: InterpretOptions): readonly Tensor[] {
  return interpret(read(condition).data[0] ? yes : no, captures.map(read), options);
}

function runLoop(
  { outputs, count, conditional, condition, states, scanned, captures, body, stacked }: Loop,
  read: Read,
  write: Read,
  tensors: (Tensor | undefined)[],
  options: InterpretOptions,
): void {
  const { maxIterations = mostIterations } = options;
  const limit =
    count === undefined ? Number.POSITIVE_INFINITY : 'fixed' in count ? count.fixed : numberOf(read(count.tensor));
  const stacks = outputs.slice(states.length).map(write);
  const outer = captures.map(read);
  let current = states.map(read);
  let isGoing = condition === undefined || read(condition).data[0] !== 0;
  for (let iteration = 0; isGoing && iteration < limit; iteration++) {
    if (iteration >= maxIterations) throw endless(maxIterations);
    const counter: Tensor = { type: 'int64', shape: [], data: BigInt64Array.of(BigInt(iteration)) };
    const slices = scanned.map((view): Tensor => {
      const source = read(view.tensor);
      const shape = view.size.slice(1);
      const data = allocate(source.type, elements(shape));
      const from = { offset: view.offset + iteration * view.strides[0]!, strides: view.strides.slice(1) };
      walk(shape, [from], ([address], position) => {
        data[position] = source.data[address!]!;
      });
      return { type: source.type, shape, data };
    });
    const results = interpret(body, [counter, ...current, ...slices, ...outer], options);
    if (conditional) isGoing = results[0]!.data[0] !== 0;
    const rest = results.slice(conditional ? 1 : 0);
    current = rest.slice(0, states.length);
    for (const [at, { offset, strides }] of stacked.entries()) {
      const slice = rest[states.length + at]!;
      const target = stacks[at]!;
      const to = { offset: offset + iteration * strides[0]!, strides: strides.slice(1) };
      walk(slice.shape, [to], ([address], position) => {
        target.data[address!] = slice.data[position]!;
      });
    }
  }
  store(tensors, outputs.slice(0, states.length), current);
}

function numberOf({ data }: Tensor): number {
  return Number(data[0]!);
}

export function endless(limit: number): CodedError {
  return new CodedError(
    'graph-endless',
    `A loop of the model ran ${limit} times and did not end.`,
    'Check the condition of the loop, or raise the limit of iterations.',
  );
}

function runExternal(
  kernel: External,
  read: Read,
  tensors: (Tensor | undefined)[],
  { external }: InterpretOptions,
): void {
  if (external === undefined) throw new Error(`nothing executes ${kernel.node.op}`);
  const made = external(
    kernel,
    kernel.inputs.map((id) => (id === undefined ? undefined : read(id))),
  );
  for (const [at, id] of kernel.outputs.entries()) if (id !== undefined) tensors[id] = made[at];
}
