import assert from 'node:assert/strict';
import { createEnergyMeter, keepAsking } from '@edgewright/agent/tasks/energy.js';

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

describe('a sensor of power that takes a command', () => {
  it('is asked once a second while executions are measured, and rests after', async () => {
    let time = 0;
    let asked = 0;
    const timers: { readonly at: number; readonly run: () => void }[] = [];
    const refresh = async (): Promise<void> => {
      asked++;
    };
    const read = keepAsking({ refresh, read: () => ({ value: 2 }) }, () => time, {
      setTimer: (run, milliseconds) => timers.push({ at: time + milliseconds, run }),
    });
    const pass = async (milliseconds: number): Promise<void> => {
      for (const end = time + milliseconds; time < end; time += 100) {
        for (const due of timers.filter(({ at }) => at <= time)) {
          timers.splice(timers.indexOf(due), 1);
          due.run();
        }
        await Promise.resolve();
        await Promise.resolve();
      }
    };
    assert.equal(asked, 1);
    const meter = createEnergyMeter(read, () => time);
    const end = meter.begin();
    await pass(5_000);
    assert.equal(end(), 10);
    assert.equal(asked, 5);
    await pass(60_000);
    const rests = asked;
    assert.ok(rests <= 16, `${rests}`);
    await pass(60_000);
    assert.equal(asked, rests);
    // However often it is read.
    for (let count = 0; count < 50; count++) read();
    assert.equal(asked, rests + 1);
  });
});
