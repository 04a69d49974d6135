import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAttendants } from '@edgewright/agent/link/attend.js';
import { createSampling } from '@edgewright/agent/link/sampling.js';
import type { Device } from '@edgewright/agent/runner/device.js';
import type { Runner, RunnerListener } from '@edgewright/agent/runner/runner.js';
import type { Session } from '@edgewright/core/link/session.js';
import type { DeviceActivity, RunStatus } from '@edgewright/schemas/wire.js';
import { status } from '../../core/link/handlers.ts';
import { sample } from '../../workbench/records.ts';

interface Told {
  readonly method: string;
  readonly status?: DeviceActivity;
}

/** A runner that is at what the test says, and sessions that keep what they are told. */
function createWorld() {
  let current: RunStatus | null = null;
  let listener: RunnerListener = {};
  let samples = 0;
  const runner = {
    current: () => current,
    listen(given: RunnerListener) {
      listener = given;
      return () => {};
    },
  } as unknown as Runner;
  const device = {
    async sample() {
      samples++;
      return sample();
    },
  } as unknown as Device;
  const onFault = (fault: unknown) => assert.fail(String(fault));
  const sampling = createSampling(device, onFault);
  const attendants = createAttendants(runner, sampling, onFault);
  return {
    sampling,
    attendants,
    samples: () => samples,
    change(next: RunStatus | null) {
      current = next;
      listener.onStatus?.('run-1');
    },
    close() {
      attendants.close();
      sampling.close();
    },
  };
}

function fakeSession() {
  const told: Told[] = [];
  const closed = Promise.withResolvers<void>();
  const link = { isCongested: false };
  const session = {
    closed: closed.promise,
    isCongested: () => link.isCongested,
    notify(method: string, params: { readonly status?: DeviceActivity }) {
      told.push({ method, ...params });
      return true;
    },
  } as unknown as Session;
  const statuses = () => told.flatMap(({ status: activity }) => activity ?? []);
  const count = (method: string) => told.filter((one) => one.method === method).length;
  return { session, link, statuses, count, end: closed.resolve };
}

describe('who watches a device', () => {
  let world: ReturnType<typeof createWorld>;
  beforeEach(() => {
    world = createWorld();
  });
  afterEach(() => world.close());

  it('hears a sample and what it is at, at once and without a run', async () => {
    const { session, statuses, count } = fakeSession();
    world.attendants.watch(session);
    await sleep(20);
    assert.deepEqual(statuses(), [{ busy: false, run: null }]);
    assert.equal(count('device.sample'), 1);
    await sleep(1100);
    assert.equal(count('device.sample'), 2);
    assert.equal(statuses().length, 1, 'nothing has changed');
  });

  it('hears changes, at most four a second and the last one always', async () => {
    const { session, statuses } = fakeSession();
    world.attendants.watch(session);
    await sleep(20);
    for (let done = 1; done <= 50; done++) {
      world.change({ ...status, done });
      await sleep(10);
    }
    world.change(null);
    await sleep(300);
    assert.ok(statuses().length >= 3 && statuses().length <= 6, String(statuses().length));
    assert.deepEqual(statuses().at(-1), { busy: false, run: null });
    assert.ok(statuses().some(({ busy, run }) => busy && run?.run === 'run-1'));
  });

  it('hears of a change that came while the link was full once it is not', async () => {
    const { session, link, statuses } = fakeSession();
    world.attendants.watch(session);
    await sleep(20);
    link.isCongested = true;
    world.change(status);
    await sleep(300);
    assert.equal(statuses().length, 1);
    link.isCongested = false;
    await sleep(300);
    assert.equal(statuses().length, 2);
  });

  it('hears nothing more after unwatch, or when its link has ended', async () => {
    const gone = fakeSession();
    const left = fakeSession();
    for (const { session } of [gone, left]) world.attendants.watch(session);
    await sleep(20);
    gone.end();
    world.attendants.unwatch(left.session);
    const before = world.samples();
    await sleep(0);
    world.change(status);
    await sleep(1100);
    assert.deepEqual([gone.statuses().length, left.statuses().length], [1, 1]);
    assert.equal(world.samples(), before, 'nobody is left to sample for');
  });

  it('gets each sample once, where it watches a run too', async () => {
    const { session, count } = fakeSession();
    world.sampling.join(session);
    world.attendants.watch(session);
    await sleep(1100);
    assert.equal(count('device.sample'), 2);
  });
});
