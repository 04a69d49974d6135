import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { migrations } from '@edgewright/agent/tasks/migrations.js';
import type { Trust } from '@edgewright/agent/tasks/trust.js';
import { tryTask } from '@edgewright/agent/tasks/try.js';
import { fingerprintOf } from '@edgewright/core/link/signature.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { deployment, scripted, settled, type TestDevice, useDevices } from './device.ts';

const document = (isolation: string, name = 'mine') => `
edgewright: task/v1
name: ${name}
events: { a: { x: number } }
trigger: { event: a }
script: { file: run.js, language: javascript, results: { y: number } }
outputs: [{ to: outbox, fields: [script.y] }]
policy: { isolation: ${isolation} }
privacy: { leave: [script.y] }
`;
const files = { 'run.js': 'a1' };
const [own, strange] = ['own key', 'strange key'];

/** Trusts what is in the set. */
function openTrust(keys: Set<string>): Trust & { isChanged: boolean } {
  return {
    isChanged: false,
    look() {
      const before = this.isChanged;
      this.isChanged = false;
      return before;
    },
    denial(signer) {
      if (signer !== undefined && keys.has(signer)) return undefined;
      return new CodedError(signer === undefined ? 'task-unsigned' : 'task-untrusted', `not for ${signer}`, 'sign it');
    },
    isTrusted: (signer) => keys.has(signer),
  };
}

