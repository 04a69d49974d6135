// The pairing token: made at the first start, readable by the agent's user alone.
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { CodedError } from '@edgewright/schemas/codes.js';

/** Characters that cannot be taken for one another when they are read off a screen. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** 32 characters of 5 bits: too many to try, few enough to type once. */
const length = 32;

/** Of a token that the user chose: a handshake lets an eavesdropper try short ones at leisure. */
const leastLength = 16;

/** The token in the file; a file that is missing is made with a new one. Throws `token-unusable`. */
export function readOrMakeToken(path: string): { readonly token: string; readonly isNew: boolean } {
  if (existsSync(path)) return { token: readToken(path), isNew: false };
  const token = makeToken();
  const temporary = `${path}.${process.pid}`;
  const file = openSync(temporary, 'w', 0o600);
  writeSync(file, `${token}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(temporary, path);
  return { token, isNew: true };
}

/** The token that somebody wrote into a file. Throws `token-unusable`. */
export function readToken(path: string): string {
  try {
    return checkToken(readFileSync(path, 'utf8').trim(), `the file ${path}`);
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw new CodedError(
      'token-unusable',
      `Cannot read the token: ${(error as Error).message}.`,
      'Give a file that the agent may read.',
    );
  }
}

/** `origin`: where it is from, for the message. Throws `token-unusable`. */
export function checkToken(token: string, origin: string): string {
  const fix = `Use ${leastLength} or more letters and digits without spaces; an agent without a token makes a good one.`;
  if (token.length < leastLength) {
    throw new CodedError('token-unusable', `The pairing token of ${origin} has ${token.length} characters.`, fix);
  }
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new CodedError(
      'token-unusable',
      `The pairing token of ${origin} has characters that are not printable ASCII.`,
      fix,
    );
  }
  return token;
}

function makeToken(): string {
  return [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('');
}
