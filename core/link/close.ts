// Why a link ends. The close codes of `edgewright.v1`, in the range that [RFC 6455 7.4.2] leaves to applications.
import type { CodedError } from '@edgewright/schemas/codes.js';

export const closeCodes = {
  /** Done; nothing is wrong. */
  normal: 1000,
  /** The program ends. */
  'going-away': 1001,
  /** A message that is no frame: not text, not JSON, too large, too deep. */
  'frame-refused': 4400,
  unauthorized: 4401,
  'protocol-version': 4406,
  'handshake-timeout': 4408,
  /** Nothing was heard from the peer for two heartbeats. */
  'link-lost': 4410,
  /** The peer takes messages slower than the producers' patience. */
  'link-stuck': 4413,
  'rate-exceeded': 4429,
} as const;

export type CloseReason = keyof typeof closeCodes;

/** How a session ended. */
export interface Closed {
  readonly by: 'self' | 'peer';
  readonly code: number;
  readonly reason: string;
  /** What went wrong, as told by the end that refused; undefined at a normal end. */
  readonly error: CodedError | undefined;
}
