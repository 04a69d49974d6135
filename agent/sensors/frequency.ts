// Clock frequencies of the processors, in MHz.
import type { Reading } from '@edgewright/schemas/generated/record.js';
import type { Host } from './host.ts';
import { numberIn, unreadable } from './reading.ts';

export const cpuFolder = '/sys/devices/system/cpu';

/** Folders cpu0, cpu1, ... */
export function cpuFolders(host: Host): readonly string[] {
  return host
    .list(cpuFolder)
    .filter((name) => /^cpu\d+$/.test(name))
    .map((name) => `${cpuFolder}/${name}`);
}

/** Mean of the processors now: what the kernel asked for, else what /proc/cpuinfo shows (x86 only). */
export function meanFrequency(host: Host, cpus: readonly string[]): Reading {
  const current = frequencies(host, cpus, 'scaling_cur_freq');
  const shown = current.length > 0 ? current : cpuinfoFrequencies(host);
  if (shown.length === 0) return unreadable(host, `${cpuFolder}/cpu0/cpufreq/scaling_cur_freq`, 'Frequency');
  return { value: shown.reduce((sum, frequency) => sum + frequency, 0) / shown.length };
}

/** The highest that any processor can run at. */
export function maximumFrequency(host: Host, cpus: readonly string[]): Reading {
  const limits = frequencies(host, cpus, 'cpuinfo_max_freq');
  if (limits.length === 0) return unreadable(host, `${cpuFolder}/cpu0/cpufreq/cpuinfo_max_freq`, 'Maximum frequency');
  return { value: Math.max(...limits) };
}

/** One file of each processor's cpufreq folder (kHz), in MHz; processors that are off have none. */
export function frequencies(host: Host, cpus: readonly string[], file: string): number[] {
  return cpus.flatMap((cpu) => {
    const kilohertz = numberIn(host, `${cpu}/cpufreq/${file}`);
    return kilohertz === undefined ? [] : [kilohertz / 1000];
  });
}

function cpuinfoFrequencies(host: Host): number[] {
  const lines = (host.readFile('/proc/cpuinfo') ?? '').matchAll(/^cpu MHz\s*: ([\d.]+)$/gm);
  return [...lines].map(([, megahertz]) => Number(megahertz));
}
