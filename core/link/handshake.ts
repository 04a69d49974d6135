// The first four messages of a link: hello both ways, then proof both ways. The workbench proves first, so that a device
// says nothing about its token to a stranger; the device's proof is at once its consent.
import { CodedError } from '@edgewright/schemas/codes.js';
import { checkParams } from '@edgewright/schemas/frame.js';
import type { Frame, Hello, Proof } from '@edgewright/schemas/wire.js';
import type { CloseReason } from './close.ts';
import { toCodedError } from './errors.ts';
import { isSameSecret, makeProof } from './proof.ts';

export type Step =
  | { readonly kind: 'wait'; readonly send: readonly Frame[] }
  | { readonly kind: 'open'; readonly send: readonly Frame[]; readonly peer: Hello; readonly protocol: number }
  | { readonly kind: 'refuse'; readonly error: CodedError; readonly close: CloseReason }
  | { readonly kind: 'refused'; readonly error: CodedError };

/** Takes the peer's frames one by one after `own` was sent to it. */
export function startHandshake(
  own: Hello,
  token: string | ((peer: Hello) => string | undefined),
): (frame: Frame) => Step {
  let peer: Hello | undefined;
  let protocol = 0;
  let secret = '';

  return (frame) => {
    if ('error' in frame) return { kind: 'refused', error: toCodedError(frame.error) };
    const expected = peer === undefined ? 'hello' : 'proof';
    if (!('method' in frame) || frame.method !== expected)
      return refuse('handshake-order', outOfOrder(frame, expected));
    const fault = checkParams(expected, frame.params);
    if (fault !== undefined) return { kind: 'refuse', error: toCodedError(fault), close: 'frame-refused' };
    return peer === undefined ? hear(frame.params as Hello) : verify(peer, frame.params as Proof);
  };

  function hear(hello: Hello): Step {
    if (hello.role === own.role)
      return refuse('unauthorized', `Both ends of the link say that they are a ${own.role}.`);
    if (hello.nonce === own.nonce) return refuse('unauthorized', 'The peer sent back the nonce of this end.');
    const version = Math.min(own.protocol[1], hello.protocol[1]);
    if (version < Math.max(own.protocol[0], hello.protocol[0]))
      return refuse('protocol-version', noCommonVersion(hello));
    const chosen = typeof token === 'string' ? token : token(hello);
    if (chosen === undefined) return refuse('unauthorized', `There is no pairing token for the peer ${hello.id}.`);
    peer = hello;
    protocol = version;
    secret = chosen;
    return { kind: 'wait', send: own.role === 'workbench' ? [proofFrame(hello)] : [] };
  }

  function verify(hello: Hello, proof: Proof): Step {
    if (!isSameSecret(proof.proof, makeProof(secret, hello.role, own.nonce, hello.nonce))) {
      return refuse('unauthorized', `The ${hello.role} did not prove that it knows the pairing token of this link.`);
    }
    return { kind: 'open', send: own.role === 'device' ? [proofFrame(hello)] : [], peer: hello, protocol };
  }

  function proofFrame(hello: Hello): Frame {
    return { jsonrpc: '2.0', method: 'proof', params: { proof: makeProof(secret, own.role, hello.nonce, own.nonce) } };
  }

  function noCommonVersion(hello: Hello): string {
    const [least, greatest] = own.protocol;
    return (
      `${own.program} speaks the protocol's versions ${least} to ${greatest}, ` +
      `the peer (${hello.program}) ${hello.protocol[0]} to ${hello.protocol[1]}: they have none in common.`
    );
  }
}

export function helloFrame(hello: Hello): Frame {
  return { jsonrpc: '2.0', method: 'hello', params: hello };
}

const fixes = {
  'handshake-order': 'Send `hello`, then `proof`, and nothing else before the peer has proved itself too.',
  'protocol-version': 'Update the older of the two programs.',
  unauthorized: 'Pair again: `edgewright-agent token` on the device shows the token.',
} as const;

function refuse(code: keyof typeof fixes, message: string): Step {
  const close = code === 'handshake-order' ? 'frame-refused' : code;
  return { kind: 'refuse', error: new CodedError(code, message, fixes[code]), close };
}

function outOfOrder(frame: Frame, expected: string): string {
  const what = 'method' in frame ? `"${frame.method.slice(0, 60)}"` : 'an answer';
  return `The peer sent ${what} where "${expected}" is due.`;
}
