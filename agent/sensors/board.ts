// Which board this is: by the device tree on ARM, by DMI on a PC, by properties on Android.
import type { Host } from './host.ts';

/** What the device tree or DMI calls the machine; empty where there is neither. */
export function boardName(host: Host): string {
  const model = deviceTree(host, 'model')[0];
  if (model !== undefined) return model;
  const parts = ['sys_vendor', 'product_name'].map((file) => host.readFile(`/sys/class/dmi/id/${file}`)?.trim() ?? '');
  return parts.filter((part) => part !== '').join(' ');
}

/** The most general name of the device tree's `compatible`, such as "brcm,bcm2712"; empty where there is none. */
export function socName(host: Host): string {
  return deviceTree(host, 'compatible').at(-1) ?? '';
}

export function isRaspberryPi(host: Host): boolean {
  return boardName(host).startsWith('Raspberry Pi');
}

export function isJetson(host: Host): boolean {
  return deviceTree(host, 'compatible').some((name) => name.startsWith('nvidia,tegra'));
}

/** Strings of a property of the tree's root: each ends with a zero byte. */
function deviceTree(host: Host, property: string): string[] {
  const text = host.readFile(`/proc/device-tree/${property}`) ?? '';
  return text.split('\0').filter((part) => part !== '');
}
