import { resolve } from 'node:path';
import type { CodedError } from '@edgewright/schemas/codes.js';
import { hasErrors } from '@edgewright/schemas/diagnostic.js';
import { awaitDevices, type Device, type DialIn, openDevices } from '../../devices/open.ts';
import { fileCredentials } from '../../devices/tokens.ts';
import { startRun } from '../../runs/start.ts';
import { loadSweep, runArtifacts } from '../../sweep/load.ts';
import { conduct } from '../conduct.ts';
import { readDocument } from '../document.ts';
import { formatDiagnostic } from '../excerpt.ts';
import { exitCodes, formatFailure } from '../exit.ts';
import type { Io } from '../io.ts';
import { type DeviceOptions, targetsFor } from '../targets.ts';

interface RunOptions extends DeviceOptions {
  readonly out: string;
  readonly listen?: number;
  readonly expect: number;
  readonly detach?: boolean;
  readonly json?: boolean;
}

/** `edgewright run FILE`: nothing is written before the document is good and every device answers. */
export async function runSweep(io: Io, file: string, options: RunOptions): Promise<number> {
  const text = await readDocument(file, io.cwd);
  const loaded = await loadSweep(file, io.cwd, text);
  const { diagnostics, sweep } = loaded.checked;
  if (sweep === undefined || hasErrors(diagnostics)) {
    if (options.json) io.out(`${JSON.stringify({ event: 'checked', file, ok: false, diagnostics })}\n`);
    else for (const diagnostic of diagnostics) io.out(`${formatDiagnostic(diagnostic, file, text, io)}\n`);
    return exitCodes.findings;
  }
  const artifacts = await runArtifacts(loaded);
  const { devices, listener } = await open(io, options);
  try {
    const { run, reaches, lock } = await startRun({
      root: resolve(io.cwd, options.out),
      name: sweep.name,
      sweep: text,
      artifacts,
      devices,
      listener,
      now: io.now(),
    });
    return await conduct(run, reaches, io, { ...options, lock });
  } finally {
    listener?.close();
  }
}

async function open(
  io: Io,
  options: RunOptions,
): Promise<{ readonly devices: readonly Device[]; readonly listener?: DialIn }> {
  const credentials = fileCredentials(io.environment);
  if (options.listen === undefined) return { devices: await openDevices(await targetsFor(options, io), credentials) };
  const tokenFile = options.tokenFile === undefined ? undefined : resolve(io.cwd, options.tokenFile);
  const onListening = (port: number) => {
    const { expect } = options;
    if (options.json) io.out(`${JSON.stringify({ event: 'listening', port, expect })}\n`);
    else io.out(`waiting on port ${port} for ${expect} agent${expect === 1 ? '' : 's'} to dial in\n`);
  };
  return awaitDevices(options.listen, options.expect, tokenFile, credentials, onListening, (error: CodedError) =>
    io.err(formatFailure(error, io)),
  );
}
