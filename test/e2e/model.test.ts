// A model whose weights lie in other files, from the command line to a real agent, in a task and in a sweep: carried, run,
// told on which runtime.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DurableRecord, PointRecord } from '@edgewright/schemas/generated/record.js';
import { readRun } from '@edgewright/workbench/runs/content.js';
import { sourcesOf } from '@edgewright/workbench/sweep/load.js';
import { linearModel, weights } from '../fixtures/external.ts';
import { edgewright, type Setting } from '../workbench/cli/terminal.ts';
import { type AgentProcess, createFolders, linkTo, startAgentProcess, tokenIn } from './process.ts';

const document = `edgewright: task/v1
name: linear
events: { tick: { n: number } }
trigger: { every: 500ms }
pipeline:
  window: { events: 1 }
  features: { one: { by: count }, ten: { by: sum, of: n, without: 10 } }
  tensors: { x: { features: [one, ten] } }
model: { file: models/model.onnx, outputs: [y] }
outputs: [{ to: outbox, fields: [model.y], urgent: true }]
privacy: { leave: [model.y] }
`;

describe('a task with weights beside its model', function () {
  this.timeout(60_000);
  const folders = createFolders();
  let agent: AgentProcess;
  after(async () => {
    await agent.kill('SIGKILL');
    folders.remove();
  });

  it('is deployed with them, says on which runtime it is, and is another task with others', async () => {
    const [data, work] = [folders.make(), folders.make()];
    mkdirSync(join(work, 'models/parts'), { recursive: true });
    writeFileSync(join(work, 'linear.task.yaml'), document);
    writeFileSync(join(work, 'models/model.onnx'), linearModel({ w: 'w.bin', b: 'parts/b.bin' }));
    writeFileSync(join(work, 'models/w.bin'), weights.w);
    writeFileSync(join(work, 'models/parts/b.bin'), weights.b);
    agent = await startAgentProcess(data);
    const setting: Setting = { cwd: work, environment: { EDGEWRIGHT_TOKEN: tokenIn(data) } };
    const device = ['--device', `ws://127.0.0.1:${agent.port}`];
    const link = await linkTo(agent.port, tokenIn(data));
    await link.session.request('task.watch', { after: 0, activity: ['linear'] });
    const deployed = await edgewright(setting, 'deploy', 'linear.task.yaml', ...device);
    assert.deepEqual([deployed.code, deployed.err], [0, '']);
    assert.match(deployed.out, /3 files sent/);
    await link.until(() => link.results.length >= 1);
    const [first] = link.results;
    // No event has come: x is [0, 10].
    assert.deepEqual(first?.result.failure ?? first?.result.values, { 'model.y': [130, 240] });
    const { tasks } = await link.session.request('task.list', {});
    assert.match(tasks[0]?.model?.runtime ?? '', /^(jit|ort)$/);
    assert.match(tasks[0]?.model?.reason ?? '', /when tried/);
    assert.match((await edgewright(setting, 'tasks', ...device)).out, /linear/);
    const again = await edgewright(setting, 'deploy', 'linear.task.yaml', ...device);
    assert.doesNotMatch(again.out, /sent/);

    writeFileSync(join(work, 'models/parts/b.bin'), new Float32Array([7, 8]));
    const other = await edgewright(setting, 'deploy', 'linear.task.yaml', ...device);
    assert.match(other.out, /1 file sent/);
    const identity = (out: string) => /linear (\S+)/.exec(out)?.[1];
    assert.notEqual(identity(other.out), identity(deployed.out));
    await link.until(() => JSON.stringify(link.results.at(-1)?.result.values).includes('[37,48]'));

    writeFileSync(join(work, 'models/model.onnx'), linearModel({ w: 'w.bin', b: '../linear.task.yaml' }));
    const hostile = await edgewright(setting, 'deploy', 'linear.task.yaml', ...device);
    assert.equal(hostile.code, 1);
    assert.match(hostile.err, /model-file.*which is no path within its folder/);

    writeFileSync(join(work, 'models/model.onnx'), linearModel({ w: 'w.bin', b: 'parts/b.bin' }));
    writeFileSync(join(work, 'ticks.jsonl'), '{"time":"2026-01-01T10:00:00.000Z","event":"tick","n":1}\n');
    const tried = await edgewright(
      setting,
      'simulate',
      'linear.task.yaml',
      '--events',
      'ticks.jsonl',
      '--until',
      '1s',
      '--execute',
      ...device,
    );
    assert.deepEqual([tried.code, tried.err], [0, '']);
    assert.match(tried.out, /model\.y=/);
    link.session.close();
  });
});

const sweep = `edgewright: sweep/v1
name: linear
models: [{ family: onnx, file: models/model.onnx }]
execution: { runtime: [ort], threads: [1] }
measure: { minTime: 20ms, maxTime: 40ms, warmupTime: 1ms, minIterations: 5, maxIterations: 2000 }
`;

