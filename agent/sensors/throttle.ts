// What the device itself says of throttling: the firmware of a Raspberry Pi, the counters of a Jetson and of x86, the
// kernel's cooling of the processors, and limits set below the processors' own.
import type { Throttle } from '@edgewright/schemas/generated/record.js';
import { isRaspberryPi } from './board.ts';
import { frequencies } from './frequency.ts';
import type { Host } from './host.ts';
import { numberIn, unavailable } from './reading.ts';

export interface ThrottleWatch {
  /** Asks what takes a command; the others are read each time. */
  refresh(): Promise<void>;
  /**
   * `active` is what holds now. Events that were over before the call show in `count`, which only grows: compare it
   * between two readings. `flags` names what is active, counters that grew since the last call and the sticky bits.
   */
  read(): Throttle;
  /** Paths and commands that give something. */
  sources(): readonly string[];
}

export const vcgencmd = 'vcgencmd';
/** A mailbox call of the firmware takes a few milliseconds; one that hangs must not hold up a run. */
export const commandTimeout = 2_000;

export function watchThrottle(host: Host, cpus: readonly string[]): ThrottleWatch {
  const counters = [...overCurrentCounters(host), ...thermalCounters(host, cpus)];
  const coolers = processorCoolers(host);
  const openLimits = frequencies(host, cpus, 'scaling_max_freq');
  const firmware = isRaspberryPi(host) ? watchFirmware(host) : undefined;
  let counts = counters.map(({ path }) => numberIn(host, path) ?? 0);
  return {
    refresh: async () => firmware?.refresh(),
    read() {
      const flags = [...(firmware?.flags() ?? [])];
      let isActive = firmware?.isActive() ?? false;
      const current = counters.map(({ path }, index) => numberIn(host, path) ?? counts[index] ?? 0);
      const grown = counters.filter((_, index) => (current[index] as number) > (counts[index] as number));
      counts = current;
      const isCooling = coolers.some((path) => (numberIn(host, path) ?? 0) > 0);
      const limits = frequencies(host, cpus, 'scaling_max_freq');
      const highest = frequencies(host, cpus, 'cpuinfo_max_freq');
      flags.push(...new Set(grown.map(({ flag }) => flag)));
      if (isCooling) flags.push('processor-cooling');
      if (limits.some((limit, index) => limit < (highest[index] ?? 0))) flags.push('frequency-limit');
      // A limit that stood when the run began is a power mode of the user's; one that sank since is throttling.
      const hasSunk = limits.some((limit, index) => limit < (openLimits[index] ?? 0));
      isActive ||= isCooling || hasSunk;
      if (firmware && !firmware.isKnown() && !isActive) return firmware.unknown();
      if (!firmware && counters.length + coolers.length + limits.length === 0) {
        return unavailable(
          'the machine shows no throttle flags, counters, cooling devices or frequency limits',
          'Nothing to do, it is so in virtual machines: the verdict of a point rests on its latencies.',
        );
      }
      const count = current.reduce((sum, events) => sum + events, firmware?.count() ?? 0);
      return { active: isActive, flags, ...((firmware || counters.length > 0) && { count }) };
    },
    sources: () => [
      ...(firmware?.isKnown() ? [`${vcgencmd} get_throttled`] : []),
      ...counters.map(({ path }) => path),
      ...coolers,
    ],
  };
}

/** The bits of `vcgencmd get_throttled`; the same events stand 16 bits higher as sticky since boot. */
const firmwareBits = ['under-voltage', 'frequency-capped', 'throttled', 'soft-temperature-limit'] as const;

/** 0x50005 of "throttled=0x50005", or undefined. */
export function parseThrottled(output: string): number | undefined {
  const digits = /^throttled=0x([0-9a-f]+)\s*$/i.exec(output)?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 16);
}

function watchFirmware(host: Host) {
  let bits: number | undefined;
  const has = (bit: number) => ((bits ?? 0) >>> bit) % 2 === 1;
  return {
    async refresh() {
      const output = await host.run(vcgencmd, ['get_throttled'], commandTimeout);
      bits = output === undefined ? undefined : parseThrottled(output);
    },
    isKnown: () => bits !== undefined,
    isActive: () => firmwareBits.some((_, bit) => has(bit)),
    // Sticky bits set before a run prove nothing about it; one more of them does.
    count: () => firmwareBits.filter((_, bit) => has(bit + 16)).length,
    flags: () => [
      ...firmwareBits.filter((_, bit) => has(bit)),
      ...firmwareBits.filter((_, bit) => has(bit + 16)).map((flag) => `${flag}-since-boot`),
    ],
    unknown: () =>
      unavailable(
        `\`${vcgencmd} get_throttled\` gave nothing, so throttling by the firmware is not seen`,
        'Install vcgencmd, or add the user of the agent to the group video.',
      ),
  };
}

interface Counter {
  readonly flag: string;
  readonly path: string;
}

/** Events of a Jetson's power supply. [NVIDIA Jetson Linux, Platform Power and Performance: OC events] */
const overCurrentFlags: Readonly<Record<string, string>> = {
  oc1_event_cnt: 'under-voltage',
  oc2_event_cnt: 'average-over-current',
  oc3_event_cnt: 'instantaneous-over-current',
};

function overCurrentCounters(host: Host): Counter[] {
  return host.list('/sys/class/hwmon').flatMap((monitor) =>
    Object.entries(overCurrentFlags).flatMap(([file, flag]) => {
      const path = `/sys/class/hwmon/${monitor}/${file}`;
      return numberIn(host, path) === undefined ? [] : [{ flag, path }];
    }),
  );
}

/** Events of x86 processors. [Linux Documentation/ABI/testing/sysfs-devices-system-cpu: thermal_throttle] */
function thermalCounters(host: Host, cpus: readonly string[]): Counter[] {
  return cpus.flatMap((cpu) => {
    const path = `${cpu}/thermal_throttle/core_throttle_count`;
    return numberIn(host, path) === undefined ? [] : [{ flag: 'thermal-throttle', path }];
  });
}

/** States of the cooling devices that slow the processors: 0 is none. [Linux Documentation/ABI/testing/sysfs-class-thermal] */
function processorCoolers(host: Host): string[] {
  return host
    .list('/sys/class/thermal')
    .filter((name) => name.startsWith('cooling_device'))
    .filter((name) => /cpu|processor/i.test(host.readFile(`/sys/class/thermal/${name}/type`) ?? ''))
    .map((name) => `/sys/class/thermal/${name}/cur_state`)
    .filter((path) => numberIn(host, path) !== undefined);
}
