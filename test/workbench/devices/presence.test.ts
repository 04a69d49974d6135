import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { capabilities, type DeviceDescription, subprotocol } from '@edgewright/schemas/wire.js';
import { systemClock } from '@edgewright/workbench/devices/clock.js';
import { type Presence, type PresenceState, watchDevice } from '@edgewright/workbench/devices/presence.js';
import { targetOf } from '@edgewright/workbench/devices/target.js';
import { fileCredentials } from '@edgewright/workbench/devices/tokens.js';
import { WebSocketServer } from 'ws';
import { status as runStatus } from '../../core/link/handlers.ts';
import { type FakeAgent, type FakeOptions, startFakeAgent, token } from '../agent.ts';
import { temporaryFolder } from '../folder.ts';
import { runRecord, sample } from '../records.ts';

const { profile, fingerprint } = runRecord(1);
const description: DeviceDescription = {
  id: 'device-id',
  name: 'pi',
  agent: '0.1.0',
  profile,
  fingerprint,
  busy: false,
};

const watching: FakeOptions = {
  handlers: {
    'device.describe': () => description,
    'device.watch': (_params, session) => {
      session.notify('device.status', { status: { busy: true, run: runStatus } });
      session.notify('device.sample', { sample: sample() });
      return {};
    },
  },
  hello: { capabilities: [capabilities.deviceWatch] },
};

