// What the signature of a task is made over, and how a public key is written. Pure: who signs and who verifies brings Ed25519.
import type { TaskDeployment } from '@edgewright/schemas/deployment.js';
import { canonicalJson, shortHash } from '../canonical.ts';

/** A task on its way over one link. */
export interface Signed extends Pick<TaskDeployment, 'document' | 'artifacts'> {
  /** What is asked of the device: a signature for a trial deploys nothing. */
  readonly purpose: 'deploy' | 'try';
  /** Absent from a trial. */
  readonly version?: string;
  /** Id of the device, and the nonce of its hello: good for one link to one device, so that it cannot be played again. */
  readonly device: string;
  readonly nonce: string;
  /** Public key of who signs. */
  readonly key: string;
}

/** The text that is signed, in UTF-8. Its first line keeps it apart from whatever else the same key may sign. */
export function signedText({ purpose, document, artifacts, version, device, nonce, key }: Signed): string {
  return `edgewright.v1 task\n${canonicalJson({ purpose, document, artifacts, version, device, nonce, key })}`;
}

const prefix = 'ed25519:';

/** Of a public key: 32 bytes in base64 have 43 characters, the last of which carries 4 bits. */
const keyPattern = /^ed25519:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

/** Whether a text is a public key as it is written everywhere: `ed25519:` and its 32 bytes [RFC 8032 5.1.5] in base64. */
export function isPublicKey(text: string): boolean {
  return keyPattern.test(text);
}

/** @param bytes base64 of the 32 bytes */
export function publicKeyOf(bytes: string): string {
  return `${prefix}${bytes}`;
}

/** Base64 of the 32 bytes of a public key. */
export function bytesOfKey(key: string): string {
  return key.slice(prefix.length);
}

/** Of a public key, for people who compare: 64 bits of its SHA-256. Trust is decided by the whole key. */
export function fingerprintOf(key: string): string {
  return shortHash(key);
}
