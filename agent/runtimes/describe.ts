// What a program was made into, in a line: above all whether the interpreter, which is slow, has a part in it.
import type { WasmStep } from '@edgewright/core/graph/wasm/backend/program.js';

/** Such as `12 kernels in WebAssembly, 1 interpreted (no vector code for topk of float32)`. */
export function describeSteps(steps: readonly WasmStep[]): string {
  const reasons = new Set<string>();
  const kernels = { call: new Set<string>(), host: new Set<string>() };
  const look = (inner: readonly WasmStep[], path: string): void => {
    for (const step of inner) {
      const place = `${path}/${step.kernel}`;
      if (step.kind === 'loop') {
        look([...step.before, ...step.body, ...step.after], place);
        continue;
      }
      kernels[step.kind].add(place);
      if (step.kind === 'host') reasons.add(step.reason);
    }
  };
  look(steps, '');
  const compiled = `${kernels.call.size} kernels in WebAssembly`;
  return kernels.host.size === 0
    ? compiled
    : `${compiled}, ${kernels.host.size} interpreted (${[...reasons].join('; ')})`;
}
