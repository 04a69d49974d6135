// How a thread that simulates tells a failure.
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Fault } from '../protocol.ts';

/** Of an expected failure; a bug is thrown on and ends the thread, of which its host hears. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof CodedError)) throw error;
  const { code, message, fix } = error;
  return { code, message, fix };
}
