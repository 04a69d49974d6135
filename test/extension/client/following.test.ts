// What a page of a task knows of it, out of what a device tells: bounded, of this task alone, with its gaps.
import assert from 'node:assert/strict';
import type { TaskStatus } from '@edgewright/schemas/deployment.js';
import { taskFace } from 'edgewright/client/tasks/face.js';
import { followTask, mostKept } from 'edgewright/client/tasks/following.js';

const status: TaskStatus = {
  task: 'beat',
  identity: 'abc',
  version: 'v2',
  state: 'running',
  deployedAt: 0,
  isolation: null,
  trouble: null,
  sources: [],
  counters: {
    events: 10,
    bytesRaw: 2048,
    fired: 1,
    timeouts: 2,
    executed: 3,
    failed: 0,
    skipped: {},
    missed: 0,
    results: 3,
    bytesSent: 100,
    dropped: 0,
    energy: 0,
  },
  latency: { count: 3, p50: { total: 1.234 }, p99: { total: 5 }, deadline: 30 },
};
const linked = { kind: 'linked', device: 'porch', file: 'results.jsonl' } as const;
const activity = (task: string, events: Record<string, number>, firings = 0) =>
  ({
    kind: 'activity',
    activity: {
      task,
      events,
      firings: Array.from({ length: firings }, (_, at) => ({
        id: `f${at}`,
        time: at,
        kind: 'match' as const,
        events: {},
        outcome: 'done' as const,
      })),
      log: [],
    },
  }) as const;

describe('a task that is followed', () => {
  it('ages what waits in the outbox as long as the device says nothing new', () => {
    const following = followTask('porch', 'beat');
    const outbox = { waiting: 2, bytes: 80, age: 500, acknowledged: 1 };
    const ageAt = (now: number) => following.faceAt(now).status?.outbox?.age;
    following.hear({ kind: 'status', status: { ...status, outbox } }, 1_000);
    assert.deepEqual([ageAt(1_000), ageAt(4_000)], [500, 3_500]);
    following.hear({ kind: 'status', status: { ...status, outbox: { ...outbox, waiting: 0, age: null } } }, 4_000);
    assert.equal(ageAt(9_000), null);
    // An older agent.
    following.hear({ kind: 'status', status }, 9_000);
    assert.equal(following.faceAt(9_000).status?.outbox, undefined);
  });

  it('has the rate of its events over ten seconds, which falls to nothing, and their count', () => {
    const following = followTask('porch', 'beat');
    following.hear(linked, 0);
    assert.equal(following.hear(activity('beat', { tick: 30 }), 5_000), true);
    assert.equal(following.hear(activity('other', { tick: 9 }), 5_000), false);
    assert.deepEqual(following.faceAt(5_000).events, [{ event: 'tick', rate: 6, count: 30 }]);
    assert.deepEqual(following.faceAt(12_000).events, [{ event: 'tick', rate: 3, count: 30 }]);
    assert.deepEqual(following.faceAt(16_000).events, [{ event: 'tick', rate: 0, count: 30 }]);
  });

  it('keeps the newest of each list', () => {
    const following = followTask('porch', 'beat');
    following.hear(linked, 0);
    for (let at = 0; at < 40; at++) following.hear(activity('beat', { [`event${at * 3}`]: 1 }, 32), at);
    const names = Array.from({ length: 200 }, (_, at) => [`name${at}`, 1] as const);
    following.hear(activity('beat', Object.fromEntries(names)), 50);
    const { firings, events } = following.faceAt(60);
    assert.equal(firings.length, mostKept.firings);
    assert.equal(firings.at(-1)?.id, 'f31');
    assert.equal(events.length, mostKept.names);
  });

  it('tells from when to when nothing was heard, of a dropped link and of a hidden page', () => {
    const following = followTask('porch', 'beat');
    following.hear(linked, 100);
    following.hear({ kind: 'dropped', code: 'link-closed', message: 'It ended.', wait: 500 }, 200);
    following.hear({ kind: 'dropped', code: 'unreachable', message: 'No answer.', wait: 900 }, 700);
    assert.deepEqual(following.faceAt(800).link, { kind: 'dropped', message: 'No answer.', wait: 900 });
    following.hear(linked, 1_000);
    following.pause(2_000);
    following.hear(linked, 3_000);
    const { link, gaps } = following.faceAt(3_100);
    assert.deepEqual(link, { kind: 'linked' });
    assert.deepEqual(gaps, [
      { from: 200, to: 1_000 },
      { from: 2_000, to: 3_000 },
    ]);
  });

  it('stays removed until it is deployed again', () => {
    const following = followTask('porch', 'beat');
    following.hear(linked, 0);
    assert.equal(following.hear({ kind: 'removed', task: 'other' }, 1), false);
    following.hear({ kind: 'removed', task: 'beat' }, 1);
    following.hear(linked, 2);
    assert.equal(following.faceAt(3).link.kind, 'removed');
    following.hear({ kind: 'status', status }, 4);
    assert.deepEqual(following.faceAt(5).link, { kind: 'linked' });
    assert.equal(following.faceAt(5).status?.version, 'v2');
  });
});

describe('the face of a task', () => {
  it('says its state, version and firings, and how it goes', () => {
    const { description, icon, detail } = taskFace(status);
    assert.equal(description, 'running · v2 · 3 firings');
    assert.equal(icon, 'pass');
    assert.equal(detail, 'p50 1.23 ms, p99 5 ms · deadline 30 ms · 2.00 KiB kept, 100 B sent');
  });

  it('says what is wrong instead', () => {
    const trouble = { code: 'script-failed', message: 'The script failed.', fix: 'Mend it.' };
    const { description, detail } = taskFace({ ...status, version: '', state: 'failing', trouble });
    assert.equal(description, 'failing · 3 firings');
    assert.equal(detail, 'The script failed. Mend it.');
  });
});
