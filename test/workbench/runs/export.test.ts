import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';
import { exportTable } from '@edgewright/workbench/runs/export.js';
import { createRun, type Run, recordsPath } from '@edgewright/workbench/runs/folder.js';
import { formatLine } from '@edgewright/workbench/runs/line.js';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { temporaryFolder } from '../folder.ts';
import { failureRecord, pointOf, pointRecord, runRecord } from '../records.ts';

describe('export', () => {
  const folder = temporaryFolder();
  const make = async (records: readonly DurableRecord[]): Promise<Run> => {
    const head = { name: 'quick', program: '', sweep: '', artifacts: {}, devices: [{ name: 'pi', id: 'pi' }] };
    const run = await createRun(folder(), head, new Date(0));
    const lines = records.map((record, index) => formatLine({ cursor: index + 1, record }));
    writeFileSync(recordsPath(run, 'pi'), lines.join(''));
    return run;
  };
  const mixed: readonly DurableRecord[] = [
    runRecord(4),
    pointRecord(0, { point: pointOf(0, { width: 1, block: 'residual', blocks: [3, 4], n: 7 }) }),
    pointRecord(1, {
      point: pointOf(1, { width: 0.5, block: 'with "quotes", and\nlines', blocks: 2, n: 8 }),
      verdict: { kind: 'wide', reasons: ['half-width 5 %', 'few samples'] },
    }),
    failureRecord(2),
  ];

  it('to Parquet reads back with types: axes, lists of latencies, and nulls where there is nothing', async () => {
    const run = await make(mixed);
    const path = join(folder(), 'run.parquet');
    const { rows, columns } = await exportTable(run, 'parquet', path);
    const file = await asyncBufferFromFile(path);
    const read = await parquetReadObjects({ file });
    assert.equal(rows, 3);
    assert.equal(read.length, 3);
    assert.deepEqual(Object.keys(read[0]), columns);
    const pick = (row: Record<string, unknown>, names: readonly string[]) => names.map((name) => row[name] ?? null);
    const names = [
      'device',
      'slot',
      'status',
      'width',
      'block',
      'blocks',
      'dimension.n',
      'n',
      'median',
      'p99',
      'latencies',
    ];
    assert.deepEqual(pick(read[0], names), [
      'pi',
      0,
      'measured',
      1,
      'residual',
      '[3,4]',
      7,
      3,
      1.5,
      null,
      [1.5, 1.25, 2],
    ]);
    assert.deepEqual(pick(read[1], ['width', 'blocks', 'verdict', 'reasons']), [
      0.5,
      '2',
      'wide',
      'half-width 5 %; few samples',
    ]);
    assert.deepEqual(pick(read[2], ['status', 'code', 'phase', 'median', 'latencies', 'macs', 'layers', 'width']), [
      'failed',
      'out-of-memory',
      'load',
      null,
      null,
      4512,
      3,
      null,
    ]);
    const { schema } = await parquetMetadataAsync(file);
    const typeOf = (name: string) => schema.find((element) => element.name === name)?.type;
    assert.deepEqual(['slot', 'width', 'dimension.n', 'block', 'median'].map(typeOf), [
      'INT32',
      'DOUBLE',
      'INT32',
      'BYTE_ARRAY',
      'DOUBLE',
    ]);
  });

  it('to CSV is a header and a line a slot, quoted where it must be', async () => {
    const run = await make(mixed);
    const path = join(folder(), 'run.csv');
    await exportTable(run, 'csv', path);
    const text = readFileSync(path, 'utf8');
    assert.match(text, /^device,run,time,slot,role,/);
    assert.match(text, /"with ""quotes"", and\nlines"/);
    assert.match(text, /,1\.5 1\.25 2\n/);
    assert.equal(text.split('\n').length, 1 + 3 + 1 + 1, 'header, three rows, the line inside of quotes, the end');
  });

  it('of a run larger than a row group keeps every row in order', async () => {
    const count = 4_500;
    const run = await make(Array.from({ length: count }, (_, slot) => pointRecord(slot)));
    const path = join(folder(), 'large.parquet');
    assert.equal((await exportTable(run, 'parquet', path)).rows, count);
    const read = await parquetReadObjects({ file: await asyncBufferFromFile(path), columns: ['slot'] });
    assert.deepEqual(
      read.map(({ slot }) => slot),
      Array.from({ length: count }, (_, slot) => slot),
    );
  });

  it('leaves no file behind where it cannot be written, and of a run without points writes the columns alone', async () => {
    const run = await make([runRecord(0)]);
    await assert.rejects(exportTable(run, 'csv', join(folder(), 'none', 'run.csv')), { code: 'storage-refused' });
    for (const format of ['csv', 'parquet'] as const) {
      assert.equal((await exportTable(run, format, join(folder(), `empty.${format}`))).rows, 0);
    }
    assert.deepEqual(
      readdirSync(folder()).filter((name) => name.endsWith('.tmp')),
      [],
    );
    const file = await asyncBufferFromFile(join(folder(), 'empty.parquet'));
    assert.deepEqual(await parquetReadObjects({ file }), []);
  });
});
