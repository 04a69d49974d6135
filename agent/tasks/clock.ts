// The clock that stamps events. It goes with the steady clock of the system and follows the wall clock: what the wall clock is
// set by is told as a step, so that windows keep their length and the time of day is right again.

import type { Clock } from '@edgewright/core/link/channel.js';

/** Timers go by the steady clock. */
export type Timers = Pick<Clock, 'setTimer' | 'clearTimer'>;

/** Milliseconds of the longest timer: Node's take 31 bits, and a clock may be set in the meantime. */
export const longestTimer = 3_600_000;

export interface TaskClock {
  /** Whole milliseconds since 1970; it runs backwards at a step alone. */
  now(): number;
  /** Milliseconds that the wall clock was set on, or back, since it was last asked; 0 where it was not. */
  step(): number;
}

/** Milliseconds that the two clocks may part without one having been set. */
const tolerance = 1000;

/** `wall`: milliseconds since 1970; `steady`: milliseconds that never run backwards. */
export function createTaskClock(wall: () => number, steady: () => number): TaskClock {
  let offset = wall() - steady();
  const now = (): number => Math.floor(steady() + offset);
  return {
    now,
    step() {
      const by = Math.round(wall() - steady() - offset);
      // It runs ahead of the steady clock now and then, as after a sleep of the machine: time goes on.
      if (by > 0 && by <= tolerance) offset += by;
      if (Math.abs(by) <= tolerance) return 0;
      offset += by;
      return by;
    },
  };
}
