// A device to speak to: where, with which token, under which name.
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import { systemReason } from '../runs/durable.ts';
import { parseAddress } from './address.ts';
import { type Pairing, readPairings } from './tokens.ts';

export interface Target {
  /** As the fleet names it; undefined until the device says its own. */
  readonly name: string | undefined;
  /** Undefined where the agent dials in. */
  readonly address: string | undefined;
  readonly certificate: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  /** Undefined: the token that `edgewright pair` stored. File paths are absolute. */
  readonly token: { readonly env: string } | { readonly file: string } | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Environment variable that holds the token where nothing else is named. */
export const tokenVariable = 'EDGEWRIGHT_TOKEN';

/** A device named on the command line. */
export function targetOf(address: string, options: { tokenFile?: string; certificate?: string }, cwd: string): Target {
  return {
    name: undefined,
    address: parseAddress(address),
    certificate: options.certificate?.replaceAll(':', '').toLowerCase(),
    labels: {},
    token: options.tokenFile === undefined ? undefined : { file: resolve(cwd, options.tokenFile) },
  };
}

/** The token of a device, from the place it names, else EDGEWRIGHT_TOKEN, else the stored pairing. Throws `token-missing`. */
export async function findToken(target: Target, environment: Environment): Promise<string> {
  const place = target.token;
  if (place !== undefined && 'env' in place) {
    return environment[place.env] || missing(target, `the environment variable ${place.env} is not set`);
  }
  if (place !== undefined) return readTokenFile(place.file);
  return (
    environment[tokenVariable] ||
    (await readPairings(environment)).find((pairing) => isOf(pairing, target))?.token ||
    missing(target, 'none is stored and none was given')
  );
}

/** The token of an agent that dialled in, by its id; undefined: it is a stranger. */
export function tokenOfCaller(
  peer: { readonly id: string },
  pairings: readonly Pairing[],
  fallback: string | undefined,
): string | undefined {
  return pairings.find((pairing) => pairing.id === peer.id)?.token ?? fallback;
}

/** Throws `token-missing`. */
export async function readTokenFile(file: string): Promise<string> {
  const refuse = (reason: string) =>
    new CodedError(
      'token-missing',
      `The pairing token cannot be taken from ${file}: ${reason}.`,
      'Write the token that `edgewright-agent token` shows into the file.',
    );
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw refuse(systemReason(error));
  });
  if (text.trim() === '') throw refuse('the file is empty');
  return text.trim();
}

function isOf(pairing: Pairing, target: Target): boolean {
  return target.address !== undefined && pairing.address === target.address;
}

function missing(target: Target, reason: string): never {
  const where = target.address ?? target.name ?? 'the device';
  throw new CodedError(
    'token-missing',
    `There is no pairing token for ${where}: ${reason}.`,
    `Pair once with \`edgewright pair ${target.address ?? 'ADDRESS'}\`; \`edgewright-agent token\` on the device shows the token.`,
  );
}

/** Path relative to the file that names it. */
export function besideFile(path: string, file: string): string {
  return resolve(dirname(file), path);
}
