// What the walls of a sealed process keep out of one that has left its realm, and that known ways out of Python's realm are shut.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Execution } from '@edgewright/agent/tasks/contract.js';
import { launch } from '@edgewright/agent/tasks/execute/launch.js';
import { openExecution } from '@edgewright/agent/tasks/execute/open.js';
import { findSeal, openSeal, type Seal } from '@edgewright/agent/tasks/execute/seal.js';
import { checkTask } from '@edgewright/core/triggers/check.js';
import type { CodedError } from '@edgewright/schemas/codes.js';

const flags = ['--experimental-vm-modules', '--no-warnings', '--conditions=edgewright-source'];

const written = join(tmpdir(), `edgewright-sealed-${process.pid}`);

/** Each is what a script tries that has found Node.js: JavaScript with what it got, or throws. */
const attempts: readonly { title: string; code: (port: number) => string }[] = [
  { title: 'read a file', code: () => "require('fs').readFileSync('/etc/passwd', 'utf8')" },
  { title: 'list a folder', code: () => "require('fs').readdirSync('/tmp').length" },
  { title: 'write a file', code: () => `require('fs').writeFileSync(${JSON.stringify(written)}, 'x'); 'written'` },
  { title: 'start a process', code: () => "require('child_process').execSync('id').toString()" },
  { title: 'start a thread', code: () => "new (require('worker_threads').Worker)('1', { eval: true }); 'started'" },
  { title: 'make code of a string', code: () => "Function('return 1')()" },
  { title: 'see another process', code: () => `process.kill(${process.pid}, 0); "seen"` },
  {
    title: 'open a socket',
    code: (port) =>
      `await new Promise((yes, no) => require('net').connect(${port}, '127.0.0.1').on('connect', yes).on('error', no)); 'open'`,
  },
];

/** Ways from Python to the host that other builds of this interpreter leave open: each gives what it found. */
const escapes = {
  'the module js': 'import js\n    found = [n for n in names if hasattr(js, n)]',
  'the module js, taken from the list of modules':
    "import sys\n    sys.modules.pop('js', None)\n    import js\n    found = [n for n in names if hasattr(js, n)]",
  'the constructor of a function of the host': "found = [events.emit.constructor('return process')().pid]",
  'the constructor of a converted object':
    "import jsffi\n    found = [jsffi.to_js({'a': 1}).constructor.constructor('return process')().pid]",
  'the constructor of a callback':
    "import jsffi\n    found = [jsffi.create_proxy(len).constructor.constructor('return process')().pid]",
};

describe('a sealed process', () => {
  it('is given nothing by the operating system', async () => {
    const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const seal = await openSeal(flags);
    const open: Seal = (words) => launch({ command: process.execPath, words, as: 'stdio', isBehind: false });
    for (const { title, code } of attempts) {
      // An attempt that fails without a seal too would show nothing.
      assert.doesNotMatch(await said(open, code(port)), /^refused/, title);
      assert.match(await said(seal, code(port)), /^refused/, title);
    }
    server.close();
    rmSync(written, { force: true });
    assert.equal(await said(seal, 'JSON.stringify(process.env)'), '{}');
    assert.equal(await said(seal, 'process.ppid'), '0');
    assert.equal(await said(seal, "Object.keys(require('os').networkInterfaces()).length"), '0');
  });

  const code = new URL('../../../../agent/tasks/execute/', import.meta.url).href;
  const holders = {
    'what holds it': `const child = await seal(['--eval', 'console.log(1); for (;;);'], 'normal');
await once(child.channel, 'data');
console.log(sealedPid(child));
child.kill();
setTimeout(() => {}, 1e6);`,
    'the agent': `const child = await seal(['--eval', 'console.log(1); for (;;);'], 'normal');
await once(child.channel, 'data');
console.log(sealedPid(child));
process.kill(process.pid, 'SIGKILL');`,
    'the agent, as one without a seal does': `const [command, ...before] = [...untilParentEnds(), process.execPath];
const words = [...before, '--eval', 'console.log(1); for (;;);'];
const child = await launch({ command, words, as: 'stdio', isBehind: false });
await once(child.channel, 'data');
console.log(child.pid);
process.kill(process.pid, 'SIGKILL');`,
  };
  for (const [title, text] of Object.entries(holders)) {
    it(`ends with ${title}`, async () => {
      const agent = `import { once } from 'node:events';
const { openSeal, sealedPid } = await import('${code}seal.ts');
const { launch } = await import('${code}launch.ts');
const { untilParentEnds } = await import('${code}until-parent-ends.ts');
const seal = await openSeal(${JSON.stringify(flags)});
${text}`;
      const words = ['--conditions=edgewright-source', '--input-type=module', '--eval', agent];
      const holder = spawn(process.execPath, words, { stdio: 'pipe' });
      const [pid] = (await once(holder.stdout, 'data')) as [Buffer];
      const until = Date.now() + 5_000;
      while (isRunning(Number(pid)) && Date.now() < until) await wait(10);
      assert.ok(!isRunning(Number(pid)));
      holder.kill('SIGKILL');
    });
  }

  it('is refused where the device cannot make one, with the reason', async () => {
    await assert.rejects(findSeal(flags, ''), hasCode('task-isolation', /no unshare/));
    const folder = mkdtempSync(join(tmpdir(), 'edgewright-seal-'));
    for (const name of ['unshare', 'setpriv']) {
      writeFileSync(
        join(folder, name),
        '#!/bin/sh\necho "unshare: unshare failed: Operation not permitted" >&2\nexit 1\n',
      );
      chmodSync(join(folder, name), 0o755);
    }
    await assert.rejects(findSeal(flags, folder), hasCode('task-isolation', /not permitted/));
    rmSync(folder, { recursive: true });
  });
});

