import { resolve } from 'node:path';
import { exportTable } from '../../runs/export.ts';
import { findFirst } from '../../runs/reruns.ts';
import { exitCodes } from '../exit.ts';
import type { Io } from '../io.ts';

interface ExportOptions {
  readonly out: string;
  readonly format: 'csv' | 'parquet';
  readonly output: string;
  readonly json?: boolean;
}

/** `edgewright export RUN --format FORMAT -o FILE` */
export async function exportRun(io: Io, reference: string, options: ExportOptions): Promise<number> {
  const run = await findFirst(resolve(io.cwd, options.out), reference);
  const { rows, columns, findings } = await exportTable(run, options.format, resolve(io.cwd, options.output));
  const { format, output } = options;
  if (options.json) io.out(`${JSON.stringify({ file: resolve(io.cwd, output), format, rows, columns, findings })}\n`);
  else {
    for (const { file, line, message, fix } of findings) io.err(`${file}:${line}: ${message}\n  fix: ${fix}\n`);
    io.out(`${output}: ${rows} rows, ${columns.length} columns\n`);
  }
  return findings.length > 0 ? exitCodes.findings : exitCodes.ok;
}
