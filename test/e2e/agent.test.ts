import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePairingLink } from '@edgewright/core/link/pairing.js';
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';
import { capabilities, type RunStatus } from '@edgewright/schemas/wire.js';
import {
  type AgentProcess,
  createFolders,
  fromPackage,
  isFinished,
  isPoint,
  linkTo,
  startAgentProcess,
  tokenIn,
  type Workbench,
} from './process.ts';

describe('the agent as a process', function () {
  this.timeout(40_000);
  const folders = createFolders();
  const agents: AgentProcess[] = [];

  const start = async (data: string, args: readonly string[] = []): Promise<AgentProcess> => {
    const agent = await startAgentProcess(data, args);
    agents.push(agent);
    return agent;
  };

  afterEach(async () => {
    await Promise.all(agents.splice(0).map((agent) => agent.kill('SIGKILL')));
    folders.remove();
  });

  it('measures a sweep to its end and tells every record once', async () => {
    const data = folders.make();
    const agent = await start(data);
    const workbench = await linkTo(agent.port, tokenIn(data));
    const status = await push(workbench, sweep(4));
    assert.equal(status.slots, 4);
    await workbench.record(isFinished);
    expectWhole(workbench.received, 4);
    assert.deepEqual(
      workbench.received.map(({ cursor }) => cursor),
      workbench.received.map((_, index) => index + 1),
    );
    const [head] = workbench.received;
    assert.equal(head?.record.kind, 'run');
    const ceilings = workbench.received.flatMap(({ record }) => (record.kind === 'ceiling' ? [record.bandwidth] : []));
    assert.deepEqual(
      ceilings.map(({ sizes, samples }) => sizes?.length === samples.length && samples.length > 0),
      [true],
    );
    const { runs } = await workbench.session.request('run.list', {});
    assert.deepEqual([runs[0]?.state, runs[0]?.done, runs[0]?.failed], ['finished', 4, 0]);
  });

  it('goes on while the link is cut, twice, and tells what was missed', async () => {
    const data = folders.make();
    const agent = await start(data);
    const first = await linkTo(agent.port, tokenIn(data));
    await push(first, sweep(12));
    await first.record(isPoint);
    first.cut();
    const second = await linkTo(agent.port, tokenIn(data));
    await watchFrom(second, last(first));
    await second.record(isPoint);
    second.cut();
    const third = await linkTo(agent.port, tokenIn(data));
    await watchFrom(third, last(second));
    await third.record(isFinished);
    expectWhole([...first.received, ...second.received, ...third.received], 12);
  });

  it('goes on by itself after kill -9 in a point', async () => {
    const data = folders.make();
    const killed = await start(data);
    const before = await linkTo(killed.port, tokenIn(data));
    await push(before, sweep(6, '300ms'));
    await before.record(isPoint);
    await killed.kill('SIGKILL');

    const agent = await start(data);
    const after = await linkTo(agent.port, tokenIn(data));
    await watchFrom(after, last(before));
    await after.record(isFinished);
    const all = [...before.received, ...after.received];
    expectWhole(all, 6);
    assert.deepEqual(
      attemptsOf(all).filter((attempt) => attempt > 1),
      [2],
    );
    assert.ok(all.some(({ record }) => record.kind === 'state' && record.reason.startsWith('The agent started again')));
  });

  it('gives a point up that the agent did not survive twice', async () => {
    const data = folders.make();
    for (let life = 0; life < 2; life++) {
      const agent = await start(data);
      const workbench = await linkTo(agent.port, tokenIn(data));
      if (life === 0) await push(workbench, sweep(2, '20s', 1_000_000));
      else await watchFrom(workbench, 0);
      await untilStatus(workbench, ({ current }) => current?.slot === 0 && current.phase === 'steady');
      await agent.kill('SIGKILL');
    }
    const agent = await start(data);
    const workbench = await linkTo(agent.port, tokenIn(data));
    await watchFrom(workbench, 0);
    const failure = await workbench.record(isFailure);
    assert.deepEqual([failure.slot, failure.code, failure.attempt], [0, 'agent-died', 2]);
    await untilStatus(workbench, ({ current }) => current?.slot === 1);
    await workbench.session.request('run.cancel', { run });
  });

  it('keeps a point that cannot fit in memory as a failure and goes on', async () => {
    const data = folders.make();
    const agent = await start(data);
    const workbench = await linkTo(agent.port, tokenIn(data));
    // The first of 8192 nodes is refused by its plan; that of 4096 passes its plan and then grows past the limit.
    const text = sweep(1)
      .replace('nodes: [8], input: [8]', 'nodes: [8, 8192, 4096, 16], input: [8192]')
      .replace('measure: {', 'measure: { memoryLimit: 240MiB,');
    await push(workbench, text);
    await workbench.record(isFinished);
    const outcomes = workbench.received.flatMap(({ record }) =>
      isPoint(record) ? ['measured'] : isFailure(record) ? [`${record.code} in ${record.phase}`] : [],
    );
    assert.equal(outcomes.length, 4);
    assert.deepEqual([outcomes[0], outcomes[1], outcomes[3]], ['measured', 'out-of-memory in plan', 'measured']);
    assert.match(outcomes[2] ?? '', /^out-of-memory in (generate|load|first)$/);
  });

  it('keeps a crash of the native runtime as a failure and goes on', async () => {
    const data = folders.make();
    const agent = await start(data);
    const workbench = await linkTo(agent.port, tokenIn(data));
    await push(workbench, sweep(3, '2s', 250_000));
    await untilStatus(workbench, ({ current }) => current?.slot === 1 && current.phase === 'steady');
    // What the kernel sends for a wild pointer; the process has no say in whether it came from within.
    for (const child of measuringProcesses(agent)) process.kill(child, 'SIGSEGV');
    await workbench.record(isFinished);
    const failure = workbench.received.map(({ record }) => record).find(isFailure);
    assert.deepEqual([failure?.slot, failure?.code, failure?.detail.signal], [1, 'native-crash', 'SIGSEGV']);
    const slots = workbench.received.flatMap(({ record }) => (isPoint(record) ? [record.slot] : []));
    assert.deepEqual(slots, [0, 2]);
  });

  it('goes on where it was after a graceful end, which costs no attempt', async () => {
    const data = folders.make();
    const ended = await start(data);
    const before = await linkTo(ended.port, tokenIn(data));
    await push(before, sweep(6, '300ms'));
    await before.record(isPoint);
    await ended.kill('SIGTERM');
    assert.equal(ended.process.exitCode, 0);
    assert.equal((await before.session.closed).reason, 'going-away');

    const agent = await start(data);
    const after = await linkTo(agent.port, tokenIn(data));
    await watchFrom(after, last(before));
    await after.record(isFinished);
    const all = [...before.received, ...after.received];
    expectWhole(all, 6);
    assert.deepEqual(new Set(attemptsOf(all)), new Set([1]));
  });

  it('pauses after the current slot, resumes and cancels', async () => {
    const data = folders.make();
    const agent = await start(data);
    const workbench = await linkTo(agent.port, tokenIn(data));
    await push(workbench, sweep(40, '100ms'));
    await workbench.record(isPoint);
    await workbench.session.request('run.pause', { run });
    const paused = await workbench.record(isState('paused'));
    assert.equal(paused.reason, 'Paused by a controller.');
    const points = workbench.received.filter(({ record }) => isPoint(record)).length;
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(workbench.received.filter(({ record }) => isPoint(record)).length, points);

    assert.match((await workbench.session.request('run.resume', { run })).state, /queued|running/);
    await workbench.record((record): record is PointOf => isPoint(record) && record.slot >= points);
    const cancelled = await workbench.session.request('run.cancel', { run });
    assert.equal(cancelled.state, 'cancelled');
    assert.ok(cancelled.done < 40);
    await workbench.record(isState('cancelled'));
    assert.equal((await workbench.session.request('run.cancel', { run })).state, 'cancelled');
    await assert.rejects(workbench.session.request('run.resume', { run }), { code: 'run-conflict' });
    await workbench.session.request('run.forget', { run });
    await assert.rejects(workbench.session.request('run.watch', { run, after: 0 }), { code: 'unknown-run' });
  });

  it('tells the same to two who watch, and takes a push twice as one', async () => {
    const data = folders.make();
    const agent = await start(data);
    const [left, right] = await Promise.all([linkTo(agent.port, tokenIn(data)), linkTo(agent.port, tokenIn(data))]);
    const text = sweep(4);
    await Promise.all([push(left, text), push(right, text)]);
    await Promise.all([left.record(isFinished), right.record(isFinished)]);
    assert.deepEqual(left.received, right.received);
    expectWhole(left.received, 4);
    await assert.rejects(left.session.request('run.start', { run, sweep: sweep(5), artifacts: {} }), {
      code: 'run-conflict',
    });
  });

  it('waits with a full journal and goes on when there is space', async () => {
    const data = folders.make();
    // Stands in for a full disk: SQLite says the same of its page limit as of ENOSPC.
    const agent = await start(data, ['--store-limit', String(2 ** 20)]);
    const workbench = await linkTo(agent.port, tokenIn(data));
    await push(workbench, sweep(3), 'old');
    await workbench.record(isFinished);
    // 5,000 latencies are 30 kB and more, so that 100 points do not fit.
    await push(workbench, sweep(100, '1ms', 5_000));
    await untilStatus(workbench, (status) => status.run === run && status.state === 'paused');
    const full = await workbench.session.request('run.list', {});
    assert.ok(full.runs.some((status) => status.run === 'old'));
    assert.match(agent.log(), /There is no space for the journal/);

    // What is finished and acknowledged makes room.
    const old = full.runs.find((status) => status.run === 'old');
    await workbench.session.request('run.acknowledge', { run: 'old', cursor: old?.cursor ?? 0 });
    await workbench.record(isState('running', 'There is space again.'));
    const { runs } = await workbench.session.request('run.list', {});
    assert.deepEqual(
      runs.map((status) => status.run),
      [run],
    );
    await workbench.session.request('run.cancel', { run }).catch(() => {});
    const seen = workbench.received.flatMap(({ record }) =>
      record.run === run && 'slot' in record ? [record.id] : [],
    );
    assert.equal(new Set(seen).size, seen.length);
  });

  it('tells its sensors and what it is at to who watches the device, without a run and with one', async () => {
    const data = folders.make();
    const agent = await start(data);
    const workbench = await linkTo(agent.port, tokenIn(data));
    assert.deepEqual(workbench.session.peer.capabilities, Object.values(capabilities));
    await workbench.session.request('device.watch', {});
    await workbench.until(() => workbench.samples.length >= 2 && workbench.activities.length >= 1);
    assert.deepEqual([...workbench.activities], [{ busy: false, run: null }]);
    assert.ok(workbench.samples.every(({ power }) => power !== undefined));
    const { run } = await push(workbench, sweep(4));
    await workbench.record(isFinished);
    await workbench.until(() => workbench.activities.at(-1)?.busy === false);
    const measuring = workbench.activities.flatMap((activity) => activity.run ?? []);
    assert.ok(measuring.length > 0 && measuring.every((status) => status.run === run));
    await workbench.session.request('device.unwatch', {});
    const { length } = workbench.samples;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.ok(workbench.samples.length <= length + 2, 'the run that is watched may tell some more');
  });

  it('shows a pairing link that links', () => {
    const data = folders.make();
    const shown = command(['token', '--data', data, '--link', '--host', 'pi.local', '--name', 'Küche']);
    assert.equal(shown.status, 0, shown.stderr);
    assert.deepEqual(parsePairingLink(shown.stdout), { host: 'pi.local:7317', token: tokenIn(data), name: 'Küche' });
  });

  it('refuses a wrong token and serves the right one after it', async () => {
    const data = folders.make();
    const agent = await start(data);
    await assert.rejects(linkTo(agent.port, 'not-the-pairing-token'), { code: 'unauthorized' });
    const workbench = await linkTo(agent.port, tokenIn(data));
    const description = await workbench.session.request('device.describe', {});
    assert.equal(description.profile.node, process.versions.node);
    assert.match(description.fingerprint, /^[0-9a-f]{16}$/);
  });

  it('refuses a sweep with all that is wrong in it', async () => {
    const data = folders.make();
    const agent = await start(data);
    const workbench = await linkTo(agent.port, tokenIn(data));
    const refused = await workbench.session.request('run.start', {
      run,
      sweep: 'edgewright: sweep/v1\n',
      artifacts: {},
    });
    assert.ok(refused.kind === 'refused' && refused.diagnostics.length >= 2);
    assert.deepEqual((await workbench.session.request('run.list', {})).runs, []);
  });

  it('runs alone on its data', async () => {
    const data = folders.make();
    await start(data);
    const second = command(['--data', data, '--port', '0', '--json']);
    assert.equal(second.status, 1);
    assert.match(second.stderr, /store-locked/);
  });

  it('shows its token, and one that was made before the first start', () => {
    const data = join(folders.make(), 'new');
    const shown = command(['token', '--data', data]);
    assert.match(shown.stdout, /^[a-z2-9]{32}\n$/);
    assert.equal(command(['token', '--data', data]).stdout, shown.stdout);
  });

  it('keeps an unusable journal as it is and says what to do', () => {
    const data = folders.make();
    mkdirSync(join(data, 'artifacts'));
    const journal = join(data, 'journal.db');
    spawnSync('sh', ['-c', `printf 'this is no journal, but somebody wrote it here' > ${journal}`]);
    const ended = command(['--data', data, '--port', '0', '--json']);
    assert.equal(ended.status, 1);
    assert.match(ended.stderr, /"code":"store-corrupt"/);
    assert.match(readFileSync(journal, 'utf8'), /^this is no journal/);
  });

  it('looks around with doctor, also beside an agent that runs', async () => {
    const data = folders.make();
    await start(data);
    const looked = command(['doctor', '--data', data, '--json']);
    const findings = JSON.parse(looked.stdout) as { part: string; message: string; fix: string; kind: string }[];
    assert.match(findings.find(({ part }) => part === 'journal')?.message ?? '', /in use by an agent/);
    assert.ok(findings.some(({ part }) => part === 'ort-web'));
    assert.ok(findings.every(({ kind, fix }) => kind === 'ok' || fix !== ''));
  });

  it('holds less than 80 MB while it has nothing to do', async () => {
    const data = folders.make();
    // As it is installed on a device: sources are larger by what strips their types.
    const agent = await startAgentProcess(data, [], fromPackage);
    agents.push(agent);
    const workbench = await linkTo(agent.port, tokenIn(data));
    await workbench.session.request('run.list', {});
    const status = readFileSync(`/proc/${agent.process.pid}/status`, 'utf8');
    const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
    assert.ok(kilobytes > 0 && kilobytes < 80_000, `${kilobytes} kB`);
  });

  it('names the options that do not go together', () => {
    for (const args of [
      ['--tls-cert', 'x.pem'],
      ['--dial', 'http://host'],
      ['--token-file', '/nowhere'],
    ]) {
      const ended = command(['--data', folders.make(), '--port', '0', ...args]);
      assert.equal(ended.status, 1, ended.stderr);
    }
    assert.equal(command(['--port', 'seven']).status, 2);
  });
});

