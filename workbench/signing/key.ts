// The key that this user signs tasks with: made at first need, in a file beside the pairings that only its owner may read, for
// the command line and the editor alike.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { publicKeyOf } from '@edgewright/core/link/signature.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Environment } from '../devices/credentials.ts';
import { pairingsPath } from '../devices/tokens.ts';
import { syncFolder, systemCode, systemReason } from '../runs/durable.ts';

/** Environment variable that names the file of a private key, in place of one's own: of a team, or of a build. */
export const keyVariable = 'EDGEWRIGHT_SIGNING_KEY';

export interface SigningKey {
  /** `ed25519:` and 32 bytes in base64. */
  readonly publicKey: string;
  /** Where the private key is. */
  readonly file: string;
  /** Ed25519 of a text in UTF-8, in base64. */
  sign(text: string): string;
}

/** Throws `key-unusable`, also where one cannot be made. */
export async function openSigningKey(environment: Environment): Promise<SigningKey> {
  const named = environment[keyVariable];
  if (named) return keyOf(named, (await readKey(named)) ?? refuse(named, 'there is no such file or folder'));
  const file = join(dirname(pairingsPath(environment)), 'signing-key.pem');
  const text = await readKey(file);
  if (text !== undefined) return keyOf(file, text);
  await makeKey(file);
  // Of another process where that was faster.
  return keyOf(file, (await readKey(file)) ?? refuse(file, 'it was removed'));
}

/** Undefined where there is no file. */
async function readKey(file: string): Promise<string | undefined> {
  try {
    const handle = await open(file, 'r');
    try {
      const { mode } = await handle.stat();
      // Windows has no such modes.
      if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
        refuse(file, 'others than its owner may read or write it', `If nobody has, run: chmod 600 ${file}`);
      }
      return await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    if (systemCode(error) === undefined || error instanceof CodedError) throw error;
    return refuse(file, systemReason(error));
  }
}

/** Leaves a key that is there already. */
async function makeKey(file: string): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const temporary = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(privateKey.export({ type: 'pkcs8', format: 'pem' }));
      await handle.sync();
    } finally {
      await handle.close();
    }
    // Whole or not at all, and never in place of another one, which a device may trust already.
    await link(temporary, file).catch((error: unknown) => {
      if (systemCode(error) === 'EEXIST') return;
      // File systems without links.
      if (['EPERM', 'ENOTSUP', 'ENOSYS', 'EACCES'].includes(systemCode(error) ?? '')) return rename(temporary, file);
      throw error;
    });
    await syncFolder(dirname(file));
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    refuse(file, `it is not there, and cannot be made: ${systemReason(error)}`);
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

function keyOf(file: string, text: string): SigningKey {
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey(text);
  } catch {
    return refuse(file, 'it holds no private key, or one with a pass phrase');
  }
  if (privateKey.asymmetricKeyType !== 'ed25519') refuse(file, `it is a key of ${privateKey.asymmetricKeyType}`);
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return {
    publicKey: publicKeyOf(Buffer.from(x, 'base64url').toString('base64')),
    file,
    sign: (signed) => sign(null, Buffer.from(signed), privateKey).toString('base64'),
  };
}

function refuse(
  file: string,
  why: string,
  fix = `Give an Ed25519 key as PEM, as \`openssl genpkey -algorithm ed25519\` makes it; ${keyVariable} names its file.`,
): never {
  throw new CodedError('key-unusable', `The signing key ${file} cannot be used: ${why}.`, fix);
}
