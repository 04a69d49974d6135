// What the device is, to stand beside every record.
import { canonicalJson, shortHash } from '@edgewright/core/canonical.js';
import type { DeviceProfile, RuntimeStatus } from '@edgewright/schemas/generated/record.js';
import { boardName, isJetson, socName } from './board.ts';
import { cpuFolder, cpuFolders, maximumFrequency, meanFrequency } from './frequency.ts';
import { hottest, temperatureFiles } from './heat.ts';
import type { Host, SensorClock } from './host.ts';
import { markLoad } from './load.ts';
import { availableMemory, memoryLimit } from './memory.ts';
import { watchPower } from './power.ts';
import { processorName } from './processor.ts';
import { commandTimeout, watchThrottle } from './throttle.ts';

export async function readProfile(
  host: Host,
  runtimes: readonly RuntimeStatus[],
  clock: SensorClock,
): Promise<DeviceProfile> {
  const cpus = cpuFolders(host);
  const properties = host.platform === 'android' ? await androidProperties(host) : undefined;
  return {
    hostname: host.hostname,
    board: boardName(host) || (properties?.board ?? ''),
    soc: socName(host) || (properties?.soc ?? ''),
    arch: host.arch,
    platform: host.platform,
    os: properties?.os ?? systemName(host),
    kernel: host.release,
    cpu: processorName(host),
    cores: host.cores,
    maxFrequency: maximumFrequency(host, cpus),
    governor: host.readFile(`${cpuFolder}/cpu0/cpufreq/scaling_governor`)?.trim() ?? '',
    memory: memoryLimit(host),
    node: host.node,
    runtimes: [...runtimes],
    clockResolution: clockResolution(clock),
    powerMode: await powerMode(host),
    sensors: await sensorSources(host, cpus, clock),
  };
}

/**
 * Equal for equal devices: 16 hexadecimal characters of a hash of the profile without what says nothing of speed
 * (`hostname`) or differs from start to start on one device (`clockResolution`, which is measured, and the numbers in
 * the paths of `sensors`).
 */
export function fingerprint(profile: DeviceProfile): string {
  const { hostname: _, clockResolution: __, sensors: ___, ...rest } = profile;
  return shortHash(canonicalJson(rest));
}

/** Nanoseconds: the least difference above zero of many pairs of readings, of more where the clock is coarse. */
function clockResolution(clock: SensorClock): number {
  let least = Number.POSITIVE_INFINITY;
  let before = clock.nanoseconds();
  for (let reading = 0; reading < 10_000 || (least === Number.POSITIVE_INFINITY && reading < 1e7); reading++) {
    const now = clock.nanoseconds();
    const step = Number(now - before);
    if (step > 0 && step < least) least = step;
    before = now;
  }
  return least;
}

/** nvpmodel's mode on a Jetson, else the firmware's platform profile; empty where there is neither. */
async function powerMode(host: Host): Promise<string> {
  if (isJetson(host)) {
    const output = await host.run('nvpmodel', ['-q'], commandTimeout);
    const mode = /NV Power Mode: *(.+?)\s*$/m.exec(output ?? '')?.[1];
    if (mode !== undefined) return mode;
  }
  return host.readFile('/sys/firmware/acpi/platform_profile')?.trim() ?? '';
}

/** The distribution's name for itself, on a Jetson with NVIDIA's release. */
function systemName(host: Host): string {
  const pretty = /^PRETTY_NAME="?(.*?)"?$/m.exec(host.readFile('/etc/os-release') ?? '')?.[1];
  const tegra = /^# (R\d+) \(release\), REVISION: ([\d.]+)/.exec(host.readFile('/etc/nv_tegra_release') ?? '');
  return [pretty ?? host.platform, ...(tegra ? [`L4T ${tegra[1]}.${tegra[2]}`] : [])].join(', ');
}

async function androidProperties(host: Host): Promise<{ board: string; soc: string; os: string }> {
  const property = async (name: string) => (await host.run('getprop', [name], commandTimeout))?.trim() ?? '';
  const join = async (...names: string[]) => (await Promise.all(names.map(property))).filter(Boolean).join(' ');
  return {
    board: await join('ro.product.manufacturer', 'ro.product.model'),
    soc: await join('ro.soc.manufacturer', 'ro.soc.model'),
    os: `Android ${await property('ro.build.version.release')}`.trim(),
  };
}

async function sensorSources(host: Host, cpus: readonly string[], clock: SensorClock): Promise<string[]> {
  const throttle = watchThrottle(host, cpus);
  const power = watchPower(host, clock, 'measuring');
  await Promise.all([throttle.refresh(), power.refresh()]);
  const zones = temperatureFiles(host);
  const frequency = meanFrequency(host, cpus);
  const fromCpufreq = cpus.find((cpu) => host.readFile(`${cpu}/cpufreq/scaling_cur_freq`) !== undefined);
  return [
    ...(markLoad(host) ? ['/proc/stat'] : []),
    ...('value' in availableMemory(host) ? ['/proc/meminfo'] : []),
    ...('value' in frequency ? [fromCpufreq ? `${fromCpufreq}/cpufreq/scaling_cur_freq` : '/proc/cpuinfo'] : []),
    ...zones.filter((path) => 'value' in hottest(host, [path])),
    ...throttle.sources(),
    ...power.sources(),
  ];
}
