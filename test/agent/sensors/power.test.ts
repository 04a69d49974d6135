import assert from 'node:assert/strict';
import type { SensorClock } from '@edgewright/agent/sensors/host.js';
import { parsePmic, parseTermuxBattery, watchPower } from '@edgewright/agent/sensors/power.js';
import { openSensors } from '@edgewright/agent/sensors/sample.js';
import type { Reading } from '@edgewright/schemas/generated/record.js';
import { type Device, devices, type FakeHost, fakeClock, fakeHost } from './device.ts';

/** A clock that stands still but for `pass`. */
function handClock(): SensorClock & { pass(milliseconds: number): void } {
  let nanoseconds = 0n;
  return {
    now: () => Number(nanoseconds / 1_000_000n),
    nanoseconds: () => nanoseconds,
    pass(milliseconds) {
      nanoseconds += BigInt(milliseconds * 1e6);
    },
  };
}

async function powerOf(host: FakeHost): Promise<Reading> {
  const power = watchPower(host, fakeClock(), 'watching');
  await power.refresh();
  return power.read();
}

/** Watts to the milliwatt, or why there are none. */
function shown(reading: Reading): number | string {
  return 'value' in reading ? Number(reading.value.toFixed(3)) : reading.unavailable;
}

const noPower = 'this machine shows no sensor of power that the agent knows';

