// `npm run demo` after set-up: the main job on this machine. Starts an agent as a device would run it, runs the
// quickstart sweep over its WebSocket with live progress, and writes the report.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';

const root = new URL('..', import.meta.url).pathname;
const agentProgram = `${root}agent/bin/edgewright-agent.mjs`;
const workbenchProgram = `${root}workbench/bin/edgewright.mjs`;

process.exitCode = await demo();

async function demo(): Promise<number> {
  const built = spawnSync('tsc', ['-b'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) return 1;
  const data = await mkdtemp(`${tmpdir()}/edgewright-demo-`);
  const agent = spawn(
    'node',
    [agentProgram, 'start', '--json', '--host', '127.0.0.1', '--port', '0', '--name', 'this-machine', '--data', data],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'pipe'],
    },
  );
  try {
    const address = await addressOf(agent);
    const token = spawnSync('node', [agentProgram, 'token', '--data', data], {
      cwd: root,
      encoding: 'utf8',
    }).stdout.trim();
    console.log(`An agent listens on ${address}; it has this machine's runtimes and a fresh journal.\n`);
    const ran = await edgewright(['run', 'samples/sweeps/quickstart.yaml', '--device', address], {
      EDGEWRIGHT_TOKEN: token,
    });
    if (ran !== 0) return ran;
    const run = (await readdir(`${root}runs`))
      .filter((name) => name.includes('quickstart'))
      .sort()
      .at(-1);
    return await edgewright(['report', `runs/${run}`], {});
  } finally {
    agent.kill('SIGTERM');
    await rm(data, { recursive: true, force: true });
  }
}

/** Exit code of the workbench's command line, run here with this terminal. */
function edgewright(words: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  console.log(`$ edgewright ${words.join(' ')}`);
  const child = spawn('node', [workbenchProgram, ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

/** Waits for the log line with which the agent says that it is ready. */
async function addressOf(agent: ChildProcess): Promise<string> {
  if (agent.stderr === null) throw new Error('the agent has no standard error');
  const lines: string[] = [];
  for await (const line of createInterface({ input: agent.stderr })) {
    lines.push(line);
    const found = /ws:\/\/127\.0\.0\.1:\d+/.exec(line);
    if (found !== null) {
      agent.stderr.resume();
      return found[0];
    }
  }
  throw new Error(`the agent ended before it was ready:\n${lines.join('\n')}`);
}
