// The texts that sources get, as events: a line, or a body with one object, a list of them, or JSON Lines.
import { type EventFault, parseEvent, readEvent, type WrittenEvent } from '@edgewright/core/task/event-line.js';

/** Characters of a line; what is longer is no event. */
export const longestLine = 1 << 20;

/** One object, a list of them, or JSON Lines. */
export function readBody(text: string): readonly (WrittenEvent | EventFault)[] {
  const whole = parsed(text);
  if (whole !== undefined) return (Array.isArray(whole) ? whole : [whole]).map(readEvent);
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : readLine(line)));
}

export function readLine(line: string): WrittenEvent | EventFault {
  if (line.length > longestLine) return { message: 'The line is too long.', fix: 'Write one event a line.' };
  return parseEvent(line);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
