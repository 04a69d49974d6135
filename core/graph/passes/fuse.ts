// Element-wise fusion: a chain of element-wise kernels becomes one body, and a chain behind a product, a convolution, a
// reduction or a normalisation becomes its epilogue, so that what lies between is never stored.
import { elements } from '../graph.ts';
import type { Convolution, Elementwise, Epilogue, Kernel, Matmul, Normalize, Reduce } from '../program/kernel.ts';
import type { Program } from '../program/program.ts';
import { withOrigins } from '../program/reads.ts';
import type { Step } from '../program/scalar.ts';
import { denseView, isDense, type View } from '../program/view.ts';
import { composeView, refactor } from './compose.ts';
import { makersOf, readersOf } from './rewrite.ts';

/** Steps and operands of one body: past this many a processor's registers do not hold them. */
const maxSteps = 64;
const maxOperands = 12;

export function fuseElementwise(program: Program): Program {
  const makers = makersOf(program);
  const readers = readersOf(program);
  const kernels: (Kernel | undefined)[] = [...program.kernels];
  for (const [at, kernel] of kernels.entries()) {
    if (kernel?.kind !== 'elementwise') continue;
    let current: Kernel = kernel;
    for (let changed = true; changed && current.kind === 'elementwise'; ) {
      changed = false;
      for (const id of new Set(current.operands.map(({ tensor }) => tensor))) {
        const maker = makers.get(id);
        const producer = maker === undefined ? undefined : kernels[maker];
        // Only where this kernel alone reads it: nothing is computed twice.
        if (maker === undefined || producer === undefined || readers.get(id)?.size !== 1) continue;
        const fused = fusePair(producer, current, id);
        if (fused === undefined) continue;
        kernels[maker] = undefined;
        current = withOrigins(fused, [producer, current]);
        changed = true;
        break;
      }
    }
    kernels[at] = current;
  }
  return { ...program, kernels: kernels.filter((kernel) => kernel !== undefined) };
}

type WithEpilogue = Matmul | Convolution | Reduce | Normalize;

function fusePair(producer: Kernel, consumer: Elementwise, id: number): Kernel | undefined {
  switch (producer.kind) {
    case 'elementwise':
      return fuseChain(producer, consumer, id);
    case 'matmul':
    case 'conv':
    case 'reduce':
    case 'normalize':
      return fuseEpilogue(producer, consumer, id);
    default:
      return undefined;
  }
}

/** The producer's body before the consumer's. */
function fuseChain(producer: Elementwise, consumer: Elementwise, id: number): Elementwise | undefined {
  const reads = consumer.operands.filter(({ tensor }) => tensor === id);
  const [read] = reads;
  // One way of reading, of every element once.
  if (read === undefined || reads.some((other) => !sameView(other, read)) || !readsOnce(read)) return undefined;
  const others = consumer.operands.filter(({ tensor }) => tensor !== id);
  const whole = { offset: 0, strides: denseView(0, producer.size).strides };
  const moved: View[] = [];
  for (const view of producer.operands) {
    const composed = composeView(read, { source: view, destination: whole });
    if (composed === undefined) return undefined;
    moved.push(composed);
  }
  const operands = [...moved, ...others];
  const count = producer.body.length + consumer.body.length;
  if (operands.length > maxOperands || count > maxSteps) return undefined;
  const first = producer.body.map((step) => behind(step, moved.length, operands.length));
  const result = producer.body.length === 0 ? 0 : operands.length + producer.body.length - 1;
  let next = moved.length;
  const operandAt = consumer.operands.map(({ tensor }) => (tensor === id ? result : next++));
  const second = consumer.body.map(
    (step): Step => ({
      ...step,
      arguments: step.arguments.map((register) =>
        register < consumer.operands.length
          ? operandAt[register]!
          : register - consumer.operands.length + operands.length + producer.body.length,
      ),
    }),
  );
  const merged = merge(operands, [...first, ...second]);
  // An empty body copies its operand 0, which is not where the producer's result stands.
  if (consumer.body.length === 0 && producer.body.length === 0) return { ...consumer, operands: [moved[0]!], body: [] };
  return { ...consumer, ...merged };
}

function sameView(a: View, b: View): boolean {
  return a.offset === b.offset && `${a.size}` === `${b.size}` && `${a.strides}` === `${b.strides}`;
}

function readsOnce({ size, strides }: View): boolean {
  return strides.every((stride, axis) => stride !== 0 || size[axis] === 1);
}

/** A step of a body of `operands` registers before its steps, in one of `total`. */
function behind(step: Step, operands: number, total: number): Step {
  return {
    ...step,
    arguments: step.arguments.map((register) => (register < operands ? register : register - operands + total)),
  };
}

/** Operands that read the same become one. */
function merge(operands: readonly View[], body: readonly Step[]): { operands: readonly View[]; body: readonly Step[] } {
  const kept: View[] = [];
  const place = operands.map((view) => {
    const at = kept.findIndex((other) => other.tensor === view.tensor && sameView(other, view));
    if (at >= 0) return at;
    kept.push(view);
    return kept.length - 1;
  });
  const moved = operands.length - kept.length;
  const steps = body.map(
    (step): Step => ({
      ...step,
      arguments: step.arguments.map((register) => (register < operands.length ? place[register]! : register - moved)),
    }),
  );
  return { operands: kept, body: steps };
}

/** The index space of a kernel's epilogue. */
export function outputSize(kernel: WithEpilogue): readonly number[] {
  switch (kernel.kind) {
    case 'matmul':
      return [...kernel.a.size.slice(0, -1), kernel.b.size[kernel.b.size.length - 1]!];
    case 'conv':
      return [kernel.x.size[0]!, kernel.w.size[0]!, kernel.w.size[1]!, ...kernel.size];
    case 'reduce':
      return kernel.x.size.slice(0, kernel.kept);
    case 'normalize':
      return kernel.x.size;
  }
}

/** The consumer's body behind the producer's epilogue, if it reads the result element by element in order. */
function fuseEpilogue(producer: WithEpilogue, consumer: Elementwise, id: number): Kernel | undefined {
  const size = outputSize(producer);
  const count = elements(size);
  if (elements(consumer.size) !== count || consumer.body.length === 0) return undefined;
  const others: View[] = [];
  for (const view of consumer.operands) {
    if (view.tensor === id) {
      if (view.offset !== 0 || !isDense(view)) return undefined;
      continue;
    }
    const moved = refactor(view, size);
    if (moved === undefined) return undefined;
    others.push(moved);
  }
  const { operands, body } = producer.epilogue;
  const all = [...operands, ...others];
  if (all.length > maxOperands || body.length + consumer.body.length > maxSteps) return undefined;
  // Registers: 0 the result, the operands, the steps.
  const first = body.map((step) => behind(step, operands.length + 1, all.length + 1));
  const result = body.length === 0 ? 0 : all.length + body.length;
  let next = operands.length + 1;
  const operandAt = consumer.operands.map(({ tensor }) => (tensor === id ? result : next++));
  const second = consumer.body.map(
    (step): Step => ({
      ...step,
      arguments: step.arguments.map((register) =>
        register < consumer.operands.length
          ? operandAt[register]!
          : register - consumer.operands.length + all.length + 1 + body.length,
      ),
    }),
  );
  const epilogue: Epilogue = { operands: all, body: [...first, ...second] };
  return { ...producer, output: consumer.output, epilogue };
}
