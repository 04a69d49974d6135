// A recording in real time: its first event is now, the others keep their distance from it.
import { createReadStream } from 'node:fs';
import type { Intake, OpenSource } from '../contract.ts';
import { sourceTrouble } from '../trouble.ts';
import { readLine } from './event.ts';
import { linesOf, paced, pause } from './pace.ts';

/** Where it was: lines that were given, of which recording. */
interface Place {
  readonly path: string;
  readonly line: number;
}

/** @param from `continue`: after the last line that it gave before, whose moment is then now. */
export function openReplay(
  path: string,
  intake: Intake,
  rate: number | undefined,
  from: 'start' | 'continue',
): OpenSource {
  const ending = new AbortController();
  const give = paced(intake, rate, ending.signal);
  const done = (async () => {
    const text = from === 'continue' ? intake.memory.read() : undefined;
    const kept = text === undefined ? undefined : (JSON.parse(text) as Place);
    const given = kept?.path === path ? kept.line : 0;
    const begin = performance.now();
    let first: number | undefined;
    let line = 0;
    intake.tell(null);
    for await (const text of linesOf(createReadStream(path, 'utf8'))) {
      line++;
      if (text.trim() === '') continue;
      const event = readLine(text);
      if ('fix' in event) {
        const message = `Line ${line} of the recording is no event: ${event.message}`;
        return intake.tell(sourceTrouble(message, 'Correct the recording.'));
      }
      const { time: at, ...now } = event;
      if (line <= given) {
        first = at ?? first;
        continue;
      }
      first ??= at ?? 0;
      const due = (at ?? first) - first - (performance.now() - begin);
      if (due > 0) await pause(due, ending.signal);
      if (ending.signal.aborted) return;
      await give([now], from === 'continue' ? JSON.stringify({ path, line } satisfies Place) : undefined);
    }
  })().catch((error: unknown) =>
    intake.tell(
      sourceTrouble(`The recording cannot be read: ${(error as Error).message}.`, 'Give a file that is on the device.'),
    ),
  );
  return {
    async close() {
      ending.abort();
      await done;
    },
  };
}