describe('power', () => {
  it('of a Jetson is that of the rail that feeds the others', async () => {
    assert.equal(shown(await powerOf(fakeHost('jetson-orin-nano'))), 5.555);
  });

  it('of a Jetson without such a rail is the sum of its rails, as of an AGX Orin', async () => {
    const host = fakeHost('jetson-orin-nano');
    host.set('/sys/class/hwmon/hwmon0/in1_label', 'VDD_GPU_SOC\n');
    assert.equal(shown(await powerOf(host)), 8.008);
    host.set('/sys/class/hwmon/hwmon0/in2_label', 'NC\n');
    assert.equal(shown(await powerOf(host)), 7.444);
  });

  it('of a Jetson with an older system is in milliwatts', async () => {
    const host = fakeHost('virtual-machine');
    const folder = '/sys/bus/i2c/drivers/ina3221x/6-0040/iio:device0';
    for (const [channel, [rail, power]] of [
      ['POM_5V_IN', '2532'],
      ['POM_5V_GPU', '41'],
      ['POM_5V_CPU', '498'],
    ].entries()) {
      host.set(`${folder}/rail_name_${channel}`, `${rail}\n`);
      host.set(`${folder}/in_power${channel}_input`, `${power}\n`);
    }
    assert.equal(shown(await powerOf(host)), 2.532);
  });

  it('of a Raspberry Pi 5 is the sum over the rails of its power chip', async () => {
    // 3.7 x 0.08 + 3.3 x 0.05 + 0.72 x 1.5 + 5.1 x 0.02
    assert.equal(shown(await powerOf(fakeHost('raspberry-pi-5'))), 1.643);
    assert.equal(parsePmic('error=1 error_msg="Command not registered"\n'), undefined);
  });

  it('of a Raspberry Pi 5 is the mean of what it answered since the last reading, and no answer of long ago', async () => {
    const host = fakeHost('raspberry-pi-5');
    const clock = handClock();
    const power = watchPower(host, clock, 'measuring');
    await power.refresh();
    host.answer(
      'vcgencmd pmic_read_adc',
      ' 3V3_SYS_A current(1)=1.0A\n 3V3_SYS_V volt(9)=3.357A\n 3V3_SYS_V volt(9)=3.357V\n',
    );
    await power.refresh();
    assert.equal(shown(power.read()), 2.5);
    assert.equal(shown(power.read()), 3.357);
    clock.pass(10_001);
    assert.match(String(shown(power.read())), /has not been asked for 10 s/);
    await power.refresh();
    assert.equal(shown(power.read()), 3.357);
  });

  it('of an older Raspberry Pi is unavailable, and asked for once', async () => {
    const host = fakeHost('raspberry-pi-4');
    const power = watchPower(host, fakeClock(), 'watching');
    await power.refresh();
    await power.refresh();
    assert.match(String(shown(power.read())), /the 5 alone measures its currents/);
    assert.deepEqual(host.commands, ['vcgencmd pmic_read_adc']);
    assert.deepEqual(power.sources(), []);
  });

  describe('of an x86 processor', () => {
    const zone = '/sys/class/powercap/intel-rapl:0';

    it('is unavailable with what root can do about it', async () => {
      const reading = await powerOf(fakeHost('x86-server'));
      assert.ok('unavailable' in reading);
      assert.match(reading.unavailable, /may not be read/);
      assert.match(reading.fix, /chmod a\+r/);
    });

    it('is the energy since the last reading, across the end of the counter', () => {
      const host = fakeHost('x86-server');
      const clock = handClock();
      host.set(`${zone}/energy_uj`, '262143000000\n');
      const power = watchPower(host, clock, 'measuring');
      assert.match(String(shown(power.read())), /no time has passed/);
      clock.pass(1000);
      host.set(`${zone}/energy_uj`, '262143100000\n');
      assert.equal(shown(power.read()), 0.1);
      clock.pass(500);
      host.set(`${zone}/energy_uj`, '9771150\n');
      assert.equal(shown(power.read()), 20);
      // Too soon for a new one.
      clock.pass(5);
      assert.equal(shown(power.read()), 20);
      assert.deepEqual(power.sources(), [`${zone}/energy_uj`]);
    });
  });

  describe('of a battery', () => {
    const folder = '/sys/class/power_supply/BAT0';
    const withBattery = (files: Readonly<Record<string, string>>): FakeHost => {
      const host = fakeHost('virtual-machine');
      for (const [name, text] of Object.entries({ type: 'Battery', ...files })) {
        host.set(`${folder}/${name}`, `${text}\n`);
      }
      return host;
    };

    it('is what it gives while it feeds the machine', async () => {
      assert.equal(shown(await powerOf(withBattery({ status: 'Discharging', power_now: '8530000' }))), 8.53);
      const counted = { status: 'Discharging', voltage_now: '11400000', current_now: '-1250000' };
      assert.equal(shown(await powerOf(withBattery(counted))), 14.25);
    });

    it('says nothing of consumption while it is charged', async () => {
      const reading = await powerOf(withBattery({ status: 'Charging', power_now: '21000000' }));
      assert.match(String(shown(reading)), /not discharging \(charging\)/);
    });

    it('of a mouse is none of the machine', async () => {
      const mouse = { scope: 'Device', status: 'Discharging', power_now: '1' };
      assert.equal(shown(await powerOf(withBattery(mouse))), noPower);
    });
  });

  describe('of a phone', () => {
    it('comes from Termux:API, which no other sensor waits for', async () => {
      const host = fakeHost('termux-phone');
      const clock = handClock();
      const sensors = openSensors(host, clock);
      assert.match(String(shown(sensors.read().power as Reading)), /has not answered yet/);
      await sensors.sample();
      assert.equal(shown((await sensors.sample()).power as Reading), 3);
      const asked = () => host.commands.filter((command) => command === 'termux-battery-status').length;
      assert.equal(asked(), 1);
      clock.pass(10_000);
      await sensors.sample();
      assert.equal(asked(), 2);
    });

    it('is not asked for while a point is measured', async () => {
      const host = fakeHost('termux-phone');
      const sample = await openSensors(host, fakeClock(), 'measuring').sample();
      assert.match(String(shown(sample.power as Reading)), /not asked while a point is measured/);
      assert.deepEqual(host.commands, []);
    });

    it('is none while it is charged, and none where the app is missing', async () => {
      const charged = parseTermuxBattery('{"status":"CHARGING","voltage":4099,"current":820000}');
      assert.match(String(charged && shown(charged)), /not discharging \(charging\)/);
      const real = parseTermuxBattery('{"status":"DISCHARGING","voltage":4099,"current":-820000}');
      assert.equal(real && shown(real), 3.361);
      assert.equal(parseTermuxBattery('{"status":"DISCHARGING"}'), undefined);
      assert.equal(parseTermuxBattery('The app is not installed'), undefined);
    });
  });

  it('is nothing that the agent knows on a virtual machine', async () => {
    assert.equal(shown(await powerOf(fakeHost('virtual-machine'))), noPower);
  });

  for (const device of devices satisfies readonly Device[]) {
    it(`is above zero on a ${device}, or has a reason and a fix`, async () => {
      const reading = await powerOf(fakeHost(device));
      if ('value' in reading) assert.ok(reading.value > 0);
      else assert.ok(reading.unavailable !== '' && reading.fix !== '');
    });
  }
});
