// The hottest temperature that the kernel shows, in degrees Celsius.
import type { Reading } from '@edgewright/schemas/generated/record.js';
import type { Host } from './host.ts';
import { numberIn, unavailable, unreadable } from './reading.ts';

const thermal = '/sys/class/thermal';
const hwmon = '/sys/class/hwmon';

/** Sensors that are off answer with figures such as -256; nothing that runs is outside these. */
const plausible = { least: -40, most: 150 };

/** Files with a temperature in thousandths of a degree: the thermal zones, else the hardware monitors. */
export function temperatureFiles(host: Host): readonly string[] {
  const zones = host
    .list(thermal)
    .filter((name) => name.startsWith('thermal_zone'))
    .map((name) => `${thermal}/${name}/temp`);
  if (zones.some((path) => degrees(host, path) !== undefined)) return zones;
  const monitors = host.list(hwmon).flatMap((monitor) =>
    host
      .list(`${hwmon}/${monitor}`)
      .filter((name) => /^temp\d+_input$/.test(name))
      .map((name) => `${hwmon}/${monitor}/${name}`),
  );
  return monitors.length > 0 ? monitors : zones;
}

export function hottest(host: Host, files: readonly string[]): Reading {
  const values = files.flatMap((path) => degrees(host, path) ?? []);
  if (values.length > 0) return { value: Math.max(...values) };
  if (files.length > 0 && files.some((path) => host.access(path) === 'readable')) {
    return unavailable('no thermal zone shows a plausible temperature', 'Nothing to do: its sensors are off.');
  }
  return unreadable(host, files[0] ?? `${thermal}/thermal_zone0/temp`, 'Temperature');
}

function degrees(host: Host, path: string): number | undefined {
  const milli = numberIn(host, path);
  if (milli === undefined) return undefined;
  const value = milli / 1000;
  return value >= plausible.least && value <= plausible.most ? value : undefined;
}
