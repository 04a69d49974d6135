// Wall time of a sweep outside generate, load, first, warm-up and steady, with the real agent and a linked workbench:
// the goal is at most 2 % for points of 100 ms or more. Also the agent's memory when idle: the goal is under 80 MB.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DurableRecord, PointRecord, StateRecord } from '@edgewright/schemas/generated/record.js';
import { type AgentProcess, fromPackage, linkTo, startAgentProcess, tokenIn } from '../e2e/process.ts';

const sweep = (time: number): string => `edgewright: sweep/v1
name: overhead
models:
  - family: fc
    axes: { layers: [1, 2, 3, 4, 6, 8, 12, 16], nodes: [64, 96, 128, 192, 256, 512], batch: [1, 2, 4, 8, 16] }
measure: { minTime: ${time}ms, maxTime: ${time}ms, warmupTime: 1ms, warmupIterations: 1 }
`;

const root = new URL('../..', import.meta.url).pathname;
if (spawnSync('node', ['scripts/pack.ts'], { cwd: root, stdio: 'inherit' }).status !== 0) process.exit(1);
const data = mkdtempSync(join(tmpdir(), 'edgewright-bench-'));
const agent = await startAgentProcess(data, [], fromPackage);
try {
  await new Promise((resolve) => setTimeout(resolve, 3000));
  console.log(`  agent that has run nothing yet: ${(residentBytes(agent) / 1e6).toFixed(1)} MB resident`);
  for (const time of [100, 200]) await overhead(time);
  await new Promise((resolve) => setTimeout(resolve, 5000));
  console.log(`  agent after both runs: ${(residentBytes(agent) / 1e6).toFixed(1)} MB resident`);
} finally {
  await agent.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
}
process.exit(0);

async function overhead(time: number): Promise<void> {
  const workbench = await linkTo(agent.port, tokenIn(data));
  const run = `bench-${time}`;
  const started = await workbench.session.request('run.start', { run, sweep: sweep(time), artifacts: {} });
  if (started.kind === 'refused') throw new Error(JSON.stringify(started.diagnostics));
  await workbench.session.request('run.watch', { run, after: 0 });
  await workbench.record((record): record is StateRecord => record.kind === 'state' && record.state === 'finished');
  const records = workbench.received.map(({ record }) => record);
  workbench.cut();
  const points = records.filter((record): record is PointRecord => record.kind === 'point');
  const wall = endOf(records) - Math.min(...points.map(({ time: begun }) => Date.parse(begun)));
  const measured = points.reduce((sum, { phases }) => sum + Object.values(phases).reduce((a, b) => a + b, 0), 0);
  const share = ((wall - measured) / wall) * 100;
  const each = measured / points.length;
  console.log(
    `  ${points.length} points of ${each.toFixed(0)} ms: wall ${(wall / 1000).toFixed(2)} s, outside the phases ${share.toFixed(2)} % (${((wall - measured) / points.length).toFixed(2)} ms a point)`,
  );
}

function endOf(records: readonly DurableRecord[]): number {
  const end = records.find((record) => record.kind === 'state' && record.state === 'finished');
  if (end === undefined) throw new Error('the run has no end');
  return Date.parse(end.time);
}

function residentBytes({ process: child }: AgentProcess): number {
  const pages = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
  if (pages === undefined) throw new Error('no VmRSS');
  return Number(pages) * 1024;
}
