// What came of the executions of a simulation: what all of them took together, and what of each stays on the device.
import type { ResultValue, TriedResult } from '@edgewright/schemas/deployment.js';
import { medianOf } from '../sweep/changepoint.ts';
import type { SimulatedFiring } from './simulation.ts';

export interface Executed {
  readonly count: number;
  readonly failed: number;
  /** Milliseconds: the median of each phase over the executions that did not fail and have it; empty where all failed. */
  readonly phases: readonly (readonly [name: ExecutedPhase, time: number])[];
}

export type ExecutedPhase = 'total' | 'prepare' | 'model' | 'script';

export function executedIn(executions: readonly Pick<TriedResult, 'failure' | 'phases'>[]): Executed {
  const done = executions.flatMap(({ failure, phases }) => (failure === undefined ? [phases] : []));
  const phases = (['total', 'prepare', 'model', 'script'] as const).flatMap((name) => {
    const times = done.flatMap((each) => each[name] ?? []);
    return times.length === 0 ? [] : [[name, medianOf(times, 0, times.length)] as const];
  });
  return { count: executions.length, failed: executions.length - done.length, phases };
}

/** What model and script gave and no output takes, of each result in turn. */
export function keptOf({
  execution,
  outputs,
}: Pick<SimulatedFiring, 'execution' | 'outputs'>): readonly Readonly<Record<string, ResultValue>>[] {
  const taken = new Set(outputs.flatMap(({ values }) => Object.keys(values)));
  return (execution?.results ?? []).map((values) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !taken.has(name))),
  );
}
