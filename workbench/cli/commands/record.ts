import { resolve } from 'node:path';
import { fileCredentials } from '../../devices/tokens.ts';
import { recordTask } from '../../tasks/record.ts';
import { printable } from '../../text/printable.ts';
import { formatDuration, plural } from '../../text/units.ts';
import { exitCodes } from '../exit.ts';
import type { Io } from '../io.ts';
import { type DeviceOptions, targetFor } from '../targets.ts';
import { nameOf } from './deploy.ts';

interface RecordOptions extends DeviceOptions {
  /** Milliseconds. */
  readonly for: number;
  readonly output: string;
  readonly json?: boolean;
}

/** `edgewright record TASK --device D`: the first Ctrl-C ends it, and what was recorded stays. */
export async function recordEvents(io: Io, reference: string, options: RecordOptions): Promise<number> {
  const task = await nameOf(reference, io);
  const target = await targetFor(options, io);
  const abort = new AbortController();
  const stopListening = io.onInterrupt(() => abort.abort());
  const { for: time, output } = options;
  if (io.isTerminal && !options.json)
    io.err(`recording ${printable(task)} for ${formatDuration(time)}; Ctrl-C ends it and keeps what came\n`);
  const asked = { target, credentials: fileCredentials(io.environment) };
  const { events, dropped } = await recordTask({
    ...asked,
    task,
    time,
    file: resolve(io.cwd, output),
    signal: abort.signal,
  }).finally(stopListening);
  if (options.json) io.out(`${JSON.stringify({ task, file: output, events, dropped }, null, 2)}\n`);
  else {
    const lost = dropped === 0 ? '' : `, ${dropped} that the link could not take are not in it`;
    io.out(`${output}: ${plural(events, 'event')} of ${printable(task)}${lost}\n`);
  }
  return abort.signal.aborted ? exitCodes.interrupted : exitCodes.ok;
}
