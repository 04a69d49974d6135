import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { driveRun } from '@edgewright/workbench/runs/drive.js';
import { createRun } from '@edgewright/workbench/runs/folder.js';
import { holderOf, lockRun } from '@edgewright/workbench/runs/lock.js';
import { temporaryFolder } from '../../workbench/folder.ts';

const program = fileURLToPath(new URL('children/lock.ts', import.meta.url));

describe('the lock of a run folder', () => {
  const folder = temporaryFolder();
  const path = () => join(folder(), 'collector.lock');
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  const holdElsewhere = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, ['--conditions=edgewright-source', program, folder()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
    return child;
  };

  it('is held by one process, which is named to the other', async () => {
    const child = await holdElsewhere();
    await assert.rejects(lockRun(folder()), (error: Error & { code?: string }) => {
      assert.equal(error.code, 'run-busy');
      assert.match(error.message, new RegExp(`process ${child.pid}\\b`));
      return true;
    });
    assert.equal((await holderOf(folder()))?.pid, child.pid);
    child.kill('SIGTERM');
    await once(child, 'exit');
    assert.equal(await holderOf(folder()), undefined);
    await (await lockRun(folder())).release();
  });

  it('is taken over from a process that was killed', async () => {
    const child = await holdElsewhere();
    child.kill('SIGKILL');
    await once(child, 'exit');
    assert.ok(existsSync(path()));
    const lock = await lockRun(folder());
    assert.equal((await holderOf(folder()))?.pid, process.pid);
    await lock.release();
    assert.deepEqual(readdirSync(folder()), []);
  });

  it('is held once within a process too', async () => {
    const lock = await lockRun(folder());
    await assert.rejects(lockRun(folder()), { code: 'run-busy' });
    await lock.release();
    await lock.release();
    await (await lockRun(folder())).release();
  });

  it('goes to exactly one of many that take over at once', async () => {
    writeFileSync(path(), JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), begun: '' }));
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockRun(folder())));
    const won = results.filter(({ status }) => status === 'fulfilled');
    assert.equal(won.length, 1);
    for (const result of results) if (result.status === 'rejected') assert.equal(result.reason.code, 'run-busy');
  });

  it('is taken over past what a process that died in taking it over left', async () => {
    writeFileSync(path(), JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), begun: '' }));
    writeFileSync(`${path()}.stale`, '');
    const old = new Date(Date.now() - 60_000);
    utimesSync(`${path()}.stale`, old, old);
    await (await lockRun(folder())).release();
    assert.deepEqual(readdirSync(folder()), []);
  });

  it('of another machine is believed while it shows life', async () => {
    const text = JSON.stringify({ pid: 1, host: 'elsewhere', begun: '' });
    writeFileSync(path(), text);
    await assert.rejects(lockRun(folder()), { code: 'run-busy', message: /process 1 on elsewhere/ });
    const old = new Date(Date.now() - 120_000);
    utimesSync(path(), old, old);
    await (await lockRun(folder())).release();
  });

  it('of a process whose id another one has now is stale', async () => {
    writeFileSync(path(), JSON.stringify({ pid: process.pid, host: hostname(), begun: 'another boot 1' }));
    if (existsSync('/proc/self/stat')) await (await lockRun(folder())).release();
  });

  it('that holds nothing readable is stale once nobody can be writing it', async () => {
    writeFileSync(path(), '');
    await assert.rejects(lockRun(folder()), { code: 'run-busy' });
    const old = new Date(Date.now() - 60_000);
    utimesSync(path(), old, old);
    await (await lockRun(folder())).release();
  });

  it('keeps a run from being driven, before anybody is dialled', async () => {
    const head = { name: 'quick', program: '', sweep: '', artifacts: {}, devices: [{ name: 'pi', id: 'd' }] };
    const run = await createRun(folder(), head, new Date(0));
    const lock = await lockRun(run.path);
    const dial = () => assert.fail('nobody is dialled');
    const reaches = [{ device: 'pi', address: '', dial, upload: dial }];
    await assert.rejects(driveRun({ run, reaches, onEvent: () => {} }), { code: 'run-busy' });
    assert.deepEqual(readdirSync(join(run.path, 'records')), []);
    await lock.release();
  });

  it('says no more than who holds it', async () => {
    const lock = await lockRun(folder());
    assert.deepEqual(Object.keys(JSON.parse(readFileSync(path(), 'utf8'))), ['pid', 'host', 'begun']);
    await lock.release();
  });
});
