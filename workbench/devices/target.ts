// A device to speak to: where, with which token, under which name.
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import { systemReason } from '../runs/durable.ts';
import { parseAddress } from './address.ts';
import { type Credentials, environmentOf, tokenVariable } from './credentials.ts';
import type { Pairing } from './tokens.ts';

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
export async function findToken(target: Target, credentials: Credentials): Promise<string> {
  const place = target.token;
  const environment = environmentOf(credentials);
  if (place !== undefined && 'env' in place) {
    return environment[place.env] || missing(target, `the environment variable ${place.env} is not set`);
  }
  if (place !== undefined) return readTokenFile(place.file);
  return (
    environment[tokenVariable] ||
    (await pairingOf(target, credentials))?.token ||
    missing(target, 'none is stored and none was given')
  );
}

/** With the certificate that was pinned when the device was paired, where the target names none. */
export async function withCertificate(target: Target, credentials: Credentials): Promise<Target> {
  if (target.certificate !== undefined || !target.address?.startsWith('wss:')) return target;
  return { ...target, certificate: (await pairingOf(target, credentials))?.certificate };
}

async function pairingOf(target: Target, credentials: Credentials): Promise<Pairing | undefined> {
  if (target.address === undefined) return undefined;
  return (await credentials.pairings()).find(({ address }) => address === target.address);
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
