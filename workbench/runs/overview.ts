// A run at a glance, with what its re-runs measured: each device's part, and the failures one by one.
import type { FailureRecord } from '@edgewright/schemas/generated/record.js';
import type { Run } from './folder.ts';
import type { RunFinding } from './read.ts';
import { readMerged, rerunsOf } from './reruns.ts';
import { countStatus, type DeviceStatus, type StatusCount } from './status.ts';

export interface Overview {
  readonly devices: readonly DeviceStatus[];
  readonly failures: readonly { readonly device: string; readonly record: FailureRecord }[];
  readonly findings: readonly RunFinding[];
}

/** `reruns` as `rerunsOf` gives them: without it they are looked for, which reads the head of every run beside this one. */
export async function overviewOf(run: Run, reruns?: readonly Run[]): Promise<Overview> {
  const counts = new Map<string, StatusCount>(run.head.devices.map(({ name }) => [name, countStatus(name)]));
  const failures: Overview['failures'][number][] = [];
  const findings: RunFinding[] = [];
  for await (const { device, record } of readMerged(run, reruns ?? (await rerunsOf(run)), (finding) =>
    findings.push(finding),
  )) {
    const count = counts.get(device) ?? countStatus(device);
    counts.set(device, count);
    count.add(record);
    if (record.kind === 'failure') failures.push({ device, record });
  }
  return { devices: [...counts.values()].map((count) => count.status()), failures, findings };
}
