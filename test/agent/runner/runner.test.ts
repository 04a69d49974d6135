import assert from 'node:assert/strict';
import type { Measured } from '@edgewright/agent/bench/messages.js';
import type { MeasureOutcome } from '@edgewright/agent/bench/outcome.js';
import type { Bench } from '@edgewright/agent/bench/process.js';
import { createRunner, type Runner, type RunnerOptions } from '@edgewright/agent/runner/runner.js';
import type { Timing } from '@edgewright/agent/runner/timing.js';
import { openStore, type Store } from '@edgewright/agent/store/store.js';
import type { DeviceProfile, DurableRecord, SensorSample } from '@edgewright/schemas/generated/record.js';

describe('runner', () => {
  it('marks a slot before it starts and writes its record while the next is measured', async () => {
    const seen: string[] = [];
    const world = createWorld({
      measure: async ({ slot }) => {
        const marks = world.store.marks('a').map((mark) => mark.slot);
        seen.push(`${slot}: ${[...world.store.recordedSlots('a')].join(',')} | ${marks.join(',')}`);
        return measured();
      },
    });
    await world.runner.start(push('a', 3));
    await world.ended('a');
    // What is on the disk when each slot begins: records | marks.
    assert.deepEqual(seen, ['0:  | 0', '1:  | 0,1', '2: 0 | 1,2']);
    assert.deepEqual(world.store.marks('a'), []);
    assert.deepEqual(world.ids('a'), [
      'run',
      'state:1',
      'state:2',
      'ceiling:ort:1:float32',
      'slot:0',
      'slot:1',
      'slot:2',
      'state:3',
    ]);
  });

  it('takes the first of two marks for the slot that was running', async () => {
    const first = createWorld({ measure: () => new Promise(() => {}) });
    await first.runner.start(push('a', 3));
    await first.until(() => first.store.marks('a').length === 2);
    // The agent dies here; another one finds its journal.
    const second = createWorld({ store: first.store });
    second.runner.wake();
    await second.ended('a');
    assert.deepEqual(second.attempts('a'), [2, 1, 1]);
  });

  it('records a failure of a point and goes on', async () => {
    const world = createWorld({
      measure: async ({ slot }) =>
        slot === 1
          ? {
              kind: 'failed',
              phase: 'load',
              code: 'native-crash',
              message: 'It died.',
              fix: 'x',
              detail: { signal: 'SIGSEGV' },
            }
          : measured(),
    });
    await world.runner.start(push('a', 3));
    await world.ended('a');
    const failure = world.records('a').find((record) => record.kind === 'failure');
    assert.deepEqual(failure && [failure.slot, failure.code, failure.phase], [1, 'native-crash', 'load']);
    const { state, done, failed } = world.runner.status('a');
    assert.deepEqual([state, done, failed], ['finished', 3, 1]);
  });

  it('gives up what the budget of time does not reach', async () => {
    const world = createWorld({
      measure: async () => {
        world.time += 6_000;
        return measured();
      },
    });
    await world.runner.start(push('a', 5, 'budget: { time: 10s }'));
    await world.ended('a');
    const codes = world.records('a').flatMap((record) => (record.kind === 'failure' ? [record.code] : []));
    assert.deepEqual(codes, ['budget-spent', 'budget-spent', 'budget-spent']);
    assert.equal(world.runner.status('a').state, 'finished');
  });

  it('rests before every point where the sweep says so', async () => {
    const world = createWorld();
    await world.runner.start(push('a', 3, '', 'cooldown: 5s'));
    await world.ended('a');
    assert.deepEqual(world.sleeps, [5000, 5000, 5000]);
  });

  it('measures one run at a time, in the order they came, and ceilings once', async () => {
    const world = createWorld();
    await Promise.all([world.runner.start(push('b', 2)), world.runner.start(push('a', 2))]);
    await world.ended('a');
    await world.ended('b');
    assert.deepEqual(world.measuredRuns, ['b', 'b', 'a', 'a']);
    assert.equal(world.ceilings, 1);
    assert.ok(world.ids('a').includes('ceiling:ort:1:float32'));
    assert.equal(world.closes, 1);
  });

  it('lets the next run begin while one is paused', async () => {
    const world = createWorld({
      measure: async ({ slot }, run) => {
        if (run === 'a' && slot === 0) world.runner.pause('a');
        return measured();
      },
    });
    await world.runner.start(push('a', 3));
    await world.runner.start(push('b', 1));
    await world.ended('b');
    assert.deepEqual([world.runner.status('a').state, world.runner.status('a').done], ['paused', 1]);
    assert.deepEqual(world.store.marks('a'), []);
    world.runner.resume('a');
    await world.ended('a');
    assert.deepEqual(world.attempts('a'), [1, 1, 1]);
  });

  it('cancels what waits and what runs, without a record of the slot', async () => {
    const world = createWorld({ measure: (_, __, signal) => aborted(signal) });
    await world.runner.start(push('a', 2));
    await world.runner.start(push('b', 2));
    assert.equal((await world.runner.cancel('b')).state, 'cancelled');
    await world.until(() => world.runner.isBusy());
    assert.equal((await world.runner.cancel('a')).state, 'cancelled');
    assert.deepEqual(world.attempts('a'), []);
    assert.throws(() => world.runner.pause('a'), { code: 'run-conflict' });
    world.runner.forget('a');
    assert.throws(() => world.runner.status('a'), { code: 'unknown-run' });
  });

  it('does not forget a run that is not at its end', async () => {
    const world = createWorld({ measure: (_, __, signal) => aborted(signal) });
    await world.runner.start(push('a', 2));
    assert.throws(() => world.runner.forget('a'), { code: 'run-conflict', fix: 'Cancel it first.' });
    await world.runner.close();
    assert.equal(world.store.run('a')?.state, 'running');
    assert.deepEqual(world.store.marks('a'), []);
  });

  it('gives a run up that this version plans differently', async () => {
    const store = openStore(':memory:');
    const { run, sweep, artifacts } = push('a', 2);
    store.addRun({ id: run, name: 'n', sweep, artifacts, state: 'running', slots: 2, plan: 'of-another-version' }, []);
    const world = createWorld({ store });
    world.runner.wake();
    await world.until(() => world.runner.status('a').state === 'cancelled');
    const [state] = world.records('a');
    assert.match(state?.kind === 'state' ? state.reason : '', /was updated/);
  });

  it('measures the points that were asked for and no others, also after a restart', async () => {
    const whole = createWorld();
    await whole.runner.start(push('a', 3));
    await whole.ended('a');
    const ids = whole.records('a').flatMap((record) => (record.kind === 'point' ? [record.point.id] : []));
    const part = { ...push('b', 3), points: [ids[2] as string, ids[0] as string] };
    const first = createWorld({ measure: () => new Promise(() => {}) });
    await first.runner.start(part);
    await first.until(() => first.store.marks('b').length === 2);
    const second = createWorld({ store: first.store });
    second.runner.wake();
    await second.ended('b');
    const measuredIds = second.records('b').flatMap((record) => (record.kind === 'point' ? [record.point.id] : []));
    assert.deepEqual(measuredIds, [ids[0], ids[2]]);
    const [head] = second.records('b');
    assert.deepEqual(head?.kind === 'run' && [head.slots, head.points], [2, 2]);
    await second.runner.start(part);
    await assert.rejects(second.runner.start(push('b', 3)), { code: 'run-conflict' });
  });

  it('refuses points that the sweep does not have', async () => {
    const world = createWorld();
    const started = await world.runner.start({ ...push('a', 2), points: ['none'] });
    assert.ok(started.kind === 'refused');
    assert.deepEqual(
      started.diagnostics.map(({ code }) => code),
      ['point-unknown'],
    );
  });

  it('tells in its records what runs beside the measuring', async () => {
    const world = createWorld({ beside: () => 'Two tasks run beside it.' });
    await world.runner.start(push('a', 1));
    await world.ended('a');
    const running = world.records('a').find((record) => record.kind === 'state' && record.state === 'running');
    assert.equal(running?.kind === 'state' && running.reason, 'Its turn came. Two tasks run beside it.');
  });

  it('says what it measures now', async () => {
    const world = createWorld({
      measure: async () => {
        assert.equal(world.runner.current()?.run, 'a');
        return measured();
      },
    });
    assert.equal(world.runner.current(), null);
    await world.runner.start(push('a', 1));
    await world.ended('a');
    await world.until(() => world.runner.current() === null);
  });

  it('pauses a run whose artifact is gone, and says so', async () => {
    const world = createWorld();
    await assert.rejects(world.runner.start({ ...push('a', 1), artifacts: { 'm.onnx': 'ab'.repeat(32) } }), {
      code: 'artifact-missing',
    });
    assert.equal(world.runner.isBusy(), false);
  });

  it('estimates the time left once a slot was measured', async () => {
    const left: (number | null)[] = [];
    const world = createWorld({
      measure: async () => {
        left.push(world.runner.status('a').timeLeft);
        world.time += 1000;
        return measured();
      },
    });
    await world.runner.start(push('a', 4));
    await world.ended('a');
    assert.equal(left[0], null);
    assert.ok(
      left.slice(1).every((time, index) => time !== null && Math.abs(time - (3 - index) * 1000) < 200),
      String(left),
    );
  });
});

