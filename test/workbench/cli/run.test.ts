// Runs against an agent on a real socket that plays a run from a list.
import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capabilities } from '@edgewright/schemas/wire.js';
import { readRun } from '@edgewright/workbench/runs/content.js';
import { createRun, findRun, recordsPath } from '@edgewright/workbench/runs/folder.js';
import { formatLine } from '@edgewright/workbench/runs/line.js';
import { lockRun } from '@edgewright/workbench/runs/lock.js';
import { rerunsOf } from '@edgewright/workbench/runs/reruns.js';
import { linearModel, weights } from '../../fixtures/external.ts';
import { type FakeAgent, type FakeOptions, runHandlers, startFakeAgent, token } from '../agent.ts';
import { temporaryFolder } from '../folder.ts';
import { failureRecord, wholeRun } from '../records.ts';
import { edgewright, type Outcome } from './terminal.ts';

const sweep = `edgewright: sweep/v1
name: tiny
models:
  - family: fc
    axes: { layers: [1, 2] }
`;

describe('running a sweep', () => {
  const folder = temporaryFolder();
  let agents: FakeAgent[] = [];
  beforeEach(() => writeFileSync(join(folder(), 'sweep.yaml'), sweep));
  afterEach(() => {
    for (const agent of agents) agent.close();
    agents = [];
  });
  const start = async (options: FakeOptions): Promise<FakeAgent> => {
    const agent = await startFakeAgent(options);
    agents.push(agent);
    return agent;
  };
  const setting = () => ({ cwd: folder(), environment: { EDGEWRIGHT_TOKEN: token } });
  const call = (...argv: string[]): Promise<Outcome> => edgewright(setting(), ...argv);
  const idsOf = async () => {
    const run = await findRun(join(folder(), 'runs'), 'latest');
    return (await readRun(run.path)).records.map(({ id }) => id);
  };
  const idsIn = (records: ReturnType<typeof wholeRun>) => records.map(({ record }) => record.id);

  it('stores every record once and acknowledges only what is on the disk', async () => {
    const records = wholeRun(10);
    const { handlers, acknowledged } = runHandlers(records);
    const agent = await start({
      handlers: {
        ...handlers,
        'run.acknowledge': async ({ run, cursor }) => {
          const [device] = (await findRun(join(folder(), 'runs'), run.slice(-6))).head.devices;
          const stored = readFileSync(
            recordsPath(await findRun(join(folder(), 'runs'), 'latest'), device.name),
            'utf8',
          );
          assert.ok(stored.split('\n').length - 1 >= cursor);
          acknowledged.push(cursor);
          return {};
        },
      },
    });
    const { code, out } = await call('run', 'sweep.yaml', '-d', agent.address);
    assert.equal(code, 0, out);
    assert.match(out, /^finished, 10\/10: 10 ok\n/m);
    assert.deepEqual(await idsOf(), idsIn(records));
    assert.equal(acknowledged.at(-1), records.length);
    assert.deepEqual(
      acknowledged,
      acknowledged.toSorted((a, b) => a - b),
    );
  });

  it('is watched while another workbench collects it, which alone the device hears of', async () => {
    const records = wholeRun(3);
    const { handlers, started } = runHandlers(records);
    const agent = await start({ handlers });
    const device = { name: 'pi-5', id: 'device-id', address: agent.address };
    const head = { name: 'tiny', program: '', sweep, artifacts: {}, devices: [device] };
    const run = await createRun(join(folder(), 'runs'), head, new Date(0));
    const lock = await lockRun(run.path);
    const lines = records.map(formatLine);
    appendFileSync(recordsPath(run, 'pi-5'), lines.slice(0, 4).join(''));
    const watching = call('watch', 'latest', '--json');
    const refused = await call('resume', 'latest', '--json');
    assert.equal(refused.code, 4);
    assert.match(refused.out, /"run-busy"/);
    appendFileSync(recordsPath(run, 'pi-5'), lines.slice(4).join(''));
    const { code, out } = await watching;
    await lock.release();
    assert.equal(code, 0, out);
    assert.match(out, /"event":"ended","device":"pi-5","state":"finished"/);
    assert.deepEqual(started, []);
  });

  it('goes on from the cursor after the link was cut', async () => {
    const records = wholeRun(6);
    const { handlers, watched } = runHandlers(records);
    let cuts = 2;
    const agent: FakeAgent = await start({
      handlers: {
        ...handlers,
        'run.watch': (params, session) => {
          if (cuts-- > 0) {
            watched.push(params.after);
            const upTo = params.after + 4;
            const part = records.filter(({ cursor }) => cursor > params.after && cursor <= upTo);
            session.notify('run.records', { run: params.run, records: part });
            setTimeout(() => agent.cut(), 60);
            return { ...statusOf(params.run) };
          }
          return handlers['run.watch']?.(params, session) ?? statusOf(params.run);
        },
      },
    });
    const { code, out } = await call('run', 'sweep.yaml', '-d', agent.address, '--json');
    assert.equal(code, 0, out);
    assert.deepEqual(watched, [0, 4, 8]);
    assert.deepEqual(await idsOf(), idsIn(records));
    const events = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).event);
    assert.equal(events[0], 'run');
    assert.equal(events.at(-1), 'end');
    assert.equal(events.filter((event) => event === 'dropped').length, 2);
    assert.equal(events.filter((event) => event === 'record').length, records.length);
  });

  it('is resumed by another workbench, which repairs a torn line', async () => {
    const records = wholeRun(4);
    const { handlers, started } = runHandlers(records);
    const leave: (() => void)[] = [];
    const agent = await start({
      handlers: {
        ...handlers,
        'run.watch': (params, session) => {
          if (leave.length > 0) {
            session.notify('run.records', { run: params.run, records: records.slice(0, 3) });
            setTimeout(() => leave.pop()?.(), 50);
            return statusOf(params.run);
          }
          return handlers['run.watch']?.(params, session) ?? statusOf(params.run);
        },
      },
    });
    const left = await edgewright(
      { ...setting(), onInterrupt: (interrupt) => leave.push(interrupt) },
      'run',
      'sweep.yaml',
      '-d',
      agent.address,
    );
    assert.equal(left.code, 130);
    assert.match(left.out, /left after 0 ms; the devices go on without this workbench/);
    const run = await findRun(join(folder(), 'runs'), 'latest');
    assert.equal((await idsOf()).length, 3);
    appendFileSync(recordsPath(run, 'pi-5'), '{"cursor":4,"record":{"kind":"po');
    const resumed = await call('resume', 'latest');
    assert.equal(resumed.code, 0, resumed.out + resumed.err);
    assert.match(resumed.out, /cut off a torn last line of 32 bytes/);
    assert.deepEqual(await idsOf(), idsIn(records));
    assert.deepEqual(new Set(started), new Set([run.head.id]));
    const again = await call('resume', 'latest');
    assert.equal(again.code, 0);
    assert.equal(started.length, 2, 'a run that is over is not started again');
  });

  it('merges several devices into one folder, names them apart and exits with 1 where a point failed', async () => {
    const good = wholeRun(3);
    const bad = [...good.slice(0, 4), { cursor: 5, record: failureRecord(1) }, ...good.slice(5)];
    const first = await start({ handlers: runHandlers(good).handlers });
    const second = await start({ handlers: runHandlers(bad).handlers, hello: { id: 'other' } });
    const { code, out } = await call('run', 'sweep.yaml', '-d', first.address, '-d', second.address);
    assert.equal(code, 1, out);
    const run = await findRun(join(folder(), 'runs'), 'latest');
    assert.deepEqual(
      run.head.devices.map(({ name, id }) => [name, id]),
      [
        ['pi-5', 'device-id'],
        ['pi-5-2', 'other'],
      ],
    );
    assert.equal((await readRun(run.path)).records.length, good.length + bad.length);
    assert.ok(!readFileSync(join(run.path, 'run.json'), 'utf8').includes(token));
  });

  it('is started and left with --detach, and controlled from the folder', async () => {
    const { handlers, started, watched } = runHandlers([]);
    const asked: string[] = [];
    const control = (name: string) => (params: { run: string }) => {
      asked.push(name);
      return statusOf(params.run);
    };
    const agent = await start({
      handlers: {
        ...handlers,
        'run.pause': control('pause'),
        'run.resume': control('continue'),
        'run.cancel': control('cancel'),
      },
    });
    const { code, out } = await call('run', 'sweep.yaml', '-d', agent.address, '--detach');
    assert.equal(code, 0, out);
    assert.deepEqual([started.length, watched.length], [1, 0]);
    for (const verb of ['pause', 'continue', 'cancel']) assert.equal((await call(verb, 'latest')).code, 0, verb);
    assert.deepEqual(asked, ['pause', 'continue', 'cancel']);
  });

  it('writes nothing where a device refuses the token or does not answer', async () => {
    const agent = await start({});
    const wrong = await edgewright(
      { cwd: folder(), environment: { EDGEWRIGHT_TOKEN: 'wrong' } },
      'run',
      'sweep.yaml',
      '-d',
      agent.address,
    );
    assert.equal(wrong.code, 3);
    assert.match(wrong.err, /error\[unauthorized\]/);
    const absent = await call('run', 'sweep.yaml', '-d', agent.address, '-d', '127.0.0.1:1');
    assert.equal(absent.code, 3);
    assert.match(absent.err, /error\[unreachable\]/);
    assert.deepEqual(JSON.parse((await call('runs', '--json')).out), []);
  });

  it('tells what the device refuses', async () => {
    const diagnostic = {
      code: 'unknown-key',
      severity: 'error',
      path: ['models'],
      message: 'The key is not known.',
      fix: 'Remove it.',
    } as const;
    const agent = await start({ handlers: { 'run.start': () => ({ kind: 'refused', diagnostics: [diagnostic] }) } });
    const { code, err } = await call('run', 'sweep.yaml', '-d', agent.address);
    assert.equal(code, 1);
    assert.match(err, /error\[run-refused\]: pi-5 refused the sweep: The key is not known\. \[unknown-key\]/);
  });

  it('asks each device for the points that failed on it, and only a device that knows how', async () => {
    const records = wholeRun(3);
    const bad = [...records.slice(0, 4), { cursor: 5, record: failureRecord(1) }, ...records.slice(5)];
    const good = await start({ handlers: runHandlers(records).handlers });
    const asked: unknown[] = [];
    const handlers: FakeOptions['handlers'] = {
      ...runHandlers(bad).handlers,
      'run.start': (params) => {
        asked.push(params.points);
        return { kind: 'accepted', status: statusOf(params.run) };
      },
    };
    const hello = { id: 'other', capabilities: [capabilities.runPoints] };
    const other = await start({ handlers, hello });
    assert.equal((await call('run', 'sweep.yaml', '-d', good.address, '-d', other.address)).code, 1);
    const first = await findRun(join(folder(), 'runs'), 'latest');
    await call('rerun', 'latest', '--detach');
    assert.deepEqual(asked, [undefined, ['point-1']]);
    const [rerun] = await rerunsOf(first);
    assert.ok(rerun !== undefined);
    assert.deepEqual(rerun.head.points, { 'pi-5-2': ['point-1'] });
    assert.deepEqual(
      rerun.head.devices.map(({ name }) => name),
      ['pi-5-2'],
    );
    assert.match((await call('runs')).out, /pi-5-2/);
  });

  it('does not ask an older agent for a part of a sweep', async () => {
    const records = [...wholeRun(1).slice(0, 3), { cursor: 4, record: failureRecord(0) }, ...wholeRun(1).slice(4)];
    const { handlers, started } = runHandlers(records);
    const agent = await start({ handlers });
    await call('run', 'sweep.yaml', '-d', agent.address);
    const { code, err } = await call('rerun', 'latest');
    assert.equal(code, 3);
    assert.match(err, /error\[capability-missing\]: Pi 5 \(edgewright-agent 0\.0\.0\) cannot measure chosen points/);
    assert.equal(started.length, 1);
  });

  it('sends an older agent no model whose weights lie in other files', async () => {
    writeFileSync(
      join(folder(), 'sweep.yaml'),
      sweep.replace(/ {2}- family: fc\n.*/, '  - { family: onnx, file: m.onnx }'),
    );
    writeFileSync(join(folder(), 'm.onnx'), linearModel({ w: 'w.bin', b: 'b.bin' }));
    writeFileSync(join(folder(), 'w.bin'), weights.w);
    writeFileSync(join(folder(), 'b.bin'), weights.b);
    const { handlers, started } = runHandlers(wholeRun(1));
    const old = await start({ handlers });
    const { code, err } = await call('run', 'sweep.yaml', '-d', old.address);
    assert.equal(code, 3);
    assert.match(
      err,
      /error\[capability-missing\]: Pi 5 \(edgewright-agent 0\.0\.0\) cannot measure a model whose weights/,
    );
    assert.equal(started.length, 0);
  });

  it('has nothing to measure again where nothing failed', async () => {
    const agent = await start({ handlers: runHandlers(wholeRun(2)).handlers });
    await call('run', 'sweep.yaml', '-d', agent.address);
    const { code, err } = await call('rerun', 'latest');
    assert.equal(code, 1);
    assert.match(err, /error\[rerun-empty\]/);
  });

  it('pairs by a link, and forgets', async () => {
    const agent = await start({});
    const bare = (...argv: string[]) => edgewright({ cwd: folder() }, ...argv);
    const link = `edgewright://127.0.0.1:${agent.port}/?token=${encodeURIComponent(token)}#pi`;
    const paired = await bare('pair', link);
    assert.equal(paired.code, 0, paired.err);
    assert.ok(!paired.out.includes(token));
    assert.equal((await bare('devices', '-d', agent.address)).err.includes('token-missing'), false);
    const unknown = await bare('forget', 'tablet');
    assert.equal(unknown.code, 2);
    assert.match(
      unknown.err,
      /error\[no-device\]: There is no pairing with "tablet"\.\n {2}fix: Name one of: Pi 5 \(ws:/,
    );
    assert.match((await bare('forget', `127.0.0.1:${agent.port}`)).out, /^forgot the pairing with Pi 5 at ws:/);
    assert.match((await bare('devices', '-d', agent.address)).err, /token-missing/);
    const broken = await bare('pair', 'edgewright://pi/?tokn=abc');
    assert.equal(broken.code, 2);
    assert.ok(!broken.err.includes('abc'));
  });

  it('pairs, and links with the pairing', async () => {
    const { handlers } = runHandlers(wholeRun(1));
    const agent = await start({ handlers });
    writeFileSync(join(folder(), 'token'), token);
    const paired = await edgewright({ cwd: folder() }, 'pair', agent.address, '--token-file', 'token', '--json');
    assert.equal(paired.code, 0, paired.out);
    assert.equal(JSON.parse(paired.out).id, 'device-id');
    assert.equal((await edgewright({ cwd: folder() }, 'run', 'sweep.yaml', '-d', agent.address)).code, 0);
  });
});

function statusOf(run: string) {
  return {
    run,
    name: 'tiny',
    state: 'running',
    slots: 2,
    done: 0,
    failed: 0,
    cursor: 0,
    timeLeft: null,
    current: null,
  } as const;
}
