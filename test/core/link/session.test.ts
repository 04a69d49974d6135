import assert from 'node:assert/strict';
import type { Channel } from '@edgewright/core/link/channel.js';
import { openSession, type ReceivedNotification } from '@edgewright/core/link/session.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { status, testHandlers } from './handlers.ts';
import { createClock, createDuplex, deviceOptions, link, settle, token, workbenchOptions } from './world.ts';

describe('session', () => {
  it('introduces both ends to each other', async () => {
    const { device, workbench } = await link();
    assert.equal(device.peer.role, 'workbench');
    assert.equal(device.peer.id, 'workbench-1');
    assert.equal(workbench.peer.program, 'edgewright-agent 0.1.0');
    assert.equal(workbench.protocol, 1);
  });

  it('never says the token, and has the workbench prove itself first', async () => {
    const { deviceEnd, workbenchEnd } = await link();
    const said = [...deviceEnd.sent, ...workbenchEnd.sent];
    assert.equal(said.length, 4);
    assert.ok(said.every((text) => !text.includes(token)));

    const clock = createClock();
    const [lonely] = createDuplex();
    const session = openSession(deviceOptions(lonely, clock));
    const refused = assert.rejects(session);
    lonely.receive(workbenchEnd.sent[0]!);
    await settle();
    assert.equal(lonely.sent.length, 1);
    lonely.cut();
    await refused;
  });

  it('chooses the token by who the peer is', async () => {
    const { workbench } = await link({
      workbench: { token: (peer) => (peer.id === 'device-1' ? token : undefined) },
    });
    assert.equal(workbench.peer.id, 'device-1');
  });

  it('carries a request, its answer and a refusal', async () => {
    const { workbench } = await link({
      device: {
        serve: testHandlers({
          'run.pause': () => {
            throw new CodedError('unknown-run', 'No run "x".', 'List the runs.');
          },
        }),
      },
    });
    assert.deepEqual(await workbench.request('run.list', {}), { runs: [status] });
    await assert.rejects(workbench.request('run.pause', { run: 'x' }), { code: 'unknown-run', fix: 'List the runs.' });
  });

  it('answers requests as they are done, not in the order they came', async () => {
    let finish = (): void => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { workbench } = await link({
      device: { serve: testHandlers({ 'run.cancel': () => slow.then(() => status) }) },
    });
    const cancelled = workbench.request('run.cancel', { run: 'run-1' });
    await workbench.request('run.list', {});
    finish();
    assert.deepEqual(await cancelled, status);
  });

  it('hands notifications over in order', async () => {
    const heard: ReceivedNotification[] = [];
    const { device } = await link({ workbench: { onNotification: (notification) => heard.push(notification) } });
    device.notify('run.status', { status });
    device.notify('run.records', { run: 'run-1', records: [] });
    await settle();
    assert.deepEqual(
      heard.map((notification) => notification.method),
      ['run.status', 'run.records'],
    );
  });

  it('takes what comes with the proof, before anybody waits for the session', async () => {
    const clock = createClock();
    const [deviceEnd, workbenchEnd] = createDuplex();
    const device = openSession({ ...deviceOptions(deviceEnd, clock), serve: testHandlers() });
    const workbench = openSession(workbenchOptions(workbenchEnd, clock));
    const answered = workbench.then((session) => session.request('run.list', {}));
    assert.deepEqual(await answered, { runs: [status] });
    await device;
  });

  it('takes a hello that came before it was opened', async () => {
    const clock = createClock();
    const [deviceEnd, workbenchEnd] = createDuplex();
    const early: (string | null)[] = [];
    workbenchEnd.onMessage((text) => early.push(text));
    const device = openSession(deviceOptions(deviceEnd, clock));
    await settle();
    assert.equal(early.length, 1);
    // As a socket does: what was kept is handed over at once.
    const keeping: Channel = {
      ...workbenchEnd,
      onMessage(listener) {
        workbenchEnd.onMessage(listener);
        for (const text of early) listener(text);
      },
    };
    const workbench = await openSession(workbenchOptions(keeping, clock));
    assert.equal(workbench.peer.id, 'device-1');
    await device;
  });

  it('gives a request up after its time, and lets the late answer pass', async () => {
    let finish = (): void => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { workbench, clock } = await link({
      device: { serve: testHandlers({ 'run.list': () => slow.then(() => ({ runs: [] })) }) },
    });
    const late = assert.rejects(workbench.request('run.list', {}, { timeout: 100 }), { code: 'request-timeout' });
    await clock.advance(100);
    await late;
    finish();
    await settle();
    assert.equal((await workbench.request('run.pause', { run: 'run-1' })).run, 'run-1');
  });

  it('rejects what waits when the link ends, and tells why', async () => {
    const { workbench, workbenchEnd } = await link({
      device: { serve: testHandlers({ 'run.list': () => new Promise(() => {}) }) },
    });
    const waiting = assert.rejects(workbench.request('run.list', {}), { code: 'link-closed' });
    workbenchEnd.cut();
    await waiting;
    assert.equal((await workbench.closed).code, 1006);
    await assert.rejects(workbench.request('run.list', {}), { code: 'link-closed' });
    assert.equal(workbench.notify('run.status', { status }), false);
  });

  it('ends for both ends, with the reason', async () => {
    const { device, workbench } = await link();
    device.close('going-away');
    const closed = await workbench.closed;
    assert.deepEqual([closed.by, closed.code, closed.reason], ['peer', 1001, 'going-away']);
    assert.equal((await device.closed).by, 'self');
    device.close();
  });

  it('says when a producer must wait, and when it may go on', async () => {
    const { device, deviceEnd, clock } = await link({ device: { limits: { highWater: 1000 } } });
    deviceEnd.held = true;
    let sent = 0;
    while (device.notify('run.status', { status })) sent++;
    assert.ok(sent >= 4 && sent <= 8, `${sent} notifications before the high water of 1000 bytes`);
    assert.equal(device.isCongested(), true);
    let drained = false;
    const waiting = device.drained().then(() => {
      drained = true;
    });
    await clock.advance(200);
    assert.equal(drained, false);
    deviceEnd.release();
    await clock.advance(200);
    await waiting;
    assert.equal(device.isCongested(), false);
  });

  it('lets producers go on when the link ends in their wait', async () => {
    const { device, deviceEnd, clock } = await link({ device: { limits: { highWater: 10 } } });
    deviceEnd.held = true;
    device.notify('run.status', { status });
    const waiting = device.drained();
    deviceEnd.cut();
    await clock.advance(100);
    await waiting;
  });
});
