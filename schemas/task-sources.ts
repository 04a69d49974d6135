// The sources of a task document to what an agent opens, or to what is wrong with them.
import { capital, listOr, nameOf, removal } from './finding.ts';
import type { Source as SourceSpec, Trigger as TriggerSpec } from './generated/task.ts';
import type { Report } from './report.ts';
import { type Declared, readEvents } from './task-names.ts';
import { readDuration } from './units.ts';
import type { Path } from './yaml.ts';

interface Common {
  /** Sorted. */
  readonly events: readonly string[];
  /** Events a second; undefined: as many as come. */
  readonly rate: number | undefined;
}

/** Where the events of a task come from. Times are milliseconds. */
export type ResolvedSource =
  /** Both at `http://HOST:PORT/events`, of one listener. */
  | (Common & {
      readonly kind: 'http' | 'websocket';
      readonly host: string;
      readonly port: number;
      /** Name of a secret of the agent, here and below. */
      readonly secret?: string;
    })
  /** A Unix socket that the agent makes. */
  | (Common & { readonly kind: 'socket'; readonly path: string })
  | (Common & { readonly kind: 'timer'; readonly every: number })
  /** Lines that are added to a file. */
  | (Common & { readonly kind: 'file'; readonly path: string })
  /** Files that come, change and go in a folder, perhaps with their text; or the events that are in them. */
  | (Common & {
      readonly kind: 'folder';
      readonly path: string;
      readonly every: number;
      readonly read?: 'text' | 'events';
    })
  | (Common & { readonly kind: 'process'; readonly command: readonly string[] })
  | (Common & {
      readonly kind: 'mqtt' | 'nats';
      readonly address: string;
      readonly topic: string;
      readonly secret?: string;
    })
  | (Common & { readonly kind: 'sensor'; readonly sensor: 'temperature' | 'load' | 'battery'; readonly every: number })
  /** `name`: `battery`, `location`, or a part of the name of an Android sensor. */
  | (Common & { readonly kind: 'termux'; readonly name: string; readonly every: number })
  /** A recording at its own speed, from now on. */
  | (Common & { readonly kind: 'replay'; readonly path: string; readonly from?: 'continue' });

/** Where events come in unless the source says otherwise: this machine alone. Not registered by anybody at IANA. */
export const defaultDoor = { host: '127.0.0.1', port: 7318 } as const;

const defaultAddress = { mqtt: 'mqtt://127.0.0.1:1883', nats: 'nats://127.0.0.1:4222' } as const;

/** Milliseconds between two readings of a sensor, by default. */
const defaultReading = 10_000;

/** Milliseconds between two looks at a folder, and between two readings of a phone's sensor, by default. */
const defaultLook = 1_000;

/** Keys beside `kind`, `events` and `rate`, by the kinds that they mean something to. */
const keysOf: Readonly<Record<string, readonly SourceSpec['kind'][]>> = {
  address: ['http', 'websocket', 'mqtt', 'nats'],
  topic: ['mqtt', 'nats'],
  path: ['socket', 'file', 'folder', 'replay'],
  command: ['process'],
  sensor: ['sensor'],
  name: ['termux'],
  every: ['timer', 'folder', 'sensor', 'termux'],
  secret: ['http', 'websocket', 'mqtt', 'nats'],
  from: ['replay'],
  read: ['folder'],
};

export function readSources(
  specs: readonly SourceSpec[],
  declared: Declared,
  report: Report,
): readonly ResolvedSource[] {
  return specs.flatMap((spec, index) => readSource(spec, ['sources', index], declared, report) ?? []);
}