const run = 'run-of-the-test';

type PointOf = Extract<DurableRecord, { kind: 'point' }>;

/** That many points that take a few milliseconds each beside their measuring time. */
function sweep(points: number, time = '20ms', iterations = 1): string {
  const batches = Array.from({ length: points }, (_, index) => index + 1).join(', ');
  return `
edgewright: sweep/v1
name: tiny
models:
  - family: fc
    axes: { layers: [1], nodes: [8], input: [8], output: [8], batch: [${batches}] }
execution: { runtime: [ort], threads: [1] }
measure: { minTime: ${time}, maxTime: 30s, minIterations: ${iterations}, maxIterations: ${Math.max(iterations, 20_000)}, warmupTime: 1ms, halfWidth: 1 }
order: { method: listed }
`;
}

async function push(workbench: Workbench, text: string, id = run): Promise<RunStatus> {
  const started = await workbench.session.request('run.start', { run: id, sweep: text, artifacts: {} });
  assert.ok(started.kind === 'accepted', JSON.stringify(started));
  await watchFrom(workbench, 0, id);
  return started.status;
}

async function watchFrom(workbench: Workbench, after: number, id = run): Promise<void> {
  await workbench.session.request('run.watch', { run: id, after });
}

function last(workbench: Workbench): number {
  return workbench.received.at(-1)?.cursor ?? 0;
}

