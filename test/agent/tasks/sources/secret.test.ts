// Who may hand in events, and how the agent shows a server who it is: by secrets that stay on the device.
import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secretsIn, tokenOf } from '@edgewright/agent/tasks/sources/secret.js';
import { connect, nkeys, tokenAuthenticator, usernamePasswordAuthenticator } from '@nats-io/transport-node';
import mqtt from 'mqtt';
import { WebSocket } from 'ws';
import { answers, bench, type Seen, until } from './bench.ts';

describe('secrets of sources', () => {
  const { folder, start, putSecret } = bench({ EDGEWRIGHT_SECRET_FROM_OUTSIDE: 'out-1\n' });

  it('are texts or objects, of files that nobody else reads, or of the environment', () => {
    putSecret('plain', 'abc-1\n');
    putSecret('whole', '{"username":"u","password":"p w"}');
    const secrets = secretsIn(join(folder, 'secrets'), { EDGEWRIGHT_SECRET_FROM_OUTSIDE: 'out-1\n' });
    assert.deepEqual(secrets('plain'), { token: 'abc-1' });
    assert.deepEqual(secrets('whole'), { username: 'u', password: 'p w' });
    assert.deepEqual(secrets('from-outside'), { token: 'out-1' });
    assert.throws(() => tokenOf('whole', secrets), {
      code: 'secret-unusable',
      message: 'The secret "whole" has no token.',
    });
  });

  for (const [name, text, mode, message] of [
    ['open', 'x', 0o644, /Others can read/],
    ['empty', ' \n', 0o600, /is empty/],
    ['spaced', 'hush hush', 0o600, /has spaces/],
    ['broken', '{"token":"hush', 0o600, /is no JSON/],
    ['foreign', '{"tokne":"hush"}', 0o600, /parts that are none/],
    ['number', '{"token":12345}', 0o600, /parts that are none/],
    ['missing', undefined, 0o600, /has no secret/],
  ] as const) {
    it(`that are ${name} are told without what is in them, and the source does not open`, async () => {
      if (text !== undefined) putSecret(name, text, mode);
      const [seen] = await start(`[{ kind: http, address: "127.0.0.1:17330", secret: ${name} }]`);
      assert.equal(seen!.codes.at(-1), 'secret-unusable');
      assert.match(seen!.troubles.at(-1) ?? '', message);
      assert.doesNotMatch(seen!.troubles.join(), /hush|12345/);
      assert.equal(await answers(17330), false);
    });
  }

  it('let in by HTTP who shows them, beside a source that wants none', async () => {
    putSecret('shop', 't-1');
    const address = 'address: "127.0.0.1:17331"';
    const send = (token: string | undefined, body = '{"event":"click"}') =>
      fetch('http://127.0.0.1:17331/events', {
        method: 'POST',
        body,
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      }).then(async (response) => {
        if (response.status === 401) assert.equal(response.headers.get('www-authenticate'), 'Bearer');
        return [response.status, await response.text()] as const;
      });
    const [seen] = await start(`[{ kind: http, ${address}, secret: shop }]`);
    for (const wrong of [undefined, 't-2', 't-11', '']) {
      const [status, body] = await send(wrong);
      assert.equal(status, 401);
      assert.doesNotMatch(body, /t-1/);
    }
    assert.equal((await send('t-1'))[0], 200);
    assert.equal(seen!.events.length, 1);
    const [free] = await start(`[{ kind: http, ${address}, events: view }]`);
    assert.equal((await send(undefined, '{"event":"view"}'))[0], 200);
    assert.equal((await send(undefined))[0], 422);
    assert.deepEqual([seen!.events.length, free!.events.length], [1, 1]);
  });

  it('let in by WebSocket who shows them', async () => {
    const [seen] = await start('[{ kind: websocket, address: "127.0.0.1:17332", secret: from-outside }]');
    const dialled = (headers: Record<string, string>) =>
      new Promise<WebSocket | string>((resolve) => {
        const socket = new WebSocket('ws://127.0.0.1:17332/events', { headers });
        socket.once('open', () => resolve(socket)).once('error', (error) => resolve(error.message));
      });
    assert.match(String(await dialled({})), /401/);
    const socket = await dialled({ authorization: 'Bearer out-1' });
    assert.ok(typeof socket === 'object');
    socket.send('{"event":"click"}');
    await until(() => seen!.events.length === 1);
    socket.close();
  });

  describe('of servers', () => {
    const servers: ChildProcess[] = [];
    const user = nkeys.createUser();
    const pem = join(folder, 'cert.pem');
    const key = join(folder, 'key.pem');
    before(async function () {
      this.timeout(20_000);
      const made = ['-nodes', '-keyout', key, '-out', pem, '-days', '2', '-subj', '/CN=localhost'];
      const kind = [
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-addext',
        'subjectAltName=IP:127.0.0.1',
      ];
      execFileSync('openssl', ['req', '-x509', ...kind, ...made], { stdio: 'ignore' });
      const tls = `tls { cert_file: "${pem}", key_file: "${key}" }`;
      await serve(
        'users',
        `port: 17424\nserver_name: users\n${tls}\njetstream { store_dir: "${join(folder, 'jetstream')}" }
mqtt { port: 17884, ${tls} }
authorization { users: [ { user: u, password: "p-1" }, { nkey: ${user.getPublicKey()} } ] }\n`,
        17884,
      );
      await serve('token', 'port: 17425\nauthorization { token: "t-1" }\n', 17425);
    });
    after(() => {
      for (const server of servers) server.kill('SIGKILL');
    });

    it('NATS: a name with a password, an NKey and a token, over TLS by an own authority', async () => {
      const ca = readFileSync(pem, 'utf8');
      const seed = new TextDecoder().decode(user.getSeed());
      putSecret('named', JSON.stringify({ username: 'u', password: 'p-1', ca }));
      putSecret('nkey', JSON.stringify({ nkey: seed, ca }));
      putSecret('token', 't-1');
      const seen = await start(`[
        { kind: nats, address: "nats://127.0.0.1:17424", topic: shop, secret: named },
        { kind: nats, address: "nats://127.0.0.1:17424", topic: shop, secret: nkey },
        { kind: nats, address: "nats://127.0.0.1:17425", topic: shop, secret: token }]`);
      await until(() => seen.every(isReady), 10_000);
      const first = { servers: 'nats://127.0.0.1:17424', tls: { ca } };
      const links = [
        await connect({ ...first, authenticator: usernamePasswordAuthenticator('u', 'p-1') }),
        await connect({ servers: 'nats://127.0.0.1:17425', authenticator: tokenAuthenticator('t-1') }),
      ];
      for (const link of links) {
        link.publish('shop', '{"event":"click"}');
        await link.drain();
      }
      await until(() => seen.every(({ events }) => events.length === 1));
    });

    it('NATS and MQTT: a wrong password is told, without it', async () => {
      const ca = readFileSync(pem, 'utf8');
      putSecret('wrong', JSON.stringify({ username: 'u', password: 'hush', ca }));
      const seen = await start(`[
        { kind: nats, address: "nats://127.0.0.1:17424", topic: shop, secret: wrong },
        { kind: mqtt, address: "mqtts://127.0.0.1:17884", topic: shop, secret: wrong }]`);
      for (const { troubles } of seen) {
        await until(() => troubles.some((trouble) => /author/i.test(trouble ?? '')), 10_000);
        assert.doesNotMatch(troubles.join(), /hush/);
      }
    });

    it('MQTT: a name with a password, over TLS by an own authority, and not over an unknown one', async () => {
      const ca = readFileSync(pem, 'utf8');
      putSecret('mqtt', JSON.stringify({ username: 'u', password: 'p-1', ca }));
      putSecret('no-ca', JSON.stringify({ username: 'u', password: 'p-1' }));
      const of = (secret: string) =>
        `{ kind: mqtt, address: "mqtts://127.0.0.1:17884", topic: shop/click, secret: ${secret} }`;
      const [seen, stranger] = await start(`[${of('mqtt')}, ${of('no-ca')}]`);
      await until(() => isReady(seen!), 10_000);
      const client = await mqtt.connectAsync('mqtts://127.0.0.1:17884', { username: 'u', password: 'p-1', ca });
      await client.publishAsync('shop/click', '{"event":"click"}', { qos: 1 });
      await client.endAsync();
      await until(() => seen!.events.length === 1);
      assert.match(stranger!.troubles.join(), /self.signed/);
      assert.deepEqual(stranger!.events, []);
    });

    const isReady = ({ troubles }: Seen): boolean => troubles.at(-1) === null;

    async function serve(name: string, config: string, port: number): Promise<void> {
      const path = join(folder, `${name}.conf`);
      writeFileSync(path, config);
      servers.push(spawn('/usr/sbin/nats-server', ['-c', path], { stdio: 'ignore' }));
      await until(() => answers(port), 10_000);
    }
  });
});