describe('Python in a realm', () => {
  for (const tier of ['fault', 'boundary']) {
    it(`leads nowhere, ${tier}`, async () => {
      for (const [way, text] of Object.entries(escapes)) {
        const body = `names = ['process', 'require', 'fetch', 'Function', 'globalThis']
    found = []
    try:
        ${text.replaceAll('\n    ', '\n        ')}
    except Exception as error: log(str(error))
    return { 'names': [str(one) for one in found] }`;
        const script = `from edgewright import events, log\ndef run(firing, outputs):\n    ${body}\n`;
        // What JavaScript throws ends the run: Python does not catch it.
        const found = await resultOf(script, tier).catch((error: CodedError) => error.message);
        if (typeof found === 'string') assert.match(found, /Code generation from strings disallowed/, way);
        else assert.deepEqual(found, { 'script.names': [] }, way);
      }
    });

    it(`ends its own run where it ends itself, ${tier}`, async () => {
      const script = 'import sys\ndef run(firing, outputs):\n    sys.exit(3)\n';
      await assert.rejects(resultOf(script, tier), hasCode('task-script', /SystemExit/));
    });
  }
});

/** Of a process that is gone or that nobody has taken notice of yet: not. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function said(open: Seal, code: string): Promise<string> {
  const text = `const work = async () => { ${code.includes(';') ? code.replace(/;\s*([^;]+)$/, '; return $1') : `return ${code}`} };
work().then((value) => console.log(String(value)), (error) => console.log('refused ' + (error.code ?? error.name)));`;
  const { channel, ended } = await open(['--eval', text], 'normal');
  let output = '';
  channel.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  const { stderr } = await ended;
  return (output + stderr).trim();
}

async function resultOf(script: string, isolation: string): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewright-realm-'));
  writeFileSync(join(folder, 'script.py'), script);
  const { task, diagnostics } = checkTask(`edgewright: task/v1
name: shop
events: { click: { item: string } }
trigger: { event: click }
script: { file: script.py, language: python, results: { names: "string[]" } }
policy: { isolation: ${isolation}, memory: 64MiB, time: 5s }
`);
  assert.ok(task !== undefined, JSON.stringify(diagnostics));
  let execution: Execution | undefined;
  try {
    execution = await openExecution({
      task,
      fileOf: (path) => join(folder, path),
      data: folder,
      ortPath: undefined,
      rank: 'normal',
      onLog: () => {},
    });
    const firing = { task: 'shop', kind: 'match', time: 1, key: undefined, events: [], late: false } as const;
    const outcome = await execution.run({ id: 'one', firing, computed: undefined }, new AbortController().signal);
    return outcome.results[0];
  } finally {
    await execution?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function hasCode(code: string, message: RegExp): (error: CodedError) => boolean {
  return (error) => {
    assert.equal(error.code, code, error.message);
    assert.match(error.message, message);
    return true;
  };
}
