// A run at a glance: each device's part, and the failures one by one.
import type { FailureRecord } from '@edgewright/schemas/generated/record.js';
import type { Run } from './folder.ts';
import { type RunFinding, readRecords } from './read.ts';
import { countStatus, type DeviceStatus, type StatusCount } from './status.ts';

export interface Overview {
  readonly devices: readonly DeviceStatus[];
  readonly failures: readonly { readonly device: string; readonly record: FailureRecord }[];
  readonly findings: readonly RunFinding[];
}

export async function overviewOf(run: Run): Promise<Overview> {
  const counts = new Map<string, StatusCount>(run.head.devices.map(({ name }) => [name, countStatus(name)]));
  const failures: Overview['failures'][number][] = [];
  const findings: RunFinding[] = [];
  for await (const { device, record } of readRecords(run, (finding) => findings.push(finding))) {
    const count = counts.get(device) ?? countStatus(device);
    counts.set(device, count);
    count.add(record);
    if (record.kind === 'failure') failures.push({ device, record });
  }
  return { devices: [...counts.values()].map((count) => count.status()), failures, findings };
}