interface WorldOptions {
  readonly beside?: () => string;
  readonly store?: Store;
  readonly measure?: (
    request: Parameters<Bench['measure']>[0],
    run: string,
    signal: AbortSignal,
  ) => Promise<MeasureOutcome>;
}

/** A runner whose bench answers at once and whose clock stands still unless the test moves it. */
function createWorld(options: WorldOptions = {}) {
  const store = options.store ?? openStore(':memory:');
  const world = {
    store,
    time: 0,
    sleeps: [] as number[],
    measuredRuns: [] as string[],
    ceilings: 0,
    closes: 0,
    runner: undefined as unknown as Runner,
    records: (run: string): DurableRecord[] => store.records(run, 0, 1000, 1e9).map(({ record }) => record),
    ids: (run: string): string[] => world.records(run).map(({ id }) => id),
    attempts: (run: string): number[] =>
      world.records(run).flatMap((record) => (record.kind === 'point' ? [record.attempt] : [])),
    async until(holds: () => boolean): Promise<void> {
      while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
    },
    ended: (run: string): Promise<void> =>
      world.until(
        () => store.run(run)?.state === 'finished' && !world.runner.list().some(({ state }) => state === 'running'),
      ),
  };
  const timing: Timing = {
    now: () => world.time,
    date: () => '2026-11-23T12:00:00.000Z',
    async sleep(milliseconds) {
      world.sleeps.push(milliseconds);
    },
  };
  const bench: Bench = {
    async measure(request, onPhase, signal) {
      const run = store.runs().find(({ state }) => state === 'running')?.id ?? '';
      world.measuredRuns.push(run);
      onPhase('steady', 1);
      return options.measure?.(request, run, signal) ?? measured();
    },
    async ceiling() {
      world.ceilings++;
      const ceiling = { value: 1e9, samples: [1e9], sizes: [1e6], method: 'none' };
      return { kind: 'measured', flops: ceiling, bandwidth: ceiling };
    },
    prepare() {},
    runtimes: async () => [],
    async close() {
      world.closes++;
    },
  };
  const runnerOptions: RunnerOptions = {
    store,
    timing,
    device: {
      id: 'd',
      name: 'bench',
      agent: 'edgewright-agent 0',
      profile: async () => ({ profile: {} as DeviceProfile, fingerprint: 'f' }),
      sample: () => Promise.reject(new Error('not in this test')),
    },
    openBench: async () => bench,
    readModel: async () => {
      const { missingArtifact } = await import('@edgewright/agent/runner/plan.js');
      throw missingArtifact('ab');
    },
    hasArtifact: () => false,
    fileOf: (sha256) => sha256,
    ...(options.beside && { beside: options.beside }),
    onLog() {},
    onFault: (fault) => {
      throw fault;
    },
  };
  world.runner = createRunner(runnerOptions);
  return world;
}

