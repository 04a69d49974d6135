import { resolve } from 'node:path';
import { fileCredentials } from '../../devices/tokens.ts';
import { type ControlAnswer, type ControlVerb, controlRun } from '../../runs/control.ts';
import { findRun } from '../../runs/folder.ts';
import { exitCodeOf, exitCodes, formatFailure } from '../exit.ts';
import type { Io } from '../io.ts';

/** `edgewright pause|continue|cancel RUN` */
export async function askControl(
  io: Io,
  verb: ControlVerb,
  reference: string,
  options: { readonly out: string; readonly tokenFile?: string; readonly json?: boolean },
): Promise<number> {
  const run = await findRun(resolve(io.cwd, options.out), reference);
  const tokenFile = options.tokenFile === undefined ? undefined : resolve(io.cwd, options.tokenFile);
  const answers = await controlRun(run, verb, { credentials: fileCredentials(io.environment), tokenFile });
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

function answerJson({ device, status, error }: ControlAnswer) {
  if (error === undefined) return { device, status };
  const { code, message, fix } = error;
  return { device, error: { code, message, fix } };
}
