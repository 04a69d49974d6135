import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { seededRandom } from '@edgewright/core/random.js';
import type { WrittenEvent } from '@edgewright/core/task/event-line.js';
import { deployment, openDevice, start, type TestDevice, useDevices } from './device.ts';

const head = (name: string, trigger: string) => `
edgewright: task/v1
name: ${name}
events: { a: { x: number, k: string }, b: { x: number, k: string } }
trigger: ${trigger}
pipeline:
  window: { time: 20s }
  features: { count: { by: count }, sum: { by: sum, of: x } }
outputs:
  - { to: outbox, fields: [count, sum, a.x, b.x] }
privacy: { leave: [count, sum, a.x, b.x] }
`;

const documents = [
  head('single', '{ event: a, where: x > 5 }'),
  head('pair', '{ key: k, sequence: [{ event: a }, { event: b }], within: 6s, timeouts: true }'),
  head('silence', '{ key: k, sequence: [{ event: a }, { not: b, for: 4s }] }'),
  head('calm', '{ event: b, debounce: 3s }'),
  head('clock', '{ every: 7s }'),
];

type Step =
  | { readonly kind: 'pass'; readonly time: number }
  | { readonly kind: 'send'; readonly event: WrittenEvent }
  | { readonly kind: 'set'; readonly by: number };

function steps(seed: number, hasSteps: boolean): Step[] {
  const random = seededRandom(seed);
  const pick = random.below;
  return Array.from({ length: 60 }, (): Step => {
    const what = random.unit();
    if (hasSteps && what < 0.05) return { kind: 'set', by: (pick(2) * 2 - 1) * 3_600_000 };
    if (what < 0.4) return { kind: 'pass', time: pick(4000) };
    return { kind: 'send', event: { event: pick(2) === 0 ? 'a' : 'b', fields: { x: pick(10), k: `${pick(3)}` } } };
  });
}

async function take(device: TestDevice, step: Step): Promise<void> {
  if (step.kind === 'pass') device.pass(step.time);
  else if (step.kind === 'send') await device.send(step.event);
  else {
    device.wall += step.by;
    // The clock is looked at with every event.
    await device.send({ event: 'a', fields: { x: 0, k: '0' } });
  }
}

async function deployAll(device: TestDevice): Promise<void> {
  for (const document of documents) await device.keeper.deploy(deployment(document));
}

const told = (device: TestDevice) =>
  device.results().map(({ id, task, time, kind, values }) => ({ id, task, time, kind, values }));

