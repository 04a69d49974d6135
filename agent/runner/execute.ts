// One run from where its journal ends. The journal is always ahead: a slot is marked before it starts, a record is on the
// disk before anybody hears of it. So that no slot waits for the disk, marks are written one slot ahead, and a slot's record
// while the next slot is measured.
import type { Slot } from '@edgewright/core/sweep/order.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Ceiling, DurableRecord } from '@edgewright/schemas/generated/record.js';
import { defaultLimits } from '@edgewright/schemas/wire.js';
import type { BenchPhase, CeilingMeasured } from '../bench/messages.ts';
import type { CeilingRequest, MeasureOutcome } from '../bench/outcome.ts';
import type { Bench } from '../bench/process.ts';
import type { Change, Store } from '../store/store.ts';
import { fitRecord } from './fit.ts';
import type { Plan } from './plan.ts';
import type { Progress } from './progress.ts';
import {
  agentDied,
  type Begun,
  budgetSpent,
  ceilingRecord,
  combinationOf,
  failureRecord,
  type Origin,
  pointRecord,
} from './records.ts';
import type { Timing } from './timing.ts';

export interface Execution {
  readonly store: Store;
  readonly bench: Bench;
  readonly timing: Timing;
  readonly plan: Plan;
  readonly origin: Origin;
  readonly progress: Progress;
  /** Path of an artifact by its SHA-256. */
  readonly fileOf: (sha256: string) => string;
  /** Ends the current slot without a record. */
  readonly signal: AbortSignal;
  /** Asked before every slot: true lets the run end here. */
  readonly shouldPause: () => boolean;
  readonly onPhase: (slot: Slot, phase: BenchPhase, iterations: number) => void;
  /** Records were added. */
  readonly onRecords: () => void;
  /** The disk is full: the run waits from the first call with a reason to the call with undefined. */
  readonly onStall: (reason: string | undefined) => void;
  readonly onLog: (message: string) => void;
}

/** A slot that has been measured and is not in the journal yet. */
interface Outcome {
  readonly slot: Slot;
  readonly begun: Begun;
  readonly outcome: Exclude<MeasureOutcome, { kind: 'cancelled' }>;
  readonly spent: number;
}

export type Ending = 'finished' | 'paused' | 'aborted';

/** Starts of one slot before it is given up as one that kills the agent. */
const attemptLimit = 2;

/** Milliseconds between two tries to write when the disk is full. */
const retryTime = 5_000;

/** Records of slots that are not measured, a transaction. */
const batch = 256;

/** Bytes of a record: a frame carries it with its envelope. */
const recordBytes = defaultLimits.frameBytes - 4096;

