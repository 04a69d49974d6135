// Constants of one element become numbers in the code: no load, and bounds of a clip take the short form of minimum and maximum.
import { elements } from '../../graph.ts';
import type { Kernel } from '../../program/kernel.ts';
import type { Step } from '../../program/scalar.ts';
import type { View } from '../../program/view.ts';
import { readerOf } from '../../tensor.ts';
import type { Context } from './context.ts';

/** The kernel with such operands of its body or epilogue made steps. */
export function inline(context: Context, kernel: Kernel): Kernel {
  if (kernel.kind === 'elementwise') return { ...kernel, ...inlineBody(context, kernel, 0) };
  if (!('epilogue' in kernel)) return kernel;
  return { ...kernel, epilogue: inlineBody(context, kernel.epilogue, 1) };
}

interface Body {
  readonly operands: readonly View[];
  readonly body: readonly Step[];
}

/** @param first Registers before those of the operands. */
function inlineBody(context: Context, { operands, body }: Body, first: number): Body {
  const numbers = operands.map((view) => numberOf(context, view));
  // A body without steps copies its operand.
  if (body.length === 0 || numbers.every((value) => value === undefined)) return { operands, body };
  const kept = operands.filter((_, at) => numbers[at] === undefined);
  const steps: Step[] = [];
  const moved = Array.from({ length: first }, (_, at) => at);
  let next = first;
  for (const [at, view] of operands.entries()) {
    const value = numbers[at];
    if (value === undefined) moved.push(next++);
    else {
      moved.push(first + kept.length + steps.length);
      steps.push({ fn: 'constant', type: context.program.tensors[view.tensor]!.type, arguments: [], value });
    }
  }
  const before = first + kept.length + steps.length;
  const shift = (register: number): number => moved[register] ?? register - moved.length + before;
  return {
    operands: kept,
    body: [...steps, ...body.map((step) => ({ ...step, arguments: step.arguments.map(shift) }))],
  };
}

function numberOf(context: Context, view: View): number | bigint | undefined {
  const { tensor, size, strides } = view;
  if (!context.isConstant(tensor) || strides.some((stride, axis) => stride !== 0 && size[axis] !== 1)) return undefined;
  const { type, shape } = context.program.tensors[tensor]!;
  // One element of a large constant is not worth making it.
  if (elements(shape) > 64) return undefined;
  const source = context.sourceOf(view);
  return readerOf(type, source.data)(source.offset);
}
