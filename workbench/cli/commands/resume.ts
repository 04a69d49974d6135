import { resolve } from 'node:path';
import { listenIn } from '../../devices/open.ts';
import { fileCredentials } from '../../devices/tokens.ts';
import { findRun } from '../../runs/folder.ts';
import { reachesOf } from '../../runs/reach.ts';
import { conduct } from '../conduct.ts';
import { formatFailure } from '../exit.ts';
import type { Io } from '../io.ts';

export interface ResumeOptions {
  readonly out: string;
  readonly tokenFile?: string;
  readonly listen?: number;
  readonly detach?: boolean;
  readonly json?: boolean;
  readonly mayFollow?: boolean;
}

/** `edgewright watch RUN`: as resume, or follows what another workbench collects. */
export function watchRun(io: Io, reference: string, options: ResumeOptions): Promise<number> {
  return resumeRun(io, reference, { ...options, mayFollow: true });
}

/** `edgewright resume RUN`: goes on where the run folder ends, starting the run on devices that never heard of it. */
export async function resumeRun(io: Io, reference: string, options: ResumeOptions): Promise<number> {
  const run = await findRun(resolve(io.cwd, options.out), reference);
  const tokenFile = options.tokenFile === undefined ? undefined : resolve(io.cwd, options.tokenFile);
  const credentials = fileCredentials(io.environment);
  const listener =
    options.listen === undefined
      ? undefined
      : await listenIn(options.listen, tokenFile, credentials, (error) => io.err(formatFailure(error, io)));
  try {
    return await conduct(run, reachesOf(run, { credentials, listener, tokenFile }), io, options);
  } finally {
    listener?.close();
  }
}
