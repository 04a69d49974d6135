import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { dial } from '@edgewright/agent/link/dial.js';
import { type Listener, type ListenOptions, listen } from '@edgewright/agent/link/listen.js';
import type { Channel } from '@edgewright/core/link/channel.js';
import { defaultLimits, subprotocol } from '@edgewright/schemas/wire.js';
import { WebSocket } from 'ws';

describe('listen', () => {
  const listeners: Listener[] = [];
  const channels: Channel[] = [];

  const start = async (own: Partial<ListenOptions> = {}): Promise<Listener> => {
    const listener = await listen({
      host: '127.0.0.1',
      port: 0,
      limits: defaultLimits,
      tls: undefined,
      origins: [],
      serveHttp: (_request, response) => response.writeHead(404).end('nothing here'),
      onPeer: async (channel) => {
        channels.push(channel);
      },
      ...own,
    });
    listeners.push(listener);
    return listener;
  };

  afterEach(async () => {
    channels.length = 0;
    await Promise.all(listeners.splice(0).map((listener) => listener.close()));
  });

  it('opens a channel that carries text both ways', async () => {
    const { port } = await start({
      onPeer: async (channel) => channel.onMessage((text) => channel.send(`heard ${text}`)),
    });
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, subprotocol);
    socket.on('open', () => socket.send('you'));
    const [data] = await once(socket, 'message');
    assert.equal(String(data), 'heard you');
    assert.equal(socket.protocol, subprotocol);
    assert.equal(socket.extensions, '');
  });

  it('refuses web pages, except those that may', async () => {
    const { port } = await start({ origins: ['https://allowed.example'] });
    assert.equal(await statusOf(port, { origin: 'https://evil.example' }), 403);
    assert.equal(await statusOf(port, { origin: 'https://allowed.example' }), 101);
  });

  it('names the subprotocol to one that speaks another', async () => {
    const { port } = await start();
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, 'edgewright.v9');
    const [, response] = await once(socket, 'unexpected-response');
    assert.equal(response.statusCode, 426);
    let body = '';
    for await (const chunk of response) body += chunk;
    assert.match(body, /edgewright\.v1; offered: edgewright\.v9/);
    socket.on('error', () => {});
    socket.terminate();
  });

  it('serves so many links and no more, until one ends', async () => {
    const { port } = await start({ limits: { ...defaultLimits, peers: 1 } });
    const first = new WebSocket(`ws://127.0.0.1:${port}`, subprotocol);
    await once(first, 'open');
    assert.equal(await statusOf(port, {}), 503);
    first.terminate();
    await until(async () => (await statusOf(port, {})) === 101);
  });

  it('ends a link whose message is larger than a frame may be', async () => {
    const { port } = await start({ limits: { ...defaultLimits, frameBytes: 1000 } });
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, subprotocol);
    socket.on('open', () => socket.send('x'.repeat(2000)));
    const [code] = await once(socket, 'close');
    assert.equal(code, 1009);
  });

  it('ends a link that sends crumbs', async () => {
    const { port } = await start();
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, subprotocol);
    socket.on('error', () => {});
    await once(socket, 'open');
    for (let i = 0; i < 200; i++) socket.send('x', { fin: false });
    const [code] = await once(socket, 'close');
    assert.equal(code, 1008);
  });

  it('survives bytes that are no HTTP', async () => {
    const { port } = await start();
    const raw = connect(port, '127.0.0.1');
    raw.on('error', () => {});
    raw.write('\x00\x01\x02\x03\r\n\r\n');
    await once(raw.resume(), 'close');
    assert.equal(await statusOf(port, {}), 101);
  });

  it('says why it cannot listen', async () => {
    const { port } = await start();
    await assert.rejects(start({ port }), { code: 'listen-failed', message: /the port is in use/ });
  });
});

describe('dial', () => {
  it('dials again when the link ends, and when nobody answers', async () => {
    const peers: Channel[] = [];
    const log: string[] = [];
    const limits = defaultLimits;
    const base = { host: '127.0.0.1', limits, tls: undefined, origins: [], serveHttp: () => {} };
    const first = await listen({ ...base, port: 0, onPeer: async (channel) => peers.push(channel) });
    const dialler = dial({
      url: `ws://127.0.0.1:${first.port}`,
      limits,
      authority: undefined,
      wait: { first: 5, longest: 20 },
      onPeer: (channel) => new Promise((resolve) => channel.onClose(() => resolve(true))),
      onLog: (message) => log.push(message),
    });
    try {
      await until(async () => peers.length === 1);
      peers[0]?.close(1000, '');
      await until(async () => peers.length === 2);
      await first.close();
      await until(async () => log.some((line) => line.includes('ECONNREFUSED')));
      const again = await listen({ ...base, port: first.port, onPeer: async (channel) => peers.push(channel) });
      await until(async () => peers.length === 3);
      dialler.close();
      await again.close();
    } finally {
      dialler.close();
    }
  });
});

function statusOf(port: number, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({
      port,
      host: '127.0.0.1',
      headers: {
        connection: 'upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        'sec-websocket-protocol': subprotocol,
        ...headers,
      },
    });
    asked.once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.once('upgrade', (_response, socket) => {
      socket.destroy();
      resolve(101);
    });
    asked.once('error', reject);
    asked.end();
  });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
}
