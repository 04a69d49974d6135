// Addresses of agents as people write them.
import { CodedError } from '@edgewright/schemas/codes.js';

/** `ws://host:port` or `wss://host:port`; `host:port` means `ws://`. Throws `bad-address`. */
export function parseAddress(text: string): string {
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `ws://${text}`);
  if (url === null) throw badAddress(text, 'it is no address');
  if (url.protocol !== 'ws:' && url.protocol !== 'wss:')
    throw badAddress(text, `${url.protocol}// is not ws:// or wss://`);
  if (url.username !== '' || url.password !== '') throw badAddress(text, 'a name or password does not belong in it');
  if (url.port === '' && url.protocol === 'ws:' && !/:80$/.test(text)) throw badAddress(text, 'there is no port');
  const path = url.pathname === '/' ? '' : url.pathname;
  return `${url.protocol}//${url.host}${path}`;
}

function badAddress(text: string, reason: string): CodedError {
  return new CodedError(
    'bad-address',
    `"${text}" is not the address of an agent: ${reason}.`,
    'Write ws://HOST:PORT, as `edgewright-agent` prints it when it starts.',
  );
}
