import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openTaskStore } from '@edgewright/agent/tasks/store.js';
import { families } from '@edgewright/core/models/families.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { type AgentProcess, createFolders, linkTo, startAgentProcess, tokenIn } from './process.ts';

const beat = `
edgewright: task/v1
name: beat
events: { tick: { n: number } }
trigger: { every: 200ms }
pipeline:
  window: { events: 10 }
  features: { ticks: { by: count } }
outputs:
  - { to: outbox, fields: [ticks], urgent: true }
privacy: { leave: [ticks] }
`;

const host = fileURLToPath(new URL('./tasks-host.ts', import.meta.url));

const counting = `
edgewright: task/v1
name: counting
events: { a: { n: number } }
trigger: { event: a }
outputs:
  - { to: outbox, fields: [a.n] }
privacy: { leave: [a.n] }
`;

const shop = (port: number) => `
edgewright: task/v1
name: shop
events: { click: { item: string, price: number } }
sources: [{ kind: http, address: "127.0.0.1:${port}" }]
trigger: { event: click, where: price > 10 }
pipeline:
  window: { events: 4 }
  features: { mean: { by: mean, of: price } }
  tensors: { input: { features: [mean, mean, mean, mean] } }
model: { file: score.onnx, outputs: [] }
script: { file: rank.js, language: javascript, results: { score: number, item: string } }
outputs: [{ to: outbox, fields: [script.score, mean], urgent: true }, { to: log, fields: [script.item] }]
policy: { deadline: 500ms }
privacy: { leave: [script.score, mean] }
`;

const rank = `import { log } from 'edgewright';
export function run(firing, outputs) {
  const [scores] = Object.values(outputs);
  log('scored', firing.events[0].fields.item);
  return { score: Math.max(...scores.data), item: firing.events[0].fields.item };
}
`;