describe('tasks whose script has the rights of the agent', () => {
  const devices = useDevices();
  const keys = new Set([own]);
  beforeEach(() => {
    keys.clear();
    keys.add(own);
  });
  const doubling = () =>
    scripted(async ({ firing }) => ({ results: [{ 'script.y': Number(firing.events[0]?.fields.x) * 2 }] }));
  const open = (path: string, execution = doubling(), trust = openTrust(keys)): TestDevice =>
    devices.open(path, { trust, execution: execution.open });
  const fire = async (device: TestDevice, x: number) => {
    await device.send({ event: 'a', fields: { x } });
    await settled();
    device.pass(0);
  };
  const statusOf = (device: TestDevice) => {
    const { state, trouble, isolation, signer } = device.keeper.list()[0] ?? assert.fail('no task');
    return { state, trouble: trouble?.code ?? null, isIsolated: isolation !== null, signer };
  };

  it('refuse a script with the rights of the agent that nobody signed, or somebody strange', async () => {
    const device = open(devices.path);
    await assert.rejects(device.keeper.deploy(deployment(document('fault'), files)), { code: 'task-unsigned' });
    const signed = device.keeper.deploy(deployment(document('fault'), files), strange);
    await assert.rejects(signed, { code: 'task-untrusted' });
    assert.deepEqual([device.keeper.list(), device.keeper.store.tasks()], [[], []]);
  });

  it('run where the key is trusted, and say who signed', async () => {
    const device = open(devices.path);
    await device.keeper.deploy(deployment(document('fault'), files), own);
    await settled();
    await fire(device, 4);
    assert.deepEqual(
      device.results().map(({ values }) => values),
      [{ 'script.y': 8 }],
    );
    const signer = { fingerprint: fingerprintOf(own), isTrusted: true };
    assert.deepEqual(statusOf(device), { state: 'running', trouble: null, isIsolated: true, signer });
  });

  it('are not those of the boundary tier, nor those without a script', async () => {
    const device = open(devices.path);
    const plain = document('fault', 'plain')
      .replace(/script:.*\n/, '')
      .replaceAll('script.y', 'a.x');
    await device.keeper.deploy(deployment(plain));
    await device.keeper.deploy(deployment(document('boundary', 'one'), files));
    await device.keeper.deploy(deployment(document('boundary', 'two'), files), strange);
    assert.deepEqual(
      device.keeper.list().map(({ task, signer }) => [task, signer]),
      [
        ['plain', undefined],
        ['one', undefined],
        ['two', { fingerprint: fingerprintOf(strange), isTrusted: false }],
      ],
    );
  });

  it('stay as they are when they come again, but for another signer', async () => {
    keys.add('second key');
    const device = open(devices.path);
    const deploy = async (signer: string | undefined, isolation = 'fault') => {
      device.pass(1000);
      const told = await device.keeper.deploy(deployment(document(isolation), files), signer);
      return told.kind === 'accepted' ? [told.status.deployedAt, told.status.signer?.fingerprint] : told;
    };
    const first = await deploy(own);
    assert.deepEqual(await deploy(own), first);
    await assert.rejects(deploy(undefined), { code: 'task-unsigned' });
    const [deployedAt, fingerprint] = (await deploy('second key')) as [number, string];
    assert.notEqual(deployedAt, (first as [number])[0]);
    assert.equal(fingerprint, fingerprintOf('second key'));
    const bounded = await deploy(own, 'boundary');
    assert.deepEqual(await deploy(undefined, 'boundary'), bounded);
  });

  it('do not give way to what is refused under their name', async () => {
    const device = open(devices.path);
    await device.keeper.deploy(deployment(document('fault'), files, 'v1'), own);
    await assert.rejects(device.keeper.deploy(deployment(document('fault'), files, 'v2'), strange));
    assert.deepEqual(
      device.keeper.list().map(({ version }) => version),
      ['v1'],
    );
  });

  it('end when their key is trusted no longer, and go on when it is again', async () => {
    const trust = openTrust(keys);
    let ended = 0;
    const hanging = scripted(({ firing }, signal) => {
      if (firing.events[0]?.fields.x !== 0) return Promise.resolve({ results: [{ 'script.y': 1 }] });
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          ended++;
          reject(new CodedError('task-crashed', 'ended', 'none'));
        });
      });
    });
    const device = open(devices.path, hanging, trust);
    await device.keeper.deploy(deployment(document('fault'), files), own);
    await settled();
    // One that runs, and one that waits for it.
    await fire(device, 0);
    await fire(device, 1);
    keys.delete(own);
    trust.isChanged = true;
    device.pass(5_000);
    await settled();
    assert.equal(ended, 1);
    const signer = { fingerprint: fingerprintOf(own), isTrusted: false };
    assert.deepEqual(statusOf(device), { state: 'waiting', trouble: 'task-untrusted', isIsolated: false, signer });
    await fire(device, 2);
    assert.deepEqual(device.keeper.list()[0]?.counters.skipped, { state: 3 });
    assert.deepEqual(device.results(), []);

    keys.add(own);
    trust.isChanged = true;
    device.pass(5_000);
    await settled();
    await fire(device, 3);
    assert.deepEqual(device.results().length, 1);
    assert.equal(statusOf(device).state, 'running');
    assert.equal(hanging.opened(), 2);
    // What was skipped is over: a restart takes none of it up.
    const after = open(device.copy(), hanging, trust);
    await settled();
    assert.deepEqual([after.results().length, after.keeper.list()[0]?.counters.skipped], [1, { state: 3 }]);
  });

  it('are held after a restart where their key was removed meanwhile, and kept', async () => {
    const before = open(devices.path);
    await before.keeper.deploy(deployment(document('fault'), files), own);
    keys.delete(own);
    const execution = doubling();
    const after = open(before.copy(), execution);
    await settled();
    await fire(after, 1);
    assert.equal(statusOf(after).trouble, 'task-untrusted');
    assert.deepEqual([execution.opened(), after.results()], [0, []]);
    assert.equal(after.keeper.store.tasks().length, 1);
  });

  it('are held where they were stored before tasks were signed, until somebody signs them', async () => {
    const database = new DatabaseSync(devices.path);
    const last = migrations.findIndex((step) => step.includes('COLUMN signer'));
    for (const step of migrations.slice(0, last)) database.exec(step);
    const put = database.prepare(
      'INSERT INTO task (name, document, artifacts, version, deployed_at, position) VALUES (?, ?, ?, ?, ?, ?)',
    );
    put.run('mine', document('fault'), JSON.stringify(files), 'v1', 0, 1);
    put.run('bounded', document('boundary', 'bounded'), JSON.stringify(files), 'v1', 0, 2);
    database.exec(`PRAGMA user_version = ${last}`);
    database.close();
    const device = open(devices.path);
    await settled();
    assert.deepEqual(
      device.keeper.list().map(({ task, state, trouble }) => [task, state, trouble?.code]),
      [
        ['mine', 'waiting', 'task-unsigned'],
        ['bounded', 'running', undefined],
      ],
    );
    await device.keeper.deploy(deployment(document('fault'), files), own);
    await settled();
    const [mine] = device.keeper.list().filter(({ task }) => task === 'mine');
    assert.deepEqual([mine?.state, mine?.signer?.isTrusted], ['running', true]);
  });

  it('are removed while they are held', async () => {
    const before = open(devices.path);
    await before.keeper.deploy(deployment(document('fault'), files), own);
    keys.clear();
    const after = open(before.copy());
    await after.keeper.remove('mine');
    assert.deepEqual(after.keeper.list(), []);
  });

  it('are tried by the same rule', async () => {
    const execution = doubling();
    const attempt = (isolation: string, signer: string | undefined) =>
      tryTask(
        { document: document(isolation), artifacts: files, firings: [] },
        execution.open,
        {
          artifacts: { has: () => true, path: () => '/run.js' },
          data: '',
          ortPath: undefined,
          denial: () => openTrust(keys).denial(signer),
        },
        new AbortController().signal,
      );
    await assert.rejects(attempt('fault', undefined), { code: 'task-unsigned' });
    await assert.rejects(attempt('fault', strange), { code: 'task-untrusted' });
    assert.equal(execution.opened(), 0);
    await attempt('fault', own);
    await attempt('boundary', undefined);
    assert.equal(execution.opened(), 2);
  });
});
