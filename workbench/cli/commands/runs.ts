import { basename, join, resolve } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import { openRun, type Run, runNames } from '../../runs/folder.ts';
import { overviewOf } from '../../runs/overview.ts';
import { groupReruns } from '../../runs/reruns.ts';
import { exitCodes, formatFailure } from '../exit.ts';
import type { Io } from '../io.ts';
import { formatTable } from '../table.ts';

/** `edgewright runs`: oldest first. */
export async function listRuns(io: Io, options: { out: string; json?: boolean }): Promise<number> {
  const root = resolve(io.cwd, options.out);
  const runs: Run[] = [];
  for (const name of await runNames(root)) runs.push(...(await openOrTell(join(root, name), io)));
  const reruns = groupReruns(runs);
  const rows = [];
  for (const run of runs) {
    const { devices } = await overviewOf(run, reruns.get(run.head.id) ?? []);
    const sum = (key: 'slots' | 'done' | 'failed') => devices.reduce((total, device) => total + device[key], 0);
    const states = [...new Set(devices.map(({ state }) => state ?? 'not started'))];
    rows.push({
      folder: basename(run.path),
      run: run.head.id,
      name: run.head.name,
      started: run.head.started,
      devices: devices.map(({ device }) => device),
      states,
      slots: sum('slots'),
      done: sum('done'),
      failed: sum('failed'),
      ...(run.head.rerunOf !== undefined && { rerunOf: run.head.rerunOf }),
    });
  }
  if (options.json) io.out(`${JSON.stringify(rows, null, 2)}\n`);
  else if (rows.length === 0) io.out(`no runs in ${options.out}\n`);
  else {
    const columns = [
      { title: 'folder', shrinks: true },
      { title: 'devices', shrinks: true },
      { title: 'state' },
      { title: 'done', align: 'right' as const },
      { title: 'failed', align: 'right' as const },
    ];
    const cells = rows.map(({ folder, devices, states, done, slots, failed }) => [
      folder,
      devices.join(', '),
      states.join(', '),
      `${done}/${slots || '?'}`,
      String(failed),
    ]);
    io.out(formatTable(columns, cells, io.width, (text) => io.paint('strong', text)));
  }
  return exitCodes.ok;
}

async function openOrTell(path: string, io: Io): Promise<readonly Run[]> {
  try {
    return [await openRun(path)];
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    io.err(formatFailure(error, io));
    return [];
  }
}
