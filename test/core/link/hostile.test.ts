import assert from 'node:assert/strict';
import { makeProof } from '@edgewright/core/link/proof.js';
import { openSession, type Session, type SessionOptions } from '@edgewright/core/link/session.js';
import { parseFrame } from '@edgewright/schemas/frame.js';
import { defaultLimits, type Hello, type WireError } from '@edgewright/schemas/wire.js';
import { status, testHandlers } from './handlers.ts';
import {
  createClock,
  createDuplex,
  deviceOptions,
  link,
  settle,
  type TestChannel,
  testHex,
  token,
  workbenchOptions,
} from './world.ts';

describe('session with a hostile peer before the proof', () => {
  const cases: { readonly name: string; readonly code: string; readonly close: number; readonly say: Say }[] = [
    { name: 'not JSON', code: 'frame-not-json', close: 4400, say: () => ['hi'] },
    { name: 'a binary message', code: 'frame-not-json', close: 4400, say: () => [null] },
    { name: 'not JSON-RPC', code: 'frame-not-rpc', close: 4400, say: () => ['{"hello":1}'] },
    { name: 'too much for a stranger', code: 'frame-too-large', close: 4400, say: () => [`"${'x'.repeat(5000)}"`] },
    { name: 'too deep', code: 'frame-too-deep', close: 4400, say: () => ['['.repeat(40)] },
    { name: 'a forbidden key', code: 'frame-forbidden-key', close: 4400, say: () => ['{"__proto__":{}}'] },
    {
      name: 'a request before the hello',
      code: 'handshake-order',
      close: 4400,
      say: () => ['{"jsonrpc":"2.0","id":1,"method":"run.list","params":{}}'],
    },
    {
      name: 'a request in place of the proof',
      code: 'handshake-order',
      close: 4400,
      say: () => [message('hello', hello()), '{"jsonrpc":"2.0","id":1,"method":"run.list","params":{}}'],
    },
    {
      name: 'a second hello',
      code: 'handshake-order',
      close: 4400,
      say: () => [message('hello', hello()), message('hello', hello())],
    },
    {
      name: 'the same role',
      code: 'unauthorized',
      close: 4401,
      say: () => [message('hello', hello({ role: 'device' }))],
    },
    {
      name: 'our own nonce',
      code: 'unauthorized',
      close: 4401,
      say: (own) => [message('hello', hello({ nonce: own.nonce }))],
    },
    {
      name: 'a proof with another token',
      code: 'unauthorized',
      close: 4401,
      say: (own) => {
        const peer = hello();
        return [message('hello', peer), proof(makeProof('another-token', 'workbench', own.nonce, peer.nonce))];
      },
    },
    {
      name: 'a proof made in the role of this end',
      code: 'unauthorized',
      close: 4401,
      say: (own) => {
        const peer = hello();
        return [message('hello', peer), proof(makeProof(token, 'device', peer.nonce, own.nonce))];
      },
    },
    {
      name: 'a proof of an earlier link',
      code: 'unauthorized',
      close: 4401,
      say: () => {
        const peer = hello();
        return [message('hello', peer), proof(makeProof(token, 'workbench', testHex(32), peer.nonce))];
      },
    },
    {
      name: 'versions of the future',
      code: 'protocol-version',
      close: 4406,
      say: () => [message('hello', hello({ protocol: [7, 9] }))],
    },
  ];

  for (const { name, code, close, say } of cases) {
    it(`refuses ${name}`, async () => {
      const { channel, own, opened } = await stranger();
      const refused = assert.rejects(opened, { code });
      for (const text of say(own)) channel.receive(text);
      await refused;
      const told = lastError(channel);
      assert.equal(told?.data?.code, code);
      assert.ok((told?.data?.fix ?? '') !== '');
      assert.deepEqual(
        channel.closes.map((closed) => closed.code),
        [close],
      );
    });
  }

  it('names both ranges of versions', async () => {
    const { channel, opened } = await stranger();
    const refused = assert.rejects(opened, /versions 1 to 1, the peer \(edgewright 9\) 7 to 9/);
    channel.receive(message('hello', hello({ protocol: [7, 9], program: 'edgewright 9' })));
    await refused;
  });

  it('tells the other end why it was refused', async () => {
    const clock = createClock();
    const [deviceEnd, workbenchEnd] = createDuplex();
    const device = openSession(deviceOptions(deviceEnd, clock));
    const workbench = openSession({ ...workbenchOptions(workbenchEnd, clock), token: 'not-the-token-of-the-device' });
    await Promise.all([
      assert.rejects(device, { code: 'unauthorized' }),
      assert.rejects(workbench, { code: 'unauthorized', fix: /edgewright-agent token/ }),
    ]);
  });

  it('has no proof for a workbench that does not know the device', async () => {
    const clock = createClock();
    const [deviceEnd, workbenchEnd] = createDuplex();
    const device = openSession(deviceOptions(deviceEnd, clock));
    const workbench = openSession({ ...workbenchOptions(workbenchEnd, clock), token: () => undefined });
    await Promise.all([
      assert.rejects(device, { code: 'unauthorized' }),
      assert.rejects(workbench, { code: 'unauthorized' }),
    ]);
    assert.equal(
      workbenchEnd.sent.some((text) => text.includes('"proof"')),
      false,
    );
  });

  it('does not wait for a silent peer', async () => {
    const { channel, opened, clock } = await stranger();
    const refused = assert.rejects(opened, { code: 'handshake-timeout' });
    await clock.advance(defaultLimits.handshakeTime);
    await refused;
    assert.equal(channel.closes[0]?.code, 4408);
  });

  it('does not wait for one that says hello and no more', async () => {
    const { channel, opened, clock } = await stranger();
    const refused = assert.rejects(opened, { code: 'handshake-timeout' });
    channel.receive(message('hello', hello()));
    await clock.advance(defaultLimits.handshakeTime);
    await refused;
  });

  it('fails when the peer hangs up', async () => {
    const { channel, opened } = await stranger();
    const refused = assert.rejects(opened, { code: 'link-closed' });
    channel.cut();
    await refused;
  });
});

