// The system's clock for sessions.
import type { Clock } from '@edgewright/core/link/channel.js';

export const systemClock: Clock = {
  now: () => performance.now(),
  setTimer: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout),
};
