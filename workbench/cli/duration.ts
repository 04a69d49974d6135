// Times that a command line names.
import { CodedError } from '@edgewright/schemas/codes.js';
import { isDuration, parseDuration } from '@edgewright/schemas/units.js';

/** Milliseconds of "10s"; undefined where it is no duration. */
export function durationIn(text: string): number | undefined {
  return isDuration(text) ? parseDuration(text) : undefined;
}

/** Milliseconds, above 0. Throws `usage`. */
export function durationOf(text: string): number {
  const time = durationIn(text);
  // A timer counts milliseconds in 31 bits.
  if (time !== undefined && time > 0 && time < 2 ** 31) return time;
  throw new CodedError('usage', `"${text}" is no duration.`, 'Give a number with its unit, as 10s or 1min.');
}
