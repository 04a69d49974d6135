import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRun, findRun, type NewRun, openRun, runNames } from '@edgewright/workbench/runs/folder.js';
import { temporaryFolder } from '../folder.ts';

const run: NewRun = {
  name: 'quick',
  program: 'edgewright 0.1.0',
  sweep: 'edgewright: sweep/v1\n',
  artifacts: {},
  devices: [{ name: 'pi', id: 'id', address: 'ws://pi:7317', token: { env: 'TOKEN' } }],
};
const now = new Date('2026-01-02T03:04:05.678Z');

describe('run folder', () => {
  const folder = temporaryFolder();

  it('is named by time, sweep and the end of its id, and reads back as it was made', async () => {
    const made = await createRun(folder(), run, now);
    assert.match(basename(made.path), /^2026-01-02T030405Z-quick-[0-9a-z]{6}$/);
    assert.match(made.head.id, /^[0-9a-z]{26}$/);
    assert.deepEqual(await openRun(made.path), made);
    assert.deepEqual(readdirSync(made.path).sort(), ['records', 'run.json']);
  });

  it('is found by path, whole name, beginning, end and as the latest', async () => {
    const older = await createRun(folder(), run, now);
    const newer = await createRun(folder(), { ...run, name: 'other' }, new Date('2026-02-01T00:00:00Z'));
    const name = basename(older.path);
    for (const reference of [older.path, `${older.path}/run.json`, name, name.slice(0, 12), name.slice(-6)]) {
      assert.equal((await findRun(folder(), reference)).path, older.path, reference);
    }
    assert.equal((await findRun(folder(), 'latest')).path, newer.path);
    assert.equal((await findRun(folder(), 'quick')).path, older.path);
    assert.deepEqual(await runNames(folder()), [name, basename(newer.path)]);
  });

  it('is refused with a code where it is missing, ambiguous or broken', async () => {
    const made = await createRun(folder(), run, now);
    await createRun(folder(), run, now);
    const broken = join(folder(), 'broken');
    mkdirSync(broken);
    const cases: [reference: string, code: string, content?: string][] = [
      ['nothing', 'run-not-found'],
      [`${folder()}/nothing`, 'run-not-found'],
      ['2026', 'run-not-found'],
      [broken, 'run-broken', '{"edgewright": "run/v1", "id'],
      [broken, 'run-broken', '{"edgewright": "run/v9"}'],
      [broken, 'run-broken', '{"edgewright": "run/v1", "id": "a", "name": "b", "started": "c"}'],
    ];
    for (const [reference, code, content] of cases) {
      if (content !== undefined) writeFileSync(join(broken, 'run.json'), content);
      await assert.rejects(findRun(folder(), reference), { name: 'CodedError', code }, reference);
    }
    assert.ok(existsSync(made.path));
    await assert.rejects(findRun(join(folder(), 'none'), 'latest'), { code: 'run-not-found' });
  });
});
