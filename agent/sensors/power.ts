// Power in watts, from whatever measures it: each kind of device by its own interface, and of a part of the device of its own.
// docs/measuring.md says which part; figures of different sources are not to be compared.
import type { Reading } from '@edgewright/schemas/generated/record.js';
import { isRaspberryPi } from './board.ts';
import type { Host, SensorClock } from './host.ts';
import { numberIn, unavailable } from './reading.ts';
import { commandTimeout, vcgencmd } from './throttle.ts';

export interface PowerWatch {
  /** Asks what takes a command; files are read each time. */
  refresh(): Promise<void>;
  /** Where only energy is counted, or a command was asked several times, the mean since the last reading. */
  read(): Reading;
  /** Paths and commands that give something. */
  sources(): readonly string[];
}

/** `measuring`: no command is started that takes long enough to disturb what is measured. */
export type SensorUse = 'watching' | 'measuring';

/** One source for as long as it is open: figures of two would not belong together. */
export function watchPower(host: Host, clock: SensorClock, use: SensorUse): PowerWatch {
  const packages = raplPackages(host);
  return (
    jetsonRails(host) ??
    legacyJetsonRails(host) ??
    raspberryPi(host, clock) ??
    rapl(host, clock, packages) ??
    battery(host) ??
    termux(host, clock, use) ??
    constant(packages.length > 0 ? deniedRapl : nothing)
  );
}

const nothing = unavailable(
  'this machine shows no sensor of power that the agent knows',
  'Measure it with a meter at the supply.',
);

const deniedRapl = unavailable(
  'the counters of energy of the processor (/sys/class/powercap/intel-rapl:*/energy_uj) may not be read',
  'As root, until the next start: chmod a+r /sys/class/powercap/intel-rapl:*/energy_uj. They tell other processes what the processor is busy with, so the kernel keeps them from users.',
);

function constant(reading: Reading): PowerWatch {
  return { refresh: async () => {}, read: () => reading, sources: () => [] };
}

// --- NVIDIA Jetson: INA3221 monitors on the board. ---

/** Rails that the others are fed from: the whole module. Boards without one have the sum of their rails. */
const totalRails: ReadonlySet<string> = new Set(['VDD_IN', 'POM_5V_IN']);

interface Rail {
  readonly name: string;
  readonly path: string;
  /** Watts. */
  read(): number | undefined;
}

/** Volts in mV, currents in mA. [Linux Documentation/hwmon/ina3221] */
function jetsonRails(host: Host): PowerWatch | undefined {
  const folder = '/sys/class/hwmon';
  const monitors = host.list(folder).map((name) => `${folder}/${name}`);
  const rails = monitors
    .filter((monitor) => host.readFile(`${monitor}/name`)?.trim() === 'ina3221')
    .flatMap((monitor) =>
      [1, 2, 3].flatMap((channel): Rail[] => {
        const name = host.readFile(`${monitor}/in${channel}_label`)?.trim();
        const path = `${monitor}/curr${channel}_input`;
        if (name === undefined || name === 'NC' || numberIn(host, path) === undefined) return [];
        const read = () => product(numberIn(host, `${monitor}/in${channel}_input`), numberIn(host, path), 1e-6);
        return [{ name, path, read }];
      }),
    );
  return sumOfRails(rails);
}

/** L4T 32 and older, in mW. */
function legacyJetsonRails(host: Host): PowerWatch | undefined {
  const driver = '/sys/bus/i2c/drivers/ina3221x';
  const rails = host.list(driver).flatMap((address) =>
    host
      .list(`${driver}/${address}`)
      .filter((name) => name.startsWith('iio:device'))
      .flatMap((device) =>
        [0, 1, 2].flatMap((channel): Rail[] => {
          const folder = `${driver}/${address}/${device}`;
          const name = host.readFile(`${folder}/rail_name_${channel}`)?.trim();
          const path = `${folder}/in_power${channel}_input`;
          if (name === undefined || numberIn(host, path) === undefined) return [];
          return [{ name, path, read: () => product(numberIn(host, path), 1, 1e-3) }];
        }),
      ),
  );
  return sumOfRails(rails);
}

