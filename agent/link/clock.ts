// The system's clock and random bytes, as sessions take them.
import { randomBytes } from 'node:crypto';
import type { Clock } from '@edgewright/core/link/channel.js';

export const systemClock: Clock = {
  now: () => performance.now(),
  setTimer: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
