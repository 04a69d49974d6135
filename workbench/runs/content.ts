// A whole run at once, with what its re-runs measured.
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';
import { openRun, type Run } from './folder.ts';
import type { RunFinding } from './read.ts';
import { readMerged, rerunsOf } from './reruns.ts';

export interface RunContent extends Run {
  /** As `readMerged` gives them: device by device in the order of the head, then what comes from re-runs. */
  readonly records: readonly DurableRecord[];
  readonly findings: readonly RunFinding[];
  /** Oldest first. */
  readonly reruns: readonly Run[];
}

/** Throws `run-not-found` or `run-broken`. */
export async function readRun(path: string): Promise<RunContent> {
  const run = await openRun(path);
  const reruns = await rerunsOf(run);
  const records: DurableRecord[] = [];
  const findings: RunFinding[] = [];
  for await (const { record } of readMerged(run, reruns, (finding) => findings.push(finding))) records.push(record);
  return { ...run, records, findings, reruns };
}
