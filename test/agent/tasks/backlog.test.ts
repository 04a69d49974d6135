import assert from 'node:assert/strict';
import { openDatabase } from '@edgewright/agent/store/open.js';
import { migrations } from '@edgewright/agent/tasks/migrations.js';
import { openTaskStore } from '@edgewright/agent/tasks/store.js';
import type { OutboxStatus } from '@edgewright/schemas/deployment.js';
import { deployment, type TestDevice, useDevices } from './device.ts';

const documentOf = (name: string): string => `
edgewright: task/v1
name: ${name}
events: { ${name}: { x: number } }
trigger: { event: ${name} }
outputs: [{ to: outbox, fields: [${name}.x] }]
privacy: { leave: [${name}.x] }
`;

describe('results that wait to be acknowledged', () => {
  const devices = useDevices();
  const { open } = devices;
  const outboxOf = (device: TestDevice, task: string): OutboxStatus => {
    const [status] = device.keeper.list((name) => name === task);
    assert.ok(status?.outbox !== undefined);
    return status.outbox;
  };
  /** One a second, of the source of the task. */
  const give = async (device: TestDevice, task: string, count: number): Promise<void> => {
    const source = device.intakes[task === 'taps' ? 0 : 1];
    for (let x = 0; x < count; x++) {
      device.pass(1000);
      const accepted = source?.accept([{ event: task, fields: { x } }]);
      device.keeper.store.flush();
      await accepted;
      device.pass(0);
    }
  };
  const acknowledge = async (device: TestDevice, ...cursors: readonly number[]): Promise<void> => {
    const done = cursors.map((cursor) => device.keeper.acknowledge(cursor));
    device.keeper.store.flush();
    await Promise.all(done);
  };

  it('are counted by task, with their bytes and the age of the oldest', async () => {
    const device = open(devices.path);
    await device.keeper.deploy(deployment(documentOf('taps')));
    await device.keeper.deploy(deployment(documentOf('nods')));
    assert.deepEqual(outboxOf(device, 'taps'), { waiting: 0, bytes: 0, age: null, acknowledged: 0 });
    await give(device, 'taps', 2);
    await give(device, 'nods', 1);
    device.pass(500);
    const bytes = device
      .results()
      .filter(({ task }) => task === 'taps')
      .reduce((sum, result) => sum + Buffer.byteLength(JSON.stringify(result)), 0);
    assert.deepEqual(outboxOf(device, 'taps'), { waiting: 2, bytes, age: 2500, acknowledged: 0 });
    assert.equal(outboxOf(device, 'nods').age, 500);

    const changed: unknown[] = [];
    device.keeper.listen({ onStatus: (task) => changed.push(task) });
    // In one commit, the same twice: a result is acknowledged once.
    await acknowledge(device, 1, 1);
    assert.deepEqual(changed, ['taps']);
    const { waiting, age, acknowledged } = outboxOf(device, 'taps');
    assert.deepEqual({ waiting, age, acknowledged }, { waiting: 1, age: 1500, acknowledged: 1 });
    // What was never sent cannot be acknowledged in advance.
    await acknowledge(device, 1_000_000);
    assert.deepEqual(outboxOf(device, 'nods'), { waiting: 0, bytes: 0, age: null, acknowledged: 1 });
    await give(device, 'nods', 1);
    assert.equal(outboxOf(device, 'nods').waiting, 1);
  });

  it('are counted over a restart, and acknowledged ones from a deployment on', async () => {
    const device = open(devices.path);
    await device.keeper.deploy(deployment(documentOf('taps')));
    await give(device, 'taps', 3);
    await acknowledge(device, 2);
    const before = outboxOf(device, 'taps');
    const after = open(device.copy(), { wall: device.wall });
    assert.deepEqual(outboxOf(after, 'taps'), before);
    await after.keeper.deploy(deployment(`${documentOf('taps')}# another\n`, {}, 'v2'));
    const { waiting, acknowledged } = outboxOf(after, 'taps');
    assert.deepEqual({ waiting, acknowledged }, { waiting: 1, acknowledged: 0 });
    await after.keeper.remove('taps');
    await acknowledge(after, 3);
    await after.keeper.deploy(deployment(documentOf('taps')));
    assert.equal(outboxOf(after, 'taps').waiting, 0);
  });

  it('have an age in a store of an older agent too', () => {
    const database = openDatabase(devices.path, 1e8, migrations.slice(0, 2));
    const insert = database.prepare('INSERT INTO result (task, id, urgent, body) VALUES (?, ?, 0, ?)');
    insert.run('taps', 'a', JSON.stringify({ id: 'a', time: 1_000 }));
    insert.run('taps', 'b', JSON.stringify({ id: 'b', time: 2_000 }));
    database.close();
    const store = openTaskStore(devices.path);
    const { waiting, oldest } = store.backlog('taps');
    store.close();
    assert.deepEqual({ waiting, oldest }, { waiting: 2, oldest: 1_000 });
  });
});
