// Where a source was is durable together with the events that it gave, or not at all.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTaskStore } from '@edgewright/agent/tasks/store.js';

describe('the place of a source', () => {
  const folder = mkdtempSync(join(tmpdir(), 'edgewright-place-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const place = (body: string) => ({ source: 'file', body });

  it('is there after a restart, by feed and source, and goes with the feed', async () => {
    const path = join(folder, 'a.sqlite');
    const before = openTaskStore(path);
    await before.append('feed', ['{}'], place('10'), () => {});
    await before.append('feed', ['{}'], place('20'), () => {});
    await before.putSourceState('feed', 'file 2', 'x');
    before.close();
    const store = openTaskStore(path);
    assert.equal(store.sourceState('feed', 'file'), '20');
    assert.equal(store.sourceState('feed', 'file 2'), 'x');
    assert.equal(store.sourceState('other', 'file'), undefined);
    assert.deepEqual(store.feeds(), ['feed']);
    store.removeFeed('feed');
    assert.equal(store.sourceState('feed', 'file'), undefined);
    assert.deepEqual(store.feeds(), []);
    store.close();
  });

  it('stays where it was when its events find no room', async () => {
    const store = openTaskStore(join(folder, 'b.sqlite'), { entryBytes: 10 });
    await store.append('feed', ['12345'], place('5'), () => {});
    await assert.rejects(
      store.append('feed', ['123456789'], place('14'), () => {}),
      { code: 'tasks-full' },
    );
    assert.equal(store.sourceState('feed', 'file'), '5');
    assert.equal(store.entries('feed', 0).length, 1);
    store.close();
  });

  it('is the one of the events that were written when the agent was killed', async () => {
    const path = join(folder, 'c.sqlite');
    // Without closing, as a process that is gone leaves it; what was not flushed is in no transaction.
    const killed = openTaskStore(path, { delay: 60_000 });
    void killed.append('feed', ['a'], place('1'), () => {}).catch(() => undefined);
    killed.flush();
    void killed.append('feed', ['b'], place('2'), () => {}).catch(() => undefined);
    const after = openTaskStoreOf(path);
    assert.deepEqual([after.entries, after.place], [1, '1']);
    killed.close();
    const closed = openTaskStoreOf(path);
    assert.deepEqual([closed.entries, closed.place], [2, '2']);
  });

  function openTaskStoreOf(path: string): { entries: number; place: string | undefined } {
    const copy = `${path}.${Math.random().toString(36).slice(2)}`;
    for (const end of ['', '-wal', '-shm']) copyIfThere(`${path}${end}`, `${copy}${end}`);
    const store = openTaskStore(copy);
    const found = { entries: store.entries('feed', 0).length, place: store.sourceState('feed', 'file') };
    store.close();
    return found;
  }
});

function copyIfThere(from: string, to: string): void {
  if (existsSync(from)) copyFileSync(from, to);
}