function sumOfRails(rails: readonly Rail[]): PowerWatch | undefined {
  if (rails.length === 0) return undefined;
  const total = rails.filter(({ name }) => totalRails.has(name));
  const read = total.length > 0 ? total : rails;
  return {
    refresh: async () => {},
    read() {
      const watts = read.map((rail) => rail.read());
      if (watts.every((value) => value !== undefined)) return { value: sum(watts) };
      return unavailable('a monitor of the rails did not answer', 'Look into the log of the kernel (`dmesg`).');
    },
    sources: () => read.map(({ path }) => path),
  };
}

// --- Raspberry Pi 5: the power management chip, by the firmware. ---

/** Nanoseconds after which what was answered last says nothing of now. */
const longestAge = 10_000_000_000n;

function raspberryPi(host: Host, clock: SensorClock): PowerWatch | undefined {
  if (!isRaspberryPi(host)) return undefined;
  /** Of the last answer. */
  let last: { readonly watts: number; readonly at: bigint } | undefined;
  /** Of the answers since the last reading. */
  let total = { watts: 0, count: 0 };
  let isAsked = false;
  let isKnown = false;
  return {
    async refresh() {
      // A board without the chip never gets one: its firmware is asked once.
      if (isAsked && !isKnown) return;
      isAsked = true;
      const output = await host.run(vcgencmd, ['pmic_read_adc'], commandTimeout);
      const watts = output === undefined ? undefined : parsePmic(output);
      last = watts === undefined ? undefined : { watts, at: clock.nanoseconds() };
      if (watts !== undefined) total = { watts: total.watts + watts, count: total.count + 1 };
      isKnown ||= watts !== undefined;
    },
    read() {
      const { watts, count } = total;
      total = { watts: 0, count: 0 };
      if (last !== undefined && clock.nanoseconds() - last.at > longestAge) {
        return unavailable(`\`${vcgencmd} pmic_read_adc\` has not been asked for 10 s`, 'Measure for longer.');
      }
      if (last !== undefined) return { value: count === 0 ? last.watts : watts / count };
      return unavailable(
        `\`${vcgencmd} pmic_read_adc\` gave nothing: of all Raspberry Pis the 5 alone measures its currents`,
        'On a Raspberry Pi 5 install vcgencmd or add the user of the agent to the group video; else use a meter at the supply.',
      );
    },
    sources: () => (isKnown ? [`${vcgencmd} pmic_read_adc`] : []),
  };
}

/** Watts of all rails that have both a current and a voltage; undefined where none has. */
export function parsePmic(output: string): number | undefined {
  const amperes = new Map<string, number>();
  const volts = new Map<string, number>();
  for (const [, rail, kind, value] of output.matchAll(/^\s*(\S+)_([AV])\s+\w+\(\d+\)=([\d.]+)[AV]\s*$/gm)) {
    (kind === 'A' ? amperes : volts).set(rail as string, Number(value));
  }
  const watts = [...amperes].flatMap(([rail, current]) => product(current, volts.get(rail), 1) ?? []);
  return watts.length === 0 ? undefined : sum(watts);
}

// --- x86: counters of energy of the processor packages, Intel's and AMD's. ---

const powercap = '/sys/class/powercap';

/** Least milliseconds between two readings: the counters move once in one. */
const leastTime = 10;

function raplPackages(host: Host): readonly string[] {
  return host
    .list(powercap)
    .filter((name) => /^intel-rapl:\d+$/.test(name))
    .map((name) => `${powercap}/${name}`)
    .filter((zone) => host.readFile(`${zone}/name`)?.startsWith('package'));
}

/** [Linux Documentation/power/powercap] */
function rapl(host: Host, clock: SensorClock, zones: readonly string[]): PowerWatch | undefined {
  const files = zones.map((zone) => `${zone}/energy_uj`);
  if (files.length === 0 || files.some((path) => numberIn(host, path) === undefined)) return undefined;
  const ranges = zones.map((zone) => numberIn(host, `${zone}/max_energy_range_uj`) ?? 0);
  const count = () => ({ time: clock.nanoseconds(), energies: files.map((path) => numberIn(host, path)) });
  let last = count();
  let reading: Reading = unavailable(
    'no time has passed since the counters of energy were first read',
    'Sample 50 ms apart or more.',
  );
  return {
    refresh: async () => {},
    read() {
      const now = count();
      const elapsed = Number(now.time - last.time);
      if (elapsed < leastTime * 1e6) return reading;
      const spent = now.energies.map((energy, zone) => {
        const before = last.energies[zone];
        if (energy === undefined || before === undefined) return undefined;
        return energy < before ? energy - before + (ranges[zone] as number) : energy - before;
      });
      last = now;
      // Microjoules a nanosecond.
      reading = spent.every((energy) => energy !== undefined) ? { value: (sum(spent) / elapsed) * 1e3 } : deniedRapl;
      return reading;
    },
    sources: () => files,
  };
}

