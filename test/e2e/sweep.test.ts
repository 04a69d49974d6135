// The command line as a process against the agent as a process, with the faults that happen between them.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { families } from '@edgewright/core/models/families.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';
import { readRun } from '@edgewright/workbench/runs/content.js';
import { createNetwork, type Network } from './network.ts';
import { type AgentProcess, createFolders, linkTo, startAgentProcess, tokenIn } from './process.ts';

const bin = fileURLToPath(new URL('../../workbench/bin/edgewright.mjs', import.meta.url));
const points = 12;

const sweep = `edgewright: sweep/v1
name: small
models:
  - family: fc
    axes: { layers: [1, 2, 3], nodes: [16, 32, 64, 128] }
measure: { minTime: 80ms, maxTime: 160ms, warmupTime: 5ms, minIterations: 5, maxIterations: 2000 }
`;

interface Ended {
  readonly code: number | null;
  readonly events: readonly Event[];
  /** Standard error, and standard output. */
  readonly text: string;
  readonly output: string;
}

interface Event {
  readonly event?: string;
  readonly record?: DurableRecord;
  /** Of `listening`. */
  readonly port?: number;
  /** Of `sending`. */
  readonly sent?: number;
  readonly failures?: Readonly<Record<string, { readonly code: string }>>;
}

