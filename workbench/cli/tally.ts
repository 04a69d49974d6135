// A device's part in a run in one line.
import type { VerdictKind } from '@edgewright/schemas/generated/record.js';
import type { DeviceStatus } from '../runs/status.ts';
import type { Io } from './io.ts';

/** "finished, 88/88: 84 ok, 3 wide, 1 failed" */
export function tallyText({ state, slots, done, failed, verdicts }: DeviceStatus): string {
  const counts = countsText(verdicts, failed);
  return `${state ?? 'not started'}, ${done}/${slots === 0 ? '?' : slots}${counts === '' ? '' : `: ${counts}`}`;
}

/** "84 ok, 3 wide, 1 failed" */
export function countsText(verdicts: Readonly<Record<VerdictKind, number>>, failed: number): string {
  const counted = Object.entries(verdicts).filter(([, count]) => count > 0);
  return [...counted, ...(failed > 0 ? [['failed', failed]] : [])]
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}

/** Two lines a code: how many points failed with it, and what to do. Empty where none failed. */
export function failureText({ failures, fixes }: DeviceStatus, io: Io): string {
  return Object.entries(failures)
    .map(
      ([code, count]) =>
        `  ${io.paint('bad', `${count} failed`)} [${code}]\n${fixes[code] === undefined ? '' : `    fix: ${fixes[code]}\n`}`,
    )
    .join('');
}
