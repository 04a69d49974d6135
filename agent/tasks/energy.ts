// What an execution took of the device's energy. The sensor knows the device and not the task: what the device took while
// tasks execute is shared equally among those that do, with all that the device takes anyway and for others.
import type { Missing } from '@edgewright/schemas/deployment.js';
import type { PowerWatch } from '../sensors/power.ts';
import type { Timers } from './clock.ts';

export interface EnergyMeter {
  /** An execution begins; what it gives ends it, and tells its joules, or why they are not known. */
  begin(): () => number | Missing;
}

interface Share {
  joules: number;
  missing: Missing | undefined;
}

/**
 * `power`: watts now, or the mean since it was last asked, as counters of energy have it; so it is asked whenever an execution
 * begins or ends. What is shorter than the sensor's own time is taken at the power that was read last.
 * @param steady Milliseconds that never run backwards.
 */
export function createEnergyMeter(
  power: () => { readonly value: number } | Missing,
  steady: () => number,
): EnergyMeter {
  const shares = new Set<Share>();
  let last = steady();

  return {
    begin() {
      settle();
      const share: Share = { joules: 0, missing: undefined };
      shares.add(share);
      return () => {
        settle();
        shares.delete(share);
        return share.missing ?? share.joules;
      };
    },
  };

  /** Until now these executed. */
  function settle(): void {
    const reading = power();
    const now = steady();
    for (const share of shares) {
      if ('unavailable' in reading) share.missing = reading;
      else share.joules += (reading.value * (now - last)) / 1000 / shares.size;
    }
    last = now;
  }
}

/** Milliseconds between two questions to a sensor that takes a command, and for which it is asked after a reading. */
const askTime = 1_000;
const lingerTime = 10_000;

/**
 * The power of a device, whose sensor is asked at each reading and for a while after it: an execution that lasts has the mean of
 * what was answered meanwhile.
 */
export function keepAsking(
  watch: Pick<PowerWatch, 'read' | 'refresh'>,
  steady: () => number,
  timers: Pick<Timers, 'setTimer'>,
): PowerWatch['read'] {
  let readAt = steady();
  let isAsking = false;
  ask();
  return () => {
    readAt = steady();
    if (!isAsking) ask();
    return watch.read();
  };

  /** Until nobody has read for a while. */
  function ask(): void {
    isAsking = true;
    void watch.refresh().then(() =>
      timers.setTimer(() => {
        isAsking = steady() - readAt <= lingerTime;
        if (isAsking) ask();
      }, askTime),
    );
  }
}