function readSource(spec: SourceSpec, path: Path, declared: Declared, report: Report): ResolvedSource | undefined {
  const { kind } = spec;
  for (const [key, kinds] of Object.entries(keysOf)) {
    if (spec[key as keyof SourceSpec] === undefined || kinds.includes(kind)) continue;
    const of = listOr(kinds.map((each) => `\`${each}\``));
    report.keyWarning(
      'unused-key',
      [...path, key],
      `\`${key}\` has no effect on ${kind}: it is of ${of}.`,
      'Remove it.',
      removal,
    );
  }
  const events = readEvents(spec.events ?? 'any', [...path, 'events'], declared, report);
  const common = { events, rate: spec.rate };
  const secret = spec.secret !== undefined && { secret: spec.secret };
  const every = (usual: number): number => (spec.every === undefined ? usual : readEvery(spec.every, path, report));
  const needed = <Key extends 'path' | 'topic' | 'command' | 'sensor' | 'name' | 'every'>(
    key: Key,
    why: string,
  ): NonNullable<SourceSpec[Key]> | undefined => {
    const value = spec[key];
    if (value === undefined) report.keyError('missing-key', path, `The source lacks \`${key}\`.`, why);
    return value as NonNullable<SourceSpec[Key]> | undefined;
  };
  const one = (): void => {
    if (events.length === 1) return;
    const message = `${capital(nameOf(path))} gives one event, and ${events.length} may be meant.`;
    report.keyError('missing-key', path, message, 'Name it under `events`.');
  };
  switch (kind) {
    case 'http':
    case 'websocket': {
      const door = readDoor(spec.address, [...path, 'address'], report);
      return door && { kind, ...door, ...secret, ...common };
    }
    case 'socket': {
      const file = needed('path', 'Give the path that the agent makes the socket at.');
      return file === undefined ? undefined : { kind, path: file, ...common };
    }
    case 'timer': {
      one();
      const often = needed('every', 'Say how often, as `every: 10s`.');
      return often === undefined ? undefined : { kind, every: readEvery(often, path, report), ...common };
    }
    case 'file':
    case 'replay': {
      const file = needed('path', 'Give the path of a file of JSON Lines on the device.');
      if (file === undefined) return undefined;
      if (kind === 'file') return { kind, path: file, ...common };
      return { kind, path: file, ...(spec.from === 'continue' && { from: spec.from }), ...common };
    }
    case 'folder': {
      // What is in the files names its events itself.
      if (spec.read !== 'events') one();
      const folder = needed('path', 'Give the path of a folder on the device.');
      if (folder === undefined) return undefined;
      return { kind, path: folder, every: every(defaultLook), ...(spec.read && { read: spec.read }), ...common };
    }
    case 'process': {
      const command = needed('command', 'Give the program and its arguments as a list.');
      return command === undefined ? undefined : { kind, command, ...common };
    }
    case 'mqtt':
    case 'nats': {
      const topic = needed('topic', 'Name what to subscribe to.');
      const address = spec.address ?? defaultAddress[kind];
      return topic === undefined ? undefined : { kind, address, topic, ...secret, ...common };
    }
    case 'sensor': {
      one();
      const sensor = needed('sensor', 'Name one of temperature, load and battery.');
      return sensor === undefined ? undefined : { kind, sensor, every: every(defaultReading), ...common };
    }
    case 'termux': {
      one();
      const name = needed('name', 'Name a sensor, as `name: accelerometer`, or `battery` or `location`.');
      const often = every(name === 'battery' || name === 'location' ? defaultReading : defaultLook);
      return name === undefined ? undefined : { kind, name, every: often, ...common };
    }
  }
}

/** Warns of events that the trigger needs and none of the sources gives. */
export function checkReach(
  { event, sequence = [], threshold }: TriggerSpec,
  sources: readonly ResolvedSource[],
  declared: Declared,
  report: Report,
): void {
  const given = new Set(sources.flatMap(({ events }) => events));
  const needed: readonly (readonly [Path, string | readonly string[] | undefined])[] = [
    [['trigger', 'event'], event],
    [['trigger', 'threshold', 'event'], threshold?.event],
    ...sequence.map(({ event, optional }, index) => {
      return [['trigger', 'sequence', index, 'event'], optional ? undefined : event] as const;
    }),
  ];
  for (const [path, value] of needed) {
    const names = [value ?? []].flat();
    if (names.length === 0 || names.some((name) => given.has(name) || (name === 'any' && given.size > 0))) continue;
    if (!names.every((name) => declared.has(name))) continue;
    const message = `No source gives ${listOr(names.map((name) => `"${name}"`))}, so that the trigger never fires on a device.`;
    report.keyWarning('trigger-never', path, message, 'Add it to the `events` of a source.');
  }
}

/** Shorter ones would be a busy loop on a device. */
function readEvery(text: string, path: Path, report: Report): number {
  const every = readDuration(text, [...path, 'every'], report);
  if (every < 1)
    report.error('out-of-range', [...path, 'every'], 'The interval is shorter than 1 ms.', 'Write a longer duration.');
  return every;
}

/** `HOST:PORT`, `:PORT` or `HOST`. */
function readDoor(text: string | undefined, path: Path, report: Report): { host: string; port: number } | undefined {
  if (text === undefined) return defaultDoor;
  const [, host = '', port] = /^(\[[0-9a-fA-F:]+\]|[^:/\s]*)(?::(\d{1,5}))?$/.exec(text) ?? [];
  const number = port === undefined ? defaultDoor.port : Number(port);
  if ((host === '' && port === undefined) || number > 65_535) {
    const message = `"${text}" is no address to listen on.`;
    report.error('bad-format', path, message, 'Write HOST:PORT, as 127.0.0.1:7318, or 0.0.0.0:7318 for every network.');
    return undefined;
  }
  return { host: host.replace(/^\[|\]$/g, '') || defaultDoor.host, port: number };
}
