import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { createOutbox } from '@edgewright/agent/tasks/outbox.js';
import type { StoredResult } from '@edgewright/agent/tasks/store.js';
import type { Session } from '@edgewright/core/link/session.js';
import type { Notifications } from '@edgewright/schemas/wire.js';
import { settled } from './device.ts';

describe('results on their way', () => {
  const rows: StoredResult[] = [];
  const told: Notifications['task.results'][] = [];
  const sent: number[] = [];
  const session = {
    closed: new Promise(() => {}),
    notify: (_method: string, params: Notifications['task.results']) => told.push(params) > 0,
  } as unknown as Session;
  const add = (text: string): void => {
    const cursor = rows.length + 1;
    const result = { id: `${cursor}`, task: 't', version: '', time: 0, kind: 'match' as const, values: { text } };
    const whole = { ...result, phases: { total: 1 }, isolation: null };
    rows.push({ cursor, task: 't', isUrgent: false, bytes: JSON.stringify(whole).length, result: whole });
  };
  const outbox = createOutbox({
    store: {
      results: (after, count) => rows.slice(after, after + count),
      get lastResult() {
        return rows.length;
      },
    },
    limits: { wait: 60, count: 4, bytes: 1e6, compressed: 1_000 },
    onSent: (_task, bytes) => sent.push(bytes),
    onFault: (fault) => assert.fail(String(fault)),
  });
  beforeEach(async () => {
    for (const list of [rows, told, sent]) list.length = 0;
    outbox.watch(session, 0);
    await settled(5);
  });
  afterEach(() => outbox.close());

  it('go at once where they are urgent', async () => {
    add('a');
    outbox.stored(true);
    assert.deepEqual(
      told.map(({ cursor }) => cursor),
      [1],
    );
  });

  it('else with what is sent anyway', async () => {
    add('a');
    outbox.stored(false);
    assert.equal(told.length, 0);
    outbox.moved(session);
    assert.equal(told.length, 1);
    outbox.moved(session);
    assert.equal(told.length, 1);
  });

  it('or after a while, or when there are many', async () => {
    add('a');
    outbox.stored(false);
    await settled(100);
    assert.equal(told.length, 1);
    for (let count = 0; count < 4; count++) {
      add('b');
      outbox.stored(false);
    }
    assert.deepEqual(
      told.map(({ cursor }) => cursor),
      [1, 5],
    );
  });

  it('are compressed where that makes them smaller, and counted as they went', async () => {
    add('a'.repeat(5_000));
    outbox.stored(true);
    const { gzip = '', results } = told[0] as Notifications['task.results'];
    assert.equal(results, undefined);
    const [row] = JSON.parse(gunzipSync(Buffer.from(gzip, 'base64')).toString());
    assert.deepEqual(row.result, rows[0]?.result);
    assert.equal(sent[0], gzip.length);
  });
});
