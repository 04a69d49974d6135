import assert from 'node:assert/strict';
import { realClock, realHost } from '@edgewright/agent/sensors/host.js';
import { openSensors } from '@edgewright/agent/sensors/sample.js';
import type { Reading } from '@edgewright/schemas/generated/record.js';
import { devices, type FakeHost, fakeClock, fakeHost } from './device.ts';

function open(host: FakeHost) {
  return openSensors(host, fakeClock());
}

/** The value, or why there is none. */
function shown(reading: Reading): number | string {
  return 'value' in reading ? reading.value : reading.unavailable;
}

/** Counts of /proc/stat after `user` more ticks of work and `idle` more without. */
function pass(host: FakeHost, user: number, idle: number): void {
  const ticks = (host.readFile('/proc/stat') ?? '').split(/\s+/);
  ticks[1] = String(Number(ticks[1]) + user);
  ticks[4] = String(Number(ticks[4]) + idle);
  host.set('/proc/stat', ticks.join(' '));
}

/** `ticks` more of user time in a process. */
function work(host: FakeHost, pid: number, ticks: number): void {
  const path = `/proc/${pid}/stat`;
  const stat = host.readFile(path) ?? '';
  const head = stat.slice(0, stat.lastIndexOf(')') + 2);
  const fields = stat.slice(head.length).split(' ');
  fields[11] = String(Number(fields[11]) + ticks);
  host.set(path, head + fields.join(' '));
}

