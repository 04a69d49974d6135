// Re-runs: runs of their own that measure again what failed in a first one. Who reads the first reads them with it.
import { dirname, join } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { FailureRecord, PointRecord } from '@edgewright/schemas/generated/record.js';
import { findRun, openRun, type Run, runNames } from './folder.ts';
import type { StoredRecord } from './line.ts';
import { type RunFinding, readRecords } from './read.ts';

/** A record, and the name of the device in the run. */
export type DeviceRecord = StoredRecord & { readonly device: string };

/** The re-runs of a run that are in the same folder as it, oldest first. Of a re-run there are none. */
export async function rerunsOf(run: Run): Promise<readonly Run[]> {
  if (run.head.rerunOf !== undefined) return [];
  return groupReruns(await runsIn(dirname(run.path))).get(run.head.id) ?? [];
}

/** The re-runs among these runs, by the id of their first run, in the order given. */
export function groupReruns(runs: readonly Run[]): ReadonlyMap<string, readonly Run[]> {
  return Map.groupBy(
    runs.filter(({ head }) => head.rerunOf !== undefined),
    ({ head }) => head.rerunOf as string,
  );
}

/** The run that a re-run belongs to, where it is still there; else the run itself. */
export async function firstOf(run: Run): Promise<Run> {
  const { rerunOf } = run.head;
  if (rerunOf === undefined) return run;
  return (await runsIn(dirname(run.path))).find(({ head }) => head.id === rerunOf) ?? run;
}

/** As `findRun`, but the latest of all or of a sweep is the run whose failed points a re-run measured, not the re-run. */
export async function findFirst(root: string, reference: string): Promise<Run> {
  const run = await findRun(root, reference);
  return reference === 'latest' || reference === run.head.name ? firstOf(run) : run;
}

/** Ids of the points that failed and that no re-run has measured since, by the name of the device. */
export async function failedPoints(run: Run): Promise<Readonly<Record<string, readonly string[]>>> {
  const failed = new Map<string, Set<string>>();
  for await (const { device, record } of readMerged(run, await rerunsOf(run), () => {})) {
    if (record.kind !== 'failure' || record.role !== 'point') continue;
    const ids = failed.get(device) ?? new Set();
    failed.set(device, ids.add(record.point.id));
  }
  return Object.fromEntries([...failed].map(([device, ids]) => [device, [...ids]]));
}

/**
 * The records of a run as if what its re-runs measured had been measured in it: in place of a failed slot stands the record
 * of the same point and repeat in a re-run, measured rather than failed, and the last of those that are alike. Reference
 * points of re-runs show drift of another time and are left out, as is what tells of the re-runs themselves.
 */
export async function* readMerged(
  run: Run,
  reruns: readonly Run[],
  onFinding: (finding: RunFinding) => void,
): AsyncGenerator<DeviceRecord> {
  if (reruns.length === 0) {
    yield* readRecords(run, onFinding);
    return;
  }
  const { chosen, measured } = await survey(reruns);
  const replaced = new Map<string, FailureRecord>();
  const fingerprints = new Set<string>();
  for await (const stored of readRecords(run, onFinding)) {
    const { device, record } = stored;
    if (record.kind === 'ceiling') fingerprints.add(record.fingerprint);
    if (record.kind === 'failure') {
      const key = keyOf(device, record);
      if (record.role === 'reference' && measured.has(`${device} ${record.point.id}`)) continue;
      if (record.role === 'point' && chosen.has(key)) {
        replaced.set(key, record);
        continue;
      }
    }
    yield stored;
  }
  for (const [place, rerun] of reruns.entries()) {
    for await (const stored of readRecords(rerun, onFinding)) {
      const { device, record } = stored;
      const own = { run: run.head.id };
      if (record.kind === 'ceiling' && !fingerprints.has(record.fingerprint)) {
        yield { ...stored, record: { ...record, ...own, id: `${rerun.head.id}:${record.id}` } };
      }
      if ((record.kind !== 'point' && record.kind !== 'failure') || record.role !== 'point') continue;
      const key = keyOf(device, record);
      const former = replaced.get(key);
      if (former === undefined || chosen.get(key)?.place !== place) continue;
      yield { ...stored, record: { ...record, ...own, id: former.id, slot: former.slot } };
    }
  }
}

interface Choice {
  /** Of the re-run among its siblings. */
  readonly place: number;
  readonly isMeasured: boolean;
}

/** Which re-run has the word on each point and repeat of a device, and which points of a device any has measured. */
async function survey(reruns: readonly Run[]) {
  const chosen = new Map<string, Choice>();
  const measured = new Set<string>();
  for (const [place, rerun] of reruns.entries()) {
    for await (const { device, record } of readRecords(rerun, () => {})) {
      if ((record.kind !== 'point' && record.kind !== 'failure') || record.role !== 'point') continue;
      const isMeasured = record.kind === 'point';
      if (isMeasured) measured.add(`${device} ${record.point.id}`);
      const key = keyOf(device, record);
      if (isMeasured || chosen.get(key)?.isMeasured !== true) chosen.set(key, { place, isMeasured });
    }
  }
  return { chosen, measured };
}

function keyOf(device: string, { point, repeat }: PointRecord | FailureRecord): string {
  return `${device} ${point.id} ${repeat}`;
}

/** Runs whose head cannot be read are nobody's re-runs. */
async function runsIn(root: string): Promise<readonly Run[]> {
  const runs = await Promise.all(
    (await runNames(root)).map((name) =>
      openRun(join(root, name)).catch((error: unknown) => {
        if (error instanceof CodedError) return undefined;
        throw error;
      }),
    ),
  );
  return runs.filter((run) => run !== undefined);
}
