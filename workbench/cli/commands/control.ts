import { resolve } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { RunStatus } from '@edgewright/schemas/wire.js';
import { dialTarget } from '../../devices/open.ts';
import { findRun } from '../../runs/folder.ts';
import { exitCodeOf, exitCodes, formatFailure } from '../exit.ts';
import type { Io } from '../io.ts';
import { targetOfRun } from './resume.ts';

const methods = { pause: 'run.pause', continue: 'run.resume', cancel: 'run.cancel' } as const;

/** `edgewright pause|continue|cancel RUN`: asks every device of the run; one that fails does not keep the others from it. */
export async function controlRun(
  io: Io,
  verb: keyof typeof methods,
  reference: string,
  options: { readonly out: string; readonly tokenFile?: string; readonly json?: boolean },
): Promise<number> {
  const run = await findRun(resolve(io.cwd, options.out), reference);
  const tokenFile = options.tokenFile === undefined ? undefined : resolve(io.cwd, options.tokenFile);
  const answers = await Promise.all(
    run.head.devices.map(async (device): Promise<Answer> => {
      try {
        const session = await dialTarget(targetOfRun(device, tokenFile), io.environment);
        const asked = session.request(methods[verb], { run: run.head.id });
        return { device: device.name, status: await asked.finally(() => session.close()) };
      } catch (error) {
        if (error instanceof CodedError) return { device: device.name, error };
        throw error;
      }
    }),
  );
  if (options.json) io.out(`${JSON.stringify(answers.map(answerJson), null, 2)}\n`);
  else {
    for (const { device, status, error } of answers) {
      if (error !== undefined) io.err(`${device}: ${formatFailure(error, io)}`);
      else if (status !== undefined) io.out(`${device}: ${status.state}, ${status.done}/${status.slots}\n`);
    }
  }
  const failed = answers.find(({ error }) => error !== undefined)?.error;
  return failed === undefined ? exitCodes.ok : exitCodeOf(failed);
}

interface Answer {
  readonly device: string;
  readonly status?: RunStatus;
  readonly error?: CodedError;
}

function answerJson({ device, status, error }: Answer) {
  if (error === undefined) return { device, status };
  const { code, message, fix } = error;
  return { device, error: { code, message, fix } };
}
