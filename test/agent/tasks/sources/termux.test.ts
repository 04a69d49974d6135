// Sensors of a phone, by commands of their name on the PATH that print what Termux:API prints. The texts in test/fixtures/termux
// have the form of the app's source and of outputs that users published; they were not recorded here, and no phone has run this.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { objectsIn } from '@edgewright/agent/tasks/sources/termux.js';
import { bench, until } from './bench.ts';

const fixture = (name: string): string => new URL(`../../../fixtures/termux/${name}`, import.meta.url).pathname;

describe('sensors of Termux', () => {
  const { folder, start, stop } = bench();
  const bin = join(folder, 'bin');
  const calls = join(folder, 'calls');
  const path = process.env.PATH;
  const called = (): string[] => (existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : []);
  const command = (name: string, script: string): void =>
    writeFileSync(join(bin, name), `#!/bin/sh\necho ${name} "$@" >> ${calls}\n${script}\n`, { mode: 0o755 });

  before(() => {
    mkdirSync(bin);
    process.env.PATH = `${bin}${delimiter}${path}`;
    const text = fixture('accelerometer.txt');
    command('termux-sensor', `[ "$1" = -c ] || { cat ${text}; sleep 0.1; cat ${text}; exec sleep 60; }`);
    command('termux-battery-status', `cat ${fixture('battery.json')}`);
  });
  after(() => {
    process.env.PATH = path;
  });
  beforeEach(() => rmSync(calls, { force: true }));

  it('give an event a reading with the first values as x, y and z, and let go of the sensor at the end', async () => {
    const [seen] = await start('[{ kind: termux, name: accelerometer, every: 50ms, events: reading }]');
    await until(() => seen!.events.length >= 2);
    assert.deepEqual(seen!.events[0], {
      event: 'reading',
      fields: {
        sensor: 'lsm6dso LSM6DSO Accelerometer Non-wakeup',
        value: 0.15493527054786682,
        x: 0.15493527054786682,
        y: 9.54197883605957,
        z: -2.544766902923584,
      },
    });
    await stop();
    assert.deepEqual(called(), ['termux-sensor -s accelerometer -d 50', 'termux-sensor -c']);
  });

  it('come by one command for all, each as often as it is asked for', async () => {
    const [light, motion] = await start(
      '[{ kind: termux, name: light, every: 20s, events: reading }, { kind: termux, name: Accelerometer, every: 40ms, events: reading }]',
    );
    await until(() => motion!.events.length >= 2 && light!.events.length >= 1);
    assert.equal(light!.events.length, 1);
    assert.equal(light!.events[0]?.fields.value, 128);
    assert.ok(called().includes('termux-sensor -s light,Accelerometer -d 40'));
  });

  it('give the state of the battery as it is told', async () => {
    const [seen] = await start('[{ kind: termux, name: battery, every: 20ms, events: reading }]');
    await until(() => seen!.events.length >= 2);
    assert.deepEqual(seen!.events[0]?.fields, {
      sensor: 'battery',
      ...(JSON.parse(readFileSync(fixture('battery.json'), 'utf8')) as object),
    });
  });

  it('say what the command says where it gives nothing', async () => {
    command('termux-location', `echo '{ "API_ERROR": "Please grant the following permission" }'`);
    command('termux-sensor', '[ "$1" = -c ] || { echo "No valid sensors were registered!"; exec sleep 60; }');
    const [location, sensor] = await start(
      '[{ kind: termux, name: location, events: reading }, { kind: termux, name: none, events: reading }]',
    );
    await until(() => location!.troubles.some((trouble) => trouble?.includes('grant the following') === true));
    await until(() => sensor!.troubles.some((trouble) => trouble?.includes('No valid sensors') === true));
    assert.ok(location!.codes.includes('source-failed'));
    rmSync(join(bin, 'termux-location'));
    await stop();
    const [missing] = await start('[{ kind: termux, name: location, every: 20ms, events: reading }]');
    await until(() => missing!.troubles.some((trouble) => trouble?.includes('ENOENT') === true));
  });

  it('are told apart wherever the output is cut, also with braces in a name', async () => {
    const text = 'word\n{}\n{\n "a } \\" {": {"values": [1]}\n}{"b":1}\nlast';
    const whole: string[] = [];
    async function* cut(size: number): AsyncGenerator<string> {
      for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
    }
    for await (const object of objectsIn(cut(1000))) whole.push(object);
    assert.deepEqual(whole, ['word', '{}', '{\n "a } \\" {": {"values": [1]}\n}', '{"b":1}', 'last']);
    for (const size of [1, 2, 7]) {
      const pieces: string[] = [];
      for await (const object of objectsIn(cut(size))) pieces.push(object);
      assert.deepEqual(pieces, whole);
    }
  });
});
