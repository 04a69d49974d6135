// `edgewright simulate` and `edgewright check` on tasks: what is written, as text and as JSON, and the exit codes.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesEnding } from '../../repository/source.ts';
import { matchSnapshot } from '../../snapshot.ts';
import { temporaryFolder } from '../folder.ts';
import { edgewright } from './terminal.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const hesitation = `edgewright: task/v1
name: hesitation
events:
  enter: { page: string }
  exposure: { page: string, item: string, depth: number }
  click: { page: string, item: string }
trigger:
  key: page
  sequence:
    - event: enter
    - { event: exposure, as: seen, times: { from: 2 } }
    - { not: click, where: item == seen.item, for: 3s }
  within: 1min
  timeouts: true
pipeline:
  window: { since: enter }
  features: { exposures: { by: count, where: event == "exposure" }, deepest: { by: max, of: depth } }
  tensors: { x: { features: [exposures, deepest] } }
outputs:
  - { to: outbox, fields: [exposures] }
  - { to: log, fields: [exposure.item] }
privacy: { leave: [exposures] }
`;

const clicks = `edgewright: task/v1
name: clicks
events: { click: { item: string } }
trigger: { event: click }
`;

const recording = `{"time":"2026-01-01T10:00:00Z","event":"enter","page":"home"}
{"time":"2026-01-01T10:00:01Z","event":"exposure","page":"home","item":"the first of a very long list of items that nobody reads","depth":0.25}
nonsense
{"time":"2026-01-01T10:00:02Z","event":"exposure","page":"home","item":"b","depth":0.5}
{"time":"2026-01-01T10:00:02Z","event":"exposure","page":"home","item":"b","depth":"deep"}
{"time":1767261603000,"event":"other"}
{"time":"2026-01-01T10:00:09Z","event":"enter","page":"home"}
{"event":"enter","page":"home"}
{"time":"2026-01-01T10:00:10Z","event":"click","page":"home","item":"b"}
`;

describe('edgewright simulate', () => {
  const folder = temporaryFolder();
  const write = (name: string, text: string) => writeFileSync(join(folder(), name), text);
  const call = (...argv: string[]) => edgewright({ cwd: folder() }, ...argv);
  beforeEach(() => {
    write('hesitation.task.yaml', hesitation);
    write('clicks.task.yaml', clicks);
    write('r.jsonl', recording);
  });

  it('writes every firing with its time, key and events, and what it could not use', async () => {
    const { code, out, err } = await call(
      'simulate',
      'hesitation.task.yaml',
      'clicks.task.yaml',
      '--events',
      'r.jsonl',
    );
    assert.equal(code, 1);
    matchSnapshot('workbench/cli/snapshots/simulate.txt', `${out}---\n${err}`);
    for (const line of out.split('\n')) assert.ok(line.length <= 80, line);
  });

  it('writes one JSON document', async () => {
    const { code, out } = await call('simulate', 'hesitation.task.yaml', '--events', 'r.jsonl', '--json');
    assert.equal(code, 1);
    const { firings, outcome, faults, events } = JSON.parse(out);
    assert.equal(firings.length, 1);
    const [{ task, time, timestamp, key, kind, features }] = firings;
    assert.deepEqual(
      [task, time, timestamp, key, kind, features],
      ['hesitation', '2026-01-01T10:00:05.000Z', 1767261605000, 'home', 'match', { exposures: 2, deepest: 0.5 }],
    );
    assert.deepEqual(
      firings[0].events.map(({ event, line, step }: Record<string, unknown>) => [event, line, step]),
      [
        ['enter', 1, 0],
        ['exposure', 2, 1],
        ['exposure', 4, 1],
      ],
    );
    assert.deepEqual(outcome, { firings: 1, timeouts: 0, open: 1, faults: 3, dropped: 0 });
    assert.deepEqual(
      faults.map(({ line, code }: Record<string, unknown>) => [line, code]),
      [
        [3, 'recording-line'],
        [5, 'recording-field'],
        [8, 'recording-line'],
      ],
    );
    assert.deepEqual(events.others, { other: 1 });
  });

  it('writes a JSON document where nothing fires', async () => {
    write('r.jsonl', '');
    const { code, out } = await call('simulate', 'hesitation.task.yaml', '--events', 'r.jsonl', '--json');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out).firings, []);
  });

  it('lets the clock go on, for so long or until then', async () => {
    for (const until of ['1min', '2026-01-01T10:01:09Z']) {
      const { out } = await call('simulate', 'hesitation.task.yaml', '--events', 'r.jsonl', '--json', '--until', until);
      const { outcome } = JSON.parse(out);
      assert.deepEqual([outcome.firings, outcome.timeouts, outcome.open], [1, 1, 0]);
    }
    const { code } = await call('simulate', 'hesitation.task.yaml', '--events', 'r.jsonl', '--until', 'noon');
    assert.equal(code, 2);
  });

  it('stops at the first bad line if it is strict', async () => {
    const { code, out } = await call('simulate', 'hesitation.task.yaml', '--events', 'r.jsonl', '--strict', '--json');
    assert.equal(code, 1);
    assert.deepEqual([JSON.parse(out).outcome.faults, JSON.parse(out).events.seen], [1, 2]);
  });

  it('runs the tests of a task, and shows what differs', async () => {
    const tests = (time: string) =>
      `${clicks}tests:\n  - { name: one, events: r.jsonl, firings: [{ time: '${time}' }] }\n`;
    write('r.jsonl', '{"time":"2026-01-01T10:00:10Z","event":"click","item":"b"}\n');
    write('clicks.task.yaml', tests('2026-01-01T10:00:10Z'));
    assert.deepEqual(await call('simulate', 'clicks.task.yaml'), {
      code: 0,
      out: 'ok  clicks: one (1 firing)\n',
      err: '',
    });
    write('clicks.task.yaml', tests('2026-01-01T10:00:11Z'));
    const { code, out } = await call('simulate', 'clicks.task.yaml');
    assert.equal(code, 1);
    assert.match(
      out,
      /error\[task-test\]: The test "one" does not pass: firing 1 comes at 2026-01-01T10:00:10.000Z, and/,
    );
  });

  it('needs something to simulate, and tasks that can be told apart', async () => {
    assert.equal((await call('simulate', 'clicks.task.yaml')).code, 2);
    assert.equal((await call('simulate', 'clicks.task.yaml', 'clicks.task.yaml', '--events', 'r.jsonl')).code, 1);
    assert.equal((await call('simulate', 'clicks.task.yaml', '--events', 'none.jsonl')).code, 4);
  });

  it('refuses tasks with errors as check does', async () => {
    write('clicks.task.yaml', clicks.replace('event: click', 'event: clik'));
    const check = await call('check', 'clicks.task.yaml');
    const { code, err } = await call('simulate', 'clicks.task.yaml', '--events', 'r.jsonl');
    assert.deepEqual([check.code, code], [1, 1]);
    assert.match(err, /error\[unknown-event\]/);
    assert.match(check.out, /error\[unknown-event\]/);
    const { out } = await call('simulate', 'clicks.task.yaml', '--events', 'r.jsonl', '--json');
    assert.equal(JSON.parse(out).tasks[0].diagnostics[0].code, 'unknown-event');
  });
});

describe('sample tasks', () => {
  for (const path of filesEnding('.yaml', 'samples/tasks')) {
    it(`${path} is sound and passes its tests`, async () => {
      const check = await edgewright({ cwd: root }, 'check', path, '--json');
      assert.deepEqual(JSON.parse(check.out)[0].diagnostics, []);
      const { code, out } = await edgewright({ cwd: root }, 'simulate', path);
      assert.equal(code, 0, out);
    });
  }
});
