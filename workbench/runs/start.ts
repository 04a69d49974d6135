// Starts a run: its folder is made once every device answers.
import { program } from '../devices/identity.ts';
import type { Device, DialIn } from '../devices/open.ts';
import type { Reach } from './drive.ts';
import { createRun, type NewRun, type Run, type RunDevice } from './folder.ts';
import { lockRun, type RunLock } from './lock.ts';
import { reachOf } from './reach.ts';

export interface StartOptions {
  /** Folder that holds the runs. */
  readonly root: string;
  /** Name of the sweep. */
  readonly name: string;
  /** The document, YAML. */
  readonly sweep: string;
  readonly artifacts: NewRun['artifacts'];
  /** As `openDevices` or `awaitDevices` opened them. */
  readonly devices: readonly Device[];
  /** Of `awaitDevices`. */
  readonly listener?: DialIn | undefined;
  readonly now: Date;
}

export interface StartedRun {
  readonly run: Run;
  /** For `driveRun`, which pushes the sweep and collects. */
  readonly reaches: readonly Reach[];
  /** For `driveRun` too, else to be released: no other workbench that sees the new folder may collect it first. */
  readonly lock: RunLock;
}

/** Closes the links of the devices where the folder cannot be made. Throws `disk-full` or `storage-refused`. */
export async function startRun(options: StartOptions): Promise<StartedRun> {
  const { root, name, sweep, artifacts, devices, listener, now } = options;
  const head: NewRun = { name, program, sweep, artifacts, devices: devices.map(runDevice) };
  let lock: RunLock | undefined;
  const prepare = async (path: string) => {
    lock = await lockRun(path);
  };
  const run = await createRun(root, head, now, prepare).catch(async (error: unknown) => {
    await lock?.release();
    // Links that stay open would keep the process from ending.
    await Promise.all(devices.map(async (device) => (await device.dial(() => {})).close()));
    throw error;
  });
  return { run, reaches: devices.map((device) => reachOf(run, device, listener)), lock: lock as RunLock };
}

function runDevice({ name, id, target }: Device): RunDevice {
  const { address, certificate, token } = target;
  return { name, id, ...(address && { address }), ...(certificate && { certificate }), ...(token && { token }) };
}
