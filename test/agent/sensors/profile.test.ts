import assert from 'node:assert/strict';
import os from 'node:os';
import { realClock, realHost } from '@edgewright/agent/sensors/host.js';
import { fingerprint, readProfile } from '@edgewright/agent/sensors/profile.js';
import type { DeviceProfile } from '@edgewright/schemas/generated/record.js';
import { type Device, devices, fakeClock, fakeHost } from './device.ts';

const runtimes = [{ name: 'ort', version: '1.30.0', providers: ['cpu'] }] as const;

function profileOf(device: Device): Promise<DeviceProfile> {
  return readProfile(
    fakeHost(device),
    runtimes.map((runtime) => ({ ...runtime, providers: [...runtime.providers] })),
    fakeClock(),
  );
}

describe('readProfile', () => {
  const expected: Readonly<Record<Device, Partial<DeviceProfile>>> = {
    'raspberry-pi-5': {
      board: 'Raspberry Pi 5 Model B Rev 1.0',
      soc: 'brcm,bcm2712',
      cpu: '4x Cortex-A76',
      maxFrequency: { value: 2400 },
      governor: 'ondemand',
      memory: 8456937472,
      powerMode: '',
    },
    'raspberry-pi-4': {
      board: 'Raspberry Pi 4 Model B Rev 1.4',
      soc: 'brcm,bcm2711',
      cpu: '4x Cortex-A72',
      governor: 'performance',
      memory: 1073741824,
    },
    'jetson-orin-nano': {
      board: 'NVIDIA Jetson Orin Nano Developer Kit',
      soc: 'nvidia,tegra234',
      cpu: '6x Cortex-A78AE',
      os: 'Ubuntu 22.04.5 LTS, L4T R36.4.3',
      maxFrequency: { value: 1510.4 },
      powerMode: '15W',
    },
    'termux-phone': {
      board: 'Google Pixel 6',
      soc: 'Google GS101',
      cpu: '4x Cortex-A55 + 2x Cortex-A78 + 2x Cortex-X1',
      os: 'Android 15',
      platform: 'android',
      maxFrequency: { value: 2802 },
    },
    'x86-server': {
      board: 'Dell Inc. PowerEdge R240',
      soc: '',
      cpu: 'Intel(R) Xeon(R) E-2276G CPU @ 3.80GHz',
      memory: 4294967296,
      powerMode: 'balanced',
    },
    'virtual-machine': { board: '', soc: '', cpu: 'AMD EPYC', governor: '', memory: 25276510208 },
  };

  for (const device of devices) {
    it(`describes a ${device}`, async () => {
      const profile = await profileOf(device);
      for (const [key, value] of Object.entries(expected[device])) {
        assert.deepEqual(profile[key as keyof DeviceProfile], value, key);
      }
      assert.equal(profile.clockResolution, 40);
      assert.equal(profile.runtimes[0]?.version, '1.30.0');
      assert.ok('value' in profile.maxFrequency || profile.maxFrequency.fix !== '');
    });
  }

  it('lists what gave a reading', async () => {
    assert.deepEqual((await profileOf('raspberry-pi-5')).sensors, [
      '/proc/stat',
      '/proc/meminfo',
      '/sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq',
      '/sys/class/thermal/thermal_zone0/temp',
      'vcgencmd get_throttled',
      'vcgencmd pmic_read_adc',
    ]);
    const phone = (await profileOf('termux-phone')).sensors;
    assert.deepEqual(phone, ['/proc/meminfo', '/sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq']);
    const jetson = (await profileOf('jetson-orin-nano')).sensors;
    assert.equal(jetson.filter((path) => path.includes('thermal_zone')).length, 6, 'zones that are off are no sensors');
    assert.ok(jetson.includes('/sys/class/hwmon/hwmon3/oc1_event_cnt'));
  });

  it('describes this machine', async () => {
    const profile = await readProfile(realHost(), [], realClock);
    assert.equal(profile.hostname, os.hostname());
    assert.equal(profile.node, process.versions.node);
    assert.ok(profile.cores >= 1 && profile.cores <= os.cpus().length);
    assert.ok(profile.memory > 2 ** 27 && profile.memory <= os.totalmem());
    assert.ok(profile.clockResolution > 0 && profile.clockResolution < 1e8);
    assert.notEqual(profile.cpu, '');
    assert.equal(fingerprint(profile), fingerprint(await readProfile(realHost(), [], realClock)));
  });
});

describe('fingerprint', () => {
  it('is the same for the same device under another name, at another start', async () => {
    const profile = await profileOf('raspberry-pi-5');
    assert.match(fingerprint(profile), /^[0-9a-f]{16}$/);
    assert.equal(
      fingerprint({ ...profile, hostname: 'other', clockResolution: 52, sensors: [] }),
      fingerprint(profile),
    );
  });

  it('differs where anything else does', async () => {
    const profile = await profileOf('raspberry-pi-5');
    const changes: Partial<DeviceProfile>[] = [
      { kernel: '6.13.0' },
      { governor: 'performance' },
      { memory: 1 },
      { node: '24.0.0' },
      { powerMode: 'MAXN' },
      { runtimes: [] },
      { maxFrequency: { value: 2800 } },
    ];
    const prints = [profile, ...changes.map((change) => ({ ...profile, ...change }))].map(fingerprint);
    assert.equal(new Set(prints).size, prints.length);
  });

  it('tells the devices of the fixtures apart', async () => {
    const prints = await Promise.all(devices.map(async (device) => fingerprint(await profileOf(device))));
    assert.equal(new Set(prints).size, devices.length);
  });
});
