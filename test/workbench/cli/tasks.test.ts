// What the commands for tasks on devices write for people, in 80 columns.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskStatus, Trouble } from '@edgewright/schemas/deployment.js';
import { resultLine } from '@edgewright/workbench/cli/deployed.js';
import type { Io } from '@edgewright/workbench/cli/io.js';
import stringWidth from 'string-width';
import { type FakeAgent, startFakeAgent, token } from '../agent.ts';
import { temporaryFolder } from '../folder.ts';
import { edgewright } from './terminal.ts';

const trouble = (message: string): Trouble => ({ code: 'source-failed', message, fix: 'Look at it.' });

const status: TaskStatus = {
  task: 'keyword-in-the-hall',
  identity: '0123456789abcdef',
  version: 'v2',
  state: 'running',
  deployedAt: 0,
  isolation: null,
  trouble: trouble('The port is in use.'),
  sources: [
    { source: 'http', state: 'failed', events: 0, refused: 0, trouble: trouble('The port is in use.') },
    { source: 'mqtt', state: 'failed', events: 0, refused: 0, trouble: trouble('No broker answers.') },
    { source: 'timer', state: 'ready', events: 7, refused: 0, trouble: null },
  ],
  counters: {
    ...{ events: 7, bytesRaw: 2_200_000, fired: 1_200, timeouts: 0, executed: 2, failed: 0, skipped: { battery: 1 } },
    ...{ missed: 0, results: 2, bytesSent: 310_000, dropped: 0, energy: 0 },
  },
  latency: { count: 2, p50: { total: 17.94 }, p99: { total: 330.2 }, deadline: 500 },
  outbox: { waiting: 12, bytes: 2_400, age: 65_000, acknowledged: 1_188 },
};

describe('commands for tasks on devices', () => {
  const folder = temporaryFolder();
  let agent: FakeAgent | undefined;
  afterEach(() => agent?.close());
  const run = async (statuses: readonly TaskStatus[], ...argv: readonly string[]) => {
    agent = await startFakeAgent({
      handlers: {
        'task.list': () => ({ tasks: [status] }),
        'task.watch': (_params, session) => {
          setImmediate(() => {
            for (const one of statuses) session.notify('task.status', { status: one });
            session.notify('task.removed', { task: status.task });
          });
          return { cursor: 0 };
        },
      },
      hello: { name: 'pi', capabilities: ['tasks'] },
    });
    const { address } = agent;
    return edgewright({ cwd: folder(), environment: { EDGEWRIGHT_TOKEN: token } }, ...argv, '--device', address);
  };

  it('watch: a result obeys no terminal, and is painted where it failed', () => {
    const io = { width: 200, paint: (_: string, text: string) => `\x1b[31m${text}\x1b[39m` } as Io;
    const failure = { code: 'task-script', message: 'a.js: Error: \x1b[2J', fix: '' };
    const result = {
      id: 'a',
      time: 0,
      kind: 'match',
      task: 'a',
      version: '',
      values: {},
      phases: { total: 1 },
    } as const;
    const failed = resultLine({ ...result, isolation: null, failure, key: '\u009b2J' }, io);
    assert.ok(failed.includes('\x1b[31mtask-script\x1b[39m a.js: Error: \ufffd[2J'), failed);
    assert.ok(!failed.includes('\u009b'), failed);
  });

  it('simulate: what a recording says obeys no terminal', async () => {
    writeFileSync(
      join(folder(), 'a.task.yaml'),
      'edgewright: task/v1\nname: a\nevents: { a: {} }\ntrigger: { event: a }\n',
    );
    writeFileSync(join(folder(), 'a.jsonl'), '\x1b[2J\n');
    const { err } = await edgewright({ cwd: folder() }, 'simulate', 'a.task.yaml', '--events', 'a.jsonl');
    assert.match(err, /The line is no JSON: \ufffd\[2J/);
  });

  it('tasks: a row a task with what waits, in 80 columns, and each trouble once, with its source', async () => {
    const { code, out } = await run([], 'tasks');
    assert.equal(code, 0);
    const [head = '', row = '', ...rest] = out.split('\n');
    assert.match(head, /^task +state +fired +skipped +p50 +p99 .* sent +waiting$/);
    assert.match(row, /^keyword-in-the-hall +running +1\.20 k +1 +17\.9 ms +330 ms .* 12$/);
    assert.ok(stringWidth(head) <= 80 && stringWidth(row) <= 80, out);
    assert.deepEqual(rest, [
      'keyword-in-the-hall, http: source-failed: The port is in use.',
      '  fix: Look at it.',
      'keyword-in-the-hall, mqtt: source-failed: No broker answers.',
      '  fix: Look at it.',
      '',
    ]);
  });

  it('watch: tells each trouble when it comes and that all is well again, and ends with what waits', async () => {
    const [http, mqtt, timer] = status.sources as [TaskStatus['sources'][0], ...TaskStatus['sources']];
    const well = { trouble: null, state: 'ready' } as const;
    const first = { ...status, sources: [http, { ...mqtt!, ...well }, timer!] };
    const last = { ...status, trouble: null, sources: [{ ...http, ...well }, { ...mqtt!, ...well }, timer!] };
    const { out } = await run([first, first, status, last], 'watch', status.task);
    assert.deepEqual(out.split('\n').slice(1), [
      'keyword-in-the-hall: running',
      'keyword-in-the-hall, http: source-failed: The port is in use.',
      '  fix: Look at it.',
      'keyword-in-the-hall, mqtt: source-failed: No broker answers.',
      '  fix: Look at it.',
      'keyword-in-the-hall: running',
      'keyword-in-the-hall: removed from the device',
      'keyword-in-the-hall: 1200 firings, 2 executed, 1 skipped (battery)',
      'latency p50 17.9 ms, p99 330 ms, deadline 500 ms',
      '7 events, 2.10 MiB kept; 2 results, 303 KiB sent',
      'outbox 12 results wait, 2.34 KiB, the oldest for 1 min 5 s; 1.19 k acknowledged',
      '',
    ]);
  });
});
