// Pairing tokens that `edgewright pair` stored, in a file that only its owner may read.
import { mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { storageError, systemCode, writeDurably } from '../runs/durable.ts';
import type { Credentials, Environment } from './credentials.ts';

export interface Pairing {
  /** Absent where the agent dials in. */
  readonly address?: string;
  /** Id of the device, as its hello says it. */
  readonly id: string;
  readonly name: string;
  readonly token: string;
  /** SHA-256 of the certificate, pinned. */
  readonly certificate?: string;
}

/** The pairings of the command line. */
export function fileCredentials(environment: Environment): Credentials {
  const path = pairingsPath(environment);
  return {
    environment,
    pairings: () => readPairings(path),
    async store(pairing) {
      const others = (await readPairings(path)).filter(
        (other) => other.id !== pairing.id && (pairing.address === undefined || other.address !== pairing.address),
      );
      await write(path, [...others, pairing]);
      return path;
    },
    async forget(device) {
      const pairings = await readPairings(path);
      const others = pairings.filter(({ id, address }) => id !== device && address !== device);
      if (others.length < pairings.length) await write(path, others);
    },
  };
}

/** [XDG Base Directory Specification] */
export function pairingsPath(environment: Environment): string {
  const base = environment.XDG_CONFIG_HOME;
  return join(base?.startsWith('/') ? base : join(homedir(), '.config'), 'edgewright', 'pairings.json');
}

/** None where there is no file or it holds no pairings. */
async function readPairings(path: string): Promise<readonly Pairing[]> {
  try {
    const content: { pairings?: Pairing[] } | null = JSON.parse(await readFile(path, 'utf8'));
    return Array.isArray(content?.pairings) ? content.pairings : [];
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || error instanceof SyntaxError) return [];
    throw storageError(error, path);
  }
}

async function write(path: string, pairings: readonly Pairing[]): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  await writeDurably(path, `${JSON.stringify({ pairings }, null, 2)}\n`, 0o600);
}
