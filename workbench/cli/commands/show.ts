import { relative, resolve } from 'node:path';
import { overviewOf } from '../../runs/overview.ts';
import { findFirst, rerunsOf } from '../../runs/reruns.ts';
import { namingOf } from '../../text/naming.ts';
import { exitCodes } from '../exit.ts';
import type { Io } from '../io.ts';
import { formatTable } from '../table.ts';
import { failureText, tallyText } from '../tally.ts';

/** `edgewright show RUN`; exit code 1 where a point failed. */
export async function showRun(io: Io, reference: string, options: { out: string; json?: boolean }): Promise<number> {
  const run = await findFirst(resolve(io.cwd, options.out), reference);
  const reruns = await rerunsOf(run);
  const { devices, failures, findings } = await overviewOf(run, reruns);
  const { id, name, started } = run.head;
  if (options.json) {
    const rerunJson = {
      ...(run.head.rerunOf !== undefined && { rerunOf: run.head.rerunOf }),
      ...(reruns.length > 0 && { reruns: reruns.map(({ head, path }) => ({ run: head.id, folder: path })) }),
    };
    const failed = failures.map(({ device, record }) => {
      const { slot, point, phase, code, message, fix, detail } = record;
      return { device, slot, point, phase, code, message, fix, detail };
    });
    io.out(
      `${JSON.stringify({ run: id, name, started, folder: run.path, devices, failures: failed, findings, ...rerunJson }, null, 2)}\n`,
    );
  } else {
    io.out(
      `${io.paint('strong', name)}  ${started.slice(0, 16).replace('T', ' ')} UTC  ${relative(io.cwd, run.path) || '.'}\n`,
    );
    for (const status of devices) io.out(`${status.device}: ${tallyText(status)}\n${failureText(status, io)}`);
    for (const { path } of reruns) io.out(`with its re-run ${relative(io.cwd, path)}\n`);
    if (failures.length > 0) {
      const naming = namingOf(run.head.sweep);
      const columns = [
        { title: 'slot', align: 'right' as const },
        { title: 'code' },
        { title: 'phase' },
        { title: 'point', shrinks: true },
      ];
      const rows = failures.map(({ record }) => [
        String(record.slot),
        record.code,
        record.phase,
        naming.point(record.point),
      ]);
      io.out(`\n${formatTable(columns, rows, io.width, (text) => io.paint('strong', text))}`);
    }
    for (const { file, line, message, fix } of findings) io.err(`${file}:${line}: ${message}\n  fix: ${fix}\n`);
  }
  return failures.length > 0 || findings.length > 0 ? exitCodes.findings : exitCodes.ok;
}
