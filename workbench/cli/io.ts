// What a command may touch of the terminal and the process, so that tests run commands in memory.
import { styleText } from 'node:util';

export type Tone = 'good' | 'warning' | 'bad' | 'dim' | 'strong';

export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether `out` is a terminal that can redraw lines. */
  readonly isTerminal: boolean;
  /** Columns of `out` now, as a window may change; 80 where it is no terminal. */
  readonly width: number;
  /** Lines of `out` now; 24 where it is no terminal. */
  readonly height: number;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Colours for `out` and for `err`. */
  readonly paint: (tone: Tone, text: string) => string;
  readonly paintError: (tone: Tone, text: string) => string;
  /** Calls `interrupt` at the first Ctrl-C or SIGTERM; the second one ends the process. Returns how to stop listening. */
  readonly onInterrupt: (interrupt: () => void) => () => void;
}

const styles = { good: 'green', warning: 'yellow', bad: 'red', dim: 'dim', strong: 'bold' } as const;

const signals = ['SIGINT', 'SIGTERM'] as const;

/** As of a program that SIGPIPE ends, which Node ignores. */
const pipeClosed = 128 + 13;

/** Who reads the output has had enough, such as `head`: there is nobody to tell anything. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(pipeClosed);
}

export function systemIo(): Io {
  for (const stream of [process.stdout, process.stderr])
    if (!stream.listeners('error').includes(endWithReader)) stream.on('error', endWithReader);
  const paintFor = (stream: NodeJS.WriteStream) => (tone: Tone, text: string) =>
    styleText(styles[tone], text, { stream, validateStream: true });
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTerminal: process.stdout.isTTY === true && process.env.TERM !== 'dumb',
    get width() {
      return process.stdout.isTTY ? Math.max(process.stdout.columns || 80, 40) : 80;
    },
    get height() {
      return process.stdout.isTTY ? process.stdout.rows || 24 : 24;
    },
    cwd: process.cwd(),
    environment: process.env,
    now: () => new Date(),
    paint: paintFor(process.stdout),
    paintError: paintFor(process.stderr),
    onInterrupt(interrupt) {
      let count = 0;
      const listen = () => {
        if (++count > 1) process.exit(130);
        interrupt();
      };
      for (const signal of signals) process.on(signal, listen);
      return () => {
        for (const signal of signals) process.off(signal, listen);
      };
    },
  };
}
