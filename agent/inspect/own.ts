// jit as it runs the model on this device: the runtime itself, and its program with the algorithms that it takes.
import type { Program } from '@edgewright/core/graph/program/program.js';
import { type Choices, type KernelPlan, planKernels } from '@edgewright/core/graph/search/kernels.js';
import { targetOf, type WebAssemblyApi } from '@edgewright/core/graph/wasm/engine.js';
import type { InspectedKernel, Unavailable } from '@edgewright/schemas/inspection.js';
import { deviceCalibration } from '../runtimes/calibration.ts';
import { describeKernels } from '../runtimes/kernels.ts';
import { openRuntime } from '../runtimes/open.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import type { InspectTask, OnProgress } from './messages.ts';
import type { Subject } from './subject.ts';
import { orUnavailable } from './unavailable.ts';

export interface Own {
  readonly api: WebAssemblyApi;
  readonly runtime: Runtime;
  /** Undefined where nodes are left to another runtime. */
  readonly whole: OwnProgram | undefined;
}

export interface OwnProgram {
  readonly program: Program;
  readonly choices: Choices;
}

export async function openOwn(
  api: WebAssemblyApi | undefined,
  { compiled }: Subject,
  task: InspectTask,
  onProgress: OnProgress,
): Promise<{ readonly kernels: readonly InspectedKernel[]; readonly own: Own | Unavailable }> {
  const { program, unsupported } = compiled;
  const folder = task.data ?? undefined;
  // Rates take seconds to measure, once: what is timed is to be what a sweep would run.
  const isTimed = task.want.includes('profile') || task.want.includes('plan');
  const isCalibrated = api !== undefined && folder !== undefined && isTimed;
  if (isCalibrated) onProgress({ phase: 'calibrate', done: 0, of: 1 });
  const rates = isCalibrated
    ? (await deviceCalibration({ folder, api, others: [], threads: 1 })).runtimes.jit
    : undefined;
  const search = program === undefined ? undefined : planKernels(program, rates);
  const described =
    program === undefined ? [] : describeKernels(program, { target: targetOf(api), choices: search!.choices });
  const kernels = withPlans(described, search?.kernels ?? []);
  if (api === undefined) return { kernels, own: noWebAssembly };
  const runtime = await orUnavailable(() => openRuntime('jit', 1, { path: task.ortPath ?? undefined }, folder));
  if ('unavailable' in runtime) return { kernels, own: runtime };
  if (isCalibrated) await runtime.prepare?.();
  const isWhole = program !== undefined && unsupported.length === 0;
  return { kernels, own: { api, runtime, whole: isWhole ? { program, choices: search!.choices } : undefined } };
}

function withPlans(kernels: readonly InspectedKernel[], plans: readonly KernelPlan[]): readonly InspectedKernel[] {
  const byKernel = new Map(plans.map((plan) => [plan.kernel, plan]));
  return kernels.map((kernel) => {
    // Those of loops' bodies have paths.
    const { predicted, alternatives = [] } = byKernel.get(String(kernel.index)) ?? {};
    return {
      ...kernel,
      ...(predicted !== undefined && { predicted }),
      ...(alternatives.length > 0 && { alternatives }),
    };
  });
}

const noWebAssembly: Unavailable = {
  unavailable: 'The engine of the device has no WebAssembly.',
  fix: 'Start the agent without --jitless.',
};
