// Secrets by name, which stay on the device: documents name them, and nothing tells what is in them.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';

/** What a sender shows to the agent, or the agent to a server. */
export interface Secret {
  readonly token?: string;
  readonly username?: string;
  readonly password?: string;
  /** NATS: the seed of an NKey, or the text of a `.creds` file. */
  readonly nkey?: string;
  readonly creds?: string;
  /** PEM: whom to trust, and who the agent is, over TLS. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

const parts: ReadonlySet<string> = new Set(['token', 'username', 'password', 'nkey', 'creds', 'ca', 'cert', 'key']);

/** Throws `secret-unusable`. */
export type Secrets = (name: string) => Secret;

/**
 * The environment's EDGEWRIGHT_SECRET_NAME, or the file of the name in a folder, which nobody else may read. A JSON object has
 * the parts of a secret; any other text is a token.
 */
export function secretsIn(folder: string, environment: NodeJS.ProcessEnv = process.env): Secrets {
  return (name) => {
    const variable = `EDGEWRIGHT_SECRET_${name.toUpperCase().replaceAll('-', '_')}`;
    const text = environment[variable] ?? readSecretFile(join(folder, name), name, variable);
    return parseSecret(text.trim(), name);
  };
}

/** Throws `secret-unusable`. */
export function tokenOf(name: string, secrets: Secrets): string {
  const { token } = secrets(name);
  if (token === undefined)
    throw unusable(`The secret "${name}" has no token`, 'Write the token alone, or as {"token": TEXT}.');
  return token;
}

function readSecretFile(path: string, name: string, variable: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined)
    throw unusable(`The device has no secret "${name}"`, `Write it to ${path}, or start the agent with ${variable}.`);
  // Windows has no such bits.
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw unusable(`Others can read the secret "${name}"`, `Run chmod 600 ${path}.`);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw unusable(`The secret "${name}" cannot be read (${code})`, `Let the agent's user read ${path}.`);
  }
}

function parseSecret(text: string, name: string): Secret {
  const shape = 'Write a token, or a JSON object of texts by token, username, password, nkey, creds, ca, cert and key.';
  if (text === '') throw unusable(`The secret "${name}" is empty`, shape);
  if (!text.startsWith('{')) {
    if (/\s/.test(text)) throw unusable(`The secret "${name}" is no token: it has spaces`, shape);
    return { token: text };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not the parser's message: it shows a piece of the text.
    throw unusable(`The secret "${name}" is no JSON`, shape);
  }
  const isSecret = Object.entries(value as object).every(([part, said]) => parts.has(part) && typeof said === 'string');
  if (!isSecret) throw unusable(`The secret "${name}" has parts that are none`, shape);
  return value as Secret;
}

function unusable(message: string, fix: string): CodedError {
  return new CodedError('secret-unusable', `${message}.`, fix);
}
