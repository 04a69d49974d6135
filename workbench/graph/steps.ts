// What of a translated program runs as WebAssembly, and what the interpreter runs.
import type { WasmStep } from '@edgewright/core/graph/wasm/backend/program.js';

/** Kernels of the program that run as WebAssembly, with all that is in a loop. */
export function vectorKernels(steps: readonly WasmStep[]): number {
  const all = new Set(steps.map(({ kernel }) => kernel));
  for (const step of steps) if (hostSteps([step]).length > 0) all.delete(step.kernel);
  return all.size;
}

export interface HostKernel {
  /** Its kind. */
  readonly kernel: string;
  readonly reason: string;
}

/** Kernels that the interpreter runs, also in loops. */
export function hostSteps(steps: readonly WasmStep[]): readonly HostKernel[] {
  return steps.flatMap((step): readonly HostKernel[] => {
    if (step.kind === 'call') return [];
    if (step.kind === 'host') return [{ kernel: step.program.name, reason: step.reason }];
    return hostSteps([...step.before, ...step.body, ...step.after]);
  });
}
