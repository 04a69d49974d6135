// What a device says of the model of a task: on which runtime it is, in the status and once in the log; and which files it has.
import assert from 'node:assert/strict';
import type { ExecutionOptions } from '@edgewright/agent/tasks/contract.js';
import { deployment, scripted, settled, useDevices } from './device.ts';

const document = `
edgewright: task/v1
name: scored
events: { a: { x: number } }
trigger: { event: a }
pipeline:
  features: { x: { by: sum, of: x } }
  tensors: { x: { features: [x] } }
model: { file: models/model.onnx }
`;

describe('the model of a task on a device', () => {
  const devices = useDevices();

  it('is told with its runtime, in the log where that has changed', async () => {
    const { open } = scripted(async () => ({}));
    let options: ExecutionOptions | undefined;
    const device = devices.open(devices.path, {
      execution: (given) => {
        options = given;
        return open(given);
      },
    });
    const changed: (string | undefined)[] = [];
    device.keeper.listen({ onStatus: (task) => changed.push(task) });
    const files = { 'models/model.onnx': 'a1', 'models/w.bin': 'a2' };
    assert.equal((await device.keeper.deploy(deployment(document, files))).kind, 'accepted');
    assert.equal(device.keeper.list()[0]?.model, null);
    const carried = Object.keys(options?.files ?? {});
    assert.deepEqual(carried, Object.keys(files));
    assert.equal(options?.files?.['models/model.onnx'], options?.fileOf('models/model.onnx'));
    await settled();
    changed.length = 0;
    const told = [
      { runtime: 'jit', reason: '1 ms when tried, ort 2 ms' },
      { runtime: 'jit', reason: '1 ms when tried, ort 2 ms' },
      { runtime: 'ort', reason: '1 ms when tried, jit 2 ms' },
    ];
    for (const model of told) {
      options?.onModel?.(model);
      assert.deepEqual(device.keeper.list()[0]?.model, model);
    }
    assert.deepEqual(changed, ['scored', 'scored', 'scored']);
    device.pass(0);
    const log = device.keeper.store.log('scored').map((line) => JSON.parse(line).line.text);
    assert.deepEqual(log, [
      'the model runs on jit: 1 ms when tried, ort 2 ms',
      'the model runs on ort: 1 ms when tried, jit 2 ms',
    ]);
  });
});
