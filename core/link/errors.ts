// Coded errors on the wire and back.
import { type Code, CodedError, codes } from '@edgewright/schemas/codes.js';
import { rpcErrors } from '@edgewright/schemas/frame.js';
import type { WireError } from '@edgewright/schemas/wire.js';

export function toWireError(error: CodedError): WireError {
  return {
    code: rpcCodes[error.code] ?? rpcErrors.refused,
    message: error.message,
    data: { code: error.code, fix: error.fix },
  };
}

/** The peer's error as one of ours; a name that this end does not know is told in the message. */
export function toCodedError(error: WireError): CodedError {
  const name = error.data?.code;
  const fix = error.data?.fix ?? 'Update the older of the two programs, so that both know the same errors.';
  if (name !== undefined && Object.hasOwn(codes, name)) return new CodedError(name as Code, error.message, fix);
  return new CodedError('peer-refused', `${error.message} (${name ?? error.code})`, fix);
}

/** What JSON-RPC has a number of its own for; the rest is `rpcErrors.refused`. */
const rpcCodes: { readonly [code in Code]?: number } = {
  'frame-not-json': rpcErrors.parse,
  'frame-too-large': rpcErrors.invalidRequest,
  'frame-too-deep': rpcErrors.invalidRequest,
  'frame-forbidden-key': rpcErrors.invalidRequest,
  'frame-not-rpc': rpcErrors.invalidRequest,
  'unknown-method': rpcErrors.methodNotFound,
  'bad-params': rpcErrors.invalidParams,
  'internal-error': rpcErrors.internal,
};
