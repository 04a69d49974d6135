// The devices that the options of a command mean.
import { resolve } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import { parseFleet } from '@edgewright/schemas/fleet.js';
import { selectTargets, targetsOf } from '../devices/fleet.ts';
import { type Target, targetOf } from '../devices/target.ts';
import { readDocument } from './document.ts';
import type { Io } from './io.ts';

export interface DeviceOptions {
  readonly device?: readonly string[];
  readonly fleet?: string;
  readonly on?: readonly string[];
  readonly tokenFile?: string;
  readonly certificate?: string;
}

/** Throws `no-device`, `bad-address`, `file-unreadable` or the first error of the fleet document. */
export async function targetsFor(options: DeviceOptions, io: Io): Promise<readonly Target[]> {
  if (options.on !== undefined && options.fleet === undefined) {
    throw new CodedError('usage', '--on chooses devices of a fleet, and no fleet was given.', 'Give --fleet FILE too.');
  }
  const named = (options.device ?? []).map((address) => targetOf(address, options, io.cwd));
  const ofFleet =
    options.fleet === undefined ? [] : selectTargets(await readFleet(options.fleet, io), options.on ?? []);
  const targets = [...named, ...ofFleet];
  if (targets.length > 0) return targets;
  throw new CodedError(
    'no-device',
    'No device was named.',
    'Give --device ws://HOST:PORT, --fleet FILE, or --listen PORT for agents that dial in.',
  );
}

/** For what goes on with one device at a time. Throws `usage` where several are named, and as `targetsFor`. */
export async function targetFor(options: DeviceOptions, io: Io): Promise<Target> {
  const [target, ...others] = await targetsFor(options, io);
  if (target !== undefined && others.length === 0) return target;
  throw new CodedError('usage', `This goes on one device, and ${others.length + 1} were named.`, 'Name one device.');
}

async function readFleet(file: string, io: Io): Promise<ReturnType<typeof targetsOf>> {
  const { fleet, diagnostics } = parseFleet(await readDocument(file, io.cwd));
  if (fleet !== undefined) return targetsOf(fleet, resolve(io.cwd, file));
  const [first] = diagnostics.filter(({ severity }) => severity === 'error');
  const where = first.place === undefined ? file : `${file}:${first.place.line}:${first.place.column}`;
  throw new CodedError(first.code, `${where}: ${first.message}`, first.fix);
}
