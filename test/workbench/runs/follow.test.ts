import assert from 'node:assert/strict';
import { appendFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunEvent } from '@edgewright/workbench/runs/event.js';
import { createRun, type Run, recordsPath } from '@edgewright/workbench/runs/folder.js';
import { followRun } from '@edgewright/workbench/runs/follow.js';
import { formatLine } from '@edgewright/workbench/runs/line.js';
import { lockRun, type RunLock } from '@edgewright/workbench/runs/lock.js';
import type { DeviceStatus } from '@edgewright/workbench/runs/status.js';
import { temporaryFolder } from '../folder.ts';
import { wholeRun } from '../records.ts';

describe('following a run that another collects', () => {
  const folder = temporaryFolder();
  const lines = wholeRun(4).map(formatLine);
  let run: Run;
  let lock: RunLock;

  beforeEach(async () => {
    const devices = [{ name: 'pi', id: 'device-id' }];
    run = await createRun(folder(), { name: 'quick', program: '', sweep: '', artifacts: {}, devices }, new Date(0));
    lock = await lockRun(run.path);
  });
  afterEach(() => lock.release());

  const follow = (signal = new AbortController().signal) => {
    const events: RunEvent[] = [];
    const known: DeviceStatus[] = [];
    const onKnown = (found: readonly DeviceStatus[]) => known.push(...found);
    const ended = followRun(run, (event) => events.push(event), signal, { onKnown, pollTime: 10 });
    const ids = () => events.flatMap((event) => (event.kind === 'record' ? [event.record.id] : []));
    return { ended, events, known, ids };
  };
  const append = (text: string) => appendFileSync(recordsPath(run, 'pi'), text);
  const until = async (holds: () => boolean) => {
    while (!holds()) await sleep(5);
  };

  it('tells what is there at first, then what is appended, and ends with the run', async () => {
    append(lines.slice(0, 4).join(''));
    const { ended, known, events, ids } = follow();
    await until(() => known.length > 0);
    assert.deepEqual([known[0]?.slots, known[0]?.done], [4, 1]);
    append(lines.slice(4, 6).join(''));
    await until(() => ids().length === 2);
    append(lines.slice(6).join(''));
    assert.equal(await ended, 'over');
    assert.deepEqual(ids(), ['slot-1', 'slot-2', 'slot-3', 'state-finished-0']);
    assert.deepEqual(events.at(-1), { device: 'pi', kind: 'ended', state: 'finished' });
  });

  it('waits for the end of a line, and tells a repeated record once', async () => {
    writeFileSync(recordsPath(run, 'pi'), '');
    const { ended, known, ids } = follow();
    await until(() => known.length > 0);
    const [first = '', second = ''] = lines;
    append(first.slice(0, 20));
    await sleep(50);
    assert.deepEqual(ids(), []);
    append(first.slice(20) + first);
    append(second);
    await until(() => ids().length === 2);
    append(lines.slice(2).join(''));
    assert.equal(await ended, 'over');
    assert.equal(new Set(ids()).size, ids().length);
  });

  it('ends when nobody collects any more', async () => {
    const { ended, known } = follow();
    await until(() => known.length > 0);
    append(lines[0] ?? '');
    await lock.release();
    assert.equal(await ended, 'free');
  });

  it('ends when it is told to', async () => {
    const leaving = new AbortController();
    const { ended, known } = follow(leaving.signal);
    await until(() => known.length > 0);
    leaving.abort();
    assert.equal(await ended, 'left');
  });
});