function push(run: string, points: number, more = '', rule = '') {
  const batches = Array.from({ length: points }, (_, index) => index + 1).join(', ');
  const sweep = `
edgewright: sweep/v1
name: tiny
models:
  - family: fc
    axes: { layers: [1], nodes: [8], input: [8], output: [8], batch: [${batches}] }
execution: { runtime: [ort], threads: [1] }
order: { method: listed }
measure: { ${rule} }
${more}
`;
  return { run, sweep, artifacts: {} };
}

function measured(): MeasureOutcome {
  const unread = { unavailable: 'Not in this test.', fix: 'None.' };
  const sample: SensorSample = {
    time: '2026-03-02T08:00:00.000Z',
    busy: unread,
    available: unread,
    frequency: unread,
    temperature: unread,
    throttle: unread,
  };
  const result: Measured = {
    phases: { generate: 1, load: 1, first: 1, warmup: 1, steady: 4 },
    items: 1,
    elapsed: 4,
    latencies: Float64Array.of(1.23456789),
    memory: { before: 1, loaded: 2, peak: 3 },
    telemetry: { start: sample, end: sample, othersBusy: unread },
    runtimeVersion: '1.0.0',
    output: undefined,
    program: undefined,
    kernels: undefined,
  };
  return { kind: 'measured', result };
}

function aborted(signal: AbortSignal): Promise<MeasureOutcome> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve({ kind: 'cancelled' })));
}
