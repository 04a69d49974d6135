// A task from its author to a device and back, by the commands: check, simulate, deploy, tasks, watch, record, undeploy.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskResultRow } from '@edgewright/schemas/wire.js';
import { edgewright, type Setting } from '../workbench/cli/terminal.ts';
import { temporaryFolder } from '../workbench/folder.ts';
import { type AgentProcess, createFolders, startAgentProcess, tokenIn } from './process.ts';

const beat = `edgewright: task/v1
name: beat
events: { tick: { n: number } }
trigger: { every: 200ms }
pipeline:
  window: { events: 10 }
  features: { ticks: { by: count } }
outputs:
  - { to: outbox, fields: [ticks], urgent: true }
policy: { deadline: 1s }
privacy: { leave: [ticks], record: [tick.n] }
`;

describe('a task by the commands', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const folders = createFolders();
  let agent: AgentProcess;
  let setting: Setting;
  let device: readonly string[];
  const call = (...argv: string[]) => edgewright(setting, ...argv);
  const kept = (path: string): readonly TaskResultRow[] =>
    readFileSync(join(folder(), path), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  beforeEach(async () => {
    const data = folders.make();
    agent = await startAgentProcess(data, ['--name', 'porch']);
    setting = { cwd: folder(), environment: { EDGEWRIGHT_TOKEN: tokenIn(data) } };
    device = ['--device', `ws://127.0.0.1:${agent.port}`];
    writeFileSync(join(folder(), 'beat.task.yaml'), beat);
  });
  afterEach(async () => {
    await agent.kill('SIGKILL');
    folders.remove();
  });

  it('is checked, simulated, deployed, listed, watched and removed', async () => {
    assert.equal((await call('check', 'beat.task.yaml')).code, 0);
    writeFileSync(join(folder(), 'ticks.jsonl'), '{"time":"2026-01-01T10:00:00.010Z","event":"tick","n":1}\n');
    const simulated = await call('simulate', 'beat.task.yaml', '--events', 'ticks.jsonl', '--until', '1s', '--json');
    assert.ok(JSON.parse(simulated.out).firings.length >= 4, simulated.out);

    const deployed = await call('deploy', 'beat.task.yaml', ...device, '--version', 'v1.2');
    assert.equal(deployed.err, '');
    assert.match(deployed.out, /^ws:\/\/127\.0\.0\.1:\d+: beat [0-9a-f]+ (starting|running)\n$/);
    const watched = await call('watch', 'beat', ...device, '--for', '2s');
    assert.deepEqual([watched.code, watched.err], [0, '']);
    const [, file = ''] = /^porch: results are kept in (\S+)$/m.exec(watched.out) ?? [];
    assert.match(watched.out, /^[\d:.]+ {2}fired {2}done {2}\S+ ms/m);
    assert.match(watched.out, /^[\d:.]+ {2}result {2}ticks=0 {2}/m);
    assert.match(watched.out, /^beat: \d+ firings, \d+ executed/m);
    const first = kept(file);
    assert.ok(first.length >= 5);

    // Another time goes on where the file ends, and whatever came meanwhile is there.
    const again = await call('watch', 'beat.task.yaml', ...device, '--for', '1s', '--json');
    const events = again.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const later = events.filter(({ event }) => event === 'result');
    assert.equal(events[0].event, 'linked');
    const all = kept(file);
    assert.deepEqual(
      all.slice(first.length).map(({ result }) => result),
      later.map(({ result }) => result),
    );
    assert.equal(new Set(all.map(({ result }) => result.id)).size, all.length);
    const times = all.map(({ result }) => result.time);
    assert.ok(times.slice(1).every((time, index) => time > times[index]! && (time - times[index]!) % 200 === 0));

    const tasks = JSON.parse((await call('tasks', ...device, '--json')).out);
    const [{ task, version, counters, latency }] = tasks[0].tasks;
    assert.deepEqual([task, version, latency.deadline], ['beat', 'v1.2', 1000]);
    assert.ok(counters.bytesSent > 0 && counters.fired >= all.length);
    const table = (await call('tasks', ...device)).out.split('\n');
    assert.match(table[0]!, /^task +state +fired +p50 +p99 +deadline +(raw +)?sent +waiting$/);
    assert.match(table[1]!, /^beat +running +\d+ /);
    assert.ok(table.every((line) => line.length <= 80));

    assert.deepEqual(await call('record', 'beat', ...device, '--for', '300ms', '-o', 'live.jsonl'), {
      code: 0,
      out: 'live.jsonl: 0 events of beat\n',
      err: '',
    });
    assert.equal((await call('undeploy', 'beat', ...device)).out, `${device[1]}: beat removed\n`);
    assert.equal((await call('tasks', ...device)).out, 'no tasks\n');
    assert.doesNotMatch(agent.log(), /error/);
  });

  it('is simulated with its script, by a device', async () => {
    const document = `edgewright: task/v1
name: shop
events: { click: { price: number }, liked: { price: number } }
trigger: { event: click }
pipeline:
  window: { events: 2 }
  features: { mean: { by: mean, of: price } }
script: { file: rank.js, language: javascript, results: { verdict: string } }
outputs:
  - { to: outbox, fields: [script.verdict, mean] }
privacy: { leave: [script.verdict, mean] }
`;
    const script = `import { events, log, output } from 'edgewright';
export function run(firing) {
  const { price } = firing.events[0].fields;
  if (price < 0) throw new Error('a price below 0');
  log('saw', price);
  if (price > 10) {
    events.emit('liked', { price });
    output({ verdict: 'first' });
  }
  return { verdict: firing.features.mean > 10 ? 'dear' : 'cheap' };
}
`;
    writeFileSync(join(folder(), 'shop.task.yaml'), document);
    writeFileSync(join(folder(), 'rank.js'), script);
    const prices = [4, 40, -1];
    const lines = prices.map((price, at) => JSON.stringify({ time: 1767261600000 + at, event: 'click', price }));
    writeFileSync(join(folder(), 'clicks.jsonl'), lines.join('\n'));
    const argv = ['simulate', 'shop.task.yaml', '--events', 'clicks.jsonl', '--execute'];
    const { code, out, err } = await call(...argv, ...device);
    assert.deepEqual([code, err], [1, ''], out);
    assert.match(out, /^ {2}executed {2}\S+ ms .*\n {2}says {2}saw 4\n {2}leaves {2}script\.verdict=cheap mean=4$/m);
    assert.match(out, /^ {2}emits {2}liked price=40\n {2}says {2}saw 40$/m);
    assert.match(out, /^ {2}leaves {2}script\.verdict=first mean=22\n {2}leaves {2}script\.verdict=dear mean=22$/m);
    assert.match(out, /^ {2}failed {2}.*a price below 0.*\(task-script, after /ms);
    assert.match(out, /^3 executed, 1 failed; median \S+ ms/m);
    const { firings } = JSON.parse((await call(...argv, ...device, '--json')).out);
    assert.deepEqual(firings[1].execution.results, [{ 'script.verdict': 'first' }, { 'script.verdict': 'dear' }]);
    assert.equal(firings[2].execution.failure.code, 'task-script');
    // Nothing of it is kept, and a simulation alone needs no device.
    assert.equal((await call('tasks', ...device)).out, 'no tasks\n');
    assert.match((await call('simulate', 'shop.task.yaml', '--local')).err, /error\[usage\]/);

    const wanted = [['cheap'], ['first', 'dear'], ['cheap']].map((verdicts) => ({
      results: verdicts.map((verdict) => ({ 'script.verdict': verdict })),
    }));
    const tests = (firings: object[]) => `tests: [{ events: good.jsonl, firings: ${JSON.stringify(firings)} }]\n`;
    writeFileSync(join(folder(), 'good.jsonl'), [...lines.slice(0, 2), lines[0]?.replace('00,', '05,')].join('\n'));
    writeFileSync(join(folder(), 'good.task.yaml'), document + tests([...wanted.slice(0, 2), {}]));
    const good = await call('simulate', 'good.task.yaml', '--execute', ...device);
    assert.deepEqual([good.code, good.out], [0, 'ok  shop: good.jsonl (3 firings)\n']);
    assert.match((await call('simulate', 'good.task.yaml')).out, /^ok .*results not compared: give --execute/);
    writeFileSync(join(folder(), 'bad.task.yaml'), document + tests(wanted));
    const bad = await call('simulate', 'bad.task.yaml', '--execute', ...device);
    assert.equal(bad.code, 1);
    assert.match(bad.out, /firing 3 has the result script\.verdict "dear", and "cheap" is expected/);
  });

  it('tells what is wrong with it, and with what is asked of it', async () => {
    writeFileSync(join(folder(), 'broken.task.yaml'), beat.replace('every', 'evry'));
    const broken = await call('deploy', 'broken.task.yaml', ...device);
    assert.equal(broken.code, 1);
    assert.match(broken.err, /error\[[\w-]+\].*\n {2}at broken\.task\.yaml:\d+:\d+/);
    const listed = JSON.parse((await call('deploy', 'broken.task.yaml', ...device, '--json')).out);
    assert.equal(listed.ok, false);
    writeFileSync(
      join(folder(), 'model.task.yaml'),
      beat.replace('outputs:', '  tensors: { x: { features: [ticks] } }\nmodel: { file: none.onnx }\noutputs:'),
    );
    const without = await call('deploy', 'model.task.yaml', ...device);
    assert.deepEqual([without.code, /none\.onnx cannot be read/.test(without.err)], [1, true], without.err);
    for (const argv of [
      ['undeploy', 'none'],
      ['watch', 'none'],
      ['record', 'none', '--for', '1s', '-o', 'x.jsonl'],
    ]) {
      const { code, err } = await call(...argv, ...device);
      assert.deepEqual([code, /error\[task-unknown\]/.test(err)], [3, true], `${argv.join(' ')}: ${err}`);
    }
    const two = await call('watch', 'beat', ...device, ...device);
    assert.match(two.err, /error\[usage\]: This goes on one device, and 2 were named/);
    assert.match((await call('watch', 'latest', '--for', '1s')).err, /error\[usage\]: --for is of a task/);
    assert.match((await call('watch', 'beat', ...device, '--for', 'soon')).err, /error\[usage\].*no duration/);
  });
});
