import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { openSession, type Session } from '@edgewright/core/link/session.js';
import type { CodedError } from '@edgewright/schemas/codes.js';
import { subprotocol } from '@edgewright/schemas/wire.js';
import { systemClock } from '@edgewright/workbench/devices/clock.js';
import { type Listener, listenForAgents } from '@edgewright/workbench/devices/listen.js';
import { channelOf } from '@edgewright/workbench/devices/socket.js';
import { WebSocket } from 'ws';
import { testHandlers } from '../../core/link/handlers.ts';

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

  const dialIn = async (id: string, token = `token of ${id}`): Promise<Session> => {
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
      serve: testHandlers(),
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

  it('says that the port is taken', async () => {
    const options = { port: listener.port, host: '127.0.0.1', token: () => undefined };
    await assert.rejects(listenForAgents({ ...options, onNotification: () => {}, onRefused: () => {} }), {
      code: 'listen-failed',
    });
  });
});
