import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFetch } from '@edgewright/agent/link/fetch.js';
import { openArtifacts } from '@edgewright/agent/store/artifacts.js';
import { type Handlers, openSession, type Session } from '@edgewright/core/link/session.js';
import type { CodedError } from '@edgewright/schemas/codes.js';
import { subprotocol } from '@edgewright/schemas/wire.js';
import { uploadArtifacts } from '@edgewright/workbench/devices/artifact.js';
import { systemClock } from '@edgewright/workbench/devices/clock.js';
import { type Listener, listenForAgents } from '@edgewright/workbench/devices/listen.js';
import { channelOf } from '@edgewright/workbench/devices/socket.js';
import { WebSocket } from 'ws';
import { testHandlers } from '../../core/link/handlers.ts';
import { temporaryFolder } from '../folder.ts';

describe('waiting for agents that dial in', () => {
  let listener: Listener;
  let refused: CodedError[];
  beforeEach(async () => {
    refused = [];
    listener = await listenForAgents({
      port: 0,
      host: '127.0.0.1',
      token: ({ id }) => (id === 'stranger' ? undefined : `token of ${id}`),
      onNotification: () => {},
      onRefused: (error) => refused.push(error),
    });
  });
  afterEach(() => listener.close());

  const dialIn = async (id: string, token = `token of ${id}`, handlers: Partial<Handlers> = {}): Promise<Session> => {
    const socket = new WebSocket(`ws://127.0.0.1:${listener.port}`, subprotocol);
    const channel = channelOf(socket);
    await once(socket, 'open');
    return openSession({
      channel,
      role: 'device',
      id,
      name: id,
      program: 'edgewright-agent 0.0.0',
      token,
      clock: systemClock,
      randomHex: (bytes) => randomBytes(bytes).toString('hex'),
      serve: testHandlers(handlers),
    });
  };

  it('gives each awaited device its session, and any device to who awaits any', async () => {
    const [nano, any] = [listener.next('nano'), listener.next(undefined)];
    await Promise.all([dialIn('pi'), dialIn('nano')]);
    assert.equal((await nano).peer.id, 'nano');
    assert.equal((await any).peer.id, 'pi');
    assert.equal((await (await nano).request('run.list', {})).runs.length, 1);
  });

  it('keeps the newest session of a device that nobody awaits yet', async () => {
    const first = await dialIn('pi');
    await dialIn('pi');
    await first.closed;
    const session = await listener.next('pi');
    assert.equal((await session.request('run.list', {})).runs.length, 1);
  });

  it('refuses strangers and wrong tokens', async () => {
    await assert.rejects(dialIn('stranger'), { code: 'unauthorized' });
    await assert.rejects(dialIn('pi', 'another token'), { code: 'unauthorized' });
    while (refused.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(
      refused.map(({ code }) => code),
      ['unauthorized', 'unauthorized'],
    );
  });

  describe('offers a model on its port', () => {
    const folder = temporaryFolder();
    const bytes = randomBytes(300_000);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const sent: number[] = [];
    let offered: ReturnType<Listener['offer']>;
    let file: string;
    beforeEach(() => {
      file = join(folder(), 'model.onnx');
      writeFileSync(file, bytes);
      sent.length = 0;
      offered = listener.offer({ sha256, file, size: bytes.length, onSent: (count) => sent.push(count) });
    });
    const get = (range?: string, more: { name?: string; ticket?: string; method?: string } = {}) =>
      fetch(`http://127.0.0.1:${listener.port}/artifacts/${more.name ?? sha256}`, {
        method: more.method ?? 'GET',
        headers: {
          authorization: `Bearer ${more.ticket ?? offered.ticket}`,
          ...(range !== undefined && { range }),
        },
      });
    const refusal = async (...args: Parameters<typeof get>) => {
      const response = await get(...args);
      const { code, fix } = (await response.json()) as { code: string; fix: string };
      assert.ok(fix !== '');
      return [response.status, code];
    };

    it('whole, or from where the device has it', async () => {
      const whole = await get();
      assert.equal(whole.status, 200);
      assert.deepEqual(Buffer.from(await whole.arrayBuffer()), bytes);
      const rest = await get('bytes=100000-');
      assert.equal(rest.status, 206);
      assert.equal(rest.headers.get('content-range'), 'bytes 100000-299999/300000');
      assert.deepEqual(Buffer.from(await rest.arrayBuffer()), bytes.subarray(100_000));
      assert.equal(sent.at(-1), bytes.length - 1);
    });

    it('not past its end, nor in other parts', async () => {
      const past = await get('bytes=300000-');
      assert.deepEqual([past.status, past.headers.get('content-range')], [416, 'bytes */300000']);
      assert.deepEqual(await refusal('bytes=-5'), [416, 'artifact-range']);
      assert.deepEqual(await refusal('bytes=0-1,4-5'), [416, 'artifact-range']);
    });

    it('to who has its ticket, until it is there', async () => {
      assert.deepEqual(await refusal(undefined, { ticket: 'ab'.repeat(32) }), [401, 'artifact-ticket']);
      assert.deepEqual(await refusal(undefined, { ticket: '' }), [401, 'artifact-ticket']);
      assert.deepEqual(await refusal(undefined, { name: 'cd'.repeat(32) }), [401, 'artifact-ticket']);
      offered.end();
      assert.deepEqual(await refusal(), [401, 'artifact-ticket']);
    });

    it('under no other name', async () => {
      assert.deepEqual(await refusal(undefined, { name: '../model.onnx' }), [404, 'artifact-name']);
      assert.deepEqual(await refusal(undefined, { method: 'PUT' }), [404, 'artifact-name']);
    });

    it('and says so when the file is gone, or breaks off when it was cut short', async () => {
      writeFileSync(file, bytes.subarray(0, 1_000));
      await assert.rejects(get().then((response) => response.arrayBuffer()));
      rmSync(file);
      assert.deepEqual(await refusal(), [500, 'file-unreadable']);
    });

    it('to an agent that dialled in and fetches it', async () => {
      offered.end();
      const artifacts = openArtifacts(join(folder(), 'device'), {
        oneBytes: 1e6,
        allBytes: 1e6,
        named: () => new Set(),
      });
      const fetchArtifact = createFetch({ artifacts, url: `ws://127.0.0.1:${listener.port}`, authority: undefined });
      await dialIn('pi', undefined, {
        async 'artifact.fetch'({ artifact, ticket }) {
          await fetchArtifact(artifact, ticket, new AbortController().signal);
          return {};
        },
      });
      await uploadArtifacts({
        target: { name: 'pi', address: undefined, certificate: undefined },
        artifacts: { 'model.onnx': { sha256, file } },
        missing: [sha256],
        ticket: '',
        session: await listener.next('pi'),
        offer: listener.offer,
        onSent: (_path, count) => sent.push(count),
      });
      assert.deepEqual(await artifacts.read(sha256), bytes);
      assert.equal(sent.at(-1), bytes.length);
    });
  });

  it('says that the port is taken', async () => {
    const options = { port: listener.port, host: '127.0.0.1', token: () => undefined };
    await assert.rejects(listenForAgents({ ...options, onNotification: () => {}, onRefused: () => {} }), {
      code: 'listen-failed',
    });
  });
});
