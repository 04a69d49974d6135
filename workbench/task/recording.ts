// Recordings of events: JSON Lines, read as a stream, so that one of a week needs no more memory than one of a minute.
import { createReadStream } from 'node:fs';
import { type Catalogue, type RecordedLine, readLine } from '@edgewright/core/task/event-line.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { systemReason } from '../runs/durable.ts';

/** UTF-16 units of a line; an event has some hundred. */
const longestLine = 1_000_000;

/** Batches of lines in order; empty lines are passed by. Throws `file-unreadable`. `name` is the file as the user wrote it. */
export async function* readRecording(
  path: string,
  name: string,
  catalogue: Catalogue,
): AsyncGenerator<readonly RecordedLine[]> {
  let rest = '';
  let line = 0;
  try {
    for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      // A file without line breaks must not fill the memory.
      if (rest.length > longestLine)
        throw new CodedError(
          'recording-line',
          `Line ${line + lines.length + 1} of ${name} has more than ${longestLine} characters.`,
          'Give a file with one event a line.',
        );
      yield lines.flatMap((text) => readLine(text, ++line, catalogue) ?? []);
    }
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw new CodedError(
      'file-unreadable',
      `${name} cannot be read: ${systemReason(error)}.`,
      'Look whether the path is right; it is relative to the working folder, or to the task that names it.',
    );
  }
  if (rest.trim() !== '') yield [readLine(rest, ++line, catalogue)].flatMap((read) => read ?? []);
}
