// The kernels of jit's program: what they are, how they run and how long each takes, on one thread.
import { performance } from 'node:perf_hooks';
import { planMemory } from '@edgewright/core/graph/passes/memory.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import { instantiate } from '@edgewright/core/graph/wasm/backend/executable.js';
import { type BackendOptions, translateProgram } from '@edgewright/core/graph/wasm/backend/program.js';
import { runsOf } from '@edgewright/core/graph/wasm/backend/runs.js';
import { targetOf, type WebAssemblyApi } from '@edgewright/core/graph/wasm/engine.js';
import type { KernelTime } from '@edgewright/schemas/generated/record.js';
import type { InspectedKernel } from '@edgewright/schemas/inspection.js';
import { median, timeRepeats } from './repeats.ts';

export function describeKernels(
  program: Program,
  options: Pick<BackendOptions, 'target' | 'choices'>,
): readonly InspectedKernel[] {
  const { steps } = translateProgram(program, planMemory(program), options);
  return runsOf(program, steps).map(({ by, algorithms, reason }, index) => {
    const kernel = program.kernels[index]!;
    return { index, kind: kernel.kind, nodes: kernel.nodes ?? [], algorithms, runtime: by, reason };
  });
}

/** A program with the algorithms that its kernels take. */
export interface ChosenProgram {
  readonly program: Program;
  readonly choices: NonNullable<BackendOptions['choices']>;
}

/** Kernels of which a record tells. */
const most = 20;

/** The longest first. */
export async function longestKernels(
  api: WebAssemblyApi,
  chosen: ChosenProgram,
  inputs: readonly Uint8Array[],
): Promise<readonly KernelTime[]> {
  const times = await timeKernels(api, chosen, inputs, { repeats: 15 });
  const kernels = describeKernels(chosen.program, { target: targetOf(api), choices: chosen.choices });
  return kernels
    .map(({ index, kind, algorithms, runtime, reason }): KernelTime => {
      const why = reason === null ? {} : { reason };
      const time = Math.round((times.get(index) ?? 0) * 1e6) / 1e6;
      return { index, kind, algorithms: [...algorithms], interpreted: runtime === 'host', ...why, time };
    })
    .toSorted((a, b) => b.time - a.time)
    .slice(0, most);
}

export interface TimeOptions {
  readonly repeats: number;
  readonly onDone?: (done: number) => void;
}

/** Milliseconds of each kernel by index, medians; one without elements has none. */
export async function timeKernels(
  api: WebAssemblyApi,
  { program, choices }: ChosenProgram,
  inputs: readonly Uint8Array[],
  { repeats, onDone }: TimeOptions,
): Promise<ReadonlyMap<number, number>> {
  const translated = translateProgram(program, planMemory(program), { target: targetOf(api), choices, apart: true });
  const times = new Map<number, number[]>();
  let inference = 0;
  const run = instantiate(api, program, translated, (kernel, act) => {
    const from = performance.now();
    act();
    const spent = performance.now() - from;
    const list = times.get(kernel) ?? [];
    // A kernel may have several parts.
    list[inference] = (list[inference] ?? 0) + spent;
    times.set(kernel, list);
  });
  const once = (): void => {
    run(inputs);
    inference++;
  };
  await timeRepeats([once], repeats, onDone, () => {
    times.clear();
    inference = 0;
  });
  return new Map([...times].map(([kernel, sample]) => [kernel, median(sample)]));
}