/** Each slot exactly once, each id exactly once. */
function expectWhole(received: Workbench['received'], slots: number): void {
  const ids = received.map(({ record }) => record.id);
  assert.equal(new Set(ids).size, ids.length, `an id twice in ${ids.join(' ')}`);
  const measured = received.flatMap(({ record }) => (isPoint(record) ? [record.slot] : []));
  assert.deepEqual(
    measured.toSorted((a, b) => a - b),
    Array.from({ length: slots }, (_, slot) => slot),
  );
}

function attemptsOf(received: Workbench['received']): number[] {
  return received.flatMap(({ record }) => (isPoint(record) ? [record.attempt] : []));
}

function measuringProcesses({ process: { pid } }: AgentProcess): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? [] : children.split(' ').map(Number);
}

function isFailure(record: DurableRecord): record is Extract<DurableRecord, { kind: 'failure' }> {
  return record.kind === 'failure';
}

function isState(state: string, reason?: string) {
  return (record: DurableRecord): record is Extract<DurableRecord, { kind: 'state' }> =>
    record.kind === 'state' && record.state === state && (reason === undefined || record.reason === reason);
}

async function untilStatus(workbench: Workbench, fits: (status: RunStatus) => boolean): Promise<void> {
  while (!workbench.statuses.some(fits)) await new Promise((resolve) => setTimeout(resolve, 20));
}

function command(args: readonly string[]) {
  const main = new URL('../../agent/main.ts', import.meta.url).pathname;
  return spawnSync(process.execPath, ['--conditions=edgewright-source', main, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
    timeout: 60_000,
  });
}
