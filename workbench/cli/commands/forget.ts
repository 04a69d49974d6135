import { CodedError } from '@edgewright/schemas/codes.js';
import { parseAddress } from '../../devices/address.ts';
import { fileCredentials, type Pairing } from '../../devices/tokens.ts';
import { exitCodes } from '../exit.ts';
import type { Io } from '../io.ts';

/** `edgewright forget ADDRESS|NAME`: removes the stored pairing of one device. */
export async function forgetDevice(io: Io, named: string, options: { readonly json?: boolean }): Promise<number> {
  const credentials = fileCredentials(io.environment);
  const { id, name, address } = chosen(await credentials.pairings(), named);
  await credentials.forget(id);
  if (options.json) io.out(`${JSON.stringify({ id, name, ...(address && { address }) })}\n`);
  else io.out(`forgot the pairing with ${name}${address === undefined ? '' : ` at ${address}`}\n`);
  return exitCodes.ok;
}

/** Throws `no-device`. */
function chosen(pairings: readonly Pairing[], named: string): Pairing {
  const found = pairings.filter(
    ({ id, name, address }) =>
      id === named || name === named || (address !== undefined && address === asAddress(named)),
  );
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  const list = (of: readonly Pairing[]) => of.map(({ id, name, address }) => `${name} (${address ?? id})`).join(', ');
  if (found.length > 1) {
    throw new CodedError(
      'no-device',
      `"${named}" means ${found.length} pairings: ${list(found)}.`,
      'Name the address.',
    );
  }
  throw new CodedError(
    'no-device',
    `There is no pairing with "${named}".`,
    pairings.length === 0 ? 'No pairing is stored.' : `Name one of: ${list(pairings)}.`,
  );
}

function asAddress(text: string): string | undefined {
  try {
    return parseAddress(text);
  } catch (error) {
    if (error instanceof CodedError) return undefined;
    throw error;
  }
}
