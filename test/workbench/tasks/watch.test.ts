// Results of tasks as they come to a workbench: each is kept once and before it is acknowledged, over links that drop, files
// that were torn and devices that began anew.
import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Handlers, Session } from '@edgewright/core/link/session.js';
import type { TaskResultRow } from '@edgewright/schemas/wire.js';
import { targetOf } from '@edgewright/workbench/devices/target.js';
import { fileCredentials } from '@edgewright/workbench/devices/tokens.js';
import { listTasks } from '@edgewright/workbench/tasks/ask.js';
import { openResults, resultsPath } from '@edgewright/workbench/tasks/kept.js';
import { type TaskWatchEvent, watchTasks } from '@edgewright/workbench/tasks/watch.js';
import { type FakeAgent, startFakeAgent, token } from '../agent.ts';
import { temporaryFolder } from '../folder.ts';

const row = (cursor: number, id = `r${cursor}`): TaskResultRow => ({
  cursor,
  result: {
    id,
    task: 'beat',
    version: '',
    time: cursor,
    kind: 'match',
    values: { cursor },
    phases: { total: 1 },
    isolation: null,
  },
});
const device = { name: 'Pi 5', id: 'device-id' };

describe('results that a workbench keeps', () => {
  const folder = temporaryFolder();

  it('are there once, and go on after a torn line', async () => {
    const results = await openResults(folder());
    assert.deepEqual(await results.keep([row(1), row(2)]), [row(1), row(2)]);
    assert.deepEqual(await results.keep([row(2), row(3)]), [row(3)]);
    await assert.rejects(openResults(folder()), { code: 'run-busy' });
    await results.close();
    appendFileSync(results.path, `not JSON\n${JSON.stringify(row(4)).slice(0, 40)}`);
    const again = await openResults(folder());
    assert.equal(again.cursor, 3);
    assert.deepEqual(await again.keep([row(3), row(4)]), [row(4)]);
    await again.close();
    const lines = readFileSync(results.path, 'utf8').trimEnd().split('\n');
    assert.deepEqual(
      lines.filter((line) => line !== 'not JSON').map((line) => JSON.parse(line)),
      [row(1), row(2), row(3), row(4)],
    );
  });

  it('are put aside once a file is large, the oldest deleted, and are still kept once', async () => {
    const own = join(folder(), 'large');
    const limits = { fileBytes: 2 * JSON.stringify(row(1)).length, files: 2 };
    const kept = (name: string): number[] =>
      existsSync(join(own, name))
        ? readFileSync(join(own, name), 'utf8')
            .trimEnd()
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line).cursor)
        : [];
    const files = () => ['results.jsonl', 'results.1.jsonl', 'results.2.jsonl', 'results.3.jsonl'].map(kept);
    const results = await openResults(own, limits);
    for (let cursor = 1; cursor <= 4; cursor++) await results.keep([row(cursor)]);
    assert.deepEqual(files(), [[3, 4], [1, 2], [], []]);
    // Sent again, as its acknowledgement was lost: it is in the file before.
    assert.deepEqual(await results.keep([row(4), row(5)]), [row(5)]);
    assert.deepEqual(await results.keep([row(4)]), []);
    assert.deepEqual(files(), [[5], [3, 4], [1, 2], []]);
    await results.keep([row(6)]);
    await results.keep([row(7)]);
    assert.deepEqual(files(), [[7], [5, 6], [3, 4], []]);
    await results.close();
    // The window ended between putting aside and the first result after it.
    writeFileSync(join(own, 'results.jsonl'), '');
    const again = await openResults(own, limits);
    assert.equal(again.cursor, 6);
    assert.deepEqual(await again.keep([row(6), row(7)]), [row(7)]);
    await again.close();
  });

  it('cannot be kept where their folder is a file', async () => {
    writeFileSync(join(folder(), 'file'), '');
    await assert.rejects(openResults(join(folder(), 'file')), { code: 'storage-refused' });
  });
});

