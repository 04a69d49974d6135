// More messages than become durable: by NATS a bound of them waits and the rest is counted, by MQTT the broker keeps them.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openNats } from '@edgewright/agent/tasks/sources/nats.js';
import { connect } from '@nats-io/transport-node';
import mqtt from 'mqtt';
import { answers, bench, type Seen, testTimes, until } from './bench.ts';

describe('a flood of messages', () => {
  const { folder, start, opened } = bench();
  let server: ChildProcess;
  before(async function () {
    this.timeout(20_000);
    const config = join(folder, 'nats.conf');
    const store = join(folder, 'jetstream');
    writeFileSync(config, `port: 17426\nserver_name: f\njetstream { store_dir: "${store}" }\nmqtt { port: 17886 }\n`);
    server = spawn('/usr/sbin/nats-server', ['-c', config], { stdio: 'ignore' });
    await until(() => answers(17886), 10_000);
  });
  after(() => void server.kill('SIGKILL'));

  /** Takes nothing until it is let go. */
  function hold(seen: Seen): () => void {
    let go = (): void => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    seen.ready = () => gate;
    return go;
  }

  for (const [bound, limits] of [
    ['messages', { messages: 100, bytes: 2 ** 20 }],
    ['bytes', { messages: 1e6, bytes: 100 * 26 }],
  ] as const) {
    it(`by NATS waits up to a bound of ${bound}, and what is dropped is counted and told`, async () => {
      // A source for its intake alone: the one that is looked at has bounds that a test reaches.
      const [seen] = await start('[{ kind: timer, events: view, every: 1h }]');
      const go = hold(seen!);
      const topic = `flood.${bound}`;
      opened.push(
        openNats({ address: 'nats://127.0.0.1:17426', topic, rate: undefined }, undefined, seen!, testTimes, limits),
      );
      await until(() => seen!.troubles.length >= 2);
      const link = await connect({ servers: 'nats://127.0.0.1:17426' });
      for (let n = 100; n < 600; n++) link.publish(topic, `{"event":"click","n": ${n}}`);
      await link.drain();
      await until(() => seen!.refused > 0 && seen!.events.length + seen!.refused >= 399);
      assert.match(seen!.troubles.at(-1) ?? '', /faster than they can be kept/);
      go();
      await until(() => seen!.events.length + seen!.refused === 500);
      // One was with the intake already.
      assert.ok(Math.abs(seen!.events.length - 101) <= 1, `${seen!.events.length} came`);
      assert.deepEqual(
        seen!.events.map(({ fields }) => fields.n),
        Array.from({ length: seen!.events.length }, (_, n) => 100 + n),
      );
      await until(() => seen!.troubles.at(-1) === null);
    });
  }

  it('by MQTT waits at the broker, and comes whole', async () => {
    const [seen] = await start('[{ kind: mqtt, address: "mqtt://127.0.0.1:17886", topic: flood/click }]', (intake) => {
      go = hold(intake);
    });
    await until(() => seen!.troubles.at(-1) === null);
    const client = await mqtt.connectAsync('mqtt://127.0.0.1:17886');
    await Promise.all(
      Array.from({ length: 500 }, (_, n) =>
        client.publishAsync('flood/click', `{"event":"click","n":${n}}`, { qos: 1 }),
      ),
    );
    await client.endAsync();
    await wait(100);
    assert.equal(seen!.events.length, 0);
    go();
    await until(() => seen!.events.length === 500, 20_000);
    assert.deepEqual(
      seen!.events.map(({ fields }) => fields.n),
      Array.from({ length: 500 }, (_, n) => n),
    );
    assert.equal(seen!.refused, 0);
  }).timeout(30_000);
  let go = (): void => {};
});
