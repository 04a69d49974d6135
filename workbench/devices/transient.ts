// Which failures of a link pass by themselves.
import { type Code, CodedError } from '@edgewright/schemas/codes.js';

const transient: ReadonlySet<Code> = new Set<Code>([
  'unreachable',
  'link-closed',
  'link-lost',
  'link-stuck',
  'request-timeout',
  'handshake-timeout',
  'too-many-peers',
  'rate-exceeded',
]);

export function isTransient(error: unknown): error is CodedError {
  return error instanceof CodedError && transient.has(error.code);
}
