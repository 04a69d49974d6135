import { resolve } from 'node:path';
import { listenIn } from '../../devices/open.ts';
import { fileCredentials } from '../../devices/tokens.ts';
import { findRun } from '../../runs/folder.ts';
import { startRerun } from '../../runs/rerun.ts';
import { conduct } from '../conduct.ts';
import { formatFailure } from '../exit.ts';
import type { Io } from '../io.ts';
import type { ResumeOptions } from './resume.ts';

/** `edgewright rerun RUN`: measures again what failed, on the devices where it failed, in a run of its own. */
export async function rerunFailures(io: Io, reference: string, options: ResumeOptions): Promise<number> {
  const run = await findRun(resolve(io.cwd, options.out), reference);
  const tokenFile = options.tokenFile === undefined ? undefined : resolve(io.cwd, options.tokenFile);
  const credentials = fileCredentials(io.environment);
  const listener =
    options.listen === undefined
      ? undefined
      : await listenIn(options.listen, tokenFile, credentials, (error) => io.err(formatFailure(error, io)));
  try {
    const started = await startRerun({ run, credentials, listener, tokenFile, now: io.now() });
    return await conduct(started.run, started.reaches, io, { ...options, lock: started.lock });
  } finally {
    listener?.close();
  }
}
