// Load of the processors from /proc: of all processes, and of those that are not ours. Shares are quotients of counts in
// the same unit (clock ticks), so the length of a tick does not matter.
import type { Reading } from '@edgewright/schemas/generated/record.js';
import type { Host } from './host.ts';
import { unavailable, unreadable } from './reading.ts';

/** Ticks counted since boot. */
export interface LoadMark {
  readonly total: number;
  readonly busy: number;
  /** Of the process `host.pid` and its descendants. */
  readonly own: number;
}

/** Undefined where /proc/stat cannot be read, as on Android. */
export function markLoad(host: Host): LoadMark | undefined {
  // proc(5): user nice system idle iowait irq softirq steal; guest time is part of user and nice.
  const line = /^cpu +(.*)$/m.exec(host.readFile('/proc/stat') ?? '')?.[1];
  if (line === undefined) return undefined;
  const ticks = line.split(/\s+/).slice(0, 8).map(Number);
  const total = ticks.reduce((sum, count) => sum + count, 0);
  const idle = (ticks[3] ?? 0) + (ticks[4] ?? 0);
  return { total, busy: total - idle, own: treeTicks(host, host.pid) };
}

/** Share of all processor time since `from` that was not idle, 0 to 1. */
export function busyShare(host: Host, from: LoadMark | undefined, to: LoadMark | undefined): Reading {
  return share(host, from, to, (mark) => mark.busy);
}

/** Share of all processor time since `from` that other processes, the kernel's interrupts or a hypervisor used, 0 to 1. */
export function othersShare(host: Host, from: LoadMark | undefined, to: LoadMark | undefined): Reading {
  return share(host, from, to, (mark) => mark.busy - mark.own);
}

function share(
  host: Host,
  from: LoadMark | undefined,
  to: LoadMark | undefined,
  count: (mark: LoadMark) => number,
): Reading {
  if (!from || !to) return unreadable(host, '/proc/stat', 'Load');
  const elapsed = to.total - from.total;
  if (elapsed <= 0)
    return unavailable('no tick of the clock has passed since the last sample', 'Sample 50 ms apart or more.');
  // A child that ends takes its ticks along, and ticks of processes are rounded: neither may leave 0 to 1.
  return { value: Math.min(1, Math.max(0, (count(to) - count(from)) / elapsed)) };
}

/** User and system ticks of a process and its descendants, of those that ended as far as their parent waited for them. */
function treeTicks(host: Host, pid: number): number {
  const stat = host.readFile(`/proc/${pid}/stat`);
  if (stat === undefined) return 0;
  // The name in parentheses may hold spaces and parentheses; fields count on from behind the last one: utime stime cutime cstime.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const own = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  // Node starts processes from its main thread, whose id is the process's.
  const children = host.readFile(`/proc/${pid}/task/${pid}/children`)?.trim() ?? '';
  if (children === '') return own;
  return children.split(' ').reduce((sum, child) => sum + treeTicks(host, Number(child)), own);
}
