// The name of the processor, which ARM kernels give as numbers.
import type { Host } from './host.ts';

/** Such as "4x Cortex-A76", or the name that the processor gives itself; empty where nothing is known. */
export function processorName(host: Host): string {
  const cpuinfo = host.readFile('/proc/cpuinfo') ?? '';
  const own = /^model name\s*: (.+)$/m.exec(cpuinfo)?.[1];
  if (own !== undefined) return own.trim();
  const counts = new Map<string, number>();
  for (const block of cpuinfo.split(/\n\s*\n/)) {
    const implementer = /^CPU implementer\s*: (0x[0-9a-f]+)$/m.exec(block)?.[1];
    const part = /^CPU part\s*: (0x[0-9a-f]+)$/m.exec(block)?.[1];
    if (implementer === undefined || part === undefined) continue;
    const name = (implementer === '0x41' ? armParts[part] : undefined) ?? `${implementer}/${part}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size === 0) return host.processor;
  return [...counts].map(([name, count]) => `${count}x ${name}`).join(' + ');
}

/** Parts of implementer 0x41, Arm. [util-linux sys-utils/lscpu-arm.c] */
const armParts: Readonly<Record<string, string>> = {
  '0xc07': 'Cortex-A7',
  '0xd03': 'Cortex-A53',
  '0xd04': 'Cortex-A35',
  '0xd05': 'Cortex-A55',
  '0xd07': 'Cortex-A57',
  '0xd08': 'Cortex-A72',
  '0xd09': 'Cortex-A73',
  '0xd0a': 'Cortex-A75',
  '0xd0b': 'Cortex-A76',
  '0xd0c': 'Neoverse-N1',
  '0xd0d': 'Cortex-A77',
  '0xd40': 'Neoverse-V1',
  '0xd41': 'Cortex-A78',
  '0xd42': 'Cortex-A78AE',
  '0xd44': 'Cortex-X1',
  '0xd46': 'Cortex-A510',
  '0xd47': 'Cortex-A710',
  '0xd48': 'Cortex-X2',
  '0xd49': 'Neoverse-N2',
  '0xd4d': 'Cortex-A715',
  '0xd4e': 'Cortex-X3',
};