// --- A battery that feeds the machine: the whole of it, screen and radios included. ---

const supplies = '/sys/class/power_supply';

/** Microvolts, microamperes, microwatts. [Linux Documentation/ABI/testing/sysfs-class-power] */
function battery(host: Host): PowerWatch | undefined {
  const folder = host
    .list(supplies)
    .map((name) => `${supplies}/${name}`)
    // Batteries of a mouse or a keyboard are of scope Device.
    .filter((path) => host.readFile(`${path}/type`)?.trim() === 'Battery')
    .filter((path) => host.readFile(`${path}/scope`)?.trim() !== 'Device')
    .find((path) => wattsOf(path) !== undefined);
  if (folder === undefined) return undefined;
  return {
    refresh: async () => {},
    read() {
      const status = host.readFile(`${folder}/status`)?.trim() ?? 'unknown';
      const watts = wattsOf(folder);
      if (status === 'Discharging' && watts !== undefined) return { value: watts };
      return notDischarging(status);
    },
    sources: () => [folder],
  };

  function wattsOf(path: string): number | undefined {
    const power = numberIn(host, `${path}/power_now`);
    if (power !== undefined) return Math.abs(power) * 1e-6;
    const watts = product(numberIn(host, `${path}/voltage_now`), numberIn(host, `${path}/current_now`), 1e-12);
    return watts === undefined ? undefined : Math.abs(watts);
  }
}

function notDischarging(status: string): Reading {
  return unavailable(
    `the battery is not discharging (${status.toLowerCase()}), so its current is not what the device takes`,
    'Unplug the charger.',
  );
}

// --- Android: Termux:API, where apps may not read the files of the battery. ---

const termuxCommand = 'termux-battery-status';

/** It wakes an app and takes up to a second, and it can hang. */
const termuxTimeout = 5_000;

/** Milliseconds from one answer to the next question. */
const termuxPause = 10_000;

function termux(host: Host, clock: SensorClock, use: SensorUse): PowerWatch | undefined {
  if (host.platform !== 'android') return undefined;
  if (use === 'measuring') {
    return constant(
      unavailable(
        `\`${termuxCommand}\` wakes an app, so it is not asked while a point is measured`,
        'Look at the power of the device while it runs.',
      ),
    );
  }
  const silence = unavailable(
    `\`${termuxCommand}\` gave nothing`,
    'Install the app Termux:API and the package termux-api, and exempt both from battery optimisation.',
  );
  let reading: Reading = unavailable(`\`${termuxCommand}\` has not answered yet`, 'Wait some seconds.');
  let isAsking = false;
  let next = clock.nanoseconds();
  return {
    async refresh() {
      if (isAsking || clock.nanoseconds() < next) return;
      isAsking = true;
      // Not awaited: the other sensors do not wait for an app.
      void host.run(termuxCommand, [], termuxTimeout).then((output) => {
        reading = (output === undefined ? undefined : parseTermuxBattery(output)) ?? silence;
        next = clock.nanoseconds() + BigInt(termuxPause * 1e6);
        isAsking = false;
      });
    },
    read: () => reading,
    sources: () => ('value' in reading ? [termuxCommand] : []),
  };
}

/** Millivolts and microamperes; the sign of the current differs between makers. Undefined where it is no such answer. */
export function parseTermuxBattery(output: string): Reading | undefined {
  let answer: { readonly status?: unknown; readonly voltage?: unknown; readonly current?: unknown } | null;
  try {
    answer = JSON.parse(output);
  } catch {
    return undefined;
  }
  const { status, voltage, current } = answer ?? {};
  if (typeof voltage !== 'number' || typeof current !== 'number') return undefined;
  if (status !== 'DISCHARGING') return notDischarging(typeof status === 'string' ? status : 'unknown');
  return { value: Math.abs(voltage * current) * 1e-9 };
}

function product(left: number | undefined, right: number | undefined, unit: number): number | undefined {
  return left === undefined || right === undefined ? undefined : left * right * unit;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
