// Sources that cannot be opened as a whole: each says why, is tried again, and gives events when it can.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { openDoor } from '@edgewright/agent/tasks/sources/door.js';
import { fakeHost } from '../../sensors/device.ts';
import { answers, bench, type Seen, until } from './bench.ts';

describe('a source that cannot be opened', () => {
  const { start, folder, putSecret, opened } = bench();
  const failed = (seen: Seen | undefined, code: string, message: RegExp): void => {
    assert.equal(seen?.codes.at(-1), code);
    assert.match(seen?.troubles.at(-1) ?? '', message);
  };
  const isReady = (seen: Seen | undefined) => () => seen?.troubles.at(-1) === null;
  const post = (port: number, headers = {}) =>
    fetch(`http://127.0.0.1:${port}/events`, { method: 'POST', body: '{"event":"click"}', headers });

  it('opens when its port is free', async () => {
    const door = await openDoor({ host: '127.0.0.1', port: 17340 });
    const [seen] = await start('[{ kind: http, address: "127.0.0.1:17340" }]');
    failed(seen, 'source-failed', /at 127\.0\.0\.1:17340: it is in use/);
    await door.close();
    await until(isReady(seen));
    await post(17340);
    assert.equal(seen?.events.length, 1);
  });

  it('opens when the folder of its socket is there', async () => {
    const path = join(folder, 'later', 'events.sock');
    const [seen] = await start(`[{ kind: socket, path: ${path} }]`);
    failed(seen, 'source-failed', /Events cannot come in at .*events\.sock/);
    mkdirSync(join(folder, 'later'));
    await until(isReady(seen));
  });

  it('opens when its secret is written', async () => {
    const [seen] = await start('[{ kind: http, address: "127.0.0.1:17341", secret: late }]');
    failed(seen, 'secret-unusable', /has no secret "late"/);
    putSecret('late', 'abc');
    await until(isReady(seen));
    assert.equal((await post(17341)).status, 401);
    assert.equal((await post(17341, { authorization: 'Bearer abc' })).status, 200);
  });

  it('tells of an address that is none, of a broker that is not there, and keeps no other from its events', async () => {
    const [none, mqtt, away, other] = await start(
      `[{ kind: mqtt, address: nowhere, topic: t }, { kind: mqtt, address: "mqtt://127.0.0.1:17342", topic: t },
        { kind: nats, address: "nats://127.0.0.1:17342", topic: t }, { kind: timer, events: view, every: 20ms }]`,
    );
    failed(none, 'source-failed', /cannot be opened/);
    await until(() => other!.events.length > 0);
    await until(() => away!.troubles.length > 0 && mqtt!.troubles.length > 0);
    failed(mqtt, 'source-failed', /No link with the MQTT server/);
    failed(away, 'source-failed', /No link with the NATS server/);
    // A broker that is there later, as far as that it is dialled.
    const dialled = new Promise<void>((resolve) => {
      const server = createServer((socket) => {
        socket.destroy();
        server.close();
        resolve();
      }).listen(17342, '127.0.0.1');
    });
    await dialled;
  });

  it('plays a recording that comes later', async () => {
    const path = join(folder, 'later.jsonl');
    const [seen] = await start(`[{ kind: replay, path: ${path} }]`);
    await until(() => seen!.troubles.length > 0);
    failed(seen, 'source-failed', /later\.jsonl cannot be read: ENOENT/);
    writeFileSync(path, '{"event":"click","item":"a"}\n');
    await until(() => seen!.events.length === 1);
    assert.equal(seen?.troubles.at(-1), null);
  });

  it('tells what no program can be started with', async () => {
    // More than the operating system gives to a program.
    const [seen] = await start(`[{ kind: process, command: [node, ${'x'.repeat(2 ** 22)}] }]`);
    await until(() => seen!.troubles.length > 0);
    failed(seen, 'source-failed', /node does not run: .*E2BIG/);
  });

  it('ends while it is tried again', async () => {
    const door = await openDoor({ host: '127.0.0.1', port: 17343 });
    const [seen] = await start('[{ kind: http, address: "127.0.0.1:17343" }]');
    assert.equal(seen?.troubles.length, 1);
    await opened.pop()?.close();
    await door.close();
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(await answers(17343), false);
  });
});

describe('a sensor that shows nothing', () => {
  const host = fakeHost('virtual-machine');
  const { start } = bench({}, host);

  it('is read again, and its source is well when it does', async () => {
    const [seen] = await start('[{ kind: sensor, sensor: battery, events: reading, every: 20ms }]');
    await until(() => /shows no battery/.test(seen!.troubles.at(-1) ?? ''));
    assert.equal(seen!.events.length, 0);
    const folder = '/sys/class/power_supply/BAT0';
    host.set(`${folder}/type`, 'Battery\n');
    host.set(`${folder}/capacity`, '42\n');
    await until(() => seen!.events.length > 0);
    assert.deepEqual([seen!.events[0]?.fields.value, seen!.troubles.at(-1)], [0.42, null]);
  });
});
