// Devices that stand in for the machine, read from test/fixtures/sensors.
import { readFileSync } from 'node:fs';
import type { Host, SensorClock } from '@edgewright/agent/sensors/host.js';

export const devices = [
  'jetson-orin-nano',
  'raspberry-pi-4',
  'raspberry-pi-5',
  'termux-phone',
  'virtual-machine',
  'x86-server',
] as const;
export type Device = (typeof devices)[number];

/** A device whose files and commands a test can change. */
export interface FakeHost extends Host {
  set(path: string, text: string): void;
  /** Undefined: the command fails. */
  answer(command: string, output: string | undefined): void;
  readonly commands: readonly string[];
}

export function fakeHost(device: Device): FakeHost {
  const fixture = readFileSync(new URL(`../../fixtures/sensors/${device}.txt`, import.meta.url), 'utf8');
  const files = new Map<string, string>();
  const denied = new Set<string>();
  const answers = new Map<string, string | undefined>();
  const commands: string[] = [];
  for (const section of fixture.split(/^(?===> |\$ )/m)) {
    const end = section.indexOf('\n');
    const [head, body] = [section.slice(0, end), section.slice(end + 1)];
    const path = /^==> (.*) <==/.exec(head)?.[1];
    if (path === undefined) answers.set(head.slice(2), body);
    else if (head.endsWith(' denied')) denied.add(path);
    // The line's end belongs to the fixture, where zero bytes end the text.
    else files.set(path, body.replaceAll('\\0', '\0').replace(/\0\n$/, '\0'));
  }
  return {
    ...JSON.parse(files.get('host') ?? ''),
    commands,
    readFile: (path) => files.get(path),
    access: (path) => (files.has(path) ? 'readable' : denied.has(path) ? 'denied' : 'missing'),
    list(path) {
      const names = [...files.keys(), ...denied]
        .filter((file) => file.startsWith(`${path}/`))
        .map((file) => file.slice(path.length + 1).split('/')[0] as string);
      return [...new Set(names)];
    },
    async run(command, args) {
      const line = [command, ...args].join(' ');
      commands.push(line);
      return answers.get(line);
    },
    set: (path, text) => files.set(path, text),
    answer: (command, output) => answers.set(command, output),
  };
}

/** A clock that moves by `step` ns at every reading, from the first minute of 2026. */
export function fakeClock(step = 40n): SensorClock {
  let nanoseconds = 0n;
  return {
    now: () => Date.UTC(2026, 0, 1, 0, 1),
    nanoseconds: () => {
      nanoseconds += step;
      return nanoseconds;
    },
  };
}
