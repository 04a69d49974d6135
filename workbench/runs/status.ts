// What a run has come to, from its records.
import type { DurableRecord, RunState, VerdictKind } from '@edgewright/schemas/generated/record.js';

export interface DeviceStatus {
  readonly device: string;
  /** Undefined before the device's first record. */
  readonly state: RunState | undefined;
  /** Why it is in this state, by the device. */
  readonly reason: string;
  /** Slots planned; 0 before the head has come. */
  readonly slots: number;
  /** Slots with a record. */
  readonly done: number;
  readonly failed: number;
  readonly verdicts: Readonly<Record<VerdictKind, number>>;
  /** Failures by code. */
  readonly failures: Readonly<Record<string, number>>;
  /** What to do, of the first failure of each code. */
  readonly fixes: Readonly<Record<string, string>>;
}

/** Takes the records of one device in order. */
export interface StatusCount {
  add(record: DurableRecord): void;
  status(): DeviceStatus;
}

export function countStatus(device: string): StatusCount {
  const verdicts: Record<VerdictKind, number> = { ok: 0, wide: 0, drifting: 0, throttled: 0, bimodal: 0 };
  const failures: Record<string, number> = {};
  const fixes: Record<string, string> = {};
  const slots = new Set<number>();
  let planned = 0;
  let failed = 0;
  let state: RunState | undefined;
  let reason = '';
  return {
    add(record) {
      switch (record.kind) {
        case 'run':
          planned = record.slots;
          state ??= 'queued';
          break;
        case 'state':
          state = record.state;
          reason = record.reason;
          break;
        case 'point':
          slots.add(record.slot);
          verdicts[record.verdict.kind]++;
          break;
        case 'failure':
          slots.add(record.slot);
          failed++;
          failures[record.code] = (failures[record.code] ?? 0) + 1;
          fixes[record.code] ??= record.fix;
          break;
        case 'ceiling':
          break;
      }
    },
    status: () => ({
      device,
      state,
      reason,
      slots: planned,
      done: slots.size,
      failed,
      verdicts: { ...verdicts },
      failures: { ...failures },
      fixes: { ...fixes },
    }),
  };
}

export function isOver(state: RunState | undefined): state is 'finished' | 'cancelled' {
  return state === 'finished' || state === 'cancelled';
}
