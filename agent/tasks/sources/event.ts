// Events as senders write them: a JSON object with `event`, perhaps `time` and `id`, and the fields beside them.
import { parseTime } from '@edgewright/schemas/instant.js';
import type { IncomingEvent } from '../contract.ts';

/** Characters of a line; what is longer is no event. */
export const longestLine = 1 << 20;

/** What cannot be read is a sentence that says why. */
export function readIncoming(value: unknown): IncomingEvent | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'An event is a JSON object.';
  const { event, time, id, ...fields } = value as Readonly<Record<string, unknown>>;
  if (typeof event !== 'string' || event === '') return 'The event has no name in `event`.';
  const at = parseTime(time);
  if (time !== undefined && at === undefined)
    return 'Its `time` is neither ISO 8601 with a time zone nor milliseconds.';
  if (id !== undefined && (typeof id !== 'string' || id.length > 200)) return 'Its `id` is no string of at most 200.';
  return { event, fields, ...(at !== undefined && { time: at }), ...(id !== undefined && { id: id as string }) };
}

/** One object, a list of them, or JSON Lines. */
export function readBody(text: string): readonly (IncomingEvent | string)[] {
  const whole = parsed(text);
  if (whole !== undefined) return (Array.isArray(whole) ? whole : [whole]).map(readIncoming);
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : readLine(line)));
}

export function readLine(line: string): IncomingEvent | string {
  if (line.length > longestLine) return 'The line is too long.';
  const value = parsed(line);
  return value === undefined ? 'The line is no JSON.' : readIncoming(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
