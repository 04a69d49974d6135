import { resolve } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import { tokenVariable } from '../../devices/credentials.ts';
import { isPairingLink, type PairingOffer, pairDevice, parsePairing } from '../../devices/pair.ts';
import { readTokenFile, targetOf } from '../../devices/target.ts';
import { fileCredentials } from '../../devices/tokens.ts';
import { exitCodes } from '../exit.ts';
import type { Io } from '../io.ts';

interface PairOptions {
  readonly tokenFile?: string;
  readonly certificate?: string;
  readonly json?: boolean;
}

/** `edgewright pair ADDRESS|LINK`: links once with the token, and stores it where that worked. */
export async function pairWith(io: Io, named: string, options: PairOptions): Promise<number> {
  const offer = isPairingLink(named) ? parsePairing(named) : await offerFor(io, named, options);
  const { pairing, program, place } = await pairDevice(offer, fileCredentials(io.environment));
  const { id, name, address } = pairing;
  if (options.json) io.out(`${JSON.stringify({ id, name, program, address, file: place })}\n`);
  else io.out(`paired with ${name} (${program}) at ${address}; the token is in ${place}\n`);
  return exitCodes.ok;
}

async function offerFor(io: Io, named: string, options: PairOptions): Promise<PairingOffer> {
  const { address, certificate } = targetOf(named, options, io.cwd);
  const token = await askToken(io, options);
  return { address: address as string, token, ...(certificate && { certificate }) };
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
