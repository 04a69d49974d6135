// Drives a run in front of the user: shows it, lets Ctrl-C leave it, and says in the end what came of it.
import { relative } from 'node:path';
import type { Driven, DriveOptions, Reach } from '../runs/drive.ts';
import { driveRun } from '../runs/drive.ts';
import type { Run } from '../runs/folder.ts';
import { exitCodeOf, exitCodes, formatFailure } from './exit.ts';
import { createFollower } from './follow.ts';
import type { Io } from './io.ts';
import { tallyText } from './tally.ts';

export async function conduct(
  run: Run,
  reaches: readonly Reach[],
  io: Io,
  options: { readonly detach?: boolean; readonly json?: boolean },
): Promise<number> {
  const isJson = options.json === true;
  const folder = relative(io.cwd, run.path) || '.';
  const devices = reaches.map(({ device }) => device);
  if (isJson) io.out(`${JSON.stringify({ event: 'run', run: run.head.id, folder: run.path, devices })}\n`);
  else io.out(`run ${folder} on ${devices.join(', ')}\n`);
  const follower = await createFollower(run.head.name, io, isJson);
  const leaving = new AbortController();
  const stopListening = io.onInterrupt(() => leaving.abort());
  const drive: DriveOptions = {
    run,
    reaches,
    onEvent: follower.hear,
    onKnown: follower.known,
    signal: leaving.signal,
    isDetached: options.detach === true,
  };
  const driven = await driveRun(drive).finally(() => {
    stopListening();
    follower.end();
  });
  const exitCode = exitOf(driven);
  if (isJson) {
    const failures = Object.fromEntries(
      [...driven.failures].map(([device, { code, message, fix }]) => [device, { code, message, fix }]),
    );
    const { wasInterrupted } = driven;
    io.out(
      `${JSON.stringify({ event: 'end', run: run.head.id, folder: run.path, exitCode, wasInterrupted, devices: driven.devices, failures })}\n`,
    );
  } else tellEnd(driven, folder, io, options.detach === true);
  return exitCode;
}

function exitOf({ devices, failures, wasInterrupted }: Driven): number {
  const codes = [...failures.values()].map(exitCodeOf);
  if (codes.includes(exitCodes.storage)) return exitCodes.storage;
  if (codes.length > 0) return codes[0];
  if (wasInterrupted) return exitCodes.interrupted;
  return devices.some(({ failed }) => failed > 0) ? exitCodes.findings : exitCodes.ok;
}

function tellEnd({ devices, failures, wasInterrupted }: Driven, folder: string, io: Io, isDetached: boolean): void {
  for (const [device, error] of failures) io.err(`${device}: ${formatFailure(error, io)}`);
  if (isDetached || wasInterrupted) {
    io.out(
      `${isDetached ? 'started' : 'left'}; the devices go on without this workbench\n` +
        `  follow: edgewright watch ${folder}\n  cancel: edgewright cancel ${folder}\n`,
    );
    return;
  }
  for (const status of devices) io.out(`${status.device}: ${tallyText(status)}\n`);
  if (failures.size > 0) io.out(`  go on: edgewright resume ${folder}\n`);
  else io.out(`  report: edgewright report ${folder}\n`);
}
