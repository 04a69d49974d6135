// The durable lines of a run. Ids depend on what a record is of, never on when it was made.
import type { Slot } from '@edgewright/core/sweep/order.js';
import { summarise } from '@edgewright/core/sweep/summary.js';
import { judge } from '@edgewright/core/sweep/verdict.js';
import type { Code } from '@edgewright/schemas/codes.js';
import type {
  CeilingRecord,
  DeviceProfile,
  FailureRecord,
  PointRecord,
  RunRecord,
  RunState,
  StateRecord,
} from '@edgewright/schemas/generated/record.js';
import type { MeasureRule } from '@edgewright/schemas/resolved.js';
import type { Measured } from '../bench/messages.ts';
import type { CeilingRequest } from '../bench/outcome.ts';
import type { Plan } from './plan.ts';

/** What every record of a run carries. */
export interface Origin {
  readonly run: string;
  readonly device: string;
  readonly fingerprint: string;
}

export function runRecord(
  origin: Origin,
  time: string,
  head: { readonly sweep: string; readonly agent: string; readonly profile: DeviceProfile; readonly plan: Plan },
): RunRecord {
  const { sweep, agent, profile, plan } = head;
  return {
    kind: 'run',
    id: 'run',
    ...origin,
    time,
    sweep,
    slots: plan.slots.length,
    points: plan.points,
    agent,
    profile,
  };
}

export function stateRecord(
  origin: Origin,
  time: string,
  sequence: number,
  state: RunState,
  reason: string,
): StateRecord {
  const { run, device } = origin;
  return { kind: 'state', id: `state:${sequence}`, run, device, time, state, reason };
}

export function ceilingRecord(
  origin: Origin,
  time: string,
  request: CeilingRequest,
  measured: Pick<CeilingRecord, 'flops' | 'bandwidth'>,
): CeilingRecord {
  const { runtime, threads, precision } = request;
  return {
    kind: 'ceiling',
    id: `ceiling:${combinationOf(request)}`,
    ...origin,
    time,
    runtime,
    threads,
    precision,
    ...measured,
  };
}

export function combinationOf({ runtime, threads, precision }: CeilingRequest): string {
  return `${runtime}:${threads}:${precision}`;
}

/** When and at which attempt a slot was begun. */
export interface Begun {
  readonly time: string;
  readonly attempt: number;
}

export function pointRecord(
  origin: Origin,
  slot: Slot,
  begun: Begun,
  measured: Measured,
  rule: MeasureRule,
): PointRecord {
  const { output, program, kernels, elapsed, ...rest } = measured;
  const latencies = [...measured.latencies];
  const summary = summarise(latencies, rest.items, elapsed, rule);
  return {
    kind: 'point',
    ...slotFields(origin, slot, begun),
    ...rest,
    // Nanoseconds: the clocks of the devices are no finer, and a record of digits without meaning is twice as long.
    latencies: latencies.map((latency) => Math.round(latency * 1e6) / 1e6),
    summary,
    verdict: judge(latencies, summary, rule, rest.telemetry),
    ...(output === undefined ? {} : { output }),
    ...(program === undefined ? {} : { program }),
    ...(kernels === undefined ? {} : { kernels: [...kernels] }),
  };
}

export type Failure = Pick<FailureRecord, 'phase' | 'message' | 'fix' | 'detail'> & { readonly code: Code };

export function failureRecord(origin: Origin, slot: Slot, begun: Begun, failure: Failure): FailureRecord {
  const { phase, code, message, fix, detail } = failure;
  return { kind: 'failure', ...slotFields(origin, slot, begun), phase, code, message, fix, detail };
}

function slotFields(origin: Origin, slot: Slot, { time, attempt }: Begun) {
  const { index, role, repeat, planned } = slot;
  const { point, cost } = planned;
  return { id: `slot:${index}`, ...origin, time, slot: index, role, repeat, point, cost, attempt };
}

export function agentDied(attempts: number): Failure {
  return {
    phase: 'start',
    code: 'agent-died',
    message: `The agent ended ${attempts} times while this point was measured; in which phase is not known.`,
    fix: 'Look into the log of the system (`journalctl -k`, `dmesg`) for a loss of power or of memory, and measure the point alone.',
    detail: { attempts },
  };
}

export function budgetSpent(budget: number): Failure {
  return {
    phase: 'plan',
    code: 'budget-spent',
    message: `The budget of ${Math.round(budget / 1000)} s was spent before this point.`,
    fix: 'Raise `budget.time`, or measure fewer points.',
    detail: { budget },
  };
}
