// Signs what is asked of a device, for the link that it is asked over, and offers the key where the device has none to trust.
import type { Session } from '@edgewright/core/link/session.js';
import { type Signed, signedText } from '@edgewright/core/link/signature.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { TaskSignature } from '@edgewright/schemas/deployment.js';
import { capabilities, type KeyTrust } from '@edgewright/schemas/wire.js';
import { type Credentials, environmentOf } from '../devices/credentials.ts';
import { openSigningKey, type SigningKey } from './key.ts';

export interface OfferedKey {
  readonly key: SigningKey;
  readonly trust: KeyTrust;
}

/** Undefined where the agent is older than signatures. Rejects as `openSigningKey`. */
export async function offerKey(session: Session, credentials: Credentials): Promise<OfferedKey | undefined> {
  if (!canVerify(session)) return undefined;
  const key = await openSigningKey(environmentOf(credentials));
  const { trust } = await session.request('key.offer', { key: key.publicKey });
  return { key, trust };
}

export type Task = Pick<Signed, 'document' | 'artifacts' | 'version'>;

/**
 * Asks with the task and its signature; without one where the agent is older. The key is offered only where the device refuses
 * for want of it: a task that needs no trust leaves the place of the first key to one that does. Rejects as `openSigningKey`
 * and `ask`.
 */
export async function askSigned<T extends Task, R>(
  session: Session,
  credentials: Credentials,
  purpose: Signed['purpose'],
  task: T,
  ask: (signed: T & { readonly signature?: TaskSignature }) => Promise<R>,
): Promise<R> {
  if (!canVerify(session)) return ask(task);
  const { publicKey: key, sign } = await openSigningKey(environmentOf(credentials));
  const { id: device, nonce } = session.peer;
  const value = sign(signedText({ ...task, purpose, device, nonce, key }));
  const signed = { ...task, signature: { key, value } };
  try {
    return await ask(signed);
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'task-untrusted') throw error;
    const offered = await offerKey(session, credentials);
    if (offered?.trust !== 'pinned') throw error;
    return ask(signed);
  }
}

function canVerify({ peer }: Session): boolean {
  return peer.capabilities.includes(capabilities.taskSigning);
}
