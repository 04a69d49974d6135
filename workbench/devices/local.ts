// An agent for this machine alone, for the length of a command: a process with a folder of its own that listens on the
// loopback address, so that a model is run here by the same code, process and protocol as on a device.
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { CodedError } from '@edgewright/schemas/codes.js';
import { tokenVariable } from './credentials.ts';
import type { Target } from './target.ts';

export interface LocalAgent {
  readonly target: Target;
  /** Ends it and removes its folder. */
  close(): Promise<void>;
}

export interface LocalOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The agent's program; else that of the first of the packages that is installed. */
  readonly program?: string;
  readonly packages?: readonly string[];
  /** Milliseconds in which it must listen. */
  readonly startTime?: number;
}

/** Rejects with `agent-not-installed` or `agent-not-started`. */
export async function startLocalAgent(options: LocalOptions): Promise<LocalAgent> {
  const { environment, packages = agentPackages, startTime = 30_000 } = options;
  const program = options.program ?? agentProgram(packages);
  const data = await mkdtemp(join(tmpdir(), 'edgewright-local-'));
  const settings = { host: '127.0.0.1', port: '0', name: hostname(), data, 'device-data': measuredFolder(environment) };
  const child = fork(
    program,
    ['start', '--json', ...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])],
    {
      // Its token is its own: one of the environment is another device's.
      env: { ...environment, [tokenVariable]: undefined },
      // It ends by itself where this process is gone and the channel with it.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const close = async (): Promise<void> => {
    const timer = setTimeout(() => child.kill('SIGKILL'), endTime);
    child.kill('SIGTERM');
    await gone;
    clearTimeout(timer);
    await rm(data, { recursive: true, force: true });
  };
  try {
    const port = await portOf(child, startTime);
    const target: Target = {
      name: undefined,
      address: `ws://127.0.0.1:${port}`,
      certificate: undefined,
      labels: {},
      token: { file: join(data, 'token') },
    };
    return { target, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Measuring a device takes seconds, so it stays for the next time. [XDG Base Directory, XDG_CACHE_HOME] */
function measuredFolder({ XDG_CACHE_HOME: base }: LocalOptions['environment']): string {
  return join(base === undefined || base === '' ? join(homedir(), '.cache') : base, 'edgewright', 'device');
}

/** Milliseconds that it may take to end. */
const endTime = 5_000;

/** As it is installed beside this package, or in the repository. */
const agentPackages = ['edgewright-agent', '@edgewright/agent'] as const;

/** Throws `agent-not-installed`. */
function agentProgram(packages: readonly string[]): string {
  const require = createRequire(import.meta.url);
  for (const name of packages) {
    let manifest: string;
    try {
      manifest = require.resolve(`${name}/package.json`);
    } catch {
      continue;
    }
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly bin: Readonly<Record<string, string>> };
    return join(dirname(manifest), bin['edgewright-agent']!);
  }
  throw new CodedError(
    'agent-not-installed',
    'The agent is not installed on this machine, so a model cannot be run here.',
    'Install edgewright-agent beside edgewright, or name a device with --device.',
  );
}

/** Of the log line with which it says that it is ready. */
async function portOf(child: ChildProcess, startTime: number): Promise<number> {
  const lines: string[] = [];
  const timer = setTimeout(() => child.kill('SIGKILL'), startTime);
  const reader = createInterface({ input: child.stderr! });
  const ready = new Promise<number | undefined>((resolve) => {
    reader.on('line', (line) => {
      lines.push(line);
      const port = portIn(line);
      if (port !== undefined) resolve(port);
    });
    // Lines that follow are read, so that the pipe does not fill.
    child.once('close', () => resolve(undefined));
    child.once('error', () => resolve(undefined));
  });
  const port = await ready;
  clearTimeout(timer);
  if (port !== undefined) {
    lines.length = 0;
    reader.removeAllListeners('line').on('line', () => undefined);
    return port;
  }
  throw new CodedError(
    'agent-not-started',
    `The agent did not come up on this machine: ${lines.at(-1) ?? `nothing within ${startTime} ms`}.`,
    'Look what `edgewright-agent doctor` says, or name a device with --device.',
  );
}

function portIn(line: string): number | undefined {
  try {
    const { port } = JSON.parse(line) as { readonly port?: unknown };
    return typeof port === 'number' ? port : undefined;
  } catch {
    return undefined;
  }
}
