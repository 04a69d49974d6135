// A recording in real time: its first event is now, the others keep their distance from it.
import { createReadStream } from 'node:fs';
import type { Trouble } from '@edgewright/schemas/deployment.js';
import type { Intake, OpenSource } from '../contract.ts';
import { sourceTrouble } from '../trouble.ts';
import { readLine } from './event.ts';
import { linesOf, longestRest, paced, pause, type SourceTimes } from './pace.ts';

/** Where it was: lines that were given, of which recording. */
interface Place {
  readonly path: string;
  readonly line: number;
}

/**
 * One that cannot be read is tried again, later each time, and goes on behind what it gave.
 * @param from `continue`: after the last line that it gave before, whose moment is then now.
 */
export function openReplay(
  path: string,
  intake: Intake,
  rate: number | undefined,
  from: 'start' | 'continue',
  times: SourceTimes,
): OpenSource {
  const ending = new AbortController();
  const give = paced(intake, rate, ending.signal);
  const done = (async () => {
    const text = from === 'continue' ? intake.memory.read() : undefined;
    const kept = text === undefined ? undefined : (JSON.parse(text) as Place);
    /** Lines that were given. */
    let given = kept?.path === path ? kept.line : 0;
    for (let rest = times.retry; !ending.signal.aborted; rest = Math.min(2 * rest, longestRest)) {
      try {
        const wrong = await play(given, (line) => {
          given = line;
        });
        if (wrong !== undefined) intake.tell(wrong);
        return;
      } catch (error) {
        const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
        const fix = 'Give a file that is on the device; it is tried again.';
        intake.tell(sourceTrouble(`The recording ${path} cannot be read: ${why}.`, fix));
      }
      await pause(rest, ending.signal);
    }
  })();
  return {
    async close() {
      ending.abort();
      await done;
    },
  };

  /** To its end, or to a line that is wrong. */
  async function play(given: number, onGiven: (line: number) => void): Promise<Trouble | undefined> {
    const begin = performance.now();
    let first: number | undefined;
    let line = 0;
    for await (const text of linesOf(createReadStream(path, 'utf8'))) {
      if (line === 0) intake.tell(null);
      line++;
      if (text.trim() === '') continue;
      const event = readLine(text);
      if ('fix' in event) {
        const message = `Line ${line} of the recording is no event: ${event.message}`;
        return sourceTrouble(message, 'Correct the recording.');
      }
      const { time: at, ...now } = event;
      if (line <= given) {
        first = at ?? first;
        continue;
      }
      first ??= at ?? 0;
      const due = (at ?? first) - first - (performance.now() - begin);
      if (due > 0) await pause(due, ending.signal);
      if (ending.signal.aborted) return undefined;
      await give([now], from === 'continue' ? JSON.stringify({ path, line } satisfies Place) : undefined);
      onGiven(line);
    }
    return undefined;
  }
}