describe('the presence of a device', () => {
  const folder = temporaryFolder();
  const closing: (() => void)[] = [];
  const faults: unknown[] = [];
  const onFault = (fault: unknown) => faults.push(fault);
  before(() => void process.on('unhandledRejection', onFault));
  after(() => void process.off('unhandledRejection', onFault));
  afterEach(async () => {
    for (const close of closing.splice(0)) close();
    await sleep(20);
    assert.deepEqual(faults.splice(0), [], 'nothing was rejected that nobody handles');
  });

  const start = async (options: FakeOptions = watching): Promise<FakeAgent> => {
    const agent = await startFakeAgent(options);
    closing.push(agent.close);
    return agent;
  };

  const watch = (address: string, given = token, more: { readonly firstWait?: number; heartbeat?: number } = {}) => {
    const states: PresenceState[] = [];
    const waiting = new Set<() => void>();
    const presence: Presence = watchDevice({
      target: targetOf(address, {}, folder()),
      credentials: fileCredentials({ XDG_CONFIG_HOME: folder(), EDGEWRIGHT_TOKEN: given }),
      clock: systemClock,
      random: () => 1,
      firstWait: more.firstWait ?? 20,
      greatestWait: 100,
      ...(more.heartbeat && { limits: { heartbeatTime: more.heartbeat } }),
      onState(state) {
        states.push(state);
        for (const look of waiting) look();
      },
    });
    closing.push(presence.close);
    /** The first state of the kind from now on that fits. */
    const next = <K extends PresenceState['kind']>(
      kind: K,
      fits: (state: Extract<PresenceState, { kind: K }>) => boolean = () => true,
    ): Promise<Extract<PresenceState, { kind: K }>> => {
      const from = states.length;
      return new Promise((resolve) => {
        const look = () => {
          const found = states
            .slice(from)
            .find((state) => state.kind === kind && fits(state as Extract<PresenceState, { kind: K }>));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found as Extract<PresenceState, { kind: K }>);
        };
        waiting.add(look);
      });
    };
    return { presence, states, next };
  };

  it('is online with what the device is, its sensors and what it is at', async () => {
    const { address } = await start();
    const { presence, next, states } = watch(address);
    assert.deepEqual(presence.state, { kind: 'connecting' });
    const online = await next('online', (state) => state.sample !== undefined && state.status !== undefined);
    assert.deepEqual(online.sample, sample());
    assert.deepEqual(online.status, { busy: true, run: runStatus });
    assert.deepEqual(online.description, { ...description, busy: true });
    assert.equal(states[0]?.kind, 'connecting');
    assert.deepEqual(await presence.request('run.list', {}), { runs: [runStatus] });
  });

  it('asks an older agent for nothing that it does not know', async () => {
    const { address } = await start({ handlers: { 'device.describe': () => description } });
    const { next, presence } = watch(address);
    assert.deepEqual(await next('online'), { kind: 'online', description });
    await sleep(50);
    assert.equal(presence.state.kind, 'online');
  });

  it('comes back when the device does, with waits that grow, and says when it tries', async () => {
    const agent = await start();
    const { presence, states, next } = watch(agent.address);
    await next('online');
    const { port } = agent;
    agent.close();
    const lost = await next('offline');
    assert.ok(lost.retryAt > Date.now() - 1000);
    await assert.rejects(presence.request('run.list', {}), { code: 'link-closed' });
    await next('offline', ({ error }) => error.code === 'unreachable');
    const back = next('online');
    const server = createRelay(port, (await start()).port);
    closing.push(server.close);
    await back;
    const kinds = states.map(({ kind }) => kind);
    assert.deepEqual(kinds.slice(0, 2), ['connecting', 'online']);
    assert.ok(kinds.includes('offline'));
  });

  it('sees that a device has vanished without a goodbye', async () => {
    const agent = await start();
    const relay = createRelay(0, agent.port);
    closing.push(relay.close);
    const { next } = watch(`ws://127.0.0.1:${await relay.port}`, token, { heartbeat: 50 });
    await next('online');
    const gone = next('offline');
    relay.freeze();
    assert.equal((await gone).error.code, 'link-lost');
  });

  it('does not try a wrong token again until it is told to', async () => {
    const agent = await start();
    const { presence, states, next } = watch(agent.address, 'a wrong token, long enough');
    const { error } = await next('refused');
    assert.equal(error.code, 'unauthorized');
    const before = states.length;
    await sleep(150);
    assert.equal(states.length, before);
    const again = next('refused');
    presence.retry();
    await again;
  });

  it('says that nobody gave a token', async () => {
    const { address } = await start();
    assert.equal((await watch(address, '').next('refused')).error.code, 'token-missing');
  });

  it('is refused by an agent of another version, with the versions of both', async () => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => subprotocol });
    closing.push(() => server.close());
    await once(server, 'listening');
    server.on('connection', (socket) => {
      const hello = { role: 'device', protocol: [7, 9], program: 'edgewright-agent 9.0.0', id: 'd', name: 'pi' };
      const params = { ...hello, capabilities: [], nonce: 'cd'.repeat(32) };
      socket.send(JSON.stringify({ jsonrpc: '2.0', method: 'hello', params }));
    });
    const { port } = server.address() as { port: number };
    const { error } = await watch(`ws://127.0.0.1:${port}`).next('refused');
    assert.equal(error.code, 'protocol-version');
    assert.match(error.message, /7 to 9/);
  });

  it('tries at once when it is told to while it waits', async () => {
    const agent = await start();
    const { presence, next } = watch(agent.address, token, { firstWait: 60_000 });
    await next('online');
    const gone = next('offline');
    agent.cut();
    await gone;
    const back = next('online');
    presence.retry();
    await back;
  });

  it('tells nothing after it was closed, wherever it was', async () => {
    const agent = await start();
    const early = watch(agent.address);
    early.presence.close();
    const late = watch(agent.address);
    await late.next('online');
    late.presence.close();
    const counts = [early.states.length, late.states.length];
    await sleep(100);
    assert.deepEqual([early.states.length, late.states.length], counts);
    assert.ok(counts[0] !== undefined && counts[0] <= 1);
  });
});

/** A port that hands on to another until it is frozen: then it swallows everything, as a device without power does. */
function createRelay(from: number, to: number) {
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const server = createServer((near) => {
    const far = new (near.constructor as typeof Socket)().connect(to, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('data', (bytes) => isFrozen || other.write(bytes));
      one.on('error', () => {});
      one.on('close', () => isFrozen || other.destroy());
    }
  });
  const listening = new Promise<number>((resolve) => {
    server.listen(from, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  return {
    port: listening,
    freeze() {
      isFrozen = true;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
