// What a program was made into: in a line, above all whether the interpreter, which is slow, has a part in it; and in
// figures, for the record.
import type { Compiled } from '@edgewright/core/graph/compile.js';
import type { MemoryPlan } from '@edgewright/core/graph/passes/memory.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import { bytesMoved, constantBytes, countKernels } from '@edgewright/core/graph/program/work.js';
import type { WasmStep } from '@edgewright/core/graph/wasm/backend/program.js';
import type { ProgramFigures } from '@edgewright/schemas/generated/record.js';

/** Such as `12 kernels in WebAssembly, 1 interpreted (no vector code for topk of float32)`. */
export function describeSteps(steps: readonly WasmStep[]): string {
  const { call, host, reasons } = kernelsOf(steps);
  const compiled = `${call} kernels in WebAssembly`;
  return host === 0 ? compiled : `${compiled}, ${host} interpreted (${reasons.join('; ')})`;
}

export function figuresOf(
  { lowered }: Pick<Compiled, 'lowered'>,
  program: Program,
  memory: MemoryPlan,
  steps: readonly WasmStep[],
): ProgramFigures {
  const { host, reasons } = kernelsOf(steps);
  return {
    lowered,
    kernels: countKernels(program),
    interpreted: host,
    ...(host > 0 && { reasons }),
    movedBytes: bytesMoved(program),
    arenaBytes: memory.bytes,
    constantBytes: constantBytes(program),
  };
}

/** Kernels by who runs them; one in a loop's body counts once. */
function kernelsOf(steps: readonly WasmStep[]) {
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
  return { call: kernels.call.size, host: kernels.host.size, reasons: [...reasons] };
}