describe('openSensors', () => {
  it('reads a Raspberry Pi 5', async () => {
    const host = fakeHost('raspberry-pi-5');
    const sensors = open(host);
    pass(host, 300, 100);
    const { power, ...sample } = await sensors.sample();
    assert.ok(power !== undefined && 'value' in power);
    assert.deepEqual(sample, {
      time: '2026-01-01T00:01:00.000Z',
      busy: { value: 0.75 },
      available: { value: 7013412 * 1024 },
      frequency: { value: 1950 },
      temperature: { value: 51.25 },
      throttle: { active: false, flags: [], count: 0 },
    });
  });

  it('reads a Jetson: zones that are off are left out, counters are those since boot', async () => {
    const host = fakeHost('jetson-orin-nano');
    const sensors = open(host);
    const sample = await sensors.sample();
    assert.equal(shown(sample.temperature), 49.531);
    assert.equal(Number(shown(sample.frequency)).toFixed(1), '1241.6');
    // The power mode limits the frequency from the start: a flag, but no throttling.
    assert.deepEqual(sample.throttle, { active: false, flags: ['frequency-limit'], count: 40 });
  });

  it('reads an x86 server in a container: its limit of memory, hwmon temperatures, frequencies of /proc/cpuinfo', async () => {
    const sample = await open(fakeHost('x86-server')).sample();
    // The limit less what is used, without the cache that can be given back.
    assert.equal(shown(sample.available), 4294967296 - (1503238553 - 429496729));
    assert.equal(shown(sample.temperature), 61);
    assert.equal(shown(sample.frequency), (3800 + 4512.125 + 800 + 4511.875) / 4);
    assert.deepEqual(sample.throttle, { active: false, flags: [], count: 4 });
  });

  it('respects a limit of cgroup version 1', async () => {
    const sample = await open(fakeHost('raspberry-pi-4')).sample();
    assert.equal(shown(sample.available), 1073741824 - (524288000 - 73400320));
  });

  it('says of a phone what Android keeps from apps, and never zero', async () => {
    const sample = await open(fakeHost('termux-phone')).sample();
    const fix = 'Android keeps it from apps; it needs a rooted device.';
    assert.deepEqual(sample.busy, { unavailable: '/proc/stat may not be read', fix });
    assert.deepEqual(sample.temperature, {
      unavailable: '/sys/class/thermal/thermal_zone0/temp may not be read',
      fix,
    });
    assert.equal(shown(sample.available), 3313412 * 1024);
    assert.equal(shown(sample.frequency), (4 * 1197 + 2 * 1663 + 2 * 2048) / 8);
    assert.deepEqual(sample.throttle, { active: false, flags: [] });
  });

  it('says of a virtual machine what it does not show', async () => {
    const sample = await open(fakeHost('virtual-machine')).sample();
    assert.match(String(shown(sample.temperature)), /thermal_zone0\/temp is not there/);
    assert.ok('unavailable' in sample.throttle && sample.throttle.fix !== '');
    assert.equal(shown(sample.available), 24274936 * 1024);
  });

  it('says on another system that it reads Linux alone', () => {
    const host = { ...fakeHost('virtual-machine'), platform: 'darwin', readFile: () => undefined, list: () => [] };
    const sample = openSensors(host, fakeClock()).read();
    for (const reading of [sample.busy, sample.available, sample.frequency, sample.temperature]) {
      assert.match(String(shown(reading)), /on Linux and Android only, this is darwin$/);
    }
  });

  it('says that a zone is off where none shows a plausible temperature', () => {
    const host = fakeHost('raspberry-pi-4');
    host.set('/sys/class/thermal/thermal_zone0/temp', '-256000\n');
    const sensors = open(host);
    assert.match(String(shown(sensors.read().temperature)), /^no thermal zone shows a plausible/);
  });

  describe('load', () => {
    it('counts busy time since the last sample', () => {
      const host = fakeHost('raspberry-pi-5');
      const sensors = open(host);
      pass(host, 100, 300);
      assert.equal(shown(sensors.read().busy), 0.25);
      pass(host, 400, 0);
      assert.equal(shown(sensors.read().busy), 1);
    });

    it('has no share where no tick has passed, and loses nothing by it', () => {
      const host = fakeHost('raspberry-pi-5');
      const sensors = open(host);
      assert.match(String(shown(sensors.read().busy)), /no tick/);
      pass(host, 100, 100);
      assert.equal(shown(sensors.read().busy), 0.5);
    });

    it('tells our processes, children too, from others', () => {
      const host = fakeHost('raspberry-pi-5');
      const sensors = open(host);
      const mark = sensors.mark();
      pass(host, 300, 100);
      work(host, 1200, 50);
      work(host, 1300, 150);
      assert.equal(shown(sensors.othersBusy(mark)), 0.25);
    });

    it('stays within 0 and 1 when a child takes its ticks along', () => {
      const host = fakeHost('raspberry-pi-5');
      const sensors = open(host);
      const mark = sensors.mark();
      pass(host, 100, 300);
      work(host, 1300, 200);
      assert.equal(shown(sensors.othersBusy(mark)), 0);
      host.set('/proc/1200/task/1200/children', '');
      assert.equal(shown(sensors.othersBusy(mark)), 1);
    });

    it('is unavailable where /proc/stat is denied', () => {
      const sensors = open(fakeHost('termux-phone'));
      assert.equal(sensors.mark(), undefined);
      assert.match(String(shown(sensors.othersBusy(undefined))), /may not be read/);
    });
  });

  describe('throttling', () => {
    it('of a Raspberry Pi now is active, with what occurred since boot beside it', async () => {
      const { throttle } = await open(fakeHost('raspberry-pi-4')).sample();
      assert.deepEqual(throttle, {
        active: true,
        flags: ['under-voltage', 'throttled', 'under-voltage-since-boot', 'throttled-since-boot'],
        count: 2,
      });
    });

    it('between two samples shows as one more sticky bit', async () => {
      const host = fakeHost('raspberry-pi-4');
      const sensors = open(host);
      const next = async (output: string) => {
        host.answer('vcgencmd get_throttled', output);
        return (await sensors.sample()).throttle;
      };
      assert.deepEqual(await next('throttled=0x10000\n'), {
        active: false,
        flags: ['under-voltage-since-boot'],
        count: 1,
      });
      assert.deepEqual(await next('throttled=0x90000\n'), {
        active: false,
        flags: ['under-voltage-since-boot', 'soft-temperature-limit-since-boot'],
        count: 2,
      });
    });

    it('knows every bit', async () => {
      const host = fakeHost('raspberry-pi-5');
      const sensors = open(host);
      const names = ['under-voltage', 'frequency-capped', 'throttled', 'soft-temperature-limit'];
      for (const [bit, name] of names.entries()) {
        host.answer('vcgencmd get_throttled', `throttled=0x${(1 << bit).toString(16)}\n`);
        const { throttle } = await sensors.sample();
        assert.deepEqual(throttle, { active: true, flags: [name], count: 0 });
      }
    });

    it('of a Raspberry Pi without vcgencmd is unavailable, as its firmware throttles unseen by the kernel', async () => {
      const host = fakeHost('raspberry-pi-5');
      host.answer('vcgencmd get_throttled', undefined);
      const { throttle } = await open(host).sample();
      assert.ok('unavailable' in throttle);
      assert.match(throttle.fix, /group video/);
    });

    it('of a Jetson shows in its counters, with the flag of those that grew', () => {
      const host = fakeHost('jetson-orin-nano');
      const sensors = open(host);
      host.set('/sys/class/hwmon/hwmon3/oc3_event_cnt', '33\n');
      assert.deepEqual(sensors.read().throttle, {
        active: false,
        flags: ['instantaneous-over-current', 'frequency-limit'],
        count: 44,
      });
      assert.deepEqual(sensors.read().throttle, { active: false, flags: ['frequency-limit'], count: 44 });
    });

    it('by the kernel’s cooling of processors is active, a fan is not', () => {
      const host = fakeHost('jetson-orin-nano');
      const sensors = open(host);
      host.set('/sys/class/thermal/cooling_device0/cur_state', '3\n');
      assert.equal((sensors.read().throttle as { active: boolean }).active, false);
      host.set('/sys/class/thermal/cooling_device1/cur_state', '2\n');
      const { throttle } = sensors.read();
      assert.ok('active' in throttle && throttle.active && throttle.flags.includes('processor-cooling'));
    });

    it('by a frequency limit is active where it sank since the sensors were opened', () => {
      const host = fakeHost('termux-phone');
      const sensors = open(host);
      host.set('/sys/devices/system/cpu/cpu7/cpufreq/scaling_max_freq', '1826000\n');
      assert.deepEqual(sensors.read().throttle, { active: true, flags: ['frequency-limit'] });
    });

    it('of x86 counts the events of its processors', () => {
      const host = fakeHost('x86-server');
      const sensors = open(host);
      host.set('/sys/devices/system/cpu/cpu2/thermal_throttle/core_throttle_count', '9\n');
      assert.deepEqual(sensors.read().throttle, { active: false, flags: ['thermal-throttle'], count: 12 });
    });
  });

  it('starts no command in `read`, and none once closed', async () => {
    const host = fakeHost('raspberry-pi-5');
    const sensors = open(host);
    sensors.read();
    assert.deepEqual(host.commands, []);
    await sensors.sample();
    assert.deepEqual(host.commands, ['vcgencmd get_throttled', 'vcgencmd pmic_read_adc']);
    sensors.close();
    await sensors.sample();
    assert.equal(host.commands.length, 2);
  });

  for (const device of devices) {
    it(`gives on a ${device} values that can be, or a reason and a fix`, async () => {
      const sample = await open(fakeHost(device)).sample();
      for (const reading of [sample.busy, sample.available, sample.frequency, sample.temperature]) {
        if ('value' in reading) assert.ok(Number.isFinite(reading.value) && reading.value > 0);
        else assert.ok(reading.unavailable !== '' && reading.fix !== '');
      }
    });
  }

  it('gives plausible values on this machine', async () => {
    const sensors = openSensors(realHost(), realClock);
    const mark = sensors.mark();
    // Two ticks of the kernel's clock and more, spent working.
    const end = performance.now() + 120;
    while (performance.now() < end);
    const sample = await sensors.sample();
    const others = sensors.othersBusy(mark);
    sensors.close();
    const within = (reading: Reading, least: number, most: number) => {
      if ('value' in reading) assert.ok(reading.value >= least && reading.value <= most, String(reading.value));
      else assert.ok(reading.unavailable !== '' && reading.fix !== '');
    };
    within(sample.busy, 0.001, 1);
    within(others, 0, 1);
    within(sample.available, 2 ** 20, 2 ** 45);
    within(sample.frequency, 100, 10_000);
    within(sample.temperature, -40, 150);
    assert.ok(Math.abs(Date.parse(sample.time) - Date.now()) < 60_000);
    if (process.platform === 'linux') assert.ok('value' in sample.available);
  });
});