describe('a sweep from the command line', function () {
  this.timeout(60_000);
  const folders = createFolders();
  const children: ChildProcess[] = [];
  let agent: AgentProcess;
  let data: string;
  let folder: string;

  beforeEach(async () => {
    data = folders.make();
    folder = folders.make();
    writeFileSync(join(folder, 'sweep.yaml'), sweep);
    agent = await startAgentProcess(data);
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await agent.kill('SIGKILL');
    folders.remove();
  });

  /** Runs the command line; `onEvent` hears each line of `--json`. `limit` is the greatest file in KiB. */
  const call = async (
    argv: readonly string[],
    onEvent: (event: Event, child: ChildProcess) => void = () => {},
    limit?: number,
  ): Promise<Ended> => {
    const node = [process.execPath, '--conditions=edgewright-source', bin, ...argv, '--json'];
    const [command, ...args] =
      limit === undefined ? node : ['bash', '-c', `ulimit -f ${limit}; exec "$@"`, 'bash', ...node];
    const child = spawn(command, args, {
      cwd: folder,
      env: { ...process.env, NODE_OPTIONS: '', XDG_CONFIG_HOME: folder, EDGEWRIGHT_TOKEN: tokenIn(data) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    const events: Event[] = [];
    let text = '';
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    createInterface(child.stdout).on('line', (line) => {
      output += `${line}\n`;
      if (!line.startsWith('{"event"')) return;
      const event: Event = JSON.parse(line);
      events.push(event);
      onEvent(event, child);
    });
    const [code] = await once(child, 'close');
    return { code, events, text, output };
  };
  const run = (...more: string[]) => ['run', 'sweep.yaml', '-d', `ws://127.0.0.1:${agent.port}`, ...more];
  const isPoint = ({ event, record }: Event) => event === 'record' && record?.kind === 'point';
  const expectWhole = async (slots = points) => {
    const [name] = readdirSync(join(folder, 'runs'));
    const { records, findings } = await readRun(join(folder, 'runs', name));
    const ids = records.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(findings, []);
    const seen = records.flatMap((record) =>
      record.kind === 'point' || record.kind === 'failure' ? [record.slot] : [],
    );
    assert.deepEqual(
      seen.toSorted((a, b) => a - b),
      Array.from({ length: slots }, (_, slot) => slot),
    );
    return records;
  };

  it('ends with every slot once and exit code 0', async () => {
    const { code, events, text } = await call(run());
    assert.equal(code, 0, text);
    assert.equal(events.filter(isPoint).length, points);
    await expectWhole();
  });

  it('goes on where the workbench was killed, in the middle of it', async () => {
    let seen = 0;
    const killed = await call(run(), (event, child) => {
      if (isPoint(event) && ++seen === 3) child.kill('SIGKILL');
    });
    assert.equal(killed.code, null);
    const resumed = await call(['resume', 'latest']);
    assert.equal(resumed.code, 0, resumed.text);
    await expectWhole();
    assert.ok(resumed.events.filter(isPoint).length < points, 'what was stored was not sent again');
  });

  it('goes on when the agent was killed in a point and came back', async () => {
    let seen = 0;
    let restarted: Promise<void> | undefined;
    const { code, events, text } = await call(run(), (event) => {
      if (!isPoint(event) || ++seen !== 3) return;
      restarted = agent.kill('SIGKILL').then(async () => {
        agent = await startAgentProcess(data, ['--port', String(agent.port)]);
      });
    });
    await restarted;
    assert.equal(code, 0, text);
    assert.ok(events.some(({ event }) => event === 'dropped'));
    await expectWhole();
  });

  it('says that the disk is full, loses nothing, and goes on once there is room', async () => {
    const full = await call(run(), () => {}, 24);
    assert.equal(full.code, 4, full.text);
    const end = full.events.at(-1);
    assert.deepEqual(
      Object.values(end?.failures ?? {}).map(({ code }) => code),
      ['disk-full'],
    );
    const [name] = readdirSync(join(folder, 'runs'));
    const [file] = readdirSync(join(folder, 'runs', name, 'records'));
    const stored = readFileSync(join(folder, 'runs', name, 'records', file), 'utf8');
    assert.ok(stored.length <= 24 * 1024 && stored.endsWith('\n'), 'only whole lines stay');
    const resumed = await call(['resume', 'latest']);
    assert.equal(resumed.code, 0, resumed.text);
    await expectWhole();
  });

  it('is started and left, then watched to its end', async () => {
    assert.equal((await call(run('--detach'))).code, 0);
    assert.equal((await call(['watch', 'latest'])).code, 0);
    await expectWhole();
  });

  it('is left by Ctrl-C while the device goes on', async () => {
    let seen = 0;
    const left = await call(run(), (event, child) => {
      if (isPoint(event) && ++seen === 1) child.kill('SIGINT');
    });
    assert.equal(left.code, 130, left.text);
    assert.equal(left.events.at(-1)?.event, 'end');
    assert.equal((await call(['resume', 'latest'])).code, 0);
    await expectWhole();
  });

  it('is cancelled from another terminal, and what was measured stays', async () => {
    // Long enough for a second process to start before its end.
    const long = 'minTime: 2s, maxTime: 2s, warmupTime: 5ms, minIterations: 5, maxIterations: 1000000';
    writeFileSync(join(folder, 'sweep.yaml'), sweep.replace(/minTime[^}]*(?= \})/, long));
    let cancelled: Promise<Ended> | undefined;
    const { code, events } = await call(run(), (event) => {
      if (isPoint(event)) cancelled ??= call(['cancel', 'latest']);
    });
    assert.equal((await cancelled)?.code, 0);
    assert.equal(code, 0);
    const ended = events.findLast(({ event }) => event === 'ended');
    assert.equal((ended as { state?: string }).state, 'cancelled');
    assert.ok(events.filter(isPoint).length < points);
  });

  it('is collected by one workbench at a time', async () => {
    const long = 'minTime: 2s, maxTime: 2s, warmupTime: 5ms, minIterations: 5, maxIterations: 1000000';
    writeFileSync(join(folder, 'sweep.yaml'), sweep.replace(/minTime[^}]*(?= \})/, long));
    let second: Promise<Ended> | undefined;
    const { code } = await call(run(), (event) => {
      if (!isPoint(event) || second !== undefined) return;
      second = call(['resume', 'latest']);
      void second.then(() => call(['cancel', 'latest']));
    });
    assert.equal(code, 0);
    const refused = await second;
    assert.equal(refused?.code, 4);
    assert.match(refused?.output ?? '', /"run-busy"/);
  });

  it('measures again what failed, on the device where it failed, and reads both as one', async () => {
    await agent.kill('SIGKILL');
    agent = await startAgentProcess(data, ['--ort-path', join(folder, 'no-such-runtime')]);
    writeFileSync(
      join(folder, 'sweep.yaml'),
      sweep
        .replace('layers: [1, 2, 3], nodes: [16, 32, 64, 128]', 'layers: [1, 2], nodes: [16, 32]')
        .replace('measure:', 'execution: { runtime: [ort, ort-web] }\norder: { reference: { every: 3 } }\nmeasure:'),
    );
    const first = await call(run());
    assert.equal(first.code, 1, first.text);
    const failedFirst = first.events.filter(({ record }) => record?.kind === 'failure');
    assert.ok(failedFirst.length >= 4, first.text);
    // The runtime is repaired.
    await agent.kill('SIGKILL');
    agent = await startAgentProcess(data, ['--port', String(agent.port)]);
    const again = await call(['rerun', 'latest']);
    assert.equal(again.code, 0, again.text);
    const remeasured = again.events.flatMap(({ record }) =>
      record?.kind === 'point' && record.role === 'point' ? [record.point.execution.runtime] : [],
    );
    assert.deepEqual(remeasured, ['ort', 'ort', 'ort', 'ort']);
    const names = readdirSync(join(folder, 'runs')).sort();
    assert.equal(names.length, 2);
    const { records, reruns } = await readRun(join(folder, 'runs', names[0] as string));
    assert.equal(reruns.length, 1);
    const points = records.filter((record) => record.kind === 'point' && record.role === 'point');
    assert.equal(points.length, 8);
    assert.ok(!records.some(({ kind }) => kind === 'failure'));
    assert.equal((await call(['show', 'latest'])).code, 0);
    assert.equal((await call(['report', 'latest'])).code, 0);
    const empty = await call(['rerun', 'latest']);
    assert.equal(empty.code, 1);
    assert.equal(readdirSync(join(folder, 'runs')).length, 2, 'nothing was written');
  });

  it('sends a model of the user once', async () => {
    const parameters = { layers: 1, nodes: 16, input: 8, output: 4, batch: 1 };
    writeFileSync(join(folder, 'own.onnx'), encodeModel(families.fc.build(parameters, 'float32', 1)));
    writeFileSync(
      join(folder, 'sweep.yaml'),
      sweep.replace(/models:[\s\S]*?(?=measure)/, 'models:\n  - family: onnx\n    file: own.onnx\n'),
    );
    const first = await call(run());
    assert.equal(first.code, 0, first.text);
    assert.ok(first.events.some(({ event }) => event === 'sending'));
    await expectWhole(1);
    const second = await call(run('--out', 'again'));
    assert.equal(second.code, 0, second.text);
    assert.ok(!second.events.some(({ event }) => event === 'sending'));
  });

  const dialIn = (port: number) => {
    const main = fileURLToPath(new URL('../../agent/main.ts', import.meta.url));
    const args = ['--conditions=edgewright-source', main, '--data', data, '--dial', `ws://127.0.0.1:${port}`];
    children.push(spawn(process.execPath, args, { stdio: 'ignore', env: { ...process.env, NODE_OPTIONS: '' } }));
  };

  it('waits for an agent that dials in', async () => {
    await agent.kill('SIGKILL');
    const { code, text } = await call(['run', 'sweep.yaml', '--listen', '0'], (event) => {
      if (event.port !== undefined) dialIn(event.port);
    });
    assert.equal(code, 0, text);
    await expectWhole();
  });

  it('lets an agent that dials in fetch a model, over a network that breaks in the middle of it', async () => {
    await agent.kill('SIGKILL');
    // 8 MiB: more than the buffers of the sockets on the way hold.
    const parameters = { layers: 2, nodes: 1024, input: 1024, output: 4, batch: 1 };
    const model = encodeModel(families.fc.build(parameters, 'float32', 1));
    writeFileSync(join(folder, 'own.onnx'), model);
    writeFileSync(
      join(folder, 'sweep.yaml'),
      sweep.replace(/models:[\s\S]*?(?=measure)/, 'models:\n  - family: onnx\n    file: own.onnx\n'),
    );
    const networks: Network[] = [];
    const { code, events, text } = await call(['run', 'sweep.yaml', '--listen', '0'], (event) => {
      if (event.port === undefined) return;
      const network = createNetwork(event.port, 3_000_000);
      networks.push(network);
      void network.ready.then(dialIn);
    });
    for (const network of networks) network.close();
    assert.equal(code, 0, text);
    assert.ok(networks.every((network) => network.hasBroken()));
    assert.ok(events.some(({ event }) => event === 'dropped'));
    assert.ok(events.some(({ event, sent }) => event === 'sending' && sent === model.length));
    await expectWhole(1);
    const [first, ...later] = networks.flatMap(({ ranges }) => ranges);
    assert.equal(first, 0);
    assert.ok(later.length > 0 && later.every((range) => range > 0), `what came was kept: ${later}`);
    assert.deepEqual(readdirSync(join(data, 'artifacts')), [sha256Of(model)]);
  });

  it('measures the sample of an own model, and its device forgets the file with the run', async () => {
    cpSync(fileURLToPath(new URL('../../samples', import.meta.url)), folder, { recursive: true });
    const path = join(folder, 'sweeps', 'own-model.sweep.yaml');
    const text = readFileSync(path, 'utf8').replace(
      /^measure:[\s\S]*?(?=^order:)/m,
      'measure: { minTime: 20ms, maxTime: 40ms, warmupTime: 5ms, minIterations: 3, maxIterations: 50, percentiles: [50] }\n',
    );
    writeFileSync(path, text);
    const done = await call(['run', path, '-d', `ws://127.0.0.1:${agent.port}`]);
    assert.equal(done.code, 0, done.text);
    const records = await expectWhole(16);
    const measured = records.flatMap((record) => (record.kind === 'point' ? [record.point] : []));
    assert.deepEqual([...new Set(measured.map(({ model }) => model.parameters.N))].sort(), [1, 2, 4, 8]);
    assert.deepEqual([...new Set(measured.map(({ execution }) => execution.scenario.kind))].sort(), [
      'fixed-rate',
      'idle-gap',
      'offline',
      'single-stream',
    ]);
    const model = readFileSync(join(folder, 'models', 'tiny-classifier.onnx'));
    assert.deepEqual(readdirSync(join(data, 'artifacts')), [sha256Of(model)]);
    const { session } = await linkTo(agent.port, tokenIn(data));
    await assert.rejects(session.request('artifact.fetch', { artifact: sha256Of(model), ticket: sha256Of(model) }), {
      code: 'artifact-source',
    });
    await session.request('run.forget', { run: records[0]?.run ?? '' });
    session.close();
    assert.deepEqual(readdirSync(join(data, 'artifacts')), []);
  });
});

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
