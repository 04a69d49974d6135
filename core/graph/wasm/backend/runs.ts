// How the kernels of a translated program run: as WebAssembly by which algorithms, or by the interpreter and why.
import type { Program } from '../../program/program.ts';
import type { WasmStep } from './program.ts';

export interface KernelRun {
  /** `host`: by the interpreter, at least in a part; `external`: by another runtime. */
  readonly by: 'wasm' | 'host' | 'external';
  /** What its WebAssembly does, in order, each once. */
  readonly algorithms: readonly string[];
  /** Why it does not run as WebAssembly, or not all of it. */
  readonly reason: string | null;
}

export interface HostKernel {
  /** Its kind. */
  readonly kernel: string;
  readonly reason: string;
}

/** Of each kernel of the program; one without elements takes no step and has no algorithm. */
export function runsOf({ kernels }: Program, steps: readonly WasmStep[]): readonly KernelRun[] {
  const ofKernel = Map.groupBy(steps, ({ kernel }) => kernel);
  return kernels.map(({ kind }, at) => {
    if (kind === 'external') return { by: 'external', algorithms: [], reason: null };
    const own = ofKernel.get(at) ?? [];
    const host = hostSteps(own);
    return {
      by: host.length > 0 ? 'host' : 'wasm',
      algorithms: [...new Set(algorithmsOf(own))],
      reason: host.length > 0 ? [...new Set(host.map(({ reason }) => reason))].join('; ') : null,
    };
  });
}

/** Kernels that the interpreter runs, also in loops. */
export function hostSteps(steps: readonly WasmStep[]): readonly HostKernel[] {
  return steps.flatMap((step): readonly HostKernel[] => {
    if (step.kind === 'call') return [];
    if (step.kind === 'host') return [{ kernel: step.program.name, reason: step.reason }];
    return hostSteps([...step.before, ...step.body, ...step.after]);
  });
}

/** Kernels of the program that run as WebAssembly, with all that is in a loop. */
export function vectorKernels(steps: readonly WasmStep[]): number {
  const all = new Set(steps.map(({ kernel }) => kernel));
  for (const step of steps) if (hostSteps([step]).length > 0) all.delete(step.kernel);
  return all.size;
}

function algorithmsOf(steps: readonly WasmStep[]): readonly string[] {
  return steps.flatMap((step) => {
    if (step.kind === 'call') return [step.algorithm];
    return step.kind === 'loop' ? algorithmsOf([...step.before, ...step.body, ...step.after]) : [];
  });
}
