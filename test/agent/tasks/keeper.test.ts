import assert from 'node:assert/strict';
import { deployment, start, useDevices } from './device.ts';

const clicks = `
edgewright: task/v1
name: clicks
events: { click: { x: number, user: string } }
trigger: { event: click }
pipeline:
  window: { events: 3 }
  features: { clicks: { by: count }, mean: { by: mean, of: x } }
outputs:
  - { to: outbox, fields: [clicks, mean, click.x] }
  - { to: log, fields: [click.user] }
privacy: { leave: [clicks, mean, click.x] }
`;

describe('the tasks of a device', () => {
  const devices = useDevices();
  const { open } = devices;

  it('make results of events, without a field that may not leave', async () => {
    const device = open(devices.path);
    assert.equal((await device.keeper.deploy(deployment(clicks))).kind, 'accepted');
    for (const x of [1, 2, 6]) {
      device.pass(1000);
      await device.send({ event: 'click', fields: { x, user: 'a', other: 1 } });
    }
    device.pass(0);
    assert.deepEqual(
      device.results().map(({ values, time, version }) => ({ values, time, version })),
      [
        { values: { clicks: 1, mean: 1, 'click.x': 1 }, time: start + 1000, version: 'v1' },
        { values: { clicks: 2, mean: 1.5, 'click.x': 2 }, time: start + 2000, version: 'v1' },
        { values: { clicks: 3, mean: 3, 'click.x': 6 }, time: start + 3000, version: 'v1' },
      ],
    );
    assert.match(device.keeper.store.log('clicks')[0] ?? '', /"click.user":"a"/);
    const [status] = device.keeper.list();
    const { events, fired, executed, results, skipped, energy } = status?.counters ?? {};
    assert.deepEqual(
      { events, fired, executed, results, skipped, energy },
      {
        events: 3,
        fired: 3,
        executed: 3,
        results: 3,
        skipped: {},
        energy: 0,
      },
    );
    assert.deepEqual([status?.state, status?.latency.count, status?.sources[0]?.events], ['running', 3, 3]);
  });

  it('go on where they were after a kill', async () => {
    const before = open(devices.path);
    await before.keeper.deploy(deployment(clicks));
    await before.send({ event: 'click', fields: { x: 4 } });
    before.pass(0);
    const after = open(before.copy(), { wall: before.wall + 5000 });
    await after.send({ event: 'click', fields: { x: 8 } });
    after.pass(0);
    assert.deepEqual(
      after.results().map(({ values }) => values.mean),
      [4, 6],
    );
    const { events, fired, executed } = after.keeper.list()[0]?.counters ?? {};
    assert.deepEqual({ events, fired, executed }, { events: 2, fired: 2, executed: 2 });
  });

  it('are refused with what is wrong, and without their files', async () => {
    const device = open(devices.path);
    const refused = await device.keeper.deploy(deployment(clicks.replace('event: click }', 'event: clack }')));
    assert.equal(refused.kind === 'refused' && refused.diagnostics[0]?.code, 'unknown-event');
    const script = `${clicks}script: { file: a.js, language: javascript }\n`;
    const names = (artifacts: Readonly<Record<string, string>>) => device.keeper.deploy(deployment(script, artifacts));
    await assert.rejects(names({}), { code: 'artifact-missing' });
    await assert.rejects(names({ 'a.js': 'missing' }), { code: 'artifact-missing' });
    assert.deepEqual(device.keeper.list(), []);
    await assert.rejects(device.keeper.remove('clicks'), { code: 'task-unknown' });
  });

  it('take another document under their name, and begin anew', async () => {
    const device = open(devices.path);
    const first = await device.keeper.deploy(deployment(clicks));
    await device.send({ event: 'click', fields: { x: 4 } });
    const same = await device.keeper.deploy(deployment(clicks));
    assert.equal(same.kind === 'accepted' && same.status.counters.events, 1);
    device.pass(10);
    const next = await device.keeper.deploy(deployment(clicks.replace('events: 3', 'events: 2'), {}, 'v2'));
    assert.notEqual(
      next.kind === 'accepted' && next.status.identity,
      first.kind === 'accepted' && first.status.identity,
    );
    await device.send({ event: 'click', fields: { x: 8 } });
    device.pass(0);
    assert.deepEqual(
      device.results().map(({ values, version }) => [version, values.mean]),
      [
        ['v1', 4],
        ['v2', 8],
      ],
    );
    assert.equal(new Set(device.results().map(({ id }) => id)).size, 2);
    await device.keeper.remove('clicks');
    assert.deepEqual(device.keeper.list(), []);
    assert.equal(device.results().length, 2);
  });

  it('share a feed where they see the same, and keep their state when others come and go', async () => {
    const device = open(devices.path);
    await device.keeper.deploy(deployment(clicks));
    await device.send({ event: 'click', fields: { x: 1 } });
    await device.keeper.deploy(deployment(clicks.replace('name: clicks', 'name: others')));
    assert.equal(device.intakes.length, 1);
    await device.send({ event: 'click', fields: { x: 3 } });
    await device.keeper.remove('others');
    await device.send({ event: 'click', fields: { x: 5 } });
    device.pass(0);
    assert.deepEqual(
      device.results().map(({ task, values }) => [task, values.mean]),
      [
        ['clicks', 1],
        ['clicks', 2],
        ['others', 3],
        ['clicks', 3],
      ],
    );
  });

  it('see after a kill nothing that came before their deployment, and all that came after', async () => {
    const pair = (name: string): string =>
      clicks
        .replace('name: clicks', `name: ${name}`)
        .replace('trigger: { event: click }', 'trigger: { sequence: [{ event: click }, { event: click }] }');
    const every = clicks.replace('name: clicks', 'name: every').replace('{ event: click }', '{ every: 10s }');
    const outcomes = async (isKilled: boolean) => {
      const path = isKilled ? `${devices.path}.killed` : devices.path;
      let device = open(path);
      const send = async (x: number): Promise<void> => {
        device.pass(1_000);
        await device.send({ event: 'click', fields: { x } });
      };
      const maybeKill = (): void => {
        if (isKilled) device = open(device.copy(), { wall: device.wall });
      };
      await device.keeper.deploy(deployment(pair('first')));
      await device.keeper.deploy(deployment(every));
      await send(1);
      for (const name of ['second', 'third']) await device.keeper.deploy(deployment(pair(name)));
      maybeKill();
      await send(2);
      maybeKill();
      for (const x of [3, 4]) await send(x);
      device.pass(10_000);
      const counters = device.keeper.list().map(({ task, counters: { events, fired } }) => ({ task, events, fired }));
      return { results: device.results().map(({ task, values }) => [task, values.clicks, values.mean]), counters };
    };
    const whole = await outcomes(false);
    assert.deepEqual(
      whole.results.filter(([task]) => task === 'second' || task === 'third'),
      [
        ['second', 2, 2.5],
        ['third', 2, 2.5],
      ],
    );
    assert.deepEqual(await outcomes(true), whole);
  });

  it('replay another recording when one is deployed under the same path', async () => {
    const device = devices.open(devices.path);
    const replaying = `edgewright: task/v1
name: replaying
events: { a: { x: number } }
sources: [{ kind: replay, path: day.jsonl }]
trigger: { event: a }
`;
    await device.keeper.deploy(deployment(replaying, { 'day.jsonl': 'a1' }));
    await device.keeper.deploy(deployment(replaying.replace('replaying', 'beside'), { 'day.jsonl': 'a1' }));
    assert.equal(device.intakes.length, 1);
    await device.keeper.deploy(deployment(replaying, { 'day.jsonl': 'a2' }));
    assert.equal(device.intakes.length, 2);
  });

  it('refuse events that are not declared, of the wrong type, of the future, too long', async () => {
    const device = open(devices.path);
    await device.keeper.deploy(deployment(clicks));
    const refused = await device.send(
      { event: 'clack', fields: {} },
      { event: 'click', fields: { x: '1' } },
      { event: 'click', fields: { x: 1 }, time: start + 3_600_000 },
      { event: 'click', fields: { user: 'a'.repeat(70_000) } },
      { event: 'click', fields: { x: 2, user: null } },
    );
    assert.deepEqual(
      refused.map(({ index, code }) => [index, code]),
      [0, 1, 2, 3].map((index) => [index, 'event-refused']),
    );
    const [source] = device.keeper.list()[0]?.sources ?? [];
    assert.deepEqual([source?.events, source?.refused], [1, 4]);
  });

  it('see an event of an id once, also after a kill', async () => {
    const before = open(devices.path);
    await before.keeper.deploy(deployment(clicks));
    await before.send({ event: 'click', fields: { id: '1', x: 4 } });
    const after = open(before.copy());
    await after.send({ event: 'click', fields: { id: '1', x: 4 } }, { event: 'click', fields: { id: '2', x: 6 } });
    after.pass(0);
    assert.deepEqual(
      after.results().map(({ values }) => values.mean),
      [4, 5],
    );
  });
});
