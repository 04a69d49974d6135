import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore, type Store } from '@edgewright/agent/store/store.js';
import type { DurableRecord, StateRecord } from '@edgewright/schemas/generated/record.js';

describe('store', () => {
  let folder = '';
  let path = '';
  const open: Store[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'edgewright-store-'));
    path = join(folder, 'journal.db');
  });
  afterEach(() => {
    for (const store of open.splice(0)) store.close();
    rmSync(folder, { recursive: true });
  });

  const openAt = (storeBytes?: number): Store => {
    const store = openStore(path, storeBytes === undefined ? {} : { storeBytes });
    open.push(store);
    return store;
  };
  const reopen = (): Store => {
    for (const store of open.splice(0)) store.close();
    return openAt();
  };

  it('keeps runs, records, marks and settings over a restart', () => {
    const store = openAt();
    store.setSetting('device.id', 'd');
    store.addRun(newRun('a'), [state('a', 1)]);
    store.append('a', { records: [failure('a', 0)], mark: { slot: 1, attempt: 1 }, spent: 12.5, state: 'running' });
    const again = reopen();
    assert.equal(again.setting('device.id'), 'd');
    const run = again.run('a');
    assert.deepEqual([run?.cursor, run?.done, run?.failed, run?.spent, run?.state], [2, 1, 1, 12.5, 'running']);
    assert.deepEqual(run?.artifacts, { 'model.onnx': 'ab' });
    assert.deepEqual(
      again.marks('a').map(({ slot, attempt }) => [slot, attempt]),
      [[1, 1]],
    );
    assert.deepEqual([...again.recordedSlots('a')], [0]);
  });

  it('says which artifacts its runs name, and those of a run that it removed', () => {
    const forgotten: string[] = [];
    const store = openStore(':memory:', { onForgotten: (artifacts) => forgotten.push(...artifacts) });
    store.addRun({ ...newRun('a'), artifacts: { 'x.onnx': 'ab', 'y.onnx': 'cd' } }, []);
    store.addRun({ ...newRun('b'), artifacts: { 'z.onnx': 'cd' } }, []);
    assert.deepEqual([...store.artifacts()].sort(), ['ab', 'cd']);
    store.forget('a');
    assert.deepEqual(forgotten, ['ab', 'cd']);
    assert.deepEqual([...store.artifacts()], ['cd']);
    store.close();
  });

  it('counts cursors from 1 without gaps, and takes a record once', () => {
    const store = openAt();
    store.addRun(newRun('a'), [state('a', 1)]);
    store.append('a', { records: [failure('a', 0), failure('a', 0), state('a', 1), failure('a', 1)] });
    const records = store.records('a', 0, 100, 1e6);
    assert.deepEqual(
      records.map(({ cursor, record }) => [cursor, record.id]),
      [
        [1, 'state:1'],
        [2, 'slot:0'],
        [3, 'slot:1'],
      ],
    );
    assert.equal(store.run('a')?.done, 2);
    assert.equal(store.countStates('a'), 1);
  });

  it('pages by count and by bytes, but never gets stuck', () => {
    const store = openAt();
    store.addRun(newRun('a'), []);
    store.append('a', { records: [0, 1, 2, 3].map((slot) => failure('a', slot)) });
    assert.equal(store.records('a', 1, 2, 1e6).length, 2);
    assert.deepEqual(
      store.records('a', 2, 100, 1).map(({ cursor }) => cursor),
      [3],
    );
    assert.deepEqual(store.records('a', 4, 100, 1e6), []);
  });

  it('clears the mark of a slot with its record', () => {
    const store = openAt();
    store.addRun(newRun('a'), []);
    store.append('a', { mark: { slot: 0, attempt: 1 } });
    store.append('a', { records: [failure('a', 0)], mark: { slot: 1, attempt: 1 } });
    assert.deepEqual(
      store.marks('a').map(({ slot }) => slot),
      [1],
    );
  });

  it('keeps the order of arrival, whatever the ids', () => {
    const store = openAt();
    for (const id of ['z', 'm', 'a']) store.addRun(newRun(id), []);
    store.forget('m');
    store.addRun(newRun('b'), []);
    assert.deepEqual(
      store.runs().map(({ id }) => id),
      ['z', 'a', 'b'],
    );
  });

  it('makes room by the oldest run that has ended and is acknowledged, and by nothing else', () => {
    const store = openAt(2 ** 20);
    for (const id of ['ended', 'acknowledged', 'current']) store.addRun(newRun(id), []);
    for (const id of ['ended', 'acknowledged']) {
      store.append(id, { records: [failure(id, 0, 50_000)], state: 'finished' });
    }
    const fill = (): void => {
      for (let slot = 0; slot < 100; slot++) store.append('current', { records: [failure('current', slot, 50_000)] });
    };
    assert.throws(fill, { code: 'store-full' });
    const before = store.run('current')?.cursor ?? 0;
    store.acknowledge('acknowledged', 1);
    store.append('current', { records: [failure('current', 999, 40_000)] });
    assert.deepEqual(
      store.runs().map(({ id }) => id),
      ['ended', 'current'],
    );
    assert.equal(store.run('current')?.cursor, before + 1);
  });

  it('writes nothing of a change that does not fit', () => {
    const store = openAt(2 ** 20);
    store.addRun(newRun('a'), []);
    const change = { records: [failure('a', 0), failure('a', 1, 2 ** 21)], mark: { slot: 2, attempt: 1 } };
    assert.throws(() => store.append('a', change), { code: 'store-full' });
    assert.deepEqual(store.records('a', 0, 10, 1e6), []);
    assert.deepEqual(store.marks('a'), []);
    store.append('a', { records: [failure('a', 0)] });
  });

  it('keeps ceilings by fingerprint and combination', () => {
    const store = openAt();
    const ceiling = { value: 1e9, samples: [1e9], method: 'a product' };
    store.setCeiling('f', 'ort:1:float32', { flops: ceiling, bandwidth: ceiling });
    assert.deepEqual(store.ceiling('f', 'ort:1:float32')?.flops, ceiling);
    assert.equal(store.ceiling('g', 'ort:1:float32'), undefined);
  });

  it('is used by one agent at a time', () => {
    openAt();
    assert.throws(() => openStore(path), { code: 'store-locked' });
    reopen();
  });

  it('leaves a file that is no journal as it is', () => {
    const text = 'this is a letter, not a journal '.repeat(100);
    writeFileSync(path, text);
    assert.throws(() => openStore(path), { code: 'store-corrupt', fix: /Nothing was changed/ });
    assert.equal(readFileSync(path, 'utf8'), text);
  });

  it('finds damage inside a journal', () => {
    const store = openAt();
    store.addRun(newRun('a'), []);
    store.append('a', { records: Array.from({ length: 50 }, (_, slot) => failure('a', slot, 2_000)) });
    for (const opened of open.splice(0)) opened.close();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 4096 * 3, 4096 * 12);
    writeFileSync(path, bytes);
    assert.throws(() => openStore(path), { code: 'store-corrupt' });
  });

  it('refuses the journal of a newer agent', () => {
    openAt();
    for (const opened of open.splice(0)) opened.close();
    const raw = new DatabaseSync(path);
    raw.exec('PRAGMA user_version = 99');
    raw.close();
    assert.throws(() => openStore(path), { code: 'store-newer', message: /form 99/ });
  });

  it('says what is wrong with a folder that is not there', () => {
    assert.throws(() => openStore(join(folder, 'no', 'journal.db')), { code: 'store-failed' });
  });
});

function newRun(id: string) {
  return {
    id,
    name: id,
    sweep: 'sweep',
    artifacts: { 'model.onnx': 'ab' },
    state: 'queued',
    slots: 4,
    plan: 'p',
  } as const;
}

function state(run: string, sequence: number): StateRecord {
  return { kind: 'state', id: `state:${sequence}`, run, device: 'd', time: '', state: 'queued', reason: '' };
}

/** As much of a failure as the journal looks at. */
function failure(run: string, slot: number, bytes = 10): DurableRecord {
  return { kind: 'failure', id: `slot:${slot}`, run, slot, message: 'x'.repeat(bytes) } as unknown as DurableRecord;
}
