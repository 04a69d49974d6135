import { join, relative, resolve } from 'node:path';
import { analyse } from '@edgewright/core/analysis/analyse.js';
import { tableOf } from '@edgewright/core/analysis/table.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';
import { renderReport } from '../../report/report.ts';
import { writeDurably } from '../../runs/durable.ts';
import { readMeasured } from '../../runs/measured.ts';
import { findFirst } from '../../runs/reruns.ts';
import { sourcesOf } from '../../sweep/load.ts';
import { exitCodes } from '../exit.ts';
import type { Io } from '../io.ts';

interface ReportOptions {
  readonly out: string;
  readonly output?: string;
  readonly json?: boolean;
}

/** `edgewright report RUN` */
export async function reportRun(io: Io, reference: string, options: ReportOptions): Promise<number> {
  const run = await findFirst(resolve(io.cwd, options.out), reference);
  const [{ records, findings }] = await readMeasured([run]);
  const { sweep } = parseSweep(run.head.sweep);
  const data = analyse(tableOf(records), sweep, { files: await sourcesOf(run.head) });
  const file = options.output === undefined ? join(run.path, 'report.html') : resolve(io.cwd, options.output);
  await writeDurably(file, renderReport(data, { records }));
  if (options.json) {
    const { counts, headline } = data;
    io.out(`${JSON.stringify({ file, counts, headline, findings }, null, 2)}\n`);
  } else {
    for (const { file: broken, line, message, fix } of findings)
      io.err(`${broken}:${line}: ${message}\n  fix: ${fix}\n`);
    for (const { text } of data.headline) io.out(`- ${text}\n`);
    io.out(`report: ${relative(io.cwd, file)}\n`);
  }
  return exitCodes.ok;
}
