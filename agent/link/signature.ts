// Verifies who signed a task.
import { createPublicKey, verify } from 'node:crypto';
import { bytesOfKey, type Signed, signedText } from '@edgewright/core/link/signature.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { TaskSignature } from '@edgewright/schemas/deployment.js';

/** The public key that signed; undefined where there is no signature. Throws `task-signature` where it does not verify. */
export function signerOf(signature: TaskSignature | undefined, signed: Omit<Signed, 'key'>): string | undefined {
  if (signature === undefined) return undefined;
  const { key, value } = signature;
  const x = Buffer.from(bytesOfKey(key), 'base64').toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const text = Buffer.from(signedText({ ...signed, key }));
  if (verify(null, text, publicKey, Buffer.from(value, 'base64'))) return key;
  throw new CodedError(
    'task-signature',
    'The signature of the task does not verify: the task was changed after it was signed, or signed for another device or link.',
    'Deploy it again from where its document is. If this comes again, look who is between the workbench and the device.',
  );
}
