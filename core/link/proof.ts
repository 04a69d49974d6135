// How a peer proves that it knows the pairing token without saying it.

import { type Hello, subprotocol } from '@edgewright/schemas/wire.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * HMAC-SHA256 in hexadecimal, key: the token. The role of the one who proves is inside, so that a proof thrown back at its
 * maker fails; both nonces are, so that it holds for this link alone.
 */
export function makeProof(token: string, role: Hello['role'], peerNonce: string, ownNonce: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(token), utf8ToBytes(`${subprotocol}:${role}:${peerNonce}:${ownNonce}`)));
}

/** Whether two texts are equal, in a time that depends on their lengths alone. */
export function isSameSecret(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
