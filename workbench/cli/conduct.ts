// Drives a run in front of the user: shows it, lets Ctrl-C leave it, and says in the end what came of it.
import { relative } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import { type Driven, type DriveOptions, driveRun, type Reach } from '../runs/drive.ts';
import type { Run } from '../runs/folder.ts';
import { followRun } from '../runs/follow.ts';
import type { RunLock } from '../runs/lock.ts';
import { overviewOf } from '../runs/overview.ts';
import { formatDuration } from '../text/units.ts';
import { exitCodeOf, exitCodes, formatFailure } from './exit.ts';
import { createFollower } from './follow.ts';
import type { Io } from './io.ts';
import { failureText, tallyText } from './tally.ts';

export async function conduct(
  run: Run,
  reaches: readonly Reach[],
  io: Io,
  options: {
    readonly detach?: boolean;
    readonly json?: boolean;
    readonly lock?: RunLock;
    /** Where another workbench collects the run, its files are followed. */
    readonly mayFollow?: boolean;
  },
): Promise<number> {
  const isJson = options.json === true;
  const folder = relative(io.cwd, run.path) || '.';
  const devices = reaches.map(({ device }) => device);
  const begun = io.now().getTime();
  if (isJson) io.out(`${JSON.stringify({ event: 'run', run: run.head.id, folder: run.path, devices })}\n`);
  else io.out(`run ${folder} on ${devices.join(', ')}\n`);
  const leaving = new AbortController();
  const stopListening = io.onInterrupt(() => leaving.abort());
  const follower = createFollower(run.head, io, isJson);
  const drive: DriveOptions = {
    run,
    reaches,
    onEvent: follower.hear,
    onKnown: follower.known,
    signal: leaving.signal,
    isDetached: options.detach === true,
    ...(options.lock && { lock: options.lock }),
  };
  const conducted = options.mayFollow === true ? driveOrFollow(drive, leaving.signal) : driveRun(drive);
  const driven = await conducted.finally(() => {
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
  } else {
    const elapsed = io.now().getTime() - begun;
    tellEnd({ ...driven, folder: shellWord(folder), elapsed, isDetached: options.detach === true }, io);
  }
  return exitCode;
}

/** Takes over where the other workbench lets go before the run is over. */
async function driveOrFollow(drive: DriveOptions, signal: AbortSignal): Promise<Driven> {
  const { run, onEvent, onKnown } = drive;
  for (;;) {
    try {
      return await driveRun(drive);
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'run-busy') throw error;
    }
    const followed = await followRun(run, onEvent, signal, onKnown && { onKnown });
    if (followed === 'free') continue;
    const { devices } = await overviewOf(run, []);
    return { devices, failures: new Map(), wasInterrupted: followed === 'left' };
  }
}

function exitOf({ devices, failures, wasInterrupted }: Driven): number {
  const codes = [...failures.values()].map(exitCodeOf);
  if (codes.includes(exitCodes.storage)) return exitCodes.storage;
  if (codes.length > 0) return codes[0];
  if (wasInterrupted) return exitCodes.interrupted;
  return devices.some(({ failed }) => failed > 0) ? exitCodes.findings : exitCodes.ok;
}

interface Ending extends Driven {
  readonly folder: string;
  /** Milliseconds. */
  readonly elapsed: number;
  readonly isDetached: boolean;
}

/** What came of it, then the commands that come next. */
function tellEnd({ devices, failures, wasInterrupted, folder, elapsed, isDetached }: Ending, io: Io): void {
  for (const [device, error] of failures) {
    io.err(`${devices.length > 1 ? `${device}: ` : ''}${formatFailure(error, io)}`);
  }
  if (isDetached) {
    if (failures.size < devices.length) io.out('started; the devices measure without this workbench\n');
    tellNext(['watch', 'cancel'], folder, io);
    return;
  }
  for (const status of devices) {
    const name = devices.length > 1 ? `${status.device}: ` : '';
    io.out(`${name}${tallyText(status)}\n${failureText(status, io)}`);
  }
  const time = formatDuration(elapsed);
  if (wasInterrupted) {
    io.out(`left after ${time}; the devices go on without this workbench\n`);
    tellNext(['watch', 'cancel'], folder, io);
    return;
  }
  io.out(`took ${time}\n`);
  const hasResults = devices.some(({ done, failed }) => done > failed);
  const hasFailed = devices.some(({ failed }) => failed > 0);
  const verbs = [failures.size > 0 && 'resume', hasFailed && 'show', hasFailed && 'rerun', hasResults && 'report'];
  tellNext(
    verbs.filter((verb) => verb !== false),
    folder,
    io,
  );
}

function tellNext(verbs: readonly string[], folder: string, io: Io): void {
  for (const verb of verbs) io.out(`  ${verb}: edgewright ${verb} ${folder}\n`);
}

/** A path as it can be typed. */
function shellWord(path: string): string {
  return /^[\w./@:+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
