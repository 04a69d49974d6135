// A run with its re-runs, as the workbench merges them (runs/reruns.ts), with the places of the records: a record that a re-run
// measured takes the place of the one that failed.
import { basename } from 'node:path';
import type { FailureRecord, PointRecord } from '@edgewright/schemas/generated/record.js';
import type { Run } from '@edgewright/workbench/runs/folder.js';
import type { RecordPlace, TakeRecord } from './folders.ts';

/** `read` tells every record of one run. The re-runs are read before the run. */
export async function readMerged(
  run: Run,
  reruns: readonly Run[],
  read: (run: Run, take: TakeRecord) => Promise<void>,
  take: TakeRecord,
): Promise<void> {
  const chosen = new Map<string, { readonly record: PointRecord | FailureRecord; readonly place: RecordPlace }>();
  const ceilings: Parameters<TakeRecord>[] = [];
  for (const rerun of reruns) {
    await read(rerun, (record, place) => {
      if (record.kind === 'ceiling') ceilings.push([{ ...record, id: `${rerun.head.id}:${record.id}` }, place]);
      if ((record.kind !== 'point' && record.kind !== 'failure') || record.role !== 'point') return;
      const key = keyOf(record, place);
      if (record.kind === 'point' || chosen.get(key)?.record.kind !== 'point') {
        // Raw latencies are read again from the file.
        chosen.set(key, { record: record.kind === 'point' ? { ...record, latencies: [] } : record, place });
      }
    });
  }
  const measured = new Set(
    [...chosen.values()].flatMap(({ record, place }) =>
      record.kind === 'point' ? [`${deviceOf(place)} ${record.point.id}`] : [],
    ),
  );
  const fingerprints = new Set<string>();
  await read(run, (record, place) => {
    if (record.kind === 'ceiling') fingerprints.add(record.fingerprint);
    if (record.kind === 'failure') {
      if (record.role === 'reference' && measured.has(`${deviceOf(place)} ${record.point.id}`)) return;
      const again = record.role === 'point' ? chosen.get(keyOf(record, place)) : undefined;
      if (again !== undefined) {
        take({ ...again.record, run: run.head.id, id: record.id, slot: record.slot }, again.place);
        return;
      }
    }
    take(record, place);
  });
  for (const [record, place] of ceilings) {
    if ('fingerprint' in record && !fingerprints.has(record.fingerprint)) take({ ...record, run: run.head.id }, place);
  }
}

function keyOf({ point, repeat }: PointRecord | FailureRecord, place: RecordPlace): string {
  return `${deviceOf(place)} ${point.id} ${repeat}`;
}

function deviceOf({ file }: RecordPlace): string {
  return basename(file, '.jsonl');
}
