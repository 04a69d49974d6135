// The lines of a command's standard output; it is started again when it ends, and ended with the source.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Intake, OpenSource } from '../contract.ts';
import { sourceTrouble } from '../trouble.ts';
import { readLine } from './event.ts';
import { linesOf, longestRest, paced, pause, type SourceTimes } from './pace.ts';

export function openProcess(
  command: readonly string[],
  intake: Intake,
  rate: number | undefined,
  times: SourceTimes,
): OpenSource {
  const ending = new AbortController();
  const give = paced(intake, rate, ending.signal);
  const [program = ''] = command;
  const done = keepRunning(
    command,
    ending.signal,
    times.restart,
    async (output) => {
      for await (const line of linesOf(output)) {
        if (ending.signal.aborted) return;
        if (line.trim() === '') continue;
        const event = readLine(line);
        if ('fix' in event) {
          intake.refuse(1);
          intake.tell(sourceTrouble(`${program} wrote a line that is no event: ${event.message}`, event.fix));
        } else await give([event]);
      }
    },
    () => intake.tell(null),
    (why) =>
      intake.tell(
        sourceTrouble(`${program} does not run: ${why}.`, 'Try the command on the device; it is started again.'),
      ),
  );
  return {
    async close() {
      ending.abort();
      await done;
    },
  };
}

/**
 * Settles when the process is over after `ending`. `read` gets its standard output each time that it runs.
 * @param restart Milliseconds until it is started again, doubled from one end to the next.
 */
export async function keepRunning(
  command: readonly string[],
  ending: AbortSignal,
  restart: number,
  read: (output: AsyncIterable<string>) => Promise<void>,
  onStart: () => void,
  onEnd: (why: string) => void,
): Promise<void> {
  const [program = '', ...words] = command;
  for (let rest = restart; !ending.aborted; ) {
    const begin = performance.now();
    const child = started(program, words);
    if (typeof child === 'string') {
      onEnd(child);
      await pause(longestRest, ending);
      continue;
    }
    let last = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      last = (last + text).slice(-500);
    });
    const kill = (): void => void child.kill('SIGKILL');
    ending.addEventListener('abort', kill);
    const end = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('close', (code, signal) => resolve(`it ended with ${signal ?? `exit code ${code}`}`));
    });
    child.once('spawn', onStart);
    await read(child.stdout.setEncoding('utf8'));
    const why = await end;
    ending.removeEventListener('abort', kill);
    if (ending.aborted) return;
    const stderr = last.trim().split('\n').at(-1);
    onEnd(stderr ? `${why} (${stderr})` : why);
    // One that ran for so long has not failed at once.
    if (performance.now() - begin > longestRest) rest = restart;
    await pause(rest, ending);
    rest = Math.min(2 * rest, longestRest);
  }
}

/** Or why it cannot be: most of what is wrong with a command is an event of its process, and some is thrown. */
function started(program: string, words: readonly string[]): ChildProcessByStdio<null, Readable, Readable> | string {
  try {
    return spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    return (error as Error).message;
  }
}
