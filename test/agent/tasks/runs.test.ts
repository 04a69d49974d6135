import assert from 'node:assert/strict';
import { CodedError } from '@edgewright/schemas/codes.js';
import { createFolder, deployment, openDevice, scripted, settled, type TestDevice } from './device.ts';

const document = (policy: string, name = 'run') => `
edgewright: task/v1
name: ${name}
events: { a: { x: number } }
trigger: { event: a }
script: { file: run.js, language: javascript, results: { y: number } }
outputs:
  - { to: outbox, fields: [script.y] }
privacy: { leave: [script.y], record: [a.x] }
policy: { ${policy} }
`;

const artifacts = { 'run.js': 'a1' };

describe('executions of tasks', () => {
  let folder: ReturnType<typeof createFolder>;
  let device: TestDevice;
  let going: { readonly task: string; readonly x: unknown; end(y: number): void; fail(error: Error): void }[];
  const execution = scripted(
    ({ firing }, signal) =>
      new Promise((resolve, reject) => {
        const x = firing.events[0]?.fields.x;
        going.push({ task: firing.task, x, end: (y) => resolve({ results: [{ 'script.y': y }] }), fail: reject });
        signal.addEventListener('abort', () => reject(new CodedError('task-crashed', 'ended', 'none')));
      }),
  );
  const open = async (policies: readonly string[], options: Parameters<typeof openDevice>[1] = {}): Promise<void> => {
    device = openDevice(folder.path, { execution: execution.open, ...options });
    for (const [index, policy] of policies.entries()) {
      await device.keeper.deploy(deployment(document(policy, `run${index}`), artifacts));
    }
    await settled(1);
  };
  const fire = async (x: number): Promise<void> => {
    await device.send({ event: 'a', fields: { x } });
    await settled(1);
  };
  /** Each task does well once, one after another. */
  const warm = async (count: number): Promise<void> => {
    await fire(0);
    for (let end = 0; end < count; end++) {
      going[end]?.end(0);
      await settled(1);
    }
    device.pass(0);
    done = device.results().length;
    going = [];
  };
  const tasks = () =>
    device
      .results()
      .slice(done)
      .map(({ task }) => task);
  const skipped = () => device.keeper.list()[0]?.counters.skipped;

  let base = 0;
  let done = 0;
  beforeEach(() => {
    done = 0;
    base = execution.opened();
    folder = createFolder();
    going = [];
  });
  afterEach(async () => {
    await device.close();
    folder.remove();
  });

  it('queued: one after another, up to a bound', async () => {
    await open(['concurrency: queued'], { limits: { queue: 1 } });
    for (const x of [1, 2, 3]) await fire(x);
    device.pass(0);
    assert.deepEqual([going.map(({ x }) => x), skipped()], [[1], { queue: 1 }]);
    going[0]?.end(10);
    await settled(1);
    going[1]?.end(20);
    await settled(1);
    device.pass(0);
    assert.deepEqual(
      device.results().map(({ values }) => values['script.y']),
      [10, 20],
    );
  });

  it('single: none while one runs', async () => {
    await open(['concurrency: single']);
    for (const x of [1, 2]) await fire(x);
    device.pass(0);
    assert.deepEqual([going.length, skipped()], [1, { concurrency: 1 }]);
  });

  it('restart: the newest ends what runs', async () => {
    await open(['concurrency: restart']);
    for (const x of [1, 2]) await fire(x);
    await settled(1);
    device.pass(0);
    assert.deepEqual([going.map(({ x }) => x), skipped()], [[1, 2], { concurrency: 1 }]);
  });

  it('parallel: several at once', async () => {
    await open(['concurrency: parallel'], { limits: { slots: 8, parallel: 3 } });
    await warm(1);
    for (const x of [1, 2, 3, 4]) await fire(x);
    await settled(5);
    assert.equal(going.length, 3);
  });

  it('the higher priority goes first', async () => {
    await open(['priority: 1', 'priority: 9'], { limits: { slots: 1 } });
    await warm(2);
    await fire(1);
    await fire(2);
    for (let end = 0; end < 4; end++) {
      going[end]?.end(0);
      await settled(1);
    }
    device.pass(0);
    // The first took the only place when the event came; of what waited the higher ones go next.
    assert.deepEqual(tasks(), ['run0', 'run1', 'run1', 'run0']);
  });

  it('tasks of the same priority take turns, however many firings of one wait', async () => {
    await open(['priority: 5', 'priority: 5'], { limits: { slots: 1 } });
    await warm(2);
    for (const x of [1, 2, 3]) await fire(x);
    for (let end = 0; end < 6; end++) {
      going[end]?.end(0);
      await settled(1);
    }
    device.pass(0);
    assert.deepEqual(tasks(), ['run0', 'run1', 'run0', 'run1', 'run0', 'run1']);
  });

  it('no more are loaded than may be: the one used longest ago makes room', async () => {
    const one = (x: number) => document('', `run${x}`).replace('event: a }', `event: a, where: x == ${x} }`);
    device = openDevice(folder.path, { execution: execution.open, limits: { loaded: 2, slots: 4 } });
    for (const x of [0, 1, 2, 3]) await device.keeper.deploy(deployment(one(x), artifacts));
    await settled(1);
    const opened = () => execution.opened() - base;
    assert.deepEqual([opened(), device.keeper.list().map(({ state }) => state)], [2, Array(4).fill('running')]);
    // Each in its turn has its own loaded; one that is still there is not loaded again.
    for (const [count, x] of [2, 1, 2, 0, 3].entries()) {
      await fire(x);
      await settled(2);
      assert.deepEqual([going[count]?.x, going.length], [x, count + 1]);
      going[count]?.end(x);
      await settled(1);
    }
    assert.equal(opened(), 5);
    // Where all are busy, a firing waits for the first that becomes free.
    for (const x of [0, 3, 1]) await fire(x);
    await settled(2);
    assert.equal(going.length, 7);
    going[5]?.end(0);
    await settled(3);
    assert.deepEqual([going.length, going[7]?.x], [8, 1]);
  });

  it('one that waited past its deadline is left out as stale', async () => {
    await open(['deadline: 1s']);
    for (const x of [1, 2]) await fire(x);
    device.pass(2000);
    going[0]?.end(10);
    await settled(1);
    device.pass(0);
    const { counters } = device.keeper.list()[0] ?? {};
    assert.deepEqual([counters?.skipped, counters?.missed], [{ stale: 1 }, 1]);
  });

  it('an execution that ends is started again, later each time, and then no more', async () => {
    await open([''], { limits: { ends: 3, firstWait: 100 } });
    for (const [ends, wait] of [100, 200].entries()) {
      await fire(ends);
      going[ends]?.fail(new CodedError('task-timeout', 'too long', 'less'));
      await settled(1);
      device.pass(wait - 1);
      await settled(1);
      assert.deepEqual([execution.opened(), device.keeper.list()[0]?.state], [ends + 1 + base, 'failing']);
      device.pass(1);
      await settled(1);
    }
    await fire(9);
    going[2]?.fail(new CodedError('task-memory', 'too much', 'less'));
    await settled(1);
    await fire(10);
    device.pass(0);
    const [status] = device.keeper.list();
    assert.deepEqual([status?.state, status?.trouble?.code, status?.counters.failed], ['stopped', 'task-memory', 3]);
    assert.deepEqual(status?.counters.skipped, { state: 1 });
    assert.deepEqual(
      device.results().map(({ failure }) => failure?.code),
      ['task-timeout', 'task-timeout', 'task-memory'],
    );
  });

  it('one that ended is started behind all others, and among them again once it has done well', async () => {
    await open([''], { limits: { firstWait: 100 } });
    await fire(1);
    going[0]?.fail(new CodedError('task-timeout', 'too long', 'less'));
    await settled(1);
    device.pass(100);
    await settled(1);
    await fire(2);
    going[1]?.end(2);
    await settled(1);
    await fire(3);
    going[2]?.end(3);
    await settled(1);
    device.pass(0);
    assert.deepEqual(execution.ranks.slice(base), ['normal', 'behind', 'normal']);
    assert.deepEqual(
      device.results().map(({ values, failure }) => failure?.code ?? values['script.y']),
      ['task-timeout', 2, 3],
    );
  });

  it('those that have not done well yet, and those that ended, hold up no other, however many they are', async () => {
    await open(['', ''], { limits: { slots: 1, firstWait: 100 } });
    await warm(2);
    for (const name of ['bad0', 'bad1']) await device.keeper.deploy(deployment(document('', name), artifacts));
    await settled(1);
    const well = async (x: number): Promise<void> => {
      await fire(x);
      const begun = going.splice(0);
      // Of those that are not to be waited for at most one runs, and the others one after another.
      for (const task of ['run0', 'run1']) {
        begun.find((one) => one.task === task)?.end(x);
        await settled(1);
        begun.push(...going.splice(0));
      }
      held.push(...begun.filter(({ task }) => task.startsWith('bad')));
      device.pass(0);
    };
    const held: typeof going = [];
    await well(1);
    assert.deepEqual([held.map(({ task }) => task), tasks()], [['bad0'], ['run0', 'run1']]);
    for (const ended of [0, 1]) {
      held[ended]?.fail(new CodedError('task-timeout', 'too long', 'less'));
      await settled(1);
      held.push(...going.splice(0));
    }
    device.pass(100);
    await settled(1);
    await well(2);
    assert.deepEqual(
      held.map(({ task }) => task),
      ['bad0', 'bad1', 'bad0'],
    );
    assert.deepEqual(tasks(), ['run0', 'run1', 'bad0', 'bad1', 'run0', 'run1']);
  });

  it('an event that is too long is not emitted', async () => {
    const long = { event: 'a', fields: { x: 1, text: 'x'.repeat(70_000) } };
    const flooding = scripted(async () => ({ emitted: [long] }));
    device = openDevice(folder.path, { execution: flooding.open });
    const declared = document('').replace('{ a: { x: number } }', '{ a: { x: number, text: string } }');
    await device.keeper.deploy(deployment(declared, artifacts));
    await settled(1);
    await fire(1);
    await settled(1);
    device.pass(0);
    const [status] = device.keeper.list();
    assert.deepEqual([status?.trouble?.code, status?.counters.events], ['task-flood', 1]);
  });

  it('a script that fails is told, and the next firing runs by the same execution', async () => {
    await open(['']);
    await fire(1);
    going[0]?.fail(new CodedError('task-script', 'line 3: x', 'correct it'));
    await settled(1);
    await fire(2);
    going[1]?.end(5);
    await settled(1);
    device.pass(0);
    assert.deepEqual(
      device.results().map(({ values, failure }) => failure?.code ?? values['script.y']),
      ['task-script', 5],
    );
    assert.deepEqual([execution.opened() - base, device.keeper.list()[0]?.trouble], [1, null]);
  });

  for (const [reason, policy, conditions] of [
    ['battery', 'battery: 0.2', { charge: 0.1, isExternal: false }],
    ['power', 'power: external', { charge: 0.9, isExternal: false }],
    ['temperature', 'temperature: 60', { temperature: 70 }],
    ['network', 'network: unmetered', { network: 'metered' }],
  ] as const) {
    it(`a policy holds it: ${reason}`, async () => {
      const fine = { charge: undefined, isExternal: true, temperature: undefined, network: 'unmetered' } as const;
      await open([policy], { conditions: { ...fine, ...conditions } });
      await fire(1);
      device.pass(0);
      const [held] = device.keeper.list();
      assert.deepEqual(
        [held?.state, held?.trouble?.code, held?.counters.skipped],
        ['waiting', 'task-held', { [reason]: 1 }],
      );
      device.conditions = fine;
      await fire(2);
      assert.equal(going.length, 1);
      assert.equal(device.keeper.list()[0]?.state, 'running');
    });
  }

  it('what a firing brings about is seen again after a kill that came before its end', async () => {
    await open(['']);
    await fire(7);
    const copy = device.copy();
    await device.close();
    device = openDevice(copy, { execution: execution.open });
    await settled(2);
    assert.deepEqual(
      going.map(({ x }) => x),
      [7, 7],
    );
    going[1]?.end(1);
    await settled(1);
    device.pass(0);
    assert.equal(device.results().length, 1);
  });
});