describe('session with a hostile or slow peer after the proof', () => {
  it('answers a method that does not exist', async () => {
    assert.equal((await ask('run.explode', {})).code, -32601);
    assert.equal((await ask('constructor', {})).code, -32601);
    assert.equal((await ask('hello', {})).code, -32601);
  });

  it('answers params out of shape', async () => {
    const error = await ask('run.pause', { run: 7 });
    assert.equal(error.code, -32602);
    assert.equal(error.data?.code, 'bad-params');
    assert.match(error.message, /run/);
  });

  it('refuses requests to the workbench', async () => {
    const { device } = await link({ device: { serve: testHandlers() } });
    await assert.rejects(device.request('run.list', {}), { code: 'unknown-method' });
  });

  it('answers when a handler has a bug, and says no more than that', async () => {
    const faults: unknown[] = [];
    const bug = new TypeError('secret detail');
    const error = await ask(
      'run.list',
      {},
      {
        serve: testHandlers({
          'run.list': () => {
            throw bug;
          },
        }),
        onFault: (fault) => faults.push(fault),
      },
    );
    assert.deepEqual([error.code, error.data?.code], [-32603, 'internal-error']);
    assert.ok(!JSON.stringify(error).includes('secret'));
    assert.deepEqual(faults, [bug]);
  });

  it('lets answers to unknown ids and unknown notifications pass', async () => {
    const { deviceEnd, device, workbench } = await link({ device: { serve: testHandlers() } });
    deviceEnd.receive('{"jsonrpc":"2.0","id":99,"result":{}}');
    deviceEnd.receive('{"jsonrpc":"2.0","id":98,"error":{"code":-1,"message":"no"}}');
    deviceEnd.receive('{"jsonrpc":"2.0","method":"run.dance","params":{}}');
    assert.deepEqual(await workbench.request('run.list', {}), { runs: [status] });
    assert.equal(device.isCongested(), false);
  });

  it('keeps the code of a refusal it does not know', async () => {
    const { workbench, workbenchEnd } = await link({
      device: { serve: testHandlers({ 'run.list': () => new Promise(() => {}) }) },
    });
    const refused = assert.rejects(workbench.request('run.list', {}), {
      code: 'peer-refused',
      message: /too hot \(overheated\)/,
    });
    workbenchEnd.receive(
      '{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"too hot","data":{"code":"overheated","fix":"wait"}}}',
    );
    await refused;
  });

  it('ends the link at text that is no frame', async () => {
    const { device, deviceEnd, workbench } = await link();
    deviceEnd.receive('{"jsonrpc":');
    assert.equal((await device.closed).reason, 'frame-refused');
    assert.equal((await workbench.closed).error?.code, 'frame-not-json');
  });

  it('ends the link at a frame past the limit, and takes one below it', async () => {
    const { device, deviceEnd } = await link({ device: { limits: { frameBytes: 6000 }, serve: testHandlers() } });
    deviceEnd.receive(`{"jsonrpc":"2.0","id":1,"method":"run.list","params":{"note":"${'x'.repeat(5000)}"}}`);
    await settle();
    assert.match(deviceEnd.sent.at(-1)!, /"result"/);
    deviceEnd.receive(`{"jsonrpc":"2.0","id":2,"method":"run.list","params":{"note":"${'x'.repeat(7000)}"}}`);
    assert.equal((await device.closed).error?.code, 'frame-too-large');
  });

  it('answers a request out of shape by its id, and goes on', async () => {
    const { deviceEnd, workbench } = await link({ device: { serve: testHandlers() } });
    deviceEnd.receive('{"jsonrpc":"2.0","id":5,"method":3}');
    await settle();
    assert.equal(lastError(deviceEnd)?.code, -32600);
    await workbench.request('run.list', {});
  });

  it('ends the link of one that floods, after its burst', async () => {
    const { device, deviceEnd, clock } = await link({ device: { limits: { messageRate: 50 }, serve: testHandlers() } });
    await clock.advance(1000);
    for (let i = 0; i < 50; i++) deviceEnd.receive(`{"jsonrpc":"2.0","id":${i},"method":"run.list","params":{}}`);
    await clock.advance(500);
    for (let i = 0; i < 25; i++) deviceEnd.receive(`{"jsonrpc":"2.0","id":${i},"method":"run.list","params":{}}`);
    assert.equal(deviceEnd.closes.length, 0);
    deviceEnd.receive('{"jsonrpc":"2.0","id":1,"method":"run.list","params":{}}');
    const { code, error } = await device.closed;
    assert.deepEqual([code, error?.code], [4429, 'rate-exceeded']);
  });

  it('finds a peer that is gone without a close', async () => {
    const { device, deviceEnd, clock } = await link();
    await clock.advance(10 * defaultLimits.heartbeatTime);
    assert.equal(deviceEnd.closes.length, 0);
    deviceEnd.held = true;
    await clock.advance(3 * defaultLimits.heartbeatTime);
    assert.equal((await device.closed).error?.code, 'link-lost');
  });

  it('bears with a slow peer as long as its queue shrinks', async () => {
    const { device, deviceEnd, clock } = await link();
    deviceEnd.held = true;
    deviceEnd.extra = 900_000;
    for (let i = 0; i < 8; i++) {
      await clock.advance(defaultLimits.heartbeatTime);
      deviceEnd.extra -= 100_000;
    }
    assert.equal(deviceEnd.closes.length, 0);
    await clock.advance(3 * defaultLimits.heartbeatTime);
    assert.equal((await device.closed).error?.code, 'link-lost');
  });

  it('ends the link of one that asks and never reads', async () => {
    const { device, deviceEnd, workbench } = await link({
      device: { limits: { highWater: 1000 }, serve: testHandlers() },
    });
    deviceEnd.held = true;
    for (let i = 0; i < 100; i++) workbench.request('run.list', {}).catch(() => {});
    assert.equal((await device.closed).error?.code, 'link-stuck');
  });
});