export async function executeRun(execution: Execution): Promise<Ending> {
  const { store, bench, timing, plan, origin, signal, progress } = execution;
  const { budget, measure } = plan.sweep;
  const started = timing.now();
  const before = store.run(origin.run)?.spent ?? 0;
  const spent = (): number => before + timing.now() - started;

  const attempts = await recover();
  if (signal.aborted || !(await measureCeilings())) return 'aborted';
  const recorded = store.recordedSlots(origin.run);
  const open = plan.slots.filter(({ index }) => !recorded.has(index));
  const [first] = open;
  if (first !== undefined) await write({ mark: markOf(first) });

  let last: Outcome | undefined;
  for (const [position, slot] of open.entries()) {
    if (signal.aborted || execution.shouldPause()) {
      await write(changeOf(last));
      unmark(slot);
      return signal.aborted ? 'aborted' : 'paused';
    }
    if (budget.time !== undefined && spent() >= budget.time) {
      await write(changeOf(last));
      await giveUp(open.slice(position), budget.time);
      return 'finished';
    }
    if (measure.cooldown > 0) {
      await write(changeOf(last));
      last = undefined;
      // A process that starts heats the device, so it starts before the pause that is to cool it.
      bench.prepare(slot.planned.point.execution.runtime, slot.planned.point.execution.threads);
      await timing.sleep(measure.cooldown, signal);
    }
    const begun: Begun = { time: timing.date(), attempt: attemptOf(slot) };
    const start = timing.now();
    const { hasBegun, outcome: measuring } = begin(slot);
    const next = open[position + 1];
    // A record of many latencies takes milliseconds to make: the bench has them for its start first.
    await hasBegun;
    await write({ ...changeOf(last), ...(next && { mark: markOf(next) }) });
    const outcome = await measuring;
    if (outcome.kind === 'cancelled') {
      unmark(slot);
      return 'aborted';
    }
    last = { slot, begun, outcome, spent: spent() };
    progress.finish(slot.index, timing.now() - start);
  }
  await write(changeOf(last));
  return 'finished';

  /** `hasBegun` settles with the first phase that the measuring process tells, or with the outcome. */
  function begin(slot: Slot): { readonly hasBegun: Promise<unknown>; readonly outcome: Promise<MeasureOutcome> } {
    let tell = (): void => {};
    const told = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const onPhase = (phase: BenchPhase, iterations: number): void => {
      tell();
      execution.onPhase(slot, phase, iterations);
    };
    const outcome = bench.measure(request(slot), onPhase, signal);
    return { hasBegun: Promise.race([told, outcome]), outcome };
  }

  function changeOf(ended: Outcome | undefined): Change {
    if (ended === undefined) return {};
    const { slot, begun, outcome } = ended;
    return { records: [fitRecord(toRecord(slot, begun, outcome), recordBytes)], spent: ended.spent };
  }

  /**
   * Settles what an agent that died left: of the marked slots without a record the first was being measured, the others were
   * only next. Gives the attempts that the slots have behind them.
   */
  async function recover(): Promise<Map<number, number>> {
    const order = new Map(plan.slots.map(({ index }, position) => [index, position]));
    const marks = store.marks(origin.run).sort((a, b) => (order.get(a.slot) ?? 0) - (order.get(b.slot) ?? 0));
    const [died, ...ahead] = marks;
    for (const { slot } of ahead) store.unmark(origin.run, slot);
    if (died === undefined) return new Map();
    const slot = plan.slots[died.slot];
    if (slot !== undefined && died.attempt >= attemptLimit) {
      const begun: Begun = { time: timing.date(), attempt: died.attempt };
      await write({ records: [failureRecord(origin, slot, begun, agentDied(died.attempt))] });
      progress.finish(slot.index, undefined);
    }
    return new Map([[died.slot, died.attempt]]);
  }

  function attemptOf(slot: Slot): number {
    return (attempts.get(slot.index) ?? 0) + 1;
  }

  function markOf(slot: Slot): NonNullable<Change['mark']> {
    return { slot: slot.index, attempt: attemptOf(slot) };
  }

  /** The slot was not begun, or ended by our own will: its attempt does not count. */
  function unmark(slot: Slot): void {
    const behind = attempts.get(slot.index);
    for (const mark of store.marks(origin.run)) store.unmark(origin.run, mark.slot);
    if (behind !== undefined) store.append(origin.run, { mark: { slot: slot.index, attempt: behind } });
  }

  /** Once for every combination that the run uses; false when aborted. */
  async function measureCeilings(): Promise<boolean> {
    const combinations = new Map<string, CeilingRequest>();
    for (const { planned } of plan.slots)
      combinations.set(combinationOf(planned.point.execution), planned.point.execution);
    for (const [combination, { runtime, threads, precision }] of combinations) {
      let ceiling = store.ceiling(origin.fingerprint, combination);
      if (ceiling === undefined) {
        const measured = await bench.ceiling({ runtime, threads, precision }, signal);
        if (measured.kind === 'cancelled') return false;
        if (measured.kind === 'failed') {
          execution.onLog(`no ceiling for ${combination}: ${measured.message} ${measured.fix}`);
          continue;
        }
        ceiling = { flops: toCeiling(measured.flops), bandwidth: toCeiling(measured.bandwidth) };
        store.setCeiling(origin.fingerprint, combination, ceiling);
      }
      await write({ records: [ceilingRecord(origin, timing.date(), { runtime, threads, precision }, ceiling)] });
    }
    return true;
  }

  function request(slot: Slot): Parameters<Bench['measure']>[0] {
    const { point, cost, items } = slot.planned;
    const files = plan.files.get(point.model.artifact ?? '');
    const file = files && {
      path: execution.fileOf(files.model),
      external: new Map([...files.external].map(([name, sha256]) => [name, execution.fileOf(sha256)])),
    };
    return { slot: slot.index, point, cost, items, rule: measure, file };
  }

  function toRecord(slot: Slot, begun: Begun, outcome: Exclude<MeasureOutcome, { kind: 'cancelled' }>): DurableRecord {
    if (outcome.kind === 'failed') return failureRecord(origin, slot, begun, outcome);
    return pointRecord(origin, slot, begun, outcome.result, measure);
  }

  async function giveUp(slots: readonly Slot[], time: number): Promise<void> {
    for (let from = 0; from < slots.length; from += batch) {
      const part = slots.slice(from, from + batch);
      const begun: Begun = { time: timing.date(), attempt: 1 };
      await write({ records: part.map((slot) => failureRecord(origin, slot, begun, budgetSpent(time))) });
      for (const slot of part) progress.finish(slot.index, undefined);
    }
  }

  /** Writes the change; when the disk is full, waits until there is space, with what was measured kept in memory. */
  async function write(change: Change): Promise<void> {
    if (Object.keys(change).length === 0) return;
    for (let isStalled = false; ; ) {
      try {
        store.append(origin.run, change);
        if (isStalled) execution.onStall(undefined);
        if (change.records !== undefined) execution.onRecords();
        return;
      } catch (error) {
        if (!(error instanceof CodedError) || error.code !== 'store-full' || signal.aborted) throw error;
        if (!isStalled) execution.onStall(`${error.message} ${error.fix}`);
        isStalled = true;
        await timing.sleep(retryTime, signal);
      }
    }
  }
}

function toCeiling({ value, samples, sizes, method }: CeilingMeasured): Ceiling {
  return { value, samples: [...samples], sizes: [...sizes], method };
}
