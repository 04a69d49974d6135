// Every state of the page of a deployed task.
import type { ActiveFiring, TaskStatus } from '@edgewright/schemas/deployment.js';
import type { TaskFace, ToTaskView } from '../../protocol.ts';
import type { Played } from './played.ts';

const start = Date.UTC(2026, 0, 5, 9);

const status: TaskStatus = {
  task: 'feed',
  identity: '9f2c41d07a',
  version: 'v1.4',
  state: 'running',
  deployedAt: start - 3_600_000,
  isolation: { tier: 'boundary', by: 'quickjs' },
  model: { runtime: 'jit', reason: '0.84 ms when tried, ort 0.91 ms' },
  signer: { fingerprint: 'dc2837f7ac39707c', isTrusted: true },
  trouble: null,
  sources: [
    { source: 'http', state: 'ready', events: 41_230, refused: 12, trouble: null },
    { source: 'replay', state: 'ready', events: 812, refused: 0, trouble: null },
  ],
  counters: {
    events: 42_042,
    bytesRaw: 5_304_112,
    fired: 640,
    timeouts: 12,
    executed: 633,
    failed: 2,
    skipped: { stale: 14, queue: 5 },
    missed: 3,
    results: 631,
    bytesSent: 38_211,
    dropped: 0,
    energy: 14.2,
  },
  latency: {
    count: 633,
    p50: { trigger: 0.4, queue: 1.2, prepare: 2.1, model: 41.3, script: 6.2, output: 3.9, total: 55.4 },
    p99: { trigger: 1.9, queue: 60.2, prepare: 6.4, model: 220.5, script: 19.7, output: 14.2, total: 311.8 },
    deadline: 500,
  },
  outbox: { waiting: 3, bytes: 612, age: 4_200, acknowledged: 628 },
};

const firings = Array.from({ length: 120 }, (_, at): ActiveFiring => {
  const skipped = at % 31 === 30;
  const model = 30 + 25 * Math.abs(Math.sin(at * 1.7)) + (at % 40 === 39 ? 560 : 0);
  return {
    id: `f${at}`,
    time: start + at * 1500,
    kind: at % 17 === 16 ? 'timeout' : 'match',
    events: { enter: 1, scroll: 2 + (at % 5), exit: 1 },
    outcome: skipped ? 'skipped' : 'done',
    ...(skipped ? { reason: 'stale' } : { phases: { queue: 1, model, total: model + 9 } }),
  };
});

const busy: TaskFace = {
  device: 'porch',
  task: 'feed',
  link: { kind: 'linked' },
  status,
  events: [
    { event: 'scroll', rate: 12.4, count: 2401 },
    { event: 'exposure', rate: 4.1, count: 803 },
    { event: 'enter', rate: 0.6, count: 122 },
    { event: 'exit', rate: 0.6, count: 121 },
  ],
  firings,
  results: firings.slice(-30).map(({ id, time, kind }, at) => ({
    id,
    task: 'feed',
    version: 'v1.4',
    time,
    kind,
    key: `page-${at % 7}`,
    values: { 'script.item': `item-${(at * 13) % 97}`, 'script.score': 0.5 + (at % 10) / 21 },
    phases: { total: 52 + (at % 9) },
    isolation: { tier: 'boundary', by: 'quickjs' },
  })),
  log: [
    { time: start, level: 'info', text: 'ranked 40 candidates' },
    { time: start + 1500, level: 'warning', text: 'no exposure of the last page: its items count as unseen' },
    { time: start + 3000, level: 'error', text: 'TypeError: cannot read property "price" of undefined' },
  ],
  gaps: [],
};

const quiet: TaskFace = {
  ...busy,
  status: {
    ...status,
    state: 'starting',
    counters: {
      ...status.counters,
      ...{ events: 0, bytesRaw: 0, fired: 0, timeouts: 0, executed: 0, failed: 0, missed: 0, results: 0, bytesSent: 0 },
      skipped: {},
      energy: { unavailable: 'The device has no source of power readings.', fix: 'Attach a power meter.' },
    },
    latency: { count: 0, p50: null, p99: null, deadline: null },
  },
  events: [],
  firings: [],
  results: [],
  log: [],
};

function shown(face: TaskFace, ...more: readonly ToTaskView[]): Played {
  return {
    begin(send) {
      send({ kind: 'face', device: 'fleet#porch', task: 'feed', face } satisfies ToTaskView);
      for (const message of more) send(message);
    },
  };
}

export const taskStates: Readonly<Record<string, Played>> = {
  busy: shown(busy),
  'one firing': shown({ ...busy, firings: firings.slice(0, 1) }),
  'before the first event': shown(quiet),
  linking: shown({ ...quiet, link: { kind: 'linking' }, status: undefined }),
  failing: shown({
    ...busy,
    status: {
      ...status,
      state: 'failing',
      trouble: {
        code: 'script-failed',
        message: 'The script ended with an error: TypeError: cannot read property "price" of undefined.',
        fix: 'Mend the script; its log says where it failed.',
      },
    },
  }),
  'held by its policy, with a source that failed': shown({
    ...busy,
    status: {
      ...status,
      state: 'waiting',
      trouble: {
        code: 'task-held',
        message: 'The battery is at 14 %, and the policy asks for 30 %.',
        fix: 'Charge the device, or lower `policy.battery`.',
      },
      sources: [
        {
          source: 'mqtt',
          state: 'failed',
          events: 12,
          refused: 0,
          trouble: {
            code: 'source-unavailable',
            message: 'The broker at localhost:1883 does not answer.',
            fix: 'Start it, or correct the address.',
          },
        },
      ],
    },
  }),
  'the link dropped': shown({
    ...busy,
    link: { kind: 'dropped', message: 'The device closed the link.', wait: 3_800 },
    gaps: [{ from: start + 20_000, to: start + 64_000 }],
  }),
  removed: shown({ ...busy, link: { kind: 'removed' } }),
  broken: shown(busy, {
    kind: 'broken',
    fault: {
      code: 'run-busy',
      message: 'Another program keeps the results of porch in this folder.',
      fix: 'End the other `edgewright watch`, then link again.',
    },
  }),
};
