// What a policy asks of the device before a task may run: charge, temperature, power, network. What a device cannot show does
// not hold a task back: one without a battery has external power, one without a thermometer is not known to be hot.
import { networkInterfaces } from 'node:os';
import type { SkipReason, Trouble } from '@edgewright/schemas/deployment.js';
import type { TaskPolicy } from '@edgewright/schemas/task-execution.js';
import { hottest, temperatureFiles } from '../sensors/heat.ts';
import type { Host } from '../sensors/host.ts';
import { numberIn } from '../sensors/reading.ts';

export interface DeviceConditions {
  /** Charge of the battery, 0 to 1; undefined where there is none. */
  readonly charge: number | undefined;
  readonly isExternal: boolean;
  /** Degrees Celsius of the hottest part; undefined where nothing shows it. */
  readonly temperature: number | undefined;
  /** `metered`: over a modem alone. */
  readonly network: 'none' | 'metered' | 'unmetered';
}

export interface Held {
  readonly reason: Extract<SkipReason, 'battery' | 'temperature' | 'power' | 'network'>;
  readonly trouble: Trouble;
}

/** Why a policy does not let a task run under these conditions; undefined where it does. */
export function heldBy(policy: TaskPolicy, conditions: DeviceConditions): Held | undefined {
  const { charge, isExternal, temperature, network } = conditions;
  const held = (reason: Held['reason'], message: string, fix: string): Held => ({
    reason,
    trouble: { code: 'task-held', message, fix },
  });
  if (policy.power === 'external' && !isExternal) {
    return held('power', 'The device runs on its battery, and the policy needs external power.', 'Plug it in.');
  }
  if (policy.battery !== undefined && charge !== undefined && !isExternal && charge < policy.battery) {
    const message = `The battery has ${percent(charge)}, and the policy needs ${percent(policy.battery)}.`;
    return held('battery', message, 'Charge it.');
  }
  if (policy.temperature !== undefined && temperature !== undefined && temperature > policy.temperature) {
    const message = `The device has ${temperature.toFixed(1)} degrees, and the policy allows ${policy.temperature}.`;
    return held('temperature', message, 'Wait until it has cooled down, or cool it.');
  }
  if (policy.network === 'unmetered' && network !== 'unmetered') {
    const message = network === 'none' ? 'The device has no network.' : 'The device has a network by modem alone.';
    return held('network', `${message} The policy needs one that is not metered.`, 'Link it by cable or Wi-Fi.');
  }
  return undefined;
}

/** Milliseconds that a look at the device holds: charge and heat change slowly, and each look reads files. */
const freshTime = 2_000;

/** `steady`: milliseconds that never run backwards. */
export function watchConditions(host: Host, steady: () => number): () => DeviceConditions {
  const zones = temperatureFiles(host);
  let last: { readonly at: number; readonly conditions: DeviceConditions } | undefined;
  return () => {
    const at = steady();
    if (last === undefined || at - last.at > freshTime) {
      const heat = hottest(host, zones);
      const temperature = 'value' in heat ? heat.value : undefined;
      last = { at, conditions: { ...batteryOf(host), temperature, network: networkOf(networkInterfaces()) } };
    }
    return last.conditions;
  };
}

const supplies = '/sys/class/power_supply';

/** [Linux Documentation/ABI/testing/sysfs-class-power] */
export function batteryOf(host: Host): Pick<DeviceConditions, 'charge' | 'isExternal'> {
  const paths = host.list(supplies).map((name) => `${supplies}/${name}`);
  const textOf = (path: string) => host.readFile(path)?.trim();
  // Batteries of a mouse or a keyboard are of scope Device.
  const battery = paths.find((path) => textOf(`${path}/type`) === 'Battery' && textOf(`${path}/scope`) !== 'Device');
  if (battery === undefined) return { charge: undefined, isExternal: true };
  const capacity = numberIn(host, `${battery}/capacity`);
  return {
    charge: capacity === undefined ? undefined : capacity / 100,
    isExternal: textOf(`${battery}/status`) !== 'Discharging',
  };
}

/** Names that Linux and Android give to modems. */
const modem = /^(ppp|wwan|wwp|rmnet|ccmni|usb_rmnet)/;

export function networkOf(interfaces: ReturnType<typeof networkInterfaces>): DeviceConditions['network'] {
  const names = Object.entries(interfaces).flatMap(([name, addresses]) =>
    addresses?.some(({ internal }) => !internal) ? [name] : [],
  );
  if (names.length === 0) return 'none';
  return names.every((name) => modem.test(name)) ? 'metered' : 'unmetered';
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
