// This device, as its runner and its link see it.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { RuntimeStatus } from '@edgewright/schemas/generated/record.js';
import type { Device } from '../runner/device.ts';
import type { Store } from '../store/store.ts';
import { program } from './program.ts';

export interface SelfOptions {
  readonly store: Store;
  readonly name: string;
  readonly scratch: string;
  readonly ortPath: string | undefined;
}

/** Sensors and runtimes are looked at when they are first asked for: an idle agent holds none of their code. */
export function createSelf({ store, name, scratch, ortPath }: SelfOptions): Device {
  const id = store.setting('device.id') ?? randomUUID();
  store.setSetting('device.id', id);
  let runtimes: Promise<RuntimeStatus[]> | undefined;
  let opened: Promise<Awaited<ReturnType<typeof openSensing>>> | undefined;
  const sensing = () => {
    opened ??= openSensing();
    return opened;
  };

  return {
    id,
    name,
    agent: program,
    async profile() {
      runtimes ??= probeRuntimes(join(scratch, 'probe'), ortPath);
      return (await sensing()).profile(await runtimes);
    },
    sample: async () => (await sensing()).sensors.sample(),
  };
}

async function openSensing() {
  const [{ readProfile, fingerprint }, { openSensors }, { realClock, realHost }] = await Promise.all([
    import('../sensors/profile.ts'),
    import('../sensors/sample.ts'),
    import('../sensors/host.ts'),
  ]);
  const host = realHost();
  return {
    sensors: openSensors(host, realClock),
    async profile(runtimes: readonly RuntimeStatus[]) {
      const profile = await readProfile(host, runtimes, realClock);
      return { profile, fingerprint: fingerprint(profile) };
    },
  };
}

/** Asked once: what is installed later is seen by the next start of the agent. */
async function probeRuntimes(scratch: string, ortPath: string | undefined): Promise<RuntimeStatus[]> {
  const { openBench } = await import('../bench/process.ts');
  const bench = openBench({ scratch, ortPath });
  try {
    return await bench.runtimes();
  } finally {
    await bench.close();
  }
}