type Say = (own: Hello) => readonly (string | null)[];

interface Stranger {
  readonly channel: TestChannel;
  readonly own: Hello;
  readonly opened: Promise<Session>;
  readonly clock: ReturnType<typeof createClock>;
}

/** A device that has said hello to an unknown peer, whose words the test writes. */
async function stranger(): Promise<Stranger> {
  const clock = createClock();
  const [channel] = createDuplex();
  const opened = openSession(deviceOptions(channel, clock));
  opened.catch(() => {});
  await settle();
  const said = parseFrame(channel.sent[0]!, defaultLimits);
  assert.ok(said.kind === 'ok' && 'method' in said.frame);
  return { channel, own: said.frame.params as Hello, opened, clock };
}

function hello(own: Partial<Hello> = {}): Hello {
  return {
    role: 'workbench',
    protocol: [1, 1],
    program: 'edgewright 0.1.0',
    id: 'workbench-2',
    name: 'stranger',
    capabilities: [],
    nonce: testHex(32),
    ...own,
  };
}

function message(method: string, params: unknown): string {
  return JSON.stringify({ jsonrpc: '2.0', method, params });
}

function proof(value: string): string {
  return message('proof', { proof: value });
}

/** What the device answers to a request that the types would not let through. */
async function ask(method: string, params: unknown, device: Partial<SessionOptions> = {}): Promise<WireError> {
  const { deviceEnd } = await link({ device: { serve: testHandlers(), ...device } });
  deviceEnd.receive(JSON.stringify({ jsonrpc: '2.0', id: 7, method, params }));
  await settle();
  const error = lastError(deviceEnd);
  assert.ok(error !== undefined);
  return error;
}

function lastError(channel: TestChannel): WireError | undefined {
  const last = parseFrame(channel.sent.at(-1)!, defaultLimits);
  return last.kind === 'ok' && 'error' in last.frame ? last.frame.error : undefined;
}
