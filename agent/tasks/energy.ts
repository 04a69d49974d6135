// What an execution took of the device's energy. The sensor knows the device and not the task: what the device took while
// tasks execute is shared equally among those that do, with all that the device takes anyway and for others.
import type { Missing } from '@edgewright/schemas/deployment.js';

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
