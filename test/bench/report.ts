// How long the report of 100,000 records takes from the run folder to the HTML file: the goal is under 10 s.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { makeRecords } from '../fixtures/records.ts';
import { writeRunFolder } from '../fixtures/runfolder.ts';

const folder = mkdtempSync(join(tmpdir(), 'edgewright-report-'));
try {
  const records = makeRecords({ count: 100_000 });
  const run = writeRunFolder(folder, records);
  const begin = performance.now();
  const result = spawnSync('node', ['workbench/bin/edgewright.mjs', 'report', run, '-o', join(folder, 'report.html')], {
    cwd: new URL('../..', import.meta.url).pathname,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const took = (performance.now() - begin) / 1000;
  if (result.status !== 0) throw new Error(result.stderr);
  console.log(
    `  ${records.length} records: ${took.toFixed(1)} s, ${(statSync(join(folder, 'report.html')).size / 1e6).toFixed(1)} MB of HTML`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