describe('watching the tasks of a device', () => {
  const folder = temporaryFolder();
  let agent: FakeAgent | undefined;
  afterEach(() => agent?.close());

  async function start(handlers: Partial<Handlers>, capabilities = ['tasks']) {
    const started = await startFakeAgent({ handlers, hello: { capabilities } });
    agent = started;
    const credentials = fileCredentials({ XDG_CONFIG_HOME: folder(), EDGEWRIGHT_TOKEN: token });
    return { asked: { target: targetOf(started.address, {}, '/'), credentials }, agent: started };
  }

  it('keeps what comes, compressed or not, then acknowledges, over a link that drops', async () => {
    const acknowledged: number[] = [];
    const asked: number[] = [];
    const file = join(resultsPath(folder(), device), 'results.jsonl');
    const { asked: of, agent: started } = await start({
      'task.watch': ({ after }, session) => {
        asked.push(after);
        setImmediate(() => sendFrom(after, session));
        return { cursor: 4 };
      },
      'task.acknowledge': ({ cursor }) => {
        const last = JSON.parse(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1)!);
        assert.ok(last.cursor >= cursor, 'what is acknowledged is on the disk');
        acknowledged.push(cursor);
        if (cursor === 2) started.cut();
        return {};
      },
    });
    const sendFrom = (after: number, session: Session): void => {
      if (after === 0) {
        session.notify('task.results', { cursor: 2, results: [row(1), row(2)] });
        return;
      }
      // The one before comes again, as after an acknowledgement that was lost.
      const rows = [row(after), row(3), row(4)];
      session.notify('task.results', { cursor: 4, gzip: gzipSync(JSON.stringify(rows)).toString('base64') });
    };
    const { events, ended } = await watchUntil(of, (event) => event.kind === 'result' && event.cursor === 4);
    await ended;
    assert.deepEqual(asked, [0, 2]);
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ['linked', 'result', 'result', 'dropped', 'linked', 'result', 'result'],
    );
    assert.equal(readFileSync(file, 'utf8'), [1, 2, 3, 4].map((cursor) => `${JSON.stringify(row(cursor))}\n`).join(''));
  });

  it('begins anew where the store of the device did', async () => {
    const results = await openResults(resultsPath(folder(), device));
    await results.keep([row(7), row(8)]);
    await results.close();
    const asked: number[] = [];
    const { asked: of } = await start({
      'task.watch': ({ after }, session) => {
        asked.push(after);
        if (after === 0) setImmediate(() => session.notify('task.results', { cursor: 1, results: [row(1, 'new')] }));
        return { cursor: 1 };
      },
    });
    const { ended } = await watchUntil(of, ({ kind }) => kind === 'result');
    await ended;
    assert.deepEqual(asked, [8, 0]);
    const again = await openResults(resultsPath(folder(), device));
    assert.equal(again.cursor, 1);
    await again.close();
  });

  it('leaves nothing behind, whenever it is ended', async () => {
    const { asked } = await start({ 'task.watch': () => ({ cursor: 0 }) });
    for (let time = 0; time < 30; time++) {
      const abort = new AbortController();
      const ended = watchTasks({ ...asked, folder: folder(), activity: [], hear: () => {}, signal: abort.signal });
      await wait(time);
      abort.abort();
      await ended;
      // It is locked by nobody.
      await (await openResults(resultsPath(folder(), device))).close();
    }
  });

  it('is not asked of an agent that runs no tasks', async () => {
    const { asked } = await start({}, []);
    await assert.rejects(listTasks(asked), { code: 'capability-missing', message: /runs no tasks/ });
  });

  async function watchUntil(asked: Parameters<typeof listTasks>[0], isLast: (event: TaskWatchEvent) => boolean) {
    const abort = new AbortController();
    const events: TaskWatchEvent[] = [];
    const hear = (event: TaskWatchEvent): void => {
      events.push(event);
      if (isLast(event)) abort.abort();
    };
    const ended = watchTasks({ ...asked, folder: folder(), activity: ['beat'], hear, signal: abort.signal });
    return { events, ended };
  }
});
