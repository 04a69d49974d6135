// What a workbench that watches tasks is told of their status: when it changes, and what of it makes it come again.
import assert from 'node:assert/strict';
import { createTaskDesk } from '@edgewright/agent/link/tasks.js';
import { gatherActivity, recordEvents } from '@edgewright/agent/tasks/look.js';
import type { Session } from '@edgewright/core/link/session.js';
import type { TaskStatus } from '@edgewright/schemas/deployment.js';
import { deployment, settled, useDevices } from '../tasks/device.ts';

const document = `
edgewright: task/v1
name: clicks
events: { click: { x: number } }
trigger: { event: click, where: x > 10 }
outputs: [{ to: outbox, fields: [click.x] }]
privacy: { leave: [click.x] }
`;

describe('a workbench that watches tasks', () => {
  const devices = useDevices();

  it('hears of events that fire nothing, of results that wait and are acknowledged, and not of their age alone', async () => {
    const device = devices.open(devices.path);
    const told: TaskStatus[] = [];
    const session = {
      closed: new Promise(() => {}),
      isCongested: () => false,
      notify: (method: string, { status }: { readonly status: TaskStatus }) =>
        method === 'task.status' ? told.push(status) > 0 : true,
    } as unknown as Session;
    const desk = createTaskDesk({
      hasTasks: () => true,
      device: 'device-id',
      load: async () => ({
        keeper: device.keeper,
        outbox: { watch() {}, unwatch() {}, stored() {}, moved() {}, close() {} },
        gatherActivity,
        recordEvents,
        tryTask: () => Promise.reject(new Error('nothing is tried')),
      }),
    });
    await device.keeper.deploy(deployment(document));
    await desk.watch({ after: 0, activity: ['clicks'] }, session);
    /** Statuses come at most every 250 ms. */
    const news = async (): Promise<readonly unknown[]> => {
      await settled(600);
      return told.splice(0).map(({ counters, outbox }) => [counters.events, outbox?.waiting, outbox?.acknowledged]);
    };
    assert.deepEqual(await news(), [[0, 0, 0]]);
    await device.send({ event: 'click', fields: { x: 1 } });
    device.pass(0);
    assert.deepEqual((await news()).at(-1), [1, 0, 0]);
    await device.send({ event: 'click', fields: { x: 11 } });
    device.pass(0);
    assert.deepEqual((await news()).at(-1), [2, 1, 0]);
    device.pass(60_000);
    await device.keeper.deploy(deployment(document.replace('clicks', 'others')));
    assert.deepEqual(await news(), [[0, 0, 0]]);
    const acknowledged = desk.acknowledge(1);
    await settled(1);
    device.keeper.store.flush();
    await acknowledged;
    assert.deepEqual(await news(), [[2, 0, 1]]);
    desk.unwatch(session);
    await device.send({ event: 'click', fields: { x: 12 } });
    assert.deepEqual(await news(), []);
  });
});
