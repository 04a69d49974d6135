// A run as a table for other tools. The records are read twice and streamed, so that a run may be larger than memory.
import { open, rename, rm } from 'node:fs/promises';
import type { SchemaElement } from 'hyparquet-writer';
import { type Cell, type ExportColumn, type SlotRecord, surveyColumns } from './column.ts';
import { storageError } from './durable.ts';
import type { Run } from './folder.ts';
import type { RunFinding } from './read.ts';
import { readMerged, rerunsOf } from './reruns.ts';

export interface Exported {
  readonly rows: number;
  readonly columns: readonly string[];
  readonly findings: readonly RunFinding[];
}

/** Rows handled at once; a row group of the Parquet file. */
const groupRows = 2_000;

/** What re-runs measured is in it. Writes `file` as a whole or not at all. Throws `disk-full` or `storage-refused`. */
export async function exportTable(run: Run, format: 'csv' | 'parquet', file: string): Promise<Exported> {
  const findings: RunFinding[] = [];
  const survey = surveyColumns();
  for await (const { record } of slotRecords(run, (finding) => findings.push(finding))) survey.add(record);
  const columns = survey.columns();
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const rows = await (format === 'csv' ? writeCsv : writeParquet)(run, columns, temporary);
    const written = await open(temporary, 'r+');
    await written.sync().finally(() => written.close());
    await rename(temporary, file);
    return { rows, columns: columns.map(({ name }) => name), findings };
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw storageError(error, file);
  }
}

/** A list of numbers is separated by spaces, a cell without a value is empty. [RFC 4180] with LF line ends. */
async function writeCsv(run: Run, columns: readonly ExportColumn[], path: string): Promise<number> {
  const { stringify } = await import('csv-stringify/sync');
  const file = await open(path, 'w');
  try {
    await file.writeFile(stringify([columns.map(({ name }) => name)]));
    let rows = 0;
    for await (const group of groupsOf(run)) {
      rows += group.length;
      const lines = group.map(({ record, device }) =>
        columns.map(({ cell }) => {
          const value = cell(record, device);
          if (Array.isArray(value)) return value.join(' ');
          return value === null ? '' : String(value);
        }),
      );
      await file.writeFile(stringify(lines));
    }
    return rows;
  } finally {
    await file.close();
  }
}

async function writeParquet(run: Run, columns: readonly ExportColumn[], path: string): Promise<number> {
  const { fileWriter, ParquetWriter } = await import('hyparquet-writer');
  const schema = [{ name: 'root', num_children: columns.length }, ...columns.flatMap(parquetSchema)];
  const writer = new ParquetWriter({ writer: fileWriter(path), schema, createdBy: 'edgewright' });
  let rows = 0;
  for await (const group of groupsOf(run)) {
    rows += group.length;
    const columnData = columns.map(({ name, cell }) => ({
      name,
      data: group.map(({ record, device }): Cell => cell(record, device)),
    }));
    await writer.write({ columnData, rowGroupSize: groupRows });
  }
  await writer.finish();
  return rows;
}

/** [Parquet, LogicalTypes.md: lists have three levels] */
function parquetSchema({ name, type }: ExportColumn): SchemaElement[] {
  switch (type) {
    case 'text':
      return [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' }];
    case 'number':
      return [{ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' }];
    case 'integer':
      return [{ name, type: 'INT32', repetition_type: 'OPTIONAL' }];
    case 'boolean':
      return [{ name, type: 'BOOLEAN', repetition_type: 'OPTIONAL' }];
    case 'numbers':
      return [
        { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', type: 'DOUBLE', repetition_type: 'REQUIRED' },
      ];
  }
}

interface DeviceSlot {
  readonly record: SlotRecord;
  readonly device: string;
}

async function* groupsOf(run: Run): AsyncGenerator<readonly DeviceSlot[]> {
  let group: DeviceSlot[] = [];
  for await (const slot of slotRecords(run, () => {})) {
    group.push(slot);
    if (group.length < groupRows) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

async function* slotRecords(run: Run, onFinding: (finding: RunFinding) => void): AsyncGenerator<DeviceSlot> {
  for await (const { record, device } of readMerged(run, await rerunsOf(run), onFinding)) {
    if (record.kind === 'point' || record.kind === 'failure') yield { record, device };
  }
}
