// Pairs with a device: the token is tried before it is kept.
import { pairingScheme, parsePairingLink } from '@edgewright/core/link/pairing.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { type OfferedKey, offerKey } from '../signing/sign.ts';
import { parseAddress } from './address.ts';
import { dial } from './connect.ts';
import type { Credentials } from './credentials.ts';
import type { Pairing } from './tokens.ts';

/** What is needed to link with a device that is not paired yet. */
export interface PairingOffer {
  /** ws://HOST:PORT or wss://HOST:PORT */
  readonly address: string;
  readonly token: string;
  readonly certificate?: string;
  /** As the device called itself when it made the link. */
  readonly name?: string;
}

export interface Paired {
  readonly pairing: Pairing & { readonly address: string };
  /** "edgewright-agent 0.1.0" */
  readonly program: string;
  /** Where it is kept, for people. */
  readonly place: string;
  /** Undefined where the agent is older than signatures of tasks. */
  readonly offered: OfferedKey | undefined;
}

export function isPairingLink(text: string): boolean {
  return text.trim().toLowerCase().startsWith(pairingScheme);
}

/** A pairing link as `edgewright-agent token --link` shows it. Throws `bad-address`, and never says the token. */
export function parsePairing(text: string): PairingOffer {
  const link = parsePairingLink(text);
  if (link === undefined) throw badLink();
  const { host, token, certificate, name } = link;
  const address = parseAddress(`${certificate === undefined ? 'ws' : 'wss'}://${host}`);
  return { address, token, ...(certificate && { certificate }), ...(name && { name }) };
}

/** Links once, keeps the pairing where that worked, and offers the key that tasks are signed with. Rejects as `dial` and `offerKey`. */
export async function pairDevice(offer: PairingOffer, credentials: Credentials): Promise<Paired> {
  const { address, token, certificate } = offer;
  const session = await dial({ address, token, certificate });
  const { id, name, program } = session.peer;
  const pairing = { id, name, token, address, ...(certificate && { certificate }) };
  try {
    const place = await credentials.store(pairing);
    return { pairing, program, place, offered: await offerKey(session, credentials) };
  } finally {
    session.close();
  }
}

function badLink(): CodedError {
  return new CodedError(
    'bad-address',
    'The text is no pairing link: that is edgewright://HOST:PORT/?token=TOKEN.',
    'Copy the whole line that `edgewright-agent token --link` shows on the device.',
  );
}
