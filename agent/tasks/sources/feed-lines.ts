// Sources that are read line by line: a process, a file that grows, a recording. What cannot wait is not made to: they read on
// when the intake is ready.
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as wait } from 'node:timers/promises';
import type { IncomingEvent, Intake, OpenSource } from '../contract.ts';
import { sourceTrouble } from '../trouble.ts';
import { longestLine, readLine } from './event.ts';

/** Milliseconds between two looks at a file. */
const lookTime = 250;

/** Milliseconds until a process is started again, doubled from one end to the next. */
const restart = { first: 500, longest: 60_000 };

/** Hands events over at no more than `rate` a second, and waits while the intake does; after `ending` nothing is handed over. */
export function paced(
  intake: Intake,
  rate: number | undefined,
  ending: AbortSignal,
): (event: IncomingEvent) => Promise<void> {
  let next = 0;
  // Not a race with one promise for all events: it would keep something of each.
  let release = (): void => {};
  ending.addEventListener('abort', () => release(), { once: true });
  const pause = (time: number) => wait(time, undefined, { signal: ending }).catch(() => undefined);
  return async (event) => {
    if (rate !== undefined) {
      const now = performance.now();
      next = Math.max(next + 1000 / rate, now);
      if (next > now) await pause(next - now);
    }
    await new Promise<void>((resolve) => {
      release = resolve;
      void intake.ready().then(resolve);
    });
    // What is refused has been counted where it was; a full store is waited for.
    for (let time = 100; !ending.aborted; time = Math.min(2 * time, 10_000)) {
      try {
        await intake.accept([event]);
        return;
      } catch {
        await pause(time);
      }
    }
  };
}

/** Lines of a stream; of one that is too long its beginning, which tells it: a stream without line breaks must not fill the memory. */
export async function* linesOf(stream: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + chunk).split('\n');
    rest = (lines.pop() ?? '').slice(0, longestLine + 1);
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** The lines of standard output; started again when it ends, and ended with the source. */
export function openProcess(command: readonly string[], intake: Intake, rate: number | undefined): OpenSource {
  const ending = new AbortController();
  const give = paced(intake, rate, ending.signal);
  const done = (async () => {
    for (let pause = restart.first; !ending.signal.aborted; ) {
      const [program = '', ...words] = command;
      const begin = performance.now();
      const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
      let last = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        last = (last + text).slice(-500);
      });
      const kill = (): void => void child.kill('SIGKILL');
      ending.signal.addEventListener('abort', kill);
      const end = new Promise<string>((resolve) => {
        child.once('error', (error) => resolve(error.message));
        child.once('close', (code, signal) => resolve(`it ended with ${signal ?? `exit code ${code}`}`));
      });
      child.once('spawn', () => intake.tell(null));
      for await (const line of linesOf(child.stdout.setEncoding('utf8'))) {
        if (ending.signal.aborted) break;
        if (line.trim() === '') continue;
        const event = readLine(line);
        if (typeof event === 'string')
          intake.tell(
            sourceTrouble(`${program} wrote a line that is no event: ${event}`, 'Write one JSON object a line.'),
          );
        else await give(event);
      }
      const why = await end;
      ending.signal.removeEventListener('abort', kill);
      if (ending.signal.aborted) return;
      const stderr = last.trim().split('\n').at(-1);
      intake.tell(
        sourceTrouble(
          `${program} does not run: ${why}${stderr ? ` (${stderr})` : ''}.`,
          'Try the command on the device; it is started again.',
        ),
      );
      // One that ran for a while has not failed at once.
      if (performance.now() - begin > restart.longest) pause = restart.first;
      await wait(pause, undefined, { signal: ending.signal }).catch(() => undefined);
      pause = Math.min(2 * pause, restart.longest);
    }
  })();
  return {
    async close() {
      ending.abort();
      await done;
    },
  };
}

/** Lines that are added from now on; a file that is shorter than before is read from its beginning, as after a rotation. */
export function openFile(path: string, intake: Intake, rate: number | undefined): OpenSource {
  const ending = new AbortController();
  const give = paced(intake, rate, ending.signal);
  let rest = '';
  // The end of what is there may lie inside a character.
  let decoder = new StringDecoder('utf8');
  const done = (async () => {
    let at = await stat(path).then(
      ({ size }) => size,
      () => 0,
    );
    while (!ending.signal.aborted) {
      const size = await stat(path).then(
        (found) => found.size,
        () => undefined,
      );
      if (size === undefined)
        intake.tell(sourceTrouble(`There is no file ${path}.`, 'It is read as soon as it is there.'));
      else {
        intake.tell(null);
        if (size < at) [at, rest, decoder] = [0, '', new StringDecoder('utf8')];
        if (size > at) at = await readFrom(at, size);
      }
      await wait(lookTime, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  })();
  return {
    async close() {
      ending.abort();
      await done;
    },
  };

  async function readFrom(start: number, end: number): Promise<number> {
    for await (const chunk of createReadStream(path, { start, end: end - 1 })) {
      const lines = (rest + decoder.write(chunk as Buffer)).split('\n');
      rest = (lines.pop() ?? '').slice(0, longestLine + 1);
      for (const line of lines) {
        if (line.trim() === '' || ending.signal.aborted) continue;
        const event = readLine(line);
        if (typeof event === 'string')
          intake.tell(sourceTrouble(`${path} has a line that is no event: ${event}`, 'Write one JSON object a line.'));
        else await give(event);
      }
    }
    return end;
  }
}

/** A recording in real time: its first event is now, the others keep their distance from it. */
export function openReplay(path: string, intake: Intake, rate: number | undefined): OpenSource {
  const ending = new AbortController();
  const give = paced(intake, rate, ending.signal);
  const done = (async () => {
    const begin = performance.now();
    let first: number | undefined;
    let line = 0;
    intake.tell(null);
    for await (const text of linesOf(createReadStream(path, 'utf8'))) {
      line++;
      if (text.trim() === '') continue;
      const event = readLine(text);
      if (typeof event === 'string')
        return intake.tell(
          sourceTrouble(`Line ${line} of the recording is no event: ${event}`, 'Correct the recording.'),
        );
      first ??= event.time ?? 0;
      const due = (event.time ?? first) - first - (performance.now() - begin);
      if (due > 0) await wait(due, undefined, { signal: ending.signal }).catch(() => undefined);
      if (ending.signal.aborted) return;
      const { time: _, ...now } = event;
      await give(now);
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
