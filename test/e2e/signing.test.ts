// Who may let a script have the rights of an agent: keys pinned, trusted and removed on a real agent, by the commands.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signedText } from '@edgewright/core/link/signature.js';
import type { TaskSignature, TaskStatus } from '@edgewright/schemas/deployment.js';
import { openSigningKey } from '@edgewright/workbench/signing/key.js';
import { edgewright } from '../workbench/cli/terminal.ts';
import { temporaryFolder } from '../workbench/folder.ts';
import { type AgentProcess, createFolders, linkTo, startAgentProcess, tokenIn, type Workbench } from './process.ts';

const document = `edgewright: task/v1
name: mine
events: { tick: { n: number } }
trigger: { every: 200ms }
script: { file: run.js, language: javascript, results: { n: number } }
outputs: [{ to: outbox, fields: [script.n], urgent: true }]
policy: { isolation: fault }
privacy: { leave: [script.n] }
`;
const script = 'export function run() { return { n: 1 }; }\n';

describe('a task with the rights of the agent', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const folders = createFolders();
  let data: string;
  let agent: AgentProcess;
  let links: Workbench[];
  const address = () => `ws://127.0.0.1:${agent.port}`;
  const trusted = () => join(data, 'trusted-keys');
  /** Of a person with a folder of one's own for the key and the pairings. */
  const as = (person: string) => {
    const environment = { XDG_CONFIG_HOME: join(folder(), person), EDGEWRIGHT_TOKEN: tokenIn(data) };
    const call = (...argv: string[]) => edgewright({ cwd: folder(), environment }, ...argv);
    return { call, key: () => openSigningKey(environment) };
  };
  const agentCommand = (name: string, ...argv: string[]) => {
    const main = fileURLToPath(new URL('../../agent/main.ts', import.meta.url));
    const args = ['--conditions=edgewright-source', main, name, '--data', data, ...argv];
    return spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  };
  const trust = (...argv: string[]) => agentCommand('trust', ...argv);
  const link = async () => {
    const made = await linkTo(agent.port, tokenIn(data));
    links.push(made);
    return made;
  };
  const deploy = (person: string) => as(person).call('deploy', 'mine.task.yaml', '--device', address());
  const status = async (holds: (status: TaskStatus) => boolean): Promise<TaskStatus> => {
    const { session } = await link();
    for (;;) {
      const [found] = (await session.request('task.list', {})).tasks;
      if (found !== undefined && holds(found)) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  beforeEach(async () => {
    data = folders.make();
    links = [];
    agent = await startAgentProcess(data);
    writeFileSync(join(folder(), 'mine.task.yaml'), document);
    writeFileSync(join(folder(), 'run.js'), script);
  });
  afterEach(async () => {
    for (const { session } of links) session.close();
    await agent.kill('SIGKILL');
    folders.remove();
  });

  it('runs for the key that was pinned at pairing, over a restart, and ends when it is trusted no longer', async () => {
    const ann = await as('ann').key();
    const paired = await as('ann').call('pair', address());
    assert.match(paired.out, /^it trusts your key [0-9a-f]{16}: tasks that you sign may have its rights$/m);
    assert.match(agent.log(), /the first that was offered/);
    assert.deepEqual(await deploy('ann').then(({ code, err }) => [code, err]), [0, '']);
    const running = await status(({ counters }) => counters.executed > 0);
    assert.deepEqual([running.isolation?.by, running.signer?.isTrusted], ['process', true]);
    const watched = await as('ann').call('watch', 'mine', '--device', address(), '--for', '500ms');
    assert.match(watched.out, new RegExp(`^signed by ${running.signer?.fingerprint}$`, 'm'));

    await agent.kill('SIGKILL');
    agent = await startAgentProcess(data);
    await status(({ state, signer }) => state === 'running' && signer?.isTrusted === true);
    assert.equal((await deploy('ann')).code, 0);

    assert.equal(trust('--remove', running.signer?.fingerprint ?? '').stdout, 'no key is trusted\n');
    const held = await status(({ state }) => state === 'waiting');
    assert.deepEqual([held.trouble?.code, held.isolation], ['task-untrusted', null]);
    assert.match((await as('ann').call('pair', address())).out, /^it trusts another key than yours/m);

    assert.equal(trust(ann.publicKey, '--name', 'ann').status, 0);
    await status(({ state }) => state === 'running');
  });

  it('is refused from a second workbench until its key is trusted on the device', async () => {
    // One that needs no trust leaves the first place to whoever needs it.
    writeFileSync(join(folder(), 'other.task.yaml'), document.replace('mine', 'other').replace('fault', 'boundary'));
    assert.equal((await as('eve').call('deploy', 'other.task.yaml', '--device', address())).code, 0);
    const other = await status(({ task }) => task === 'other');
    assert.equal(other.signer?.isTrusted, false);
    assert.equal((await as('eve').call('undeploy', 'other', '--device', address())).code, 0);

    assert.equal((await deploy('ann')).code, 0);
    const refused = await deploy('ben');
    const { publicKey } = await as('ben').key();
    assert.notEqual(refused.code, 0);
    assert.match(refused.err, /task-untrusted/);
    assert.ok(refused.err.includes(`edgewright-agent trust ${publicKey}`), refused.err);
    writeFileSync(join(folder(), 'ticks.jsonl'), '{"time":"2026-01-01T10:00:00Z","event":"tick","n":1}\n');
    const execute = ['simulate', 'mine.task.yaml', '--execute', '--events', 'ticks.jsonl', '--until', '300ms'];
    const tried = await as('ben').call(...execute, '--device', address());
    assert.match(tried.err, /task-untrusted/);

    assert.equal(trust(publicKey, '--name', 'ben').status, 0);
    assert.deepEqual(await deploy('ben').then(({ code, err }) => [code, err]), [0, '']);
    assert.equal((await as('ben').call(...execute, '--device', address())).code, 0);
    const lines = trust().stdout.trimEnd().split('\n');
    assert.equal(lines.length, 2);
    assert.match(lines[1] ?? '', /^[0-9a-f]{16} {2}ed25519:\S{44} {2}ben$/);
    assert.deepEqual(
      JSON.parse(trust('--json').stdout).map(({ name, key }: { name: string; key: string }) => [name, key].at(-1)),
      [(await as('ann').key()).publicKey, publicKey],
    );
    for (const wrong of [['--remove'], ['--remove', 'nobody'], ['ed25519:short']])
      assert.equal(trust(...wrong).status, 1);
  });

  it('is executed by an agent of this machine, which has a folder of its own', async () => {
    writeFileSync(join(folder(), 'ticks.jsonl'), '{"time":"2026-01-01T10:00:00Z","event":"tick","n":1}\n');
    const argv = ['simulate', 'mine.task.yaml', '--execute', '--local', '--events', 'ticks.jsonl', '--until', '300ms'];
    const { code, out, err } = await as('ann').call(...argv, '--json');
    assert.equal(code, 0, err);
    assert.deepEqual(JSON.parse(out).firings[0].execution.results, [{ 'script.n': 1 }]);
  });

  it('cannot be pinned without the token', async () => {
    const { publicKey } = await as('eve').key();
    await assert.rejects(linkTo(agent.port, 'a token that is another one'), { code: 'unauthorized' });
    // One who does not wait for the handshake.
    const socket = new WebSocket(address(), 'edgewright.v1');
    const answers: string[] = [];
    socket.addEventListener('message', ({ data: text }) => answers.push(String(text)));
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    socket.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'key.offer', params: { key: publicKey } }));
    await new Promise((resolve) => socket.addEventListener('close', resolve));
    assert.ok(!answers.join('').includes('trust'), answers.join(''));
    assert.ok(!existsSync(trusted()));
    assert.match(trust().stdout, /^no key is trusted yet/);
    assert.match(agentCommand('doctor').stdout, /^ok {7}trusted keys: no key is trusted yet/m);
    trust(publicKey, '--name', 'eve');
    assert.match(agentCommand('doctor').stdout, /^ok {7}trusted keys: [0-9a-f]{16} eve$/m);
    chmodSync(trusted(), 0o666);
    assert.match(agentCommand('doctor').stdout, /^missing {2}trusted keys: .*others than its owner may write it/m);
  });

  it('is good for one link alone, and for what was signed', async () => {
    const { session } = await link();
    const ann = await as('ann').key();
    assert.deepEqual(await session.request('key.offer', { key: ann.publicKey }), { trust: 'pinned' });
    assert.ok(readFileSync(trusted(), 'utf8').includes(ann.publicKey));
    const sha256 = createHash('sha256').update(script).digest('hex');
    const { ticket } = await session.request('artifact.missing', { artifacts: [sha256] });
    const headers = { authorization: `Bearer ${ticket}` };
    await fetch(`http://127.0.0.1:${agent.port}/artifacts/${sha256}`, { method: 'PUT', body: script, headers });
    const task = { document, artifacts: { 'run.js': sha256 }, version: 'v1' };
    const { id: device, nonce } = session.peer;
    const sign = (change: object): TaskSignature => {
      const signed = { ...task, purpose: 'deploy', device, nonce, key: ann.publicKey, ...change } as const;
      return { key: ann.publicKey, value: ann.sign(signedText(signed)) };
    };
    const refused = async (change: object, code: string, on = session): Promise<void> => {
      const given = { ...task, signature: sign({}), ...change };
      await assert.rejects(on.request('task.deploy', given), { code }, JSON.stringify(change));
    };
    await refused({ signature: undefined }, 'task-unsigned');
    await refused({ version: 'v2' }, 'task-signature');
    await refused({ document: document.replace('200ms', '100ms') }, 'task-signature');
    await refused({ document: document.replace('fault', 'boundary') }, 'task-signature');
    await refused({ artifacts: { ...task.artifacts, 'more.js': sha256 } }, 'task-signature');
    await refused({ signature: sign({ purpose: 'try' }) }, 'task-signature');
    await refused({ signature: sign({ device: 'another' }) }, 'task-signature');
    await refused({ signature: { key: ann.publicKey, value: 'garbage' } }, 'bad-params');
    const firings = { document, artifacts: task.artifacts, firings: [] };
    await assert.rejects(session.request('task.try', { ...firings, signature: sign({}) }), { code: 'task-signature' });
    await assert.rejects(session.request('task.try', firings), { code: 'task-unsigned' });

    const signature = sign({});
    assert.equal((await session.request('task.deploy', { ...task, signature })).kind, 'accepted');
    await session.request('task.remove', { task: 'mine' });
    const { session: later } = await link();
    await refused({ signature }, 'task-signature', later);
    assert.deepEqual((await later.request('task.list', {})).tasks, []);
  });
});
