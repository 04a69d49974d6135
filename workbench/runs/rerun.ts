// Starts a re-run: what failed in a run, measured again on the same devices.
import { dirname } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import { program } from '../devices/identity.ts';
import { openDevices } from '../devices/open.ts';
import { createRun, type NewRun, type Run } from './folder.ts';
import { lockRun, type RunLock } from './lock.ts';
import { type ReachOptions, reachesOf, reachOf, targetOfRun } from './reach.ts';
import { failedPoints, firstOf } from './reruns.ts';
import type { StartedRun } from './start.ts';

export interface RerunOptions extends ReachOptions {
  /** A run, or a re-run of it. */
  readonly run: Run;
  readonly now: Date;
}

/**
 * Every device measures what failed on it. Nothing is written before every device answers, unless they dial in. Throws
 * `rerun-empty`, what `openDevices` throws, and `disk-full` or `storage-refused`.
 */
export async function startRerun({ run, now, credentials, listener, tokenFile }: RerunOptions): Promise<StartedRun> {
  const first = await firstOf(run);
  const points = await failedPoints(first);
  const devices = first.head.devices.filter(({ name }) => points[name] !== undefined);
  if (devices.length === 0) throw nothingFailed(first);
  const targets = devices.map((device) => targetOfRun(device, tokenFile));
  const opened = listener === undefined ? await openDevices(targets, credentials) : undefined;
  const { name, sweep, artifacts, id } = first.head;
  const head: NewRun = { name, program, sweep, artifacts, devices, rerunOf: id, points };
  let lock: RunLock | undefined;
  const prepare = async (path: string) => {
    lock = await lockRun(path);
  };
  const made = await createRun(dirname(first.path), head, now, prepare).catch(async (error: unknown) => {
    await lock?.release();
    await Promise.all((opened ?? []).map(async (device) => (await device.dial(() => {})).close()));
    throw error;
  });
  const reaches =
    opened?.map((device, index) => reachOf(made, { ...device, name: devices[index].name }, undefined)) ??
    reachesOf(made, { credentials, listener, tokenFile });
  return { run: made, reaches, lock: lock as RunLock };
}

function nothingFailed({ path }: Run): CodedError {
  return new CodedError(
    'rerun-empty',
    `No point of ${path} has failed, or all that did were measured since.`,
    'Look at the run with `edgewright show RUN`.',
  );
}