describe('faults of tasks', () => {
  const devices = useDevices();
  const { open } = devices;

  for (const hasSteps of [false, true]) {
    it(`a kill anywhere changes nothing${hasSteps ? ', also where the clock is set' : ''}`, async () => {
      for (let seed = 1; seed <= 12; seed++) {
        const todo = steps(seed, hasSteps);
        const limits = { snapshotEntries: seed % 2 === 0 ? 5 : 1000 };
        const whole = openDevice(`${devices.path}.${seed}.whole`, { limits });
        await deployAll(whole);
        for (const step of todo) await take(whole, step);
        whole.pass(30_000);

        const random = seededRandom(1000 + seed);
        let device = openDevice(`${devices.path}.${seed}.killed`, { limits });
        await deployAll(device);
        for (const step of todo) {
          await take(device, step);
          if (random.unit() > 0.15) continue;
          const copy = device.copy();
          const { wall } = device;
          await device.close();
          device = openDevice(copy, { limits, wall });
        }
        device.pass(30_000);
        assert.ok(told(whole).length > 10);
        assert.deepEqual(sorted(told(device)), sorted(told(whole)), `seed ${seed}`);
        assert.deepEqual(countersOf(device), countersOf(whole), `seed ${seed}`);
        assert.deepEqual([...whole.faults, ...device.faults], []);
        await whole.close();
        await device.close();
      }
    });
  }

  it('a store without room refuses events by code, loses nothing, and goes on', async () => {
    const device = open(devices.path, { storeLimits: { entryBytes: 2_000 } });
    await device.keeper.deploy(deployment(documents[0] ?? ''));
    let taken = 0;
    await assert.rejects(
      async () => {
        for (;;) {
          await device.send({ event: 'a', fields: { x: 9 } });
          taken++;
        }
      },
      { code: 'tasks-full' },
    );
    // A snapshot takes the place of the events.
    device.pass(60_000);
    await device.send({ event: 'a', fields: { x: 9 } });
    device.pass(0);
    assert.equal(device.results().length, taken + 1);
  });

  it('a full disk refuses events by code, keeps what is done, and goes on when there is room', async () => {
    const device = open(devices.path, { storeLimits: { storeBytes: 400_000, keptResults: 10 } });
    await device.keeper.deploy(deployment(documents[0] ?? ''));
    let taken = 0;
    const fill = async (): Promise<void> => {
      for (; taken < 20_000; taken++) await device.send({ event: 'a', fields: { x: 9, k: 'k'.repeat(200) } });
    };
    await assert.rejects(fill, { code: 'tasks-full' });
    assert.ok(taken > 100);
    const acknowledged = device.keeper.store.acknowledge(device.keeper.store.lastResult);
    device.pass(0);
    await acknowledged;
    for (let again = 0; again < 100; again++) device.pass(2_000);
    const { fired, executed } = device.keeper.list()[0]?.counters ?? {};
    assert.deepEqual({ fired, executed }, { fired: taken, executed: taken });
    await device.send({ event: 'a', fields: { x: 9 } });
    device.pass(10);
    assert.equal(device.keeper.list()[0]?.counters.executed, taken + 1);
  });

  it('a store that is damaged is told, and left as it is', () => {
    writeFileSync(devices.path, 'x'.repeat(5000));
    assert.throws(() => openDevice(devices.path), { code: 'store-corrupt' });
  });

  it('a clock that is set back an hour neither loses a match nor tells a time of day twice', async () => {
    const device = open(devices.path);
    await deployAll(device);
    const daily = head('daily', '{ cron: { at: "30 0 * * *", timezone: UTC } }');
    await device.keeper.deploy(deployment(daily));
    device.pass(31 * 60_000);
    await device.send({ event: 'a', fields: { x: 1, k: '0' } });
    device.wall -= 3_600_000;
    device.pass(2_000);
    await device.send({ event: 'b', fields: { x: 2, k: '0' } });
    device.pass(3_600_000);
    const of = (task: string) => device.results().filter((result) => result.task === task);
    assert.deepEqual(
      of('pair').map(({ kind, values }) => [kind, values['a.x'], values['b.x']]),
      [['match', 1, 2]],
    );
    assert.deepEqual(
      of('daily').map(({ time }) => time),
      [start + 30 * 60_000],
    );
    const beats = of('clock').map(({ time }) => time);
    assert.ok(
      beats.some((time, index) => time < (beats[index - 1] ?? 0)),
      'intervals go by the clock as it is',
    );
  });

  it('a source that floods is held back, and what waits stays within its bound', async () => {
    const device = open(devices.path, { limits: { waiting: 100 } });
    await device.keeper.deploy(deployment(documents[0] ?? ''));
    const [intake] = device.intakes;
    const flood = Array.from({ length: 150 }, () => intake?.accept([{ event: 'a', fields: { x: 9 } }]));
    let isReady = false;
    const ready = intake?.ready().then(() => {
      isReady = true;
    });
    await Promise.resolve();
    assert.equal(isReady, false);
    device.pass(0);
    await Promise.all(flood);
    await ready;
    device.pass(0);
    assert.equal(device.results().length, 150);
  });

  it('a week leaves no more behind than a day', async function () {
    this.timeout(60_000);
    const device = open(devices.path, { limits: { snapshotEntries: 200 }, storeLimits: { keptResults: 50 } });
    for (const document of documents) {
      await device.keeper.deploy(deployment(document.replace('every: 7s', 'every: 30min')));
    }
    const day = async (): Promise<number> => {
      for (let minute = 0; minute < 24 * 60; minute += 10) {
        await device.send(
          { event: 'a', fields: { x: minute % 10, k: `${minute % 7}` } },
          { event: 'b', fields: { x: minute % 3, k: `${minute % 5}` } },
        );
        device.pass(600_000);
        device.keeper.store.acknowledge(device.keeper.store.lastResult).catch(assert.fail);
      }
      device.pass(60_000);
      const { store } = device.keeper;
      const [feed = ''] = store.feeds();
      const snapshot = store.snapshot(feed);
      return (snapshot?.body.length ?? 0) + store.entries(feed, 0).length + device.results().length * 100;
    };
    const first = await day();
    let last = first;
    for (let count = 1; count < 7; count++) last = await day();
    assert.ok(last <= first * 1.1, `${first} after a day, ${last} after a week`);
    assert.ok(device.results().length <= 5 * 51);
  });
});

function countersOf(device: TestDevice) {
  return device.keeper.list().map(({ task, counters }) => {
    const { events, fired, timeouts, executed } = counters;
    return { task, events, fired, timeouts, executed };
  });
}

function sorted<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return rows.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}
