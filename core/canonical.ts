// One text for one value, so that a hash of it is an identity: keys sorted, no spaces.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** JSON with keys in order of their UTF-16 code units. Keys whose value is undefined are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return '[' + value.map(canonicalJson).join(',') + ']';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, field]) => JSON.stringify(key) + ':' + canonicalJson(field));
  return '{' + fields.join(',') + '}';
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function fullHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Its first 16 characters. */
export function shortHash(text: string): string {
  return fullHash(text).slice(0, 16);
}
