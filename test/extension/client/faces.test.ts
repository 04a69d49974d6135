import assert from 'node:assert/strict';
import { type FaceState, faceOf, factsOf } from 'edgewright/client/devices/face.js';
import { type RunFaceOptions, runFace } from 'edgewright/client/runs/face.js';
import { makeRecords } from '../../fixtures/records.ts';

const profile = makeRecords({ count: 2 }).flatMap((record) => (record.kind === 'run' ? [record.profile] : []))[0];
const error = { message: 'No agent answers at ws://pi:7317.', fix: 'Start it.' };
const missing = { unavailable: 'there is no sensor', fix: 'Nothing to do.' };
const sample = {
  time: '2026-03-02T08:00:00Z',
  busy: { value: 0.42 },
  available: { value: 2 ** 31 },
  frequency: { value: 1500 },
  temperature: { value: 51.25 },
  power: missing,
  throttle: { active: false, flags: [] },
};
const description = { agent: 'edgewright-agent 0.1.0', busy: false, profile };

describe('the face of a device', () => {
  const check = (state: FaceState, expected: Partial<ReturnType<typeof faceOf>>) => {
    const face = faceOf(state);
    for (const [key, value] of Object.entries(expected)) assert.equal(face[key as keyof typeof face], value, key);
  };

  it('says that it is online, and what it does', () => {
    check({ kind: 'online', description }, { description: 'online', icon: 'vm-active', context: 'online' });
    const run = {
      run: 'r',
      name: 'quick',
      state: 'running',
      slots: 90,
      done: 12,
      failed: 0,
      cursor: 1,
      timeLeft: null,
      current: null,
    } as const;
    check(
      { kind: 'online', description, status: { busy: true, run } },
      { description: 'running quick 12/90', icon: 'sync~spin' },
    );
    check({ kind: 'online', description, status: { busy: true, run: null } }, { description: 'busy' });
  });

  it('puts throttling before all else', () => {
    const throttle = { active: true, flags: ['under-voltage'] };
    check(
      { kind: 'online', description, sample: { ...sample, throttle } },
      { description: 'online, throttled', icon: 'flame' },
    );
  });

  it('says why a device is not online, and what to do', () => {
    check(
      { kind: 'offline', error },
      { description: 'offline', detail: 'No agent answers at ws://pi:7317. Start it.' },
    );
    check({ kind: 'refused', error }, { description: 'refused', context: 'refused' });
    check({ kind: 'unwatched', reason: 'it dials in' }, { detail: 'Not linked: it dials in.' });
  });

  it('lists what is read now, and says of the rest that it is unavailable and why', () => {
    const facts = factsOf({ kind: 'online', description, sample });
    const of = (name: string) => facts.find((fact) => fact.name === name);
    assert.equal(of('processor')?.value, '42 % busy');
    assert.equal(of('temperature')?.value, '51.3 °C');
    assert.deepEqual([of('power')?.value, of('power')?.detail], ['unavailable', 'there is no sensor. Nothing to do.']);
    assert.equal(of('throttling')?.value, 'none');
    const { power: _, ...older } = sample;
    assert.match(
      factsOf({ kind: 'online', description, sample: older }).find(({ name }) => name === 'power')?.detail ?? '',
      /older/,
    );
  });
});

describe('the face of a run', () => {
  const device = {
    device: 'pi',
    state: 'running',
    reason: '',
    slots: 10,
    done: 4,
    failed: 0,
    link: { kind: 'linked' },
    status: undefined,
  } as const;
  const run = { path: '/runs/x', head: { name: 'quick', started: '2026-03-02T08:00:00.000Z' } };
  const check = (
    devices: RunFaceOptions['devices'],
    expected: Partial<ReturnType<typeof runFace>>,
    tie: RunFaceOptions['tie'] = 'collecting',
  ) => {
    const face = runFace({ run, devices, tie });
    for (const [key, value] of Object.entries(expected)) assert.deepEqual(face[key as keyof typeof face], value, key);
  };

  it('says how far it is and how long it takes yet', () => {
    check([{ ...device, status: { timeLeft: 80_000 } }], {
      progress: 'running 4/10, 1 min 20 s left',
      share: 0.4,
      context: 'run-active',
    });
    check([{ ...device, state: undefined, slots: 0, done: 0 }], {
      progress: 'not started',
      share: undefined,
      context: 'run-waiting',
    });
  });

  it('is as far as the device that goes on longest', () => {
    check(
      [
        { ...device, state: 'finished', done: 10 },
        { ...device, device: 'jetson', done: 1 },
      ],
      { progress: 'running 11/20' },
    );
    check(
      [
        { ...device, state: 'finished', done: 10 },
        { ...device, state: undefined, slots: 0, done: 0 },
      ],
      { context: 'run-waiting' },
    );
  });

  it('warns of failures and of a lost link', () => {
    check([{ ...device, state: 'finished', done: 10, failed: 2 }], {
      progress: 'finished 10/10, 2 failed',
      icon: 'warning',
      context: 'run-over-failed',
    });
    check([{ ...device, link: { kind: 'lost', message: 'gone' } }], {
      progress: 'running 4/10, link lost',
      icon: 'debug-disconnect',
    });
    check([{ ...device, link: { kind: 'none', error } }], {
      detail: '/runs/x\npi: No agent answers at ws://pi:7317. Start it.',
    });
  });

  it('says that another collects it', () => {
    check([device], { progress: 'running 4/10, followed' }, 'following');
  });
});
