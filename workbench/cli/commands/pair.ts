import { resolve } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import { dial } from '../../devices/connect.ts';
import { readTokenFile, targetOf, tokenVariable } from '../../devices/target.ts';
import { storePairing } from '../../devices/tokens.ts';
import { exitCodes } from '../exit.ts';
import type { Io } from '../io.ts';

interface PairOptions {
  readonly tokenFile?: string;
  readonly certificate?: string;
  readonly json?: boolean;
}

/** `edgewright pair ADDRESS`: links once with the token, and stores it where that worked. */
export async function pairDevice(io: Io, address: string, options: PairOptions): Promise<number> {
  const target = targetOf(address, options, io.cwd);
  const token = await askToken(io, options);
  const { certificate } = target;
  const session = await dial({ address: target.address as string, token, certificate });
  const { id, name, program } = session.peer;
  session.close();
  const file = await storePairing(io.environment, {
    id,
    name,
    token,
    ...(target.address && { address: target.address }),
    ...(certificate && { certificate }),
  });
  if (options.json) io.out(`${JSON.stringify({ id, name, program, address: target.address, file })}\n`);
  else io.out(`paired with ${name} (${program}) at ${target.address}; the token is in ${file}\n`);
  return exitCodes.ok;
}

/** From --token-file, EDGEWRIGHT_TOKEN, or the keyboard. */
async function askToken(io: Io, options: PairOptions): Promise<string> {
  if (options.tokenFile !== undefined) return readTokenFile(resolve(io.cwd, options.tokenFile));
  const given = io.environment[tokenVariable];
  if (given) return given;
  if (!io.isTerminal || !process.stdin.isTTY) {
    throw new CodedError(
      'token-missing',
      'No pairing token was given, and there is no terminal to ask for it.',
      `Give --token-file FILE or set ${tokenVariable}; \`edgewright-agent token\` on the device shows the token.`,
    );
  }
  const { createInterface } = await import('node:readline/promises');
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const token = await prompt.question('pairing token (`edgewright-agent token` on the device shows it): ');
  prompt.close();
  return token.trim();
}
