// Starts processes by a small one (launcher.ts), and holds the ends of their channels.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { End, FromLauncher, Start, ToLauncher } from './launcher.ts';
import { untilParentEnds } from './until-parent-ends.ts';

/** A process that was started. */
export interface Launched {
  readonly pid: number;
  /** To its stdin and stdout, or to its descriptor 3. */
  readonly channel: Socket;
  /** Once it has ended and its channel has been read to the end. */
  readonly ended: Promise<End>;
  kill(): void;
}

export type LaunchOptions = Pick<Start, 'command' | 'words' | 'cwd' | 'as' | 'isBehind'>;

const module = fileURLToPath(new URL(`./launcher${extname(import.meta.url)}`, import.meta.url));

interface Launcher {
  readonly process: ChildProcess;
  /** By id, of the processes that have not ended. */
  readonly heard: Map<number, Heard>;
  /** Of those that are open. */
  readonly channels: Set<Socket>;
}

interface Heard {
  readonly onStarted: (pid: number) => void;
  readonly onEnded: (end: End) => void;
}

let current: Launcher | undefined;
let launches = 0;

/** Rejects where it cannot be started. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  current ??= openLauncher();
  const launcher = current;
  const id = launches++;
  // For this user alone: whoever connects first has the channel.
  const folder = mkdtempSync(join(tmpdir(), 'edgewright-'));
  const server = createServer({ allowHalfOpen: false }).listen(join(folder, 'channel'));
  // It may be closed again before anything else is known of it.
  const connected = new Promise<{ readonly channel: Socket; readonly closed: Promise<void> }>((resolve) =>
    server.once('connection', (channel) => {
      launcher.channels.add(channel);
      // What is written to a process that is gone is told by its end.
      channel.on('error', () => undefined);
      const closed = new Promise<void>((done) =>
        channel.once('close', () => {
          launcher.channels.delete(channel);
          done();
        }),
      );
      resolve({ channel, closed });
    }),
  );
  const { promise: end, resolve: onEnded } = Promise.withResolvers<End>();
  try {
    await once(server, 'listening');
    const started = new Promise<number>((onStarted) => launcher.heard.set(id, { onStarted, onEnded }));
    launcher.process.channel?.ref();
    tell(launcher, { kind: 'start', id, ...options, socket: join(folder, 'channel') });
    const failed = end.then(({ stderr }) => Promise.reject(new Error(stderr || 'it ended at once')));
    const [pid, { channel, closed }] = await Promise.race([Promise.all([started, connected]), failed]);
    return {
      pid,
      channel,
      ended: Promise.all([end, closed]).then(([how]) => how),
      kill: () => tell(launcher, { kind: 'kill', id }),
    };
  } catch (error) {
    void connected.then(({ channel }) => channel.destroy());
    throw error;
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** It keeps this process alive no longer than what it has started, and ends with it. */
function openLauncher(): Launcher {
  const [execPath, ...before] = [...untilParentEnds(), process.execPath];
  const child = fork(module, [], { env: {}, execPath, execArgv: before, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const launcher: Launcher = { process: child, heard: new Map(), channels: new Set() };
  child.on('message', (message: FromLauncher) => {
    const one = launcher.heard.get(message.id);
    if (message.kind === 'started') {
      one?.onStarted(message.pid);
      return;
    }
    launcher.heard.delete(message.id);
    if (launcher.heard.size === 0) child.channel?.unref();
    one?.onEnded(message);
  });
  const gone = (why: string): void => {
    if (current === launcher) current = undefined;
    for (const { onEnded } of launcher.heard.values()) onEnded({ code: null, signal: null, stderr: why });
    launcher.heard.clear();
    // A process that is left ends with its channel.
    for (const channel of launcher.channels) channel.destroy();
  };
  child.once('error', ({ message }) => gone(message));
  child.once('exit', (code, signal) => gone(`what starts processes ended with ${signal ?? `exit code ${code}`}`));
  child.unref();
  child.channel?.unref();
  return launcher;
}

/** One that is gone says so by its end. */
function tell({ process: child }: Launcher, message: ToLauncher): void {
  child.send(message, () => undefined);
}
