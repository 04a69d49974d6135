// Sources of events by their real interfaces: HTTP, WebSocket, Unix socket, files, processes, a NATS server with its MQTT
// listener, sensors.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect as dial } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDoor } from '@edgewright/agent/tasks/sources/door.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { connect as connectNats } from '@nats-io/transport-node';
import mqtt from 'mqtt';
import { WebSocket } from 'ws';
import { answers, bench, until } from './bench.ts';

describe('sources of events', () => {
  const { start, opened, folder } = bench();

  it('take one event, a list and lines by HTTP, and answer what was refused', async () => {
    const [seen] = await start('[{ kind: http, address: "127.0.0.1:17318", events: click }]');
    const send = (body: string, headers = {}) =>
      fetch('http://127.0.0.1:17318/events', { method: 'POST', body, headers }).then(async (response) => ({
        status: response.status,
        body: (await response.json()) as { accepted: number; refused: { index: number; message: string }[] },
      }));
    assert.deepEqual(await send('{"event":"click","item":"sofa","id":"a1"}'), {
      status: 200,
      body: { accepted: 1, refused: [] },
    });
    await send('[{"event":"click","item":"lamp","time":"2026-01-05T09:00:00Z"}]');
    const { status, body } = await send('{"event":"click","item":"bed"}\n\nno json\n{"event":"other"}\n{"item":"x"}\n');
    assert.equal(status, 200);
    assert.equal(body.accepted, 1);
    assert.deepEqual(
      body.refused.map(({ index, message }) => [index, message]),
      [
        [1, 'The line is no JSON: no json'],
        [2, 'No task here takes "other" by http.'],
        [3, 'The event has no name.'],
      ],
    );
    assert.deepEqual(seen!.events, [
      { event: 'click', fields: { item: 'sofa', id: 'a1' } },
      { event: 'click', time: Date.UTC(2026, 0, 5, 9), fields: { item: 'lamp' } },
      { event: 'click', fields: { item: 'bed' } },
    ]);
    seen!.fault = new CodedError('tasks-full', 'The store is full.', 'Make room.');
    assert.equal((await send('{"event":"click"}')).status, 503);
    assert.equal((await send('nothing')).status, 422);
    assert.equal((await send('{"event":"click"}', { origin: 'https://example.org' })).status, 403);
    assert.equal((await send('x'.repeat(2 ** 20 + 1))).status, 413);
    assert.equal((await fetch('http://127.0.0.1:17318/other', { method: 'POST' })).status, 404);
    assert.equal((await fetch('http://127.0.0.1:17318/events')).status, 405);
    assert.equal(seen!.events.length, 3);
  });

  it('are not known by the names of other sites', async () => {
    await start('[{ kind: http, address: "127.0.0.1:17318" }]');
    const answer = await new Promise<string>((resolve) => {
      const socket = dial(17318, '127.0.0.1', () =>
        socket.write('POST /events HTTP/1.1\r\nHost: example.org\r\nContent-Length: 2\r\n\r\n{}'),
      );
      socket.once('data', (data) => resolve(String(data)));
    });
    assert.match(answer, /^HTTP\/1.1 403/);
  });

  it('share a door, each with the events and the rate of its own', async () => {
    const address = 'address: "127.0.0.1:17319"';
    const [clicks, views] = await start(
      `[{ kind: http, ${address}, events: click, rate: 3 }, { kind: http, ${address}, events: [click, view] }, { kind: websocket, ${address} }]`,
    );
    const body = Array.from({ length: 10 }, () => '{"event":"click"}').join('\n');
    await fetch('http://127.0.0.1:17319/events', { method: 'POST', body });
    assert.equal(clicks!.events.length, 3);
    assert.equal(views!.events.length, 10);
  });

  it('say "too many" where all that came is past the rate', async () => {
    await start('[{ kind: http, address: "127.0.0.1:17318", rate: 1 }]');
    const send = () => fetch('http://127.0.0.1:17318/events', { method: 'POST', body: '{"event":"view"}' });
    assert.equal((await send()).status, 200);
    const second = await send();
    assert.deepEqual([second.status, second.headers.get('retry-after')], [429, '1']);
  });

  it('take messages by WebSocket, one answer each, in order', async () => {
    const [seen] = await start('[{ kind: websocket, address: "127.0.0.1:17320" }]');
    const socket = new WebSocket('ws://127.0.0.1:17320/events');
    const answers: string[] = [];
    socket.on('message', (data) => answers.push(String(data)));
    await new Promise((resolve) => socket.once('open', resolve));
    for (const item of ['a', 'b', 'c']) socket.send(JSON.stringify({ event: 'click', item }));
    await until(() => answers.length === 3);
    assert.deepEqual(
      answers.map((text) => (JSON.parse(text) as { accepted: number }).accepted),
      [1, 1, 1],
    );
    assert.deepEqual(
      seen!.events.map(({ fields }) => fields.item),
      ['a', 'b', 'c'],
    );
    socket.close();
  });

  it('take lines by a Unix socket that is the user’s alone', async () => {
    const path = join(folder, 'events.sock');
    const [seen] = await start(`[{ kind: socket, path: ${path} }]`);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    const socket = dial(path);
    let answers = '';
    socket.on('data', (data) => {
      answers += String(data);
    });
    socket.write('{"event":"click","item":"a"}\n{"event":"cli');
    socket.write('ck","item":"b"}\n');
    await until(() => answers.split('\n').length === 3);
    assert.equal(seen!.events.length, 2);
    socket.write('x'.repeat(2 ** 20 + 10));
    await until(() => answers.includes('too long'));
    socket.destroy();
  });

  it('follow a file: added lines, a half one, a rotation', async () => {
    const path = join(folder, 'log.jsonl');
    writeFileSync(path, '{"event":"click","item":"old"}\n');
    const [seen] = await start(`[{ kind: file, path: ${path} }]`);
    await until(() => seen!.troubles.at(-1) === null);
    appendFileSync(path, '{"event":"click","item":"a"}\n{"event":"cl');
    await until(() => seen!.events.length === 1);
    appendFileSync(path, 'ick","item":"b"}\nno event\n');
    await until(() => seen!.events.length === 2);
    await until(() => seen!.troubles.some((trouble) => trouble?.includes('no event') === true));
    writeFileSync(path, '{"event":"click","item":"c"}\n');
    await until(() => seen!.events.length === 3);
    assert.deepEqual(
      seen!.events.map(({ fields }) => fields.item),
      ['a', 'b', 'c'],
    );
    rmSync(path);
    await until(() => seen!.troubles.at(-1)?.startsWith('There is no file') === true);
  });

  it('read a process, start it again, and end it with the source', async () => {
    const script = `console.log('{"event":"click","item":"' + process.pid + '"}'); setTimeout(() => process.exit(3), 100)`;
    const [seen] = await start(`[{ kind: process, command: [node, -e, '${script.replaceAll("'", "''")}'] }]`);
    await until(() => seen!.events.length === 2, 10_000);
    assert.ok(seen!.troubles.some((trouble) => trouble?.includes('exit code 3') === true));
    const [missing] = await start('[{ kind: process, command: [no-such-program] }]');
    await until(() => missing!.troubles.some((trouble) => trouble?.includes('ENOENT') === true));
  });

  it('play a recording at its own speed, from now on', async () => {
    const path = join(folder, 'recording.jsonl');
    const at = (time: number) => JSON.stringify({ time: Date.UTC(2026, 0, 5) + time, event: 'click' });
    writeFileSync(path, `${at(0)}\n${at(50)}\n${at(400)}\n`);
    const begin = performance.now();
    const [seen] = await start(`[{ kind: replay, path: ${path} }]`);
    await until(() => seen!.events.length === 3);
    assert.ok(performance.now() - begin >= 399);
    assert.ok(seen!.events.every(({ time }) => time === undefined));
  });

  it('wait where the intake does, and lose nothing where the store is full for a while', async () => {
    const path = join(folder, 'flood.jsonl');
    writeFileSync(
      path,
      Array.from({ length: 50 }, (_, item) => `${JSON.stringify({ event: 'click', item })}\n`).join(''),
    );
    const [seen] = await start(`[{ kind: replay, path: ${path} }]`, (intake) => {
      intake.fault = new CodedError('tasks-full', 'The store is full.', 'Make room.');
    });
    await until(() => seen!.events.length === 50);
    assert.deepEqual(
      seen!.events.map(({ fields }) => fields.item),
      Array.from({ length: 50 }, (_, item) => item),
    );
  });

  it('end while the store is full', async () => {
    const path = join(folder, 'full.jsonl');
    writeFileSync(path, '{"event":"click"}\n');
    const [seen] = await start(`[{ kind: replay, path: ${path} }]`, (intake) => {
      intake.accept = async () => {
        throw new CodedError('tasks-full', 'The store is full.', 'Make room.');
      };
    });
    await wait(50);
    await opened.pop()!.close();
    assert.deepEqual(seen!.events, []);
  });

  it('keep nothing of a line that does not end', async () => {
    const script = `const x = 'x'.repeat(1 << 20); for (let i = 0; i < 64; i++) process.stdout.write(x); console.log(); console.log('{"event":"click"}'); setInterval(() => 0, 1e4)`;
    const [seen] = await start(`[{ kind: process, command: [node, -e, '${script.replaceAll("'", "''")}'] }]`);
    await until(() => seen!.events.length === 1, 10_000);
    assert.ok(seen!.troubles.some((trouble) => trouble?.includes('too long') === true));
  });

  it('read a character that comes in two halves', async () => {
    const path = join(folder, 'halves.jsonl');
    writeFileSync(path, '');
    const [seen] = await start(`[{ kind: file, path: ${path} }]`);
    await wait(50);
    const line = Buffer.from('{"event":"click","item":"sofa \u00fc"}\n');
    const middle = line.indexOf(0xc3) + 1;
    appendFileSync(path, line.subarray(0, middle));
    await wait(200);
    appendFileSync(path, line.subarray(middle));
    await until(() => seen!.events.length === 1);
    assert.equal(seen!.events[0]?.fields.item, 'sofa \u00fc');
  });

  it('let no sender hold a connection by sending slowly, nor with huge headers', async () => {
    const door = await openDoor({ host: '127.0.0.1', port: 17323 }, { bytes: 1_000, time: 200, connections: 2 });
    const head = 'POST /events HTTP/1.1\r\nHost: localhost\r\n';
    const answer = (text: string) =>
      new Promise<string>((resolve) => {
        let told = '';
        const socket = dial(17323, '127.0.0.1', () => socket.write(text));
        socket.setEncoding('utf8').on('data', (chunk) => {
          told += chunk;
        });
        socket.on('error', () => {}).once('close', () => resolve(told.slice(0, 12)));
      });
    assert.equal(await answer(`${head}Content-Length: 100\r\n\r\n{`), 'HTTP/1.1 408');
    assert.equal(await answer(`${head}X: ${'x'.repeat(100_000)}\r\n\r\n`), 'HTTP/1.1 431');
    // Of three at once one is not let in.
    const three = await Promise.all([1, 2, 3].map(() => answer(`${head}Content-Length: 100\r\n\r\n{`)));
    assert.deepEqual(three.sort(), ['', 'HTTP/1.1 408', 'HTTP/1.1 408']);
    await door.close();
  });

  it('do not remove a file that stands where a socket should be', async () => {
    const path = join(folder, 'precious');
    writeFileSync(path, 'kept');
    const [seen] = await start(`[{ kind: socket, path: ${path} }]`);
    assert.match(seen!.troubles.at(-1) ?? '', /in use/);
    assert.equal(readFileSync(path, 'utf8'), 'kept');
  });

  it('let in one event where the rate is less than one a second', async () => {
    const [seen] = await start('[{ kind: http, address: "127.0.0.1:17322", rate: 0.5 }]');
    const send = () =>
      fetch('http://127.0.0.1:17322/events', { method: 'POST', body: '{"event":"click"}' }).then(
        ({ status }) => status,
      );
    assert.deepEqual([await send(), await send()], [200, 429]);
    assert.equal(seen!.events.length, 1);
  });

  it('give the time and what sensors read', async () => {
    const [timer, load] = await start(
      '[{ kind: timer, events: view, every: 20ms }, { kind: sensor, sensor: load, events: reading, every: 20ms }]',
    );
    await until(() => timer!.events.length >= 3 && load!.events.length >= 2);
    assert.deepEqual(timer!.events[0], { event: 'view', fields: {} });
    assert.equal(typeof load!.events[0]?.fields.value, 'number');
    assert.equal(load!.events[0]?.fields.sensor, 'load');
  });

  it('say so where an address is taken, and the others go on', async () => {
    const door = await openDoor({ host: '127.0.0.1', port: 17321 });
    const [taken, other] = await start(
      '[{ kind: http, address: "127.0.0.1:17321" }, { kind: timer, events: view, every: 20ms }]',
    );
    assert.match(taken!.troubles.at(-1) ?? '', /in use/);
    await until(() => other!.events.length > 0);
    await door.close();
    await assert.rejects(openDoor({ path: join(folder, 'no', 'such', 'folder') }), { code: 'source-failed' });
  });

  describe('from a server', () => {
    let server: ChildProcess;
    const config = join(folder, 'nats.conf');
    before(async function () {
      this.timeout(20_000);
      writeFileSync(
        config,
        `port: 17422\nserver_name: test\njetstream { store_dir: "${join(folder, 'jetstream')}" }\nmqtt { port: 17883 }\n`,
      );
      server = await startServer();
    });
    after(() => void server.kill('SIGKILL'));

    it('NATS: messages, a server that restarts, a message that is no event', async () => {
      const [seen] = await start('[{ kind: nats, address: "nats://127.0.0.1:17422", topic: shop.* }]');
      await until(() => seen!.troubles.at(-1) === null);
      await publish('shop.click', '{"event":"click","item":"a"}');
      await until(() => seen!.events.length === 1);
      await publish('shop.click', 'no event');
      await until(() => seen!.troubles.at(-1)?.startsWith('A message was no event') === true);
      server.kill('SIGKILL');
      await until(() => seen!.troubles.at(-1)?.includes('link is down') === true, 10_000);
      server = await startServer();
      await until(() => seen!.troubles.at(-1) === null, 20_000);
      await publish('shop.click', '{"event":"click","item":"b"}');
      await until(() => seen!.events.length === 2);
    }).timeout(60_000);

    it('MQTT: messages, and what came while the link was down', async () => {
      const source = '[{ kind: mqtt, address: "mqtt://127.0.0.1:17883", topic: shop/click }]';
      const [seen] = await start(source);
      await until(() => seen!.troubles.at(-1) === null, 10_000);
      await publishMqtt('{"event":"click","item":"a"}');
      await until(() => seen!.events.length === 1, 10_000);
      await opened.pop()!.close();
      await publishMqtt('{"event":"click","item":"while down"}');
      const [again] = await start(source);
      await until(() => again!.events.length === 1, 10_000);
      assert.equal(again!.events[0]?.fields.item, 'while down');
    }).timeout(60_000);

    it('MQTT: two sources of one topic each have a session of their own', async () => {
      const one = '{ kind: mqtt, address: "mqtt://127.0.0.1:17883", topic: shop/click }';
      const seen = await start(`[${one}, ${one}]`);
      await until(() => seen.every(({ troubles }) => troubles.at(-1) === null), 10_000);
      await publishMqtt('{"event":"click","item":"both"}');
      await until(() => seen.every(({ events }) => events.at(-1)?.fields.item === 'both'), 10_000);
    }).timeout(30_000);

    async function startServer(): Promise<ChildProcess> {
      const child = spawn('/usr/sbin/nats-server', ['-c', config], { stdio: 'ignore' });
      await until(() => answers(17422), 10_000);
      await until(() => answers(17883), 10_000);
      return child;
    }

    async function publish(subject: string, text: string): Promise<void> {
      const link = await connectNats({ servers: 'nats://127.0.0.1:17422' });
      link.publish(subject, text);
      await link.drain();
    }

    async function publishMqtt(text: string): Promise<void> {
      const client = await mqtt.connectAsync('mqtt://127.0.0.1:17883');
      await client.publishAsync('shop/click', text, { qos: 1 });
      await client.endAsync();
    }
  });
});
