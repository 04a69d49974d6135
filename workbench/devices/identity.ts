// Who this workbench is to a device.
import { randomBytes } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import type { SessionOptions } from '@edgewright/core/link/session.js';
import manifest from '../package.json' with { type: 'json' };
import { systemClock } from './clock.ts';

export const version: string = manifest.version;
export const program = `edgewright ${version}`;

/** The options of a session that are the same for every device. */
export const workbenchIdentity: Pick<SessionOptions, 'role' | 'id' | 'name' | 'program' | 'clock' | 'randomHex'> = {
  role: 'workbench',
  id: `workbench-${randomBytes(8).toString('hex')}`,
  name: nameOfUser(),
  program,
  clock: systemClock,
  randomHex: (bytes) => randomBytes(bytes).toString('hex'),
};

function nameOfUser(): string {
  try {
    return `${userInfo().username}@${hostname()}`.slice(0, 63);
  } catch {
    // A user without an entry in the password file, as in some containers.
    return hostname().slice(0, 63);
  }
}
