import { fingerprintOf } from '@edgewright/core/link/signature.js';
import { openSigningKey } from '../../signing/key.ts';
import { exitCodes } from '../exit.ts';
import type { Io } from '../io.ts';

/** `edgewright key`: the public key alone on standard output, for a pipe; what to do with it beside it. */
export async function showKey(io: Io, options: { readonly json?: boolean }): Promise<number> {
  const { publicKey, file } = await openSigningKey(io.environment);
  const fingerprint = fingerprintOf(publicKey);
  if (options.json) {
    io.out(`${JSON.stringify({ key: publicKey, fingerprint, file })}\n`);
    return exitCodes.ok;
  }
  io.out(`${publicKey}\n`);
  io.err(`fingerprint ${fingerprint}; the private key is in ${file}\n`);
  io.err(`to let tasks that it signs have the rights of an agent: edgewright-agent trust ${publicKey}\n`);
  return exitCodes.ok;
}
