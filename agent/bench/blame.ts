// Why a point could not be measured, from how its process ended.
import { leastMemory } from '@edgewright/core/sweep/memory.js';
import type { Cost } from '@edgewright/schemas/generated/record.js';
import type { BenchPhase } from './messages.ts';
import type { BenchFailure } from './outcome.ts';
import type { Death } from './subprocess.ts';

/** The limit at which the agent itself killed the process. */
export type Stop =
  | { readonly because: 'cancelled' }
  | { readonly because: 'timeout'; readonly limit: number }
  | { readonly because: 'memory'; readonly limit: number; readonly resident: number };

const smaller = 'Take a smaller model or batch, raise measure.memoryLimit, or leave the point out with a constraint.';

/** A point is refused before it is tried only when it cannot fit. What needs more than that is caught while it runs. */
export function refusePlan(cost: Cost, memoryLimit: number): BenchFailure | undefined {
  const needed = leastMemory(cost);
  if (needed <= memoryLimit) return undefined;
  const parts = `weights ${mebibytes(cost.weightBytes)}, activations ${mebibytes(cost.activationBytes)}`;
  return {
    kind: 'failed',
    phase: 'plan',
    code: 'out-of-memory',
    message: `The point needs at least ${mebibytes(needed)} (${parts}) and may use ${mebibytes(memoryLimit)}.`,
    fix: smaller,
    detail: { needed, limit: memoryLimit, weightBytes: cost.weightBytes, activationBytes: cost.activationBytes },
  };
}

/** `peak`: greatest resident memory seen, bytes. */
export function blame(
  death: Death,
  phase: BenchPhase,
  stop: Exclude<Stop, { because: 'cancelled' }> | undefined,
  peak: number,
): BenchFailure {
  const detail = { ...detailOf(death), peak };
  if (stop?.because === 'timeout') {
    return {
      kind: 'failed',
      phase,
      code: 'timeout',
      message: `The point was not measured within ${stop.limit} ms; it was in phase ${phase}.`,
      fix: 'Raise measure.timeout, or leave the point out with a constraint.',
      detail: { ...detail, limit: stop.limit },
    };
  }
  if (stop?.because === 'memory') {
    const { resident, limit } = stop;
    return {
      kind: 'failed',
      phase,
      code: 'out-of-memory',
      message: `The measuring process grew to ${mebibytes(resident)} in phase ${phase} and may use ${mebibytes(limit)}.`,
      fix: smaller,
      detail: { ...detail, resident, limit },
    };
  }
  // Nobody but the kernel sends SIGKILL unasked; where it counts such kills, its count has to agree.
  if (death.signal === 'SIGKILL' && death.kernelShortOfMemory !== false) {
    return {
      kind: 'failed',
      phase,
      code: 'out-of-memory',
      message: `The system ended the measuring process for lack of memory in phase ${phase}; it had ${mebibytes(peak)}.`,
      fix: smaller,
      detail,
    };
  }
  return crashed(death, phase, peak);
}

export function crashed(death: Death, phase: BenchPhase, peak = 0): BenchFailure {
  const how = death.signal === null ? `with exit code ${death.exitCode}` : `by ${death.signal}`;
  return {
    kind: 'failed',
    phase,
    code: 'native-crash',
    message: `The measuring process ended ${how} in phase ${phase}.`,
    fix: 'See the last lines of standard error in the detail; try another runtime or version, or leave the point out with a constraint.',
    detail: { ...detailOf(death), peak },
  };
}

function detailOf(death: Death): Record<string, string | number | null> {
  return { signal: death.signal, exitCode: death.exitCode, stderr: death.stderr };
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}
