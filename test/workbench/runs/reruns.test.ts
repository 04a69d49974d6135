import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';
import { readRun } from '@edgewright/workbench/runs/content.js';
import { createRun, type NewRun, type Run, recordsPath } from '@edgewright/workbench/runs/folder.js';
import { formatLine } from '@edgewright/workbench/runs/line.js';
import { overviewOf } from '@edgewright/workbench/runs/overview.js';
import { failedPoints, findFirst, firstOf, rerunsOf } from '@edgewright/workbench/runs/reruns.js';
import { temporaryFolder } from '../folder.ts';
import { ceilingRecord, failureRecord, pointOf, pointRecord, runRecord, stateRecord } from '../records.ts';

describe('re-runs', () => {
  const folder = temporaryFolder();
  let made = 0;

  const write = async (records: readonly DurableRecord[], more: Partial<NewRun> = {}): Promise<Run> => {
    const devices = [
      { name: 'pi', id: 'device-id' },
      { name: 'nano', id: 'other-id' },
    ];
    const head = { name: 'quick', program: '', sweep: '', artifacts: {}, devices, ...more };
    const run = await createRun(folder(), head, new Date(1000 * ++made));
    const lines = records.map((record, index) =>
      formatLine({ cursor: index + 1, record: { ...record, run: run.head.id } }),
    );
    writeFileSync(recordsPath(run, 'pi'), lines.join(''));
    return run;
  };
  /** Slots 1 and 2 failed, in the first run. */
  const writeFirst = () =>
    write([runRecord(4), pointRecord(0), failureRecord(1), failureRecord(2), pointRecord(3), stateRecord('finished')]);
  const again = (first: Run, records: readonly DurableRecord[]) =>
    write(records, { rerunOf: first.head.id, points: { pi: ['point-1', 'point-2'] } });
  /** The record of a re-run, whose slots are its own. */
  const at = <T extends DurableRecord>(slot: number, record: T): T => ({ ...record, slot, id: `slot-${slot}` });
  const shown = ({ records }: { readonly records: readonly DurableRecord[] }) =>
    records.flatMap((record) =>
      record.kind === 'point' || record.kind === 'failure' ? [`${record.slot} ${record.kind} ${record.point.id}`] : [],
    );

  it('stand in the place of what failed, under the run and the slot of the first', async () => {
    const first = await writeFirst();
    assert.deepEqual(await failedPoints(first), { pi: ['point-1', 'point-2'] });
    await again(first, [
      runRecord(2),
      ceilingRecord(),
      at(0, { ...pointRecord(2), role: 'reference' }),
      at(1, pointRecord(2)),
      at(2, failureRecord(1)),
      stateRecord('finished'),
    ]);
    const content = await readRun(first.path);
    assert.deepEqual(shown(content), ['0 point point-0', '3 point point-3', '2 point point-2', '1 failure point-1']);
    assert.deepEqual([...new Set(content.records.map(({ run }) => run))], [first.head.id]);
    assert.equal(new Set(content.records.map(({ id }) => id)).size, content.records.length);
    assert.equal(content.records.filter(({ kind }) => kind === 'run').length, 1);
    assert.equal(content.reruns.length, 1);
    assert.deepEqual(await failedPoints(first), { pi: ['point-1'] });
    const { devices, failures } = await overviewOf(first);
    assert.deepEqual([devices[0]?.done, devices[0]?.failed, devices[0]?.slots], [4, 1, 4]);
    assert.deepEqual(
      failures.map(({ record }) => record.point.id),
      ['point-1'],
    );
  });

  it('of which the last that measured has the word', async () => {
    const first = await writeFirst();
    await again(first, [at(0, failureRecord(1)), at(1, pointRecord(2, { items: 7 }))]);
    await again(first, [at(0, pointRecord(1, { items: 8 })), at(1, failureRecord(2))]);
    const content = await readRun(first.path);
    assert.deepEqual(shown(content), ['0 point point-0', '3 point point-3', '2 point point-2', '1 point point-1']);
    assert.deepEqual(await failedPoints(first), {});
  });

  it('leave repeats alone that were measured', async () => {
    const repeated = { ...failureRecord(1), repeat: 1, point: pointOf(0) };
    const first = await write([pointRecord(0), repeated]);
    await again(first, [at(0, pointRecord(0, { items: 9 })), at(1, pointRecord(0, { items: 10, repeat: 1 }))]);
    const { records } = await readRun(first.path);
    const items = records.flatMap((record) => (record.kind === 'point' ? [record.items] : []));
    assert.deepEqual(items, [1, 10]);
  });

  it('resolve the failures of a reference point that they measured', async () => {
    const first = await write([{ ...failureRecord(0), role: 'reference', point: pointOf(1) }, failureRecord(1)]);
    await again(first, [at(0, pointRecord(1))]);
    assert.deepEqual(shown(await readRun(first.path)), ['1 point point-1']);
  });

  it('bring ceilings of a device that has changed', async () => {
    const first = await write([ceilingRecord(), failureRecord(1)]);
    await again(first, [
      ceilingRecord(),
      { ...ceilingRecord(), id: 'ceiling-ort-2', fingerprint: 'beef' },
      at(0, pointRecord(1)),
    ]);
    const { records } = await readRun(first.path);
    const prints = records.flatMap((record) => (record.kind === 'ceiling' ? [record.fingerprint] : []));
    assert.deepEqual(prints, ['f00d', 'beef']);
  });

  it('are found from the first run and it from them, and are not the latest of a sweep', async () => {
    const first = await writeFirst();
    const second = await again(first, [at(0, pointRecord(1))]);
    const ids = (runs: readonly Run[]) => runs.map(({ head }) => head.id);
    assert.deepEqual(ids(await rerunsOf(first)), [second.head.id]);
    assert.deepEqual(ids(await rerunsOf(second)), []);
    assert.equal((await firstOf(second)).head.id, first.head.id);
    assert.equal((await findFirst(folder(), 'latest')).head.id, first.head.id);
    assert.equal((await findFirst(folder(), 'quick')).head.id, first.head.id);
    assert.equal((await findFirst(folder(), second.head.id.slice(-6))).head.id, second.head.id);
  });
});
