// The passes over a lowered program, in order. Each has a switch, so that what it is worth can be measured, and leaves a
// program that verifies.

import { printProgram } from '../program/print.ts';
import type { Program } from '../program/program.ts';
import { verifyProgram } from '../program/verify.ts';
import { foldAffine } from './affine.ts';
import { mergeCommon } from './common.ts';
import { removeDead } from './dead.ts';
import { foldConstants } from './fold.ts';
import { fuseElementwise } from './fuse.ts';
import { plainProducts } from './plain.ts';
import { mapSubprograms } from './rewrite.ts';
import { mergeVertically } from './vertical.ts';

interface Pass {
  readonly name: keyof Switches;
  readonly run: (program: Program) => Program;
  /** Results may differ by rounding. */
  readonly rounds?: boolean;
}

export interface Switches {
  /** Kernels that read constants alone are run while compiling; constant scales and shifts are joined. */
  readonly fold: boolean;
  /** Of equal kernels one stays. */
  readonly common: boolean;
  /** Rasters are read through. */
  readonly vertical: boolean;
  /** Of equal rasters one stays. */
  readonly horizontal: boolean;
  /** Element-wise chains become one kernel, or an epilogue; products and convolutions get their plainest form. */
  readonly fuse: boolean;
  /** What nobody reads goes. */
  readonly dead: boolean;
}

const passes: readonly Pass[] = [
  // Weights that are only rearranged are read through by the next pass: a copy of them would be time and memory.
  { name: 'fold', run: (program) => foldConstants(program, 'left') },
  { name: 'dead', run: removeDead },
  { name: 'vertical', run: mergeVertically },
  { name: 'horizontal', run: (program) => mergeCommon(program, ({ kind }) => kind === 'raster') },
  { name: 'common', run: (program) => mergeCommon(program, ({ kind }) => kind !== 'raster') },
  { name: 'dead', run: removeDead },
  { name: 'fuse', run: fuseElementwise },
  // What a fused kernel reads may be a raster that only another kernel kept from being read through, or a constant now.
  { name: 'vertical', run: mergeVertically },
  { name: 'fold', run: (program) => foldConstants(program) },
  { name: 'fuse', run: fuseElementwise },
  // Last, since views over fewer axes read through fewer rasters.
  { name: 'fuse', run: plainProducts },
  { name: 'fold', run: foldAffine, rounds: true },
  { name: 'dead', run: removeDead },
];

export interface OptimiseOptions extends Partial<Switches> {
  /** Verifies between passes; what it throws is a bug of a pass. */
  readonly verify?: boolean;
  /** Leaves out what changes how results are rounded. */
  readonly exact?: boolean;
  /** Called with the text of the program after lowering and after each pass. */
  readonly trace?: (pass: string, text: string) => void;
  /** Called with the whole program once its subprograms went through the passes (`bodies`), and after each pass. */
  readonly observe?: (pass: keyof Switches | 'bodies', program: Program) => void;
}

/** The program after all passes that are not switched off; subprograms too. */
export function optimise(program: Program, options: OptimiseOptions = {}): Program {
  const { verify = true, exact = false, trace, observe, ...switches } = options;
  const inner = mapSubprograms(program, (body) =>
    optimise(body, { ...switches, ...(trace && { trace }), exact, verify: false }),
  );
  if (verify) verifyProgram(inner);
  trace?.('lowered', printProgram(inner));
  observe?.('bodies', inner);
  let current = inner;
  for (const { name, run, rounds } of passes) {
    if (switches[name] === false || (exact && rounds)) continue;
    current = run(current);
    if (verify) verifyNamed(current, name);
    trace?.(name, printProgram(current));
    observe?.(name, current);
  }
  return current;
}

function verifyNamed(program: Program, pass: string): void {
  try {
    verifyProgram(program);
  } catch (error) {
    throw new Error(`after ${pass}: ${(error as Error).message}`, { cause: error });
  }
}
