import { resolve } from 'node:path';
import { fingerprintOf } from '@edgewright/core/link/signature.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { tokenVariable } from '../../devices/credentials.ts';
import { isPairingLink, type PairingOffer, pairDevice, parsePairing } from '../../devices/pair.ts';
import { readTokenFile, targetOf } from '../../devices/target.ts';
import { fileCredentials } from '../../devices/tokens.ts';
import type { OfferedKey } from '../../signing/sign.ts';
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
  const { pairing, program, place, offered } = await pairDevice(offer, fileCredentials(io.environment));
  const { id, name, address } = pairing;
  const trust = offered?.trust;
  if (options.json) io.out(`${JSON.stringify({ id, name, program, address, file: place, trust })}\n`);
  else {
    io.out(`paired with ${name} (${program}) at ${address}; the token is in ${place}\n`);
    if (offered !== undefined) io.out(trustText(offered));
  }
  return exitCodes.ok;
}

function trustText({ key: { publicKey }, trust }: OfferedKey): string {
  if (trust !== 'unknown')
    return `it trusts your key ${fingerprintOf(publicKey)}: tasks that you sign may have its rights\n`;
  return `it trusts another key than yours; to let tasks that you sign have its rights, run on it: edgewright-agent trust ${publicKey}\n`;
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