describe('a sweep over a model with weights beside it', function () {
  this.timeout(60_000);
  const folders = createFolders();
  let agent: AgentProcess;
  let dialling: ChildProcess | undefined;
  after(async () => {
    dialling?.kill('SIGKILL');
    await agent.kill('SIGKILL');
    folders.remove();
  });

  it('is measured with them on devices of both kinds, looked into, and forgotten with them', async () => {
    const [data, work] = [folders.make(), folders.make()];
    mkdirSync(join(work, 'models/parts'), { recursive: true });
    writeFileSync(join(work, 'linear.sweep.yaml'), sweep);
    writeFileSync(join(work, 'models/model.onnx'), linearModel({ w: 'w.bin', b: './parts/b.bin' }));
    writeFileSync(join(work, 'models/w.bin'), weights.w);
    writeFileSync(join(work, 'models/parts/b.bin'), weights.b);
    agent = await startAgentProcess(data);
    const setting: Setting = { cwd: work, environment: { EDGEWRIGHT_TOKEN: tokenIn(data) } };
    const device = ['--device', `ws://127.0.0.1:${agent.port}`];
    const ran = await edgewright(setting, 'run', 'linear.sweep.yaml', ...device);
    assert.deepEqual([ran.code, ran.err], [0, ''], ran.out);
    assert.deepEqual(sentIn(ran.out), ['models/model.onnx', 'models/w.bin', 'models/parts/b.bin']);
    const first = await pointOf(work, 0);
    const { head } = await readRun(join(work, 'runs', readdirSync(join(work, 'runs'))[0]!));
    const known = (await sourcesOf(head)).get('models/model.onnx');
    assert.equal(first.point.model.artifact, known?.artifact, 'both ends call it the same');

    const compared = await edgewright(setting, 'diff', 'models/model.onnx', ...device);
    assert.deepEqual([compared.code, compared.err], [0, '']);
    assert.match(compared.out, /2 values compared, none beyond/);

    await agent.kill('SIGKILL');
    writeFileSync(join(work, 'models/parts/b.bin'), new Float32Array([0, 0]));
    const dialled = await edgewright(
      { ...setting, onOut: (text) => dialIn(data, text) },
      ...['run', 'linear.sweep.yaml', '--listen', '0'],
    );
    assert.deepEqual([dialled.code, dialled.err], [0, ''], dialled.out);
    assert.deepEqual(sentIn(dialled.out), ['models/parts/b.bin']);
    const second = await pointOf(work, 1);
    // x is the same: what differs is b, of 100 and 200.
    const differing = first.output!.mean! - second.output!.mean!;
    assert.ok(Math.abs(differing - 150) < 1e-3, `${differing}`);
    assert.notEqual(second.point.id, first.point.id, 'the same file with other weights is another model');
    dialling?.kill('SIGKILL');

    agent = await startAgentProcess(data);
    const { session } = await linkTo(agent.port, tokenIn(data));
    const kept = () => readdirSync(join(data, 'artifacts')).length;
    assert.equal(kept(), 4);
    const { runs } = await session.request('run.list', {});
    await session.request('run.forget', { run: runs[0]!.run });
    assert.equal(kept(), 3, 'the other run names the rest');
    await session.request('run.forget', { run: runs[1]!.run });
    assert.equal(kept(), 0);
    session.close();
  });

  function sentIn(out: string): readonly string[] {
    return [...out.matchAll(/^sent (.+)$/gm)].map(([, path = '']) => path);
  }

  function dialIn(data: string, text: string): void {
    const port = /waiting on port (\d+)/.exec(text)?.[1];
    if (port === undefined) return;
    const main = fileURLToPath(new URL('../../agent/main.ts', import.meta.url));
    const args = ['--conditions=edgewright-source', main, '--data', data, '--dial', `ws://127.0.0.1:${port}`];
    dialling = spawn(process.execPath, args, { stdio: 'ignore', env: { ...process.env, NODE_OPTIONS: '' } });
  }

  async function pointOf(work: string, at: number): Promise<PointRecord> {
    const names = readdirSync(join(work, 'runs'));
    const runs = await Promise.all(names.map((name) => readRun(join(work, 'runs', name))));
    // They have the same time in their names.
    const { records } = runs.toSorted((a, b) => firstTime(a) - firstTime(b))[at]!;
    const point = records.find((record): record is PointRecord => record.kind === 'point');
    assert.ok(point !== undefined, JSON.stringify(records.at(-1)));
    return point;
  }

  function firstTime({ records }: { readonly records: readonly DurableRecord[] }): number {
    return Math.min(...records.map(({ time }) => Date.parse(time)));
  }
});
