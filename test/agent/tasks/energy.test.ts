import assert from 'node:assert/strict';
import { createEnergyMeter } from '@edgewright/agent/tasks/energy.js';

describe('energy of executions', () => {
  const world = { time: 0, joules: 0, asked: { time: 0, joules: 0 } };
  /** Watts over a time, counted as a processor counts: the mean since it was last asked. */
  const pass = (milliseconds: number, watts: number): void => {
    world.time += milliseconds;
    world.joules += (watts * milliseconds) / 1000;
  };
  const counter = () => {
    const { time, joules } = world.asked;
    world.asked = { time: world.time, joules: world.joules };
    return { value: world.time === time ? 0 : ((world.joules - joules) / (world.time - time)) * 1000 };
  };
  const steady = () => world.time;

  it('is of the time of the execution, not of the idle time before it', () => {
    const meter = createEnergyMeter(counter, steady);
    pass(10_000, 1);
    const end = meter.begin();
    pass(100, 8);
    assert.equal(Number(end()).toFixed(3), '0.800');
  });

  it('of executions at once adds up to what the device took', () => {
    const meter = createEnergyMeter(counter, steady);
    const first = meter.begin();
    pass(100, 4);
    const second = meter.begin();
    pass(100, 10);
    const ofFirst = Number(first());
    pass(100, 4);
    assert.deepEqual([ofFirst.toFixed(3), Number(second()).toFixed(3)], ['0.900', '0.900']);
  });

  it('is not known where the sensor gave nothing in between', () => {
    const nothing = { unavailable: 'the battery is charging', fix: 'Unplug the charger.' };
    let reading: { value: number } | typeof nothing = { value: 3 };
    const meter = createEnergyMeter(() => reading, steady);
    const end = meter.begin();
    pass(50, 3);
    reading = nothing;
    meter.begin();
    reading = { value: 3 };
    assert.deepEqual(end(), nothing);
  });
});
