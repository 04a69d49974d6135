// What all executions of a simulation took together.
import type { TriedResult } from '@edgewright/schemas/deployment.js';
import { medianOf } from '../sweep/changepoint.ts';

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
