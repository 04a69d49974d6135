// Memory that this process may still use and may use at most: the machine's, or a control group's where it is less.
import type { Reading } from '@edgewright/schemas/generated/record.js';
import type { Host } from './host.ts';
import { numberIn, unreadable } from './reading.ts';

/** Bytes that can be taken without swapping. */
export function availableMemory(host: Host): Reading {
  const machine = meminfo(host, 'MemAvailable');
  if (machine === undefined) return unreadable(host, '/proc/meminfo', 'Available memory');
  const groups = memoryGroups(host).map(({ limit, used }) => Math.max(0, limit - used));
  return { value: Math.min(machine, ...groups) };
}

/** Bytes. */
export function memoryLimit(host: Host): number {
  return Math.min(host.totalMemory, ...memoryGroups(host).map(({ limit }) => limit));
}

interface MemoryGroup {
  readonly limit: number;
  /** Without page cache that the kernel gives back when asked. */
  readonly used: number;
}

/** The control groups of this process, from its own to the root, that limit memory. [Linux Documentation/admin-guide/cgroup-v2, cgroup-v1/memory] */
function memoryGroups(host: Host): MemoryGroup[] {
  const lines = (host.readFile('/proc/self/cgroup') ?? '').trim().split('\n');
  return lines.flatMap((line) => {
    const [, controllers, ...rest] = line.split(':');
    const path = rest.join(':');
    if (controllers === '') return groupsOf(host, '/sys/fs/cgroup', path, v2);
    return controllers?.split(',').includes('memory') ? groupsOf(host, '/sys/fs/cgroup/memory', path, v1) : [];
  });
}

interface Files {
  readonly limit: string;
  readonly usage: string;
  readonly reclaimable: RegExp;
}

const v2: Files = { limit: 'memory.max', usage: 'memory.current', reclaimable: /^inactive_file (\d+)$/m };
const v1: Files = {
  limit: 'memory.limit_in_bytes',
  usage: 'memory.usage_in_bytes',
  reclaimable: /^total_inactive_file (\d+)$/m,
};

function groupsOf(host: Host, mount: string, path: string, files: Files): MemoryGroup[] {
  const groups: MemoryGroup[] = [];
  // In a container the path may be the host's and name no folder here; its root folder, asked last, still stands.
  for (let folder = path.replace(/\/$/, ''); ; folder = folder.slice(0, folder.lastIndexOf('/'))) {
    const base = `${mount}${folder}`;
    const limit = numberIn(host, `${base}/${files.limit}`);
    // "max" in version 2, a number beyond all memory in version 1, mean no limit.
    if (limit !== undefined && limit < host.totalMemory) {
      const cache = Number(files.reclaimable.exec(host.readFile(`${base}/memory.stat`) ?? '')?.[1] ?? 0);
      groups.push({ limit, used: Math.max(0, (numberIn(host, `${base}/${files.usage}`) ?? 0) - cache) });
    }
    if (folder === '') return groups;
  }
}

function meminfo(host: Host, key: string): number | undefined {
  const kibibytes = new RegExp(`^${key}:\\s+(\\d+) kB$`, 'm').exec(host.readFile('/proc/meminfo') ?? '')?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}
