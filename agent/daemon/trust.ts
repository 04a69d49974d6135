// The keys that this device trusts: tasks that they sign may have the rights of the agent. One file, a key a line; while there
// is none, the first key that a paired workbench offers is taken.
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { fingerprintOf, isPublicKey } from '@edgewright/core/link/signature.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { KeyTrust } from '@edgewright/schemas/wire.js';
import type { Trust } from '../tasks/trust.ts';

export interface TrustedKey {
  readonly key: string;
  /** Of who offered it, or as it was given; for people. */
  readonly name: string;
}

export interface TrustedKeys extends Trust {
  /** Of a peer that has proved that it knows the token. */
  offer(key: string, name: string): KeyTrust;
}

/** `onPinned`: the first key was taken. While the file cannot be used no key is trusted. */
export function openTrust(path: string, onPinned: (trusted: TrustedKey) => void): TrustedKeys {
  /** Of the file that was read; undefined where there was none. */
  let seen: string | undefined;
  let keys: ReadonlySet<string> = new Set();
  let fault: CodedError | undefined;
  read();
  let told = seen;

  return {
    look() {
      refresh();
      const isChanged = seen !== told;
      told = seen;
      return isChanged;
    },
    denial(signer) {
      refresh();
      if (signer !== undefined && keys.has(signer)) return undefined;
      return fault ?? (signer === undefined ? unsigned() : untrusted(signer));
    },
    isTrusted: (signer) => keys.has(signer),
    offer(key, name) {
      refresh();
      if (keys.has(key)) return 'trusted';
      if (seen !== undefined || fault !== undefined) return 'unknown';
      const trusted = { key, name: lineOf(name) };
      writeTrusted(path, [trusted]);
      read();
      onPinned(trusted);
      return 'pinned';
    },
  };

  function refresh(): void {
    if (stampOf(path) !== seen) read();
  }

  function read(): void {
    seen = stampOf(path);
    fault = undefined;
    try {
      keys = new Set(readTrusted(path).map(({ key }) => key));
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      keys = new Set();
      fault = error;
    }
  }
}

/** None where there is no file. Throws `key-unusable`. */
export function readTrusted(path: string): readonly TrustedKey[] {
  let text: string;
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return [];
    checkMode(path, stats);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw unusable(path, (error as Error).message, 'Let the user of the agent read it.');
  }
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [key = '', ...name] = line.trim().split(/\s+/);
    if (isPublicKey(key)) return [{ key, name: name.join(' ') }];
    throw unusable(path, `its line ${index + 1} is no key`, 'Correct the line, or remove it.');
  });
}

/** What to say where none is trusted. */
export function noKeys(path: string): string {
  return existsSync(path)
    ? 'no key is trusted'
    : 'no key is trusted yet: the first that a workbench with the token offers will be';
}

/** Adds a key, or names it anew. Throws `key-unusable`. */
export function trustKey(path: string, key: string, name: string): void {
  checkKey(key);
  const others = readTrusted(path).filter((trusted) => trusted.key !== key);
  writeTrusted(path, [...others, { key, name: lineOf(name) }]);
}

/** @param named a key or its fingerprint. Throws `key-unusable`, also where it is not trusted. */
export function distrustKey(path: string, named: string): void {
  const all = readTrusted(path);
  const rest = all.filter(({ key }) => key !== named && fingerprintOf(key) !== named);
  if (rest.length === all.length) {
    throw new CodedError(
      'key-unusable',
      `This device does not trust the key "${named.slice(0, 100)}".`,
      'Give a key or its fingerprint as `edgewright-agent trust` lists them.',
    );
  }
  writeTrusted(path, rest);
}

function writeTrusted(path: string, trusted: readonly TrustedKey[]): void {
  const head =
    '# Keys whose tasks may have the rights of the agent; `edgewright-agent trust` lists and changes them.\n';
  const temporary = `${path}.${process.pid}`;
  try {
    const file = openSync(temporary, 'w', 0o600);
    writeSync(
      file,
      head +
        trusted
          .map(({ key, name }) => `${key} ${name}`.trimEnd())
          .map((line) => `${line}\n`)
          .join(''),
    );
    fsyncSync(file);
    closeSync(file);
    renameSync(temporary, path);
  } catch (error) {
    throw unusable(
      path,
      (error as Error).message,
      'Let the user of the agent write it, and look whether the disk is full.',
    );
  }
}

/** What changes whenever the file does: it is written anew under its name each time. */
function stampOf(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stats && [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.mode].join(' ');
}

/** Names come from peers: a line break in one would be a line of its own. */
function lineOf(name: string): string {
  return name
    .replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function checkMode(path: string, { mode }: Pick<Stats, 'mode'>): void {
  // Windows has no such modes.
  if (process.platform === 'win32' || (mode & 0o022) === 0) return;
  throw unusable(path, 'others than its owner may write it', `Look what is in it, then: chmod 600 ${path}`);
}

function checkKey(key: string): void {
  if (isPublicKey(key)) return;
  throw new CodedError(
    'key-unusable',
    `"${key.slice(0, 100)}" is no public key: that is ed25519: and 44 characters of base64.`,
    'Copy the whole line that `edgewright key` shows on the machine of the workbench.',
  );
}

function unusable(path: string, why: string, fix: string): CodedError {
  return new CodedError('key-unusable', `The trusted keys in ${path} cannot be used: ${why}.`, fix);
}

const orBoundary = 'or set `isolation: boundary` in its policy';

function unsigned(): CodedError {
  return new CodedError(
    'task-unsigned',
    'The script of the task would have the rights of the agent (`isolation: fault`), and nobody has signed the task.',
    `Deploy it with a workbench that signs, ${orBoundary}.`,
  );
}

function untrusted(signer: string): CodedError {
  return new CodedError(
    'task-untrusted',
    `The script of the task would have the rights of the agent (\`isolation: fault\`), and the device does not trust the key ${fingerprintOf(signer)} that signed it.`,
    `Run \`edgewright-agent trust ${signer}\` on the device, ${orBoundary}.`,
  );
}
