// A pairing as one string that can be pasted as a whole: `edgewright://HOST:PORT/?token=TOKEN&certificate=SHA256#NAME`. An agent
// makes it, a workbench reads it. It holds the token, so it is a secret as the token is.

export interface PairingLink {
  /** HOST:PORT */
  readonly host: string;
  readonly token: string;
  /** SHA-256 in lower-case hexadecimal: the agent listens with TLS, and this certificate is the one to trust. */
  readonly certificate?: string | undefined;
  /** Of the device, for people. */
  readonly name?: string | undefined;
}

export const pairingScheme = 'edgewright:';

export function formatPairingLink({ host, token, certificate, name }: PairingLink): string {
  const pinned = certificate === undefined ? '' : `&certificate=${certificate}`;
  const named = name === undefined ? '' : `#${encodeURIComponent(name)}`;
  return `${pairingScheme}//${host}/?token=${encodeURIComponent(token)}${pinned}${named}`;
}

/** Undefined where the text is no such link. */
export function parsePairingLink(text: string): PairingLink | undefined {
  const [, host, query, fragment] = /^edgewright:\/\/([^/?#\s]+)\/?\?([^#\s]*)(?:#(\S*))?$/i.exec(text.trim()) ?? [];
  if (host === undefined || query === undefined) return undefined;
  const values = new Map(query.split('&').map((part) => splitOnce(part)));
  const token = decoded(values.get('token') ?? '');
  const certificate = values.get('certificate')?.toLowerCase();
  if (token === undefined || token === '') return undefined;
  if (certificate !== undefined && !/^[0-9a-f]{64}$/.test(certificate)) return undefined;
  const name = fragment === undefined ? undefined : decoded(fragment);
  return { host, token, ...(certificate !== undefined && { certificate }), ...(name && { name }) };
}

function splitOnce(part: string): readonly [key: string, value: string] {
  const at = part.indexOf('=');
  return at === -1 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
