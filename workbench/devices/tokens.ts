// Pairing tokens that `edgewright pair` stored, in a file that only its owner may read.
import { mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { storageError, systemCode, writeDurably } from '../runs/durable.ts';

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

type Environment = Readonly<Record<string, string | undefined>>;

/** [XDG Base Directory Specification] */
export function pairingsPath(environment: Environment): string {
  const base = environment.XDG_CONFIG_HOME;
  return join(base?.startsWith('/') ? base : join(homedir(), '.config'), 'edgewright', 'pairings.json');
}

/** None where there is no file or it holds no pairings. */
export async function readPairings(environment: Environment): Promise<readonly Pairing[]> {
  const path = pairingsPath(environment);
  try {
    const content: { pairings?: Pairing[] } | null = JSON.parse(await readFile(path, 'utf8'));
    return Array.isArray(content?.pairings) ? content.pairings : [];
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || error instanceof SyntaxError) return [];
    throw storageError(error, path);
  }
}

/** Stores a pairing in place of an older one of the same device or address. Returns the file's path. */
export async function storePairing(environment: Environment, pairing: Pairing): Promise<string> {
  const path = pairingsPath(environment);
  const others = (await readPairings(environment)).filter(
    (other) => other.id !== pairing.id && (pairing.address === undefined || other.address !== pairing.address),
  );
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  await writeDurably(path, `${JSON.stringify({ pairings: [...others, pairing] }, null, 2)}\n`, 0o600);
  return path;
}