describe('tasks on the agent as a process', function () {
  this.timeout(60_000);
  const folders = createFolders();
  const agents: AgentProcess[] = [];
  const start = async (data: string): Promise<AgentProcess> => {
    const agent = await startAgentProcess(data);
    agents.push(agent);
    return agent;
  };

  afterEach(async () => {
    await Promise.all(agents.splice(0).map((agent) => agent.kill('SIGKILL')));
    folders.remove();
  });

  it('run a model and a script on what comes in by HTTP, and only what may leaves', async () => {
    const data = folders.make();
    const agent = await start(data);
    const link = await linkTo(agent.port, tokenIn(data));
    const graph = families.fc.build({ layers: 1, nodes: 8, input: 4, output: 3, batch: 1 }, 'float32', 1);
    const files = { 'score.onnx': encodeModel(graph), 'rank.js': new TextEncoder().encode(rank) };
    const artifacts = Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
    );
    const { ticket } = await link.session.request('artifact.missing', { artifacts: Object.values(artifacts) });
    for (const [name, bytes] of Object.entries(files)) {
      const url = `http://127.0.0.1:${agent.port}/artifacts/${artifacts[name]}`;
      const sent = await fetch(url, {
        method: 'PUT',
        body: bytes as never,
        headers: { authorization: `Bearer ${ticket}` },
      });
      assert.equal(sent.status, 201);
    }
    const port = 17_400 + (process.pid % 500);
    const deployed = await link.session.request('task.deploy', { document: shop(port), artifacts, version: 'v1' });
    assert.equal(deployed.kind, 'accepted', JSON.stringify(deployed));
    await link.session.request('task.watch', { after: 0, activity: ['shop'] });
    const send = (event: object) =>
      fetch(`http://127.0.0.1:${port}/events`, { method: 'POST', body: JSON.stringify(event) });
    await link.until(() => link.taskStatuses.at(-1)?.state === 'running');
    for (const price of [5, 20, 30]) assert.equal((await send({ event: 'click', item: 'sofa', price })).status, 200);
    await link.until(() => link.results.length === 2);
    const [, second] = link.results;
    assert.deepEqual(Object.keys(second?.result.values ?? {}).sort(), ['mean', 'script.score']);
    assert.equal(second?.result.values.mean, 55 / 3);
    assert.equal(typeof second?.result.values['script.score'], 'number');
    assert.deepEqual(second?.result.isolation, { tier: 'boundary', by: 'quickjs' });
    assert.ok((second?.result.phases.model ?? 0) > 0 && (second?.result.phases.script ?? 0) > 0);
    const { tasks } = await link.session.request('task.list', {});
    const [{ counters, latency } = {}] = tasks;
    assert.deepEqual([counters?.events, counters?.fired, counters?.executed, counters?.failed], [3, 2, 2, 0]);
    assert.ok((counters?.bytesSent ?? 0) > 0 && latency?.deadline === 500 && latency.p99 !== null);
    assert.ok(!JSON.stringify(link.results).includes('sofa'));
    link.session.close();
  });

  it('are deployed, give results, survive the end of the agent, and are removed', async () => {
    const data = folders.make();
    const first = await start(data);
    const before = await linkTo(first.port, tokenIn(data));
    const deployed = await before.session.request('task.deploy', { document: beat, artifacts: {}, version: 'v1' });
    assert.equal(deployed.kind, 'accepted');
    await before.session.request('task.watch', { after: 0, activity: ['beat'] });
    await before.until(() => before.results.length >= 3);
    assert.deepEqual(before.results[0]?.result.values, { ticks: 0 });
    const cursor = before.results.at(-1)?.cursor ?? 0;
    await before.session.request('task.acknowledge', { cursor });
    await first.kill('SIGTERM');

    const second = await start(data);
    const after = await linkTo(second.port, tokenIn(data));
    await after.session.request('task.watch', { after: cursor, activity: [] });
    await after.until(() => after.results.length >= 2);
    const ids = [...before.results, ...after.results].map(({ result }) => result.id);
    assert.equal(new Set(ids).size, ids.length);
    const { tasks } = await after.session.request('task.list', {});
    assert.deepEqual(
      tasks.map(({ task, state, version }) => [task, state, version]),
      [['beat', 'running', 'v1']],
    );
    await assert.rejects(after.session.request('task.record', { task: 'beat', time: 1000 }), {
      code: 'record-forbidden',
    });
    await after.session.request('task.remove', { task: 'beat' });
    assert.deepEqual(await after.session.request('task.list', {}), { tasks: [] });
    assert.doesNotMatch(second.log(), /error/);
  });

  it('lose no event that was answered and tell no result twice, whenever the process is killed', async () => {
    const folder = folders.make();
    const answered = new Set<number>();
    let sent = 0;
    for (let life = 0; life < 12; life++) {
      const args = ['--conditions=edgewright-source', host, folder, counting];
      const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
      const killed = once(child, 'exit');
      // It may be gone before it has read all.
      child.stdin.on('error', () => {});
      // The moment differs from life to life, from the first event to some hundred.
      const end = 5 + life * 31;
      let count = 0;
      for await (const line of createInterface({ input: child.stdout })) {
        if (line === 'ready') for (let event = 0; event < 400; event++) child.stdin.write(`${sent++}\n`);
        else {
          answered.add(Number(line));
          if (++count === end) child.kill('SIGKILL');
        }
      }
      await killed;
    }
    // One life more takes up what the last one left.
    const last = spawn(process.execPath, ['--conditions=edgewright-source', host, folder, counting], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [ready] = await once(last.stdout, 'data');
    assert.match(String(ready), /ready/);
    await new Promise((resolve) => setTimeout(resolve, 500));
    last.kill('SIGKILL');
    await once(last, 'exit');
    const store = openTaskStore(join(folder, 'tasks.sqlite'));
    const told = store.results(0, 1_000_000, Number.POSITIVE_INFINITY).map(({ result }) => result.values['a.n']);
    store.close();
    assert.equal(new Set(told).size, told.length, 'a result came twice');
    const lost = [...answered].filter((n) => !told.includes(n));
    assert.deepEqual(lost, []);
    assert.ok(answered.size > 12 * 5);
  });
});
