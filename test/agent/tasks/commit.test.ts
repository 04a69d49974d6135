import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { defaultCommitLimits, openCommits } from '@edgewright/agent/tasks/commit.js';
import { settled } from './device.ts';

describe('group commits', () => {
  it('come at once after a pause, twice, and are shared after that', async () => {
    const database = new DatabaseSync(':memory:');
    database.exec('CREATE TABLE row (n INTEGER)');
    const insert = database.prepare('INSERT INTO row VALUES (?)');
    const rows = () => database.prepare('SELECT count(*) AS n FROM row').get()?.n;
    // Each commit takes an hour of what there is for commits.
    const commits = openCommits(database, ':memory:', { ...defaultCommitLimits, delay: 3_600_000, share: 1 });
    const add = (n: number): Promise<unknown> => commits.add(() => insert.run(n));
    // What comes in one turn is one group.
    await Promise.all([add(1), add(2)]);
    await add(3);
    assert.deepEqual([commits.counters.commits, rows()], [2, 3]);
    const shared = [add(4), add(5)];
    await settled();
    assert.deepEqual([commits.counters.commits, rows()], [2, 3]);
    commits.flush();
    await Promise.all(shared);
    assert.deepEqual([commits.counters.commits, rows()], [3, 5]);
    commits.close();
    database.close();
  });
});
