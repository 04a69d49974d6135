// The samples with their real models on a real agent, driven by their recordings in real time.
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { TaskCounters, TaskStatus } from '@edgewright/schemas/deployment.js';
import { edgewright, type Setting } from '../workbench/cli/terminal.ts';
import { type AgentProcess, createFolders, linkTo, startAgentProcess, tokenIn } from './process.ts';

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));

/** Results of the samples in order; scores are of the models, and no number of them is fixed here but which side it is on. */
const expected: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  motion: [{ 'script.upsideDown': false }, { 'script.upsideDown': true }, { 'script.upsideDown': false }],
  keyword: [{ 'script.heard': true }, { 'script.heard': false }, { 'script.heard': true }],
  feed: [{ clicked: 1 }, { clicked: 0 }, { clicked: 2 }],
};

describe('the sample tasks', function () {
  this.timeout(120_000);
  const folders = createFolders();
  let agent: AgentProcess;
  after(async () => {
    await agent.kill('SIGKILL');
    folders.remove();
  });

  it('run with their models beside each other, and tell latency against deadline and bytes raw and sent', async () => {
    const data = folders.make();
    agent = await startAgentProcess(data);
    const setting: Setting = { cwd: samples, environment: { XDG_CONFIG_HOME: data, EDGEWRIGHT_TOKEN: tokenIn(data) } };
    const device = ['--device', `ws://127.0.0.1:${agent.port}`];
    const link = await linkTo(agent.port, tokenIn(data));
    await link.session.request('task.watch', { after: 0, activity: [] });
    for (const name of Object.keys(expected)) {
      const deployed = await edgewright(setting, 'deploy', `tasks/${name}.task.yaml`, ...device);
      assert.deepEqual([deployed.code, deployed.err], [0, '']);
    }
    const statuses = async (): Promise<readonly TaskStatus[]> => (await link.session.request('task.list', {})).tasks;
    // The recordings take 30 to 42 s; what is not urgent goes with what is sent anyway.
    for (const begin = performance.now(); performance.now() - begin < 90_000; await wait(500)) {
      const late = (await statuses()).reduce((sum, { counters }) => sum + staleOf(counters), 0);
      if (link.results.length + late === 9) break;
    }
    const all = await statuses();
    assert.equal(all.length, 3);
    for (const { task, counters, latency } of all) {
      const wanted = expected[task] ?? [];
      const names = Object.keys(wanted[0] ?? {});
      const got = link.results.filter(({ result }) => result.task === task);
      const values = got.map(({ result }) => result.failure ?? pick(result.values, names));
      // On a busy machine a firing may have waited past its deadline: then it is left out, and counted.
      assert.deepEqual([counters.executed + staleOf(counters), counters.failed], [3, 0], task);
      assert.ok(values.length === counters.executed && isPartOf(values, wanted), JSON.stringify({ task, values }));
      assert.ok(latency.p50 !== null && latency.p99 !== null && latency.deadline !== null);
      // An event of the feed is as small as what is said of three visits; images and sound stay where they are.
      assert.ok(counters.bytesSent > 0 && (task === 'feed' || counters.bytesRaw > 50 * counters.bytesSent), task);
    }
    for (const name of Object.keys(expected))
      assert.equal((await edgewright(setting, 'undeploy', name, ...device)).code, 0);
    assert.deepEqual(await statuses(), []);
    link.session.close();
  });
});

function staleOf({ skipped }: TaskCounters): number {
  return skipped.stale ?? 0;
}

/** Whether some of `all` are these, in order, and not none. */
function isPartOf(some: readonly unknown[], all: readonly unknown[]): boolean {
  let at = 0;
  for (const one of all) if (isDeepStrictEqual(one, some[at])) at++;
  return at === some.length && at > 0;
}

function pick(values: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}
