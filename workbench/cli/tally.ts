// A device's part in a run in one line.
import type { DeviceStatus } from '../runs/status.ts';

/** "finished, 88/88 slots: 84 ok, 3 wide, 1 failed (1 out-of-memory)" */
export function tallyText({ state, slots, done, failed, verdicts, failures }: DeviceStatus): string {
  const counted = Object.entries(verdicts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`);
  const codes = Object.entries(failures).map(([code, count]) => `${count} ${code}`);
  const parts = [...counted, ...(failed > 0 ? [`${failed} failed (${codes.join(', ')})`] : [])];
  return `${state ?? 'not started'}, ${done}/${slots === 0 ? '?' : slots} slots${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}
