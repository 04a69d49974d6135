// The process that starts those of scripts. To start one, Linux copies the page tables of the process that does it, which stands
// still meanwhile: 7 ms for an agent of 150 MiB, 30 ms for one of 550. So a small process does it, in which nothing else runs.
import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { putBehind } from './rank.ts';

export interface Start {
  readonly kind: 'start';
  readonly id: number;
  readonly command: string;
  readonly words: readonly string[];
  readonly cwd?: string;
  /** Of a Unix socket of the agent: the process has it as its stdin and stdout, or as descriptor 3. */
  readonly socket: string;
  readonly as: 'stdio' | 3;
  readonly isBehind: boolean;
}

export type ToLauncher = Start | { readonly kind: 'kill'; readonly id: number };

export type FromLauncher =
  | { readonly kind: 'started'; readonly id: number; readonly pid: number }
  | ({ readonly kind: 'ended'; readonly id: number } & End);

export interface End {
  readonly code: number | null;
  readonly signal: string | null;
  /** The end of what it wrote there, or why it was not started. */
  readonly stderr: string;
}

/** Characters of stderr that are kept. */
const longest = 20_000;

const children = new Map<number, ChildProcess>();

if (process.send !== undefined) {
  // A terminal sends it to the whole group.
  process.on('SIGINT', () => undefined);
  process.on('disconnect', () => {
    for (const child of children.values()) child.kill('SIGKILL');
    process.exit(0);
  });
  process.on('message', (message: ToLauncher) => {
    if (message.kind === 'start') start(message);
    else children.get(message.id)?.kill('SIGKILL');
  });
}

function start({ id, command, words, cwd, socket: path, as, isBehind }: Start): void {
  let stderr = '';
  let isOver = false;
  const end = (code: number | null, signal: string | null): void => {
    if (isOver) return;
    isOver = true;
    children.delete(id);
    say({ kind: 'ended', id, code, signal, stderr });
  };
  // Paused, so that nothing is read of it here.
  const socket = connect(path).pause();
  socket.once('error', (error) => {
    stderr = error.message;
    end(null, null);
  });
  socket.once('connect', () => {
    const stdio =
      as === 'stdio'
        ? [socket, socket, 'pipe' as const]
        : ['ignore' as const, 'ignore' as const, 'pipe' as const, socket];
    const child = spawn(command, words, { env: {}, stdio, ...(cwd !== undefined && { cwd }) });
    // It is the child's from now on.
    socket.destroy();
    children.set(id, child);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-longest);
    });
    child.once('error', (error) => {
      stderr = error.message;
      end(null, null);
    });
    child.once('close', end);
    if (child.pid === undefined) return;
    if (isBehind) putBehind(child.pid);
    say({ kind: 'started', id, pid: child.pid });
  });
}

function say(message: FromLauncher): void {
  process.send?.(message, undefined, undefined, () => undefined);
}
