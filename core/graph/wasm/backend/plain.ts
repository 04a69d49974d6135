// The plain algorithm of every kernel: what the choice among algorithms is set against.
import type { Kernel } from '../../program/kernel.ts';
import type { Program } from '../../program/program.ts';
import { type Candidate, candidatesOf, loopBody } from './candidates.ts';

const isTransform: ReadonlySet<Candidate['algorithm']> = new Set(['winograd', 'strassen']);

/** For `BackendOptions.choices`: no kernel transforms its operands to save multiplications. */
export function plainChoices(program: Program): ReadonlyMap<Kernel, Candidate> {
  const choices = new Map<Kernel, Candidate>();
  const choose = (within: Program): void => {
    for (const kernel of within.kernels) {
      if (kernel.kind === 'loop') choose(loopBody(within, kernel));
      const plain = candidatesOf(within, kernel).find(({ algorithm }) => !isTransform.has(algorithm));
      if (plain !== undefined) choices.set(kernel, plain);
    }
  };
  choose(program);
  return choices;
}
