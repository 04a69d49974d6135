// The device at one moment. Files are read synchronously: they are in the kernel's memory and take microseconds, while a
// promise would let the measured code run between two readings.
import type { Reading, SensorSample } from '@edgewright/schemas/generated/record.js';
import { cpuFolders, meanFrequency } from './frequency.ts';
import { hottest, temperatureFiles } from './heat.ts';
import type { Host, SensorClock } from './host.ts';
import { busyShare, type LoadMark, markLoad, othersShare } from './load.ts';
import { availableMemory } from './memory.ts';
import { type SensorUse, watchPower } from './power.ts';
import { watchThrottle } from './throttle.ts';

export interface Sensors {
  /** Everything, commands included. `busy` counts since the last sample, or since the sensors were opened. */
  sample(): Promise<SensorSample>;
  /** Files alone, for the measuring loop: what takes a command is that of the last `sample`. */
  read(): SensorSample;
  /** A moment to count load from; undefined where the system does not show it. */
  mark(): LoadMark | undefined;
  /** Share of all processor time since `mark` that went to other processes than ours, 0 to 1. */
  othersBusy(since: LoadMark | undefined): Reading;
  /** No command is started after this. */
  close(): void;
}

export function openSensors(host: Host, clock: SensorClock, use: SensorUse = 'watching'): Sensors {
  const cpus = cpuFolders(host);
  const zones = temperatureFiles(host);
  const throttle = watchThrottle(host, cpus);
  const power = watchPower(host, clock, use);
  let last = markLoad(host);
  let isOpen = true;
  const read = (): SensorSample => {
    const now = markLoad(host);
    const busy = busyShare(host, last, now);
    // Without a tick since the last sample the next one counts from there too.
    if ('value' in busy) last = now;
    return {
      time: new Date(clock.now()).toISOString(),
      busy,
      available: availableMemory(host),
      frequency: meanFrequency(host, cpus),
      temperature: hottest(host, zones),
      power: power.read(),
      throttle: throttle.read(),
    };
  };
  return {
    async sample() {
      if (isOpen) await Promise.all([throttle.refresh(), power.refresh()]);
      return read();
    },
    read,
    mark: () => markLoad(host),
    othersBusy: (since) => othersShare(host, since, markLoad(host)),
    close() {
      isOpen = false;
    },
  };
}
